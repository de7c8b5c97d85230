//! A document writes numbers in full and in half width.

use std::collections::BTreeMap;

use kijun_diag::{Diagnostic, Edit, Safety, Span, ids};
use kijun_model::EditionId;

use crate::prose::part;
use crate::provisions::provisions;
use crate::{Cost, Cx, Fixable, Group, Level, Lint};

pub(crate) const LINT: Lint = Lint {
    id: ids::MIXED_WIDTH,
    group: Group::Style,
    level: Level::Warning,
    fix: Fixable::Safely,
    cost: Cost::Reads,
    summary: "A document writes numbers in full and in half width.",
    what: "Looks, in the Japanese texts of a document, for numbers of one digit that are written in both widths (８文字, 8文字), and for numbers of several digits that are. That those of one digit are full-width and longer ones half-width is a custom, and fine.",
    why: "Searches find half of the places.",
    example: r#"
clause 2.1 "台帳" en "Register" {
  text "サーバの台帳は、３か月ごとに見直す。再び見直すのは６か月後とする。"
}
clause 2.2 "保守" en "Maintenance" {
  text "サーバの保守は、3か月ごとに行う。" #~
}
"#,
    instead: r#"
clause 2.1 "台帳" en "Register" {
  text "サーバの台帳は、３か月ごとに見直す。再び見直すのは６か月後とする。"
}
clause 2.2 "保守" en "Maintenance" {
  text "サーバの保守は、３か月ごとに行う。"
}
"#,
    check,
};

/// A number in a text.
struct Number {
    span: Span,
    text: String,
    is_wide: bool,
}

fn check(cx: &Cx<'_>) -> Vec<Diagnostic> {
    let mut sorts: BTreeMap<(EditionId, bool), Vec<Number>> = BTreeMap::new();
    for provision in provisions(cx) {
        for (_, text) in provision.texts().filter(|(lang, _)| lang.is_none()) {
            for number in numbers(cx.slice(text.span), text.span) {
                let is_long = number.text.chars().count() > 1;
                sorts.entry((provision.model.edition, is_long)).or_default().push(number);
            }
        }
    }
    sorts.into_iter().flat_map(|((_, is_long), numbers)| odd(&numbers, is_long)).collect()
}

/// Those that are written otherwise than most; of as many, otherwise than is the custom.
fn odd(numbers: &[Number], is_long: bool) -> Vec<Diagnostic> {
    let n_wide = numbers.iter().filter(|number| number.is_wide).count();
    let n_narrow = numbers.len() - n_wide;
    if n_wide == 0 || n_narrow == 0 {
        return Vec::new();
    }
    let wide = n_wide > n_narrow || n_wide == n_narrow && !is_long;
    let hit = |number: &Number| {
        let text: String = number.text.chars().map(|c| in_width(c, wide)).collect();
        let hit = LINT.at(number.span).with("number", number.text.as_str()).with("instead", text.as_str());
        hit.fixed_by(Safety::Safe, vec![Edit { span: number.span, text }])
    };
    numbers.iter().filter(|number| number.is_wide != wide).map(hit).collect()
}

/// The whole numbers that stand before a Japanese character and are no part of a longer word.
fn numbers(text: &str, span: Span) -> Vec<Number> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find(is_digit).map(|start| at + start) {
        let end = text[start..].find(|c| !is_digit(c)).map_or(text.len(), |len| start + len);
        let number = &text[start..end];
        let before = text[..start].chars().next_back().unwrap_or(' ');
        let after = text[end..].chars().next().unwrap_or(' ');
        let is_wide = number.chars().all(|c| !c.is_ascii());
        let is_one_width = is_wide || number.is_ascii();
        if is_japanese(after) && !is_word(before) && is_one_width {
            found.push(Number { span: part(span, start, end), text: number.to_owned(), is_wide });
        }
        at = end;
    }
    found
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || ('０'..='９').contains(&c)
}

/// Whether a number behind it is part of something: `RC4`, `2.1`, ＵＳＢ３.
fn is_word(c: char) -> bool {
    !is_japanese(c) && !c.is_whitespace() && !"、。，．・「」『』（）()\"".contains(c) || c == '.' || c == '．'
}

fn is_japanese(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}')
}

fn in_width(c: char, wide: bool) -> char {
    let shifted = |by: i64| u32::try_from(i64::from(u32::from(c)) + by).ok().and_then(char::from_u32);
    let by = i64::from(u32::from('０')) - i64::from(u32::from('0'));
    match c {
        '0'..='9' if wide => shifted(by).unwrap_or(c),
        '０'..='９' if !wide => shifted(-by).unwrap_or(c),
        _ => c,
    }
}
