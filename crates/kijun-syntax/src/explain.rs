//! From the parser's own report to a diagnostic in words.

use kijun_diag::Diagnostic;
use pest::error::{Error, ErrorVariant, InputLocation};

use crate::from_pairs::Cx;
use crate::grammar::Rule;
use crate::problem;
use crate::words;

/// At most so many alternatives are named.
const MOST_ALTERNATIVES: usize = 6;

/// What stands at the furthest place that was reached, and what could have stood there.
pub(crate) fn explain(cx: &Cx<'_>, error: &Error<Rule>) -> Diagnostic {
    let at = match error.location {
        InputLocation::Pos(at) | InputLocation::Span((at, _)) => at.min(cx.text.len()),
    };
    let found = token_at(cx.text, at);
    let expected = match &error.variant {
        ErrorVariant::ParsingError { positives, .. } => alternatives(positives),
        ErrorVariant::CustomError { .. } => Vec::new(),
    };
    problem::unexpected(cx.span_at(at, at + found.len()), found, expected)
}

fn alternatives(rules: &[Rule]) -> Vec<&'static str> {
    let mut words: Vec<&'static str> = Vec::new();
    for word in rules.iter().filter_map(|rule| words::word(*rule)) {
        if !words.contains(&word) {
            words.push(word);
        }
    }
    words.truncate(MOST_ALTERNATIVES);
    words
}

/// The word, or else the character, at an offset.
fn token_at(text: &str, at: usize) -> &str {
    let rest = text.get(at..).unwrap_or("");
    let word = rest.find(|c| !unicode_ident::is_xid_continue(c)).unwrap_or(rest.len());
    let length = if word > 0 { word } else { rest.chars().next().map_or(0, char::len_utf8) };
    &rest[..length]
}
