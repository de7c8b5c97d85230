//! Types and values as the language writes them, for messages and tests.

use std::fmt::Write as _;

use crate::{Duration, Model, Type, Value};

impl Model {
    /// A type as a vocabulary writes it.
    #[must_use]
    pub fn show_type(&self, ty: &Type) -> String {
        match ty {
            Type::Bool => "bool".to_owned(),
            Type::Int => "int".to_owned(),
            Type::Number => "number".to_owned(),
            Type::Text => "text".to_owned(),
            Type::Date => "date".to_owned(),
            Type::DateTime => "datetime".to_owned(),
            Type::Duration => "duration".to_owned(),
            Type::BusinessDays => "business days".to_owned(),
            Type::Version => "version".to_owned(),
            Type::Size => "size".to_owned(),
            Type::Percent => "percent".to_owned(),
            Type::Ip => "ip".to_owned(),
            Type::Enum(id) => self.enumeration(*id).name.to_string(),
            Type::Record(id) => self.record(*id).name.to_string(),
            Type::Subject(id) => self.kind(*id).name.to_string(),
            Type::Ref(id) => format!("ref {}", self.kind(*id).name),
            Type::List(inner) => format!("list of {}", self.show_type(inner)),
            Type::Map(inner) => format!("map of {}", self.show_type(inner)),
            Type::Optional(inner) => format!("{}?", self.show_type(inner)),
            Type::Broken => "?".to_owned(),
        }
    }

    /// A value as the language writes it; text without quotes.
    #[must_use]
    pub fn show_value(&self, value: &Value) -> String {
        match value {
            Value::Bool(b) => b.to_string(),
            Value::Number(n) => n.normalize().to_string(),
            Value::Text(text) => text.to_string(),
            Value::Date(date) => date.to_string(),
            Value::DateTime(at) => at.to_string(),
            Value::Duration(duration) => show_duration(*duration),
            Value::BusinessDays(days) => counted(*days, "business day"),
            Value::Version(version) => version.as_str().to_owned(),
            Value::Size(bytes) => show_size(*bytes),
            Value::Percent(percent) => format!("{}%", percent.normalize()),
            Value::Ip(ip) => show_ip(ip),
            Value::Member(id, position) => {
                let members = &self.enumeration(*id).members;
                members.get(*position as usize).map_or_else(|| "?".to_owned(), |m| m.name.to_string())
            }
        }
    }
}

fn counted(n: i64, unit: &str) -> String {
    if n == 1 { format!("{n} {unit}") } else { format!("{n} {unit}s") }
}

fn show_duration(duration: Duration) -> String {
    let days = duration.seconds / 86_400;
    let rest = duration.seconds % 86_400;
    let parts = [
        (duration.months / 12, "year"),
        (duration.months % 12, "month"),
        (days, "day"),
        (rest / 3600, "hour"),
        (rest % 3600 / 60, "minute"),
        (rest % 60, "second"),
    ];
    let mut out = String::new();
    for (n, unit) in parts.into_iter().filter(|(n, _)| *n != 0) {
        let gap = if out.is_empty() { "" } else { " " };
        let _ = write!(out, "{gap}{}", counted(n, unit));
    }
    if out.is_empty() { "0 days".to_owned() } else { out }
}

fn show_size(bytes: rust_decimal::Decimal) -> String {
    let mut amount = bytes;
    let kibi = rust_decimal::Decimal::from(1024);
    for unit in ["B", "KiB", "MiB", "GiB"] {
        let exact = amount.checked_rem(kibi).is_some_and(|rest| rest.is_zero());
        if amount.is_zero() || !exact {
            return format!("{} {unit}", amount.normalize());
        }
        amount /= kibi;
    }
    format!("{} TiB", amount.normalize())
}

fn show_ip(ip: &ipnet::IpNet) -> String {
    if ip.prefix_len() == ip.max_prefix_len() { ip.addr().to_string() } else { ip.to_string() }
}
