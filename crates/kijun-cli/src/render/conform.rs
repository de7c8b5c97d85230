//! A comparison of documents for a person, as Markdown and as CSV.

mod csv;
mod human;
mod markdown;
mod matrix;
mod page;

use kijun_findings::{ConformanceRecord, ConformanceRow, Judgement, VerdictName};

use super::audit::Report;

pub(crate) use csv::csv;
pub(crate) use human::human;
pub(crate) use markdown::markdown;
pub(crate) use page::Page;

/// The word for a verdict.
fn word(report: &Report<'_>, verdict: VerdictName) -> String {
    report.text(&format!("verdict-{}", verdict.name()), &[])
}

/// The word for a verdict, with the dimension that gave way.
fn judged(report: &Report<'_>, judgement: &Judgement) -> String {
    let word = word(report, judgement.verdict);
    match judgement.gaps.first() {
        None => word,
        Some(gap) => {
            let dimension = report.text(&format!("word-dimension-{}", gap.dimension.name()), &[]);
            report.text("conform-in-dimension", &[("verdict", word.into()), ("dimension", dimension.into())])
        }
    }
}

/// Whether less is demanded below than above.
fn falls_short(verdict: VerdictName) -> bool {
    matches!(
        verdict,
        VerdictName::Weaker | VerdictName::Incomparable | VerdictName::Partial | VerdictName::Uncovered
    )
}

/// Whether a higher statement recommends only: what falls short of it is told in the matrix, and is no finding.
fn is_recommended(row: &ConformanceRow) -> bool {
    row.force.starts_with("should")
}

/// A total, and numbers that sum to it: how many higher statements came to what.
fn summary(report: &Report<'_>, record: &ConformanceRecord) -> (String, Vec<String>) {
    let counted = VerdictName::ALL.into_iter().map(|verdict| (verdict, record.figures.of(verdict)));
    let counts = counted.filter(|(_, n)| *n > 0).map(|(verdict, n)| {
        let args = [("name", word(report, verdict).into()), ("n", n.to_string().into())];
        report.text("audit-level", &args)
    });
    let total = report.text("conform-total", &[("n", record.figures.total().to_string().into())]);
    (total, counts.collect())
}

/// The rows of each higher document, with the lower documents that stand beside it.
fn tables(record: &ConformanceRecord) -> Vec<Table<'_>> {
    let groups = record.rows.chunk_by(|a, b| a.document == b.document);
    let mut tables = Vec::new();
    for rows in groups {
        let Some(first) = rows.first() else { continue };
        let lower = first.cells.iter().map(|cell| cell.document.as_str()).collect();
        tables.push(Table { document: &first.document, lower, rows });
    }
    tables
}

/// The statements of one higher document.
struct Table<'a> {
    document: &'a str,
    /// The lower documents, in the order of each row's cells.
    lower: Vec<&'a str>,
    rows: &'a [ConformanceRow],
}

/// The title of a document.
fn title(report: &Report<'_>, record: &ConformanceRecord, document: &str) -> String {
    let standard = record.standards.iter().find(|standard| standard.standard == document);
    standard.map_or(String::new(), |standard| report.pick(&standard.title))
}

/// The part of a citation after the document: `2.2.1.1(a)#length`.
fn place(citation: &str) -> &str {
    citation.split_once(':').map_or(citation, |(_, place)| place)
}
