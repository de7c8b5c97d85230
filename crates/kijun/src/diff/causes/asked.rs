//! What is asked of the worlds, and the worlds that it takes: each is loaded once, and its evidence read once.

use std::collections::{BTreeMap, BTreeSet};

use kijun_findings::{Factor, Factors};

use super::opened::{Evidence, Opened, Wanted, Whole};
use crate::audit::Prepared;
use crate::diff::worlds::Worlds;
use crate::load::Loaded;

/// A factor to be explained, in a set that is enough.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Question {
    pub(super) set: Factors,
    pub(super) factor: Factor,
}

impl Question {
    /// What the world with the whole set takes from the newer run.
    pub(super) fn newer(&self) -> Factors {
        self.without(Factor::Engine, &self.set)
    }

    /// What the world without the factor takes from it.
    pub(super) fn older(&self) -> Factors {
        self.without(self.factor, &self.newer())
    }

    /// For newer evidence: the worlds in which the older and the newer evidence are each judged on their own day.
    pub(super) fn own_days(&self, differ: &Factors) -> Option<[Factors; 2]> {
        let day = differ.contains(&Factor::Date).then_some(Factor::Date);
        let later = || self.newer().into_iter().chain(day).collect();
        (self.factor == Factor::Evidence).then(|| [self.without(Factor::Date, &self.older()), later()])
    }

    /// Where it is the day alone, and the newer run has evidence of its own: the world with that.
    pub(super) fn renewed(&self, differ: &Factors) -> Option<Factors> {
        let evidence = Factor::Evidence;
        let alone =
            self.factor == Factor::Date && !self.set.contains(&evidence) && differ.contains(&evidence);
        alone.then(|| self.newer().into_iter().chain([evidence]).collect())
    }

    /// Every world that it takes; those of other days only where a measure asks.
    pub(super) fn worlds(&self, differ: &Factors, is_of_measures: bool) -> Vec<Factors> {
        let days = self.own_days(differ).filter(|_| is_of_measures);
        let needed = [self.newer(), self.older()].into_iter().chain(self.renewed(differ));
        needed.chain(days.into_iter().flatten()).collect()
    }

    fn without(&self, factor: Factor, set: &Factors) -> Factors {
        set.iter().copied().filter(|other| *other != factor).collect()
    }
}

/// A world whose rules were put together.
pub(super) struct Laid {
    loaded: Loaded,
    prepared: Prepared,
}

/// Those that can be judged, by what they take from the newer run.
pub(super) fn lay(worlds: &Worlds<'_>, sets: BTreeSet<Factors>) -> BTreeMap<Factors, Laid> {
    let laid = sets.into_iter().filter_map(|taken| {
        let loaded = worlds.loaded(&taken);
        let prepared = Opened::prepare(&loaded, worlds.options(&taken))?;
        Some((taken, Laid { loaded, prepared }))
    });
    laid.collect()
}

/// A world that can be asked.
pub(super) struct World<'a> {
    pub(super) opened: Opened<'a>,
    pub(super) evidence: Evidence,
}

/// Opens worlds, with what is wanted of their evidence.
pub(super) fn open<'a>(
    laid: &'a BTreeMap<Factors, Laid>,
    wanted: &Wanted,
    whole: &BTreeSet<Whole>,
) -> BTreeMap<Factors, World<'a>> {
    let opened = laid.iter().enumerate().filter_map(|(number, (taken, Laid { loaded, prepared }))| {
        let opened = Opened::new(loaded, prepared)?;
        let evidence = Evidence::read(loaded, prepared, wanted, whole, number)?;
        Some((taken.clone(), World { opened, evidence }))
    });
    opened.collect()
}
