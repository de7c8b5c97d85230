//! How long an exception still holds.

use jiff::civil::Date;
use kijun_findings::{ExceptionRecord, RunRecord};

/// The days that an exception which holds still has after the audit date: 0 on its last day. `None` if it does not hold, or the record
/// does not say until when.
#[must_use]
pub fn days_left(record: &RunRecord, exception: &ExceptionRecord) -> Option<u32> {
    let today: Date = record.today.parse().ok()?;
    let until: Date = exception.until.as_ref()?.parse().ok()?;
    let left = today.until(until).ok()?.get_days();
    u32::try_from(left).ok().filter(|_| exception.status == "holds")
}
