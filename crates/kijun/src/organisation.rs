//! Who answers: units and roles for the record, the unit of a subject, and the unit of a role that one unit holds alone.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use kijun_evidence::{Held, Known};
use kijun_findings::{Finding, RoleRecord, UnitRecord};
use kijun_model::{Content, Model, Role, RoleId, Subject, Value};

use crate::context::Context;
use crate::words::Words;

/// The unit that answers for a subject: a unit for itself, any other subject's by the manifest's field.
pub(crate) fn unit(cx: &Context<'_>, subject: &Subject) -> Option<Arc<str>> {
    let model = &cx.loaded.model;
    let units = cx.loaded.plan.as_ref().and_then(|plan| plan.organised.units);
    if units.is_some_and(|units| model.is_a(subject.kind, units.kind)) {
        return Some(Arc::clone(&subject.key));
    }
    let fields = &model.kind(subject.kind).fields;
    let field = fields.iter().position(|f| *f.name == *cx.unit_field)?;
    match &subject.cells.get(field)?.content {
        Content::Value(Value::Text(unit)) => Some(Arc::clone(unit)),
        Content::Value(value) => Some(model.show_value(value).into()),
        _ => None,
    }
}

/// The units that hold each role, as far as one is concerned: where there are several, none answers alone.
#[derive(Debug, Default)]
pub(crate) struct Seats(BTreeMap<Arc<str>, Option<Arc<str>>>);

impl Seats {
    /// Notes that somebody of a unit, if of any, holds roles.
    pub(crate) fn add(&mut self, model: &Model, held: &[Held], unit: Option<Arc<str>>) {
        for held in held {
            let seat = self.0.entry(Arc::clone(&model.role(held.role).name)).or_insert_with(|| unit.clone());
            if *seat != unit {
                *seat = None;
            }
        }
    }

    /// Gives a finding that is about no subject to the unit of its role, where all who hold the role belong to one.
    pub(crate) fn route(&self, finding: &mut Finding) {
        if let (None, None, Some(role)) = (&finding.subject, &finding.unit, &finding.role) {
            finding.unit = self.0.get(role.name.as_str()).cloned().flatten().map(|unit| unit.to_string());
        }
    }
}

/// The units, each before those below it.
pub(crate) fn units(known: &Known, words: &Words) -> Vec<UnitRecord> {
    let record = |unit: &kijun_evidence::Unit| UnitRecord {
        id: unit.key.to_string(),
        title: words.titles(&unit.titles, &unit.key),
        parent: unit.parent.as_ref().map(ToString::to_string),
    };
    known.units.iter().map(record).collect()
}

/// The roles, higher ones first, then by name. A role that several documents declare is told once.
pub(crate) fn roles(model: &Model, known: &Known, words: &Words) -> Vec<RoleRecord> {
    let mut ids: Vec<RoleId> = (0..model.roles.len()).map(RoleId::from_index).collect();
    ids.sort_by_key(|&id| (model.rank(id), Arc::clone(&model.role(id).name), id));
    let mut seen = BTreeSet::new();
    ids.retain(|&id| seen.insert(Arc::clone(&model.role(id).name)));
    ids.into_iter().map(|id| role(model, known, words, model.role(id))).collect()
}

fn role(model: &Model, known: &Known, words: &Words, role: &Role) -> RoleRecord {
    let name = |id: RoleId| model.role(id).name.to_string();
    let others: BTreeSet<String> = role.incompatible_with.iter().map(|link| name(link.to)).collect();
    let of_name = known.holders.iter().filter(|(id, _)| model.role(**id).name == role.name);
    let holders: BTreeSet<&str> = of_name.flat_map(|(_, keys)| keys).map(|key| &**key).collect();
    RoleRecord {
        name: role.name.to_string(),
        title: words.titles(&role.titles, &role.name),
        reports_to: role.reports_to.map(name),
        incompatible_with: others.into_iter().collect(),
        held_by: holders.into_iter().map(str::to_owned).collect(),
    }
}
