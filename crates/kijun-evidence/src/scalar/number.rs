//! Numbers: exact decimals, with thousands grouped by commas or not.

use std::borrow::Cow;

use rust_decimal::Decimal;

use super::fold;

/// An exact decimal: `-1`, `98.9`, `1e3`, `1,200`. Other bases are not numbers.
pub(crate) fn number(text: &str) -> Option<Decimal> {
    let plain = |c: char| c.is_ascii_digit() || "+-.eE".contains(c);
    let text = ungrouped(text)?;
    if text.len() > 64 || !text.chars().all(plain) {
        return None;
    }
    match text.contains(['e', 'E']) {
        true => Decimal::from_scientific(&text).ok(),
        false => Decimal::from_str_exact(&text).ok(),
    }
}

/// Whether a text is a number as an office writes it and no file format does: `１２`, `1,200`.
pub(crate) fn is_office_number(text: &str) -> bool {
    let folded = fold(text);
    (folded.contains(',') || !text.is_ascii()) && folded.len() <= 64 && number(&folded).is_some()
}

/// The number without the commas that group its thousands. `None`: they do not, or `0,200` may be a fraction.
fn ungrouped(text: &str) -> Option<Cow<'_, str>> {
    if !text.contains(',') {
        return Some(Cow::Borrowed(text));
    }
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let mut groups = whole.trim_start_matches(['+', '-']).split(',');
    let first = groups.next().filter(|g| (1..=3).contains(&g.len()) && !g.starts_with('0'))?;
    let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    (digits(first) && groups.all(|g| g.len() == 3 && digits(g)) && digits(fraction))
        .then(|| Cow::Owned(text.replace(',', "")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(text: &str) -> Option<String> {
        number(&fold(text)).map(|n| n.to_string())
    }

    #[test]
    fn numbers_are_exact() {
        assert_eq!(written("1.10"), Some("1.10".to_owned()));
        assert_eq!(number("1e3"), Some(1000.into()));
        for odd in ["", "1_000", "0x10", ".inf", "1e400", "--1", "1e", "99999999999999999999999999999999"] {
            assert_eq!(written(odd), None, "{odd}");
        }
    }

    #[test]
    fn thousands_may_be_grouped_and_digits_full_width() {
        for (text, plain) in
            [("１２", "12"), ("１，２００", "1200"), ("-1,234,567.80", "-1234567.80"), ("＋５", "5")]
        {
            assert_eq!(written(text).as_deref(), Some(plain), "{text}");
            assert_eq!(is_office_number(text), !text.is_ascii() || text.contains(','));
        }
        for odd in
            ["1,20", "12,00", "1234,567", ",200", "1,200,", "0,200", "1,2e3", "1.5,000", "1、200", "十二"]
        {
            assert_eq!(written(odd), None, "{odd}");
            assert!(!is_office_number(odd));
        }
    }
}
