//! What can be wrong with evidence: one function for each diagnostic.

use std::sync::Arc;

use kijun_diag::{Arg, At, Diagnostic, Place, Span, ids};

use crate::encoding::Remedy;
use crate::workbook::NoWorkbook;

/// A pattern that no file fits.
pub(crate) fn no_file(at: Option<Span>, pattern: &str) -> Diagnostic {
    let diagnostic = Diagnostic::nowhere(ids::EVIDENCE_NO_FILE).with("pattern", pattern);
    Diagnostic { at: at.map(At::Span), ..diagnostic }
}

/// Something that is named like a file of evidence and is none.
pub(crate) fn not_a_file(at: Place, path: &str, found: &'static str) -> Diagnostic {
    Diagnostic::new(ids::EVIDENCE_NOT_A_FILE, at).with("path", path).with("found", Arg::Word(found))
}

/// A link that leads out of the project's folder, or in a circle.
pub(crate) fn bad_link(at: Place, path: &str, reason: &'static str) -> Diagnostic {
    Diagnostic::new(ids::EVIDENCE_BAD_LINK, at).with("path", path).with("reason", Arg::Word(reason))
}

/// The system did not let us read.
pub(crate) fn unreadable(at: Place, path: &str, detail: &std::io::Error) -> Diagnostic {
    Diagnostic::new(ids::EVIDENCE_UNREADABLE, at).with("path", path).with("detail", detail.to_string())
}

/// Text in another encoding.
pub(crate) fn encoding(at: Place, found: &'static str, expected: &'static str, remedy: Remedy) -> Diagnostic {
    let (help, name) = match remedy {
        Remedy::Convert => ("convert", ""),
        Remedy::Name(name) => ("name", name),
        Remedy::Leave => ("leave", ""),
    };
    Diagnostic::new(ids::EVIDENCE_ENCODING, at)
        .with("found", found)
        .with("expected", expected)
        .with("remedy", help)
        .with("name", name)
}

/// Bytes that mean nothing in the encoding that the manifest names.
pub(crate) fn undecodable(at: Place, encoding: &'static str) -> Diagnostic {
    Diagnostic::new(ids::EVIDENCE_UNDECODABLE, at).with("encoding", encoding)
}

/// No text at all.
pub(crate) fn binary(at: Place) -> Diagnostic {
    Diagnostic::new(ids::EVIDENCE_BINARY, at)
}

/// More than a limit of the manifest.
pub(crate) fn limit(at: Place, name: &'static str, most: u64) -> Diagnostic {
    Diagnostic::new(ids::EVIDENCE_LIMIT, at)
        .with("name", name)
        .with("most", usize::try_from(most).unwrap_or(usize::MAX))
}

/// A text that is not of its format.
pub(crate) fn syntax(at: Place, format: &'static str, detail: String) -> Diagnostic {
    Diagnostic::new(ids::EVIDENCE_SYNTAX, at).with("format", format).with("detail", detail)
}

/// A feature of YAML that is not read.
pub(crate) fn yaml_feature(at: Place, feature: &'static str) -> Diagnostic {
    Diagnostic::new(ids::EVIDENCE_YAML_FEATURE, at).with("feature", Arg::Word(feature))
}

/// A name twice in one map.
pub(crate) fn duplicate_key(at: Place, name: &str, first: Place) -> Diagnostic {
    Diagnostic::new(ids::EVIDENCE_DUPLICATE_KEY, at).with("name", name).also("first", first)
}

/// A header that names a column twice.
pub(crate) fn duplicate_column(at: Place, name: &str, first: Place) -> Diagnostic {
    Diagnostic::new(ids::EVIDENCE_DUPLICATE_COLUMN, at).with("name", name).also("first", first)
}

/// A row with more or fewer cells than the header.
pub(crate) fn ragged_row(at: Place, found: usize, expected: usize) -> Diagnostic {
    Diagnostic::new(ids::EVIDENCE_RAGGED_ROW, at).with("found", found).with("expected", expected)
}

