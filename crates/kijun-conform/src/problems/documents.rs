//! What is wrong with documents themselves: parameters, citations, terms, and whether what binds can be kept.

use kijun_diag::{Arg, Diagnostic, Id, Span, ids};
use kijun_model::{ClauseId, EditionId, Model, ParameterId, StatementId, Type};
use kijun_standards::cite_edition;

use crate::Dimension;

pub(super) fn parameter_unset(model: &Model, id: ParameterId, documents: &[EditionId]) -> Diagnostic {
    let parameter = model.parameter(id);
    let names: Vec<String> = documents.iter().map(|&d| cite_edition(model, d)).collect();
    let first = documents.first().map_or(parameter.span, |&d| model.edition(d).span);
    let found = Diagnostic::new(ids::CONFORM_PARAMETER_UNSET, first)
        .with("parameter", &*parameter.name)
        .with("standard", parameter.edition.map_or("STANDARD", |e| &*model.edition(e).name))
        .with("documents", names.join("`, `"))
        .also("declared", parameter.span);
    documents.iter().skip(1).fold(found, |found, &d| found.also("document", model.edition(d).span))
}

pub(super) fn parameter_out_of_range(model: &Model, setting: usize) -> Diagnostic {
    let setting = &model.settings[setting];
    let parameter = model.parameter(setting.parameter);
    Diagnostic::new(ids::CONFORM_PARAMETER_OUT_OF_RANGE, setting.span)
        .with("parameter", &*parameter.name)
        .with("value", model.show_value(&setting.value))
        .with("other", parameter.edition.map_or_else(String::new, |e| cite_edition(model, e)))
        .also("declared", parameter.span)
}

/// A provision that is cited in an edition no longer in force, and where.
pub(super) type Cited = (Span, ClauseId);

pub(super) fn provision_moved(model: &Model, cited: Cited, now: &[ClauseId]) -> Diagnostic {
    continued(model, ids::CONFORM_PROVISION_MOVED, cited, now)
}

pub(super) fn provision_changed(
    model: &Model,
    cited: Cited,
    now: &[ClauseId],
    dimensions: &[Dimension],
) -> Diagnostic {
    let what = match dimensions {
        [] => Arg::Word("dimension-open"),
        some => Arg::AllOf(some.iter().map(|&d| super::dimension(d)).collect()),
    };
    continued(model, ids::CONFORM_PROVISION_CHANGED, cited, now).with("dimensions", what)
}

fn continued(model: &Model, id: Id, (span, cited): Cited, now: &[ClauseId]) -> Diagnostic {
    let names: Vec<String> = now.iter().map(|&c| model.cite_clause(c)).collect();
    let found =
        Diagnostic::new(id, span).with("cited", model.cite_clause(cited)).with("now", names.join("`, `"));
    now.iter().fold(found, |found, &c| found.also("now", model.clause(c).span))
}

pub(super) fn provision_vanished(model: &Model, (span, cited): Cited) -> Diagnostic {
    Diagnostic::new(ids::CONFORM_PROVISION_VANISHED, span)
        .with("cited", model.cite_clause(cited))
        .also("cited", model.clause(cited).span)
}

pub(super) fn redefined_term(model: &Model, lower: usize, higher: usize) -> Diagnostic {
    term(model, ids::CONFORM_REDEFINED_TERM, lower, higher)
}

pub(super) fn unclear_term(model: &Model, lower: usize, higher: usize) -> Diagnostic {
    term(model, ids::CONFORM_UNCLEAR_TERM, lower, higher)
}

fn term(model: &Model, id: Id, lower: usize, higher: usize) -> Diagnostic {
    let [lower, higher] = [lower, higher].map(|term| &model.terms[term]);
    Diagnostic::new(id, lower.span)
        .with("words", &*lower.words)
        .with("other", higher.edition.map_or_else(String::new, |e| cite_edition(model, e)))
        .also("higher", higher.span)
}

pub(super) fn contradiction(model: &Model, first: StatementId, second: StatementId) -> Diagnostic {
    Diagnostic::new(ids::CONFORM_CONTRADICTION, model.statement(second).span)
        .with("first", model.cite(first))
        .with("second", model.cite(second))
        .also("first", model.statement(first).span)
}

pub(super) fn impossible(model: &Model, statement: StatementId) -> Diagnostic {
    Diagnostic::new(ids::CONFORM_IMPOSSIBLE, model.statement(statement).span)
        .with("statement", model.cite(statement))
}

pub(super) fn applies_to_nothing(model: &Model, statement: StatementId) -> Diagnostic {
    Diagnostic::new(ids::CONFORM_APPLIES_TO_NOTHING, model.statement(statement).span)
        .with("statement", model.cite(statement))
}

pub(super) fn demands_nothing(model: &Model, statement: StatementId) -> Diagnostic {
    Diagnostic::new(ids::CONFORM_DEMANDS_NOTHING, model.statement(statement).span)
        .with("statement", model.cite(statement))
}

pub(super) fn redundant(model: &Model, statement: StatementId, by: &[StatementId]) -> Diagnostic {
    let names: Vec<String> = by.iter().map(|&s| model.cite(s)).collect();
    let found = Diagnostic::new(ids::CONFORM_REDUNDANT, model.statement(statement).span)
        .with("statement", model.cite(statement))
        .with("by", names.join("`, `"));
    by.iter().fold(found, |found, &s| found.also("by", model.statement(s).span))
}

pub(super) fn not_monotone(
    model: &Model,
    statement: StatementId,
    field: &str,
    (lower, higher): (u32, u32),
) -> Diagnostic {
    let clause = model.statement(statement).clause;
    let name = |level| level_name(model, clause, field, level);
    Diagnostic::new(ids::CONFORM_NOT_MONOTONE, model.statement(statement).span)
        .with("statement", model.cite(statement))
        .with("field", field)
        .with("lower", name(lower))
        .with("higher", name(higher))
}

pub(super) fn level_without_text(model: &Model, clause: ClauseId, field: &str, level: u32) -> Diagnostic {
    Diagnostic::new(ids::CONFORM_LEVEL_WITHOUT_TEXT, model.clause(clause).span)
        .with("clause", model.cite_clause(clause))
        .with("field", field)
        .with("level", level_name(model, clause, field, level))
}

/// What a level of a field is called.
fn level_name(model: &Model, clause: ClauseId, field: &str, level: u32) -> String {
    let kind = model.clause(clause).subjects.as_ref().map(|s| model.kind(s.kind));
    let field = kind.and_then(|kind| kind.fields.iter().find(|f| &*f.name == field));
    match field.map(|f| f.ty.required()) {
        Some(Type::Enum(id)) => model.show_value(&kijun_model::Value::Member(*id, level)),
        _ => level.to_string(),
    }
}
