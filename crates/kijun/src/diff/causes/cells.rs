//! Two subjects of one kind, cell by cell: what differs, and any mixture of the two.

use std::collections::BTreeMap;
use std::sync::Arc;

use kijun_diag::Place;
use kijun_findings::Found;
use kijun_model::{Cell, Content, Field, Model, Subject, Type, Value};

/// A difference that cannot be taken apart further.
#[derive(Clone, Debug)]
pub(super) struct Leaf {
    pub(super) path: String,
    pub(super) before: Found,
    pub(super) after: Found,
    pub(super) at_before: Option<Place>,
    pub(super) at_after: Option<Place>,
    pub(super) sort: Sort,
}

impl Leaf {
    /// Of the day on which evidence was taken, that it was too old there: in the older evidence, in the newer.
    pub(super) fn of_age(&self, is_stale: [bool; 2]) -> Leaf {
        let told = |found: &Found, is_stale: bool| match found {
            Found::Value(day) if is_stale && self.sort == Sort::Taken => Found::Stale(day.clone()),
            other => other.clone(),
        };
        let (before, after) = (told(&self.before, is_stale[0]), told(&self.after, is_stale[1]));
        Leaf { before, after, ..self.clone() }
    }
}

/// What sort of thing a difference is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    Value,
    /// A day, on both sides.
    Day,
    /// The day on which the evidence was taken.
    Taken,
}

/// Mixes two subjects: of each difference what is newer, where `take` says so.
pub(super) fn mixed(
    model: &Model,
    old: &Subject,
    new: &Subject,
    take: &mut dyn FnMut(Leaf) -> bool,
) -> Subject {
    let mut mixer = Mixer { model, take };
    let cells = mixer.fields(&model.kind(new.kind).fields, (&old.cells, &new.cells), "");
    let newer = old.taken_on != new.taken_on && (mixer.take)(taken(old, new));
    let taken_on = if newer { new.taken_on } else { old.taken_on };
    Subject { cells, taken_on, ..new.clone() }
}

/// The day on which evidence was taken: of the field that says so; of the subject as a whole where none does.
fn taken(old: &Subject, new: &Subject) -> Leaf {
    let found = |s: &Subject| s.taken_on.map_or(Found::Undated, |day| Found::Value(day.to_string()));
    let place = |s: &Subject| Some(s.taken_at.as_ref().map_or(s.place, |at| at.place));
    Leaf {
        path: day_taken(new).or(day_taken(old)).unwrap_or_default().to_owned(),
        before: found(old),
        after: found(new),
        at_before: place(old),
        at_after: place(new),
        sort: Sort::Taken,
    }
}

/// What says on which day a subject's evidence was taken, where the evidence does.
pub(super) fn day_taken(subject: &Subject) -> Option<&str> {
    subject.taken_at.as_ref().map(|at| &*at.name)
}

/// What differs.
pub(super) fn leaves(model: &Model, old: &Subject, new: &Subject) -> Vec<Leaf> {
    let mut leaves = Vec::new();
    mixed(model, old, new, &mut |leaf| {
        leaves.push(leaf);
        false
    });
    leaves
}

/// Whether two subjects hold the same, places aside.
pub(super) fn alike(old: &Subject, new: &Subject) -> bool {
    old.taken_on == new.taken_on && same_all(&old.cells, &new.cells)
}

struct Mixer<'a> {
    model: &'a Model,
    take: &'a mut dyn FnMut(Leaf) -> bool,
}

