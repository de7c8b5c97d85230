//! Comparison and arithmetic of the reference evaluator, by the longest way round.

use std::cmp::Ordering;

use jiff::civil::{Date, DateTime, Time};
use jiff::{SignedDuration, ToSpan};
use kijun_model::{Arithmetic, Comparison, Duration, Fold, Type, Value};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::{Reference, Seen, UNKNOWN, truth};

type Range = (Option<Decimal>, Option<Decimal>);

/// A comparison of values, or of ranges that do not overlap in the wrong way.
pub(super) fn compare<'a>(op: Comparison, a: &Seen<'a>, b: &Seen<'a>) -> Seen<'a> {
    if let (Seen::Value(a), Seen::Value(b)) = (a, b) {
        return match a.order(b) {
            None => UNKNOWN,
            Some(order) => truth(match op {
                Comparison::Eq => order == Ordering::Equal,
                Comparison::Ne => order != Ordering::Equal,
                Comparison::Lt => order == Ordering::Less,
                Comparison::Le => order != Ordering::Greater,
                Comparison::Gt => order == Ordering::Greater,
                Comparison::Ge => order != Ordering::Less,
            }),
        };
    }
    let unknown = Seen::Unknown { bad: a.bad() || b.bad() };
    let (Some(x), Some(y)) = (range(a), range(b)) else { return unknown };
    match possible_orders(x, y)[..] {
        [] => unknown,
        ref orders => {
            let verdicts: Vec<bool> = orders.iter().map(|order| fits(op, *order)).collect();
            match (verdicts.iter().all(|v| *v), verdicts.iter().any(|v| *v)) {
                (true, _) => truth(true),
                (_, false) => truth(false),
                _ => unknown,
            }
        }
    }
}

fn fits(op: Comparison, order: Ordering) -> bool {
    match op {
        Comparison::Eq => order.is_eq(),
        Comparison::Ne => order.is_ne(),
        Comparison::Lt => order.is_lt(),
        Comparison::Le => order.is_le(),
        Comparison::Gt => order.is_gt(),
        Comparison::Ge => order.is_ge(),
    }
}

/// In which orders a number of the one range can stand to a number of the other.
fn possible_orders(a: Range, b: Range) -> Vec<Ordering> {
    let below = |low: Option<Decimal>, high: Option<Decimal>| low.zip(high).is_none_or(|(l, h)| l < h);
    let touch = |low: Option<Decimal>, high: Option<Decimal>| low.zip(high).is_none_or(|(l, h)| l <= h);
    let mut orders = Vec::new();
    if below(a.0, b.1) {
        orders.push(Ordering::Less);
    }
    if touch(a.0, b.1) && touch(b.0, a.1) {
        orders.push(Ordering::Equal);
    }
    if below(b.0, a.1) {
        orders.push(Ordering::Greater);
    }
    orders
}

fn range(seen: &Seen<'_>) -> Option<Range> {
    match seen {
        Seen::Value(Value::Number(n)) => Some((Some(*n), Some(*n))),
        Seen::Between { low, high, .. } => Some((*low, *high)),
        _ => None,
    }
}

pub(super) fn negate<'a>(a: &Seen<'a>) -> Seen<'a> {
    match a {
        Seen::Value(value) => opposite(value).map_or(UNKNOWN, Seen::Value),
        Seen::Between { low, high, bad } => {
            Seen::Between { low: high.map(|h| -h), high: low.map(|l| -l), bad: *bad }
        }
        other => Seen::Unknown { bad: other.bad() },
    }
}

fn opposite(value: &Value) -> Option<Value> {
    match value {
        Value::Number(n) => Some(Value::Number(-n)),
        Value::Size(n) => Some(Value::Size(-n)),
        Value::Percent(n) => Some(Value::Percent(-n)),
        Value::BusinessDays(n) => n.checked_neg().map(Value::BusinessDays),
        Value::Duration(d) => {
            let (months, seconds) = (d.months.checked_neg()?, d.seconds.checked_neg()?);
            Some(Value::Duration(Duration { months, seconds }))
        }
        _ => None,
    }
}

