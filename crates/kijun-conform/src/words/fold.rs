//! Characters as they are compared, each with the bytes of the text that it stands for.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A character of one width and one form.
#[derive(Clone, Copy, Debug)]
pub(super) struct Folded {
    pub(super) c: char,
    /// Where it begins in the text.
    pub(super) start: usize,
    /// Whether a line begins with it.
    pub(super) leads: bool,
}

/// The characters of a text in one width; marks of one sort are one mark.
pub(super) fn characters(text: &str) -> Vec<Folded> {
    let mut out = Vec::new();
    let mut leads = true;
    let mut chars = text.char_indices().peekable();
    while let Some((start, first)) = chars.next() {
        let mut cluster = String::from(first);
        while let Some((_, mark)) = chars.next_if(|(_, c)| joins(*c)) {
            cluster.push(mark);
        }
        let ends = matches!(first, '\n' | '\r' | '\u{2028}' | '\u{2029}');
        // The ideographic space sets a number off from what it numbers.
        let set_off = first == '\u{3000}';
        for c in cluster.nfkc().map(|c| if set_off { first } else { one_form(c) }) {
            out.push(Folded { c, start, leads });
            leads = leads && c.is_whitespace();
        }
        leads = leads || ends;
    }
    out
}

/// Whether a character belongs to the one before it; the half-width sound marks do.
fn joins(c: char) -> bool {
    is_combining_mark(c) || matches!(c, '\u{ff9e}' | '\u{ff9f}')
}

fn one_form(c: char) -> char {
    match c {
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | '﹣' => '-',
        '〜' | '∼' => '~',
        '’' | '‘' | '´' | '`' => '\'',
        '≦' => '≤',
        '≧' => '≥',
        c => c,
    }
}

/// Whether a text written so has no blanks between its words.
pub(super) fn is_east_asian(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{2fdf}' | '\u{3005}'..='\u{3007}' | '\u{3021}'..='\u{303c}' | '\u{3041}'..='\u{30ff}'
        | '\u{3100}'..='\u{31ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{3ffff}')
        && c != '・'
}
