//! The matrix as comma-separated values, one row for each higher statement, for a spreadsheet.

use kijun_findings::{ConformanceRecord, ConformanceRow};

use super::{judged, word};
use crate::render::audit::Report;
use crate::render::csv::table;

/// The rows, with a column for each lower document of the comparison.
pub(crate) fn csv(report: &Report<'_>, record: &ConformanceRecord) -> String {
    let mut lower: Vec<&str> = Vec::new();
    for cell in record.rows.iter().flat_map(|row| &row.cells) {
        if !lower.contains(&cell.document.as_str()) {
            lower.push(&cell.document);
        }
    }
    let heads =
        ["statement", "force", "title", "together"].map(|name| report.text(&format!("conform-{name}"), &[]));
    let head = heads.into_iter().chain(lower.iter().map(|name| (*name).to_owned()));
    let rows = record.rows.iter().map(|row| cells(report, row, &lower).collect::<Vec<_>>());
    table(std::iter::once(head.collect()).chain(rows))
}

fn cells(report: &Report<'_>, row: &ConformanceRow, lower: &[&str]) -> impl Iterator<Item = String> {
    let own =
        [row.statement.clone(), row.force.clone(), report.pick(&row.title), judged(report, &row.judgement)];
    let of = |name: &&str| {
        let cell = row.cells.iter().find(|cell| cell.document == *name);
        cell.map_or(String::new(), |cell| word(report, cell.judgement.verdict))
    };
    own.into_iter().chain(lower.iter().map(of).collect::<Vec<_>>())
}
