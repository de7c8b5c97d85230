//! What the workbooks have in common: what they can hold, how wide a text is in them, how they look and how they are printed.

use rust_xlsxwriter::{Format, FormatAlign, FormatBorder, Worksheet, XlsxError};
use unicode_width::UnicodeWidthStr as _;

/// Rows of a sheet.
const MOST_ROWS: usize = 1_048_576;
/// UTF-16 units of a cell.
const LONGEST_CELL: usize = 32_767;
/// Points of the tallest row.
const TALLEST: u32 = 409;
/// The paper that offices print on: A4.
const A4: u8 = 9;
/// The colour of lines.
const GREY: u32 = 0x00A0_A8B0;

/// Why there is no file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// A workbook cannot hold so many rows.
    TooManyRows(usize),
    /// A cell of a workbook cannot hold so long a key.
    KeyTooLong {
        /// How it begins.
        key: String,
        /// Its length in UTF-16 units, as workbooks count.
        length: usize,
        /// How much a cell holds.
        most: usize,
    },
    /// A cell of a workbook cannot hold so long a text, which begins so.
    TooLong(String),
    /// Something else that the format does not allow.
    Format(String),
}

pub(crate) fn refused(error: XlsxError) -> Refused {
    Refused::Format(error.to_string())
}

/// Whether a sheet can hold so many rows and these texts. A text that was cut would be another subject's key, so nothing is.
pub(crate) fn fits<'t>(n_rows: usize, mut texts: impl Iterator<Item = &'t str>) -> Result<(), Refused> {
    if n_rows > MOST_ROWS {
        return Err(Refused::TooManyRows(n_rows));
    }
    match texts.find(|text| units(text) > LONGEST_CELL) {
        Some(text) => Err(Refused::TooLong(beginning(text))),
        None => Ok(()),
    }
}

/// Whether a cell can hold each of these keys.
pub(crate) fn keys_fit<'t>(mut keys: impl Iterator<Item = &'t str>) -> Result<(), Refused> {
    match keys.find(|key| units(key) > LONGEST_CELL) {
        Some(key) => Err(Refused::KeyTooLong { key: beginning(key), length: units(key), most: LONGEST_CELL }),
        None => Ok(()),
    }
}

fn units(text: &str) -> usize {
    text.encode_utf16().count()
}

fn beginning(text: &str) -> String {
    text.chars().take(40).collect()
}

/// The width of a text's widest line, in characters of half width.
pub(crate) fn width(text: &str) -> usize {
    text.lines().map(|line| line.width()).max().unwrap_or(0)
}

/// How many lines a text takes in a column, where lines break a little before its end.
fn lines(text: &str, column: usize) -> usize {
    let room = column.saturating_sub(2).max(1);
    text.lines().map(|line| line.width().div_ceil(room).max(1)).sum::<usize>().max(1)
}

/// The height of a row in points, so that every line of its texts is seen: not every program finds it out by itself.
pub(crate) fn height<'t>(cells: impl IntoIterator<Item = (&'t str, u16)>) -> u32 {
    let lines = cells.into_iter().map(|(text, column)| lines(text, usize::from(column)));
    let lines = u32::try_from(lines.max().unwrap_or(1)).unwrap_or(u32::MAX);
    lines.saturating_mul(14).saturating_add(6).min(TALLEST)
}

/// A cell with a text.
pub(crate) fn cell() -> Format {
    let middle = Format::new().set_text_wrap().set_align(FormatAlign::VerticalCenter);
    middle.set_border(FormatBorder::Thin).set_border_color(GREY)
}

/// A cell that names a column.
pub(crate) fn head() -> Format {
    cell().set_bold().set_align(FormatAlign::Center).set_background_color(0x00DD_E3EC)
}

/// On paper: across, as wide as the page, the header on each page, and which page it is.
pub(crate) fn print_setup(sheet: &mut Worksheet, header: u32, title: &str) -> Result<(), XlsxError> {
    sheet.set_landscape().set_paper_size(A4).set_print_fit_to_pages(1, 0);
    sheet.set_repeat_rows(header, header)?;
    // `&` begins a code there, and there is room for 255 characters.
    let title: String = title.chars().take(100).collect();
    sheet.set_header(format!("&R{}", title.replace('&', "&&")));
    sheet.set_footer("&C&P / &N");
    Ok(())
}
