//! The graph of standards: editions, links, effective sets.

mod effective;

pub use effective::{EffectiveException, EffectiveSet, EffectiveStatement};
