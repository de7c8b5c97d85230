//! Which clauses of the editions in force continue one of an earlier edition.

use std::collections::{BTreeSet, VecDeque};

use kijun_model::{ClauseId, Model};
use kijun_standards::{EffectiveSet, Standards};

use super::is_in_force;

/// The clauses in force that continue a clause, through the editions between: those that say so (`was`); where none does, the one
/// that has its number in the next edition and does not say that it continues another.
pub(super) fn by(
    model: &Model,
    standards: &Standards,
    set: &EffectiveSet,
    clause: ClauseId,
) -> Vec<ClauseId> {
    let mut seen = BTreeSet::from([clause]);
    let mut queue = VecDeque::from([clause]);
    let mut found = BTreeSet::new();
    while let Some(earlier) = queue.pop_front() {
        for later in standards.continuations(model, earlier) {
            let binds = set.editions.contains(&model.clause(later).edition) && is_in_force(model, later, set);
            if binds {
                found.insert(later);
            }
            if seen.insert(later) {
                queue.push_back(later);
            }
        }
    }
    found.into_iter().collect()
}
