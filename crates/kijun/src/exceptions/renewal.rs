//! Exceptions that were granted again: since when in all, and whether that is longer than the clause permits.

use std::collections::BTreeMap;

use jiff::ToSpan as _;
use jiff::civil::Date;
use kijun_findings::{ForWhom, Renewal, RunRecord};
use kijun_model::{ExceptionId, Model};
use kijun_standards::{Effective, Limit, Standards};

use super::grant::Grant;

/// Every exception that may be renewed or renew: those of the rules, and those that the run before knew.
pub(super) struct Grants<'a> {
    model: &'a Model,
    rules: BTreeMap<ExceptionId, Grant<'a>>,
    before: Vec<Grant<'a>>,
}

impl<'a> Grants<'a> {
    /// `for_whom` says of each exception of the rules, by its place, for whom it is.
    pub(super) fn of(
        model: &'a Model,
        standards: &Standards,
        for_whom: &'a [Option<ForWhom>],
        previous: Option<&'a RunRecord>,
    ) -> Grants<'a> {
        let of_rules = model.exceptions.iter().zip(for_whom).enumerate().filter_map(|(i, (e, whom))| {
            Some((ExceptionId::from_index(i), Grant::of_rules(model, standards, e, whom.as_ref())?))
        });
        let before = previous.into_iter().flat_map(|record| &record.exceptions);
        Grants { model, rules: of_rules.collect(), before: before.filter_map(Grant::of_record).collect() }
    }

    /// Follows an exception back, each time to the one that began last of those it renews.
    pub(super) fn line(&self, id: ExceptionId) -> Option<Line<'_>> {
        let own = self.rules.get(&id)?;
        let (mut before, mut at) = (Vec::new(), own);
        // Each begins earlier than the one after it, so this ends.
        while let Some(earlier) = self.renewed_by(at) {
            before.push(earlier);
            at = earlier;
        }
        Some(Line { own, before, told: self.told(at) })
    }

    fn renewed_by(&self, later: &Grant<'_>) -> Option<&Grant<'a>> {
        // Of the same from both, that of the rules.
        let all = self.before.iter().chain(self.rules.values());
        let renewed = all.filter(|earlier| later.renews(earlier, self.model, 1.month()));
        renewed.max_by_key(|earlier| (earlier.from, earlier.until))
    }

    /// What the run before said an exception renews.
    fn told(&self, at: &Grant<'_>) -> Option<&'a Renewal> {
        self.before.iter().find(|known| known.is(at))?.renewal
    }

    /// The first exception that takes one up without a gap, of those that may.
    pub(super) fn successor(&self, id: ExceptionId, may: impl Fn(ExceptionId) -> bool) -> Option<&'a str> {
        let own = self.rules.get(&id)?;
        let takes_up = |later: &Grant<'_>| later.renews(own, self.model, 1.day());
        let all = self.rules.iter().filter(|(other, later)| may(**other) && takes_up(later));
        all.map(|(_, later)| later).min_by_key(|later| (later.from, later.id)).map(|later| later.id)
    }
}

/// The exceptions that come before one.
pub(super) struct Line<'g> {
    own: &'g Grant<'g>,
    /// The nearest first.
    before: Vec<&'g Grant<'g>>,
    /// What the run before said the last of these renews.
    told: Option<&'g Renewal>,
}

/// An exception that lasts longer, with those it renews, than the clause permits for one.
pub(super) struct Beyond {
    pub(super) limit: Limit,
    /// The last day that the clause permits.
    pub(super) last: Date,
    /// The first day of the first exception from which there is no gap.
    pub(super) since: Date,
    /// How often it was renewed since.
    pub(super) times: usize,
}

impl Line<'_> {
    /// The line for the record, if there is one.
    pub(super) fn record(&self) -> Option<Renewal> {
        let told = self.told.map_or(&[][..], |renewal| &renewal.renews);
        let known = self.before.iter().rev().map(|grant| grant.id.to_owned());
        let since = self.told.map(|renewal| renewal.since.clone());
        let since = since.or_else(|| Some(self.before.last()?.from.to_string()))?;
        let (unbroken, unbroken_since) = self.unbroken().unzip();
        Some(Renewal {
            renews: told.iter().cloned().chain(known).collect(),
            since,
            unbroken: unbroken.unwrap_or(0),
            unbroken_since: unbroken_since.map(|since| since.to_string()),
        })
    }

    /// How many exceptions come before without a gap, and the first day of the first of them.
    fn unbroken(&self) -> Option<(usize, Date)> {
        let pairs = std::iter::once(&self.own).chain(&self.before).zip(&self.before);
        let unbroken = pairs.take_while(|(later, earlier)| later.follows(earlier, 1.day()));
        let n = unbroken.count();
        let told = self.told.filter(|told| n == self.before.len() && told.unbroken > 0);
        let told = told.and_then(|told| Some((told.unbroken, told.unbroken_since.as_ref()?.parse().ok()?)));
        let known = || Some((n, self.before[..n].last()?.from));
        told.map(|(more, since)| (n.saturating_add(more), since)).or_else(known)
    }

    /// The first limit that the exception exceeds together with those that it renews without a gap.
    pub(super) fn beyond(&self, id: ExceptionId, effective: &Effective) -> Option<Beyond> {
        let (times, since) = self.unbroken()?;
        let exceeded = |limit: &&Limit| limit.exception == id && limit.last_from(since) < self.own.until;
        let limit = *effective.limits.iter().filter(exceeded).min_by_key(|limit| limit.last_from(since))?;
        Some(Beyond { limit, last: limit.last_from(since), since, times })
    }
}
