//! One higher statement against lower ones: the question is asked, and what was found is given its name.

mod attested;
mod copied;
mod questions;
mod sides;

use kijun_model::{Force, Model, StatementId};

use crate::{Dimension, Gap, Solver, Verdict};
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
    let binding: Vec<StatementId> = lower.iter().copied().filter(weighty).collect();
    if binding.is_empty() {
        return Verdict::Weaker(vec![Gap { dimension: Dimension::Force, case: None, lower: lower.to_vec() }]);
    }
    let sides = Sides::new(solver, higher, &binding);
    if model.statement(higher).attest.is_some() { sides.answered() } else { sides.demanded() }
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
