//! Units in the order of their tree; those that stand in a circle are told, and stand at the top.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use kijun_diag::Place;
use kijun_model::{Cell, Content, Model, Subject, Titles, Value};

use super::Unit;
use crate::plan::UnitFields;
use crate::report::Reports;
use crate::wrong;

/// Units by key.
#[derive(Debug, Default)]
pub(super) struct Units(BTreeMap<Arc<str>, Entry>);

#[derive(Debug)]
struct Entry {
    titles: Titles,
    parent: Option<Arc<str>>,
    /// Where the unit above is named.
    place: Place,
}

impl Units {
    /// Adds a unit. Of two with one key, which has had its diagnostic, the first stays.
    pub(super) fn add(&mut self, model: &Model, fields: UnitFields, subject: &Subject) {
        let value = |field: Option<usize>| field.and_then(|i| subject.cells.get(i)).and_then(value);
        let parent = match value(fields.parent) {
            Some(Value::Text(key)) => Some(Arc::clone(key)),
            _ => None,
        };
        let place = fields.parent.and_then(|i| subject.cells.get(i)).map_or(subject.place, |cell| cell.place);
        let titles = titles(model, value(fields.name), &subject.key);
        self.0.entry(Arc::clone(&subject.key)).or_insert(Entry { titles, parent, place });
    }

    /// Each unit before those below it, siblings by key.
    pub(super) fn finish(mut self, reports: &mut Reports) -> Vec<Unit> {
        let keys: BTreeSet<Arc<str>> = self.0.keys().cloned().collect();
        for entry in self.0.values_mut() {
            entry.parent.take_if(|parent| !keys.contains(parent));
        }
        for circle in self.circles() {
            let place = self.0.get(&circle[0]).map(|entry| entry.place);
            for key in &circle {
                self.0.entry(Arc::clone(key)).and_modify(|entry| entry.parent = None);
            }
            if let Some(place) = place {
                reports.push(place, wrong::cyclic_units(place, &circle));
            }
        }
        self.ordered()
    }

    /// The circles in which units stand above themselves, each from its first key upward.
    fn circles(&self) -> Vec<Vec<Arc<str>>> {
        let above = |key: &Arc<str>| self.0.get(key).and_then(|entry| entry.parent.clone());
        let mut done: BTreeSet<Arc<str>> = BTreeSet::new();
        let mut circles = Vec::new();
        for key in self.0.keys() {
            let mut walked: Vec<Arc<str>> = Vec::new();
            let mut on_the_way: BTreeSet<Arc<str>> = BTreeSet::new();
            let mut next = Some(Arc::clone(key));
            while let Some(key) = next.take_if(|key| !done.contains(key)) {
                if !on_the_way.insert(Arc::clone(&key)) {
                    let start = walked.iter().position(|k| *k == key).unwrap_or(0);
                    circles.push(from_the_first(&walked[start..]));
                    break;
                }
                next = above(&key);
                walked.push(key);
            }
            done.extend(walked);
        }
        circles
    }

    fn ordered(self) -> Vec<Unit> {
        let mut below: BTreeMap<Option<Arc<str>>, Vec<Arc<str>>> = BTreeMap::new();
        for (key, entry) in &self.0 {
            below.entry(entry.parent.clone()).or_default().push(Arc::clone(key));
        }
        // The last of the stack comes next, so that siblings are put on it from the last.
        let mut stack: Vec<Arc<str>> = below.remove(&None).unwrap_or_default().into_iter().rev().collect();
        let mut units = Vec::with_capacity(self.0.len());
        while let Some(key) = stack.pop() {
            stack.extend(below.remove(&Some(Arc::clone(&key))).unwrap_or_default().into_iter().rev());
            if let Some(Entry { titles, parent, .. }) = self.0.get(&key) {
                units.push(Unit { key, titles: titles.clone(), parent: parent.clone() });
            }
        }
        units
    }
}

/// A circle as it is told: from its first key, whichever unit it was met at.
fn from_the_first(circle: &[Arc<str>]) -> Vec<Arc<str>> {
    let mut circle = circle.to_vec();
    let first = circle.iter().enumerate().min_by_key(|(_, key)| Arc::clone(key)).map_or(0, |(i, _)| i);
    circle.rotate_left(first);
    circle
}

fn value(cell: &Cell) -> Option<&Value> {
    match &cell.content {
        Content::Value(value) => Some(value),
        _ => None,
    }
}

/// A text is the title in every language; a member of an enumeration has its own. Without either it is the key.
fn titles(model: &Model, value: Option<&Value>, key: &Arc<str>) -> Titles {
    let plain = |text: &Arc<str>| Titles { plain: Some(Arc::clone(text)), tagged: Vec::new() };
    match value {
        Some(Value::Text(text)) if !text.trim().is_empty() => plain(text),
        Some(Value::Member(id, index)) => match model.enumeration(*id).members.get(*index as usize) {
            Some(member) if member.titles != Titles::default() => member.titles.clone(),
            Some(member) => plain(&member.name),
            None => plain(key),
        },
        _ => plain(key),
    }
}
