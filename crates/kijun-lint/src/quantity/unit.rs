//! Units that stand behind a number.

use kijun_model::{Duration, Value};
use rust_decimal::Decimal;

use super::number::Written;
use super::{Sort, whole};

/// What a unit makes of a number.
#[derive(Clone, Copy)]
enum Unit {
    Count,
    Months(i64),
    Seconds(i64),
    BusinessDays,
    /// Percent for one.
    Percent(i64),
}

const DAY: i64 = 86_400;

/// Japanese units; of two that a text begins with, the longer one comes first.
const JAPANESE: [(&str, Unit); 28] = [
    ("文字", Unit::Count),
    ("世代", Unit::Count),
    ("桁", Unit::Count),
    ("回", Unit::Count),
    ("件", Unit::Count),
    ("名", Unit::Count),
    ("人", Unit::Count),
    ("年間", Unit::Months(12)),
    ("年", Unit::Months(12)),
    ("か月間", Unit::Months(1)),
    ("か月", Unit::Months(1)),
    ("カ月", Unit::Months(1)),
    ("ヶ月", Unit::Months(1)),
    ("ヵ月", Unit::Months(1)),
    ("ケ月", Unit::Months(1)),
    ("箇月", Unit::Months(1)),
    ("週間", Unit::Seconds(7 * DAY)),
    ("営業日", Unit::BusinessDays),
    ("業務日", Unit::BusinessDays),
    ("開庁日", Unit::BusinessDays),
    ("日間", Unit::Seconds(DAY)),
    ("日", Unit::Seconds(DAY)),
    ("時間", Unit::Seconds(3600)),
    ("分間", Unit::Seconds(60)),
    ("パーセント", Unit::Percent(1)),
    ("％", Unit::Percent(1)),
    ("%", Unit::Percent(1)),
    ("割", Unit::Percent(10)),
];

/// English units, after a blank or a hyphen; most may have an `s`.
const ENGLISH: [(&str, Unit); 14] = [
    ("characters", Unit::Count),
    ("generations", Unit::Count),
    ("attempts", Unit::Count),
    ("digits", Unit::Count),
    ("times", Unit::Count),
    ("business days", Unit::BusinessDays),
    ("working days", Unit::BusinessDays),
    ("days", Unit::Seconds(DAY)),
    ("weeks", Unit::Seconds(7 * DAY)),
    ("months", Unit::Months(1)),
    ("years", Unit::Months(12)),
    ("hours", Unit::Seconds(3600)),
    ("minutes", Unit::Seconds(60)),
    ("percent", Unit::Percent(1)),
];

/// The quantity that a number with what stands around it makes, and the bytes of the unit.
pub(super) fn read(before: &str, number: Written, after: &str) -> Option<(Sort, Value, usize)> {
    let value = number.value?;
    let (unit, len) = japanese(after).or_else(|| english(after))?;
    if is_other(before, number, unit, &after[len..]) {
        return None;
    }
    let (sort, value) = value_of(value, unit)?;
    Some((sort, value, len))
}

fn japanese(after: &str) -> Option<(Unit, usize)> {
    JAPANESE.iter().find(|(word, _)| after.starts_with(word)).map(|(word, unit)| (*unit, word.len()))
}

fn english(after: &str) -> Option<(Unit, usize)> {
    let rest = after.strip_prefix([' ', '-'])?.to_ascii_lowercase();
    ENGLISH.iter().find_map(|(word, unit)| {
        let one = word.trim_end_matches('s');
        let len = if rest.starts_with(word) { word.len() } else { one.len() };
        let ends = rest.get(len..)?.chars().next().is_none_or(|c| !c.is_alphanumeric());
        (rest.starts_with(one) && ends).then_some((*unit, len + 1))
    })
}

/// Whether it is, or may be, something else than a quantity.
fn is_other(before: &str, number: Written, unit: Unit, after: &str) -> bool {
    let previous = before.chars().next_back().unwrap_or(' ');
    // 第三回, 2.1, RC4, 2011年4月1日, 平成23年; of two times in a row neither is the whole.
    let is_part =
        previous.is_ascii_alphanumeric() || "第.-－年月成和".contains(previous) || previous.is_numeric();
    // 年度, 日付, 割合, 人称, 年4月
    let goes_on = after.chars().next().is_some_and(|next| {
        "度付合称".contains(next)
            || next.is_numeric()
            || matches!(unit, Unit::Months(_)) && is_kanji_digit(next)
    });
    let is_one = number.value == Some(Decimal::ONE);
    let is_half = number.value == Some(Decimal::new(5, 1)) && number.is_kanji;
    match unit {
        // 一人に一つ
        Unit::Count => is_part || goes_on || is_half || number.is_kanji && is_one,
        // 2011年, 半日
        Unit::Months(n) => {
            is_part || goes_on || number.value > Some(Decimal::from(999)) || is_half && n != 12
        }
        // 半日, 一日
        Unit::Seconds(_) => is_part || goes_on || is_half || number.is_kanji && is_one,
        Unit::BusinessDays | Unit::Percent(_) => is_part || goes_on || is_half,
    }
}

fn is_kanji_digit(c: char) -> bool {
    "一二三四五六七八九十".contains(c)
}

fn value_of(number: Decimal, unit: Unit) -> Option<(Sort, Value)> {
    Some(match unit {
        Unit::Count => (Sort::Count, Value::Number(number)),
        Unit::Months(n) => {
            let months = whole(number.checked_mul(Decimal::from(n))?)?;
            (Sort::Time, Value::Duration(Duration { months, seconds: 0 }))
        }
        Unit::Seconds(n) => {
            let seconds = whole(number.checked_mul(Decimal::from(n))?)?;
            (Sort::Time, Value::Duration(Duration { months: 0, seconds }))
        }
        Unit::BusinessDays => (Sort::BusinessDays, Value::BusinessDays(whole(number)?)),
        Unit::Percent(n) => (Sort::Share, Value::Percent(number.checked_mul(Decimal::from(n))?)),
    })
}
