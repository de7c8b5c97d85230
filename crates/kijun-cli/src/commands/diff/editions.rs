//! Two editions of a standard, or two files of rules.

use std::path::Path;

use crate::args::DiffArgs;
use crate::commands::Cx;
use crate::exit::Exit;

/// Compares two editions.
pub(super) fn run(cx: &Cx<'_>, _args: &DiffArgs, _old: &Path, new: &Path) -> Exit {
    cx.complain("diff-no-edition", &[("edition", new.display().to_string().into())]);
    Exit::BadInput
}
