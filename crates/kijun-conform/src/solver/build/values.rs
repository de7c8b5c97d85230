//! Numbers back to values, each of its sort.

use std::collections::BTreeMap;
use std::net::{IpAddr, Ipv4Addr};
use std::sync::Arc;

use jiff::SignedDuration;
use jiff::civil::date;
use kijun_model::{Duration, Type, Value, Version};
use num_traits::{One, ToPrimitive};
use rust_decimal::Decimal;

use super::Build;
use crate::solver::atom::Unknown;
use crate::solver::calendar::day;
use crate::solver::facts::Values;
use crate::solver::lower::Lower;
use crate::solver::place::PlaceId;
use crate::solver::sum::whole;
use crate::theory::linear::Rational;
use crate::theory::versions::between;

impl Build<'_, '_> {
    /// A value of an ordered sort from the number by which it is compared; as it was written where it was.
    pub(super) fn of_number(&self, ty: &Type, number: &Rational, written: Option<&Value>) -> Option<Value> {
        let decimal = || decimal_of(number);
        Some(match ty {
            Type::Int | Type::Number => Value::Number(decimal()?),
            Type::Size => Value::Size(decimal()?),
            Type::Percent => Value::Percent(decimal()?),
            Type::Date => Value::Date(day(number)?),
            Type::DateTime => {
                let at = date(1970, 1, 1).at(0, 0, 0, 0);
                Value::DateTime(
                    at.checked_add(SignedDuration::from_secs(number.to_integer().to_i64()?)).ok()?,
                )
            }
            Type::Duration => match written {
                Some(value @ Value::Duration(_)) => value.clone(),
                _ => Value::Duration(Duration { months: 0, seconds: number.to_integer().to_i64()? }),
            },
            Type::BusinessDays => Value::BusinessDays(number.to_integer().to_i64()?),
            Type::Enum(id) => Value::Member(*id, number.to_integer().to_u32()?),
            Type::Version => match written {
                Some(value @ Value::Version(_)) => value.clone(),
                _ => Value::Version(self.versions.get(number)?.clone()),
            },
            _ => return None,
        })
    }
}

/// A version for each rank that was chosen: the one named there, or one between its neighbours.
pub(super) fn versions(lower: &Lower<'_>, values: &Values) -> BTreeMap<Rational, Version> {
    let is_version = |place: &PlaceId| *lower.places.ty(*place).required() == Type::Version;
    let mut ranks: Vec<Rational> = Vec::new();
    for place in lower.places.all().filter(is_version) {
        let var = lower.numbers.find(Unknown::Place(place));
        ranks.extend(var.and_then(|var| values.numbers.get(var as usize)).cloned());
    }
    ranks.sort();
    ranks.dedup();
    let mut found: BTreeMap<Rational, Version> = BTreeMap::new();
    for rank in ranks {
        let version = match rank.is_integer().then(|| named(lower, &rank)).flatten() {
            Some(version) => Some(version.clone()),
            None => {
                let below = found.range(..&rank).next_back().map(|(_, version)| version);
                let last = lower.versions.last().filter(|_| rank > whole(0));
                let low = named(lower, &rank.floor()).or(last).into_iter().chain(below).max();
                let next = rank.floor() + Rational::one();
                let high = if rank < whole(0) { lower.versions.first() } else { named(lower, &next) };
                between(low, high)
            }
        };
        if let Some(version) = version {
            found.insert(rank, version);
        }
    }
    found
}

/// The version that is named at a rank.
fn named<'l>(lower: &'l Lower<'_>, rank: &Rational) -> Option<&'l Version> {
    rank.to_integer().to_usize().filter(|_| *rank >= whole(0)).and_then(|n| lower.versions.get(n))
}

/// An address for which nothing is asked; it is set aside for documentation (RFC 5737).
pub(super) const ANY_ADDRESS: IpAddr = IpAddr::V4(Ipv4Addr::new(192, 0, 2, 1));

fn decimal_of(number: &Rational) -> Option<Decimal> {
    let part =
        |n: &num_bigint::BigInt| n.to_i128().and_then(|n| Decimal::try_from_i128_with_scale(n, 0).ok());
    part(number.numer())?.checked_div(part(number.denom())?)
}

/// How a value is spelt in a key.
pub(super) fn key_text(value: &Value) -> Arc<str> {
    match value {
        Value::Text(text) => Arc::clone(text),
        Value::Number(n) => n.normalize().to_string().into(),
        other => format!("{other:?}").into(),
    }
}
