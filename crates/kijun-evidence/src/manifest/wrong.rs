//! What can be wrong with a manifest: one function for each diagnostic.

use kijun_diag::{Arg, Diagnostic, Span, ids, nearest};

/// The text is not YAML, or uses what we refuse.
pub(super) fn syntax(at: Span, detail: impl Into<Arg>) -> Diagnostic {
    Diagnostic::new(ids::MANIFEST_SYNTAX, at).with("detail", detail)
}

/// A name that the manifest does not have there.
pub(super) fn unknown_key(at: Span, name: &str, known: &[&str]) -> Diagnostic {
    let near = nearest(name, known.iter().copied());
    Diagnostic::new(ids::MANIFEST_UNKNOWN_KEY, at)
        .with("name", name)
        .with("known", known.join(", "))
        .suggest(near)
}

/// A name twice.
pub(super) fn duplicate_key(at: Span, name: &str, first: Span) -> Diagnostic {
    Diagnostic::new(ids::MANIFEST_DUPLICATE_KEY, at).with("name", name).also("first", first)
}

/// A name that must be there.
pub(super) fn missing_key(at: Span, name: &str) -> Diagnostic {
    Diagnostic::new(ids::MANIFEST_MISSING_KEY, at).with("name", name)
}

/// A list where text belongs, and so on.
pub(super) fn wrong_type(at: Span, expected: Vec<&'static str>, found: Arg) -> Diagnostic {
    Diagnostic::new(ids::MANIFEST_WRONG_TYPE, at).with("expected", Arg::AnyOf(expected)).with("found", found)
}

/// A word outside of a closed set.
pub(super) fn unknown_word(at: Span, word: &str, known: &[&str]) -> Diagnostic {
    let near = nearest(word, known.iter().copied());
    Diagnostic::new(ids::MANIFEST_UNKNOWN_WORD, at)
        .with("word", word)
        .with("known", known.join(", "))
        .suggest(near)
}

/// A text that is no date.
pub(super) fn not_a_date(at: Span, found: &str) -> Diagnostic {
    Diagnostic::new(ids::MANIFEST_NOT_A_DATE, at).with("found", found)
}

/// A manifest of another version of ours.
pub(super) fn version(at: Span, found: &str) -> Diagnostic {
    Diagnostic::new(ids::MANIFEST_VERSION, at).with("found", found)
}

/// A period that ends before it starts.
pub(super) fn empty_period(end: Span, start: Span) -> Diagnostic {
    Diagnostic::new(ids::MANIFEST_EMPTY_PERIOD, end).also("start", start)
}

/// A limit that cannot be kept.
pub(super) fn limit_range(at: Span, name: &'static str, least: usize, most: usize) -> Diagnostic {
    Diagnostic::new(ids::MANIFEST_LIMIT_RANGE, at).with("name", name).with("least", least).with("most", most)
}

/// What only the last step of reading finds.
pub(super) fn invalid(at: Span, detail: String) -> Diagnostic {
    Diagnostic::new(ids::MANIFEST_INVALID, at).with("detail", detail)
}

/// A kind that no vocabulary declares.
pub(crate) fn unknown_kind<'a>(at: Span, name: &str, known: impl IntoIterator<Item = &'a str>) -> Diagnostic {
    Diagnostic::new(ids::MANIFEST_UNKNOWN_KIND, at).with("name", name).suggest(nearest(name, known))
}

/// A field that the kind does not have.
pub(crate) fn unknown_field<'a>(
    at: Span,
    name: &str,
    kind: &str,
    known: impl IntoIterator<Item = &'a str>,
) -> Diagnostic {
    Diagnostic::new(ids::MANIFEST_UNKNOWN_FIELD, at)
        .with("name", name)
        .with("kind", kind)
        .suggest(nearest(name, known))
}

/// A field of the answering unit that no kind has.
pub(crate) fn unknown_unit<'a>(at: Span, name: &str, known: impl IntoIterator<Item = &'a str>) -> Diagnostic {
    Diagnostic::new(ids::MANIFEST_UNKNOWN_UNIT, at).with("name", name).suggest(nearest(name, known))
}

