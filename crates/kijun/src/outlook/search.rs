//! Day after day until everything that is coming has its first one.

use std::borrow::Cow;
use std::collections::BTreeMap;

use jiff::ToSpan as _;
use jiff::civil::Date;
use kijun_findings::{Class, Coming, Diff, Level, RunRecord};

use super::why::Reasons;
use super::{change_of, is_worse};

/// A range of so many days is looked at day by day. Of a longer one every second day is looked at, or third, and of the stretches
/// between two of them each day of those in which something turned.
const DAY_BY_DAY: u32 = 732;

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
    /// With its first day, once that is known.
    found: Option<Coming>,
}

impl Sought {
    pub(super) fn new(id: String, class: Class, level: Option<Level>) -> Sought {
        Sought { id, class, level, found: None }
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
}

/// A day that was judged.
struct Judged<'a> {
    place: u32,
    record: Cow<'a, RunRecord>,
    /// What is otherwise than in the project's own audit.
    diff: Diff,
}

/// The days of a range, judged as they are needed.
pub(super) struct Search<'a> {
    pub(super) calendar: Calendar,
    pub(super) judge: &'a dyn Fn(Date) -> Option<RunRecord>,
    pub(super) own: &'a RunRecord,
    pub(super) until: &'a RunRecord,
    pub(super) reasons: Reasons<'a>,
    /// How many days were judged, the first and the last among them.
    pub(super) audits: u64,
}

impl<'a> Search<'a> {
    /// Everything that was sought with its first day, in its order.
    pub(super) fn first_days(&mut self, mut all: Vec<Sought>) -> Option<Vec<Coming>> {
        let last = self.calendar.last();
        let step = last.div_ceil(DAY_BY_DAY);
        let mut good = self.at(0)?;
        while good.place < last && all.iter().any(|sought| sought.found.is_none()) {
            let place = last.min(good.place + step);
            let bad = self.at(place)?;
            let turned = self.turned(&all, &bad).next().is_some();
            for place in (good.place + 1..place).filter(|_| turned) {
                let between = self.at(place)?;
                self.turn(&mut all, &good, &between);
                good = between;
            }
            self.turn(&mut all, &good, &bad);
            good = bad;
        }
        Some(all.into_iter().filter_map(|sought| sought.found).collect())
    }

    fn at(&mut self, place: u32) -> Option<Judged<'a>> {
        let record = match place {
            0 => Cow::Borrowed(self.own),
            place if place == self.calendar.last() => Cow::Borrowed(self.until),
            place => {
                self.audits += 1;
                Cow::Owned((self.judge)(self.calendar.day(place)?)?)
            }
        };
        let diff = kijun_findings::diff(self.own, &record);
        Some(Judged { place, record, diff })
    }

    /// What turned from one day to the next has that day.
    fn turn(&self, all: &mut [Sought], good: &Judged<'_>, bad: &Judged<'_>) {
        let turned: Vec<usize> = self.turned(all, bad).collect();
        for i in turned {
            all[i].found = self.coming(&all[i], good, bad);
        }
    }

    /// What has no day yet and stands as on the later one.
    fn turned<'s>(&'s self, all: &'s [Sought], day: &'s Judged<'_>) -> impl Iterator<Item = usize> + 's {
        let levels = self.levels(day);
        let level = move |sought: &Sought| levels.get(sought.id.as_str()).copied().flatten();
        let open = all.iter().enumerate().filter(|(_, sought)| sought.found.is_none());
        open.filter(move |(_, sought)| sought.is_reached(level(sought))).map(|(i, _)| i)
    }

    /// How much findings press on a day, by identity.
    fn levels<'d>(&'d self, day: &'d Judged<'_>) -> BTreeMap<&'d str, Option<Level>> {
        let own = self.own.findings.iter().map(|finding| (finding.id.as_str(), Some(finding.level)));
        let changes = day.diff.changes.iter();
        let changes = changes.map(|c| (c.id.as_str(), c.after.told.as_ref().map(|told| told.level)));
        own.chain(changes).collect()
    }

    /// A finding with its first day and the cause.
    fn coming(&self, sought: &Sought, good: &Judged<'_>, bad: &Judged<'_>) -> Option<Coming> {
        let change = change_of(&bad.diff, &sought.id)?;
        Some(Coming {
            id: sought.id.clone(),
            class: sought.class,
            matter: change.matter,
            lineage: change.lineage.clone(),
            title: change.title.clone(),
            subject: change.subject.clone(),
            role: change.role.clone(),
            unit: change.unit.clone(),
            last: self.calendar.day(good.place).map(|day| day.to_string()),
            from: self.calendar.day(bad.place)?.to_string(),
            before: change.before.clone(),
            after: change.after.clone(),
            causes: self.reasons.why(&good.record, &bad.record, change),
        })
    }
}
