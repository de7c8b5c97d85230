//! From the parser's own report to a diagnostic in words.

use kijun_diag::{Diagnostic, nearest};
use pest::error::{Error, ErrorVariant, InputLocation};
use unicode_normalization::UnicodeNormalization;

use crate::from_pairs::Cx;
use crate::grammar::Rule;
use crate::keywords;
use crate::problem;
use crate::words;

/// At most so many alternatives are named.
const MOST_ALTERNATIVES: usize = 5;

/// What stands at the furthest place that was reached, and what could have stood there.
///
/// `next` is what may follow where the rule was through.
pub(crate) fn explain(cx: &Cx<'_>, error: &Error<Rule>, next: Rule) -> Diagnostic {
    let at = match error.location {
        InputLocation::Pos(at) | InputLocation::Span((at, _)) => at.min(cx.text.len()),
    };
    let rules: Vec<Rule> = match &error.variant {
        ErrorVariant::ParsingError { positives, .. } => positives.clone(),
        ErrorVariant::CustomError { .. } => Vec::new(),
    };
    let rules: Vec<Rule> = rules.into_iter().map(|r| if r == Rule::EOI { next } else { r }).collect();
    let expected = alternatives(&rules);
    let found = token_at(cx.text, at);
    if found.is_empty() {
        return problem::unfinished(cx.span_at(at, at), expected);
    }
    let span = cx.span_at(at, at + found.len());
    problem::unexpected(span, found, expected).suggest(suggestion(found, &rules))
}

fn alternatives(rules: &[Rule]) -> Vec<&'static str> {
    let operators = rules.iter().filter(|rule| words::is_operator(**rule)).count() > 1;
    let operand = rules.contains(&Rule::primary) || rules.contains(&Rule::expr);
    let mut words: Vec<&'static str> = Vec::new();
    for rule in rules {
        let word = match rule {
            Rule::lang if rules.len() > 1 => None,
            rule if operators && words::is_operator(*rule) => Some("syntax-operator"),
            rule if operand && words::is_prefix(*rule) => Some("syntax-expression"),
            rule => words::word(*rule),
        };
        words.extend(word.filter(|word| !words.contains(word)));
    }
    words.truncate(MOST_ALTERNATIVES);
    if words.is_empty() {
        words.push("syntax-end");
    }
    words
}

/// The keyword that was meant, or the half-width form of a full-width sign.
fn suggestion(found: &str, rules: &[Rule]) -> Option<String> {
    let narrow: String = found.nfkc().collect();
    if narrow != found && narrow.is_ascii() {
        return Some(narrow);
    }
    let keywords = rules.iter().flat_map(|rule| keywords::keywords(*rule));
    nearest(&narrow, keywords).map(str::to_owned)
}

/// The word, or else the character, at an offset.
fn token_at(text: &str, at: usize) -> &str {
    let rest = text.get(at..).unwrap_or("");
    let word = rest.find(|c| !unicode_ident::is_xid_continue(c)).unwrap_or(rest.len());
    let length = if word > 0 { word } else { rest.chars().next().map_or(0, char::len_utf8) };
    &rest[..length]
}
