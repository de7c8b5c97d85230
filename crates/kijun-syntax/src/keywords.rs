//! The keywords that a place knows, for "did you mean" and for "write `x`".

use crate::grammar::{Pair, Rule};
use crate::words::word;

/// The words that begin an item.
pub(crate) const ITEM_WORDS: &[&str] = &[
    "standard",
    "part",
    "clause",
    "section",
    "vocabulary",
    "role",
    "define",
    "term",
    "parameter",
    "set",
    "exception",
    "measure",
    "test",
];

/// What to write instead of a wrong spelling that the grammar knows.
pub(crate) fn instead(pair: &Pair<'_>) -> &'static str {
    match pair.as_rule() {
        Rule::wrong_shall => "must",
        Rule::wrong_shall_not => "must not",
        Rule::wrong_quotes => "\"…\"",
        Rule::wrong_every => "every",
        Rule::wrong_some => "some",
        Rule::wrong_null | Rule::wrong_absent => "is absent",
        Rule::wrong_not_absent => "is present",
        Rule::wrong_not_present => "is absent",
        Rule::wrong_not => "not",
        Rule::wrong_and => "and",
        Rule::wrong_or => "or",
        Rule::wrong_eq => "==",
        Rule::wrong_ne => "!=",
        Rule::wrong_ge => ">=",
        Rule::wrong_le => "<=",
        Rule::wrong_gt => ">",
        Rule::wrong_lt => "<",
        Rule::wrong_minus => "-",
        Rule::wrong_paren => "( )",
        _ => "",
    }
}

/// The keywords with which a rule may begin, for "did you mean".
pub(crate) fn keywords(rule: Rule) -> Vec<&'static str> {
    let words: &[&str] = match word(rule) {
        Some("syntax-item") => ITEM_WORDS,
        Some("syntax-standard-member") => &[
            "title",
            "issuer",
            "tier",
            "edition",
            "in force from",
            "until",
            "conforms to",
            "supersedes",
            "adopts",
            "excludes",
            "uses",
            "monotone in",
            "conforms",
            "monotone",
        ],
        Some("syntax-clause-member") => &[
            "text",
            "implements",
            "was",
            "see",
            "for",
            "by",
            "severity",
            "must",
            "should",
            "may",
            "attest",
            "exceptions",
            "evidence",
            "in force from",
            "until",
            "grace",
            "fix",
        ],
        Some("syntax-section-member") => &[
            "clause",
            "section",
            "for",
            "by",
            "severity",
            "must",
            "should",
            "may",
            "attest",
            "exceptions",
            "evidence",
            "in force from",
            "until",
            "grace",
            "text",
            "see",
        ],
        Some("syntax-vocabulary-member") => &["enum", "record", "kind"],
        Some("syntax-role-member") => &["reports to", "incompatible with", "reports", "incompatible"],
        Some("syntax-exception-member") => {
            &["to", "for", "approved", "from", "until", "because", "compensated"]
        }
        Some("syntax-measure-member") => &[
            "over", "except", "share", "count", "sum", "mean", "min", "max", "target", "each", "by", "owner",
            "see",
        ],
        Some("syntax-test-member") => &["on", "given", "expect", "cases"],
        Some("syntax-severity") => &["critical", "high", "medium", "low"],
        Some("syntax-result") => &["pass", "fail", "unknown", "not-applicable", "waived", "error"],
        Some("syntax-time-unit") => {
            &["years", "months", "weeks", "days", "business days", "hours", "minutes", "seconds"]
        }
        Some("syntax-operator") => &["matches", "is", "within"],
        Some("syntax-end") => &["clause", "must", "should", "may", "by", "for", "when", "else", "where"],
        Some(keyword) => {
            return keyword.strip_prefix('`').and_then(|k| k.strip_suffix('`')).into_iter().collect();
        }
        None => &[],
    };
    words.to_vec()
}
