//! How a token is written: blanks inside of it, and backquotes that nothing needs.

use std::borrow::Cow;

use kijun_syntax::concrete::{Token, TokenKind, is_bare};
use unicode_width::UnicodeWidthStr;

/// The one spelling of a token.
pub(crate) fn spelled<'t>(token: &Token<'t>) -> Cow<'t, str> {
    match token.kind {
        TokenKind::Word if token.text.contains('`') => token.text.into(),
        TokenKind::Word => one_blank(token.text),
        TokenKind::Amount => amount(token.text).into(),
        TokenKind::Percent => token.text.split_whitespace().collect::<String>().into(),
        TokenKind::Name => name(token.text).into(),
        _ => token.text.into(),
    }
}

/// The columns that a token takes.
pub(crate) fn columns(token: &Token<'_>) -> usize {
    spelled(token).width()
}

fn one_blank(text: &str) -> Cow<'_, str> {
    if text.contains(char::is_whitespace) {
        text.split_whitespace().collect::<Vec<_>>().join(" ").into()
    } else {
        text.into()
    }
}

/// `30days` is `30 days`.
fn amount(text: &str) -> String {
    let mut spelled = String::with_capacity(text.len() + 1);
    for c in one_blank(text).chars() {
        if c.is_alphabetic() && spelled.ends_with(|before: char| before.is_ascii_digit() || before == '_') {
            spelled.push(' ');
        }
        spelled.push(c);
    }
    spelled
}

fn name(text: &str) -> &str {
    let bare = text.strip_prefix('`').and_then(|text| text.strip_suffix('`'));
    bare.filter(|bare| is_bare(bare)).unwrap_or(text)
}
