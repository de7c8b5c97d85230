//! Which value each parameter has: the choice of the lowest document in force.

use std::collections::{BTreeMap, BTreeSet};

use kijun_diag::{Diagnostics, Span};
use kijun_model::{Constraint, EditionId, Model, Parameter, ParameterId, Setting, Value};

use crate::effective::EffectiveStatement;
use crate::uses::Uses;
use crate::{Standards, problems};

/// The value of each parameter that a document in force sets, and what is wrong with the choices.
///
/// A choice that stands in no document is the project's own, below every document.
///
/// What lies between two documents is not told here but where documents are compared: a choice that the document above does
/// not allow, and one that documents below have not made.
pub(crate) fn values(
    standards: &Standards,
    model: &Model,
    (editions, statements): (&[EditionId], &[EffectiveStatement]),
    found: &mut Diagnostics,
) -> BTreeMap<ParameterId, Value> {
    let binding: BTreeSet<EditionId> = editions.iter().copied().collect();
    let mut choices: BTreeMap<ParameterId, Vec<&Setting>> = BTreeMap::new();
    for setting in model.settings.iter().filter(|s| s.edition.is_none_or(|e| binding.contains(&e))) {
        let parameter = model.parameter(setting.parameter);
        let below = |higher| setting.edition.is_some_and(|e| !standards.held_to(higher, &[e]).is_empty());
        if !allows(parameter, &setting.value) && !parameter.edition.is_some_and(below) {
            found.push(problems::setting_out_of_range(model, setting));
        }
        choices.entry(setting.parameter).or_default().push(setting);
    }
    let mut values = BTreeMap::new();
    let mut chosen = BTreeSet::new();
    for (parameter, settings) in choices {
        chosen.insert(parameter);
        let lowest = lowest(standards, model, &settings, found);
        // A choice that the higher document does not allow is none: what needs the value is unknown.
        if let Some(lowest) = lowest.filter(|s| allows(model.parameter(parameter), &s.value)) {
            values.insert(parameter, lowest.value.clone());
        }
    }
    let left = |e: EditionId| editions.contains(&e) && !standards.held_to(e, editions).is_empty();
    let left_to_others = |p: &ParameterId| model.parameter(*p).edition.is_some_and(left);
    let used = used(model, &binding, statements);
    for (parameter, at) in used.into_iter().filter(|(p, _)| !chosen.contains(p) && !left_to_others(p)) {
        found.push(problems::parameter_unset(model, parameter, at));
    }
    values
}

/// The choice of the lowest document. Where two of the same level differ, the first stands and it is told.
fn lowest<'m>(
    standards: &Standards,
    model: &Model,
    settings: &[&'m Setting],
    found: &mut Diagnostics,
) -> Option<&'m Setting> {
    let level = |s: &Setting| s.edition.map_or(usize::MAX, |e| standards.rank(e));
    let lowest = settings.iter().map(|s| level(s)).max()?;
    let mut last = settings.iter().copied().filter(|s| level(s) == lowest);
    let first = last.next()?;
    for other in last.filter(|s| !s.value.same(&first.value)) {
        found.push(problems::settings_differ(model, first, other));
    }
    Some(first)
}

/// Whether a value keeps within the range that a parameter allows.
#[must_use]
pub fn allows(parameter: &Parameter, value: &Value) -> bool {
    parameter.constraints.iter().all(|constraint| match constraint {
        Constraint::In(values) => values.iter().any(|v| v.same(value)),
        // A value of another sort has had its diagnostic when types were checked.
        Constraint::Compare(comparison, bound) => {
            value.order(bound).is_none_or(|order| comparison.holds(order))
        }
    })
}

/// The parameters that something in force uses, and where first.
fn used(
    model: &Model,
    binding: &BTreeSet<EditionId>,
    statements: &[EffectiveStatement],
) -> BTreeMap<ParameterId, Span> {
    let mut uses = Uses::new(model);
    for statement in statements {
        uses.statement(statement.statement);
    }
    for measure in model.measures.iter().filter(|m| m.edition.is_none_or(|e| binding.contains(&e))) {
        uses.measure(measure);
    }
    uses.parameters()
}