impl Mixer<'_> {
    fn fields(&mut self, fields: &[Field], (old, new): (&[Cell], &[Cell]), path: &str) -> Box<[Cell]> {
        let cells = fields.iter().zip(old.iter().zip(new));
        cells.map(|(field, pair)| self.cell(&field.ty, pair, &inside(path, &field.name))).collect()
    }

    fn cell(&mut self, ty: &Type, (old, new): (&Cell, &Cell), path: &str) -> Cell {
        let model = self.model;
        let content = match (ty.required(), &old.content, &new.content) {
            (_, a, b) if same(a, b) => b.clone(),
            (Type::Record(id), Content::Record(a), Content::Record(b)) => {
                Content::Record(self.fields(&model.record(*id).fields, (a, b), path))
            }
            (Type::List(inner), Content::List(a), Content::List(b)) => {
                Content::List(self.elements(inner, (old, a), (new, b), path))
            }
            (Type::Map(inner), Content::Map(a), Content::Map(b)) => {
                Content::Map(self.entries(inner, a, b, path))
            }
            _ => return self.one(Some(old), Some(new), path).unwrap_or_else(|| old.clone()),
        };
        Cell { content, place: new.place }
    }

    /// The older or the newer of two that cannot be mixed.
    fn one(&mut self, old: Option<&Cell>, new: Option<&Cell>, path: &str) -> Option<Cell> {
        let found = |cell: Option<&Cell>| cell.map_or(Found::Absent, |cell| found(self.model, cell));
        let leaf = Leaf {
            path: path.to_owned(),
            before: found(old),
            after: found(new),
            at_before: old.map(|cell| cell.place),
            at_after: new.map(|cell| cell.place),
            sort: if is_day(old) && is_day(new) { Sort::Day } else { Sort::Value },
        };
        if (self.take)(leaf) { new.cloned() } else { old.cloned() }
    }

    /// The elements of two lists.
    fn elements(
        &mut self,
        ty: &Type,
        (old, olds): (&Cell, &[Cell]),
        (new, news): (&Cell, &[Cell]),
        path: &str,
    ) -> Vec<Cell> {
        let [old_labels, new_labels] =
            [old, new].map(|cell| kijun_eval::element_labels(self.model, ty, &cell.content));
        let matched = matched((&old_labels, olds), (&new_labels, news));
        let mut mixed = Vec::new();
        for ((i, element), label) in news.iter().enumerate().zip(&new_labels) {
            let path = format!("{path}[{label}]");
            match matched.get(&i) {
                Some(&was) => mixed.push(self.cell(ty, (&olds[was], element), &path)),
                None => mixed.extend(self.one(None, Some(element), &path)),
            }
        }
        for ((was, element), label) in olds.iter().enumerate().zip(&old_labels) {
            if matched.values().all(|other| *other != was) {
                mixed.extend(self.one(Some(element), None, &format!("{path}[{label}]")));
            }
        }
        mixed
    }

    /// The values of two maps.
    fn entries(
        &mut self,
        ty: &Type,
        olds: &[(Arc<str>, Cell)],
        news: &[(Arc<str>, Cell)],
        path: &str,
    ) -> Vec<(Arc<str>, Cell)> {
        fn find<'c>(all: &'c [(Arc<str>, Cell)], name: &str) -> Option<&'c Cell> {
            all.iter().find(|(other, _)| **other == *name).map(|(_, cell)| cell)
        }
        let gone = olds.iter().filter(|(name, _)| find(news, name).is_none());
        let mut mixed = Vec::new();
        for (name, _) in news.iter().chain(gone) {
            let path = format!("{path}[{name}]");
            let cell = match (find(olds, name), find(news, name)) {
                (Some(old), Some(new)) => Some(self.cell(ty, (old, new), &path)),
                (old, new) => self.one(old, new, &path),
            };
            mixed.extend(cell.map(|cell| (Arc::clone(name), cell)));
        }
        mixed
    }
}

/// For each newer element the older one that it continues: the one called alike; else one that holds the same; else, of records that
/// nothing names, the one in the same place.
fn matched(
    (old_labels, olds): (&[String], &[Cell]),
    (new_labels, news): (&[String], &[Cell]),
) -> BTreeMap<usize, usize> {
    let is_place = |labels: &[String], i: usize| labels[i] == (i + 1).to_string();
    let named = |i: usize, was: usize| !is_place(new_labels, i) && old_labels[was] == new_labels[i];
    let equal = |i: usize, was: usize| same(&olds[was].content, &news[i].content);
    let placed = |i: usize, was: usize| {
        let is_record = matches!(news[i].content, Content::Record(_));
        is_record && was == i && is_place(new_labels, i) && is_place(old_labels, was)
    };
    let mut matched: BTreeMap<usize, usize> = BTreeMap::new();
    let mut left: Vec<usize> = (0..olds.len()).collect();
    let fits: [&dyn Fn(usize, usize) -> bool; 3] = [&named, &equal, &placed];
    for fits in fits {
        for i in 0..news.len() {
            let at = left.iter().position(|&was| fits(i, was));
            if let Some(at) = at.filter(|_| !matched.contains_key(&i)) {
                matched.insert(i, left.remove(at));
            }
        }
    }
    matched
}

