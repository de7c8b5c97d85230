//! Which clauses of later editions continue one of an earlier edition.

use std::collections::{BTreeSet, VecDeque};

use kijun_model::{ClauseId, Model};
use kijun_standards::Standards;

/// The wanted clauses that continue a clause, through the editions between: those that say so (`was`); where none does, the one
/// that has its number in the next edition and does not say that it continues another.
pub(crate) fn continued_by(
    model: &Model,
    standards: &Standards,
    clause: ClauseId,
    wanted: impl Fn(ClauseId) -> bool,
) -> Vec<ClauseId> {
    let mut seen = BTreeSet::from([clause]);
    let mut queue = VecDeque::from([clause]);
    let mut found = BTreeSet::new();
    while let Some(earlier) = queue.pop_front() {
        for later in standards.continuations(model, earlier) {
            if wanted(later) {
                found.insert(later);
            }
            if seen.insert(later) {
                queue.push_back(later);
            }
        }
    }
    found.into_iter().collect()
}
