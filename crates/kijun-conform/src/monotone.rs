//! `monotone in FIELD`: raising the level never lowers what is demanded, and every level has its text.
//!
//! A question that a person answers cannot be compared with another; attested statements are left out. So is what the decision
//! procedure leaves undecided.

use std::collections::BTreeMap;
use std::sync::Arc;

use kijun_model::{
    ClauseId, EditionId, EnumId, Expr, ExprKind, KindId, Model, SUBJECT, StatementId, Type, Value,
};
use kijun_standards::{EffectiveSet, Standards};

use crate::confirm::{Trial, with_outcomes};
use crate::consistency::{fields, is_one_of};
use crate::demand::{self, Shared};
use crate::keeping::{Keeping, TOGETHER};
use crate::{Answer, Case, Objection, Rail, Solver, Wish};

/// What documents in force that are monotone in a field fail to demand at some level of it.
pub(crate) fn check(solver: &Solver<'_>, _: &Standards, set: &EffectiveSet) -> Vec<Objection> {
    let model = solver.model;
    let mut found = Vec::new();
    for &edition in &set.editions {
        let own = set.statements.iter().map(|s| s.statement);
        let own: Vec<StatementId> = own.filter(|&s| demand::edition(model, s) == edition).collect();
        for field in &model.edition(edition).monotone_in {
            found.extend(falling(solver, edition, field, &own));
            found.extend(without_text(solver, field, &own));
        }
    }
    found
}

/// The field of a kind whose levels are meant.
struct Levels {
    index: u32,
    levels: EnumId,
    n: u32,
    field: Expr,
}

impl Levels {
    /// Of a field of this name, if the kind has one and its values are levels.
    fn of(model: &Model, kind: KindId, name: &str) -> Option<Levels> {
        let fields = &model.kind(kind).fields;
        let place = fields.iter().position(|f| &*f.name == name)?;
        let (index, ty, span) = (u32::try_from(place).ok()?, fields[place].ty.clone(), fields[place].span);
        let Type::Enum(levels) = *ty.required() else { return None };
        let enumeration = model.enumeration(levels);
        let n = u32::try_from(enumeration.members.len()).ok().filter(|_| enumeration.ordered)?;
        let subject = Expr { kind: ExprKind::Local(SUBJECT), ty: Type::Subject(kind), span };
        let field = Expr { kind: ExprKind::Field(Box::new(subject), index), ty, span };
        Some(Levels { index, levels, n, field })
    }

    fn level(&self, level: u32) -> Value {
        Value::Member(self.levels, level)
    }

    /// That a subject stands at a level.
    fn at(&self, level: u32) -> Expr {
        is_one_of(&self.field, vec![self.level(level)])
    }
}

/// Statements that bind at one level and that nothing upholds at the next.
fn falling(
    solver: &Solver<'_>,
    document: EditionId,
    field: &Arc<str>,
    own: &[StatementId],
) -> Vec<Objection> {
    let model = solver.model;
    let asked = |s: &StatementId| demand::asks(model, *s) && !demand::is_attested(model, *s);
    let asked: Vec<StatementId> = own.iter().copied().filter(asked).collect();
    let shared = Shared::new(model, &asked);
    let mut keeping = Keeping::new(solver, asked.clone());
    let mut found = Vec::new();
    for statement in asked {
        let Some(kind) = demand::kind(model, statement) else { continue };
        let levels = Levels::of(model, kind, field);
        let varies = |l: &Levels| fields(model, statement).contains_key(&vec![l.index]);
        let Some(levels) = levels.filter(varies) else { continue };
        let others = upholding(model, &shared, statement, kind);
        for lower in 0..levels.n.saturating_sub(1) {
            if let Some(case) = falls(solver, &mut keeping, (statement, kind), &levels, lower, &others) {
                let (field, levels) = (Arc::clone(field), (lower, lower + 1));
                found.push(Objection::NotMonotone { document, statement, field, levels, case });
            }
        }
    }
    found
}

/// What may take the place of a statement at the next level: itself, and others about the same evidence.
fn upholding(model: &Model, shared: &Shared, statement: StatementId, kind: KindId) -> Vec<StatementId> {
    let mut all = shared.around(statement, TOGETHER);
    all.insert(statement);
    let fits = |s: &StatementId| demand::reaches(model, *s, kind) && demand::as_firm(model, *s, statement);
    all.into_iter().filter(fits).collect()
}

/// A subject that breaks a statement at a level, and raised to the next one breaks nothing.
fn falls(
    solver: &Solver<'_>,
    keeping: &mut Keeping<'_>,
    (statement, kind): (StatementId, KindId),
    levels: &Levels,
    lower: u32,
    others: &[StatementId],
) -> Option<Arc<Case>> {
    let at = levels.at(lower);
    let breaks = Wish::breaks(solver.model, statement, kind);
    let wish = Wish::All(vec![Wish::Is(&at, Rail::True), breaks]);
    let raised = (levels.index, levels.level(lower + 1));
    match keeping.find((&wish, statement), kind, others, Some(&raised)) {
        (Answer::Possible(case), _) => {
            let trial = Trial::new(solver, &case, &[statement]);
            Some(with_outcomes(*case, &trial))
        }
        _ => None,
    }
}

/// Clauses that are for subjects of every level and have statements for some levels only.
fn without_text(solver: &Solver<'_>, field: &Arc<str>, own: &[StatementId]) -> Vec<Objection> {
    let model = solver.model;
    let mut clauses: BTreeMap<ClauseId, Vec<StatementId>> = BTreeMap::new();
    for &statement in own {
        clauses.entry(model.statement(statement).clause).or_default().push(statement);
    }
    let mut found = Vec::new();
    for (clause, statements) in clauses {
        let some_unconditional = statements.iter().any(|&s| model.statement(s).when.is_none());
        let kind = model.clause(clause).subjects.as_ref().map(|s| s.kind);
        let levels = kind.and_then(|kind| Levels::of(model, kind, field));
        if let (false, Some(kind), Some(levels)) = (some_unconditional, kind, levels) {
            let empty = empty_levels(solver, (clause, kind), &statements, &levels);
            let field = |level| Objection::LevelWithoutText { clause, field: Arc::clone(field), level };
            found.extend(empty.into_iter().map(field));
        }
    }
    found
}

/// The levels at which a clause has subjects and says nothing to them; none where it says nothing to anybody.
fn empty_levels(
    solver: &Solver<'_>,
    (clause, kind): (ClauseId, KindId),
    statements: &[StatementId],
    levels: &Levels,
) -> Vec<u32> {
    let model = solver.model;
    let filter = model.clause(clause).subjects.as_ref().and_then(|s| s.filter.as_ref());
    let ask = |level: u32, wish: Wish<'_>| {
        let at = levels.at(level);
        solver.find(kind, &Wish::All(vec![Wish::Is(&at, Rail::True), wish]))
    };
    let has_subjects = |level: &u32| {
        let meant = Wish::All(filter.iter().map(|f| Wish::Is(f, Rail::True)).collect());
        matches!(ask(*level, meant), Answer::Possible(_))
    };
    let is_empty = |level: &u32| {
        let bound = statements.iter().map(|&s| Wish::bound(model, s, kind)).collect();
        ask(*level, Wish::Any(bound)) == Answer::Impossible
    };
    let empty: Vec<u32> = (0..levels.n).filter(has_subjects).filter(is_empty).collect();
    let says_something = (0..levels.n).any(|level| !empty.contains(&level) && has_subjects(&level));
    if says_something { empty } else { Vec::new() }
}
