//! Comma-separated values for a spreadsheet.

use kijun_report::csv::{BYTE_ORDER_MARK, shown};

/// Rows of cells, the first of them the head.
pub(crate) fn table(rows: impl Iterator<Item = Vec<String>>) -> String {
    let lines: String = rows.map(shown).collect();
    format!("{BYTE_ORDER_MARK}{lines}")
}
