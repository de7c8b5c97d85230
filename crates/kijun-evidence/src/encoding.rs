//! Bytes to text. Where nothing else was said, only UTF-8 is read; anything else is refused by its name.

use encoding_rs::{EUC_JP, Encoding, SHIFT_JIS};
use kijun_diag::{Diagnostic, FileId, Place};

use crate::wrong;

/// Why bytes are not a text of ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotText {
    /// Text in another encoding.
    Encoded(&'static str),
    /// No text at all.
    Binary,
}

impl NotText {
    /// The diagnostic about a file of rules that begins to be so on a line.
    #[must_use]
    pub fn diagnostic(self, file: FileId, line: u32) -> Diagnostic {
        self.told(file, line, Remedy::Convert)
    }

    /// The diagnostic about a file of evidence, which may be in some other encodings if the manifest says so.
    pub(crate) fn of_evidence(self, file: FileId, line: u32) -> Diagnostic {
        let remedy = match self {
            NotText::Encoded("Shift_JIS") => Remedy::Name("shift_jis"),
            NotText::Encoded("EUC-JP") => Remedy::Name("euc-jp"),
            _ => Remedy::Convert,
        };
        self.told(file, line, remedy)
    }

    fn told(self, file: FileId, line: u32, remedy: Remedy) -> Diagnostic {
        let place = Place { file, line, column: 1, width: 0 };
        match self {
            NotText::Encoded(name) => wrong::encoding(place, name, "UTF-8", remedy),
            NotText::Binary => wrong::binary(place),
        }
    }
}

/// What to do about a text in another encoding than expected.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Remedy {
    /// Write the file in UTF-8.
    Convert,
    /// Say in the manifest what it is.
    Name(&'static str),
    /// Stop saying that it is something else.
    Leave,
}

/// The byte order mark of UTF-8.
pub(crate) const BOM: &[u8] = b"\xEF\xBB\xBF";

/// The text of a file, without a byte order mark.
///
/// # Errors
///
/// The bytes are in another encoding, or no text.
pub fn text(bytes: &[u8]) -> Result<&str, NotText> {
    let body = bytes.strip_prefix(BOM).unwrap_or(bytes);
    match std::str::from_utf8(body) {
        Ok(text) if !text.contains('\0') && !text.contains(ISO_2022_JP) => Ok(text),
        _ => Err(name(bytes)),
    }
}

/// The sequence by which ISO-2022-JP turns to kanji. It is ASCII, and so it is valid UTF-8.
const ISO_2022_JP: &str = "\u{1b}$";

/// What bytes are that are not UTF-8.
fn name(bytes: &[u8]) -> NotText {
    if bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") {
        return NotText::Encoded("UTF-16");
    }
    if bytes.contains(&0) {
        return NotText::Binary;
    }
    if bytes.is_ascii() {
        return NotText::Encoded("ISO-2022-JP");
    }
    let candidates = [("Shift_JIS", SHIFT_JIS), ("EUC-JP", EUC_JP)];
    let fits = candidates.into_iter().filter_map(|(name, encoding)| Some((oddness(encoding, bytes)?, name)));
    fits.min_by_key(|(oddness, _)| *oddness).map_or(NotText::Binary, |(_, name)| NotText::Encoded(name))
}

/// How many half-width katakana and rare characters an encoding makes of the bytes; `None`: it does not fit.
/// The wrong one of two that fit makes many.
fn oddness(encoding: &'static Encoding, bytes: &[u8]) -> Option<usize> {
    let decoded = encoding.decode_without_bom_handling_and_without_replacement(bytes)?;
    let common = |c: char| {
        c.is_ascii() || ('\u{3000}'..='\u{30FF}').contains(&c) || ('\u{4E00}'..='\u{9FFF}').contains(&c)
    };
    Some(decoded.chars().filter(|&c| !common(c)).count())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_encodings_are_told_by_name() {
        let japanese = "番号,名称\n1,認証サーバ\n";
        let (sjis, _, _) = SHIFT_JIS.encode(japanese);
        let (euc, _, _) = EUC_JP.encode(japanese);
        assert_eq!(text(&sjis), Err(NotText::Encoded("Shift_JIS")));
        assert_eq!(text(&euc), Err(NotText::Encoded("EUC-JP")));
        assert_eq!(text(b"\xFF\xFEa\0"), Err(NotText::Encoded("UTF-16")));
        assert_eq!(text(b"\x1b$B;v\x1b(B"), Err(NotText::Encoded("ISO-2022-JP")));
    }

    #[test]
    fn a_byte_order_mark_is_not_part_of_the_text() {
        assert_eq!(text(b"\xEF\xBB\xBFid"), Ok("id"));
        assert_eq!(text(b"a\0b"), Err(NotText::Binary));
    }
}
