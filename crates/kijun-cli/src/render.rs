//! Words for a person and values for a program.

pub(crate) mod audit;
pub(crate) mod conform;
pub(crate) mod diagnostics;
mod excerpt;
pub(crate) mod explain;
pub(crate) mod sheets;
