//! Which factors it takes to turn a finding from how it stands in one run into how it stands in the other.
//!
//! The sets of factors are gone through from small to large. A set is looked at only for what no smaller set has settled, and a world
//! is judged only if something asks for it. Nothing is taken for granted of a world that was not judged: a larger set may undo what a
//! smaller one did.

use std::collections::BTreeMap;

use kijun_findings::{Diff, Factor, Factors, Unattributed, Why};

use super::held::{Changed, Held};
use super::worlds::Worlds;
use crate::record::engine;

/// Tells of every change which factors are enough for it, and which undo it.
pub(super) fn attribute(worlds: &mut Worlds<'_>, diff: &mut Diff) {
    let mut factors = worlds.differ().clone();
    if !diff.changes.is_empty() || !diff.measures.is_empty() {
        let mut search = Search::of(worlds, diff);
        let found = search.all();
        let unattributed = search.unattributed();
        factors.extend(found.iter().flatten().flat_map(|why| why.enough.iter().flatten().copied()));
        let (of_findings, of_measures) = found.split_at(diff.changes.len());
        diff.changes.iter_mut().zip(of_findings).for_each(|(change, why)| change.why.clone_from(why));
        diff.measures.iter_mut().zip(of_measures).for_each(|(change, why)| change.why.clone_from(why));
        diff.unattributed = unattributed;
    }
    diff.factors = Some(factors);
}

/// A world by what is known of it.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
enum World {
    /// The older run as it was recorded.
    Old,
    /// The newer run as it was recorded.
    New,
    /// Judged now, with these taken from the newer run.
    Judged(Factors),
}

/// What the search is about, and what has come of it.
struct Sought<'d> {
    change: &'d dyn Changed,
    /// The factors that can matter to it.
    factors: Factors,
    why: Why,
}

struct Search<'w, 'a, 'd> {
    worlds: &'w mut Worlds<'a>,
    diff: &'d Diff,
    /// What was held against both runs; `None` of a world that could not be judged.
    held: BTreeMap<World, Option<Held>>,
    /// Of the older run and of the newer one: whether its record says of some change what its inputs do not come to.
    astray: [bool; 2],
}

impl<'w, 'a, 'd> Search<'w, 'a, 'd> {
    fn of(worlds: &'w mut Worlds<'a>, diff: &'d Diff) -> Self {
        let runs = [(World::Old, Some(Held::of_old(diff))), (World::New, Some(Held::of_new(diff)))];
        Search { worlds, diff, held: BTreeMap::from(runs), astray: [false; 2] }
    }

    /// Why each change, then each change of a measure, is one.
    fn all(&mut self) -> Vec<Option<Why>> {
        let diff = self.diff;
        let changes = diff.changes.iter().map(|change| change as &dyn Changed);
        let measures = diff.measures.iter().map(|change| change as &dyn Changed);
        let mut all: Vec<_> = changes.chain(measures).map(|change| self.sought(change)).collect();
        let factors: Factors = all.iter().flatten().flat_map(|sought| &sought.factors).copied().collect();
        for taken in subsets(&factors) {
            all.iter_mut().flatten().for_each(|sought| self.step(sought, &taken));
        }
        all.into_iter().map(|sought| sought.map(|sought| sought.why)).collect()
    }

    /// What can matter to a change. The engine can if a record says something else than what its inputs come to now, and the records
    /// are of two versions; if they are of one, nothing can be said.
    fn sought(&mut self, change: &'d dyn Changed) -> Option<Sought<'d>> {
        let mut factors = self.worlds.differ().clone();
        let as_old = change.is_as_in_old(self.held(&World::Judged(Factors::new()))?);
        let as_new = change.is_as_in_new(self.held(&World::Judged(factors.clone()))?);
        if !(as_old && as_new) {
            if self.diff.old.engine == self.diff.new.engine {
                self.astray = [self.astray[0] || !as_old, self.astray[1] || !as_new];
                return None;
            }
            factors.insert(Factor::Engine);
        }
        Some(Sought { change, factors, why: Why::default() })
    }

    /// Sees whether a set of factors is enough for a change, and whether it undoes it. A set that holds a smaller one that does is not
    /// the least.
    fn step(&mut self, sought: &mut Sought<'d>, taken: &Factors) {
        if !taken.is_subset(&sought.factors) {
            return;
        }
        let is_least = |found: &[Factors]| !found.iter().any(|smaller| smaller.is_subset(taken));
        let (change, factors) = (sought.change, &sought.factors);
        if is_least(&sought.why.enough)
            && self.world(factors, taken).is_some_and(|world| change.is_as_in_new(world))
        {
            sought.why.enough.push(taken.clone());
        }
        let left: Factors = factors.difference(taken).copied().collect();
        if is_least(&sought.why.undo)
            && self.world(factors, &left).is_some_and(|world| change.is_as_in_old(world))
        {
            sought.why.undo.push(taken.clone());
        }
    }

    /// The world with these taken from the newer run, of all these that can matter.
    fn world(&mut self, factors: &Factors, taken: &Factors) -> Option<&Held> {
        let world = match (taken.is_empty(), taken == factors) {
            (true, _) => World::Old,
            (_, true) => World::New,
            _ => self.judged(factors, taken)?,
        };
        self.held(&world)
    }

    /// A world between the two runs. Of two engines only the one that runs can judge it.
    fn judged(&self, factors: &Factors, taken: &Factors) -> Option<World> {
        let made_it =
            if taken.contains(&Factor::Engine) { &self.diff.new.engine } else { &self.diff.old.engine };
        if factors.contains(&Factor::Engine) && *made_it != engine() {
            return None;
        }
        Some(World::Judged(taken.iter().copied().filter(|factor| *factor != Factor::Engine).collect()))
    }

    fn held(&mut self, world: &World) -> Option<&Held> {
        if let World::Judged(taken) = world
            && !self.held.contains_key(world)
        {
            let runs = self.worlds.recorded();
            let held =
                self.worlds.record(taken).map(|record| match runs.map(|run| std::ptr::eq(run, record)) {
                    [true, _] => Held::of_old(self.diff),
                    [_, true] => Held::of_new(self.diff),
                    [false, false] => Held::of(runs, record),
                });
            self.held.insert(world.clone(), held);
        }
        self.held.get(world)?.as_ref()
    }

    /// Why some causes are not known.
    fn unattributed(&self) -> Vec<Unattributed> {
        let records = [(true, &self.diff.old), (false, &self.diff.new)];
        let astray = records.into_iter().zip(self.astray).filter(|(_, astray)| *astray);
        let does_not_follow = astray.map(|((of_old, run), _)| Unattributed::DoesNotFollow {
            of_old,
            made_by: run.engine.version.clone(),
            judged_by: engine().version,
        });
        does_not_follow.chain(self.worlds.unjudged()).collect()
    }
}

/// Every set of some factors but the empty one: smaller ones first, then in the order of the factors.
fn subsets(factors: &Factors) -> Vec<Factors> {
    let mut all = vec![Factors::new()];
    for factor in factors {
        let with = |set: &Factors| set.iter().copied().chain([*factor]).collect();
        let more: Vec<Factors> = all.iter().map(with).collect();
        all.extend(more);
    }
    all.retain(|set| !set.is_empty());
    all.sort_by(|a, b| (a.len(), a).cmp(&(b.len(), b)));
    all
}
