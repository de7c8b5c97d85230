//! Sums of unknowns: what numbers, days, durations, sizes, versions and members of enumerations come to.

use std::collections::BTreeMap;

use jiff::civil::{Date, DateTime, date};
use kijun_model::Value;
use num_bigint::BigInt;
use num_traits::Zero;
use rust_decimal::Decimal;

use crate::theory::linear::{Rational, Var};

/// A sum of unknowns, each with its factor, and a constant.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub(crate) struct Sum {
    pub(crate) terms: BTreeMap<Var, Rational>,
    pub(crate) constant: Rational,
}

impl Sum {
    pub(crate) fn constant(constant: Rational) -> Sum {
        Sum { terms: BTreeMap::new(), constant }
    }

    pub(crate) fn var(var: Var) -> Sum {
        Sum { terms: BTreeMap::from([(var, whole(1))]), constant: Rational::zero() }
    }

    pub(crate) fn plus(&self, other: &Sum) -> Sum {
        let mut sum = self.clone();
        sum.constant += &other.constant;
        for (var, factor) in &other.terms {
            *sum.terms.entry(*var).or_default() += factor;
        }
        sum.terms.retain(|_, factor| !factor.is_zero());
        sum
    }

    pub(crate) fn minus(&self, other: &Sum) -> Sum {
        self.plus(&other.times(&whole(-1)))
    }

    pub(crate) fn times(&self, by: &Rational) -> Sum {
        let mut terms: BTreeMap<Var, Rational> = self.terms.iter().map(|(v, f)| (*v, f * by)).collect();
        terms.retain(|_, factor| !factor.is_zero());
        Sum { terms, constant: &self.constant * by }
    }

    /// Its value, where no unknown is in it.
    pub(crate) fn known(&self) -> Option<&Rational> {
        self.terms.is_empty().then_some(&self.constant)
    }
}

pub(crate) fn whole(n: i64) -> Rational {
    Rational::from(BigInt::from(n))
}

pub(crate) fn decimal(n: Decimal) -> Rational {
    Rational::new(BigInt::from(n.mantissa()), BigInt::from(10).pow(n.scale()))
}

const EPOCH: Date = date(1970, 1, 1);

/// Days since 1970-01-01.
pub(crate) fn day_number(day: Date) -> i64 {
    day.duration_since(EPOCH).as_hours() / 24
}

/// The number by which a value of an ordered sort is compared; versions and what has no number are `None`.
pub(crate) fn number_of(value: &Value) -> Option<Rational> {
    Some(match value {
        Value::Number(n) | Value::Size(n) | Value::Percent(n) => decimal(*n),
        Value::Date(day) => whole(day_number(*day)),
        Value::DateTime(at) => seconds(*at),
        Value::Duration(duration) => Rational::from(BigInt::from(duration.length())),
        Value::BusinessDays(n) => whole(*n),
        Value::Member(_, n) => whole(i64::from(*n)),
        Value::Bool(_) | Value::Text(_) | Value::Version(_) | Value::Ip(_) => return None,
    })
}

/// Seconds since 1970-01-01, by civil time.
fn seconds(at: DateTime) -> Rational {
    let since = at.duration_since(EPOCH.at(0, 0, 0, 0));
    whole(since.as_secs()) + Rational::new(BigInt::from(since.subsec_nanos()), BigInt::from(1_000_000_000))
}
