//! Fixture reader and the naive reference evaluator, for tests only.

pub mod literate;

pub mod pairs;
pub mod smt;

mod arbitrary;
mod reference;

pub use arbitrary::{Dice, World};
pub use reference::Reference;
