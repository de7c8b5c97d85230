//! What of an exception tells whether another renews it, be it of the rules or of the record of the run before.

use std::collections::BTreeSet;

use jiff::Span as Time;
use jiff::civil::Date;
use kijun_findings::{ExceptionRecord, ForWhom, Renewal};
use kijun_model::{Exception, Model, StatementId};
use kijun_standards::{Standards, statements_of};

/// An exception that was approved, from when until when.
pub(super) struct Grant<'a> {
    pub(super) id: &'a str,
    pub(super) from: Date,
    pub(super) until: Date,
    /// What it names, by what lasts from edition to edition.
    named: BTreeSet<String>,
    for_whom: Option<&'a ForWhom>,
    /// Absent where only the run before knows it.
    written: Option<&'a Exception>,
    /// What the run before said it renews.
    pub(super) renewal: Option<&'a Renewal>,
}

impl<'a> Grant<'a> {
    pub(super) fn of_rules(
        model: &'a Model,
        standards: &Standards,
        exception: &'a Exception,
        for_whom: Option<&'a ForWhom>,
    ) -> Option<Grant<'a>> {
        exception.approved?;
        let named = named(model, standards, exception).into_iter().collect();
        let (from, until) = (exception.from?, exception.until?);
        let grant = Grant { id: &exception.id, from, until, named, for_whom, written: None, renewal: None };
        Some(Grant { written: Some(exception), ..grant }).filter(|grant| from <= grant.until)
    }

    pub(super) fn of_record(exception: &'a ExceptionRecord) -> Option<Grant<'a>> {
        exception.approved_on.as_ref()?;
        let day = |day: &Option<String>| day.as_ref()?.parse::<Date>().ok();
        let (from, until) = (day(&exception.from)?, day(&exception.until)?);
        let (for_whom, renewal) = (exception.for_whom.as_ref(), exception.renewal.as_ref());
        let named = exception.named.iter().cloned().collect();
        let grant = Grant { id: &exception.id, from, until, named, for_whom, written: None, renewal };
        (from <= until).then_some(grant)
    }

    /// Whether it is the same one, known from elsewhere.
    pub(super) fn is(&self, other: &Grant<'_>) -> bool {
        (self.id, self.from, self.until) == (other.id, other.from, other.until)
    }

    /// Whether it takes up another, at most so long after its last day: for the same subjects, from what was excepted before.
    pub(super) fn renews(&self, earlier: &Grant<'_>, model: &Model, gap: Time) -> bool {
        self.follows(earlier, gap) && !self.named.is_disjoint(&earlier.named) && self.meets(earlier, model)
    }

    /// Whether it begins and ends after another, and begins at most so long after its last day.
    pub(super) fn follows(&self, earlier: &Grant<'_>, gap: Time) -> bool {
        let latest = earlier.until.checked_add(gap).unwrap_or(Date::MAX);
        earlier.from < self.from && earlier.until < self.until && self.from <= latest
    }

    /// Whether both are for somebody: the rules say so alike, or so it was found of the subjects in the evidence.
    fn meets(&self, earlier: &Grant<'_>, model: &Model) -> bool {
        let as_written =
            self.written.zip(earlier.written).is_some_and(|(one, other)| alike(model, one, other));
        as_written
            || match (self.for_whom, earlier.for_whom) {
                (None, None) => true,
                (Some(one), Some(other)) => one.meets(other),
                (Some(one), None) | (None, Some(one)) => !one.subjects.is_empty(),
            }
    }
}

/// What an exception names, by what lasts from edition to edition.
pub(super) fn named(model: &Model, standards: &Standards, exception: &Exception) -> Vec<String> {
    let statements = exception.to.iter().flat_map(|link| statements_of(model, link.to));
    let named: BTreeSet<String> =
        statements.map(|statement: StatementId| standards.lineage(model, statement)).collect();
    named.into_iter().collect()
}

/// Whether two exceptions say alike for whom they are.
fn alike(model: &Model, one: &Exception, other: &Exception) -> bool {
    match (&one.subjects, &other.subjects) {
        (None, None) => true,
        (Some(a), Some(b)) if a.kind == b.kind => match (&a.filter, &b.filter) {
            (None, None) => true,
            (Some(a), Some(b)) => kijun_conform::alike(model, a, b),
            _ => false,
        },
        _ => false,
    }
}