fn is_day(cell: Option<&Cell>) -> bool {
    let content = cell.map(|cell| &cell.content);
    matches!(content, Some(Content::Value(Value::Date(_) | Value::DateTime(_))))
}

fn inside(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") }
}

fn same(one: &Content, other: &Content) -> bool {
    match (one, other) {
        (Content::Value(a), Content::Value(b)) => a == b,
        (Content::Record(a), Content::Record(b)) => same_all(a, b),
        (Content::List(a), Content::List(b)) => same_all(a, b),
        (Content::Map(a), Content::Map(b)) => {
            let mut pairs = a.iter().zip(b);
            a.len() == b.len() && pairs.all(|((n, x), (m, y))| n == m && same(&x.content, &y.content))
        }
        (a, b) => std::mem::discriminant(a) == std::mem::discriminant(b),
    }
}

fn same_all(one: &[Cell], other: &[Cell]) -> bool {
    one.len() == other.len() && one.iter().zip(other).all(|(a, b)| same(&a.content, &b.content))
}

/// What stands in a cell, for the record.
fn found(model: &Model, cell: &Cell) -> Found {
    match &cell.content {
        Content::Absent => Found::Absent,
        Content::Null => Found::Null,
        Content::Malformed => Found::Malformed,
        Content::Value(value) => Found::Value(model.show_value(value)),
        Content::Record(_) => Found::Record,
        Content::List(cells) => Found::Elements(cells.len() as u64),
        Content::Map(entries) => Found::Elements(entries.len() as u64),
    }
}

#[cfg(test)]
mod tests {
    use kijun_diag::Sources;
    use kijun_model::KindId;

    use super::*;

    const KINDS: &str = "vocabulary v {
  record account { name : text  mfa : bool }
  kind server { key id : text  internet : bool  accounts : list of account }
}";

    fn model() -> (Model, Place) {
        let file = Sources::default().add("v.kijun", KINDS);
        let (tree, _) = kijun_syntax::parse(file, KINDS);
        (kijun_model::build(&[tree]).0, Place { file, line: 1, column: 1, width: 0 })
    }

    fn server(model: &Model, place: Place, internet: bool, accounts: &[(&str, bool)]) -> Subject {
        let cell = |content| Cell { content, place };
        let text = |text: &str| cell(Content::Value(Value::Text(text.into())));
        let truth = |value| cell(Content::Value(Value::Bool(value)));
        let account = |(name, mfa): &(&str, bool)| cell(Content::Record(Box::new([text(name), truth(*mfa)])));
        let accounts = cell(Content::List(accounts.iter().map(account).collect()));
        let kind = model.kind_named("server").unwrap_or(KindId::from_index(0));
        let cells = Box::new([text("s1"), truth(internet), accounts]);
        Subject { kind, key: "s1".into(), cells, place, taken_on: None, taken_at: None }
    }

    fn sides() -> (Model, Subject, Subject) {
        let (model, place) = model();
        let old = server(&model, place, false, &[("a", false), ("b", true)]);
        let new = server(&model, place, true, &[("c", true), ("b", true), ("a", true)]);
        (model, old, new)
    }

    #[test]
    fn elements_go_by_what_they_are_called_by_and_not_by_their_places() {
        let (model, old, new) = sides();
        let paths: Vec<String> = leaves(&model, &old, &new).into_iter().map(|leaf| leaf.path).collect();
        assert_eq!(paths, ["internet", "accounts[c]", "accounts[a].mfa"]);
    }

    #[test]
    fn a_mixture_of_none_is_the_older_subject_and_of_all_the_newer() {
        let (model, old, new) = sides();
        let none = mixed(&model, &old, &new, &mut |_| false);
        assert!(leaves(&model, &none, &old).is_empty());
        assert!(alike(&mixed(&model, &old, &new, &mut |_| true), &new));
        assert!(!alike(&old, &new));
    }

    #[test]
    fn a_mixture_differs_from_the_newer_in_what_was_not_taken() {
        let (model, old, new) = sides();
        let part = mixed(&model, &old, &new, &mut |leaf| leaf.path != "accounts[a].mfa");
        let left: Vec<String> = leaves(&model, &part, &new).into_iter().map(|leaf| leaf.path).collect();
        assert_eq!(left, ["accounts[a].mfa"]);
    }
}
