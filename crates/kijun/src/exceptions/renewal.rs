//! Exceptions that were granted again: since when in all, and whether that is longer than the clause permits.

use std::collections::BTreeSet;

use jiff::civil::Date;
use jiff::{Span as Time, ToSpan as _};
use kijun_findings::Renewal;
use kijun_model::{Exception, ExceptionId, Model, StatementId};
use kijun_standards::{Effective, Limit, Standards, statements_of};

/// The exceptions that come before one, the nearest first.
pub(super) struct Line<'a> {
    model: &'a Model,
    standards: &'a Standards,
    before: Vec<&'a Exception>,
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

impl<'a> Line<'a> {
    /// Follows an exception back, each time to the one that began last of those it renews.
    pub(super) fn of(model: &'a Model, standards: &'a Standards, id: ExceptionId) -> Line<'a> {
        let mut line = Line { model, standards, before: Vec::new() };
        let mut at = &model.exceptions[id.index()];
        // Each begins earlier than the one after it, so this ends.
        while let Some(earlier) = line.renewed_by(at) {
            line.before.push(earlier);
            at = earlier;
        }
        line
    }

    fn renewed_by(&self, later: &Exception) -> Option<&'a Exception> {
        let all = self.model.exceptions.iter().filter(|earlier| self.renews(later, earlier));
        all.max_by_key(|earlier| (earlier.from, earlier.until))
    }

    /// Whether one exception takes up another, at the latest a month after its end, for the same subjects.
    fn renews(&self, later: &Exception, earlier: &Exception) -> bool {
        let follows = || begins_by(later, earlier, 1.month()).unwrap_or(false);
        let excepted = || !self.named(later).is_disjoint(&self.named(earlier));
        earlier.approved.is_some() && follows() && self.same_subjects(later, earlier) && excepted()
    }

    fn same_subjects(&self, one: &Exception, other: &Exception) -> bool {
        match (&one.subjects, &other.subjects) {
            (None, None) => true,
            (Some(a), Some(b)) if a.kind == b.kind => match (&a.filter, &b.filter) {
                (None, None) => true,
                (Some(a), Some(b)) => kijun_conform::alike(self.model, a, b),
                _ => false,
            },
            _ => false,
        }
    }

    /// What an exception names, by what lasts from edition to edition.
    fn named(&self, exception: &Exception) -> BTreeSet<String> {
        let statements = exception.to.iter().flat_map(|link| statements_of(self.model, link.to));
        statements.map(|statement: StatementId| self.standards.lineage(self.model, statement)).collect()
    }

    /// The line for the record, if there is one.
    pub(super) fn record(&self) -> Option<Renewal> {
        let since = self.before.last()?.from?.to_string();
        Some(Renewal { renews: self.before.iter().rev().map(|e| e.id.to_string()).collect(), since })
    }

    /// The first limit that the exception exceeds together with those that it renews without a gap.
    pub(super) fn beyond(&self, id: ExceptionId, effective: &Effective) -> Option<Beyond> {
        let exception = &self.model.exceptions[id.index()];
        let pairs = std::iter::once(exception).chain(self.before.iter().copied()).zip(&self.before);
        let unbroken =
            pairs.take_while(|(later, earlier)| begins_by(later, earlier, 1.day()).unwrap_or(false));
        let unbroken: Vec<&Exception> = unbroken.map(|(_, earlier)| *earlier).collect();
        let (since, until) = (unbroken.last()?.from?, exception.until?);
        let exceeded = |limit: &&Limit| limit.exception == id && limit.last_from(since) < until;
        let limit = *effective.limits.iter().filter(exceeded).min_by_key(|limit| limit.last_from(since))?;
        Some(Beyond { limit, last: limit.last_from(since), since, times: unbroken.len() })
    }
}

/// Whether an exception begins and ends after another, and begins at most so long after its last day.
fn begins_by(later: &Exception, earlier: &Exception, gap: Time) -> Option<bool> {
    let (from, until) = (later.from?, later.until?);
    let (before, ended) = (earlier.from?, earlier.until?);
    let latest = ended.checked_add(gap).unwrap_or(Date::MAX);
    Some(before <= ended && before < from && ended < until && from <= latest)
}
