//! Every diagnostic of this stage, each made in one place.

use jiff::civil::Date;
use kijun_diag::{At, Diagnostic, FileId, Place, Span, ids};
use kijun_eval::{Objected, Objection, Problem};
use kijun_model::{KindId, Model, StatementId};

use crate::previous::{Previous, RecordError};

pub(crate) fn no_rules(path: &str, at: Option<At>) -> Diagnostic {
    Diagnostic { at, ..Diagnostic::nowhere(ids::NO_RULES) }.with("path", path)
}

pub(crate) fn unreadable(path: &str, why: String, at: Option<At>) -> Diagnostic {
    Diagnostic { at, ..Diagnostic::nowhere(ids::UNREADABLE_RULES) }.with("path", path).with("why", why)
}

pub(crate) fn empty_rules(path: &str, file: FileId) -> Diagnostic {
    Diagnostic::new(ids::EMPTY_RULES, Span { file, start: 0, end: 0 }).with("path", path)
}

pub(crate) fn coverage_not_in_force(name: &str, on: Date, at: Option<At>) -> Diagnostic {
    let diagnostic = Diagnostic::nowhere(ids::COVERAGE_NOT_IN_FORCE);
    Diagnostic { at, ..diagnostic }.with("name", name).with("date", on.to_string())
}

pub(crate) fn unknown_tier<'a>(
    name: &str,
    known: impl IntoIterator<Item = &'a str>,
    at: Option<At>,
) -> Diagnostic {
    let diagnostic = Diagnostic::nowhere(ids::MANIFEST_UNKNOWN_TIER).with("name", name);
    Diagnostic { at, ..diagnostic }.suggest(kijun_diag::nearest(name, known))
}

/// A name in the manifest that is that of no lint and no group of them.
pub(crate) fn unknown_lint(at: Span, name: &str, near: Option<&str>) -> Diagnostic {
    Diagnostic::new(ids::MANIFEST_UNKNOWN_LINT, at).with("name", name).suggest(near)
}

/// What is left out because it cannot stand beside new rules; texts are known by what stands between their quotes.
pub(crate) fn left_out(written: &str, at: Span) -> Diagnostic {
    Diagnostic::new(ids::LEFT_OUT, at).with("name", written.trim_matches(['"', '\'']))
}

pub(crate) fn no_statements() -> Diagnostic {
    Diagnostic::nowhere(ids::NO_STATEMENTS)
}

pub(crate) fn nothing_in_force(on: Date) -> Diagnostic {
    Diagnostic::nowhere(ids::NOTHING_IN_FORCE).with("date", on.to_string())
}

pub(crate) fn no_subject(model: &Model, statement: StatementId, kind: KindId) -> Diagnostic {
    Diagnostic::new(ids::NO_SUBJECT, model.statement(statement).span)
        .with("statement", model.cite(statement))
        .with("kind", model.kind(kind).name.to_string())
}

pub(crate) fn never_applied(model: &Model, statement: StatementId, n: u64) -> Diagnostic {
    Diagnostic::new(ids::NEVER_APPLIED, model.statement(statement).span)
        .with("statement", model.cite(statement))
        .with("n", n.to_string())
}

pub(crate) fn objection(model: &Model, objection: &Objection) -> Diagnostic {
    let statement = match objection.within {
        Objected::Statement(id) => model.cite(id),
        Objected::Measure(id) => model.cite_measure(id),
    };
    match objection.problem {
        Problem::JoinWithoutIndex { kind, n_subjects } => {
            Diagnostic::new(ids::JOIN_WITHOUT_INDEX, objection.span)
                .with("kind", model.kind(kind).name.to_string())
                .with("n", n_subjects)
        }
        Problem::Refused(_) => Diagnostic::new(ids::NOT_COMPILED, objection.span),
    }
    .with("statement", statement)
}

/// A record of the run before that cannot be used.
pub(crate) fn previous(at: Span, path: &str, error: &RecordError) -> Diagnostic {
    match error {
        RecordError::Unreadable(why) => {
            Diagnostic::new(ids::PREVIOUS_UNREADABLE, at).with("why", why.as_str())
        }
        RecordError::NotARecord(why) => {
            Diagnostic::new(ids::PREVIOUS_NOT_A_RECORD, at).with("why", why.as_str())
        }
        RecordError::Version(found) => Diagnostic::new(ids::PREVIOUS_VERSION, at)
            .with("found", found.as_str())
            .with("expected", kijun_findings::VERSIONS.join("`, `")),
    }
    .with("path", path)
}

pub(crate) fn previous_not_earlier(previous: &Previous) -> Diagnostic {
    Diagnostic::new(ids::PREVIOUS_NOT_EARLIER, previous.span)
        .with("project", previous.record.project.as_str())
        .with("start", previous.record.period.start.as_str())
        .with("end", previous.record.period.end.as_str())
}

pub(crate) fn previous_no_common_document(previous: &Previous) -> Diagnostic {
    Diagnostic::new(ids::PREVIOUS_NO_COMMON_DOCUMENT, previous.span)
        .with("project", previous.record.project.as_str())
}

/// A response to a finding that the run before does not have.
pub(crate) fn unknown_finding(at: Place, id: &str, project: &str, near: Option<&str>) -> Diagnostic {
    Diagnostic::new(ids::EVIDENCE_UNKNOWN_FINDING, at).with("id", id).with("project", project).suggest(near)
}
