//! Constants as the solver writes them; and the finitely many versions and networks that a question can tell apart.

use ipnet::{IpNet, Ipv4Net, Ipv6Net};
use jiff::civil::{Date, DateTime};
use kijun_model::{Expr, ExprKind, Value, Version};
use rust_decimal::Decimal;

use super::Question;
use super::terms::{Scalar, Sort};

/// Versions and networks that stand in a question.
#[derive(Debug, Default)]
pub(super) struct Constants {
    /// In order. Between two different versions there is always another, as there is below and above: they are a line
    /// without gaps, on which these are whole numbers.
    versions: Vec<Version>,
    /// Networks enough: for every way of lying in or out of the networks named, one that does.
    pub(super) networks: Vec<IpNet>,
}

impl Constants {
    pub(super) fn of(question: &Question<'_>) -> Constants {
        let (mut versions, mut networks) = (Vec::new(), Vec::new());
        let mut take = |value: &Value| match value {
            Value::Version(version) => versions.push(version.clone()),
            Value::Ip(network) => networks.push(*network),
            _ => {}
        };
        for id in std::iter::once(&question.higher).chain(question.lowers) {
            let statement = question.model.statement(*id);
            let filter =
                question.model.clause(statement.clause).subjects.as_ref().and_then(|s| s.filter.as_ref());
            for expr in filter.into_iter().chain(&statement.when).chain([&statement.requirement]) {
                values(question, expr, &mut take);
            }
        }
        question.parameters.values().for_each(take);
        versions.sort();
        versions.dedup();
        Constants { versions, networks: candidates(&networks) }
    }

    /// A constant, as the solver writes it.
    pub(super) fn scalar(&self, value: &Value) -> Result<Scalar, String> {
        Ok(match value {
            Value::Bool(b) => Scalar::known(Sort::Bool, b.to_string()),
            Value::Number(n) if n.is_integer() => Scalar::known(Sort::Int, whole(&n.normalize().to_string())),
            Value::Number(n) | Value::Size(n) | Value::Percent(n) => Scalar::known(Sort::Real, real(*n)),
            Value::Text(text) => Scalar::known(Sort::String, quoted(text)),
            Value::Date(date) => Scalar::known(Sort::Int, whole(&day(*date).to_string())),
            Value::DateTime(at) => Scalar::known(Sort::Int, whole(&second(*at))),
            Value::Duration(d) => Scalar::known(Sort::Int, whole(&d.length().to_string())),
            Value::BusinessDays(n) => Scalar::known(Sort::Int, whole(&n.to_string())),
            Value::Member(_, at) => Scalar::known(Sort::Int, at.to_string()),
            Value::Version(version) => {
                let at = self.versions.iter().position(|v| v == version).ok_or("a version from nowhere")?;
                Scalar::known(Sort::Real, format!("{at}.0"))
            }
            Value::Ip(network) => {
                let at = self.networks.iter().position(|n| n == network).ok_or("a network from nowhere")?;
                Scalar::known(Sort::Int, at.to_string())
            }
        })
    }
}

fn values(question: &Question<'_>, expr: &Expr, take: &mut impl FnMut(&Value)) {
    match &expr.kind {
        ExprKind::Const(value) => take(value),
        ExprKind::InSet(_, set) => set.iter().for_each(&mut *take),
        ExprKind::Call(id, _) => values(question, &question.model.define(*id).body, take),
        _ => {}
    }
    for child in expr.children() {
        values(question, child, take);
    }
}

/// The networks named, what lies around them and just beside the way to them, and halves of them.
fn candidates(named: &[IpNet]) -> Vec<IpNet> {
    let mut found: Vec<IpNet> = vec![IpNet::V4(Ipv4Net::default()), IpNet::V6(Ipv6Net::default())];
    for network in named {
        let mut at = Some(network.trunc());
        found.push(*network);
        while let Some(here) = at {
            found.push(here);
            found.extend(here.subnets(here.prefix_len() + 1).into_iter().flatten());
            at = here.supernet();
        }
    }
    found.sort();
    found.dedup();
    found
}

/// Days since the beginning of the calendar's year 0.
pub(super) fn day(date: Date) -> i64 {
    let (year, month) = (i64::from(date.year()), i64::from(date.month()));
    // Howard Hinnant's count of days from the civil calendar, with March as the first month.
    let y = if month <= 2 { year - 1 } else { year };
    let era = y.div_euclid(400);
    let of_era = y.rem_euclid(400);
    let of_year = (153 * (month + if month > 2 { -3 } else { 9 }) + 2) / 5 + i64::from(date.day()) - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year
}

fn second(at: DateTime) -> String {
    let clock = i64::from(at.hour()) * 3600 + i64::from(at.minute()) * 60 + i64::from(at.second());
    (day(at.date()) * 86_400 + clock).to_string()
}

pub(super) fn whole(digits: &str) -> String {
    digits.strip_prefix('-').map_or_else(|| digits.to_owned(), |positive| format!("(- {positive})"))
}

fn real(n: Decimal) -> String {
    let text = n.normalize().abs().to_string();
    let text = if text.contains('.') { text } else { format!("{text}.0") };
    if n.is_sign_negative() { format!("(- {text})") } else { text }
}

/// A text; what is not plain is written by its number.
pub(super) fn quoted(text: &str) -> String {
    let plain = |c: char| (c.is_ascii_graphic() || c == ' ') && c != '"' && c != '\\';
    let write = |c: char| if plain(c) { c.to_string() } else { format!("\\u{{{:x}}}", u32::from(c)) };
    format!("\"{}\"", text.chars().map(write).collect::<String>())
}
