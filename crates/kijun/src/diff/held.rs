//! A world held against both runs, so that it can be told of every change how it stands there.

use std::collections::{BTreeMap, BTreeSet};

use kijun_findings::{Change, Class, Diff, MeasureChange, RunRecord, Seen, Telling};

/// A world held against both runs.
#[derive(Default)]
pub(super) struct Held {
    /// Findings of the older run that are not the same in the world.
    from_old: BTreeMap<String, Other>,
    /// Findings of the newer run that are not the same in the world.
    to_new: BTreeMap<String, Other>,
    measures_from_old: BTreeSet<String>,
    measures_to_new: BTreeSet<String>,
}

/// How a world tells a finding otherwise than a run.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Other {
    /// It stands as in the run, under another number or in another finding.
    Cited,
    /// It stands otherwise.
    Told,
    /// The world does not tell it, and has seen this.
    Untold(Seen),
}

impl Held {
    /// Against the older run, then against the newer one. The same function tells what is different as tells it of the runs.
    pub(super) fn of([old, new]: [&RunRecord; 2], world: &RunRecord) -> Held {
        let (from_old, to_new) = (kijun_findings::diff(old, world), kijun_findings::diff(world, new));
        Held {
            measures_from_old: measures(&from_old),
            measures_to_new: measures(&to_new),
            from_old: told_before(&from_old),
            to_new: told_after(&to_new),
        }
    }

    /// Of the older run itself.
    pub(super) fn of_old(diff: &Diff) -> Held {
        Held { to_new: told_after(diff), measures_to_new: measures(diff), ..Held::default() }
    }

    /// Of the newer run itself.
    pub(super) fn of_new(diff: &Diff) -> Held {
        Held { from_old: told_before(diff), measures_from_old: measures(diff), ..Held::default() }
    }
}

fn told_before(diff: &Diff) -> BTreeMap<String, Other> {
    let told = diff.changes.iter().filter_map(|change| {
        let untold = change.after.told.is_none().then_some(change.after.seen);
        Some((change.before.told.as_ref()?.finding.clone(), other(change, untold)))
    });
    told.collect()
}

fn told_after(diff: &Diff) -> BTreeMap<String, Other> {
    let told = diff.changes.iter().filter_map(|change| {
        let untold = change.before.told.is_none().then_some(change.before.seen);
        Some((change.after.told.as_ref()?.finding.clone(), other(change, untold)))
    });
    told.collect()
}

fn other(change: &Change, untold: Option<Seen>) -> Other {
    match untold {
        Some(seen) => Other::Untold(seen),
        None if change.class == Class::Moved && is_only_cited_otherwise(change) => Other::Cited,
        None => Other::Told,
    }
}

/// Whether a finding that moved is about the same, and reaches as far.
fn is_only_cited_otherwise(change: &Change) -> bool {
    let tier = |told: &Telling| told.altitude.as_ref().map(|altitude| altitude.tier.clone());
    match (&change.before.told, &change.after.told) {
        (Some(before), Some(after)) => before.about == after.about && tier(before) == tier(after),
        _ => false,
    }
}

fn measures(diff: &Diff) -> BTreeSet<String> {
    diff.measures.iter().map(|measure| measure.name.clone()).collect()
}

/// What is not the same in both runs, and can be looked up in a world.
pub(super) trait Changed {
    /// Whether it stands in a world as in the older run.
    fn is_as_in_old(&self, world: &Held) -> bool;
    /// Whether it stands in a world as in the newer run.
    fn is_as_in_new(&self, world: &Held) -> bool;
}

/// Where a run tells it, the world must tell the same; where it does not, the world must not either, and must have seen the same. That
/// there was nothing to judge is the same whatever was not there: of a new subject that breaks a new provision, either may be missing.
impl Changed for Change {
    fn is_as_in_old(&self, world: &Held) -> bool {
        match (&self.before.told, &self.after.told) {
            (Some(before), _) => is_same(self, world.from_old.get(&before.finding)),
            (None, Some(after)) => saw_alike(world.to_new.get(&after.finding), self.before.seen),
            (None, None) => false,
        }
    }

    fn is_as_in_new(&self, world: &Held) -> bool {
        match (&self.before.told, &self.after.told) {
            (_, Some(after)) => is_same(self, world.to_new.get(&after.finding)),
            (Some(before), None) => saw_alike(world.from_old.get(&before.finding), self.after.seen),
            (None, None) => false,
        }
    }
}

/// Whether a world does not tell a finding, and saw of it what a run did.
fn saw_alike(world: Option<&Other>, run: Seen) -> bool {
    let is_nothing = |seen: Seen| {
        matches!(seen, Seen::NoSubject | Seen::NoKind | Seen::NoDocument | Seen::NoProvision | Seen::NotBound)
    };
    matches!(world, Some(Other::Untold(seen)) if *seen == run || is_nothing(*seen) && is_nothing(run))
}

/// Whether a world tells a finding as a run does, given in what it tells it otherwise.
fn is_same(change: &Change, other: Option<&Other>) -> bool {
    match other {
        None => true,
        Some(Other::Cited) => change.class != Class::Moved,
        Some(_) => false,
    }
}

impl Changed for MeasureChange {
    fn is_as_in_old(&self, world: &Held) -> bool {
        !world.measures_from_old.contains(&self.name)
    }

    fn is_as_in_new(&self, world: &Held) -> bool {
        !world.measures_to_new.contains(&self.name)
    }
}
