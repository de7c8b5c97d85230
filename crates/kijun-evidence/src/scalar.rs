//! Written scalars to values, each by the type that the vocabulary declares. Nothing is guessed.

use std::net::IpAddr;
use std::sync::Arc;

use ipnet::IpNet;
use jiff::civil::{Date, DateTime};
use kijun_model::{Duration, Model, Type, Value, Version};
use rust_decimal::Decimal;

/// Reads a text as a value of a type. `None`: it is not spelt so.
pub(crate) fn value(model: &Model, ty: &Type, text: &str) -> Option<Value> {
    Some(match ty.required() {
        Type::Bool => Value::Bool(bool(text)?),
        Type::Int => Value::Number(number(text).filter(Decimal::is_integer)?),
        Type::Number => Value::Number(number(text)?),
        Type::Text | Type::Ref(_) => Value::Text(text.into()),
        Type::Date => Value::Date(date(text)?),
        Type::DateTime => Value::DateTime(datetime(text)?),
        Type::Duration => Value::Duration(duration(text)?),
        Type::BusinessDays => Value::BusinessDays(business_days(text)?),
        Type::Version => Value::Version(Version::parse(text)?),
        Type::Size => Value::Size(size(text)?),
        Type::Percent => Value::Percent(number(text.strip_suffix('%')?.trim_end())?),
        Type::Ip => Value::Ip(ip(text)?),
        Type::Enum(id) => Value::Member(*id, model.enumeration(*id).spelt(text)?),
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

/// An exact decimal: `-1`, `98.9`, `1e3`. Grouping commas, other bases and full-width digits are not numbers.
pub(crate) fn number(text: &str) -> Option<Decimal> {
    let plain = |c: char| c.is_ascii_digit() || "+-.eE".contains(c);
    if text.len() > 64 || !text.chars().all(plain) {
        return None;
    }
    match text.contains(['e', 'E']) {
        true => Decimal::from_scientific(text).ok(),
        false => Decimal::from_str_exact(text).ok(),
    }
}

/// `2011-04-21`
pub(crate) fn date(text: &str) -> Option<Date> {
    let shape = |(i, b): (usize, u8)| if i == 4 || i == 7 { b == b'-' } else { b.is_ascii_digit() };
    (text.len() == 10 && text.bytes().enumerate().all(shape)).then(|| text.parse().ok())?
}

/// `2011-04-21T09:00`, `2011-04-21 09:00:30`; local civil time, without an offset.
fn datetime(text: &str) -> Option<DateTime> {
    let (day, time) = text.split_at_checked(10)?;
    date(day)?;
    let time = time.strip_prefix(['T', ' '])?;
    let fine = |c: char| c.is_ascii_digit() || c == ':' || c == '.';
    (time.len() >= 5 && time.chars().all(fine)).then(|| format!("{day}T{time}").parse().ok())?
}

/// `30 days`, `1 year 6 months`, `P30D`, `PT12H`.
pub(crate) fn duration(text: &str) -> Option<Duration> {
    match text.strip_prefix('P') {
        Some(iso) => iso_duration(iso),
        None => worded_duration(text),
    }
}

fn worded_duration(text: &str) -> Option<Duration> {
    let words: Vec<&str> = text.split_ascii_whitespace().collect();
    let (pairs, rest) = words.as_chunks::<2>();
    if pairs.is_empty() || !rest.is_empty() {
        return None;
    }
    let parts =
        pairs.iter().map(|[amount, unit]| length(whole(amount)?, unit.strip_suffix('s').unwrap_or(unit)));
    sum(parts)
}

fn length(amount: i64, unit: &str) -> Option<Duration> {
    let (months, seconds) = match unit {
        "year" => (12, 0),
        "month" => (1, 0),
        "week" => (0, 7 * 86_400),
        "day" => (0, 86_400),
        "hour" => (0, 3600),
        "minute" => (0, 60),
        "second" => (0, 1),
        _ => return None,
    };
    Some(Duration { months: amount.checked_mul(months)?, seconds: amount.checked_mul(seconds)? })
}

fn iso_duration(text: &str) -> Option<Duration> {
    let (days, time) = text.split_once('T').unwrap_or((text, ""));
    if text.is_empty() || text.ends_with('T') {
        return None;
    }
    let calendar = [('Y', "year"), ('M', "month"), ('W', "week"), ('D', "day")];
    let clock = [('H', "hour"), ('M', "minute"), ('S', "second")];
    sum(iso_parts(days, &calendar).into_iter().chain(iso_parts(time, &clock)))
}

fn iso_parts(text: &str, units: &[(char, &str)]) -> Vec<Option<Duration>> {
    let mut parts = Vec::new();
    let mut units = units.iter();
    for piece in text.split_inclusive(|c: char| c.is_ascii_alphabetic()) {
        let letter = piece.chars().last().unwrap_or(' ');
        let unit = units.by_ref().find(|(l, _)| *l == letter);
        parts.push(unit.and_then(|(l, unit)| length(whole(piece.strip_suffix(*l)?)?, unit)));
    }
    parts
}

fn sum(mut parts: impl Iterator<Item = Option<Duration>>) -> Option<Duration> {
    parts.try_fold(Duration::default(), |total, part| {
        let part = part?;
        let months = total.months.checked_add(part.months)?;
        Some(Duration { months, seconds: total.seconds.checked_add(part.seconds)? })
    })
}

/// `5 business days`
fn business_days(text: &str) -> Option<i64> {
    let mut words = text.split_ascii_whitespace();
    let amount = whole(words.next()?)?;
    let rest = (words.next(), words.next(), words.next());
    matches!(rest, (Some("business"), Some("day" | "days"), None)).then_some(amount)
}

/// An amount of at most nine digits, so that sums and dates stay in range.
fn whole(text: &str) -> Option<i64> {
    (text.len() <= 9 && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok())?
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

/// An address or a network.
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
    fn numbers_are_exact_and_of_ascii() {
        assert_eq!(number("1.10").map(|n| n.to_string()), Some("1.10".to_owned()));
        assert_eq!(number("1e3"), Some(1000.into()));
        for odd in [
            "",
            "1,000",
            "1_000",
            "0x10",
            "１２",
            ".inf",
            "1e400",
            "--1",
            "1e",
            "99999999999999999999999999999999",
        ] {
            assert_eq!(number(odd), None, "{odd}");
        }
        assert_eq!(read(&Type::Int, "50.5"), None);
    }

    #[test]
    fn dates_have_one_spelling() {
        assert!(date("2012-02-29").is_some());
        for odd in ["2011-02-29", "2011/04/01", "20110401", "2011-4-1", "平成23年4月1日", "+2011-04-1"] {
            assert_eq!(date(odd), None, "{odd}");
        }
        assert!(read(&Type::DateTime, "2011-04-21T09:00").is_some());
        assert!(read(&Type::DateTime, "2011-04-21 09:00:30").is_some());
        assert_eq!(read(&Type::DateTime, "2011-04-21T09:00:00Z"), None);
        assert_eq!(read(&Type::DateTime, "2011-04-21"), None);
    }

    #[test]
    fn durations_are_words_or_iso() {
        assert_eq!(duration("30 days"), Some(Duration::days(30)));
        assert_eq!(duration("P30D"), Some(Duration::days(30)));
        assert_eq!(duration("1 year 6 months"), duration("P1Y6M"));
        assert_eq!(duration("PT90M"), Some(Duration { months: 0, seconds: 5400 }));
        for odd in
            ["", "P", "PT", "30", "days", "-3 days", "P1", "P3M1Y", "quarterly", "9999999999999999 years"]
        {
            assert_eq!(duration(odd), None, "{odd}");
        }
    }

    #[test]
    fn sizes_and_percents_and_addresses() {
        assert_eq!(size("10 GiB"), Some((10_i64 << 30).into()));
        assert_eq!(size("1.5 MB"), Some(1_500_000.into()));
        assert_eq!(size("10"), None);
        assert_eq!(read(&Type::Percent, "98.9%"), read(&Type::Percent, "98.90 %"));
        assert_eq!(read(&Type::Percent, "0.9"), None);
        assert_eq!(read(&Type::Ip, "10.0.0.1"), read(&Type::Ip, "10.0.0.1/32"));
        assert_eq!(read(&Type::Ip, "10.0.0.256"), None);
    }
}
