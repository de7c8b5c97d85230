//! Every diagnostic of this stage, each made in one place.

use kijun_diag::{Arg, Diagnostic, Id, Span, ids, nearest};

/// What kind of name is not known.
#[derive(Clone, Copy, Debug)]
pub(super) enum Unknown {
    Name,
    Type,
    Kind,
    Role,
    Vocabulary,
    Standard,
    Clause,
    Statement,
    Parameter,
    Definition,
    Member,
}

impl Unknown {
    fn id(self) -> Id {
        match self {
            Unknown::Name => ids::UNKNOWN_NAME,
            Unknown::Type => ids::UNKNOWN_TYPE,
            Unknown::Kind => ids::UNKNOWN_KIND,
            Unknown::Role => ids::UNKNOWN_ROLE,
            Unknown::Vocabulary => ids::UNKNOWN_VOCABULARY,
            Unknown::Standard => ids::UNKNOWN_STANDARD,
            Unknown::Clause => ids::UNKNOWN_CLAUSE,
            Unknown::Statement => ids::UNKNOWN_STATEMENT,
            Unknown::Parameter => ids::UNKNOWN_PARAMETER,
            Unknown::Definition => ids::UNKNOWN_DEFINITION,
            Unknown::Member => ids::UNKNOWN_MEMBER,
        }
    }
}

pub(super) fn unknown<'n>(
    what: Unknown,
    name: &str,
    span: Span,
    known: impl IntoIterator<Item = &'n str>,
) -> Diagnostic {
    Diagnostic::new(what.id(), span).with("name", name).suggest(nearest(name, known))
}

pub(super) fn unknown_field<'n>(
    name: &str,
    owner: &str,
    span: Span,
    known: impl IntoIterator<Item = &'n str>,
) -> Diagnostic {
    Diagnostic::new(ids::UNKNOWN_FIELD, span)
        .with("name", name)
        .with("owner", owner)
        .suggest(nearest(name, known))
}

pub(super) fn never_issued(name: &str, date: &str, known: &str, span: Span) -> Diagnostic {
    Diagnostic::new(ids::NEVER_ISSUED_EDITION, span)
        .with("name", name)
        .with("date", date)
        .with("known", known)
}

pub(super) fn ambiguous_edition(name: &str, known: &str, span: Span) -> Diagnostic {
    Diagnostic::new(ids::AMBIGUOUS_EDITION, span).with("name", name).with("known", known)
}

pub(super) fn not_in_scope(name: &str, vocabulary: &str, span: Span) -> Diagnostic {
    Diagnostic::new(ids::NOT_IN_SCOPE, span).with("name", name).with("vocabulary", vocabulary)
}

pub(super) fn duplicate(name: &str, again: Span, first: Span) -> Diagnostic {
    Diagnostic::new(ids::DUPLICATE_NAME, again).with("name", name).also("first", first)
}

pub(super) fn repeated(word: &'static str, again: Span, first: Span) -> Diagnostic {
    Diagnostic::new(ids::REPEATED_MEMBER, again).with("word", Arg::Word(word)).also("first", first)
}

pub(super) fn cyclic(name: &str, span: Span) -> Diagnostic {
    Diagnostic::new(ids::CYCLIC_NAME, span).with("name", name)
}

pub(super) fn too_deep(name: &str, span: Span) -> Diagnostic {
    Diagnostic::new(ids::DEFINITIONS_TOO_DEEP, span).with("name", name)
}

pub(super) fn no_document(span: Span) -> Diagnostic {
    Diagnostic::new(ids::NO_DOCUMENT, span)
}

pub(super) fn missing_member(word: &'static str, of: &str, span: Span) -> Diagnostic {
    Diagnostic::new(ids::MISSING_MEMBER, span).with("word", Arg::Word(word)).with("of", of)
}

pub(super) fn no_figure(measure: &str, at: Span) -> Diagnostic {
    Diagnostic::new(ids::NO_FIGURE, at).with("measure", measure)
}

pub(super) fn two_figures(measure: &str, again: Span, first: Span) -> Diagnostic {
    Diagnostic::new(ids::TWO_FIGURES, again).with("measure", measure).also("first", first)
}

pub(super) fn each_without_by(measure: &str, at: Span) -> Diagnostic {
    Diagnostic::new(ids::EACH_WITHOUT_BY, at).with("measure", measure)
}

pub(super) fn no_subjects(number: &str, span: Span) -> Diagnostic {
    Diagnostic::new(ids::NO_SUBJECTS, span).with("number", number)
}

pub(super) fn no_key(kind: &str, span: Span) -> Diagnostic {
    Diagnostic::new(ids::NO_KEY, span).with("kind", kind)
}

pub(super) fn key_type(field: &str, ty: &str, span: Span) -> Diagnostic {
    Diagnostic::new(ids::KEY_TYPE, span).with("field", field).with("type", ty)
}