pub(super) fn zero<'a>(ty: &Type) -> Seen<'a> {
    match ty.required() {
        Type::Int | Type::Number => Seen::Value(Value::Number(Decimal::ZERO)),
        Type::Size => Seen::Value(Value::Size(Decimal::ZERO)),
        Type::Percent => Seen::Value(Value::Percent(Decimal::ZERO)),
        Type::Duration => Seen::Value(Value::Duration(Duration { months: 0, seconds: 0 })),
        Type::BusinessDays => Seen::Value(Value::BusinessDays(0)),
        _ => UNKNOWN,
    }
}

pub(super) fn extreme<'a>(fold: Fold, values: &[Seen<'a>]) -> Seen<'a> {
    let wanted = if fold == Fold::Min { Comparison::Le } else { Comparison::Ge };
    let beats_all = |v: &&Seen<'a>| values.iter().all(|other| compare(wanted, v, other).is(true));
    values.iter().find(beats_all).cloned().unwrap_or(UNKNOWN)
}

impl<'a> Reference<'a> {
    pub(super) fn arithmetic(&self, op: Arithmetic, a: &Seen<'a>, b: &Seen<'a>) -> Seen<'a> {
        match (a, b) {
            (Seen::Value(a), Seen::Value(b)) => self.combine(op, a, b).map_or(UNKNOWN, Seen::Value),
            (Seen::Between { low, high, bad }, Seen::Value(Value::Number(by))) if op == Arithmetic::Add => {
                shifted(*low, *high, *by, *bad)
            }
            (Seen::Between { low, high, bad }, Seen::Value(Value::Number(by))) if op == Arithmetic::Sub => {
                shifted(*low, *high, -*by, *bad)
            }
            (Seen::Value(Value::Number(_)), Seen::Between { .. }) if op == Arithmetic::Add => {
                self.arithmetic(op, b, a)
            }
            (Seen::Value(Value::Number(_)), Seen::Between { .. }) if op == Arithmetic::Sub => {
                self.arithmetic(Arithmetic::Add, &negate(b), a)
            }
            _ => Seen::Unknown { bad: a.bad() || b.bad() },
        }
    }

    fn combine(&self, op: Arithmetic, a: &Value, b: &Value) -> Option<Value> {
        use Arithmetic::{Add, Div, Mul, Sub};
        match (op, a, b) {
            (Add, Value::Number(a), Value::Number(b)) => a.checked_add(*b).map(Value::Number),
            (Sub, Value::Number(a), Value::Number(b)) => a.checked_sub(*b).map(Value::Number),
            (Mul, Value::Number(a), Value::Number(b)) => a.checked_mul(*b).map(Value::Number),
            (Div, Value::Number(a), Value::Number(b)) => a.checked_div(*b).map(Value::Number),
            (Add, Value::Size(a), Value::Size(b)) => a.checked_add(*b).map(Value::Size),
            (Sub, Value::Size(a), Value::Size(b)) => a.checked_sub(*b).map(Value::Size),
            (Mul, Value::Size(a), Value::Number(b)) | (Mul, Value::Number(b), Value::Size(a)) => {
                a.checked_mul(*b).map(Value::Size)
            }
            (Mul, Value::Percent(a), Value::Number(b)) | (Mul, Value::Number(b), Value::Percent(a)) => {
                a.checked_mul(*b).map(Value::Percent)
            }
            (Mul, Value::BusinessDays(n), Value::Number(b))
            | (Mul, Value::Number(b), Value::BusinessDays(n)) => {
                let product = b.checked_mul((*n).into())?;
                (product == product.trunc()).then(|| product.to_i64())?.map(Value::BusinessDays)
            }
            (Div, Value::Size(a), Value::Number(b)) => a.checked_div(*b).map(Value::Size),
            (Div, Value::Percent(a), Value::Number(b)) => a.checked_div(*b).map(Value::Percent),
            (Div, Value::Size(a), Value::Size(b)) | (Div, Value::Percent(a), Value::Percent(b)) => {
                a.checked_div(*b).map(Value::Number)
            }
            (Add, Value::Percent(a), Value::Percent(b)) => a.checked_add(*b).map(Value::Percent),
            (Sub, Value::Percent(a), Value::Percent(b)) => a.checked_sub(*b).map(Value::Percent),
            (Add, Value::Duration(a), Value::Duration(b)) => Some(Value::Duration(Duration {
                months: a.months.checked_add(b.months)?,
                seconds: a.seconds.checked_add(b.seconds)?,
            })),
            (Mul, Value::Duration(d), Value::Number(n)) | (Mul, Value::Number(n), Value::Duration(d)) => {
                stretch(*d, *n).map(Value::Duration)
            }
            (Add, Value::BusinessDays(a), Value::BusinessDays(b)) => {
                a.checked_add(*b).map(Value::BusinessDays)
            }
            (Add, Value::Date(day), Value::Duration(d)) | (Add, Value::Duration(d), Value::Date(day)) => {
                later(*day, *d).map(Value::Date)
            }
            (Add, Value::DateTime(at), Value::Duration(d))
            | (Add, Value::Duration(d), Value::DateTime(at)) => later_time(*at, *d).map(Value::DateTime),
            (Add, Value::Date(day), Value::BusinessDays(n))
            | (Add, Value::BusinessDays(n), Value::Date(day)) => self.business(*day, *n).map(Value::Date),
            (Sub, Value::Date(a), Value::Date(b)) => {
                Some(Value::Duration(Duration::days(i64::from(b.until(*a).ok()?.get_days()))))
            }
            (Sub, Value::DateTime(a), Value::DateTime(b)) => {
                let between = a.duration_since(*b);
                (between.subsec_nanos() == 0)
                    .then(|| Value::Duration(Duration { months: 0, seconds: between.as_secs() }))
            }
            (Sub, Value::Date(_) | Value::DateTime(_), Value::Duration(_) | Value::BusinessDays(_))
            | (Sub, Value::Duration(_), Value::Duration(_))
            | (Sub, Value::BusinessDays(_), Value::BusinessDays(_)) => self.combine(Add, a, &opposite(b)?),
            _ => None,
        }
    }

    /// One day after another.
    fn business(&self, day: Date, steps: i64) -> Option<Date> {
        let (mut day, mut left) = (day, steps);
        while left != 0 {
            day = if left > 0 { day.tomorrow().ok()? } else { day.yesterday().ok()? };
            let weekday = usize::try_from(day.weekday().to_monday_zero_offset()).ok()?;
            if !self.weekend[weekday] && !self.holidays.contains(&day) {
                left -= left.signum();
            }
        }
        Some(day)
    }
}

