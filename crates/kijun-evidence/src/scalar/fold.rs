//! Full-width characters to their plain forms, in values whose type has no full-width forms of its own.
//!
//! Deliberately not NFKC, which would also read `10²` as 102 and `①` as 1.

use std::borrow::Cow;

/// The text without blanks around it, each full-width form of an ASCII character as that character.
pub(crate) fn fold(text: &str) -> Cow<'_, str> {
    let text = text.trim();
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(plain).collect())
}

fn plain(c: char) -> char {
    match c {
        '\u{3000}' | '\u{A0}' => ' ',
        // The minus sign, as some encoders write it for the full-width hyphen.
        '\u{2212}' => '-',
        '！'..='～' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn full_width_forms_become_plain_and_nothing_else_does() {
        assert_eq!(fold("　－１２，３４５．６％ "), "-12,345.6%");
        assert_eq!(fold("Ｈ２３／４／１　９：００"), "H23/4/1 9:00");
        assert_eq!(fold("10²①½"), "10²①½");
    }
}
