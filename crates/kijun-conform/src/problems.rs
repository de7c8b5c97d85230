//! Objections in the form of diagnostics: one function for each, and one way to them.

mod documents;

use kijun_diag::{Arg, Diagnostic, Id, Span, ids};
use kijun_model::{ClauseId, EditionId, Model, RoleId, StatementId};
use kijun_standards::cite_edition;

use crate::{Dimension, Fate, Gap, Objection, Why};

impl Objection {
    /// The diagnostic that tells it. It points at the lower document where there is a place to point at, and names the higher one
    /// beside it.
    #[must_use]
    pub fn diagnostic(&self, model: &Model) -> Diagnostic {
        match self {
            Objection::Uncovered { higher, documents } => uncovered(model, *higher, documents),
            Objection::Undeclared { higher, clauses } => undeclared(model, *higher, clauses),
            Objection::Unbound { higher, clauses, .. } => unbound(model, *higher, clauses),
            Objection::Weaker { higher, gap, incomparable: false } => weaker(model, *higher, gap),
            Objection::Weaker { higher, gap, incomparable: true } => incomparable(model, *higher, gap),
            Objection::Undecided { higher, clauses, why } => undecided(model, *higher, clauses, *why),
            Objection::WeakerForce { higher, lower } => weaker_force(model, *higher, lower),
            Objection::PermitsForbidden { permission, forbidden, .. } => {
                permits_forbidden(model, *permission, *forbidden)
            }
            Objection::LowerRole { higher, lower, needed, role } => {
                lower_role(model, (*higher, *lower), *needed, *role)
            }
            Objection::LaxerExceptions { higher, lower } => laxer_exceptions(model, *higher, *lower),
            Objection::OlderEvidence { higher, lower } => older_evidence(model, *higher, *lower),
            Objection::ParameterUnset { parameter, documents } => {
                documents::parameter_unset(model, *parameter, documents)
            }
            Objection::ParameterOutOfRange { setting } => documents::parameter_out_of_range(model, *setting),
            Objection::StaleProvision { span, cited, fate, .. } => stale(model, (*span, *cited), fate),
            Objection::RedefinedTerm { lower, higher, case: Some(_) } => {
                documents::redefined_term(model, *lower, *higher)
            }
            Objection::RedefinedTerm { lower, higher, case: None } => {
                documents::unclear_term(model, *lower, *higher)
            }
            Objection::Contradiction { first, second, .. } => {
                documents::contradiction(model, *first, *second)
            }
            Objection::Impossible { statement } => documents::impossible(model, *statement),
            Objection::Vacuous { statement, applies: false } => {
                documents::applies_to_nothing(model, *statement)
            }
            Objection::Vacuous { statement, applies: true } => documents::demands_nothing(model, *statement),
            Objection::Redundant { statement, by } => documents::redundant(model, *statement, by),
            Objection::NotMonotone { statement, field, levels, .. } => {
                documents::not_monotone(model, *statement, field, *levels)
            }
            Objection::LevelWithoutText { clause, field, level } => {
                documents::level_without_text(model, *clause, field, *level)
            }
        }
    }
}

fn stale(model: &Model, cited: documents::Cited, fate: &Fate) -> Diagnostic {
    match fate {
        Fate::Same(now) => documents::provision_moved(model, cited, now),
        Fate::Changed(now, dimensions) => documents::provision_changed(model, cited, now, dimensions),
        Fate::Vanished => documents::provision_vanished(model, cited),
    }
}

fn uncovered(model: &Model, higher: StatementId, documents: &[EditionId]) -> Diagnostic {
    let names: Vec<String> = documents.iter().map(|&d| cite_edition(model, d)).collect();
    let found = Diagnostic::new(ids::CONFORM_UNCOVERED, model.statement(higher).span)
        .with("higher", model.cite(higher))
        .with("documents", names.join("`, `"));
    documents.iter().fold(found, |found, &d| found.also("document", model.edition(d).span))
}

fn undeclared(model: &Model, higher: StatementId, clauses: &[ClauseId]) -> Diagnostic {
    against(model, ids::CONFORM_UNDECLARED, &of_clauses(model, clauses), higher)
}

fn unbound(model: &Model, higher: StatementId, clauses: &[ClauseId]) -> Diagnostic {
    against(model, ids::CONFORM_UNBOUND, &of_clauses(model, clauses), higher)
}

