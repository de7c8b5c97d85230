//! A sample as a workbook. It is a record: nothing in it is for filling in.

use kijun_diag::Catalogue;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError};

use super::{N_COLUMNS, Sample};
use crate::Refused;
use crate::page::{self, cell, fits, head, keys_fit, refused, width};

/// Least and most widths of the columns, in characters of half width.
const WIDTHS: [(usize, usize); N_COLUMNS] =
    [(10, 24), (10, 30), (8, 30), (8, 8), (8, 10), (68, 68), (10, 30)];
/// The column of the rank, which is a number.
const RANK: u16 = 3;

/// The bytes of the workbook.
pub(super) fn write(catalogue: &Catalogue, sample: &Sample) -> Result<Vec<u8>, Refused> {
    keys_fit(sample.rows.iter().map(|row| row.subject.as_str()))?;
    let texts = sample.rows.iter().flat_map(|row| [&row.stratum, &row.subject, &row.unit]);
    fits(sample.rows.len() + sample.top(catalogue).len() + 1, texts.map(String::as_str))?;
    let mut workbook = Workbook::new();
    let made = ExcelDateTime::parse_from_str(&sample.day).map_err(refused)?;
    let title = sample.name.as_str();
    workbook.set_properties(&DocProperties::new().set_title(title).set_creation_datetime(&made));
    fill(catalogue, sample, workbook.add_worksheet()).map_err(refused)?;
    workbook.save_to_buffer().map_err(refused)
}

fn fill(catalogue: &Catalogue, sample: &Sample, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    sheet.set_name(catalogue.text("sample-sheet", &[]))?;
    let bold = Format::new().set_bold().set_font_size(14);
    let plain = Format::new();
    let top = sample.top(catalogue);
    for (row, text) in (0..).zip(&top) {
        sheet.write_string_with_format(row, 0, text, if row == 0 { &bold } else { &plain })?;
    }
    let header = u32::try_from(top.len()).unwrap_or(0);
    let mut widest = [0; N_COLUMNS];
    for (column, (name, widest)) in (0..).zip(sample.header(catalogue).into_iter().zip(&mut widest)) {
        *widest = width(&name);
        sheet.write_string_with_format(header, column, name, &head())?;
    }
    let text = cell().set_align(FormatAlign::Top);
    for (at, row) in (header + 1..).zip(&sample.rows) {
        for (column, (cell, widest)) in (0..).zip(sample.cells(row).into_iter().zip(&mut widest)) {
            *widest = width(&cell).max(*widest);
            match column {
                RANK => sheet.write_number_with_format(at, column, row.rank as f64, &text)?,
                _ => sheet.write_string_with_format(at, column, cell, &text)?,
            };
        }
    }
    for (column, (widest, (least, most))) in (0..).zip(widest.into_iter().zip(WIDTHS)) {
        let width = u32::try_from((widest + 2).clamp(least, most)).unwrap_or(u32::MAX);
        sheet.set_column_width(column, width)?;
    }
    let last = header + u32::try_from(sample.rows.len()).unwrap_or(0).max(1);
    sheet.autofilter(header, 0, last, N_COLUMNS as u16 - 1)?;
    sheet.set_freeze_panes(header + 1, 0)?;
    page::print_setup(sheet, header, &top[0])
}
