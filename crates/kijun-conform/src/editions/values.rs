//! Values of parameters while editions are compared. An edition that declares a parameter anew leaves the same choice to the documents
//! below: it is compared with one value in both, so that what is chosen below moves nothing.

use std::collections::BTreeMap;

use kijun_model::{Constraint, EditionId, Model, Parameter, ParameterId, Value};

use crate::Solver;

/// The values that are set, and one value for all parameters of a name and a type in the editions compared.
pub(super) fn shared(
    solver: &Solver<'_>,
    old: &[EditionId],
    new: &[EditionId],
) -> BTreeMap<ParameterId, Value> {
    let model = solver.model;
    let mut values = solver.parameters.clone();
    let within = |id: &ParameterId| {
        model.parameter(*id).edition.is_some_and(|edition| old.contains(&edition) || new.contains(&edition))
    };
    let all: Vec<ParameterId> =
        (0..model.parameters.len()).map(ParameterId::from_index).filter(within).collect();
    for &id in &all {
        let alike = || all.iter().copied().filter(|&other| is_alike(model, id, other));
        // The latest that is set; where none is, the bound that every edition gives.
        let set = alike().filter_map(|other| solver.parameters.get(&other)).next_back();
        let bound = || alike().find_map(|other| bound(model.parameter(other)));
        if let Some(value) = set.cloned().or_else(bound) {
            values.insert(id, value);
        }
    }
    values
}

fn is_alike(model: &Model, one: ParameterId, other: ParameterId) -> bool {
    let [one, other] = [one, other].map(|id| model.parameter(id));
    one.name == other.name && one.ty == other.ty
}

fn bound(parameter: &Parameter) -> Option<Value> {
    match parameter.constraints.first()? {
        Constraint::Compare(_, value) => Some(value.clone()),
        Constraint::In(values) => values.first().cloned(),
    }
}
