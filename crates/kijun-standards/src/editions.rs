//! When editions are in force, and which of them stand in each other's way.

use std::collections::BTreeMap;

use jiff::civil::Date;
use kijun_diag::Diagnostics;
use kijun_model::{EditionId, Model};

use crate::dag::Dag;
use crate::links::Reach;
use crate::{Standards, problems};

/// How an edition stands on a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// In force, until that day if one is known.
    InForce {
        /// Its last day.
        until: Option<Date>,
    },
    /// Issued, and not yet in force.
    Coming {
        /// Its first day.
        from: Date,
    },
    /// Another edition has taken its place.
    Superseded {
        /// The one that did so first.
        by: EditionId,
        /// From which day on.
        since: Date,
    },
    /// Its own last day has passed, and nothing has taken its place.
    Lapsed {
        /// Its last day.
        until: Date,
    },
}

/// The days of an edition.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Life {
    from: Date,
    until: Option<Date>,
    superseded: Option<(Date, EditionId)>,
}

impl Life {
    /// The days of every edition. One that supersedes through others counts as well as one that does so directly.
    pub(crate) fn all(model: &Model, supersedes: &Dag) -> Vec<Life> {
        let by = |i: usize| {
            let later = supersedes.all_below(i).into_iter().map(|(later, _)| EditionId::from_index(later));
            later.map(|later| (model.edition(later).from, later)).min()
        };
        let life =
            |(i, e): (usize, &kijun_model::Edition)| Life { from: e.from, until: e.until, superseded: by(i) };
        model.editions.iter().enumerate().map(life).collect()
    }

    pub(crate) fn state(&self, date: Date) -> State {
        match (self.superseded, self.until) {
            (Some((since, by)), _) if since <= date => State::Superseded { by, since },
            _ if date < self.from => State::Coming { from: self.from },
            (_, Some(until)) if until < date => State::Lapsed { until },
            _ => State::InForce { until: self.last() },
        }
    }

    /// The last day in force, where one is known.
    pub(crate) fn last(&self) -> Option<Date> {
        let eve = self.superseded.map(|(since, _)| since.yesterday().unwrap_or(Date::MIN));
        match (eve, self.until) {
            (Some(a), Some(b)) => Some(a.min(b)),
            (a, b) => a.or(b),
        }
    }
}

impl Standards {
    /// How an edition stands on a date.
    #[must_use]
    pub fn state(&self, edition: EditionId, date: Date) -> State {
        self.lives[edition.index()].state(date)
    }

    /// Whether an edition is in force on a date.
    #[must_use]
    pub fn is_in_force(&self, edition: EditionId, date: Date) -> bool {
        matches!(self.state(edition, date), State::InForce { .. })
    }

    /// The editions of a standard in force on a date: one, if the documents are sound; none before the first.
    #[must_use]
    pub fn in_force(&self, model: &Model, name: &str, date: Date) -> Vec<EditionId> {
        let all = (0..model.editions.len()).map(EditionId::from_index);
        all.filter(|&e| &*model.edition(e).name == name && self.is_in_force(e, date)).collect()
    }
}

/// What is wrong between editions.
pub(crate) fn check(model: &Model, standards: &Standards, superseding: &Reach) -> Diagnostics {
    let mut found = Diagnostics::default();
    for (index, edition) in model.editions.iter().enumerate() {
        let id = EditionId::from_index(index);
        if let Some(until) = edition.until.filter(|&until| until < edition.from) {
            found.push(problems::reversed_period(edition.span, edition.from, until));
        }
        for link in &edition.supersedes {
            let cut = standards.supersedes.was_cut(index, link.to.index());
            if !cut && model.edition(link.to).date > edition.date {
                found.push(problems::supersedes_later(model, id, *link));
            }
        }
    }
    for editions in by_name(model).values() {
        overlaps(model, standards, editions, superseding, &mut found);
    }
    found
}

/// The editions of each standard, by the day they come into force.
fn by_name(model: &Model) -> BTreeMap<&str, Vec<EditionId>> {
    let mut names: BTreeMap<&str, Vec<EditionId>> = BTreeMap::new();
    for (index, edition) in model.editions.iter().enumerate() {
        names.entry(&edition.name).or_default().push(EditionId::from_index(index));
    }
    names
        .values_mut()
        .for_each(|editions| editions.sort_by_key(|&e| (model.edition(e).from, model.edition(e).date)));
    names
}

/// Tells editions of one standard that are in force together. Each is held against the one before it that stays longest.
fn overlaps(
    model: &Model,
    standards: &Standards,
    editions: &[EditionId],
    superseding: &Reach,
    found: &mut Diagnostics,
) {
    let last = |e: EditionId| standards.lives[e.index()].last().unwrap_or(Date::MAX);
    let mut longest: Option<EditionId> = None;
    for &edition in editions {
        let from = model.edition(edition).from;
        if let Some(earlier) = longest.filter(|&e| from <= last(e) && from <= last(edition)) {
            // One date declared twice is told where names are resolved.
            let same = model.edition(earlier).date == model.edition(edition).date;
            if !same && !superseding.has(earlier, edition) && !superseding.has(edition, earlier) {
                found.push(problems::overlapping_editions(model, earlier, edition, from));
            }
        }
        longest = longest.into_iter().chain([edition]).max_by_key(|&e| last(e));
    }
}
