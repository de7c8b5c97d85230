//! The values next to a value.

use std::sync::Arc;

use jiff::ToSpan as _;
use kijun_model::{Duration, Model, Value, Version};
use rust_decimal::Decimal;

const DAY: i64 = 86_400;

/// The values one step below and above, where there are any.
pub(in super::super) fn neighbours(model: &Model, value: &Value) -> Vec<Value> {
    [-1, 1].into_iter().filter_map(|by| step(model, value, by)).collect()
}

/// The value one step away.
pub(in super::super) fn step(model: &Model, value: &Value, by: i64) -> Option<Value> {
    Some(match value {
        Value::Bool(holds) => return (by > 0).then_some(Value::Bool(!holds)),
        Value::Number(n) => Value::Number(n.checked_add(by.into())?),
        Value::Percent(n) => Value::Percent(n.checked_add(by.into())?),
        Value::Size(bytes) => Value::Size(bytes.checked_add(unit(*bytes) * Decimal::from(by))?),
        Value::Date(date) => Value::Date(date.checked_add(by.days()).ok()?),
        Value::DateTime(at) => Value::DateTime(at.checked_add(by.minutes()).ok()?),
        Value::Duration(duration) => Value::Duration(longer(*duration, by)?),
        Value::BusinessDays(n) => Value::BusinessDays(n.checked_add(by)?),
        Value::Version(version) => Value::Version(next(version, by)?),
        Value::Member(id, position) => {
            let position = u32::try_from(i64::from(*position) + by).ok()?;
            model.enumeration(*id).members.get(position as usize)?;
            Value::Member(*id, position)
        }
        Value::Text(_) | Value::Ip(_) => return None,
    })
}

/// The greatest unit in which a size comes out even.
fn unit(bytes: Decimal) -> Decimal {
    let units = [1u64 << 40, 1 << 30, 1 << 20, 1 << 10, 1_000_000_000_000, 1_000_000_000, 1_000_000, 1000];
    let even = |unit: &Decimal| !bytes.is_zero() && (bytes % *unit).is_zero();
    units.into_iter().map(Decimal::from).find(even).unwrap_or(Decimal::ONE)
}

/// A day more or less; of what is not told in days, an hour.
fn longer(duration: Duration, by: i64) -> Option<Duration> {
    let step = if duration.seconds % DAY == 0 { DAY } else { 3600 };
    Some(Duration { seconds: duration.seconds.checked_add(step * by)?, ..duration })
}

/// The version whose last number is the next one.
fn next(version: &Version, by: i64) -> Option<Version> {
    let text = version.as_str();
    let end = text.rfind(|c: char| c.is_ascii_digit())? + 1;
    let start = text[..end].rfind(|c: char| !c.is_ascii_digit()).map_or(0, |before| before + 1);
    let number = text[start..end].parse::<i64>().ok()?.checked_add(by).filter(|n| *n >= 0)?;
    let text: Arc<str> = format!("{}{number}{}", &text[..start], &text[end..]).into();
    Version::parse(&text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(value: Value) -> Vec<String> {
        let model = Model::default();
        neighbours(&model, &value).iter().map(|value| model.show_value(value)).collect()
    }

    #[test]
    fn each_value_has_the_next_ones_in_the_unit_in_which_it_was_written() {
        let version = |text| Value::Version(Version::parse(text).unwrap());
        assert_eq!(shown(Value::Number(10.into())), ["9", "11"]);
        assert_eq!(shown(Value::Date(jiff::civil::date(2011, 3, 1))), ["2011-02-28", "2011-03-02"]);
        assert_eq!(shown(Value::Duration(Duration::days(30))), ["29 days", "31 days"]);
        assert_eq!(shown(Value::Size(Decimal::from(10u64 << 30))), ["9 GiB", "11 GiB"]);
        assert_eq!(shown(version("9.2p1")), ["9.2p0", "9.2p2"]);
        assert_eq!(shown(version("1.0")), ["1.1"]);
        assert_eq!(shown(Value::Bool(true)), ["false"]);
        assert!(shown(Value::Text("a".into())).is_empty());
    }
}