pub(super) fn kind_as_field(kind: &str, span: Span) -> Diagnostic {
    Diagnostic::new(ids::KIND_AS_FIELD, span).with("kind", kind)
}

pub(super) fn nested_optional(span: Span) -> Diagnostic {
    Diagnostic::new(ids::NESTED_OPTIONAL, span)
}

/// The right side is pointed at, the left side named beside it.
pub(super) fn mismatch(left: (&str, Span), right: (&str, Span)) -> Diagnostic {
    Diagnostic::new(ids::MISMATCH, right.1)
        .with("left", left.0)
        .with("right", right.0)
        .also("is-left", left.1)
}

pub(super) fn network_equality(at: Span) -> Diagnostic {
    Diagnostic::new(ids::NETWORK_EQUALITY, at)
}

pub(super) fn mixed_days(at: Span) -> Diagnostic {
    Diagnostic::new(ids::MIXED_DAYS, at)
}

pub(super) fn wrong_type(found: &str, expected: &str, at: Span) -> Diagnostic {
    Diagnostic::new(ids::WRONG_TYPE, at).with("found", found).with("expected", expected)
}

pub(super) fn not_a_condition(found: &str, at: Span) -> Diagnostic {
    Diagnostic::new(ids::NOT_A_CONDITION, at).with("found", found)
}

pub(super) fn not_ordered(ty: &str, at: Span) -> Diagnostic {
    Diagnostic::new(ids::NOT_ORDERED, at).with("type", ty)
}

pub(super) fn not_a_quantity(ty: &str, at: Span) -> Diagnostic {
    Diagnostic::new(ids::NOT_A_QUANTITY, at).with("type", ty)
}

pub(super) fn not_a_level(field: &str, ty: &str, at: Span) -> Diagnostic {
    Diagnostic::new(ids::NOT_A_LEVEL, at).with("field", field).with("type", ty)
}

pub(super) fn not_a_scalar(found: &str, at: Span) -> Diagnostic {
    Diagnostic::new(ids::NOT_A_SCALAR, at).with("found", found)
}

pub(super) fn not_a_list(found: &str, at: Span) -> Diagnostic {
    Diagnostic::new(ids::NOT_A_LIST, at).with("found", found)
}

pub(super) fn not_a_tree(kind: &str, at: Span) -> Diagnostic {
    Diagnostic::new(ids::NOT_A_TREE, at).with("kind", kind)
}

pub(super) fn not_optional(path: &str, at: Span) -> Diagnostic {
    Diagnostic::new(ids::NOT_OPTIONAL, at).with("path", path)
}

pub(super) fn not_constant(at: Span) -> Diagnostic {
    Diagnostic::new(ids::NOT_CONSTANT, at)
}

pub(super) fn empty_set(at: Span) -> Diagnostic {
    Diagnostic::new(ids::EMPTY_SET, at)
}

pub(super) fn operands(operator: &str, left: &str, right: &str, at: Span) -> Diagnostic {
    Diagnostic::new(ids::WRONG_OPERANDS, at)
        .with("operator", operator)
        .with("left", left)
        .with("right", right)
}

pub(super) fn arguments(name: &str, expected: usize, found: usize, at: Span) -> Diagnostic {
    Diagnostic::new(ids::WRONG_ARGUMENTS, at)
        .with("name", name)
        .with("expected", expected)
        .with("found", found)
}

pub(super) fn reference_field(field: &str, kind: &str, at: Span) -> Diagnostic {
    Diagnostic::new(ids::FIELD_OF_REFERENCE, at).with("field", field).with("kind", kind)
}

pub(super) fn bad_literal(word: &'static str, text: &str, why: impl Into<Arg>, at: Span) -> Diagnostic {
    Diagnostic::new(ids::BAD_LITERAL, at).with("what", Arg::Word(word)).with("text", text).with("why", why)
}

pub(super) fn unknown_result(name: &str, at: Span) -> Diagnostic {
    let known = ["pass", "fail", "unknown", "not-applicable", "waived", "error"];
    Diagnostic::new(ids::UNKNOWN_RESULT, at).with("name", name).suggest(nearest(name, known))
}

pub(super) fn unknown_column<'n>(
    name: &str,
    at: Span,
    known: impl IntoIterator<Item = &'n str>,
) -> Diagnostic {
    Diagnostic::new(ids::UNKNOWN_COLUMN, at).with("name", name).suggest(nearest(name, known))
}

pub(super) fn unused_column(name: &str, at: Span) -> Diagnostic {
    Diagnostic::new(ids::UNUSED_COLUMN, at).with("name", name)
}

pub(super) fn ragged_row(found: usize, expected: usize, at: Span) -> Diagnostic {
    Diagnostic::new(ids::RAGGED_CASE, at).with("found", found).with("expected", expected)
}

pub(super) fn unknown_lang(name: &str, at: Span) -> Diagnostic {
    Diagnostic::new(ids::UNKNOWN_LANGUAGE, at).with("name", name).suggest(nearest(name, ["en", "ja"]))
}
