//! What evaluations have shown: how often each result, and each side of each condition.

use std::collections::BTreeMap;

use kijun_eval::{Explanation, Form, Found, Step};
use kijun_findings::Outcome;
use kijun_model::{StatementId, Value};

use super::points::{Key, WHOLE};

/// What was seen. Sums: the order of tests does not matter.
#[derive(Clone, Debug, Default)]
pub(in super::super) struct Seen {
    results: BTreeMap<(StatementId, Outcome), usize>,
    /// How often true, how often false.
    sides: BTreeMap<Key, (usize, usize)>,
}

impl Seen {
    /// Notes an expectation that was met, and what every part of the statement came to.
    pub(in super::super) fn note(
        &mut self,
        id: StatementId,
        outcome: Outcome,
        explained: Option<&Explanation>,
    ) {
        *self.results.entry((id, outcome)).or_default() += 1;
        let Some(explained) = explained else { return };
        for guard in &explained.guards {
            self.count((guard.span, WHOLE), guard);
            self.step(guard);
        }
        explained.requirement.iter().for_each(|requirement| self.step(requirement));
    }

    /// Adds what others saw.
    pub(in super::super) fn append(&mut self, other: Seen) {
        for (key, times) in other.results {
            *self.results.entry(key).or_default() += times;
        }
        for (key, (when_true, when_false)) in other.sides {
            let sides = self.sides.entry(key).or_default();
            *sides = (sides.0 + when_true, sides.1 + when_false);
        }
    }

    pub(super) fn expectations(&self, id: StatementId) -> usize {
        self.results.iter().filter(|((of, _), _)| *of == id).map(|(_, times)| times).sum()
    }

    pub(super) fn results(&self, id: StatementId, result: Outcome) -> usize {
        self.results.get(&(id, result)).copied().unwrap_or(0)
    }

    pub(super) fn sides(&self, key: Key) -> (usize, usize) {
        self.sides.get(&key).copied().unwrap_or_default()
    }

    fn step(&mut self, step: &Step) {
        match step.form {
            Form::And | Form::Or | Form::Implies => {
                for (place, operand) in step.children.iter().enumerate() {
                    self.count((step.span, place), operand);
                }
            }
            Form::If => step.children.first().into_iter().for_each(|c| self.count((step.span, 0), c)),
            Form::Every | Form::Some | Form::No | Form::Count | Form::Sum | Form::Min | Form::Max => {
                self.filters(step);
            }
            _ => {}
        }
        step.children.iter().for_each(|child| self.step(child));
    }

    /// Of each element, its filter: the first of its parts. Of a range without a filter that is another part; then nobody asks.
    fn filters(&mut self, range: &Step) {
        let elements = range.children.iter().filter(|c| c.form == Form::Element && c.span == range.span);
        let filters: Vec<&Step> = elements.filter_map(|element| element.children.first()).collect();
        filters.into_iter().for_each(|filter| self.count((range.span, 0), filter));
    }

    fn count(&mut self, key: Key, condition: &Step) {
        let Found::Value(Value::Bool(holds)) = condition.found else { return };
        let (when_true, when_false) = self.sides.entry(key).or_default();
        *(if holds { when_true } else { when_false }) += 1;
    }
}
