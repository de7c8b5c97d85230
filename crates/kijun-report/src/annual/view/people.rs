//! Units and roles, and the titles by which everything else names them.

use std::collections::BTreeMap;

use kijun_findings::RunRecord;
use serde::Serialize;

use crate::annual::words::Words;

/// What units and roles are called.
pub(crate) struct Titles {
    units: BTreeMap<String, String>,
    roles: BTreeMap<String, String>,
}

impl Titles {
    pub(super) fn of(record: &RunRecord, words: &Words) -> Titles {
        let units = record.units.iter().map(|unit| (unit.id.clone(), words.pick(&unit.title)));
        let of_findings = record.findings.iter().filter_map(|f| f.role.as_ref());
        let roles = of_findings.map(|role| (role.name.clone(), words.pick(&role.title)));
        let roles = roles.chain(record.roles.iter().map(|role| (role.name.clone(), words.pick(&role.title))));
        Titles { units: units.collect(), roles: roles.collect() }
    }

    /// A unit's title; the key of a unit that the record does not know.
    pub(super) fn unit(&self, id: &str) -> String {
        self.units.get(id).cloned().unwrap_or_else(|| id.to_owned())
    }

    pub(super) fn role(&self, name: &str) -> String {
        self.roles.get(name).cloned().unwrap_or_else(|| name.to_owned())
    }
}

/// A unit and how far down it stands.
#[derive(Debug, Serialize)]
pub(crate) struct UnitView {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) parent: Option<String>,
    pub(crate) depth: usize,
}

pub(super) fn units(record: &RunRecord, words: &Words) -> Vec<UnitView> {
    let mut depths: BTreeMap<&str, usize> = BTreeMap::new();
    let view = |unit: &'_ kijun_findings::UnitRecord, depth| UnitView {
        id: unit.id.clone(),
        title: words.pick(&unit.title),
        parent: unit.parent.clone(),
        depth,
    };
    let mut views = Vec::new();
    for unit in &record.units {
        let depth = unit.parent.as_deref().and_then(|p| depths.get(p)).map_or(0, |above| above + 1);
        depths.insert(&unit.id, depth);
        views.push(view(unit, depth));
    }
    views
}

/// A role and whom it reports to.
#[derive(Debug, Serialize)]
pub(crate) struct RoleView {
    pub(crate) name: String,
    pub(crate) title: String,
    pub(crate) reports_to: Option<String>,
    pub(crate) reports_to_title: Option<String>,
    pub(crate) incompatible_with: Vec<String>,
    pub(crate) held_by: Vec<String>,
}

pub(super) fn roles(record: &RunRecord, words: &Words) -> Vec<RoleView> {
    let titles = Titles::of(record, words);
    let view = |role: &kijun_findings::RoleRecord| RoleView {
        name: role.name.clone(),
        title: words.pick(&role.title),
        reports_to: role.reports_to.clone(),
        reports_to_title: role.reports_to.as_deref().map(|name| titles.role(name)),
        incompatible_with: role.incompatible_with.iter().map(|name| titles.role(name)).collect(),
        held_by: role.held_by.clone(),
    };
    record.roles.iter().map(view).collect()
}