/// A table without the row that the manifest says is its header.
pub(crate) fn no_header(at: Place, row: u32) -> Diagnostic {
    Diagnostic::new(ids::EVIDENCE_NO_HEADER, at).with("row", row as usize)
}

/// A file that is named like a workbook and is none that can be read.
pub(crate) fn not_a_workbook(at: Place, why: NoWorkbook) -> Diagnostic {
    let found = match why {
        NoWorkbook::Old => "old",
        NoWorkbook::Encrypted => "encrypted",
        NoWorkbook::Archive => "archive",
        NoWorkbook::Other => "other",
    };
    Diagnostic::new(ids::EVIDENCE_NOT_A_WORKBOOK, at).with("found", found)
}

/// A sheet that the workbook does not have.
pub(crate) fn unknown_sheet(at: Place, name: &str, known: &[&str]) -> Diagnostic {
    Diagnostic::new(ids::EVIDENCE_UNKNOWN_SHEET, at)
        .with("name", name)
        .with("known", shown_all(known))
        .suggest(kijun_diag::nearest(name, known.iter().copied()))
}

/// A cell whose formula has failed.
pub(crate) fn error_cell(at: Place, path: &str, found: &str) -> Diagnostic {
    Diagnostic::new(ids::EVIDENCE_ERROR_CELL, at).with("path", path).with("found", found)
}

/// A document whose front matter does not end.
pub(crate) fn unclosed_front_matter(at: Place) -> Diagnostic {
    Diagnostic::new(ids::EVIDENCE_UNCLOSED_FRONT_MATTER, at)
}

/// A quoted cell that does not end.
pub(crate) fn unclosed_quote(at: Place) -> Diagnostic {
    Diagnostic::new(ids::EVIDENCE_UNCLOSED_QUOTE, at)
}

/// A name that the manifest expects and the evidence does not have.
pub(crate) fn from_name_nowhere(at: Span, name: &str, path: &str, known: &[&str]) -> Diagnostic {
    let first: Vec<&str> = known.iter().copied().take(MOST_NAMES).collect();
    let more = if known.len() > MOST_NAMES { ", …" } else { "" };
    Diagnostic::new(ids::EVIDENCE_FROM_NAME_NOWHERE, at)
        .with("name", name)
        .with("path", path)
        .with("known", shown_all(&first) + more)
        .suggest(kijun_diag::nearest(name, known.iter().copied()))
}

/// So many names are told at once.
const MOST_NAMES: usize = 20;

fn shown_all(names: &[&str]) -> String {
    names.iter().map(|name| crate::decode::shown(name)).collect::<Vec<_>>().join(", ")
}

/// A file or document without the place where its records should be.
///
/// `format` chooses what to do about it: in CSV, an empty file has not even a header.
pub(crate) fn no_records(at: Place, path: &str, format: &'static str) -> Diagnostic {
    let path = if path.is_empty() { Arg::Word("top-of-file") } else { Arg::Text(format!("`{path}`")) };
    Diagnostic::new(ids::EVIDENCE_NO_RECORDS, at).with("path", path).with("format", format)
}

/// A record that has no names.
pub(crate) fn not_a_record(at: Place, found: &'static str) -> Diagnostic {
    Diagnostic::new(ids::EVIDENCE_NOT_A_RECORD, at).with("found", Arg::Word(found))
}

/// A value that does not fit the field's type.
pub(crate) fn wrong_type(at: Place, path: &str, expected: Arg, found: Arg, hint: &'static str) -> Diagnostic {
    Diagnostic::new(ids::EVIDENCE_WRONG_TYPE, at)
        .with("path", path)
        .with("expected", expected)
        .with("found", found)
        .with("hint", Arg::Word(hint))
}

/// A word that is no member of the field's enumeration.
pub(crate) fn unknown_member(at: Place, path: &str, found: &str, known: &[&str]) -> Diagnostic {
    Diagnostic::new(ids::EVIDENCE_UNKNOWN_MEMBER, at)
        .with("path", path)
        .with("found", found)
        .with("known", known.join(", "))
        .suggest(kijun_diag::nearest(found, known.iter().copied()))
}

