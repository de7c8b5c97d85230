//! Sheets of a workbook that holds what a program has found: texts as texts, never as formulas; numbers and days to calculate with.

mod size;

use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

/// Why there is no workbook.
#[derive(Debug)]
pub struct WorkbookError(XlsxError);

impl std::fmt::Display for WorkbookError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

impl std::error::Error for WorkbookError {}

impl From<XlsxError> for WorkbookError {
    fn from(error: XlsxError) -> WorkbookError {
        WorkbookError(error)
    }
}

/// A cell of a sheet.
#[derive(Clone, Debug)]
pub(crate) enum Cell {
    Text(String),
    Number(u64),
    /// Tenths of a percent, and whether a mark says that not all evidence was read.
    Share(u64, bool),
    /// A day, `YYYY-MM-DD`.
    Date(String),
}

impl Cell {
    /// Whether it is something to calculate with.
    pub(crate) fn is_number(&self) -> bool {
        matches!(self, Cell::Number(_) | Cell::Share(..))
    }

    /// Whether there is nothing in it.
    pub(crate) fn is_empty(&self) -> bool {
        matches!(self, Cell::Text(text) if text.is_empty())
    }
}

impl std::fmt::Display for Cell {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Cell::Text(text) | Cell::Date(text) => f.write_str(text),
            Cell::Number(n) => write!(f, "{n}"),
            Cell::Share(mille, marked) => {
                write!(f, "{}.{}%{}", mille / 10, mille % 10, if *marked { "*" } else { "" })
            }
        }
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Cell {
        Cell::Text(text)
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Cell {
        Cell::Text(text.to_owned())
    }
}

impl From<&Option<String>> for Cell {
    fn from(text: &Option<String>) -> Cell {
        Cell::Text(text.clone().unwrap_or_default())
    }
}

impl From<u64> for Cell {
    fn from(n: u64) -> Cell {
        Cell::Number(n)
    }
}

/// A sheet: a name, names of columns, rows.
pub(crate) struct Sheet {
    pub(crate) name: String,
    pub(crate) head: Vec<String>,
    pub(crate) rows: Vec<Vec<Cell>>,
}

/// The bytes of a workbook of these sheets; the same sheets give the same. `day` stands for when it was made, for the clock would make
/// every file another one.
pub(crate) fn workbook(title: &str, day: &str, sheets: &[Sheet]) -> Result<Vec<u8>, WorkbookError> {
    let mut book = Workbook::new();
    let day = ExcelDateTime::parse_from_str(day)?;
    book.set_properties(&DocProperties::new().set_title(title).set_creation_datetime(&day));
    let mut taken = Vec::new();
    for sheet in sheets {
        let name = free_name(&sheet.name, &mut taken);
        write(book.add_worksheet(), &name, sheet)?;
    }
    Ok(book.save_to_buffer()?)
}

/// What a cell can hold.
const LONGEST: usize = 32_767;

fn write(sheet: &mut Worksheet, name: &str, data: &Sheet) -> Result<(), XlsxError> {
    let head = Format::new()
        .set_bold()
        .set_background_color(Color::RGB(0x00E3_E8F0))
        .set_border(FormatBorder::Thin)
        .set_align(FormatAlign::Top);
    let body = Format::new().set_border(FormatBorder::Thin).set_text_wrap().set_align(FormatAlign::Top);
    let share = |marked: bool| body.clone().set_num_format(if marked { "0.0%\"*\"" } else { "0.0%" });
    let date = body.clone().set_num_format("yyyy-mm-dd");
    let widths: Vec<usize> = (0..data.head.len()).map(|column| size::width(data, column)).collect();
    sheet
        .set_name(name)?
        .set_landscape()
        .set_paper_size(9)
        .set_print_fit_to_pages(size::pages_across(&widths), 0)
        .set_repeat_rows(0, 0)?
        .set_footer("&C&P / &N");
    for (column, title) in (0_u16..).zip(&data.head) {
        sheet.write_string_with_format(0, column, title, &head)?;
    }
    for (row, cells) in (1_u32..).zip(&data.rows) {
        for (column, cell) in (0_u16..).zip(cells) {
            match cell {
                Cell::Text(text) => sheet.write_string_with_format(row, column, held(text), &body)?,
                // Counts of a run are far below what a double holds exactly.
                Cell::Number(n) => sheet.write_number_with_format(row, column, *n as f64, &body)?,
                Cell::Share(mille, marked) => {
                    sheet.write_number_with_format(row, column, *mille as f64 / 1000.0, &share(*marked))?
                }
                Cell::Date(day) => match ExcelDateTime::parse_from_str(day) {
                    Ok(day) => sheet.write_datetime_with_format(row, column, &day, &date)?,
                    Err(_) => sheet.write_string_with_format(row, column, held(day), &body)?,
                },
            };
        }
    }
    for (column, width) in (0_u16..).zip(&widths) {
        sheet.set_column_width(column, *width as f64)?;
    }
    for (row, cells) in (1_u32..).zip(&data.rows) {
        if let Some(height) = size::height(cells, &widths) {
            sheet.set_row_height(row, height)?;
        }
    }
    let (last, columns) =
        (u32::try_from(data.rows.len()).unwrap_or(0), u16::try_from(data.head.len()).unwrap_or(1));
    sheet.autofilter(0, 0, last, columns.saturating_sub(1))?;
    sheet.set_freeze_panes(1, 1)?;
    Ok(())
}

/// As much of a text as a cell can hold.
fn held(text: &str) -> String {
    let shown = text.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).take(LONGEST);
    crate::harmless(&shown.collect::<String>())
}

/// A name that a sheet may have and no other sheet has: at most 31 characters, without those that Excel refuses.
fn free_name(name: &str, taken: &mut Vec<String>) -> String {
    let fine: String =
        name.chars().map(|c| if "[]:*?/\\'".contains(c) || c.is_control() { '-' } else { c }).collect();
    let base: String = if fine.trim().is_empty() { "-".to_owned() } else { fine.chars().take(27).collect() };
    let mut candidate = base.clone();
    let mut n = 2;
    while taken.contains(&candidate.to_lowercase()) {
        candidate = format!("{base}-{n}");
        n += 1;
    }
    taken.push(candidate.to_lowercase());
    candidate
}
