//! How long exceptions may last.

use jiff::Span as Time;
use jiff::civil::Date;
use kijun_model::{ClauseId, Duration, ExceptionId};

/// A clause's word on how long an exception that holds may last. A renewal does not begin anew what was granted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit {
    /// The exception.
    pub exception: ExceptionId,
    /// The clause that says so.
    pub by: ClauseId,
    /// For at most.
    pub at_most: Duration,
}

impl Limit {
    /// The last day of an exception that begins on a day.
    #[must_use]
    pub fn last_from(&self, from: Date) -> Date {
        later(from, self.at_most)
    }
}

/// A date and a length of time after it, by the calendar; past the end of the calendar, its end.
pub(crate) fn later(date: Date, duration: Duration) -> Date {
    let months = Time::new().try_months(duration.months);
    let moved = months.and_then(|months| date.checked_add(months));
    let days = Time::new().try_days(duration.seconds / 86_400);
    moved.and_then(|date| date.checked_add(days?)).unwrap_or(Date::MAX)
}
