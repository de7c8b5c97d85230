//! All checks of documents, put in order.

use kijun_standards::{EffectiveSet, Standards};

use crate::links::Links;
use crate::{Conformance, Objection, Scope, Solver, documents, duties, orphans, permissions, rows};

/// A check of documents against those above them, in the order in which they are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Check {
    /// Something below puts it into effect.
    Coverage,
    /// All its subjects are bound below.
    Scope,
    /// What satisfies what is below satisfies it.
    Strength,
    /// What is demanded is not recommended below, what is forbidden is not permitted.
    Modality,
    /// The same role or a higher one is responsible.
    Responsibility,
    /// What is left to the documents below is set, within its range.
    Parameters,
    /// What is cited is in force.
    Currency,
    /// Terms mean what they mean above.
    Terms,
    /// What binds can be kept, and says something.
    Consistency,
    /// A higher level never demands less.
    Levels,
}

impl Objection {
    /// The check that it comes from.
    #[must_use]
    pub fn check(&self) -> Check {
        match self {
            Objection::Uncovered { .. } | Objection::Undeclared { .. } => Check::Coverage,
            Objection::Unbound { .. } => Check::Scope,
            Objection::Weaker { .. } | Objection::Undecided { .. } | Objection::OlderEvidence { .. } => {
                Check::Strength
            }
            Objection::WeakerForce { .. }
            | Objection::PermitsForbidden { .. }
            | Objection::LaxerExceptions { .. } => Check::Modality,
            Objection::LowerRole { .. } => Check::Responsibility,
            Objection::ParameterUnset { .. } | Objection::ParameterOutOfRange { .. } => Check::Parameters,
            Objection::StaleProvision { .. } => Check::Currency,
            Objection::RedefinedTerm { .. } => Check::Terms,
            Objection::Contradiction { .. }
            | Objection::Impossible { .. }
            | Objection::Vacuous { .. }
            | Objection::Redundant { .. } => Check::Consistency,
            Objection::NotMonotone { .. } | Objection::LevelWithoutText { .. } => Check::Levels,
        }
    }
}

/// Holds the documents in force against those above them.
#[must_use]
pub fn conformance(
    solver: &Solver<'_>,
    standards: &Standards,
    effective: &EffectiveSet,
    scope: &Scope,
) -> Conformance {
    let links = Links::new(solver.model, standards, effective, scope);
    let rows = rows::rows(solver, &links);
    let mut objections = rows::objections(&links, &rows);
    objections.extend(permissions::check(solver, standards, &links));
    objections.extend(duties::check(&links));
    objections.extend(documents::check(solver, standards, effective, scope));
    objections.sort_by_key(Objection::check);
    Conformance { rows, orphans: orphans::orphans(standards, &links), objections }
}
