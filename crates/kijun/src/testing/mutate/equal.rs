//! Whether a mutant can differ from the rules at all: asked of the decision procedure.

use kijun_conform::{Answer, Limits, Rail, Solver, Wish};
use kijun_model::{Expr, Force, KindId, Model, StatementId, Type};

use super::mutant::{Mutant, Spot, expr, opposite};
use crate::audit::days;
use crate::load::Loaded;
use crate::testing::days::Judge;

/// So many steps one question may take: a mutant is a small question.
const STEPS: u64 = 20_000;

/// Whether there is a subject for which a mutant comes to another result. All required evidence is taken to be there.
pub(super) fn differs(loaded: &Loaded, judge: &Judge, mutant: &Mutant, id: StatementId) -> Option<bool> {
    let model = &loaded.model;
    let kind = model.clause(model.statement(id).clause).subjects.as_ref()?.kind;
    let (old, new, kind) = match mutant.spot {
        Spot::Define(define) => {
            let of = condition(model, define)?;
            (Stated::bare(expr(model, mutant.spot)?), Stated::bare(mutant.expr.as_ref()?), of)
        }
        _ => (Stated::of(model, id), Stated::mutated(model, id, mutant), kind),
    };
    let days = days(loaded, judge.today);
    let limits = Limits { steps: STEPS, ..Limits::default() };
    let solver = Solver { model, parameters: &judge.set.parameters, days: &days, limits };
    match solver.find(kind, &otherwise(&old, &new)) {
        Answer::Impossible => Some(false),
        Answer::Possible(_) => Some(true),
        Answer::Undecided(_) => None,
    }
}

/// The kind that a definition is a condition on.
fn condition(model: &Model, define: kijun_model::DefineId) -> Option<KindId> {
    let define = model.define(define);
    match &define.params[..] {
        [Type::Subject(kind)] if *define.body.ty.required() == Type::Bool => Some(*kind),
        _ => None,
    }
}

/// What a statement says.
struct Stated<'e> {
    guards: Vec<&'e Expr>,
    requirement: &'e Expr,
    forbids: bool,
}

impl<'e> Stated<'e> {
    fn of(model: &'e Model, id: StatementId) -> Stated<'e> {
        let statement = model.statement(id);
        let guards = [Spot::Where(statement.clause), Spot::When(id)];
        let guards = guards.into_iter().filter_map(|spot| expr(model, spot)).collect();
        Stated { guards, requirement: &statement.requirement, forbids: forbids(statement.force) }
    }

    /// A condition by itself.
    fn bare(condition: &'e Expr) -> Stated<'e> {
        Stated { guards: Vec::new(), requirement: condition, forbids: false }
    }

    fn mutated(model: &'e Model, id: StatementId, mutant: &'e Mutant) -> Stated<'e> {
        let statement = model.statement(id);
        let guards = [Spot::Where(statement.clause), Spot::When(id)].into_iter();
        let guard = |spot| if spot == mutant.spot { mutant.expr.as_ref() } else { expr(model, spot) };
        let own = mutant.expr.as_ref().filter(|_| mutant.spot == Spot::Requirement(id));
        let turned = matches!(mutant.spot, Spot::Force(_));
        let force = if turned { opposite(statement.force) } else { statement.force };
        Stated {
            guards: guards.filter_map(guard).collect(),
            requirement: own.unwrap_or(&statement.requirement),
            forbids: forbids(force),
        }
    }

    fn meets(&self, holds: bool) -> Wish<'e> {
        let rail = if holds == self.forbids { Rail::False } else { Rail::True };
        self.all(Rail::True, Wish::Is(self.requirement, rail))
    }

    fn not_meets(&self, holds: bool) -> Wish<'e> {
        let rail = if holds == self.forbids { Rail::NotFalse } else { Rail::NotTrue };
        let guards = self.guards.iter().map(|guard| Wish::Is(guard, Rail::NotTrue));
        Wish::Any(guards.chain([Wish::Is(self.requirement, rail)]).collect())
    }

    fn free(&self) -> Wish<'e> {
        Wish::Any(self.guards.iter().map(|guard| Wish::Is(guard, Rail::False)).collect())
    }

    fn not_free(&self) -> Wish<'e> {
        self.all(Rail::NotFalse, Wish::anything())
    }

    fn all(&self, rail: Rail, last: Wish<'e>) -> Wish<'e> {
        Wish::All(self.guards.iter().map(|guard| Wish::Is(guard, rail)).chain([last]).collect())
    }
}

fn forbids(force: Force) -> bool {
    matches!(force, Force::MustNot | Force::ShouldNot)
}

/// A subject that passes, fails or is not bound by one of them, and not by the other.
fn otherwise<'e>(one: &Stated<'e>, other: &Stated<'e>) -> Wish<'e> {
    let either = |a: &Stated<'e>, b: &Stated<'e>| {
        let parted = |is, is_not| Wish::All(vec![is, is_not]);
        [
            parted(a.meets(true), b.not_meets(true)),
            parted(a.meets(false), b.not_meets(false)),
            parted(a.free(), b.not_free()),
        ]
    };
    Wish::Any(either(one, other).into_iter().chain(either(other, one)).collect())
}
