//! Two runs beside each other, as people read them: in words, as tables, as a page, as a workbook.
//!
//! What changed and why stands in the [`Diff`]; here it is only said. A screen and a pull request are written where there is a terminal, with
//! the same [`DiffWords`] and the same [`tables`].

mod csv;
mod groups;
mod html;
mod lines;
mod rows;
mod sort;
mod tables;
mod why;
mod words;
mod workbook;

#[cfg(test)]
mod tests;

use kijun_diag::Lang;
use kijun_findings::Diff;

pub use groups::{Group, groups};
pub use sort::CauseSort;
pub use tables::{Table, tables};
pub use words::{DiffWords, place, subject};

use crate::WorkbookError;

/// A row for each change, for a spreadsheet.
#[must_use]
pub fn csv(diff: &Diff, lang: Lang) -> String {
    csv::csv(diff, &DiffWords::new(lang))
}

/// One page with the two runs side by side, that loads nothing from elsewhere.
#[must_use]
pub fn html(diff: &Diff, lang: Lang) -> String {
    html::page(diff, &DiffWords::new(lang))
}

/// The diff as a workbook: what changed, and the figures as tables.
///
/// # Errors
///
/// If it does not fit into one.
pub fn workbook(diff: &Diff, lang: Lang) -> Result<Vec<u8>, WorkbookError> {
    workbook::workbook(diff, &DiffWords::new(lang))
}
