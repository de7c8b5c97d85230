//! The evidence that decided, and no more.

mod answers;
pub(super) mod range;

use std::sync::Arc;

use kijun_model::Content;

use super::{Explainer, Found};
use crate::run::{Target, elements};
use crate::trail::{Name, Trail, labels};
use crate::truth::Truth;
use crate::written::{Form, Owner, Shape, Written};

impl<'a> Explainer<'a, '_> {
    /// Gathers the evidence that made an expression what it is.
    pub(super) fn blame(&mut self, written: &Arc<Written>, trail: &Trail<'a, '_>) {
        if !self.go_on() {
            return;
        }
        let parts: Vec<&Arc<Written>> = written.parts.iter().collect();
        match written.shape {
            Shape::Known | Shape::Refused => {}
            Shape::Parameter(id) => {
                if self.undecided(written, trail) {
                    let path = format!("${}", self.model.parameter(id).name);
                    self.observe(Name { path, subject: None }, self.subject.place, Found::Absent);
                }
            }
            Shape::Unanswered => {
                let name = Name { path: "answer".to_owned(), subject: None };
                self.observe(name, self.subject.place, Found::Absent);
            }
            Shape::Bound(_) | Shape::Field(..) => self.observe_path(written, trail),
            Shape::Not | Shape::Call(_) | Shape::IsPresent => self.blame_all(&parts, trail),
            Shape::And => self.blame_alike(&parts, Truth::and, trail),
            Shape::Or => self.blame_alike(&parts, Truth::or, trail),
            Shape::Implies => self.blame_implication(&parts, trail),
            Shape::Strict(Form::Under) => self.blame_chain(written, &parts, trail),
            Shape::Strict(_) => self.blame_strict(written, &parts, trail),
            Shape::InList => self.blame_membership(written, &parts, trail),
            Shape::If => self.blame_choice(&parts, trail),
            Shape::Range(form, ranged) => self.blame_range(written, form, ranged, trail),
        }
    }

    fn blame_all(&mut self, parts: &[&Arc<Written>], trail: &Trail<'a, '_>) {
        parts.iter().for_each(|part| self.blame(part, trail));
    }

    /// Of operands joined by `and` or `or`: those that are what the whole is.
    pub(super) fn blame_alike(
        &mut self,
        parts: &[&Arc<Written>],
        join: fn(Truth, Truth) -> Truth,
        trail: &Trail<'a, '_>,
    ) {
        let truths: Vec<Truth> = parts.iter().map(|part| self.truth(part, trail)).collect();
        let Some(whole) = truths.iter().copied().reduce(join) else { return };
        for (part, truth) in parts.iter().zip(truths) {
            if std::mem::discriminant(&truth) == std::mem::discriminant(&whole) {
                self.blame(part, trail);
            }
        }
    }

    /// Of `a implies b`: of a false one only what should have followed; of a true one what made it true.
    fn blame_implication(&mut self, parts: &[&Arc<Written>], trail: &Trail<'a, '_>) {
        let &[a, b] = parts else { return };
        match (self.truth(a, trail), self.truth(b, trail)) {
            (_, Truth::True) | (Truth::True, _) => self.blame(b, trail),
            (Truth::False, _) | (Truth::Unknown(_), Truth::False) => self.blame(a, trail),
            (Truth::Unknown(_), Truth::Unknown(_)) => self.blame_all(parts, trail),
        }
    }

    /// Of an undecided result only what is undecided, unless all is known and it could not be computed. A decided one can
    /// be made of a count that is a range: what is certain about it decided.
    pub(super) fn blame_strict(&mut self, written: &Written, parts: &[&Arc<Written>], trail: &Trail<'a, '_>) {
        let open = !self.only_certain && self.undecided(written, trail);
        let in_doubt: Vec<&Arc<Written>> = match open {
            true => parts.iter().copied().filter(|part| self.undecided(part, trail)).collect(),
            false => Vec::new(),
        };
        let outside = std::mem::replace(&mut self.only_certain, !open);
        self.blame_all(if in_doubt.is_empty() { parts } else { &in_doubt }, trail);
        self.only_certain = outside;
    }

    fn blame_membership(&mut self, written: &Written, parts: &[&Arc<Written>], trail: &Trail<'a, '_>) {
        let &[item, list] = parts else { return };
        let truth = self.truth(written, trail);
        let sought = self.run.scalar(item.node, Some(&trail.frame));
        let target = self.run.target(list.node, Some(&trail.frame));
        let in_doubt = truth.doubt().is_some();
        if !in_doubt || sought.doubt().is_some() {
            self.blame(item, trail);
        }
        match (&target, truth) {
            (Target::Cell(cell), Truth::True | Truth::Unknown(_)) if elements(&target).is_ok() => {
                let name = trail.name_of(list, self.model).unwrap_or_default();
                let labels = labels(&cell.content, Owner::Nothing, self.model);
                let cells: Vec<_> = elements(&target).into_iter().flatten().collect();
                for (cell, label) in cells.into_iter().zip(labels) {
                    let found = match (&cell.content, sought.known()) {
                        (Content::Value(value), Some(sought)) => !in_doubt && value.same(sought),
                        (Content::Value(_), None) => false,
                        _ => in_doubt,
                    };
                    if found {
                        self.observe_element(name.element(&label), cell);
                    }
                }
            }
            _ => self.blame(list, trail),
        }
    }

    fn blame_choice(&mut self, parts: &[&Arc<Written>], trail: &Trail<'a, '_>) {
        let &[condition, yes, no] = parts else { return };
        if no.shape == Shape::Unanswered {
            return self.blame_answers(condition, yes, no, trail);
        }
        match self.truth(condition, trail) {
            Truth::True => self.blame_decided(condition, yes, trail),
            Truth::False => self.blame_decided(condition, no, trail),
            Truth::Unknown(_) => {
                self.blame(condition, trail);
                let branches = [yes, no].into_iter().filter(|part| self.undecided(part, trail));
                let branches: Vec<_> = branches.collect();
                self.blame_all(&branches, trail);
            }
        }
    }

    /// The condition matters unless the branch is what is missing.
    fn blame_decided(&mut self, condition: &Arc<Written>, branch: &Arc<Written>, trail: &Trail<'a, '_>) {
        if self.only_certain || !self.undecided(branch, trail) {
            self.blame(condition, trail);
        }
        self.blame(branch, trail);
    }
}
