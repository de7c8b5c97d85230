//! The mutants of tested rules: where each stands, and the rules that it makes.

use std::collections::{BTreeMap, BTreeSet};

use kijun_diag::{Sources, Span};
use kijun_model::{ClauseId, DefineId, Expr, ExprKind, Force, Model, StatementId};

use super::changes::changes;
use crate::words::one_line;

/// What is changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Spot {
    Where(ClauseId),
    When(StatementId),
    Requirement(StatementId),
    Force(StatementId),
    Define(DefineId),
}

/// A small change to the rules.
#[derive(Clone, Debug)]
pub(super) struct Mutant {
    pub(super) spot: Spot,
    pub(super) span: Span,
    /// What stands there now; absent: nothing.
    pub(super) new: Option<String>,
    /// The whole expression now; absent where there is none, or another force.
    pub(super) expr: Option<Expr>,
    /// The tested statements that it changes.
    pub(super) statements: Vec<StatementId>,
}

/// The mutants of tested statements, in the order of the rules.
pub(super) fn mutants(model: &Model, sources: &Sources, tested: &BTreeSet<StatementId>) -> Vec<Mutant> {
    let mut mutants = Vec::new();
    for (spot, statements) in spots(model, tested) {
        let mutant = |span, new, expr| Mutant { spot, span, new, expr, statements: statements.clone() };
        if let Spot::Force(id) = spot {
            let (new, span) = forced(model, sources, id);
            mutants.push(mutant(span, Some(new), None));
        } else if let Some(expr) = expr(model, spot) {
            if matches!(spot, Spot::Where(_) | Spot::When(_)) {
                mutants.push(mutant(expr.span, None, None));
            }
            let changed = changes(model, sources, expr).into_iter();
            mutants.extend(changed.map(|change| mutant(change.span, Some(change.new), Some(change.expr))));
        }
    }
    mutants.sort_by_key(|mutant| (mutant.span.file, mutant.span.start, mutant.span.end));
    mutants
}

/// What can be changed, and the tested statements that see it.
fn spots(model: &Model, tested: &BTreeSet<StatementId>) -> BTreeMap<Spot, Vec<StatementId>> {
    let mut spots: BTreeMap<Spot, Vec<StatementId>> = BTreeMap::new();
    for &id in tested {
        let statement = model.statement(id);
        let mut own = vec![Spot::Where(statement.clause), Spot::When(id)];
        let mut called = BTreeSet::new();
        // The expression of a question was not written by anybody.
        if statement.attest.is_none() {
            own.extend([Spot::Force(id), Spot::Requirement(id)]);
            calls(model, &statement.requirement, &mut called);
        }
        let guards = [Spot::Where(statement.clause), Spot::When(id)];
        guards.into_iter().filter_map(|spot| expr(model, spot)).for_each(|g| calls(model, g, &mut called));
        own.extend(called.into_iter().map(Spot::Define));
        own.into_iter().for_each(|spot| spots.entry(spot).or_default().push(id));
    }
    spots
}

/// The definitions that an expression calls, and those that they call.
fn calls(model: &Model, expr: &Expr, found: &mut BTreeSet<DefineId>) {
    if let ExprKind::Call(define, _) = &expr.kind
        && found.insert(*define)
    {
        calls(model, &model.define(*define).body, found);
    }
    expr.children().into_iter().for_each(|child| calls(model, child, found));
}

/// The expression at a spot.
pub(super) fn expr(model: &Model, spot: Spot) -> Option<&Expr> {
    match spot {
        Spot::Where(id) => model.clause(id).subjects.as_ref()?.filter.as_ref(),
        Spot::When(id) => model.statement(id).when.as_ref(),
        Spot::Requirement(id) => Some(&model.statement(id).requirement),
        Spot::Define(id) => Some(&model.define(id).body),
        Spot::Force(_) => None,
    }
}

/// The statement's head with the other force, and where the head stands.
fn forced(model: &Model, sources: &Sources, id: StatementId) -> (String, Span) {
    let statement = model.statement(id);
    let head = Span { end: statement.requirement.span.start, ..statement.span };
    let written = one_line(sources.slice(head));
    let new = match statement.force {
        Force::Must => written.replacen("must", "must not", 1),
        Force::Should => written.replacen("should", "should not", 1),
        Force::MustNot | Force::ShouldNot | Force::May => written.replacen(" not", "", 1),
    };
    (new, head)
}

/// The opposite force.
pub(super) fn opposite(force: Force) -> Force {
    match force {
        Force::Must => Force::MustNot,
        Force::MustNot => Force::Must,
        Force::Should => Force::ShouldNot,
        Force::ShouldNot => Force::Should,
        Force::May => Force::May,
    }
}

impl Mutant {
    /// Changes rules as the mutant does; the same with the original's expression changes them back.
    pub(super) fn apply(&self, model: &mut Model) {
        put(model, self.spot, self.expr.clone());
    }

    /// Takes the change back.
    pub(super) fn undo(&self, model: &mut Model, original: &Model) {
        put(model, self.spot, expr(original, self.spot).cloned());
    }
}

fn put(model: &mut Model, spot: Spot, expr: Option<Expr>) {
    match (spot, expr) {
        (Spot::Where(id), expr) => {
            if let Some(subjects) = &mut model.clauses[id.index()].subjects {
                subjects.filter = expr;
            }
        }
        (Spot::When(id), expr) => model.statements[id.index()].when = expr,
        (Spot::Requirement(id), Some(expr)) => model.statements[id.index()].requirement = expr,
        (Spot::Define(id), Some(expr)) => model.defines[id.index()].body = expr,
        (Spot::Force(id), _) => {
            let force = &mut model.statements[id.index()].force;
            *force = opposite(*force);
        }
        (Spot::Requirement(_) | Spot::Define(_), None) => {}
    }
}
