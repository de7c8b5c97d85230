//! Lengths of time: `30 days`, `1 year 6 months`, `P30D`, `6か月`, `2年3か月`, `5営業日`.

use kijun_model::Duration;

/// A length of time. `6月` is the month of June, and `1年半` counts no days.
pub(super) fn duration(text: &str) -> Option<Duration> {
    match text.strip_prefix('P') {
        Some(iso) => iso_duration(iso),
        None => worded(text).or_else(|| japanese(text)),
    }
}

fn worded(text: &str) -> Option<Duration> {
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

/// Units by their spellings, the longest unit first. `間` may follow each.
const UNITS: [(&str, &[&str]); 7] = [
    ("year", &["年"]),
    ("month", &["か月", "ヶ月", "ヵ月", "カ月", "ケ月", "ｶ月", "ｹ月", "箇月", "個月"]),
    ("week", &["週"]),
    ("day", &["日"]),
    ("hour", &["時間"]),
    ("minute", &["分"]),
    ("second", &["秒"]),
];

fn japanese(text: &str) -> Option<Duration> {
    let (mut rest, mut parts, mut units) = (text, Vec::new(), &UNITS[..]);
    while !rest.is_empty() {
        let end = rest.find(|c: char| !c.is_ascii_digit())?;
        let (amount, tail) = rest.split_at(end);
        let tail = tail.trim_start_matches(' ');
        let (at, after) = units.iter().enumerate().find_map(|(i, (_, spellings))| {
            let after = spellings.iter().find_map(|spelling| tail.strip_prefix(spelling))?;
            Some((i, after.strip_prefix('間').unwrap_or(after)))
        })?;
        parts.push(length(part(amount, units[at].0)?, units[at].0));
        units = &units[at + 1..];
        rest = after.trim_start_matches(' ');
    }
    (!parts.is_empty()).then(|| sum(parts.into_iter()))?
}

/// An amount of a unit. `2011年` is a year of the calendar.
fn part(amount: &str, unit: &str) -> Option<i64> {
    whole(amount).filter(|_| unit != "year" || amount.len() < 4)
}

fn sum(mut parts: impl Iterator<Item = Option<Duration>>) -> Option<Duration> {
    parts.try_fold(Duration::default(), |total, part| {
        let part = part?;
        let months = total.months.checked_add(part.months)?;
        Some(Duration { months, seconds: total.seconds.checked_add(part.seconds)? })
    })
}

/// `5 business days`, `5営業日`
pub(super) fn business_days(text: &str) -> Option<i64> {
    if let Some(amount) = text.strip_suffix("営業日") {
        return whole(amount.trim_end_matches(' '));
    }
    let mut words = text.split_ascii_whitespace();
    let amount = whole(words.next()?)?;
    let rest = (words.next(), words.next(), words.next());
    matches!(rest, (Some("business"), Some("day" | "days"), None)).then_some(amount)
}

/// An amount of at most nine digits, so that sums and dates stay in range.
fn whole(text: &str) -> Option<i64> {
    (text.len() <= 9 && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

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
    fn durations_may_be_written_in_japanese() {
        for (text, iso) in [
            ("6か月", "P6M"),
            ("6ヶ月", "P6M"),
            ("6 箇月間", "P6M"),
            ("1年", "P1Y"),
            ("30日", "P30D"),
            ("2年3か月", "P2Y3M"),
            ("1年 6ヵ月", "P1Y6M"),
            ("3週間", "P3W"),
            ("24時間30分", "PT24H30M"),
        ] {
            assert_eq!(duration(text), duration(iso), "{text}");
        }
        for odd in
            ["6月", "1年6月", "1年半", "2011年", "3か月1年", "年", "30日30日", "5営業日", "1年間以内", "間"]
        {
            assert_eq!(duration(odd), None, "{odd}");
        }
        assert_eq!((business_days("5営業日"), business_days("5 business days")), (Some(5), Some(5)));
        assert_eq!(business_days("5日"), None);
    }
}
