//! Comparisons and tests of scalars, in three values.

use std::borrow::Cow;

use kijun_model::{Comparison, TextTest, Value};

use crate::hierarchy::Hierarchy;
use crate::scalar::{Bounds, Scalar, doubt_of};
use crate::truth::{Doubt, Truth};

/// `a == b` and its kin. A comparison that holds for a whole range is true, for none of it false.
pub(crate) fn compare(comparison: Comparison, a: &Scalar<'_>, b: &Scalar<'_>) -> Truth {
    if let (Some(a), Some(b)) = (a.known(), b.known()) {
        return a.order(b).map_or(Truth::Unknown(Doubt::Missing), |o| Truth::known(comparison.holds(o)));
    }
    match (a.bounds(), b.bounds()) {
        (Some(low), Some(high)) if always(comparison, &low, &high) => Truth::True,
        (Some(low), Some(high)) if always(comparison.opposite(), &low, &high) => Truth::False,
        _ => Truth::Unknown(doubt_of(a, b)),
    }
}

/// Whether a comparison holds wherever in their ranges the numbers lie.
fn always(comparison: Comparison, a: &Bounds, b: &Bounds) -> bool {
    let below = |x: &Bounds, y: &Bounds| matches!((x.high, y.low), (Some(h), Some(l)) if h < l);
    let not_above = |x: &Bounds, y: &Bounds| matches!((x.high, y.low), (Some(h), Some(l)) if h <= l);
    match comparison {
        Comparison::Lt => below(a, b),
        Comparison::Gt => below(b, a),
        Comparison::Le => not_above(a, b),
        Comparison::Ge => not_above(b, a),
        Comparison::Ne => below(a, b) || below(b, a),
        Comparison::Eq => not_above(a, b) && not_above(b, a),
    }
}

/// A test of a known value, unknown for any other.
pub(crate) fn test(scalar: &Scalar<'_>, holds: impl FnOnce(&Value) -> Option<bool>) -> Truth {
    match (scalar.known(), scalar.doubt()) {
        (Some(value), _) => holds(value).map_or(Truth::Unknown(Doubt::Missing), Truth::known),
        (None, doubt) => Truth::Unknown(doubt.unwrap_or(Doubt::Missing)),
    }
}

/// A test between two known values, unknown for any other.
fn test_two(a: &Scalar<'_>, b: &Scalar<'_>, holds: impl FnOnce(&Value, &Value) -> Option<bool>) -> Truth {
    match (a.known(), b.known()) {
        (Some(x), Some(y)) => holds(x, y).map_or(Truth::Unknown(Doubt::Missing), Truth::known),
        _ => Truth::Unknown(doubt_of(a, b)),
    }
}

/// `starts with`, `ends with`, `contains` on text.
pub(crate) fn text(test: TextTest, a: &Scalar<'_>, b: &Scalar<'_>) -> Truth {
    test_two(a, b, |a, b| match (a, b) {
        (Value::Text(a), Value::Text(b)) => Some(match test {
            TextTest::StartsWith => a.starts_with(&**b),
            TextTest::EndsWith => a.ends_with(&**b),
            TextTest::Contains => a.contains(&**b),
        }),
        _ => None,
    })
}

/// Whether the first prefix lies inside the second. An IPv4 prefix never lies inside an IPv6 one.
pub(crate) fn within(a: &Scalar<'_>, b: &Scalar<'_>) -> Truth {
    test_two(a, b, |a, b| match (a, b) {
        (Value::Ip(a), Value::Ip(b)) => Some(b.contains(a)),
        _ => None,
    })
}

/// Whether the first key is the second, or stands below it.
pub(crate) fn under(a: &Scalar<'_>, b: &Scalar<'_>, tree: Option<&Hierarchy>) -> Truth {
    match (a.known().map(key), b.known().map(key)) {
        (Some(a), Some(b)) => match tree {
            Some(tree) => tree.under(&a, &b),
            None if a == b => Truth::True,
            None => Truth::Unknown(Doubt::Missing),
        },
        _ => Truth::Unknown(doubt_of(a, b)),
    }
}

/// A key as its subject bears it.
pub(crate) fn key(value: &Value) -> Cow<'_, str> {
    match value {
        Value::Text(text) => Cow::Borrowed(text),
        Value::Number(n) => Cow::Owned(n.normalize().to_string()),
        Value::Date(day) => Cow::Owned(day.to_string()),
        _ => Cow::Borrowed(""),
    }
}

/// `x in {…}`. Over a range: the equalities joined by `or`.
pub(crate) fn in_set(item: &Scalar<'_>, set: &[Value]) -> Truth {
    if let Some(item) = item.known() {
        return Truth::known(set.iter().any(|member| member.same(item)));
    }
    let equal = |member: &Value| compare(Comparison::Eq, item, &Scalar::owned(member.clone()));
    set.iter().map(equal).fold(Truth::False, Truth::or)
}
