//! The questions as a workbook: what is given is locked, what is asked for is open and checked as it is typed.

use kijun_diag::Catalogue;
use rust_xlsxwriter::{
    DataValidation, DataValidationRule, DocProperties, ExcelDateTime, Format, FormatAlign, ProtectionOptions,
    Workbook, Worksheet, XlsxError,
};

use super::{N_COLUMNS, N_GIVEN, Questionnaire};
use crate::Refused;
use crate::page::{cell, fits, head, height, keys_fit, print_setup, refused, width};

/// The row of the header; above it stand the title, what it is about, and how to fill it in.
const HEADER: u32 = 3;
/// The columns of the day and of the answer.
const DAY: u16 = 6;
const ANSWER: u16 = 7;
/// Least and most widths of the columns, in characters of half width.
const WIDTHS: [(usize, usize); N_COLUMNS] =
    [(12, 20), (12, 28), (10, 24), (24, 56), (6, 18), (6, 24), (12, 14), (10, 14), (24, 24)];

/// The bytes of the workbook.
pub(super) fn write(catalogue: &Catalogue, sheet: &Questionnaire) -> Result<Vec<u8>, Refused> {
    keys_fit(sheet.rows.iter().map(|row| &*row.subject))?;
    let texts = sheet.rows.iter().flat_map(|row| row.cells());
    fits(sheet.rows.len() + HEADER as usize + 1, texts)?;
    let mut workbook = Workbook::new();
    let made = ExcelDateTime::parse_from_str(&sheet.day).map_err(refused)?;
    workbook
        .set_properties(&DocProperties::new().set_title(sheet.title(catalogue)).set_creation_datetime(&made));
    fill(catalogue, sheet, workbook.add_worksheet()).map_err(refused)?;
    workbook.save_to_buffer().map_err(refused)
}

fn fill(catalogue: &Catalogue, sheet: &Questionnaire, page: &mut Worksheet) -> Result<(), XlsxError> {
    page.set_name(catalogue.text("questionnaire-sheet", &[]))?;
    let widths = widths(catalogue, sheet);
    for (column, &width) in (0..).zip(&widths) {
        page.set_column_width(column, width)?;
    }
    top(catalogue, sheet, page, widths.iter().sum())?;
    rows(sheet, page, &widths)?;
    let last = HEADER + u32::try_from(sheet.rows.len()).unwrap_or(0).max(1);
    checks(catalogue, sheet, page, last)?;
    page.autofilter(HEADER, 0, last, LAST)?;
    page.set_freeze_panes(HEADER + 1, 0)?;
    let options = ProtectionOptions {
        format_columns: true,
        format_rows: true,
        sort: true,
        use_autofilter: true,
        ..ProtectionOptions::new()
    };
    page.protect_with_options(&options);
    print_setup(page, HEADER, &sheet.title(catalogue))
}

const LAST: u16 = N_COLUMNS as u16 - 1;

fn top(
    catalogue: &Catalogue,
    sheet: &Questionnaire,
    page: &mut Worksheet,
    whole: u16,
) -> Result<(), XlsxError> {
    let plain = Format::new().set_align(FormatAlign::Left).set_align(FormatAlign::VerticalCenter);
    let title = plain.clone().set_bold().set_font_size(14);
    let wrapped = plain.clone().set_text_wrap();
    page.merge_range(0, 0, 0, LAST, &sheet.title(catalogue), &title)?;
    page.set_row_height(0, 24)?;
    page.merge_range(1, 0, 1, LAST, &sheet.about(catalogue), &plain)?;
    let instruction = sheet.instruction(catalogue);
    page.merge_range(2, 0, 2, LAST, &instruction, &wrapped)?;
    page.set_row_height(2, height([(&*instruction, whole)]))?;
    let head = head();
    for (column, name) in (0..).zip(sheet.header(catalogue)) {
        page.write_string_with_format(HEADER, column, name, &head)?;
    }
    Ok(())
}

fn rows(sheet: &Questionnaire, page: &mut Worksheet, widths: &[u16; N_COLUMNS]) -> Result<(), XlsxError> {
    let cell = cell();
    let open = cell.clone().set_unlocked().set_background_color(0x00FF_FBE6);
    let day = open.clone().set_num_format("yyyy-mm-dd");
    for (at, row) in (HEADER + 1..).zip(&sheet.rows) {
        page.set_row_height(at, height(row.cells().into_iter().zip(widths.iter().copied())))?;
        for (column, text) in (0..).zip(row.cells()) {
            // On a sheet without subjects, whom an answer is about is for people to say.
            let format = if text.is_empty() && column >= DAY - 2 { &open } else { &cell };
            page.write_string_with_format(at, column, text, format)?;
        }
        for column in DAY..=LAST {
            page.write_blank(at, column, if column == DAY { &day } else { &open })?;
        }
    }
    Ok(())
}

/// As wide as the longest text asks, within bounds; what is longer goes on in the next line.
fn widths(catalogue: &Catalogue, sheet: &Questionnaire) -> [u16; N_COLUMNS] {
    let mut widest = sheet.header(catalogue).map(|name| width(&name));
    for row in &sheet.rows {
        for (widest, text) in widest.iter_mut().zip(row.cells()) {
            *widest = (*widest).max(width(text));
        }
    }
    let mut widths = [0; N_COLUMNS];
    for (at, (widest, (least, most))) in widths.iter_mut().zip(widest.into_iter().zip(WIDTHS)) {
        *at = u16::try_from((widest + 2).clamp(least, most)).unwrap_or(u16::MAX);
    }
    widths
}

/// What is typed is looked at: a day is a day, and an answer one of those that are read back.
fn checks(
    catalogue: &Catalogue,
    sheet: &Questionnaire,
    page: &mut Worksheet,
    last: u32,
) -> Result<(), XlsxError> {
    let word = |key: &str| catalogue.text(&format!("questionnaire-{key}"), &[]);
    let first = ExcelDateTime::parse_from_str("1990-01-01")?;
    let end = ExcelDateTime::parse_from_str("2199-12-31")?;
    let day = DataValidation::new()
        .allow_date(DataValidationRule::Between(first, end))
        .set_error_message(word("not-a-day"))?;
    let answer =
        DataValidation::new().allow_list_strings(&sheet.replies)?.set_error_message(word("not-an-answer"))?;
    page.add_data_validation(HEADER + 1, DAY, last, DAY, &day)?;
    page.add_data_validation(HEADER + 1, ANSWER, last, ANSWER, &answer)?;
    Ok(())
}

const _: () = assert!(N_GIVEN == DAY as usize);
