//! Exact arithmetic. What overflows, divides by zero or does not come out in whole days is nothing.

use jiff::civil::{Date, DateTime};
use jiff::{SignedDuration, Span};
use kijun_model::{Arithmetic, Duration, Value};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::calendar::{Workdays, add_days, number};
use crate::scalar::{Bounds, Scalar, doubt_of};

const DAY: i64 = 86_400;
/// Seconds in the 365/12 days for which a month counts.
const MONTH: i64 = 365 * DAY / 12;

/// `a + b` and its kin. A range plus or minus a number stays a range; any other use of a range is unknown.
pub(crate) fn combine<'a>(op: Arithmetic, a: &Scalar<'a>, b: &Scalar<'a>, days: &Workdays) -> Scalar<'a> {
    let range = match (a, b) {
        (Scalar::Known(a), Scalar::Known(b)) => return Scalar::computed(apply(op, a, b, days)),
        (Scalar::Between(range), Scalar::Known(by)) => shift(op, range, by),
        (Scalar::Known(by), Scalar::Between(range)) if op == Arithmetic::Add => shift(op, range, by),
        (Scalar::Known(from), Scalar::Between(range)) if op == Arithmetic::Sub => {
            shift(Arithmetic::Add, &flip(range), from)
        }
        _ => None,
    };
    range.map_or(Scalar::Unknown(doubt_of(a, b)), Scalar::between)
}

fn shift(op: Arithmetic, range: &Bounds, by: &Value) -> Option<Bounds> {
    let Value::Number(by) = *by else { return None };
    let by = match op {
        Arithmetic::Add => by,
        Arithmetic::Sub => -by,
        Arithmetic::Mul | Arithmetic::Div => return None,
    };
    let moved = |end: Option<Decimal>| match end {
        Some(end) => end.checked_add(by).map(Some),
        None => Some(None),
    };
    Some(Bounds { low: moved(range.low)?, high: moved(range.high)?, doubt: range.doubt })
}

fn flip(range: &Bounds) -> Bounds {
    Bounds { low: range.high.map(|n| -n), high: range.low.map(|n| -n), doubt: range.doubt }
}

/// `-a`
pub(crate) fn negate<'a>(a: &Scalar<'a>) -> Scalar<'a> {
    match a {
        Scalar::Known(value) => Scalar::computed(opposite(value)),
        Scalar::Between(range) => Scalar::between(flip(range)),
        Scalar::Unknown(doubt) => Scalar::Unknown(*doubt),
    }
}

fn opposite(value: &Value) -> Option<Value> {
    Some(match *value {
        Value::Number(n) => Value::Number(-n),
        Value::Size(n) => Value::Size(-n),
        Value::Percent(n) => Value::Percent(-n),
        Value::Duration(d) => Value::Duration(reverse(d)?),
        Value::BusinessDays(n) => Value::BusinessDays(n.checked_neg()?),
        _ => return None,
    })
}

fn reverse(d: Duration) -> Option<Duration> {
    Some(Duration { months: d.months.checked_neg()?, seconds: d.seconds.checked_neg()? })
}

fn apply(op: Arithmetic, a: &Value, b: &Value, days: &Workdays) -> Option<Value> {
    match op {
        Arithmetic::Add => add(a, b, days),
        Arithmetic::Sub => subtract(a, b, days),
        Arithmetic::Mul => multiply(a, b),
        Arithmetic::Div => divide(a, b),
    }
}

fn divide(a: &Value, b: &Value) -> Option<Value> {
    Some(match (a, b) {
        (Value::Number(a), Value::Number(b))
        | (Value::Size(a), Value::Size(b))
        | (Value::Percent(a), Value::Percent(b)) => Value::Number(a.checked_div(*b)?),
        (Value::Size(a), Value::Number(b)) => Value::Size(a.checked_div(*b)?),
        (Value::Percent(a), Value::Number(b)) => Value::Percent(a.checked_div(*b)?),
        _ => return None,
    })
}

/// `a + b` for two known values.
pub(crate) fn add(a: &Value, b: &Value, days: &Workdays) -> Option<Value> {
    Some(match (a, b) {
        (Value::Number(a), Value::Number(b)) => Value::Number(a.checked_add(*b)?),
        (Value::Size(a), Value::Size(b)) => Value::Size(a.checked_add(*b)?),
        (Value::Percent(a), Value::Percent(b)) => Value::Percent(a.checked_add(*b)?),
        (Value::Duration(a), Value::Duration(b)) => Value::Duration(Duration {
            months: a.months.checked_add(b.months)?,
            seconds: a.seconds.checked_add(b.seconds)?,
        }),
        (Value::BusinessDays(a), Value::BusinessDays(b)) => Value::BusinessDays(a.checked_add(*b)?),
        (Value::Date(day), Value::Duration(d)) | (Value::Duration(d), Value::Date(day)) => {
            Value::Date(date_plus(*day, *d)?)
        }
        (Value::DateTime(at), Value::Duration(d)) | (Value::Duration(d), Value::DateTime(at)) => {
            Value::DateTime(time_plus(*at, *d)?)
        }
        (Value::Date(day), Value::BusinessDays(n)) | (Value::BusinessDays(n), Value::Date(day)) => {
            Value::Date(days.add(*day, *n)?)
        }
        _ => return None,
    })
}

