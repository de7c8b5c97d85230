//! Links between provisions that point where they may not.

use std::cell::OnceCell;
use std::collections::BTreeSet;

use kijun_diag::Diagnostics;
use kijun_model::{ClauseId, EditionId, Link, Model, Target};

use crate::dag::{Dag, Edge, walk};
use crate::target::{clauses_of, edition_of};
use crate::{Standards, problems};

/// What each edition reaches over links as they were written, circles included, so that a circle is told once and not
/// again by everything that leans on it.
pub(crate) struct Reach {
    next: Vec<Vec<usize>>,
    memo: Vec<OnceCell<BTreeSet<usize>>>,
}

impl Reach {
    pub(crate) fn new(n: usize, edges: &[Edge]) -> Reach {
        let mut next = vec![Vec::new(); n];
        for edge in edges {
            next[edge.from].push(edge.to);
        }
        Reach { next, memo: vec![OnceCell::new(); n] }
    }

    /// Whether one edition reaches another over at least one link.
    pub(crate) fn has(&self, from: EditionId, to: EditionId) -> bool {
        let all = || walk(from.index(), |n| self.next[n].clone()).into_iter().map(|(n, _)| n).collect();
        self.memo[from.index()].get_or_init(all).contains(&to.index())
    }
}

/// Every link between provisions that points where it may not.
pub(crate) fn check(
    model: &Model,
    standards: &Standards,
    conforming: &Reach,
    superseding: &Reach,
) -> Diagnostics {
    let mut found = Diagnostics::default();
    for (index, clause) in model.clauses.iter().enumerate() {
        let id = ClauseId::from_index(index);
        let reported = |dag: &Dag, link: &Link<Target>| {
            clauses_of(model, link.to).iter().any(|c| dag.was_cut(index, c.index()))
        };
        for link in clause.implements.iter().filter(|link| !reported(&standards.implements, link)) {
            implements(model, standards, conforming, (id, *link), &mut found);
        }
        for link in clause.was.iter().filter(|link| !reported(&standards.was, link)) {
            if !superseding.has(clause.edition, edition_of(model, link.to)) {
                found.push(problems::was_not_superseded(model, id, *link));
            }
        }
        if let (Some(from), Some(until)) = (clause.from, clause.until)
            && until < from
        {
            found.push(problems::reversed_period(clause.span, from, until));
        }
    }
    heads(model, conforming, &mut found);
    found
}

/// `implements` must point upward. Where it does not, is a `conforms to` missing, or is it the wrong way round?
fn implements(
    model: &Model,
    standards: &Standards,
    conforming: &Reach,
    (clause, link): (ClauseId, Link<Target>),
    found: &mut Diagnostics,
) {
    let (own, other) = (model.clause(clause).edition, edition_of(model, link.to));
    if conforming.has(own, other) {
        return;
    }
    let one_standard = model.edition(own).name == model.edition(other).name;
    if one_standard || conforming.has(other, own) || standards.tiers.is_level_or_below(model, other, own) {
        found.push(problems::implements_not_above(model, clause, link));
    } else {
        found.push(problems::implements_unrelated(model, clause, link));
    }
}

fn heads(model: &Model, conforming: &Reach, found: &mut Diagnostics) {
    for (index, edition) in model.editions.iter().enumerate() {
        let id = EditionId::from_index(index);
        let not_above = |link: &Link<Target>| !conforming.has(id, edition_of(model, link.to));
        for link in edition.adopts.iter().filter(|link| not_above(link)) {
            found.push(problems::adopts_not_above(model, id, *link));
        }
        for (link, _) in edition.excludes.iter().filter(|(link, _)| not_above(link)) {
            found.push(problems::excludes_not_above(model, id, *link));
        }
    }
}
