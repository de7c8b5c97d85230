//! A row for each change, for a spreadsheet.

use kijun_findings::Diff;

use super::DiffWords;
use super::rows::{head, row};
use crate::csv;

/// All changes, in the order of the diff.
pub(super) fn csv(diff: &Diff, words: &DiffWords) -> String {
    let rows = diff.changes.iter().map(|change| csv::shown(row(words, diff, change)));
    let head = csv::row(head(words));
    std::iter::once(format!("{}{head}", csv::BYTE_ORDER_MARK)).chain(rows).collect()
}
