//! The matrix as comma-separated values, one row for each higher statement, for a spreadsheet.
//!
//! It begins with the mark that tells a spreadsheet that the text is UTF-8: without it Japanese comes out as rubbish.

use kijun_findings::{ConformanceRecord, ConformanceRow};

use super::{judged, word};
use crate::render::audit::Report;

const BYTE_ORDER_MARK: char = '\u{feff}';

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
    let rows = record.rows.iter().map(|row| line(cells(report, row, &lower)));
    std::iter::once(format!("{BYTE_ORDER_MARK}{}", line(head))).chain(rows).collect()
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

fn line(cells: impl Iterator<Item = String>) -> String {
    let cells: Vec<String> = cells.map(|cell| quoted(&unarmed(&cell))).collect();
    format!("{}\r\n", cells.join(","))
}

/// A cell that a spreadsheet takes for a text, whatever it begins with: a formula in a title would be run.
fn unarmed(cell: &str) -> String {
    match cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        true => format!("'{cell}"),
        false => cell.to_owned(),
    }
}

fn quoted(cell: &str) -> String {
    match cell.contains([',', '"', '\n', '\r']) {
        true => format!("\"{}\"", cell.replace('"', "\"\"")),
        false => cell.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_spreadsheet_would_run_is_a_text() {
        let cells = ["=1+1", "+1", "-1", "@a", "a,\"b\"", "基準"].map(str::to_owned).into_iter();
        assert_eq!(line(cells), "'=1+1,'+1,'-1,'@a,\"a,\"\"b\"\"\",基準\r\n");
    }
}
