//! Where an explanation stands: what each binder has bound, and by which path it is called.

use std::sync::Arc;

use kijun_model::{Cell, Content, Field, KindId, Model, Subject, Type, Value};

use crate::arena::Slot;
use crate::run::{Bound, Frame};
use crate::written::{Owner, Shape, Written};

/// A binder's element with its name, and the binders around it.
pub(crate) struct Trail<'a, 'f> {
    pub(crate) frame: Frame<'a, 'f>,
    pub(crate) name: Name,
    pub(crate) outer: Option<&'f Trail<'a, 'f>>,
}

/// How a value is called.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Name {
    /// The subject it belongs to, where it is not the one judged.
    pub(crate) subject: Option<(KindId, Arc<str>)>,
    /// The path in it; empty for the subject itself.
    pub(crate) path: String,
}

impl Name {
    fn field(mut self, name: &str) -> Name {
        if !self.path.is_empty() {
            self.path.push('.');
        }
        self.path.push_str(name);
        self
    }

    pub(crate) fn element(&self, label: &str) -> Name {
        Name { subject: self.subject.clone(), path: format!("{}[{label}]", self.path) }
    }

    pub(crate) fn of_subject(subject: &Subject) -> Name {
        Name { subject: Some((subject.kind, Arc::clone(&subject.key))), path: String::new() }
    }
}

impl<'a, 'f> Trail<'a, 'f> {
    /// One element further in.
    pub(crate) fn inside(&'f self, slot: Slot, bound: Bound<'a>, name: Name) -> Trail<'a, 'f> {
        Trail { frame: Frame { slot, bound, outer: Some(&self.frame) }, name, outer: Some(self) }
    }

    /// How a path is called; `None` for what is not a path.
    pub(crate) fn name_of(&self, written: &Written, model: &Model) -> Option<Name> {
        match written.shape {
            Shape::Bound(slot) => self.named(slot).cloned(),
            Shape::Field(owner, field) => {
                let base = self.name_of(written.parts.first()?, model)?;
                Some(base.field(&fields(owner, model).get(field as usize)?.name))
            }
            Shape::Call(_) => self.name_of(written.parts.first()?, model),
            _ => None,
        }
    }

    fn named(&self, slot: Slot) -> Option<&Name> {
        let mut trail = Some(self);
        while let Some(here) = trail {
            if here.frame.slot == slot {
                return Some(&here.name);
            }
            trail = here.outer;
        }
        None
    }
}

/// The fields of a record or kind.
pub(crate) fn fields(owner: Owner, model: &Model) -> &[Field] {
    match owner {
        Owner::Record(id) => &model.record(id).fields,
        Owner::Kind(id) => &model.kind(id).fields,
        Owner::Nothing => &[],
    }
}

/// Labels for the elements of a list: what their key, `name` or `id` says, if it tells them apart; else their
/// place, from 1. A map's values go by their names.
pub(crate) fn labels(content: &Content, element: Owner, model: &Model) -> Vec<String> {
    match content {
        Content::Map(entries) => entries.iter().map(|(name, _)| name.to_string()).collect(),
        Content::List(cells) => {
            let naming = naming_field(fields(element, model));
            let names: Vec<Option<&str>> = cells.iter().map(|cell| text_of(cell, naming?)).collect();
            let label = |(i, name): (usize, &Option<&str>)| match name {
                Some(name) if names.iter().filter(|n| **n == Some(*name)).count() == 1 => (*name).to_owned(),
                _ => (i + 1).to_string(),
            };
            names.iter().enumerate().map(label).collect()
        }
        _ => Vec::new(),
    }
}

/// What the elements of a list or the values of a map go by in paths: `root` in `accounts[root].mfa`. `element` is their type.
#[must_use]
pub fn element_labels(model: &Model, element: &Type, content: &Content) -> Vec<String> {
    let owner = match element.required() {
        Type::Record(id) => Owner::Record(*id),
        Type::Subject(id) => Owner::Kind(*id),
        _ => Owner::Nothing,
    };
    labels(content, owner, model)
}

fn naming_field(fields: &[Field]) -> Option<usize> {
    let textual = |f: &Field| matches!(f.ty, Type::Text | Type::Ref(_));
    let named = |name: &str| fields.iter().position(|f| &*f.name == name && textual(f));
    fields.iter().position(|f| f.key && textual(f)).or_else(|| named("name")).or_else(|| named("id"))
}

fn text_of(cell: &Cell, field: usize) -> Option<&str> {
    let Content::Record(cells) = &cell.content else { return None };
    match &cells.get(field)?.content {
        Content::Value(Value::Text(text)) if !text.is_empty() => Some(text),
        _ => None,
    }
}
