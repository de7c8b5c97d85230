//! Provisions cited in an edition that is not in force any more, and what became of each in the edition that is.
//!
//! That a document as a whole cites such an edition is told by `kijun-standards`; here are the single provisions that it puts into
//! effect, takes over or excludes. One of an edition that is still to come has become of nothing yet.

mod fate;

use std::collections::BTreeMap;

use kijun_diag::Span;
use kijun_model::{ClauseId, EditionId, Link, Model, Target};
use kijun_standards::{EffectiveSet, Standards, State, clauses_of, edition_of};

use crate::{Fate, Objection, Solver};

/// The stale provisions that documents in force cite, in the order in which they are written: heads first.
pub(crate) fn check(solver: &Solver<'_>, standards: &Standards, set: &EffectiveSet) -> Vec<Objection> {
    let model = solver.model;
    let mut fates: BTreeMap<ClauseId, Fate> = BTreeMap::new();
    let mut found = Vec::new();
    for citation in set.editions.iter().flat_map(|&e| citations(model, e, set)) {
        if !has_gone(standards, set, edition_of(model, citation.link.to)) {
            continue;
        }
        for cited in clauses_of(model, citation.link.to) {
            let fate = fates.entry(cited).or_insert_with(|| fate::of(solver, standards, set, cited));
            found.push(citation.stale(cited, fate.clone()));
        }
    }
    found
}

/// A link from a document in force to a provision above it.
struct Citation<'m> {
    clause: Option<ClauseId>,
    document: EditionId,
    link: &'m Link<Target>,
}

impl Citation<'_> {
    fn stale(&self, cited: ClauseId, fate: Fate) -> Objection {
        let span: Span = self.link.span;
        Objection::StaleProvision { clause: self.clause, document: self.document, span, cited, fate }
    }
}

fn citations<'m>(model: &'m Model, document: EditionId, set: &EffectiveSet) -> Vec<Citation<'m>> {
    let edition = model.edition(document);
    let excluded = edition.excludes.iter().map(|(link, _)| link);
    let heads = edition.adopts.iter().chain(excluded).map(|link| Citation { clause: None, document, link });
    let in_force = |clause: &&ClauseId| is_in_force(model, **clause, set);
    let clauses = edition.clauses.iter().filter(in_force).flat_map(|&clause| {
        let links = model.clause(clause).implements.iter();
        links.map(move |link| Citation { clause: Some(clause), document, link })
    });
    heads.chain(clauses).collect()
}

/// Whether a clause of an edition in force is in force itself.
fn is_in_force(model: &Model, clause: ClauseId, set: &EffectiveSet) -> bool {
    let clause = model.clause(clause);
    clause.from.is_none_or(|from| from <= set.as_of) && clause.until.is_none_or(|until| set.as_of <= until)
}

fn has_gone(standards: &Standards, set: &EffectiveSet, edition: EditionId) -> bool {
    matches!(standards.state(edition, set.as_of), State::Superseded { .. } | State::Lapsed { .. })
}
