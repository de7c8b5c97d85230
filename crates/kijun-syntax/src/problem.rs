//! Every diagnostic of this stage, each built in one place.

use kijun_diag::{Arg, Diagnostic, Span, ids};

/// Something else was expected.
pub(crate) fn unexpected(at: Span, found: &str, expected: Vec<&'static str>) -> Diagnostic {
    Diagnostic::new(ids::UNEXPECTED, at).with("found", found).with("expected", Arg::AnyOf(expected))
}

/// Something is missing at the end of a piece.
pub(crate) fn unfinished(at: Span, expected: Vec<&'static str>) -> Diagnostic {
    Diagnostic::new(ids::UNFINISHED, at).with("expected", Arg::AnyOf(expected))
}

/// A bracket without its other half.
pub(crate) fn unclosed_block(at: Span, bracket: &str) -> Diagnostic {
    Diagnostic::new(ids::UNCLOSED_BLOCK, at).with("bracket", bracket)
}

/// A closing bracket that closes nothing.
pub(crate) fn stray_brace(at: Span, bracket: &str) -> Diagnostic {
    Diagnostic::new(ids::STRAY_BRACE, at).with("bracket", bracket)
}

/// A quote without its other half.
pub(crate) fn unclosed_text(at: Span, quote: &str) -> Diagnostic {
    Diagnostic::new(ids::UNCLOSED_TEXT, at).with("quote", quote)
}

/// A backquote without its other half.
pub(crate) fn unclosed_name(at: Span) -> Diagnostic {
    Diagnostic::new(ids::UNCLOSED_NAME, at)
}

/// A file that asks for another.
pub(crate) fn include(at: Span, word: &str) -> Diagnostic {
    Diagnostic::new(ids::INCLUDE, at).with("word", word)
}

/// `part of` behind something else.
pub(crate) fn part_of_not_first(at: Span) -> Diagnostic {
    Diagnostic::new(ids::PART_OF_NOT_FIRST, at)
}

/// A date or time that is in no calendar.
pub(crate) fn bad_date(at: Span, written: &str) -> Diagnostic {
    Diagnostic::new(ids::BAD_DATE, at).with("written", written)
}

/// An escape that means nothing.
pub(crate) fn bad_escape(at: Span, written: &str) -> Diagnostic {
    Diagnostic::new(ids::BAD_ESCAPE, at).with("written", written)
}

/// Backquotes around what is no name.
pub(crate) fn bad_name(at: Span, written: &str) -> Diagnostic {
    Diagnostic::new(ids::BAD_NAME, at).with("written", written)
}

/// An amount that no duration has.
pub(crate) fn too_large(at: Span, written: &str) -> Diagnostic {
    Diagnostic::new(ids::AMOUNT_TOO_LARGE, at).with("written", written)
}

/// A second of what may be given once.
pub(crate) fn duplicate_member(at: Span, word: &str, before: Span) -> Diagnostic {
    Diagnostic::new(ids::DUPLICATE_MEMBER, at).with("member", word).also("first", before)
}

/// `<` and `,` in one enum.
pub(crate) fn mixed_separators(at: Span, first: Span) -> Diagnostic {
    Diagnostic::new(ids::MIXED_SEPARATORS, at).also("first", first)
}

/// `a < b < c`
pub(crate) fn chained_comparison(at: Span, left: Span) -> Diagnostic {
    Diagnostic::new(ids::CHAINED_COMPARISON, at).also("left", left)
}

/// A spelling from another language.
pub(crate) fn other_spelling(at: Span, found: &str, instead: &'static str) -> Diagnostic {
    Diagnostic::new(ids::OTHER_SPELLING, at).with("found", found).with("instead", instead)
}

/// A brace in a message that opens or closes nothing.
pub(crate) fn lone_brace(at: Span, brace: &str) -> Diagnostic {
    Diagnostic::new(ids::LONE_BRACE, at).with("brace", brace)
}

/// Nested too deeply.
pub(crate) fn too_deep(at: Span, most: usize) -> Diagnostic {
    Diagnostic::new(ids::TOO_DEEP, at).with("most", most)
}

/// Too many operators in one expression.
pub(crate) fn too_many_operators(at: Span, most: usize) -> Diagnostic {
    Diagnostic::new(ids::TOO_MANY_OPERATORS, at).with("most", most)
}
