//! A record as a workbook: findings to filter, figures to calculate with. Text is written as text, never as a formula.

mod sheets;

use super::Report;
use super::view::RecordView;
use super::words::Words;
use crate::book::{self, WorkbookError};

/// The bytes of the workbook; the same record gives the same.
pub(super) fn workbook(report: &Report<'_>) -> Result<Vec<u8>, WorkbookError> {
    let words = Words::new(report.lang);
    let view = RecordView::of(report.record, report.previous, &words);
    let title = words.pick(&report.record.title);
    book::workbook(&title, &report.record.today, &sheets::all(&view, &words))
}
