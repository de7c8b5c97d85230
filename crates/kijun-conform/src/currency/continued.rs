//! Which clauses of the editions in force continue one of an earlier edition.

use std::collections::{BTreeSet, VecDeque};

use kijun_model::{ClauseId, EditionId, Model};
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
        for later in next(model, standards, earlier) {
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

fn next(model: &Model, standards: &Standards, clause: ClauseId) -> Vec<ClauseId> {
    let explicit = standards.continued_by(clause);
    if explicit.is_empty() { same_number(model, standards, clause).into_iter().collect() } else { explicit }
}

/// The clause with this number in the first edition to take the place of this one that has the number.
fn same_number(model: &Model, standards: &Standards, clause: ClauseId) -> Option<ClauseId> {
    let own = model.clause(clause);
    let editions = (0..model.editions.len()).map(EditionId::from_index);
    let later = editions.filter(|&e| standards.replaces(e, own.edition));
    let named = |e: EditionId| {
        let mut clauses = model.edition(e).clauses.iter().copied();
        clauses.find(|&c| model.clause(c).number == own.number)
    };
    let date = |c: &ClauseId| model.edition(model.clause(*c).edition).date;
    later.filter_map(named).min_by_key(date).filter(|&c| model.clause(c).was.is_empty())
}
