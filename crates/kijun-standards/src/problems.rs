//! Everything that can be wrong between documents: one function for each diagnostic.

use jiff::civil::Date;
use kijun_diag::{Diagnostic, Id, Span, ids};
use kijun_model::{ClauseId, EditionId, Exception, Link, Model, ParameterId, Setting, Target};

use crate::dag::Cycle;
use crate::target::{cite_edition, cite_target, edition_of};

/// A circle: every edge is labelled, every member named.
fn circle(id: Id, cycle: &Cycle, name: impl Fn(usize) -> String) -> Option<Diagnostic> {
    let (first, rest) = cycle.split_first()?;
    let way: Vec<String> = cycle.iter().chain([first]).map(|e| name(e.from)).collect();
    let found = Diagnostic::new(id, first.span).with("cycle", way.join(" → "));
    Some(rest.iter().fold(found, |found, edge| found.also("edge", edge.span)))
}

pub(crate) fn cyclic_standard(model: &Model, cycle: &Cycle) -> Option<Diagnostic> {
    circle(ids::CYCLIC_STANDARD, cycle, |n| cite_edition(model, EditionId::from_index(n)))
}

pub(crate) fn cyclic_supersession(model: &Model, cycle: &Cycle) -> Option<Diagnostic> {
    circle(ids::CYCLIC_SUPERSESSION, cycle, |n| cite_edition(model, EditionId::from_index(n)))
}

pub(crate) fn cyclic_implements(model: &Model, cycle: &Cycle) -> Option<Diagnostic> {
    circle(ids::CYCLIC_IMPLEMENTS, cycle, |n| model.cite_clause(ClauseId::from_index(n)))
}

pub(crate) fn cyclic_was(model: &Model, cycle: &Cycle) -> Option<Diagnostic> {
    circle(ids::CYCLIC_WAS, cycle, |n| model.cite_clause(ClauseId::from_index(n)))
}

/// The arguments that every diagnostic about a link between provisions has.
fn about(model: &Model, id: Id, edition: EditionId, link: Link<Target>) -> Diagnostic {
    Diagnostic::new(id, link.span)
        .with("provision", cite_target(model, link.to))
        .with("document", cite_edition(model, edition))
        .with("other", cite_edition(model, edition_of(model, link.to)))
}

pub(crate) fn implements_unrelated(model: &Model, clause: ClauseId, link: Link<Target>) -> Diagnostic {
    let edition = model.clause(clause).edition;
    about(model, ids::IMPLEMENTS_UNRELATED, edition, link).also("document", model.edition(edition).span)
}

pub(crate) fn implements_not_above(model: &Model, clause: ClauseId, link: Link<Target>) -> Diagnostic {
    about(model, ids::IMPLEMENTS_NOT_ABOVE, model.clause(clause).edition, link)
}

pub(crate) fn was_not_superseded(model: &Model, clause: ClauseId, link: Link<Target>) -> Diagnostic {
    let edition = model.clause(clause).edition;
    about(model, ids::WAS_NOT_SUPERSEDED, edition, link).also("document", model.edition(edition).span)
}

pub(crate) fn adopts_not_above(model: &Model, edition: EditionId, link: Link<Target>) -> Diagnostic {
    about(model, ids::ADOPTS_NOT_ABOVE, edition, link)
}

pub(crate) fn excludes_not_above(model: &Model, edition: EditionId, link: Link<Target>) -> Diagnostic {
    about(model, ids::EXCLUDES_NOT_ABOVE, edition, link)
}

pub(crate) fn supersedes_later(model: &Model, edition: EditionId, link: Link<EditionId>) -> Diagnostic {
    Diagnostic::new(ids::SUPERSEDES_LATER, link.span)
        .with("document", cite_edition(model, edition))
        .with("other", cite_edition(model, link.to))
        .also("later", model.edition(link.to).span)
}

pub(crate) fn overlapping_editions(
    model: &Model,
    first: EditionId,
    second: EditionId,
    on: Date,
) -> Diagnostic {
    Diagnostic::new(ids::OVERLAPPING_EDITIONS, model.edition(second).span)
        .with("document", cite_edition(model, second))
        .with("other", cite_edition(model, first))
        .with("date", on.to_string())
        .also("first", model.edition(first).span)
}

pub(crate) fn reversed_period(span: Span, from: Date, until: Date) -> Diagnostic {
    Diagnostic::new(ids::REVERSED_PERIOD, span)
        .with("from", from.to_string())
        .with("until", until.to_string())
}

pub(crate) fn exception_elsewhere(model: &Model, exception: &Exception) -> Option<Diagnostic> {
    let subjects = exception.subjects.as_ref()?;
    let to: Vec<String> = exception.to.iter().map(|link| cite_target(model, link.to)).collect();
    let found = Diagnostic::new(ids::EXCEPTION_ELSEWHERE, subjects.span)
        .with("exception", exception.id.to_string())
        .with("kind", model.kind(subjects.kind).name.to_string())
        .with("to", to.join(", "));
    Some(exception.to.iter().take(1).fold(found, |found, link| found.also("names", link.span)))
}

/// The arguments that every diagnostic about a stale citation has.
fn citation(model: &Model, id: Id, edition: EditionId, link: Link<EditionId>, date: Date) -> Diagnostic {
    Diagnostic::new(id, link.span)
        .with("document", cite_edition(model, edition))
        .with("cited", cite_edition(model, link.to))
        .with("date", date.to_string())
}

pub(crate) fn citation_superseded(
    model: &Model,
    (edition, link): (EditionId, Link<EditionId>),
    date: Date,
    (by, since): (EditionId, Date),
) -> Diagnostic {
    citation(model, ids::CITATION_SUPERSEDED, edition, link, date)
        .with("by", cite_edition(model, by))
        .with("since", since.to_string())
        .also("successor", model.edition(by).span)
}

pub(crate) fn citation_not_yet_in_force(
    model: &Model,
    (edition, link): (EditionId, Link<EditionId>),
    date: Date,
    from: Date,
) -> Diagnostic {
    citation(model, ids::CITATION_NOT_YET_IN_FORCE, edition, link, date).with("from", from.to_string())
}

pub(crate) fn citation_lapsed(
    model: &Model,
    (edition, link): (EditionId, Link<EditionId>),
    date: Date,
    until: Date,
) -> Diagnostic {
    citation(model, ids::CITATION_LAPSED, edition, link, date).with("until", until.to_string())
}

pub(crate) fn none_in_force(name: &str, date: Date) -> Diagnostic {
    Diagnostic::nowhere(ids::NONE_IN_FORCE).with("name", name).with("date", date.to_string())
}

pub(crate) fn settings_differ(model: &Model, first: &Setting, second: &Setting) -> Diagnostic {
    Diagnostic::new(ids::SETTINGS_DIFFER, second.span)
        .with("parameter", &*model.parameter(second.parameter).name)
        .also("first", first.span)
}

pub(crate) fn setting_out_of_range(model: &Model, setting: &Setting) -> Diagnostic {
    let parameter = model.parameter(setting.parameter);
    Diagnostic::new(ids::SETTING_OUT_OF_RANGE, setting.span)
        .with("parameter", &*parameter.name)
        .also("declared", parameter.span)
}

pub(crate) fn parameter_unset(model: &Model, id: ParameterId, used: Span) -> Diagnostic {
    let parameter = model.parameter(id);
    Diagnostic::new(ids::PARAMETER_UNSET, parameter.span)
        .with("parameter", &*parameter.name)
        .with("standard", parameter.edition.map_or("STANDARD", |e| &*model.edition(e).name))
        .also("used", used)
}
