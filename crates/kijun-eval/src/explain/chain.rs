//! The links of a tree that a walk went over: what stands above what.

use std::sync::Arc;

use kijun_diag::{Place, Span};
use kijun_model::{Content, KindId, Value};

use super::{Explainer, Found, Step};
use crate::arena::Node;
use crate::compare::key;
use crate::hierarchy::End;
use crate::population::Coverage;
use crate::trail::{Name, Trail};
use crate::written::{Form, Written};

/// How many links are shown.
const MAX_LINKS: usize = 50;

/// What evidence says stands above a subject; or that there is no such subject.
pub(super) struct Link {
    subject: Option<(KindId, Arc<str>)>,
    path: String,
    found: Found,
    place: Option<Place>,
}

impl Link {
    pub(super) fn step(self, span: Span) -> Step {
        let path = match &self.subject {
            Some((_, key)) => format!("{key}: {}", self.path),
            None => self.path,
        };
        Step {
            span,
            form: Form::Field,
            path: Some(path),
            found: self.found,
            place: self.place,
            children: Vec::new(),
            omitted: 0,
        }
    }
}

impl<'a> Explainer<'a, '_> {
    /// The links from the first key upwards, as far as they matter.
    pub(super) fn chain(&mut self, written: &Written, trail: &Trail<'a, '_>) -> Vec<Link> {
        let Node::Under(a, b, number) = *self.run.arena.node(written.node) else { return Vec::new() };
        let population = self.run.population;
        let (a, b) = (self.run.scalar(a, Some(&trail.frame)), self.run.scalar(b, Some(&trail.frame)));
        let (Some(below), Some(top), Some(tree)) = (a.known(), b.known(), population.tree(number)) else {
            return Vec::new();
        };
        let (below, top, through) = (key(below), key(top), self.run.arena.trees[number as usize]);
        let mut passed = Vec::new();
        let end = tree.climb(&below, &top, |subject| passed.push(population.subject(subject)));
        if end == End::Met && passed.last().is_some_and(|last| *last.key == *top) {
            // What stands above the one that was met does not matter.
            passed.pop();
        }
        let kind = self.model.kind(through.kind);
        let field = through.field as usize;
        let name = kind.fields.get(field).map_or("", |field| &*field.name);
        let mut sought = below.into_owned();
        let mut links = Vec::new();
        for subject in passed.into_iter().take(MAX_LINKS) {
            let Some(cell) = subject.cells.get(field) else { continue };
            let found = match &cell.content {
                Content::Value(value) => Found::Value(value.clone()),
                Content::Absent => Found::Absent,
                Content::Null => Found::Null,
                _ => Found::Malformed,
            };
            if let Content::Value(value) = &cell.content {
                sought = key(value).into_owned();
            }
            let of = Some((subject.kind, subject.key.clone()));
            links.push(Link { subject: of, path: name.to_owned(), found, place: Some(cell.place) });
        }
        if matches!(end, End::Broken(_)) && !tree.contains(&sought) {
            links.push(self.nobody_of(through.kind, &sought));
        }
        links
    }

    fn nobody_of(&self, kind: KindId, sought: &str) -> Link {
        let model = self.model.kind(kind);
        let name = model.key().next().map_or_else(Arc::default, |key| model.fields[key].name.clone());
        let found = match self.run.population.members(kind).map(|members| members.coverage) {
            Some(Coverage::Whole) => Found::Unmatched(name, Value::Text(sought.into())),
            Some(Coverage::Partial) => Found::Unread,
            _ => Found::Unsourced,
        };
        Link { subject: None, path: format!("all {}", model.name), found, place: None }
    }

    /// Notes what is undecided of the two keys; else the links, of a walk that came to no end the one where it broke off.
    pub(super) fn blame_chain(&mut self, written: &Written, parts: &[&Arc<Written>], trail: &Trail<'a, '_>) {
        let open = !self.only_certain && self.undecided(written, trail);
        if open && parts.iter().any(|part| self.undecided(part, trail)) {
            return self.blame_strict(written, parts, trail);
        }
        let mut links = self.chain(written, trail);
        let broken = links.last().is_some_and(|last| !matches!(last.found, Found::Value(_)));
        if open && broken {
            links.drain(..links.len() - 1);
        } else {
            self.blame_strict(written, parts, trail);
        }
        for link in links {
            let name = Name { path: link.path, subject: link.subject };
            self.observe(name, link.place.unwrap_or(self.subject.place), link.found);
        }
    }
}
