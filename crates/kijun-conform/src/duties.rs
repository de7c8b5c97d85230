//! What clauses say beside their statements: who is responsible, who may derogate, how old evidence may be.

use std::collections::BTreeSet;

use kijun_model::{ClauseId, Duration, ExceptionRule, Model, RoleId};

use crate::Objection;
use crate::links::Links;

/// Holds each lower clause that has a statement against each clause that it directly puts into effect.
pub(crate) fn check(links: &Links<'_>) -> Vec<Objection> {
    let mut found = Vec::new();
    for &lower in links.clauses.iter().filter(|&&c| !links.statements_of(&[c]).is_empty()) {
        for higher in links.clauses_above(lower) {
            found.extend(role(links.model, higher, lower));
            found.extend(evidence(links.model, higher, lower));
        }
        found.extend(exceptions(links, lower));
    }
    found
}

/// The role below is the one above, stands above it in the reporting line, or is of higher rank. A clause that names nobody leaves it
/// to the role above, which then answers for its findings too.
fn role(model: &Model, higher: ClauseId, lower: ClauseId) -> Option<Objection> {
    let needed = model.clause(higher).by?;
    let role = model.clause(lower).by?;
    (!is_as_high(model, role, needed)).then_some(Objection::LowerRole { higher, lower, needed, role })
}

/// Whether a role is another, stands above it in the reporting line, or is of higher rank.
pub(crate) fn is_as_high(model: &Model, role: RoleId, needed: RoleId) -> bool {
    model.outranks_or_is(role, needed) || model.rank(role) < model.rank(needed)
}

/// What a clause itself permits, the rules for what it puts into effect permit. Where it says nothing it permits nothing of its
/// own: the rules above are asked.
fn exceptions(links: &Links<'_>, lower: ClauseId) -> Vec<Objection> {
    let Some(permitted) = &links.model.clause(lower).exceptions else { return Vec::new() };
    let mut seen = BTreeSet::new();
    let above = links.clauses_above(lower).into_iter();
    let rules = above.flat_map(|higher| rules(links, higher, &mut seen));
    let laxer = rules.filter(|(_, rule)| is_laxer(links.model, permitted, rule)).map(|(by, _)| by);
    let each: BTreeSet<ClauseId> = laxer.collect();
    each.into_iter().map(|higher| Objection::LaxerExceptions { higher, lower }).collect()
}

/// The rule for a clause: its own, or those of what it puts into effect.
fn rules<'a>(
    links: &Links<'a>,
    clause: ClauseId,
    seen: &mut BTreeSet<ClauseId>,
) -> Vec<(ClauseId, &'a ExceptionRule)> {
    if let Some(own) = &links.model.clause(clause).exceptions {
        return vec![(clause, own)];
    }
    if !seen.insert(clause) {
        return Vec::new();
    }
    links.clauses_above(clause).into_iter().flat_map(|above| rules(links, above, seen)).collect()
}

/// Whether one rule lets more be excepted than another.
pub(crate) fn is_laxer(model: &Model, permitted: &ExceptionRule, above: &ExceptionRule) -> bool {
    match (permitted, above) {
        (ExceptionRule::Never, _) => false,
        (ExceptionRule::By { .. }, ExceptionRule::Never) => true,
        (ExceptionRule::By { role, at_most }, ExceptionRule::By { role: needed, at_most: allowed }) => {
            !is_as_high(model, *role, *needed) || is_longer(*at_most, *allowed)
        }
    }
}

/// Evidence that is too old above is too old below.
fn evidence(model: &Model, higher: ClauseId, lower: ClauseId) -> Option<Objection> {
    let [allowed, accepted] = [higher, lower].map(|clause| model.clause(clause).evidence_at_most);
    is_longer(accepted, allowed).then_some(Objection::OlderEvidence { higher, lower })
}

/// Whether a limit lets more time pass than another. None is no limit.
pub(crate) fn is_longer(limit: Option<Duration>, than: Option<Duration>) -> bool {
    match (limit, than) {
        (_, None) => false,
        (None, Some(_)) => true,
        (Some(limit), Some(than)) => limit.length() > than.length(),
    }
}
