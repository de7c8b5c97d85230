//! The tree as text without places, for tests.

use crate::ast::File;

/// Prints a tree.
#[must_use]
pub fn print(file: &File) -> String {
    format!("{file:#?}")
}
