//! Sums that do not depend on the order of what is added.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use kijun_model::{Duration, Value};
use rust_decimal::{Decimal, RoundingStrategy};

/// How many digits of a mean stand behind the point.
const DIGITS: u32 = 2;
const DAY: i128 = 86_400;

/// A sum of quantities of one sort, exact: digits of one place are added to digits of the same place.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sum {
    sort: Option<Quantity>,
    /// Digits, by how many of them stand behind the point; of durations, months and seconds.
    digits: BTreeMap<u32, i128>,
    /// How many values were added.
    n: u64,
    /// Whether a value did not fit.
    overflow: bool,
}

/// A sort of quantity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Quantity {
    Number,
    Percent,
    Size,
    Duration,
}

/// Where the months and the seconds of durations are kept.
const MONTHS: u32 = 1;
const SECONDS: u32 = 0;

impl Sum {
    pub(crate) fn add(&mut self, value: &Value) {
        self.n += 1;
        let (sort, digits): (Quantity, &[(u32, i128)]) = match value {
            Value::Number(n) => (Quantity::Number, &[(n.scale(), n.mantissa())]),
            Value::Percent(n) => (Quantity::Percent, &[(n.scale(), n.mantissa())]),
            Value::Size(n) => (Quantity::Size, &[(n.scale(), n.mantissa())]),
            Value::Duration(d) => {
                (Quantity::Duration, &[(MONTHS, i128::from(d.months)), (SECONDS, i128::from(d.seconds))])
            }
            _ => return self.overflow = true,
        };
        self.sort = Some(sort);
        digits.iter().for_each(|&(place, n)| self.add_digits(place, n));
    }

    fn add_digits(&mut self, place: u32, n: i128) {
        let sum = self.digits.entry(place).or_default();
        match sum.checked_add(n) {
            Some(more) => *sum = more,
            None => self.overflow = true,
        }
    }

    pub(crate) fn merge(&mut self, other: &Sum) {
        self.sort = self.sort.or(other.sort);
        self.n += other.n;
        self.overflow |= other.overflow;
        other.digits.iter().for_each(|(&place, &n)| self.add_digits(place, n));
    }

    fn digits(&self, place: u32) -> i128 {
        self.digits.get(&place).copied().unwrap_or(0)
    }

    /// The sum, as far as 28 digits hold it.
    pub(crate) fn total(&self) -> Option<Value> {
        match self.sort? {
            Quantity::Duration => Some(Value::Duration(Duration {
                months: i64::try_from(self.digits(MONTHS)).ok()?,
                seconds: i64::try_from(self.digits(SECONDS)).ok()?,
            })),
            sort => sort.value(self.decimal()?),
        }
    }

    /// The mean as it is shown: at most two digits behind the point, durations in whole days.
    pub(crate) fn mean(&self) -> Option<Value> {
        match self.sort? {
            Quantity::Duration => Some(Value::Duration(self.mean_duration()?)),
            sort => {
                let digits = if sort == Quantity::Size { 0 } else { DIGITS };
                let mean = self.decimal()?.checked_div(Decimal::from(self.n))?;
                let half_up = RoundingStrategy::MidpointAwayFromZero;
                sort.value(mean.round_dp_with_strategy(digits, half_up).normalize())
            }
        }
    }

    /// Months that divide stay months; what is left of them counts 365/12 days each.
    fn mean_duration(&self) -> Option<Duration> {
        let n = i128::from(self.n);
        let months = self.digits(MONTHS).checked_div(n)?;
        let left = i64::try_from(self.digits(MONTHS) % n).ok()?;
        let left = Duration { months: left, seconds: 0 }.length();
        let seconds = self.digits(SECONDS).checked_add(left)?.checked_div(n)?;
        let days = months != 0 || seconds.abs() >= DAY;
        let seconds = if days { (seconds + DAY / 2).div_euclid(DAY) * DAY } else { seconds };
        Some(Duration { months: i64::try_from(months).ok()?, seconds: i64::try_from(seconds).ok()? })
    }

    /// How the sum stands to a bound; exact.
    pub(crate) fn order(&self, bound: &Value) -> Option<Ordering> {
        self.order_of(bound, 1)
    }

    /// How the mean stands to a bound; exact, and not as it is shown.
    pub(crate) fn order_of_mean(&self, bound: &Value) -> Option<Ordering> {
        self.order_of(bound, self.n)
    }

    fn order_of(&self, bound: &Value, times: u64) -> Option<Ordering> {
        match bound {
            Value::Duration(bound) => {
                let month = Duration { months: 1, seconds: 0 }.length();
                let length = self.digits(MONTHS).checked_mul(month)?.checked_add(self.digits(SECONDS))?;
                (!self.overflow).then_some(length.cmp(&bound.length().checked_mul(i128::from(times))?))
            }
            Value::Number(bound) | Value::Percent(bound) | Value::Size(bound) => {
                Some(self.decimal()?.cmp(&bound.checked_mul(Decimal::from(times))?))
            }
            _ => None,
        }
    }

    fn decimal(&self) -> Option<Decimal> {
        let part = |(&place, &n): (&u32, &i128)| Decimal::try_from_i128_with_scale(n, place).ok();
        let zero = (!self.overflow).then_some(Decimal::ZERO);
        self.digits.iter().fold(zero, |sum, digits| sum?.checked_add(part(digits)?))
    }
}

impl Quantity {
    fn value(self, n: Decimal) -> Option<Value> {
        Some(match self {
            Quantity::Number => Value::Number(n),
            Quantity::Percent => Value::Percent(n),
            Quantity::Size => Value::Size(n),
            Quantity::Duration => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sum(values: impl IntoIterator<Item = Value>) -> Sum {
        let mut sum = Sum::default();
        values.into_iter().for_each(|value| sum.add(&value));
        sum
    }

    fn months(months: i64) -> Value {
        Value::Duration(Duration { months, seconds: 0 })
    }

    #[test]
    fn months_that_divide_stay_months() {
        let section = sum([months(12), months(60), months(24), months(12)]);
        assert_eq!(section.mean(), Some(months(27)));
        assert_eq!(section.order_of_mean(&months(27)), Some(Ordering::Equal));
    }

    #[test]
    fn what_does_not_divide_is_counted_in_days() {
        let half = sum([months(1), months(2)]);
        assert_eq!(half.mean(), Some(Value::Duration(Duration { months: 1, seconds: 15 * 86_400 })));
        assert_eq!(half.order_of_mean(&months(1)), Some(Ordering::Greater));
    }

    #[test]
    fn a_mean_is_shown_with_two_digits_and_compared_with_all() {
        let number = |n: i64, scale| Value::Number(Decimal::new(n, scale));
        let third = sum([number(1, 0), number(10, 1), number(0, 0)]);
        assert_eq!(third.mean(), Some(number(67, 2)));
        assert_eq!(third.order_of_mean(&number(67, 2)), Some(Ordering::Less));
    }

    #[test]
    fn a_sum_of_great_and_small_does_not_depend_on_the_order() {
        let values = [Decimal::MAX, Decimal::new(1, 28), -Decimal::MAX, Decimal::new(1, 28)];
        let forward = sum(values.map(Value::Number));
        let mut backward = sum([]);
        values.iter().rev().for_each(|n| backward.merge(&sum([Value::Number(*n)])));
        assert_eq!(forward.total(), Some(Value::Number(Decimal::new(2, 28))));
        assert_eq!(forward.total(), backward.total());
    }
}
