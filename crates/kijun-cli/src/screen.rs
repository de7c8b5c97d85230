//! Text for a terminal: display width, wrapping, and nothing that could drive the terminal.

pub(crate) use kijun_report::harmless;
use unicode_width::{UnicodeWidthChar as _, UnicodeWidthStr as _};

/// Columns that human output keeps to.
const COLUMNS: usize = 100;

/// The columns of the screen, at most [`COLUMNS`]; that many where what is printed goes to no screen, whatever else is one, so that
/// a file holds the same wherever it is written.
pub(crate) fn columns() -> usize {
    let screen = terminal_size::terminal_size_of(std::io::stdout());
    let wide = screen.map(|(width, _)| usize::from(width.0)).filter(|wide| *wide > 0);
    wide.map_or(COLUMNS, |wide| wide.min(COLUMNS))
}

/// The columns a text takes, full-width characters as two.
pub(crate) fn width(text: &str) -> usize {
    text.width()
}

/// The text with spaces up to a width.
pub(crate) fn pad(text: &str, to: usize) -> String {
    format!("{text}{}", " ".repeat(to.saturating_sub(width(text))))
}

/// As much of the text as fits, with `…` where something is left out.
pub(crate) fn cut(text: &str, to: usize) -> String {
    if width(text) <= to {
        return text.to_owned();
    }
    let mut out = String::new();
    for c in text.chars() {
        if width(&out) + c.width().unwrap_or(0) + 1 > to {
            break;
        }
        out.push(c);
    }
    if to > 0 { out + "…" } else { out }
}

/// What evidence or a manifest says in one place, on one line: [`harmless`], and no value can begin a line that looks like ours.
/// Line ends are shown by their pictures, so that what differs only in them looks different.
pub(crate) fn one_line(text: &str) -> String {
    harmless(&text.replace('\n', "␊").replace('\r', "␍").replace('\t', "␉"))
}

/// A finished text without anything that drives the terminal, our own styles excepted: `ESC [ … m` stays, and nothing else
/// does. What people and evidence wrote is made [`harmless`] before; this holds where that was forgotten.
pub(crate) fn only_styles(text: &str) -> String {
    let mut parts = text.split('\u{1b}');
    let mut out = harmless(parts.next().unwrap_or(""));
    for part in parts {
        let end = part.find(|c: char| !(c.is_ascii_digit() || "[;".contains(c))).unwrap_or(part.len());
        let is_style = part.starts_with('[') && part[end..].starts_with('m');
        out.push(if is_style { '\u{1b}' } else { '?' });
        out.push_str(&harmless(part));
    }
    out
}

/// Breaks a text into lines of at most `columns`, at blanks where there are some, else between characters as
/// Japanese does. Never before a closing mark.
pub(crate) fn wrap(text: &str, columns: usize) -> Vec<String> {
    text.lines().flat_map(|line| wrap_line(line, columns.max(8))).collect()
}

fn wrap_line(line: &str, columns: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut rest = line.trim_end();
    while width(rest) > columns {
        let at = break_at(rest, columns);
        let (head, tail) = rest.split_at(at);
        lines.push(head.trim_end().to_owned());
        rest = tail.trim_start();
    }
    lines.push(rest.to_owned());
    lines
}

/// The last byte at which a line may break within the columns.
fn break_at(text: &str, columns: usize) -> usize {
    let mut used = 0;
    let mut best = None;
    let mut previous = ' ';
    for (at, c) in text.char_indices() {
        let may = previous == ' '
            || (c.width() == Some(2) || previous.width() == Some(2)) && !closes(c) && !opens(previous);
        if may && at > 0 {
            best = Some(at);
        }
        used += c.width().unwrap_or(0);
        if used > columns {
            return best.unwrap_or_else(|| anywhere(text, at).max(c.len_utf8()));
        }
        previous = c;
    }
    text.len()
}

/// The last byte at which a text that has no place to break is broken all the same: after a `/` in its second half, else anywhere but
/// before a closing mark.
fn anywhere(text: &str, most: usize) -> usize {
    let slash = text[..most].rfind('/').map(|at| at + 1).filter(|at| at * 2 >= most);
    let is_closing = |at: &usize| text[*at..].starts_with(closes);
    let mut places = text[..most].char_indices().map(|(at, _)| at).chain([most]).rev();
    slash.or_else(|| places.find(|at| *at > 0 && !is_closing(at))).unwrap_or(most)
}

fn closes(c: char) -> bool {
    "、。，．）」』】〕・ー！？：；）》〉%％)]},.!?:;".contains(c)
}

fn opens(c: char) -> bool {
    "（「『【〔《〈([{".contains(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn japanese_breaks_between_characters_but_not_before_a_full_stop() {
        assert_eq!(wrap("基準に適合する。", 14), ["基準に適合す", "る。"]);
    }

    #[test]
    fn what_has_no_blank_breaks_after_a_slash_and_never_before_a_closing_mark() {
        assert_eq!(wrap("(evidence/answers.csv:415:48)", 20), ["(evidence/", "answers.csv:415:48)"]);
        assert_eq!(wrap("abcdefghij)", 10), ["abcdefghi", "j)"]);
        assert_eq!(wrap("))))))))))))", 8), ["))))))))", "))))"]);
    }

    #[test]
    fn english_breaks_at_blanks() {
        assert_eq!(wrap("one two three four", 9), ["one two", "three", "four"]);
    }

    #[test]
    fn what_does_not_fit_is_cut_by_its_width() {
        assert_eq!(cut("主体認証", 8), "主体認証");
        assert_eq!(cut("主体認証", 7), "主体認…");
        assert_eq!(cut("主体認証", 6), "主体…");
        assert_eq!(cut("a", 0), "");
    }

    #[test]
    fn only_styles_pass_the_last_gate() {
        assert_eq!(
            only_styles("\u{1b}[1ma\u{1b}[0m\u{1b}[2J\u{1b}]0;b\u{7}"),
            "\u{1b}[1ma\u{1b}[0m?[2J?]0;b?"
        );
    }

    #[test]
    fn escape_sequences_lose_their_power_and_keep_their_length() {
        let evil = "a\u{1b}[2Jb\u{202e}c";
        assert_eq!(harmless(evil).len(), evil.len());
        assert!(!harmless(evil).contains('\u{1b}'));
    }
}