/// A field whose type does not fit the use.
pub(crate) fn field_type(at: Span, name: &str, expected: Vec<&'static str>, declared: Span) -> Diagnostic {
    Diagnostic::new(ids::MANIFEST_FIELD_TYPE, at)
        .with("name", name)
        .with("expected", Arg::AnyOf(expected))
        .also("declared", declared)
}

/// A constant that its field cannot hold.
pub(crate) fn bad_constant(at: Span, name: &str, value: &str, expected: Arg, declared: Span) -> Diagnostic {
    Diagnostic::new(ids::MANIFEST_BAD_CONSTANT, at)
        .with("name", name)
        .with("value", value)
        .with("expected", expected)
        .also("declared", declared)
}

/// A field that is filled in two ways.
pub(crate) fn filled_twice(at: Span, name: &str) -> Diagnostic {
    Diagnostic::new(ids::MANIFEST_FILLED_TWICE, at).with("name", name)
}

/// A pattern that means nothing.
pub(crate) fn bad_pattern(at: Span, pattern: &str, reason: &'static str) -> Diagnostic {
    Diagnostic::new(ids::MANIFEST_BAD_PATTERN, at).with("pattern", pattern).with("reason", Arg::Word(reason))
}

/// A pattern that leaves the project's folder.
pub(crate) fn outside(at: Span, pattern: &str) -> Diagnostic {
    Diagnostic::new(ids::MANIFEST_OUTSIDE, at).with("pattern", pattern)
}

/// A format that the file's name does not tell.
pub(crate) fn unknown_format(at: Span, pattern: &str) -> Diagnostic {
    Diagnostic::new(ids::MANIFEST_UNKNOWN_FORMAT, at).with("pattern", pattern)
}

/// A key that has no meaning in this format.
pub(crate) fn not_for_format(at: Span, name: &'static str, format: &'static str) -> Diagnostic {
    Diagnostic::new(ids::MANIFEST_NOT_FOR_FORMAT, at).with("name", name).with("format", format)
}

/// A source that joins into nothing.
pub(crate) fn join_alone(at: Span, kind: &str) -> Diagnostic {
    Diagnostic::new(ids::MANIFEST_JOIN_ALONE, at).with("kind", kind)
}

/// An expectation about something that does not exist.
pub(crate) fn unknown_expectation<'a>(
    at: Span,
    name: &str,
    known: impl IntoIterator<Item = &'a str>,
) -> Diagnostic {
    Diagnostic::new(ids::MANIFEST_UNKNOWN_EXPECTATION, at).with("name", name).suggest(nearest(name, known))
}

/// A statement that no document holds.
pub(crate) fn unknown_statement<'a>(
    at: Span,
    name: &str,
    known: impl IntoIterator<Item = &'a str>,
) -> Diagnostic {
    Diagnostic::new(ids::MANIFEST_UNKNOWN_STATEMENT, at).with("name", name).suggest(nearest(name, known))
}

/// A kind that must be there and that no source tells of.
pub(crate) fn no_source(at: Span, kind: &str) -> Diagnostic {
    Diagnostic::new(ids::MANIFEST_NO_SOURCE, at).with("kind", kind)
}

/// Two samples of one name.
pub(crate) fn duplicate_sample(at: Span, name: &str, first: Span) -> Diagnostic {
    Diagnostic::new(ids::MANIFEST_DUPLICATE_SAMPLE, at).with("name", name).also("first", first)
}

/// A value that must say something and says nothing.
pub(crate) fn empty_value(at: Span, name: &'static str) -> Diagnostic {
    Diagnostic::new(ids::MANIFEST_EMPTY_VALUE, at).with("name", name)
}

/// Statements of a sample that bind two kinds.
pub(crate) fn mixed_kinds(at: Span, statement: &str, kind: &str, first: &str) -> Diagnostic {
    Diagnostic::new(ids::MANIFEST_MIXED_KINDS, at)
        .with("statement", statement)
        .with("kind", kind)
        .with("first", first)
}

/// A size that is neither a share nor a number, or that draws nobody.
pub(crate) fn sample_size(at: Span, found: &str) -> Diagnostic {
    Diagnostic::new(ids::MANIFEST_SAMPLE_SIZE, at).with("found", found)
}
