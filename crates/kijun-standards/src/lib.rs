//! The graph of standards: editions, links, effective sets.
//!
//! What this stage adds: which edition binds on a day, which provision stands above which, which value a parameter has, which
//! exception holds. What later stages no longer know: documents that contradict the calendar, circles. It asks no clock;
//! dates are arguments.

mod dag;
mod graph;
mod target;
mod tiers;

mod citations;
mod editions;
mod links;

mod chain;
mod direct;
mod lineage;

mod binding;
mod effective;
mod exceptions;
mod limits;
mod parameters;
mod uses;

pub mod print;

mod problems;

#[cfg(test)]
mod tests;

pub use binding::Effective;
pub use chain::ChainLink;
pub use editions::State;
pub use effective::{EffectiveException, EffectiveSet, EffectiveStatement};
pub use exceptions::{ExceptionProblem, RefusedException};
pub use graph::{Standards, build};
pub use limits::Limit;
pub use parameters::allows;
pub use target::{cite_edition, clauses_of, edition_of, statements_of};
