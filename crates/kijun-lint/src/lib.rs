//! Lints: what is probably not meant in rules that can be read.
//!
//! What this stage adds: for each lint, one file of `rules/` that says what it looks for, why, and how to write it instead, with its
//! check below. Lints cannot see each other. Nothing here reads a file or a manifest: what is looked at, and how bad each lint is, are
//! arguments.

mod cx;
mod lint;

mod bounds;
mod conditions;
mod exprs;
mod names;
mod numbering;
mod prose;
mod provisions;
mod quantity;
mod written;

mod allow;
mod run;

mod fix;
mod page;

mod rules;

pub use cx::Cx;
pub use fix::{Fixed, apply};
pub use lint::{Cost, Fixable, Group, Level, Lint};
pub use page::{PREAMBLE, files, page};
pub use rules::LINTS;
pub use run::{find, lint};
