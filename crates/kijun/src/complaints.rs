//! Every diagnostic of this stage, each made in one place.

use jiff::civil::Date;
use kijun_diag::{At, Diagnostic, FileId, Span, ids};
use kijun_eval::{Objection, Problem};
use kijun_model::{KindId, Model, StatementId};

pub(crate) fn no_rules(path: &str, at: Option<At>) -> Diagnostic {
    Diagnostic { at, ..Diagnostic::nowhere(ids::NO_RULES) }.with("path", path)
}

pub(crate) fn unreadable(path: &str, why: String, at: Option<At>) -> Diagnostic {
    Diagnostic { at, ..Diagnostic::nowhere(ids::UNREADABLE_RULES) }.with("path", path).with("why", why)
}

pub(crate) fn empty_rules(path: &str, file: FileId) -> Diagnostic {
    Diagnostic::new(ids::EMPTY_RULES, Span { file, start: 0, end: 0 }).with("path", path)
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
    let statement = model.cite(objection.statement);
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
