//! Numbers as a text writes them: digits of either width, kanji.

use rust_decimal::Decimal;

/// A number as it was written.
#[derive(Clone, Copy, Debug)]
pub(super) struct Written {
    /// Its value; `None` where it is none that could be counted with.
    pub(super) value: Option<Decimal>,
    /// Bytes of the text.
    pub(super) len: usize,
    /// Whether in kanji.
    pub(super) is_kanji: bool,
}

/// Whether a number may begin with a character.
pub(super) fn begins(c: char) -> bool {
    digit(c).is_some() || is_kanji(c) || c == '半'
}

/// Reads the number with which a text begins.
pub(super) fn read(text: &str) -> Written {
    let first = text.chars().next().unwrap_or(' ');
    if first == '半' {
        return Written { value: Some(Decimal::new(5, 1)), len: first.len_utf8(), is_kanji: true };
    }
    if is_kanji(first) {
        let len = text.find(|c| !is_kanji(c)).unwrap_or(text.len());
        return Written { value: kanji_number(&text[..len]).map(Decimal::from), len, is_kanji: true };
    }
    let len = digits(text);
    let plain: String = text[..len].chars().filter_map(plain).collect();
    Written { value: plain.parse().ok(), len, is_kanji: false }
}

/// The bytes of a number in digits: marks count where a digit follows.
fn digits(text: &str) -> usize {
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let goes_on = chars.peek().is_some_and(|(_, next)| digit(*next).is_some());
        if digit(c).is_none() && !(plain_mark(c).is_some() && goes_on) {
            return at;
        }
    }
    text.len()
}

/// What a character of a number says: commas say nothing.
fn plain(c: char) -> Option<char> {
    digit(c).and_then(|d| char::from_digit(d, 10)).or_else(|| plain_mark(c).filter(|mark| *mark == '.'))
}

fn plain_mark(c: char) -> Option<char> {
    match c {
        '.' | '．' => Some('.'),
        ',' | '，' => Some(','),
        _ => None,
    }
}

/// The value of a digit of either width.
fn digit(c: char) -> Option<u32> {
    match c {
        '０'..='９' => Some(u32::from(c) - u32::from('０')),
        _ => c.to_digit(10),
    }
}

fn is_kanji(c: char) -> bool {
    "〇一二三四五六七八九十百千".contains(c)
}

/// The value of a number in kanji: `十二`, `三百六十五`, `二〇`.
pub(crate) fn kanji_number(text: &str) -> Option<u64> {
    let (mut total, mut current, mut n_plain) = (0_u64, None, 0_u32);
    for c in text.chars() {
        let unit = match c {
            '十' => 10,
            '百' => 100,
            '千' => 1000,
            _ => {
                let digit = "〇一二三四五六七八九".chars().position(|d| d == c)? as u64;
                n_plain += 1;
                current = Some(current.unwrap_or(0_u64).checked_mul(10)?.checked_add(digit)?);
                continue;
            }
        };
        total = total.checked_add(current.take().unwrap_or(1).checked_mul(unit)?)?;
    }
    (n_plain < 10 && !text.is_empty()).then(|| total.checked_add(current.unwrap_or(0))).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kanji_are_numbers() {
        for (text, value) in
            [("十", 10), ("十二", 12), ("三十", 30), ("三百六十五", 365), ("二〇", 20), ("一", 1)]
        {
            assert_eq!(kanji_number(text), Some(value), "{text}");
        }
        assert_eq!(kanji_number("条"), None);
        assert_eq!(kanji_number(""), None);
    }
}
