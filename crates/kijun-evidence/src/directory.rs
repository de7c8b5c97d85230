//! Who is who: the units and the holders of roles, noted as subjects pass by. Nothing else of a subject is kept.

mod units;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use kijun_diag::{Diagnostics, Place};
use kijun_model::{Cell, Content, Model, RoleId, Subject, Titles, Value};

use crate::decode::shown;
use crate::plan::{Organised, PeopleFields};
use crate::report::Reports;
use crate::wrong;

use units::Units;

/// The units and the holders of roles, as far as subjects have been looked at.
#[derive(Debug)]
pub struct Directory<'m> {
    model: &'m Model,
    organised: Organised,
    /// Roles by name and by title; one spelling may mean roles of several documents.
    known: HashMap<Arc<str>, Vec<RoleId>>,
    units: Units,
    holders: BTreeMap<RoleId, BTreeSet<Arc<str>>>,
    /// What stands in the place of a role and names none, with the field and the place of the first.
    strangers: BTreeMap<Arc<str>, (usize, Place)>,
}

/// A role that somebody holds, and where that is written.
#[derive(Clone, Debug)]
pub struct Held {
    /// The role.
    pub role: RoleId,
    /// The path in the person: `post`, `posts[2]`.
    pub path: String,
    /// The value that names it.
    pub value: Value,
    /// Where it stands.
    pub place: Place,
}

/// The organisation, once all subjects have been looked at.
#[derive(Debug, Default)]
pub struct Known {
    /// Each unit before those below it.
    pub units: Vec<Unit>,
    /// Who holds which role, by key.
    pub holders: BTreeMap<RoleId, BTreeSet<Arc<str>>>,
}

/// A unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// Its key.
    pub key: Arc<str>,
    /// What it is called.
    pub titles: Titles,
    /// The unit above it.
    pub parent: Option<Arc<str>>,
}

impl<'m> Directory<'m> {
    /// A directory without entries.
    #[must_use]
    pub fn new(model: &'m Model, organised: &Organised) -> Directory<'m> {
        let mut known: HashMap<Arc<str>, Vec<RoleId>> = HashMap::new();
        for (i, role) in model.roles.iter().enumerate() {
            let spellings: BTreeSet<&Arc<str>> =
                std::iter::once(&role.name).chain(role.titles.all()).collect();
            for spelling in spellings {
                known.entry(Arc::clone(spelling)).or_default().push(RoleId::from_index(i));
            }
        }
        Directory {
            model,
            organised: organised.clone(),
            known,
            units: Units::default(),
            holders: BTreeMap::new(),
            strangers: BTreeMap::new(),
        }
    }

    /// Notes a unit or a person; the roles that this person holds, in the order of the manifest's fields.
    pub fn look(&mut self, subject: &Subject) -> Vec<Held> {
        if let Some(fields) = self.organised.units.filter(|units| self.model.is_a(subject.kind, units.kind)) {
            self.units.add(self.model, fields, subject);
        }
        let people = self.organised.people.clone();
        match people.filter(|people| self.model.is_a(subject.kind, people.kind)) {
            Some(people) => self.person(&people, subject),
            None => Vec::new(),
        }
    }

    fn person(&mut self, people: &PeopleFields, subject: &Subject) -> Vec<Held> {
        let kind = self.model.kind(subject.kind);
        let mut held = Vec::new();
        for &field in &people.roles {
            let Some(cell) = subject.cells.get(field) else { continue };
            let name = &kind.fields[field].name;
            match &cell.content {
                Content::List(items) => {
                    let named =
                        items.iter().enumerate().map(|(i, item)| (format!("{name}[{}]", i + 1), item));
                    named.for_each(|(path, item)| self.value(field, path, item, &mut held));
                }
                _ => self.value(field, name.to_string(), cell, &mut held),
            }
        }
        for role in held.iter().map(|held| held.role) {
            self.holders.entry(role).or_default().insert(Arc::clone(&subject.key));
        }
        held
    }

    fn value(&mut self, field: usize, path: String, cell: &Cell, held: &mut Vec<Held>) {
        let Content::Value(value) = &cell.content else { return };
        let roles = self.roles(value);
        if let (true, Some(text)) = (roles.is_empty(), self.written(value)) {
            self.strangers.entry(text).or_insert((field, cell.place));
        }
        let held_here = |role| Held { role, path: path.clone(), value: value.clone(), place: cell.place };
        held.extend(roles.into_iter().map(held_here));
    }

    /// The roles that a value names: a text by itself, a member by its name, else by one of its titles and spellings.
    fn roles(&self, value: &Value) -> Vec<RoleId> {
        let spelt = |text: &str| self.known.get(text.trim());
        match value {
            Value::Text(text) => spelt(text).cloned().unwrap_or_default(),
            Value::Member(id, index) => {
                let Some(member) = self.model.enumeration(*id).members.get(*index as usize) else {
                    return Vec::new();
                };
                let spellings = std::iter::once(&member.name).chain(member.titles.all()).chain(&member.from);
                spellings.into_iter().find_map(|text| spelt(text)).cloned().unwrap_or_default()
            }
            _ => Vec::new(),
        }
    }

    fn written(&self, value: &Value) -> Option<Arc<str>> {
        let text: Arc<str> = self.model.show_value(value).trim().into();
        (!text.is_empty()).then_some(text)
    }

    /// What is known when all subjects have been looked at, and what is wrong with it: at most so many of each sort.
    #[must_use]
    pub fn finish(self, most: u32) -> (Known, Diagnostics) {
        let mut reports = Reports::new(most);
        let people = self.organised.people.as_ref().map(|people| self.model.kind(people.kind));
        let spellings: BTreeSet<&str> = self.known.keys().map(|name| &**name).collect();
        for (text, (field, place)) in &self.strangers {
            let field = people.map_or("", |kind| &kind.fields[*field].name);
            let diagnostic = wrong::unknown_role(*place, &shown(text), field, spellings.iter().copied());
            reports.push(*place, diagnostic);
        }
        let units = self.units.finish(&mut reports);
        (Known { units, holders: self.holders }, reports.finish())
    }
}
