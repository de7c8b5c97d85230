//! One higher statement against lower ones: the question is asked, and what was found is given its name.

mod attested;
mod copied;
mod questions;
mod sides;

use std::sync::Arc;

use kijun_model::{Force, Model, StatementId};

use crate::{Case, Dimension, Gap, Solver, Verdict};
pub(crate) use attested::same_question;
pub(crate) use copied::{same_demand, same_guards};
use sides::Sides;

/// What lower statements come to, together, beside a higher one.
///
/// They are taken as they stand: whose documents they are and what they cite plays no part. With no lower statement the verdict is
/// [`Verdict::Uncovered`].
#[must_use]
pub fn compare(solver: &Solver<'_>, higher: StatementId, lower: &[StatementId]) -> Verdict {
    let model = solver.model;
    let force = model.statement(higher).force;
    if force == Force::May {
        return Verdict::Permission;
    }
    if lower.is_empty() {
        return Verdict::Uncovered;
    }
    let weighty = |s: &StatementId| weight(model.statement(*s).force) >= weight(force);
    let (binding, lesser): (Vec<StatementId>, Vec<StatementId>) = lower.iter().partition(|s| weighty(s));
    if binding.is_empty() {
        return Verdict::Weaker(vec![force_gap(None, lesser)]);
    }
    let verdict = of_enough_force(solver, higher, &binding);
    let advice: Vec<StatementId> =
        lesser.into_iter().filter(|&s| weight(model.statement(s).force) > 0).collect();
    match gaps(&verdict).and_then(|gaps| gaps.first()) {
        Some(gap) if !advice.is_empty() && is_made_up_for(solver, higher, lower) => {
            Verdict::Weaker(vec![force_gap(gap.case.clone(), advice)])
        }
        _ => verdict,
    }
}

fn of_enough_force(solver: &Solver<'_>, higher: StatementId, lower: &[StatementId]) -> Verdict {
    let sides = Sides::new(solver, higher, lower);
    if solver.model.statement(higher).attest.is_some() { sides.answered() } else { sides.demanded() }
}

/// Whether nothing would be missing if what is only recommended were binding.
fn is_made_up_for(solver: &Solver<'_>, higher: StatementId, lower: &[StatementId]) -> bool {
    let says = |s: &StatementId| weight(solver.model.statement(*s).force) > 0;
    let all: Vec<StatementId> = lower.iter().copied().filter(says).collect();
    matches!(of_enough_force(solver, higher, &all), Verdict::Stricter | Verdict::Equal)
}

fn force_gap(case: Option<Arc<Case>>, lower: Vec<StatementId>) -> Gap {
    Gap { dimension: Dimension::Force, case, lower }
}

/// The gaps of a verdict that refutes.
fn gaps(verdict: &Verdict) -> Option<&[Gap]> {
    match verdict {
        Verdict::Weaker(gaps) | Verdict::Incomparable(gaps) | Verdict::Partial(gaps) => Some(gaps),
        _ => None,
    }
}

/// How much a force counts.
pub(crate) fn weight(force: Force) -> u8 {
    match force {
        Force::Must | Force::MustNot => 2,
        Force::Should | Force::ShouldNot => 1,
        Force::May => 0,
    }
}

/// Whether two statements look at the same evidence.
pub(crate) fn share_evidence(model: &Model, one: StatementId, other: StatementId) -> bool {
    !model.reads(one).is_disjoint(&model.reads(other))
}
