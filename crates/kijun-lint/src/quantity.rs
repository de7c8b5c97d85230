//! Quantities in the words of a text: 「８文字以上」, 「三か月」, "within 30 days".
//!
//! A quantity is a number with a unit beside it. Where it might be something else (a date, the number of a clause, 「十分」), it is
//! left out.

mod number;
mod unit;

use kijun_model::{Duration, Value};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;

pub(crate) use number::kanji_number;

/// What a quantity is of. Only quantities of one sort are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Sort {
    Count,
    Time,
    BusinessDays,
    Share,
}

impl Sort {
    pub(crate) const ALL: [Sort; 4] = [Sort::Count, Sort::Time, Sort::BusinessDays, Sort::Share];

    /// The sort of a value in an expression.
    pub(crate) fn of(value: &Value) -> Option<Sort> {
        match value {
            Value::Number(_) => Some(Sort::Count),
            Value::Duration(_) => Some(Sort::Time),
            Value::BusinessDays(_) => Some(Sort::BusinessDays),
            Value::Percent(_) => Some(Sort::Share),
            _ => None,
        }
    }
}

/// How a text bounds a quantity, where its words leave no doubt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Bound {
    AtLeast,
    AtMost,
}

/// A quantity in a text.
#[derive(Clone, Debug)]
pub(crate) struct Quantity {
    pub(crate) sort: Sort,
    pub(crate) value: Value,
    pub(crate) bound: Option<Bound>,
    /// As it was written.
    pub(crate) text: String,
}

/// How near two quantities of one sort are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Likeness {
    Same,
    /// Months beside as many days as they may have.
    Near,
    Unlike,
}

/// Every quantity in a text.
pub(crate) fn quantities(text: &str) -> Vec<Quantity> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find(number::begins).map(|start| at + start) {
        let written = number::read(&text[start..]);
        let end = start + written.len;
        found.extend(unit::read(&text[..start], written, &text[end..]).map(|(sort, value, unit)| Quantity {
            sort,
            bound: bound(&text[..start], &text[end + unit..]),
            value,
            text: text[start..end + unit].to_owned(),
        }));
        at = end;
    }
    found
}

/// The only quantity of a sort in a text, said once or more often.
pub(crate) fn only(quantities: &[Quantity], sort: Sort) -> Option<&Quantity> {
    let mut of_sort = quantities.iter().filter(|quantity| quantity.sort == sort);
    let first = of_sort.next()?;
    of_sort.all(|other| likeness(&first.value, &other.value) == Likeness::Same).then_some(first)
}

/// How near two values are.
pub(crate) fn likeness(one: &Value, other: &Value) -> Likeness {
    if one.same(other) {
        return Likeness::Same;
    }
    match (one, other) {
        (Value::Duration(a), Value::Duration(b)) if is_near(*a, *b) || is_near(*b, *a) => Likeness::Near,
        _ => Likeness::Unlike,
    }
}

/// Whether a time in months may be one in days.
fn is_near(months: Duration, days: Duration) -> bool {
    const DAY: i64 = 86_400;
    let n = months.months;
    let least = if n == 1 { 28 } else { n.saturating_mul(30) - 1 };
    let may_be = (least..=n.saturating_mul(31)).contains(&(days.seconds / DAY));
    n > 0 && months.seconds == 0 && days.months == 0 && days.seconds % DAY == 0 && may_be
}

/// How what stands around a quantity bounds it. Of 「５回以上失敗した」 nothing is said: it is no bound of what is demanded.
fn bound(before: &str, after: &str) -> Option<Bound> {
    const DEMANDED: [&str; 9] =
        ["とし", "とする", "とす", "であ", "でな", "に設定", "にする", "保存", "保管"];
    let is_demanded = |rest: &str| DEMANDED.iter().any(|word| rest.starts_with(word));
    if after.strip_prefix("以上").is_some_and(is_demanded) {
        return Some(Bound::AtLeast);
    }
    if after.starts_with("以内に") || after.strip_prefix("以下").is_some_and(is_demanded) {
        return Some(Bound::AtMost);
    }
    let before = before.trim_end().to_ascii_lowercase();
    let ends = |words: &[&str]| words.iter().any(|word| before.ends_with(word));
    if ends(&["at least"]) {
        return Some(Bound::AtLeast);
    }
    ends(&["at most", "no more than", "within"]).then_some(Bound::AtMost)
}

/// A whole number of a unit as a value.
fn whole(number: Decimal) -> Option<i64> {
    number.is_integer().then(|| number.to_i64()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<String> {
        quantities(text).iter().map(|q| format!("{} {:?}", q.text, q.sort)).collect()
    }

    #[test]
    fn quantities_are_found_in_either_width_in_kanji_and_in_english() {
        assert_eq!(found("パスワードは８文字以上とし、5回"), ["８文字 Count", "5回 Count"]);
        assert_eq!(found("十文字以上、六か月、三十日以内"), ["十文字 Count", "六か月 Time", "三十日 Time"]);
        assert_eq!(found("at least 10 characters within 30 days"), ["10 characters Count", "30 days Time"]);
        assert_eq!(found("a 90-day limit, 5 business days"), ["90-day Time", "5 business days BusinessDays"]);
        assert_eq!(
            found("10業務日以内、正答率が６割、98.9％"),
            ["10業務日 BusinessDays", "６割 Share", "98.9％ Share"]
        );
        assert_eq!(found("半年に１度、1年6か月"), ["半年 Time"]);
    }

    #[test]
    fn what_may_be_something_else_is_left_out() {
        for text in [
            "十分な措置",
            "第三回",
            "2011年4月1日",
            "平成23年度",
            "一人に一つ",
            "三分の二",
            "機密性３情報",
            "2.2.23 以降",
            "RC4 及び DES",
            "２人称",
            "10日付け",
            "in 2011 years passed",
        ] {
            assert_eq!(found(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn months_may_be_days() {
        let months = |months| Value::Duration(Duration { months, seconds: 0 });
        let days = |days| Value::Duration(Duration::days(days));
        assert_eq!(likeness(&months(12), &days(365)), Likeness::Same);
        assert_eq!(likeness(&months(3), &days(90)), Likeness::Near);
        assert_eq!(likeness(&days(180), &months(6)), Likeness::Near);
        assert_eq!(likeness(&months(1), &days(14)), Likeness::Unlike);
    }

    #[test]
    fn a_bound_is_told_where_the_words_leave_no_doubt() {
        let bounds = |text| quantities(text).iter().map(|q| q.bound).collect::<Vec<_>>();
        assert_eq!(bounds("８文字以上とする。"), [Some(Bound::AtLeast)]);
        assert_eq!(bounds("５回以上失敗したとき"), [None]);
        assert_eq!(bounds("30日以内に適用する"), [Some(Bound::AtMost)]);
        assert_eq!(
            bounds("at least 8 characters, within 3 days"),
            [Some(Bound::AtLeast), Some(Bound::AtMost)]
        );
    }
}
