//! Of a question to a person: the answers that decided, or the last one that is too old.

use std::sync::Arc;

use kijun_model::Value;

use super::super::Explainer;
use super::super::elements::Domain;
use crate::run::Bound;
use crate::trail::{Name, Trail};
use crate::truth::Truth;
use crate::written::{Form, Ranged, Shape, Written};

impl<'a> Explainer<'a, '_> {
    /// Of `if answered then affirmative else nobody knows`. That a question was answered is no reason for anything.
    pub(super) fn blame_answers(
        &mut self,
        answered: &Arc<Written>,
        affirmative: &Arc<Written>,
        nobody: &Arc<Written>,
        trail: &Trail<'a, '_>,
    ) {
        match self.truth(answered, trail) {
            Truth::True => self.blame(affirmative, trail),
            Truth::False => {
                if !self.observe_last_answer(answered, trail) {
                    self.blame(nobody, trail);
                }
            }
            Truth::Unknown(_) => {
                self.blame(answered, trail);
                if self.undecided(affirmative, trail) {
                    self.blame(affirmative, trail);
                }
            }
        }
    }

    /// Notes when the question was last answered, if it was, but too long ago.
    fn observe_last_answer(&mut self, answered: &Written, trail: &Trail<'a, '_>) -> bool {
        let Shape::Range(_, ranged) = answered.shape else { return false };
        let Some(filter) = answered.range_parts(ranged).filter else { return false };
        let Domain::Elements { elements, .. } = self.domain(answered, ranged, trail) else { return false };
        let given = elements.into_iter().filter_map(|(bound, name)| {
            let on = self.answered_on(filter, ranged, bound, &name, trail)?;
            Some((on, bound, name))
        });
        let Some((_, bound, name)) = given.max_by(|a, b| a.0.cmp(&b.0)) else { return false };
        let inside = trail.inside(ranged.slot, bound, name);
        if let Some(date) = dated(filter) {
            self.blame(date, &inside);
        }
        true
    }

    /// When an answer was given, if all but its age is as it should be.
    fn answered_on(
        &mut self,
        filter: &Written,
        ranged: Ranged,
        bound: Bound<'a>,
        name: &Name,
        trail: &Trail<'a, '_>,
    ) -> Option<jiff::civil::Date> {
        let date = dated(filter)?;
        let inside = trail.inside(ranged.slot, bound, name.clone());
        let others = filter.parts.iter().filter(|part| aged(part).is_none());
        let fits = others.into_iter().all(|part| self.truth(part, &inside) == Truth::True);
        let on = self.run.scalar(date.node, Some(&inside.frame));
        match on.known()? {
            Value::Date(on) if fits => Some(*on),
            _ => None,
        }
    }
}

/// The date whose age a filter limits.
fn dated(filter: &Written) -> Option<&Arc<Written>> {
    filter.parts.iter().find_map(aged)
}

/// The date whose age a comparison limits.
fn aged(comparison: &Arc<Written>) -> Option<&Arc<Written>> {
    let age = comparison.parts.first().filter(|part| part.shape == Shape::Strict(Form::Age))?;
    age.parts.first()
}
