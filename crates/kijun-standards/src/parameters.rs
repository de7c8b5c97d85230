//! Which value each parameter has: the choice of the lowest document in force.

use std::collections::{BTreeMap, BTreeSet};

use kijun_diag::{Diagnostics, Span};
use kijun_model::{Constraint, EditionId, Model, ParameterId, Setting, Value};

use crate::effective::EffectiveStatement;
use crate::uses::Uses;
use crate::{Standards, problems};

/// The value of each parameter that a document in force sets, and what is wrong with the choices.
///
/// A choice that stands in no document is the project's own, below every document.
pub(crate) fn values(
    standards: &Standards,
    model: &Model,
    (editions, statements): (&[EditionId], &[EffectiveStatement]),
    found: &mut Diagnostics,
) -> BTreeMap<ParameterId, Value> {
    let binding: BTreeSet<EditionId> = editions.iter().copied().collect();
    let mut choices: BTreeMap<ParameterId, Vec<&Setting>> = BTreeMap::new();
    for setting in model.settings.iter().filter(|s| s.edition.is_none_or(|e| binding.contains(&e))) {
        if !fits(&setting.value, &model.parameter(setting.parameter).constraints) {
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
        if let Some(lowest) = lowest.filter(|s| fits(&s.value, &model.parameter(parameter).constraints)) {
            values.insert(parameter, lowest.value.clone());
        }
    }
    unset(model, &binding, statements, &chosen, found);
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

/// Whether a value keeps within all constraints.
fn fits(value: &Value, constraints: &[Constraint]) -> bool {
    constraints.iter().all(|constraint| match constraint {
        Constraint::In(values) => values.iter().any(|v| v.same(value)),
        // A value of another sort has had its diagnostic when types were checked.
        Constraint::Compare(comparison, bound) => {
            value.order(bound).is_none_or(|order| comparison.holds(order))
        }
    })
}

/// Tells parameters that something in force uses and nobody has set.
fn unset(
    model: &Model,
    binding: &BTreeSet<EditionId>,
    statements: &[EffectiveStatement],
    chosen: &BTreeSet<ParameterId>,
    found: &mut Diagnostics,
) {
    let mut uses = Uses::new(model);
    for statement in statements {
        uses.statement(statement.statement);
    }
    for measure in model.measures.iter().filter(|m| m.edition.is_none_or(|e| binding.contains(&e))) {
        uses.measure(measure);
    }
    let used: BTreeMap<ParameterId, Span> = uses.parameters();
    for (parameter, at) in used {
        if !chosen.contains(&parameter) {
            found.push(problems::parameter_unset(model, parameter, at));
        }
    }
}
