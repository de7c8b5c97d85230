//! How wide columns are, how high rows, and on how many pages beside each other a sheet is printed.

use unicode_width::UnicodeWidthStr as _;

use super::{Cell, Sheet};

/// Columns are as wide as what they hold, within these.
const NARROWEST: usize = 6;
const WIDEST: usize = 60;
/// Characters across a page that can still be read.
const ACROSS: usize = 220;
/// The height of a line, and the greatest that a row can have, in points.
const LINE: f64 = 15.0;
const HIGHEST: f64 = 409.0;

/// Characters of a column, full-width ones as two.
pub(super) fn width(data: &Sheet, column: usize) -> usize {
    let wide = |text: &str| text.lines().map(|line| line.width()).max().unwrap_or(0);
    let cells = data.rows.iter().filter_map(|row| row.get(column)).map(|cell| match cell {
        Cell::Text(text) => wide(text),
        Cell::Number(n) => n.to_string().len(),
        Cell::Share(..) => "100.0%*".len(),
        Cell::Date(day) => day.len(),
    });
    let title = data.head.get(column).map_or(0, |title| wide(title) + 3);
    cells.chain([title]).max().unwrap_or(0).clamp(NARROWEST, WIDEST) + 1
}

/// The height of a row that needs more than a line. Not every program finds out by itself, and what is not seen is not read.
pub(super) fn height(cells: &[Cell], widths: &[usize]) -> Option<f64> {
    let lines = cells.iter().zip(widths).map(|(cell, width)| lines(cell, *width)).max().unwrap_or(1);
    (lines > 1).then(|| (lines as f64 * LINE).min(HIGHEST))
}

/// Lines that a cell takes at most: words do not fill a line to its end.
fn lines(cell: &Cell, width: usize) -> usize {
    let room = width.saturating_sub(width / 8).max(1);
    let long = |line: &str| match line.width() {
        short if short <= width => 1,
        wide => wide.div_ceil(room),
    };
    match cell {
        Cell::Text(text) => text.lines().map(long).sum(),
        _ => 1,
    }
}

/// Pages beside each other on which a sheet is printed.
pub(super) fn pages_across(widths: &[usize]) -> u16 {
    u16::try_from(widths.iter().sum::<usize>().div_ceil(ACROSS)).unwrap_or(u16::MAX).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_as_high_as_the_lines_of_its_longest_cell() {
        let text = |text: &str| Cell::from(text);
        assert_eq!(height(&[text("a"), Cell::Number(1)], &[10, 10]), None);
        assert_eq!(height(&[text("a\nb"), text("a")], &[10, 10]), Some(30.0));
        assert_eq!(height(&[text("主体認証の方法")], &[8]), Some(30.0));
        assert_eq!(height(&[text(&"a\n".repeat(1000))], &[8]), Some(409.0));
    }

    #[test]
    fn a_wide_sheet_is_printed_on_pages_that_can_be_read() {
        assert_eq!([&[0][..], &[220], &[221], &[60; 25]].map(pages_across), [1, 1, 2, 7]);
    }
}
