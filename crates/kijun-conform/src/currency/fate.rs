//! What became of a clause: it is held against those that continue it, and they against it.

use std::collections::BTreeSet;

use kijun_model::{ClauseId, Model, RoleId, StatementId};
use kijun_standards::{EffectiveSet, Standards};

use super::continued;
use crate::compare::{same_demand, same_guards};
use crate::{Dimension, Fate, Gap, Solver, Verdict, compare, demand};

pub(super) fn of(solver: &Solver<'_>, standards: &Standards, set: &EffectiveSet, clause: ClauseId) -> Fate {
    let model = solver.model;
    let continuing = continued::by(model, standards, set, clause);
    if continuing.is_empty() {
        return Fate::Vanished;
    }
    let now: Vec<StatementId> =
        continuing.iter().flat_map(|&c| model.clause(c).statements.iter().copied()).collect();
    let then = &model.clause(clause).statements;
    let [gained, lost] = [beyond(solver, &now, then), beyond(solver, then, &now)];
    let mut dimensions: BTreeSet<Dimension> = gained.dimensions;
    dimensions.extend(lost.dimensions);
    if responsible(model, &continuing) != responsible(model, &[clause]) {
        dimensions.insert(Dimension::Responsibility);
    }
    match dimensions.is_empty() && gained.proved && lost.proved {
        true => Fate::Same(continuing),
        false => Fate::Changed(continuing, dimensions.into_iter().collect()),
    }
}

fn responsible(model: &Model, clauses: &[ClauseId]) -> BTreeSet<Option<RoleId>> {
    clauses.iter().map(|&c| model.clause(c).by).collect()
}

/// What some statements demand beyond others.
struct Beyond {
    dimensions: BTreeSet<Dimension>,
    /// Whether all was decided.
    proved: bool,
}

fn beyond(solver: &Solver<'_>, statements: &[StatementId], others: &[StatementId]) -> Beyond {
    let mut beyond = Beyond { dimensions: BTreeSet::new(), proved: true };
    for &statement in statements {
        if others.iter().any(|&other| is_twin(solver.model, statement, other)) {
            continue;
        }
        match compare(solver, statement, others) {
            Verdict::Stricter | Verdict::Equal => {}
            Verdict::Weaker(gaps) | Verdict::Incomparable(gaps) | Verdict::Partial(gaps) => {
                beyond.dimensions.extend(gaps.iter().map(|gap: &Gap| gap.dimension));
            }
            Verdict::Undecided(_) => beyond.proved = false,
            Verdict::Permission => _ = beyond.dimensions.insert(Dimension::Force),
            Verdict::Uncovered | Verdict::Undeclared | Verdict::Adopted(_) | Verdict::Excluded(..) => {
                beyond.dimensions.insert(Dimension::Strength);
            }
        }
    }
    beyond
}

/// Whether two statements are written alike. Of questions that a person answers the words count.
fn is_twin(model: &Model, one: StatementId, other: StatementId) -> bool {
    let [a, b] = [one, other].map(|id| model.statement(id));
    let required = match (&a.attest, &b.attest) {
        (Some(a), Some(b)) => a.question == b.question && a.every == b.every,
        (None, None) => same_demand(model, one, other),
        _ => false,
    };
    let kind = demand::kind(model, one);
    let bound = kind.is_some() && kind == demand::kind(model, other);
    required && a.force == b.force && bound && same_guards(model, one, other)
}