/// A name that no field takes, near one that is missed.
pub(crate) fn near_name(at: Place, name: &str, field: &str, declared: Span) -> Diagnostic {
    Diagnostic::new(ids::EVIDENCE_NEAR_NAME, at)
        .with("name", name)
        .with("field", field)
        .also("declared", declared)
}

/// A field that gets two different values.
pub(crate) fn conflict(at: Place, field: &str, here: &str, there: &str, other: Place) -> Diagnostic {
    Diagnostic::new(ids::EVIDENCE_CONFLICT, at)
        .with("field", field)
        .with("here", here)
        .with("there", there)
        .also("other", other)
}

/// Why a key is missing.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Keyless {
    /// One record has none.
    Record,
    /// The header has no column for it, so no row has one.
    Header,
    /// The header is one column, since something else than commas separates.
    Separator,
}

/// A record that cannot be told from others.
pub(crate) fn missing_key(at: Place, field: &str, kind: &str, declared: Span, why: Keyless) -> Diagnostic {
    let where_to = match why {
        Keyless::Record => "record",
        Keyless::Header => "header",
        Keyless::Separator => "separator",
    };
    Diagnostic::new(ids::EVIDENCE_MISSING_KEY, at)
        .with("where", where_to)
        .with("field", field)
        .with("kind", kind)
        .also("declared", declared)
}

/// Two records that claim to be the same subject.
pub(crate) fn key_collision(at: Place, kind: &str, key: &str, first: Place) -> Diagnostic {
    Diagnostic::new(ids::EVIDENCE_KEY_COLLISION, at).with("kind", kind).with("key", key).also("first", first)
}

/// Two joined records for one subject that takes one.
pub(crate) fn joined_twice(at: Place, kind: &str, key: &str, first: Place) -> Diagnostic {
    Diagnostic::new(ids::EVIDENCE_JOINED_TWICE, at).with("kind", kind).with("key", key).also("first", first)
}

/// A joined record that no subject takes.
pub(crate) fn joined_to_nothing(at: Place, kind: &str, key: &str) -> Diagnostic {
    Diagnostic::new(ids::EVIDENCE_JOINED_TO_NOTHING, at).with("kind", kind).with("key", key)
}

/// More of the same file.
pub(crate) fn more(at: At, count: usize) -> Diagnostic {
    Diagnostic::new(ids::EVIDENCE_MORE, at).with("count", count)
}

/// A reference to a subject that is not there. `near`: a key that may be meant.
pub(crate) fn dangling_reference(at: Place, kind: &str, key: &str, n: u64, near: Option<&str>) -> Diagnostic {
    Diagnostic::new(ids::EVIDENCE_DANGLING_REFERENCE, at)
        .with("kind", kind)
        .with("key", key)
        .with("n", usize::try_from(n).unwrap_or(usize::MAX))
        .suggest(near)
}

/// A value in the place of a role that names none.
pub(crate) fn unknown_role<'a>(
    at: Place,
    found: &str,
    field: &str,
    known: impl IntoIterator<Item = &'a str>,
) -> Diagnostic {
    Diagnostic::new(ids::EVIDENCE_UNKNOWN_ROLE, at)
        .with("found", found)
        .with("field", field)
        .suggest(kijun_diag::nearest(found, known))
}

/// Units that stand above themselves.
pub(crate) fn cyclic_units(at: Place, circle: &[Arc<str>]) -> Diagnostic {
    let mut shown: Vec<String> = circle.iter().map(|key| crate::decode::shown(key)).collect();
    shown.extend(shown.first().cloned());
    Diagnostic::new(ids::EVIDENCE_CYCLIC_UNITS, at).with("circle", shown.join(" → "))
}

/// An answer to a question that nobody asks.
pub(crate) fn unknown_question<'a>(
    at: Place,
    statement: &str,
    known: impl IntoIterator<Item = &'a str>,
) -> Diagnostic {
    Diagnostic::new(ids::EVIDENCE_UNKNOWN_QUESTION, at)
        .with("statement", statement)
        .suggest(kijun_diag::nearest(statement, known))
}
