//! Words for a person and values for a program.

pub(crate) mod audit;
pub(crate) mod conform;
pub(crate) mod coverage;
mod csv;
pub(crate) mod diagnostics;
pub(crate) mod diff;
pub(crate) mod editions;
mod excerpt;
pub(crate) mod explain;
pub(crate) mod follow_up;
pub(crate) mod lint;
mod markdown;
pub(crate) mod measures;
pub(crate) mod mutants;
pub(crate) mod sheets;
pub(crate) mod verify;
