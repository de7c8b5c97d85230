//! Whether there can be a subject for which a wish holds.
//!
//! In this order: the wish becomes a formula in two rails ([`lower`]); quantifiers are written out over as many elements as can
//! matter ([`ground`]); clauses and theories look for an assignment ([`search`]); an assignment becomes evidence ([`choose`],
//! [`build`]), which the evaluator judges ([`witness`]) and which is then made as small as it can be ([`shrink`]).

mod atom;
mod build;
mod calendar;
mod choose;
mod clauses;
mod facts;
mod formula;
mod ground;
mod lower;
mod marks;
mod place;
mod search;
mod shrink;
mod sum;
mod term;
mod ways;
mod witness;

use std::collections::BTreeMap;

use kijun_eval::Days;
use kijun_model::{KindId, Model, ParameterId, Value};

use crate::{Case, Limits, Why, Wish};

/// Answers questions about subjects that could exist.
#[derive(Clone, Copy, Debug)]
pub struct Solver<'a> {
    /// The rules.
    pub model: &'a Model,
    /// The value of each parameter that is set.
    pub parameters: &'a BTreeMap<ParameterId, Value>,
    /// The days to prefer in a case, and the calendar. Every proof holds on every day.
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

impl<'a> Solver<'a> {
    /// Whether there can be a subject of a kind, with all the evidence that its vocabulary requires, for which a wish holds.
    ///
    /// Of what is required nothing is taken to be missing; of what is optional anything may be.
    #[must_use]
    pub fn find(&self, kind: KindId, wish: &Wish<'a>) -> Answer {
        search::search(*self, kind, wish)
    }
}
