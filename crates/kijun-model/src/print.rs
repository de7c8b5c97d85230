//! Types and values as the language writes them, for messages and tests.

use rust_decimal::Decimal;

use crate::{Duration, EnumId, Member, Model, Type, Value};

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
            Value::Member(id, position) => self.member(*id, *position).map_or("", |m| &m.name).to_owned(),
            other => self.say_value(other, "en"),
        }
    }

    /// A value as a reader of a language (by its tag) writes it: `98.9%`, `10 GiB`, `1 year 6 months`, members of enumerations by their
    /// titles. Dates are written alike in every language.
    #[must_use]
    pub fn say_value(&self, value: &Value, lang: &str) -> String {
        match value {
            Value::Bool(holds) => holds.to_string(),
            Value::Number(n) => n.normalize().to_string(),
            Value::Text(text) => text.to_string(),
            Value::Date(date) => date.to_string(),
            Value::DateTime(at) => at.to_string(),
            Value::Duration(duration) => show_duration(*duration, lang),
            Value::BusinessDays(n) => count(*n, &["business day", "business days", "営業日"], lang),
            Value::Version(version) => version.as_str().to_owned(),
            Value::Size(bytes) => show_size(*bytes),
            Value::Percent(n) => format!("{}%", n.normalize()),
            Value::Ip(net) if net.prefix_len() == net.max_prefix_len() => net.addr().to_string(),
            Value::Ip(net) => net.to_string(),
            Value::Member(id, position) => {
                let member = self.member(*id, *position);
                member.map_or("", |m| m.titles.get(lang).unwrap_or(&m.name)).to_owned()
            }
        }
    }

    fn member(&self, id: EnumId, position: u32) -> Option<&Member> {
        self.enumeration(id).members.get(position as usize)
    }
}

/// One, several, and Japanese.
type Words = [&'static str; 3];

fn count(n: i64, [one, several, ja]: &Words, lang: &str) -> String {
    match lang {
        "ja" => format!("{n}{ja}"),
        _ if n == 1 => format!("{n} {one}"),
        _ => format!("{n} {several}"),
    }
}

fn show_duration(Duration { months, seconds }: Duration, lang: &str) -> String {
    let parts: [(i64, Words); 6] = [
        (months / 12, ["year", "years", "年"]),
        (months % 12, ["month", "months", "か月"]),
        (seconds / 86_400, ["day", "days", "日"]),
        (seconds / 3600 % 24, ["hour", "hours", "時間"]),
        (seconds / 60 % 60, ["minute", "minutes", "分"]),
        (seconds % 60, ["second", "seconds", "秒"]),
    ];
    let said: Vec<String> =
        parts.iter().filter(|(n, _)| *n != 0).map(|(n, words)| count(*n, words, lang)).collect();
    match said.is_empty() {
        true => count(0, &parts[2].1, lang),
        false => said.join(if lang == "ja" { "" } else { " " }),
    }
}

/// In the greatest unit that comes out even.
fn show_size(bytes: Decimal) -> String {
    let units =
        [("TiB", 40), ("GiB", 30), ("MiB", 20), ("KiB", 10)].map(|(name, power)| (name, 1u64 << power));
    let decimal = [("TB", 1_000_000_000_000), ("GB", 1_000_000_000), ("MB", 1_000_000), ("kB", 1000)];
    let even = |(_, size): &(&str, u64)| !bytes.is_zero() && (bytes % Decimal::from(*size)).is_zero();
    match units.into_iter().chain(decimal).find(even) {
        Some((name, size)) => format!("{} {name}", (bytes / Decimal::from(size)).normalize()),
        None => format!("{} B", bytes.normalize()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(value: Value, lang: &str) -> String {
        Model::default().say_value(&value, lang)
    }

    #[test]
    fn quantities_carry_their_units() {
        assert_eq!(shown(Value::Percent(Decimal::new(9890, 2)), "en"), "98.9%");
        assert_eq!(shown(Value::Size(Decimal::from(10u64 << 30)), "en"), "10 GiB");
        assert_eq!(shown(Value::Size(Decimal::from(1500)), "en"), "1500 B");
        assert_eq!(shown(Value::Ip("10.0.0.1/32".parse().unwrap()), "en"), "10.0.0.1");
    }

    #[test]
    fn durations_are_said_in_either_language() {
        let long = Value::Duration(Duration { months: 18, seconds: 86_400 });
        assert_eq!(shown(long.clone(), "en"), "1 year 6 months 1 day");
        assert_eq!(shown(long, "ja"), "1年6か月1日");
        assert_eq!(shown(Value::Duration(Duration::default()), "en"), "0 days");
        assert_eq!(shown(Value::BusinessDays(1), "en"), "1 business day");
    }
}
