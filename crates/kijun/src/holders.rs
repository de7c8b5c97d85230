//! How many people hold each role, as the evidence of the people that the manifest names says.

use std::collections::BTreeMap;

use kijun_model::{Cell, Content, KindId, Model, Subject, Value};

use crate::load::Loaded;
use crate::reach::Held;

/// How many people hold each role, by its name.
pub(crate) struct Holders(BTreeMap<String, usize>);

impl Holders {
    /// The kind of the people, where the manifest names it.
    pub(crate) fn people(loaded: &Loaded) -> Option<KindId> {
        Some(loaded.plan.as_ref()?.organised.people.as_ref()?.kind)
    }

    /// Counts them.
    pub(crate) fn of(loaded: &Loaded, held: &Held) -> Option<Holders> {
        let people = loaded.plan.as_ref()?.organised.people.as_ref()?;
        let mut holders = BTreeMap::new();
        for person in held.subjects(loaded, people.kind) {
            for role in roles_of(&loaded.model, person, &people.roles) {
                *holders.entry(role).or_default() += 1;
            }
        }
        Some(Holders(holders))
    }

    /// How many hold a role.
    pub(crate) fn count(&self, role: &str) -> usize {
        self.0.get(role).copied().unwrap_or(0)
    }
}

/// The roles of a person, each once.
fn roles_of(model: &Model, person: &Subject, fields: &[usize]) -> Vec<String> {
    let cells = fields.iter().filter_map(|&field| person.cells.get(field));
    let words: Vec<String> = cells.flat_map(|cell| words(model, cell)).collect();
    let held = model.roles.iter().filter(|role| {
        let titles = role.titles.plain.iter().chain(role.titles.tagged.iter().map(|(_, title)| title));
        words.iter().any(|word| **word == *role.name || titles.clone().any(|title| **title == **word))
    });
    let mut names: Vec<String> = held.map(|role| role.name.to_string()).collect();
    names.sort();
    names.dedup();
    names
}

/// What a cell says: a text, a member of an enumeration by its name and titles, or a list of either.
fn words(model: &Model, cell: &Cell) -> Vec<String> {
    match &cell.content {
        Content::Value(Value::Text(text)) => vec![text.to_string()],
        Content::Value(value @ Value::Member(..)) => vec![model.show_value(value)],
        Content::List(cells) => cells.iter().flat_map(|cell| words(model, cell)).collect(),
        _ => Vec::new(),
    }
}
