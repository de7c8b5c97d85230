//! Fixture reader and the naive reference evaluator, for tests only.

pub mod literate;
