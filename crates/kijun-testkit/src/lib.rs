//! Fixture reader, rules without files, and the naive reference evaluator, for tests only.

pub mod literate;

pub mod pairs;
pub mod smt;

mod rules;

mod arbitrary;
mod reference;

pub use arbitrary::{Dice, World};
pub use reference::Reference;
pub use rules::Rules;
