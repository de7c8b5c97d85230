//! Literals of the language to exact values.

use std::sync::Arc;

use jiff::civil::{Date, DateTime};
use kijun_diag::{Arg, Span};
use kijun_syntax::ast::{self, TimeUnit};
use rust_decimal::Decimal;

use super::Cx;
use super::complaints;
use crate::{Duration, Type, Value, Version};

/// A date whose existence the parser has checked.
pub(super) fn civil(date: &ast::Date) -> Date {
    Date::new(date.year, date.month, date.day).unwrap_or(Date::ZERO)
}

/// A length of calendar time; business days are refused.
pub(super) fn calendar_duration(cx: &mut Cx, duration: &ast::Duration) -> Option<Duration> {
    match cx.duration(duration) {
        Value::Duration(duration) => Some(duration),
        _ => {
            cx.report(complaints::mixed_days(duration.span));
            None
        }
    }
}

impl Cx {
    /// A length of time, in the calendar or in business days; a mix of the two is reported.
    pub(super) fn duration(&mut self, duration: &ast::Duration) -> Value {
        let business = |unit: &TimeUnit| *unit == TimeUnit::BusinessDays;
        let n_business = duration.parts.iter().filter(|(_, unit)| business(unit)).count();
        if n_business == duration.parts.len() {
            return Value::BusinessDays(duration.parts.iter().map(|(n, _)| i64::from(*n)).sum());
        }
        if n_business > 0 {
            self.report(complaints::mixed_days(duration.span));
        }
        let mut total = Duration::default();
        for (n, unit) in &duration.parts {
            let n = i64::from(*n);
            match unit {
                TimeUnit::Years => total.months += n * 12,
                TimeUnit::Months => total.months += n,
                TimeUnit::Weeks => total.seconds += n * 7 * 86_400,
                TimeUnit::Days | TimeUnit::BusinessDays => total.seconds += n * 86_400,
                TimeUnit::Hours => total.seconds += n * 3600,
                TimeUnit::Minutes => total.seconds += n * 60,
                TimeUnit::Seconds => total.seconds += n,
            }
        }
        Value::Duration(total)
    }

    /// A scalar literal with its type; `None` for what is not one, and after a diagnostic.
    pub(super) fn literal(&mut self, expr: &ast::Expr) -> Option<(Value, Type)> {
        let at = expr.span;
        Some(match &expr.kind {
            ast::ExprKind::Bool(b) => (Value::Bool(*b), Type::Bool),
            ast::ExprKind::Number(digits) => number(self.decimal(digits, at)?),
            ast::ExprKind::Percent(digits) => (Value::Percent(self.decimal(digits, at)?), Type::Percent),
            ast::ExprKind::Size(digits, unit) => (Value::Size(self.size(digits, unit, at)?), Type::Size),
            ast::ExprKind::Text(text) => (Value::Text(Arc::from(text.as_str())), Type::Text),
            ast::ExprKind::Date(date) => (Value::Date(civil(date)), Type::Date),
            ast::ExprKind::DateTime(text) => (Value::DateTime(self.datetime(text, at)?), Type::DateTime),
            ast::ExprKind::Duration(duration) => match self.duration(duration) {
                Value::BusinessDays(days) => (Value::BusinessDays(days), Type::BusinessDays),
                other => (other, Type::Duration),
            },
            ast::ExprKind::Version(text) => match Version::parse(text) {
                Some(version) => (Value::Version(version), Type::Version),
                None => return self.bad("version", text, Arg::Word("why-version"), at),
            },
            ast::ExprKind::Ip(text) => match ip(text) {
                Some(ip) => (Value::Ip(ip), Type::Ip),
                None => return self.bad("ip", text, Arg::Word("why-ip"), at),
            },
            _ => return None,
        })
    }

    fn bad<T>(&mut self, what: &'static str, text: &str, why: Arg, at: Span) -> Option<T> {
        self.report(complaints::bad_literal(what, text, why, at));
        None
    }

    fn decimal(&mut self, digits: &str, at: Span) -> Option<Decimal> {
        match Decimal::from_str_exact(&digits.replace('_', "")) {
            Ok(number) => Some(number),
            Err(_) => self.bad("number", digits, Arg::Word("why-number"), at),
        }
    }

    fn size(&mut self, digits: &str, unit: &str, at: Span) -> Option<Decimal> {
        let amount = self.decimal(digits, at)?;
        match unit_bytes(unit).and_then(|bytes| amount.checked_mul(bytes)) {
            Some(bytes) => Some(bytes),
            None => self.bad("size", &format!("{digits} {unit}"), Arg::Word("why-size"), at),
        }
    }

    fn datetime(&mut self, text: &str, at: Span) -> Option<DateTime> {
        match text.parse() {
            Ok(datetime) => Some(datetime),
            Err(_) => self.bad("datetime", text, Arg::Word("why-datetime"), at),
        }
    }

    /// Checks a regular expression and bounds its size.
    pub(super) fn regex(&mut self, regex: &ast::Text) {
        let built = regex::RegexBuilder::new(&regex.value).size_limit(1 << 20).build();
        if let Err(error) = built {
            let why = error.to_string();
            let why = why.lines().last().unwrap_or("").trim_start_matches("error: ").to_owned();
            self.report(complaints::bad_literal("regex", &regex.value, why, regex.span));
        }
    }
}

fn number(value: Decimal) -> (Value, Type) {
    let ty = if value.is_integer() { Type::Int } else { Type::Number };
    (Value::Number(value), ty)
}

/// An address or a network; an address is a network of one.
fn ip(text: &str) -> Option<ipnet::IpNet> {
    text.parse().ok().or_else(|| text.parse::<std::net::IpAddr>().ok().map(ipnet::IpNet::from))
}

/// Bytes in a unit of size: decimal prefixes by 1000, binary by 1024.
fn unit_bytes(unit: &str) -> Option<Decimal> {
    let (base, power) = match unit {
        "B" => (1, 0),
        "kB" | "KB" => (1000, 1),
        "MB" => (1000, 2),
        "GB" => (1000, 3),
        "TB" => (1000, 4),
        "KiB" => (1024, 1),
        "MiB" => (1024, 2),
        "GiB" => (1024, 3),
        "TiB" => (1024, 4),
        _ => return None,
    };
    Some(Decimal::from(u64::pow(base, power)))
}
