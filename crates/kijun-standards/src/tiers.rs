//! Tiers: which stands above which. Their names are data; their order comes out of the documents.

use std::collections::BTreeMap;
use std::sync::Arc;

use kijun_model::{EditionId, Model};

use crate::Standards;
use crate::dag::{Dag, Edge};

/// The tiers that documents name, highest first.
#[derive(Clone, Debug, Default)]
pub(crate) struct Tiers {
    /// Each with its rank; 0 is the highest, and tiers that nothing ranks against each other may share one.
    ranked: Vec<(Arc<str>, usize)>,
}

impl Tiers {
    /// A tier stands below another where a document of the one must conform to a document of the other.
    ///
    /// Documents of one tier may conform to one another without moving it; tiers that stand below each other in a circle
    /// rank as if those documents were not linked.
    pub(crate) fn of(model: &Model, conforming: &[Edge]) -> Tiers {
        let names = names(model);
        let tier = |e: usize| model.editions[e].tier.as_ref().and_then(|t| names.get(t).copied());
        let between = conforming
            .iter()
            .filter_map(|e| Some(Edge { from: tier(e.from)?, to: tier(e.to)?, span: e.span }));
        let mut edges: Vec<Edge> = between.filter(|e| e.from != e.to).collect();
        edges.sort_by_key(|e| (e.from, e.to));
        edges.dedup_by_key(|e| (e.from, e.to));
        let (dag, _) = Dag::new(names.len(), &edges);
        let mut ranked: Vec<(Arc<str>, usize)> =
            names.iter().map(|(name, &i)| (name.clone(), dag.depth(i))).collect();
        ranked.sort_by(|a, b| (a.1, &a.0).cmp(&(b.1, &b.0)));
        Tiers { ranked }
    }

    fn rank(&self, name: &str) -> Option<usize> {
        self.ranked.iter().find(|(tier, _)| &**tier == name).map(|&(_, rank)| rank)
    }

    /// Whether the first document is known to stand on the other's tier or on a lower one.
    pub(crate) fn is_level_or_below(&self, model: &Model, one: EditionId, other: EditionId) -> bool {
        match (&model.edition(one).tier, &model.edition(other).tier) {
            (Some(a), Some(b)) => a == b || self.rank(a) > self.rank(b),
            _ => false,
        }
    }
}

fn names(model: &Model) -> BTreeMap<Arc<str>, usize> {
    let mut names = BTreeMap::new();
    for tier in model.editions.iter().filter_map(|e| e.tier.as_ref()) {
        let next = names.len();
        names.entry(tier.clone()).or_insert(next);
    }
    names
}

impl Standards {
    /// The names of the tiers, highest first; of those that nothing ranks against each other, by name.
    pub fn tiers(&self) -> impl Iterator<Item = &Arc<str>> {
        self.tiers.ranked.iter().map(|(name, _)| name)
    }

    /// A tier's altitude: 0 is the highest.
    #[must_use]
    pub fn tier_rank(&self, tier: &str) -> Option<usize> {
        self.tiers.rank(tier)
    }
}