fn weaker(model: &Model, higher: StatementId, gap: &Gap) -> Diagnostic {
    against(model, ids::CONFORM_WEAKER, &of_statements(model, &gap.lower), higher)
        .with("dimension", Arg::Word(dimension(gap.dimension)))
}

fn incomparable(model: &Model, higher: StatementId, gap: &Gap) -> Diagnostic {
    against(model, ids::CONFORM_INCOMPARABLE, &of_statements(model, &gap.lower), higher)
        .with("dimension", Arg::Word(dimension(gap.dimension)))
}

fn undecided(model: &Model, higher: StatementId, clauses: &[ClauseId], why: Why) -> Diagnostic {
    let (why, part) = match why {
        Why::Effort => ("undecided-effort", None),
        Why::Fragment { span } => ("undecided-fragment", Some(span)),
        Why::Calendar { span } => ("undecided-calendar", Some(span)),
        Why::Attested { span } => ("undecided-attested", Some(span)),
    };
    let found = against(model, ids::CONFORM_UNDECIDED, &of_clauses(model, clauses), higher)
        .with("why", Arg::Word(why));
    part.into_iter().fold(found, |found, span| found.also("part", span))
}

fn weaker_force(model: &Model, higher: StatementId, lower: &[StatementId]) -> Diagnostic {
    against(model, ids::CONFORM_WEAKER_FORCE, &of_statements(model, lower), higher)
}

fn permits_forbidden(model: &Model, permission: StatementId, forbidden: StatementId) -> Diagnostic {
    against(model, ids::CONFORM_PERMITS_FORBIDDEN, &of_statements(model, &[permission]), forbidden)
}

fn lower_role(
    model: &Model,
    (higher, lower): (ClauseId, ClauseId),
    needed: RoleId,
    role: RoleId,
) -> Diagnostic {
    let name = |role: RoleId| Arg::Text(format!("`{}`", model.role(role).name));
    between(model, ids::CONFORM_LOWER_ROLE, higher, lower)
        .with("needed", name(needed))
        .with("role", name(role))
}

fn laxer_exceptions(model: &Model, higher: ClauseId, lower: ClauseId) -> Diagnostic {
    between(model, ids::CONFORM_LAXER_EXCEPTIONS, higher, lower)
}

fn older_evidence(model: &Model, higher: ClauseId, lower: ClauseId) -> Diagnostic {
    between(model, ids::CONFORM_OLDER_EVIDENCE, higher, lower)
}

fn dimension(dimension: Dimension) -> &'static str {
    match dimension {
        Dimension::Force => "dimension-force",
        Dimension::Scope => "dimension-scope",
        Dimension::Strength => "dimension-strength",
        Dimension::Timeframe => "dimension-timeframe",
        Dimension::Responsibility => "dimension-responsibility",
    }
}

/// Provisions by name and place.
type Places = Vec<(String, Span)>;

fn of_clauses(model: &Model, clauses: &[ClauseId]) -> Places {
    clauses.iter().map(|&c| (model.cite_clause(c), model.clause(c).span)).collect()
}

fn of_statements(model: &Model, statements: &[StatementId]) -> Places {
    statements.iter().map(|&s| (model.cite(s), model.statement(s).span)).collect()
}

/// A diagnostic about lower provisions, at the first of them, and a higher statement.
fn against(model: &Model, id: Id, lower: &Places, higher: StatementId) -> Diagnostic {
    let above = model.statement(higher).span;
    let names: Vec<&str> = lower.iter().map(|(name, _)| name.as_str()).collect();
    let found = Diagnostic::new(id, lower.first().map_or(above, |(_, span)| *span))
        .with("lower", names.join("`, `"))
        .with("higher", model.cite(higher))
        .also("higher", above);
    lower.iter().skip(1).fold(found, |found, (_, span)| found.also("beside", *span))
}

/// A diagnostic about a lower clause and a higher one.
fn between(model: &Model, id: Id, higher: ClauseId, lower: ClauseId) -> Diagnostic {
    Diagnostic::new(id, model.clause(lower).span)
        .with("lower", model.cite_clause(lower))
        .with("higher", model.cite_clause(higher))
        .also("higher", model.clause(higher).span)
}