fn subtract(a: &Value, b: &Value, days: &Workdays) -> Option<Value> {
    match (a, b) {
        (Value::Date(a), Value::Date(b)) => Some(Value::Duration(Duration::days(number(*a) - number(*b)))),
        (Value::DateTime(a), Value::DateTime(b)) => {
            let between = a.duration_since(*b);
            let whole = between.subsec_nanos() == 0;
            whole.then(|| Value::Duration(Duration { months: 0, seconds: between.as_secs() }))
        }
        // Only what adds up on both sides may change places: a day from a duration is nothing.
        (Value::Duration(_) | Value::BusinessDays(_), Value::Date(_) | Value::DateTime(_)) => None,
        _ => add(a, &opposite(b)?, days),
    }
}

/// Months follow the calendar first, clamped to the month's last day; then days. Hours have no place in a date.
pub(crate) fn date_plus(day: Date, by: Duration) -> Option<Date> {
    if by.seconds % DAY != 0 {
        return None;
    }
    add_days(day.checked_add(Span::new().try_months(by.months).ok()?).ok()?, by.seconds / DAY)
}

fn time_plus(at: DateTime, by: Duration) -> Option<DateTime> {
    let at = at.checked_add(Span::new().try_months(by.months).ok()?).ok()?;
    at.checked_add(SignedDuration::from_secs(by.seconds)).ok()
}

fn multiply(a: &Value, b: &Value) -> Option<Value> {
    Some(match (a, b) {
        (Value::Number(a), Value::Number(b)) => Value::Number(a.checked_mul(*b)?),
        (Value::Size(a), Value::Number(b)) | (Value::Number(b), Value::Size(a)) => {
            Value::Size(a.checked_mul(*b)?)
        }
        (Value::Percent(a), Value::Number(b)) | (Value::Number(b), Value::Percent(a)) => {
            Value::Percent(a.checked_mul(*b)?)
        }
        (Value::BusinessDays(a), Value::Number(b)) | (Value::Number(b), Value::BusinessDays(a)) => {
            Value::BusinessDays(whole(Decimal::from(*a).checked_mul(*b)?)?)
        }
        (Value::Duration(d), Value::Number(by)) | (Value::Number(by), Value::Duration(d)) => {
            Value::Duration(stretch(*d, *by)?)
        }
        _ => return None,
    })
}

/// A part of a month becomes seconds, 365/12 days to the month; what is not whole seconds then is nothing.
fn stretch(d: Duration, by: Decimal) -> Option<Duration> {
    let months = Decimal::from(d.months).checked_mul(by)?;
    let part = months.fract().checked_mul(Decimal::from(MONTH))?;
    let seconds = Decimal::from(d.seconds).checked_mul(by)?.checked_add(part)?;
    Some(Duration { months: whole(months.trunc())?, seconds: whole(seconds)? })
}

fn whole(n: Decimal) -> Option<i64> {
    if n.fract().is_zero() { n.to_i64() } else { None }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_month_after_the_31st_is_the_last_day_of_the_next() {
        let months = |months| Duration { months, seconds: 0 };
        assert_eq!(date_plus(date(2012, 1, 31), months(1)), Some(date(2012, 2, 29)));
        assert_eq!(date_plus(date(2012, 2, 29), months(12)), Some(date(2013, 2, 28)));
        assert_eq!(date_plus(date(2012, 3, 31), months(-1)), Some(date(2012, 2, 29)));
        assert_eq!(date_plus(date(2012, 3, 31), Duration { months: 0, seconds: 3600 }), None);
        assert_eq!(date_plus(date(9999, 12, 31), Duration::days(1)), None);
    }

    #[test]
    fn half_a_year_is_six_months_and_half_a_month_is_days() {
        let half = Decimal::new(5, 1);
        assert_eq!(
            stretch(Duration { months: 12, seconds: 0 }, half),
            Some(Duration { months: 6, seconds: 0 })
        );
        let part = stretch(Duration { months: 1, seconds: 0 }, half);
        assert_eq!(part, Some(Duration { months: 0, seconds: MONTH / 2 }));
        assert_eq!(stretch(Duration { months: 0, seconds: 1 }, half), None);
    }
}
