//! Parameters that documents leave to those below them: whether these set them, and within the range allowed.
//!
//! A choice is told once. What a document below chooses or fails to choose is a matter between two documents, and an objection
//! here, with the document that answers for it. A parameter that something in force uses and that no document stands below to
//! set, and a choice outside the range by the project or by the very document that gives the range, is a slip in a text: those
//! are diagnostics of `kijun-standards`, `graph/parameter-unset` and `graph/setting-out-of-range`.

use kijun_model::{EditionId, Model, ParameterId, Setting};
use kijun_standards::{EffectiveSet, Standards, allows};

use crate::{Objection, Solver};

/// Parameters that nobody sets, then choices out of range, in the order of the model.
pub(crate) fn check(solver: &Solver<'_>, standards: &Standards, set: &EffectiveSet) -> Vec<Objection> {
    let model = solver.model;
    let parameters = (0..model.parameters.len()).map(ParameterId::from_index);
    let unset = parameters.filter_map(|parameter| {
        let documents = standards.held_to(model.parameter(parameter).edition?, &set.editions);
        let declared = model.parameter(parameter).edition.is_some_and(|e| set.editions.contains(&e));
        let open = declared && !documents.is_empty() && !is_set(model, set, parameter);
        open.then_some(Objection::ParameterUnset { parameter, documents })
    });
    let settings = model.settings.iter().enumerate();
    let astray = settings.filter(|(_, setting)| out_of_range(model, standards, set, setting));
    unset.chain(astray.map(|(setting, _)| Objection::ParameterOutOfRange { setting })).collect()
}

/// Whether somebody in force has chosen a value, be it a good one.
fn is_set(model: &Model, set: &EffectiveSet, parameter: ParameterId) -> bool {
    let in_force = |edition: Option<EditionId>| edition.is_none_or(|e| set.editions.contains(&e));
    model.settings.iter().any(|s| s.parameter == parameter && in_force(s.edition))
}

/// Whether a document in force chooses a value that a document in force above it does not allow.
fn out_of_range(model: &Model, standards: &Standards, set: &EffectiveSet, setting: &Setting) -> bool {
    let parameter = model.parameter(setting.parameter);
    let (Some(above), Some(below)) = (parameter.edition, setting.edition) else { return false };
    set.editions.contains(&below)
        && !standards.held_to(above, &[below]).is_empty()
        && !allows(parameter, &setting.value)
}
