//! Effective statements and subjects to results, in three values.
//!
//! This stage adds what a statement comes to for a subject, and why. It no longer knows the rules' text. It is pure
//! and total: no I/O, no clock, no randomness; every program ends, and the same inputs give the same results in
//! any order and on any number of threads.
//!
//! Evidence that is not there never passes: what reads it is unknown, and so is whatever that decides. The only
//! questions that absence answers are `is present` and what stands above a root of a tree, and only of what may rightly be
//! absent: a field declared `T?`, or a field under such a one that is absent itself. A required field that is missing is a doubt, there too.

mod truth;

mod calendar;
mod scalar;

mod arithmetic;
mod compare;

mod arena;
mod written;

mod compile;
mod hierarchy;
mod population;
mod program;

mod range;
mod run;

mod conditions;
mod judge;
mod measure;

mod trail;

mod explain;
mod message;

pub use calendar::{Calendar, Days};
pub use compile::{MAX_DEPTH, MAX_NODES, Refusal};
pub use conditions::Conditions;
pub use explain::{Explanation, Found, Observation, Step};
pub use measure::{Figure, PartFigure, Tallies, Total};
pub use population::{Coverage, Population};
pub use program::{Objected, Objection, Problem, Program, compile};
pub use run::Scratch;
pub use trail::element_labels;
pub use truth::{Doubt, Truth};
pub use written::Form;
