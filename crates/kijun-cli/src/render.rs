//! Words for a person and values for a program.

pub(crate) mod audit;
pub(crate) mod diagnostics;
pub(crate) mod explain;