fn shifted<'a>(low: Option<Decimal>, high: Option<Decimal>, by: Decimal, bad: bool) -> Seen<'a> {
    let overflows = |end: Option<Decimal>| end.is_some_and(|e| e.checked_add(by).is_none());
    if overflows(low) || overflows(high) {
        return Seen::Unknown { bad };
    }
    Seen::Between { low: low.map(|l| l + by), high: high.map(|h| h + by), bad }
}

fn stretch(d: Duration, by: Decimal) -> Option<Duration> {
    let months = Decimal::from(d.months).checked_mul(by)?;
    let whole = months.trunc();
    let rest = (months - whole).checked_mul(Decimal::from(2_628_000))?;
    let seconds = Decimal::from(d.seconds).checked_mul(by)?.checked_add(rest)?;
    (seconds == seconds.trunc()).then_some(())?;
    Some(Duration { months: whole.to_i64()?, seconds: seconds.to_i64()? })
}

/// Months counted on the fingers, clamped to the month's last day; then days.
fn later(day: Date, by: Duration) -> Option<Date> {
    let month = i64::from(day.year()) * 12 + i64::from(day.month()) - 1;
    let month = month.checked_add(by.months)?;
    let year = i16::try_from(month.div_euclid(12)).ok()?;
    let first = Date::new(year, i8::try_from(month.rem_euclid(12) + 1).ok()?, 1).ok()?;
    let day = Date::new(year, first.month(), day.day().min(first.days_in_month())).ok()?;
    if by.seconds % 86_400 != 0 {
        return None;
    }
    day.checked_add(SignedDuration::from_hours((by.seconds / 86_400).checked_mul(24)?)).ok()
}

fn later_time(at: DateTime, by: Duration) -> Option<DateTime> {
    let day = later(at.date(), Duration { months: by.months, seconds: 0 })?;
    DateTime::from_parts(day, at.time()).checked_add(SignedDuration::from_secs(by.seconds)).ok()
}

/// The first day of evidence that is young enough.
pub(super) fn days_back(today: Date, at_most: Duration) -> Date {
    let midnight = today.to_datetime(Time::midnight());
    let days = at_most.seconds.div_euclid(86_400);
    let back =
        midnight.checked_sub(at_most.months.months()).ok().and_then(|at| at.checked_sub(days.days()).ok());
    back.map_or(Date::MIN, DateTime::date)
}
