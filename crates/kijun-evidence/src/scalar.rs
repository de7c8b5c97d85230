//! Written scalars to values, each by the type that the vocabulary declares.
//!
//! A value may be spelt as offices spell it: in full-width characters, with thousands grouped, with the year of an era.
//! What can be read in two ways is refused; nothing is guessed. Texts are never touched.

mod date;
mod duration;
mod era;
mod fold;
mod number;

use std::net::IpAddr;
use std::sync::Arc;

use ipnet::IpNet;
use kijun_model::{Model, Type, Value, Version};
use rust_decimal::Decimal;

pub(crate) use date::{Misread, day, iso, misread, misread_moment};
pub(crate) use fold::fold;
pub(crate) use number::{is_office_number, number};

/// Longer texts are no number, date or length.
const MOST_BYTES: usize = 256;

/// Reads a text as a value of a type. `None`: it is not spelt so.
pub(crate) fn value(model: &Model, ty: &Type, text: &str) -> Option<Value> {
    Some(match ty.required() {
        Type::Bool => Value::Bool(bool(text)?),
        Type::Text | Type::Ref(_) => Value::Text(text.into()),
        Type::Version => Value::Version(Version::parse(text)?),
        Type::Ip => Value::Ip(ip(text)?),
        Type::Enum(id) => Value::Member(*id, model.enumeration(*id).spelt(text)?),
        ty if text.len() <= MOST_BYTES => quantity(ty, &fold(text))?,
        _ => return None,
    })
}

/// A number, a day, a length or an amount, in its plain characters.
fn quantity(ty: &Type, text: &str) -> Option<Value> {
    Some(match ty {
        Type::Int => Value::Number(number(text).filter(Decimal::is_integer)?),
        Type::Number => Value::Number(number(text)?),
        Type::Date => Value::Date(date::date(text).ok()?),
        Type::DateTime => Value::DateTime(date::datetime(text).ok()?),
        Type::Duration => Value::Duration(duration::duration(text)?),
        Type::BusinessDays => Value::BusinessDays(duration::business_days(text)?),
        Type::Size => Value::Size(size(text)?),
        Type::Percent => Value::Percent(number(text.strip_suffix('%')?.trim_end())?),
        _ => return None,
    })
}

/// How a value is spelt in a key.
pub(crate) fn key_text(model: &Model, value: &Value) -> Arc<str> {
    match value {
        Value::Text(text) => Arc::clone(text),
        Value::Bool(b) => b.to_string().into(),
        Value::Number(n) | Value::Size(n) => n.normalize().to_string().into(),
        Value::Percent(n) => format!("{}%", n.normalize()).into(),
        Value::Date(date) => date.to_string().into(),
        Value::DateTime(datetime) => datetime.to_string().into(),
        Value::Duration(d) => format!("P{}MT{}S", d.months, d.seconds).into(),
        Value::BusinessDays(n) => n.to_string().into(),
        Value::Version(version) => version.as_str().into(),
        Value::Ip(net) if net.prefix_len() == net.max_prefix_len() => net.addr().to_string().into(),
        Value::Ip(net) => net.to_string().into(),
        Value::Member(id, n) => {
            model.enumeration(*id).members.get(*n as usize).map_or_else(|| "".into(), |m| Arc::clone(&m.name))
        }
    }
}

fn bool(text: &str) -> Option<bool> {
    match text {
        "true" | "True" | "TRUE" => Some(true),
        "false" | "False" | "FALSE" => Some(false),
        _ => None,
    }
}

/// `10 GiB`, `512 B`; `KB` counts by 1000, `KiB` by 1024.
fn size(text: &str) -> Option<Decimal> {
    let unit_at = text.find(|c: char| c.is_ascii_alphabetic())?;
    let (amount, unit) = text.split_at(unit_at);
    let amount = number(amount.trim_end_matches(' ')).filter(|n| !n.is_sign_negative())?;
    let (prefix, base) = match unit.strip_suffix('B')? {
        "" => return Some(amount),
        prefix => match prefix.strip_suffix('i') {
            Some(prefix) => (prefix, 1024_i64),
            None => (prefix, 1000),
        },
    };
    let power =
        ["K", "M", "G", "T", "P"].iter().position(|p| *p == prefix || (*p == "K" && prefix == "k"))?;
    amount.checked_mul(base.checked_pow(u32::try_from(power).ok()? + 1)?.into())
}

/// `10.0.0.1`, `10.0.0.0/8`
fn ip(text: &str) -> Option<IpNet> {
    match text.contains('/') {
        true => text.parse().ok(),
        false => text.parse::<IpAddr>().ok().map(IpNet::from),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(ty: &Type, text: &str) -> Option<Value> {
        value(&Model::default(), ty, text)
    }

    #[test]
    fn sizes_and_percents_and_addresses() {
        assert_eq!(size("10 GiB"), Some((10_i64 << 30).into()));
        assert_eq!(size("1.5 MB"), Some(1_500_000.into()));
        assert_eq!(size("10"), None);
        assert_eq!(read(&Type::Size, "１，０２４　ＭＢ"), read(&Type::Size, "1024 MB"));
        assert_eq!(read(&Type::Percent, "98.9%"), read(&Type::Percent, "98.90 %"));
        assert_eq!(read(&Type::Percent, "９８．９％"), read(&Type::Percent, "98.9%"));
        assert_eq!(read(&Type::Percent, "0.9"), None);
        assert_eq!(read(&Type::Ip, "10.0.0.1"), read(&Type::Ip, "10.0.0.1/32"));
        assert_eq!(read(&Type::Ip, "10.0.0.256"), None);
        assert_eq!(read(&Type::Int, "50.5"), None);
        assert_eq!(read(&Type::Int, &"1".repeat(300)), None);
    }

    #[test]
    fn texts_are_left_as_they_are() {
        for text in [" １，２００ ", "平成23年4月1日", "㈱"] {
            assert_eq!(read(&Type::Text, text), Some(Value::Text(text.into())));
        }
    }
}
