//! Which exceptions end soon.

use jiff::civil::Date;
use kijun_findings::{ExceptionRecord, RunRecord};

/// Says of each exception of a record whether it ends within so many days and nothing takes it up; 0: of none. Nothing else in the
/// record depends on it.
pub fn warn_of_ends(record: &mut RunRecord, days: u16) {
    record.warn_days = days;
    let today: Option<Date> = record.today.parse().ok();
    let soon = |left: &u32| days > 0 && *left <= u32::from(days);
    for exception in &mut record.exceptions {
        exception.ends_in = today.and_then(|today| days_left(today, exception)).filter(soon);
    }
}

/// The days that an exception which holds and is not taken up still has after a day: 0 on its last.
fn days_left(today: Date, exception: &ExceptionRecord) -> Option<u32> {
    let until: Date = exception.until.as_ref()?.parse().ok()?;
    let left = u32::try_from(today.until(until).ok()?.get_days()).ok()?;
    (exception.status == "holds" && exception.renewed_by.is_none()).then_some(left)
}
