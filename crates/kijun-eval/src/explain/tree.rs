//! Every expression with what it came to.

use std::sync::Arc;

use super::blame::range::find;
use super::elements::Domain;
use super::{Explainer, Found, Step};
use crate::population::Coverage;
use crate::run::Bound;
use crate::trail::{Name, Trail};
use crate::truth::Truth;
use crate::written::{Form, Origin, Ranged, Shape, Written};

/// How many elements of a range are shown.
const MAX_ELEMENTS: usize = 50;

impl<'a> Explainer<'a, '_> {
    /// An expression and what it is made of.
    pub(super) fn step(&mut self, written: &Arc<Written>, trail: &Trail<'a, '_>) -> Step {
        let mut step = Step {
            span: written.span,
            form: written.form(),
            path: trail.name_of(written, self.model).map(|name| name.path),
            found: self.found(written, trail),
            place: self.place(written, trail),
            children: Vec::new(),
            omitted: 0,
        };
        if self.go_on() {
            match written.shape {
                Shape::Bound(_) | Shape::Field(..) => {}
                Shape::Range(_, ranged) => self.step_into(&mut step, written, ranged, trail),
                _ => step.children = written.parts.iter().map(|part| self.step(part, trail)).collect(),
            }
            if written.shape == Shape::Strict(Form::Under) {
                let links = self.chain(written, trail);
                step.children.extend(links.into_iter().map(|link| link.step(written.span)));
            }
        }
        step
    }

    fn step_into(&mut self, step: &mut Step, written: &Written, ranged: Ranged, trail: &Trail<'a, '_>) {
        step.children.extend(written.range_parts(ranged).list.map(|list| self.step(list, trail)));
        let Domain::Elements { elements, coverage } = self.domain(written, ranged, trail) else { return };
        if elements.is_empty() {
            step.children.extend(self.nobody(written, ranged, coverage, trail));
        }
        step.omitted = elements.len().saturating_sub(MAX_ELEMENTS);
        for (bound, name) in elements.into_iter().take(MAX_ELEMENTS) {
            step.children.push(self.element(written, ranged, bound, name, trail));
        }
    }

    /// Of a kind of which nobody was met: why, and the value that was looked for.
    fn nobody(
        &mut self,
        written: &Written,
        ranged: Ranged,
        coverage: Coverage,
        trail: &Trail<'a, '_>,
    ) -> Option<Step> {
        let Origin::All(kind) = ranged.origin else { return None };
        let found = match coverage {
            Coverage::None => Found::Unsourced,
            Coverage::Partial => Found::Unread,
            Coverage::Whole => self.met(written, kind, 0, trail),
        };
        let key = self.run.arena.over(written.node).and_then(|over| over.join);
        let key = key.and_then(|join| find(written, join.key));
        Some(Step {
            span: written.span,
            form: Form::Element,
            path: Some(format!("all {}", self.model.kind(kind).name)),
            found,
            place: None,
            children: key.map(|key| self.step(key, trail)).into_iter().collect(),
            omitted: 0,
        })
    }

    fn element(
        &mut self,
        written: &Written,
        ranged: Ranged,
        bound: Bound<'a>,
        name: Name,
        trail: &Trail<'a, '_>,
    ) -> Step {
        let path = match &name.subject {
            Some((_, key)) => key.to_string(),
            None => name.path.clone(),
        };
        let inside = trail.inside(ranged.slot, bound, name);
        let parts = written.range_parts(ranged);
        let filter = parts.filter.map(|filter| (self.truth(filter, &inside), self.step(filter, &inside)));
        let meant = filter.as_ref().map_or(Truth::True, |(truth, _)| *truth);
        let mut children: Vec<Step> = filter.into_iter().map(|(_, step)| step).collect();
        if meant != Truth::False {
            children.extend(parts.body.map(|body| self.step(body, &inside)));
        }
        let found = children.last().map_or(Found::Record, |last| last.found.clone());
        Step {
            span: written.span,
            form: Form::Element,
            path: Some(path),
            found,
            place: None,
            children,
            omitted: 0,
        }
    }
}
