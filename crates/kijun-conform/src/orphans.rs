//! Clauses that nothing above asks for. They are listed, not scolded.

use kijun_model::ClauseId;
use kijun_standards::{Standards, clauses_of};

use crate::links::Links;
use crate::order::place;

/// The clauses with statements, of documents that conform to others, that put nothing above them into effect; of each
/// document by their numbers.
pub(crate) fn orphans(standards: &Standards, links: &Links<'_>) -> Vec<ClauseId> {
    let lower = |c: &ClauseId| !links.model.edition(links.model.clause(*c).edition).conforms_to.is_empty();
    let stated = |c: &ClauseId| !links.statements_of(&[*c]).is_empty();
    let all = links.clauses.iter().copied().filter(lower).filter(stated);
    let alone = |c: &ClauseId| links.statements_above(*c).is_empty() && !names_a_text(standards, links, *c);
    let mut orphans: Vec<ClauseId> = all.filter(alone).collect();
    orphans.sort_by_cached_key(|&c| place(links.model, links.effective, c));
    orphans
}

/// Whether a clause puts one into effect that is in force and has no statement.
fn names_a_text(standards: &Standards, links: &Links<'_>, clause: ClauseId) -> bool {
    let named = links.model.clause(clause).implements.iter().flat_map(|l| clauses_of(links.model, l.to));
    let day = links.effective.as_of;
    let in_force = |c: ClauseId| standards.is_in_force(links.model.clause(c).edition, day);
    named.filter(|&c| in_force(c)).any(|c| links.model.clause(c).statements.is_empty())
}
