//! A reworded text on one line.

use kijun_findings::{PieceRecord, RewordingName};

/// Characters of unchanged text that are shown on each side of a change.
const AROUND: usize = 30;
/// Characters within which the end of a word is looked for.
const NEAR: usize = 12;

/// A reworded text on one line: `[-gone-]` and `{+come+}`, and of what was kept what surrounds them.
pub(super) fn marked(pieces: &[PieceRecord]) -> String {
    let last = pieces.len().saturating_sub(1);
    let piece = |(at, piece): (usize, &PieceRecord)| {
        let (text, blank) = on_one_line(&piece.text);
        match piece.rewording {
            RewordingName::Kept => shortened(&text, at == 0, at == last) + blank,
            RewordingName::Gone => format!("[-{text}-]{blank}"),
            RewordingName::Come => format!("{{+{text}+}}{blank}"),
        }
    };
    pieces.iter().enumerate().map(piece).collect()
}

/// A piece of a text with single blanks, and the blank that ends it.
pub(super) fn on_one_line(text: &str) -> (String, &'static str) {
    let blank = if text.ends_with(char::is_whitespace) { " " } else { "" };
    (text.split_whitespace().collect::<Vec<_>>().join(" "), blank)
}

/// The ends of a text that touch a change.
pub(super) fn shortened(text: &str, first: bool, last: bool) -> String {
    let chars: Vec<char> = text.chars().collect();
    let n = chars.len();
    // A word is not cut where one ends nearby.
    let near =
        |range: std::ops::Range<usize>| range.clone().find(|&at| chars[at] == ' ').unwrap_or(range.start);
    let head = || chars[..near(AROUND.min(n)..(AROUND + NEAR).min(n))].iter().collect::<String>();
    let tail = || chars[near(n.saturating_sub(AROUND + NEAR)..n)..].iter().collect::<String>();
    match (first, last) {
        (true, true) => text.to_owned(),
        (true, false) if n > AROUND + NEAR => format!("…{}", tail()),
        (false, true) if n > AROUND + NEAR => format!("{}…", head()),
        (false, false) if n > 2 * (AROUND + NEAR) => format!("{} …{}", head(), tail()),
        _ => text.to_owned(),
    }
}
