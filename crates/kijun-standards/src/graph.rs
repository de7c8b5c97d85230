//! The graph: documents and clauses with the links between them.

use std::collections::BTreeMap;
use std::sync::Arc;

use kijun_diag::{Diagnostic, Diagnostics};
use kijun_model::{Clause, ClauseId, Edition, EditionId, Link, Model, Target};

use crate::dag::{Cycle, Dag, Edge};
use crate::editions::{self, Life};
use crate::links::{self, Reach};
use crate::target::clauses_of;
use crate::tiers::Tiers;
use crate::{lineage, problems};

/// The documents of a model and how they hang together.
///
/// It holds ids of the model it was built from; every question is asked with that same model.
#[derive(Clone, Debug)]
pub struct Standards {
    pub(crate) conforms_to: Dag,
    pub(crate) supersedes: Dag,
    pub(crate) implements: Dag,
    pub(crate) was: Dag,
    pub(crate) lives: Vec<Life>,
    pub(crate) tiers: Tiers,
    pub(crate) lineages: Vec<Arc<str>>,
    /// The first clause of each number in each edition.
    pub(crate) numbers: BTreeMap<(EditionId, Arc<str>), ClauseId>,
}

/// Builds the graph and says what is wrong with it. Whatever is wrong, the graph can be used.
#[must_use]
pub fn build(model: &Model) -> (Standards, Diagnostics) {
    let mut found = Diagnostics::default();
    let conforming = document_edges(model, |e| &e.conforms_to);
    let superseding = document_edges(model, |e| &e.supersedes);
    let implementing = clause_edges(model, |c| &c.implements);
    let continuing = clause_edges(model, |c| &c.was);
    let (n_editions, n_clauses) = (model.editions.len(), model.clauses.len());

    let conforms_to = acyclic(n_editions, &conforming, |c| problems::cyclic_standard(model, c), &mut found);
    let supersedes =
        acyclic(n_editions, &superseding, |c| problems::cyclic_supersession(model, c), &mut found);
    let implements = acyclic(n_clauses, &implementing, |c| problems::cyclic_implements(model, c), &mut found);
    let was = acyclic(n_clauses, &continuing, |c| problems::cyclic_was(model, c), &mut found);
    let lives = Life::all(model, &supersedes);
    let tiers = Tiers::of(model, &conforming);
    let lineages = lineage::of_clauses(model, &was, &supersedes);
    let numbers = numbers(model);
    let standards = Standards { conforms_to, supersedes, implements, was, lives, tiers, lineages, numbers };

    let conforming = Reach::new(n_editions, &conforming);
    let superseding = Reach::new(n_editions, &superseding);
    found.append(editions::check(model, &standards, &superseding));
    found.append(links::check(model, &standards, &conforming, &superseding));
    found.sort();
    (standards, found)
}

fn numbers(model: &Model) -> BTreeMap<(EditionId, Arc<str>), ClauseId> {
    let mut numbers = BTreeMap::new();
    for (index, clause) in model.clauses.iter().enumerate() {
        let key = (clause.edition, clause.number.clone());
        numbers.entry(key).or_insert(ClauseId::from_index(index));
    }
    numbers
}

/// A graph without the cycles, which are told.
fn acyclic(
    n: usize,
    edges: &[Edge],
    tell: impl Fn(&Cycle) -> Option<Diagnostic>,
    found: &mut Diagnostics,
) -> Dag {
    let (dag, cycles) = Dag::new(n, edges);
    found.extend(cycles.iter().filter_map(tell));
    dag
}

fn document_edges(model: &Model, links: impl Fn(&Edition) -> &Vec<Link<EditionId>>) -> Vec<Edge> {
    let mut edges = Vec::new();
    for (from, edition) in model.editions.iter().enumerate() {
        edges.extend(links(edition).iter().map(|link| Edge { from, to: link.to.index(), span: link.span }));
    }
    edges
}

fn clause_edges(model: &Model, links: impl Fn(&Clause) -> &Vec<Link<Target>>) -> Vec<Edge> {
    let mut edges = Vec::new();
    for (from, clause) in model.clauses.iter().enumerate() {
        for link in links(clause) {
            let targets = clauses_of(model, link.to).into_iter().map(ClauseId::index);
            edges.extend(targets.map(|to| Edge { from, to, span: link.span }));
        }
    }
    edges
}

impl Standards {
    /// Whether one edition must conform to another, directly or through others.
    #[must_use]
    pub fn conforms(&self, lower: EditionId, higher: EditionId) -> bool {
        self.conforms_to.reaches(lower.index(), higher.index())
    }

    /// Every edition that one must conform to, directly or through others, nearest first.
    #[must_use]
    pub fn above(&self, edition: EditionId) -> Vec<EditionId> {
        let above = self.conforms_to.all_above(edition.index());
        above.into_iter().map(|(e, _)| EditionId::from_index(e)).collect()
    }

    /// Every edition that must conform to one, directly or through others, nearest first.
    #[must_use]
    pub fn below(&self, edition: EditionId) -> Vec<EditionId> {
        let below = self.conforms_to.all_below(edition.index());
        below.into_iter().map(|(e, _)| EditionId::from_index(e)).collect()
    }

    /// Those of some editions that must conform to one, or to an edition whose place it has taken, directly or through others.
    #[must_use]
    pub fn held_to(&self, higher: EditionId, among: &[EditionId]) -> Vec<EditionId> {
        let reaches = |lower: &EditionId| {
            self.conforms(*lower, higher)
                || self.above(*lower).iter().any(|&cited| self.replaces(higher, cited))
        };
        among.iter().copied().filter(reaches).collect()
    }

    /// Whether one edition takes the place of another, directly or through others.
    #[must_use]
    pub fn replaces(&self, later: EditionId, earlier: EditionId) -> bool {
        self.supersedes.reaches(later.index(), earlier.index())
    }

    /// How many documents stand above an edition on the longest way up: 0 for the highest.
    #[must_use]
    pub fn rank(&self, edition: EditionId) -> usize {
        self.conforms_to.depth(edition.index())
    }

    /// The clauses that continue one in later editions (`was`), directly.
    #[must_use]
    pub fn continued_by(&self, clause: ClauseId) -> Vec<ClauseId> {
        self.was.below(clause.index()).into_iter().map(ClauseId::from_index).collect()
    }
}
