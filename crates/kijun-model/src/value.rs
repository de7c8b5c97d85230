//! Scalar values, exact and totally ordered within their sort.

use std::cmp::Ordering;
use std::sync::Arc;

use ipnet::IpNet;
use jiff::civil::{Date, DateTime};
use rust_decimal::Decimal;

use crate::EnumId;

/// A known scalar. Values of different sorts are never compared; the type checker sees to that.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Value {
    /// `bool`
    Bool(bool),
    /// `int`, `number`: exact decimal; `1.0` equals `1`.
    Number(Decimal),
    /// `text`, and the key of a `ref`.
    Text(Arc<str>),
    /// `date`
    Date(Date),
    /// `datetime`, local civil time.
    DateTime(DateTime),
    /// `duration` of the calendar.
    Duration(Duration),
    /// `duration` in business days.
    BusinessDays(i64),
    /// `version`
    Version(Version),
    /// `size` in bytes.
    Size(Decimal),
    /// `percent`: 98.9 for 98.9 %.
    Percent(Decimal),
    /// `ip`: an address (full prefix) or a network.
    Ip(IpNet),
    /// A member of an enumeration, by its position.
    Member(EnumId, u32),
}

impl Value {
    /// Order within a sort; `None` between sorts and for sorts without order.
    ///
    /// Members of unordered enumerations compare here by position all the same; the type checker refuses
    /// `<` on them.
    #[must_use]
    pub fn order(&self, other: &Value) -> Option<Ordering> {
        Some(match (self, other) {
            (Value::Bool(a), Value::Bool(b)) => a.cmp(b),
            (Value::Number(a), Value::Number(b)) => a.cmp(b),
            (Value::Size(a), Value::Size(b)) | (Value::Percent(a), Value::Percent(b)) => a.cmp(b),
            (Value::Text(a), Value::Text(b)) => a.cmp(b),
            (Value::Date(a), Value::Date(b)) => a.cmp(b),
            (Value::DateTime(a), Value::DateTime(b)) => a.cmp(b),
            (Value::Duration(a), Value::Duration(b)) => a.length().cmp(&b.length()),
            (Value::BusinessDays(a), Value::BusinessDays(b)) => a.cmp(b),
            (Value::Version(a), Value::Version(b)) => a.cmp(b),
            (Value::Ip(a), Value::Ip(b)) => a.cmp(b),
            (Value::Member(e, a), Value::Member(f, b)) if e == f => a.cmp(b),
            _ => return None,
        })
    }

    /// Whether two values of one sort are the same value (12 months are 1 year).
    #[must_use]
    pub fn same(&self, other: &Value) -> bool {
        self.order(other) == Some(Ordering::Equal)
    }
}

/// A length of calendar time: months (a year is 12) and seconds (a day is 86 400).
///
/// Added to a date it follows the calendar. Compared, a month counts 365/12 days, so that a year counts 365.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Duration {
    /// Months.
    pub months: i64,
    /// Seconds beside the months.
    pub seconds: i64,
}

/// Seconds in 365/12 days.
const MONTH: i128 = 365 * 86_400 / 12;

impl Duration {
    /// Whole days.
    #[must_use]
    pub fn days(days: i64) -> Duration {
        Duration { months: 0, seconds: days.saturating_mul(86_400) }
    }

    /// The length by which durations are compared, in seconds.
    #[must_use]
    pub fn length(self) -> i128 {
        i128::from(self.months) * MONTH + i128::from(self.seconds)
    }
}

/// A version, compared piece by piece: numbers as numbers, letters as letters.
///
/// `1.2` equals `1.2.0`; `9.2p1` is later than `9.2`; `2.0-rc1` and `2.0~beta` are earlier than `2.0`.
#[derive(Clone, Debug)]
pub struct Version {
    text: Arc<str>,
    pieces: Vec<Piece>,
}

/// A piece of a version. The order of the variants is the order of versions: `rc` < end < letters < number.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Piece {
    Before(String),
    End,
    Letters(String),
    Number(Decimal),
}

