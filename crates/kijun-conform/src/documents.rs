//! What documents have to answer for themselves: choices, citations, terms, whether what binds can be kept, levels.

use kijun_model::{ClauseId, EditionId, Model, StatementId};
use kijun_standards::{EffectiveSet, Standards};

use crate::{Check, Objection, Scope, Solver, consistency, currency, monotone, parameters, terms};

/// What there is to object to in the lower documents of the scope; without one, in all.
pub(crate) fn check(
    solver: &Solver<'_>,
    standards: &Standards,
    effective: &EffectiveSet,
    scope: &Scope,
) -> Vec<Objection> {
    type Look = fn(&Solver<'_>, &Standards, &EffectiveSet) -> Vec<Objection>;
    let checks: [(Check, Look); 5] = [
        (Check::Parameters, parameters::check),
        (Check::Currency, currency::check),
        (Check::Terms, terms::check),
        (Check::Consistency, consistency::check),
        (Check::Levels, monotone::check),
    ];
    let wanted = |check: Check| scope.own.as_ref().is_none_or(|own| own.contains(&check));
    let looks = checks.into_iter().filter(|(check, _)| wanted(*check));
    let mut found: Vec<Objection> = looks.flat_map(|(_, look)| look(solver, standards, effective)).collect();
    if let Some(from) = &scope.from {
        found.retain(|objection| from.iter().any(|&e| objection.concerns(solver.model, e)));
    }
    found
}

impl Objection {
    /// Whether a document has to answer for it.
    fn concerns(&self, model: &Model, document: EditionId) -> bool {
        let of_clause = |clause: ClauseId| model.clause(clause).edition == document;
        let of = |statement: StatementId| of_clause(model.statement(statement).clause);
        match self {
            Objection::ParameterUnset { documents, .. } | Objection::Uncovered { documents, .. } => {
                documents.contains(&document)
            }
            Objection::ParameterOutOfRange { setting } => model.settings[*setting].edition == Some(document),
            Objection::StaleProvision { document: citing, .. } => *citing == document,
            Objection::RedefinedTerm { lower, .. } => model.terms[*lower].edition == Some(document),
            Objection::Contradiction { first, second, .. } => of(*first) || of(*second),
            Objection::Impossible { statement }
            | Objection::Vacuous { statement, .. }
            | Objection::Redundant { statement, .. }
            | Objection::NotMonotone { statement, .. } => of(*statement),
            Objection::LevelWithoutText { clause, .. } => of_clause(*clause),
            _ => true,
        }
    }
}
