//! Whether there can be a subject for which a wish holds.

use std::collections::BTreeMap;

use kijun_eval::Days;
use kijun_model::{KindId, Model, ParameterId, Value};

use crate::{Case, Limits, Why, Wish};

/// Answers questions about subjects that could exist.
#[derive(Clone, Copy, Debug)]
pub struct Solver<'a> {
    /// The rules.
    pub model: &'a Model,
    /// The value of each parameter that is set; one that is not may be any that its range allows.
    pub parameters: &'a BTreeMap<ParameterId, Value>,
    /// The days to prefer in a case, and the calendar. Every answer holds on every day.
    pub days: &'a Days,
    /// What a question may cost.
    pub limits: Limits,
}

/// Whether there can be such a subject.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// There cannot: proved.
    Impossible,
    /// There can: this one, which the evaluator has judged.
    Possible(Box<Case>),
    /// Not decided.
    Undecided(Why),
}

impl Solver<'_> {
    /// Whether there can be a subject of a kind, with all the evidence that its vocabulary requires, for which a wish holds.
    #[must_use]
    pub fn find(&self, kind: KindId, wish: &Wish<'_>) -> Answer {
        todo!()
    }
}
