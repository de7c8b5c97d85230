//! Halving for many findings at once: each day that is judged serves all whose first day may be before or after it.

use std::collections::{BTreeMap, BTreeSet};

use jiff::ToSpan as _;
use jiff::civil::Date;
use kijun_findings::{Class, Coming, Level, RunRecord};

use super::why::why;
use super::{change_of, is_worse};

/// The days that may be judged: place 0 is the project's own audit; from place 1 on, days from the audit date to the later one, each by
/// the editions in force on it.
pub(super) struct Calendar {
    pub(super) today: Date,
    pub(super) until: Date,
}

impl Calendar {
    fn last(&self) -> u32 {
        let days = self.today.until(self.until).map_or(0, |span| span.get_days());
        u32::try_from(days).unwrap_or(0) + 1
    }

    /// The day of a place; none of the project's own audit.
    fn day(&self, place: u32) -> Option<Date> {
        let days = i64::from(place.checked_sub(1)?);
        Some(self.today.saturating_add(days.days()))
    }
}

/// A finding whose first day is looked for.
pub(super) struct Sought {
    id: String,
    class: Class,
    /// How much it presses on the later day, if it is told.
    level: Option<Level>,
    /// The last place at which it stands as in the project's own audit.
    good: u32,
    /// The first place at which it stands as on the later day.
    bad: u32,
}

impl Sought {
    pub(super) fn new(id: String, class: Class, level: Option<Level>) -> Sought {
        Sought { id, class, level, good: 0, bad: 0 }
    }

    /// Whether a finding that is told so, or not at all, stands as on the later day, or beyond.
    fn is_reached(&self, told: Option<Level>) -> bool {
        match (is_worse(self.class), told, self.level) {
            (true, Some(told), Some(level)) => told <= level,
            (true, _, _) => false,
            (false, Some(told), Some(level)) => told >= level,
            (false, told, _) => told.is_none(),
        }
    }

    fn middle(&self) -> Option<u32> {
        (self.bad - self.good > 1).then(|| self.good + (self.bad - self.good) / 2)
    }
}

/// What was judged, and what may still be.
pub(super) struct Search<'a> {
    calendar: Calendar,
    judge: &'a dyn Fn(Date) -> Option<RunRecord>,
    own: &'a RunRecord,
    until: &'a RunRecord,
    most: u64,
    audits: u64,
    between: BTreeMap<u32, RunRecord>,
}

impl<'a> Search<'a> {
    pub(super) fn new(
        calendar: Calendar,
        own: &'a RunRecord,
        until: &'a RunRecord,
        most: u64,
        judge: &'a dyn Fn(Date) -> Option<RunRecord>,
    ) -> Search<'a> {
        Search { calendar, judge, own, until, most, audits: 0, between: BTreeMap::new() }
    }

    /// How many days were judged, the first and the last among them.
    pub(super) fn audits(&self) -> u64 {
        self.audits + 2
    }

    /// Halves until every finding has its first day, or until enough days were judged.
    pub(super) fn first_days(&mut self, mut all: Vec<Sought>) -> Vec<Sought> {
        let last = self.calendar.last();
        all.iter_mut().for_each(|sought| sought.bad = last);
        while let Some(middle) = all.iter().find_map(Sought::middle).filter(|_| self.audits < self.most) {
            let judged = self.calendar.day(middle).and_then(|day| (self.judge)(day));
            self.audits += 1;
            let Some(record) = judged else { break };
            self.narrow(&mut all, middle, &record);
            self.between.insert(middle, record);
            // Only what a finding may still be told from is kept.
            let ends: BTreeSet<u32> = all.iter().flat_map(|sought| [sought.good, sought.bad]).collect();
            self.between.retain(|place, _| ends.contains(place));
        }
        all
    }

    fn narrow(&self, all: &mut [Sought], at: u32, record: &RunRecord) {
        let own = self.own.findings.iter().map(|finding| (finding.id.as_str(), Some(finding.level)));
        let mut told: BTreeMap<&str, Option<Level>> = own.collect();
        let diff = kijun_findings::diff(self.own, record);
        for change in &diff.changes {
            told.insert(&change.id, change.after.told.as_ref().map(|told| told.level));
        }
        for sought in all.iter_mut().filter(|sought| sought.good < at && at < sought.bad) {
            let level = told.get(sought.id.as_str()).copied().flatten();
            let end = if sought.is_reached(level) { &mut sought.bad } else { &mut sought.good };
            *end = at;
        }
    }

    /// A finding with its first day and the cause.
    pub(super) fn coming(&self, sought: &Sought) -> Option<Coming> {
        let (good, bad) = (self.record(sought.good)?, self.record(sought.bad)?);
        let diff = kijun_findings::diff(self.own, bad);
        let change = change_of(&diff, &sought.id)?;
        Some(Coming {
            id: sought.id.clone(),
            class: sought.class,
            matter: change.matter,
            lineage: change.lineage.clone(),
            title: change.title.clone(),
            subject: change.subject.clone(),
            role: change.role.clone(),
            unit: change.unit.clone(),
            last: self.calendar.day(sought.good).map(|day| day.to_string()),
            from: self.calendar.day(sought.bad)?.to_string(),
            exact: sought.bad - sought.good == 1,
            before: change.before.clone(),
            after: change.after.clone(),
            causes: why(good, bad, change),
        })
    }

    fn record(&self, place: u32) -> Option<&RunRecord> {
        match place {
            0 => Some(self.own),
            place if place == self.calendar.last() => Some(self.until),
            place => self.between.get(&place),
        }
    }
}