impl Version {
    /// Reads a version: it begins with a digit, optionally after `v`, and holds letters, digits and `.-_+~:`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Version> {
        let body = text.strip_prefix(['v', 'V']).unwrap_or(text);
        let fine = |c: char| c.is_ascii_alphanumeric() || ".-_+~:".contains(c);
        if !body.starts_with(|c: char| c.is_ascii_digit()) || !body.chars().all(fine) || body.len() > 200 {
            return None;
        }
        Some(Version { text: text.into(), pieces: pieces(body)? })
    }

    /// As it was written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

fn pieces(body: &str) -> Option<Vec<Piece>> {
    let mut pieces = Vec::new();
    let mut rest = body;
    while let Some(first) = rest.chars().next() {
        let digits = first.is_ascii_digit();
        let letters = first.is_ascii_alphabetic();
        let end = rest
            .find(|c: char| if digits { !c.is_ascii_digit() } else { !letters || !c.is_ascii_alphabetic() })
            .unwrap_or(rest.len());
        let (piece, tail) = rest.split_at(end.max(1));
        if digits {
            pieces.push(Piece::Number(piece.parse().ok()?));
        } else if letters {
            pieces.push(word(piece));
        } else if first == '~' {
            pieces.push(Piece::Before(String::new()));
        }
        rest = tail;
    }
    Some(without_trailing_zeros(pieces))
}

/// A number that is missing is 0: zeros at the end of a run of numbers say nothing, so that `1.2.0-rc1` is `1.2-rc1`. The first
/// number of all stays.
fn without_trailing_zeros(pieces: Vec<Piece>) -> Vec<Piece> {
    let zero = Piece::Number(Decimal::ZERO);
    let mut kept: Vec<Piece> = Vec::with_capacity(pieces.len());
    for piece in pieces.into_iter().chain([Piece::End]) {
        if !matches!(piece, Piece::Number(_)) {
            while kept.len() > 1 && kept.last() == Some(&zero) {
                kept.pop();
            }
        }
        kept.push(piece);
    }
    kept.pop();
    kept
}

fn word(piece: &str) -> Piece {
    let lower = piece.to_ascii_lowercase();
    match lower.as_str() {
        "a" | "alpha" | "b" | "beta" | "rc" | "pre" | "preview" | "dev" | "snapshot" => Piece::Before(lower),
        _ => Piece::Letters(lower),
    }
}

impl Ord for Version {
    fn cmp(&self, other: &Version) -> Ordering {
        let ends = std::iter::once(&Piece::End);
        self.pieces.iter().chain(ends.clone()).cmp(other.pieces.iter().chain(ends))
    }
}

impl PartialOrd for Version {
    fn partial_cmp(&self, other: &Version) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Version {
    fn eq(&self, other: &Version) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Version {}

impl std::hash::Hash for Version {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        for piece in &self.pieces {
            match piece {
                Piece::Number(n) => n.normalize().hash(state),
                Piece::Before(w) | Piece::Letters(w) => w.hash(state),
                Piece::End => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn version(text: &str) -> Version {
        Version::parse(text).unwrap()
    }

    #[test]
    fn versions_order_as_releases_do() {
        let ascending = ["1.0-rc1", "1.0", "1.0.1", "1.2", "1.10", "1.10p1", "2.0~beta", "2.0"];
        for pair in ascending.windows(2) {
            assert!(version(pair[0]) < version(pair[1]), "{pair:?}");
        }
        assert_eq!(version("1.2"), version("1.2.0"));
        assert!(version("1.2") < version("1.2.0.1"));
    }

    #[test]
    fn the_order_of_versions_is_transitive() {
        let all = ["1", "1x", "1.0-rc1", "1.0", "1.0.1", "1.0x", "1-rc1", "1.1~a", "0", "0.0", "2.0p1", "2"];
        for a in all {
            for b in all {
                for c in all {
                    let (a, b, c) = (version(a), version(b), version(c));
                    assert!(!(a <= b && b <= c) || a <= c, "{a:?} {b:?} {c:?}");
                }
            }
        }
    }

    #[test]
    fn a_year_is_twelve_months_and_365_days() {
        let year = Duration { months: 12, seconds: 0 };
        assert_eq!(year.length(), Duration::days(365).length());
    }
}
