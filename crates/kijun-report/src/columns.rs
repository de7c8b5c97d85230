//! What a workbook can hold, and how wide a text is in it.

use unicode_width::UnicodeWidthStr as _;

/// Rows of a sheet.
pub(crate) const MOST_ROWS: usize = 1_048_576;
/// UTF-16 units of a cell.
pub(crate) const LONGEST_CELL: usize = 32_767;

/// The width of a text's widest line, in characters of half width.
pub(crate) fn width(text: &str) -> usize {
    text.lines().map(|line| line.width()).max().unwrap_or(0)
}

/// How many lines a text takes in a column, where lines break a little before its end.
pub(crate) fn lines(text: &str, column: usize) -> usize {
    let room = column.saturating_sub(2).max(1);
    text.lines().map(|line| line.width().div_ceil(room).max(1)).sum::<usize>().max(1)
}
