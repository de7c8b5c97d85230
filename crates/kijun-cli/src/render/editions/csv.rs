//! Two editions as comma-separated values and as a workbook: a row for each provision that is not the same.

use kijun_findings::{EditionsRecord, ProvisionRecord, StatementMoved};
use kijun_report::{List, WorkbookError, lists};

use super::Words;
use super::marked::marked;
use crate::render::audit::Report;
use crate::render::csv::table;

const COLUMNS: [&str; 13] = [
    "identity",
    "substance",
    "known",
    "before",
    "after",
    "title",
    "moved",
    "lost",
    "gained",
    "words",
    "marks",
    "below",
    "named",
];

/// The rows, with a head.
pub(crate) fn csv(report: &Report<'_>, record: &EditionsRecord) -> String {
    let words = Words { report, record };
    let rows = record.provisions.iter().map(|provision| words.row(provision));
    table(std::iter::once(words.head(&COLUMNS)).chain(rows))
}

/// The same as a workbook; its second sheet lists what becomes of each document below, a row for each.
///
/// # Errors
///
/// If there is more than a workbook can hold.
pub(crate) fn workbook(report: &Report<'_>, record: &EditionsRecord) -> Result<Vec<u8>, WorkbookError> {
    let words = Words { report, record };
    let below = record.provisions.iter().flat_map(|provision| {
        let numbers = words.numbers(provision);
        words.belows(provision).into_iter().map(move |(said, _)| vec![numbers.clone(), said])
    });
    let sheets = vec![
        List {
            name: words.text("editions-sheet-provisions"),
            head: words.head(&COLUMNS),
            rows: record.provisions.iter().map(|provision| words.row(provision)).collect(),
        },
        List {
            name: words.text("editions-column-below"),
            head: words.head(&["provision", "below"]),
            rows: below.collect(),
        },
    ];
    lists(&words.title(), &record.as_of, sheets)
}

impl Words<'_> {
    fn head(&self, columns: &[&str]) -> Vec<String> {
        columns.iter().map(|name| self.text(&format!("editions-column-{name}"))).collect()
    }

    fn row(&self, provision: &ProvisionRecord) -> Vec<String> {
        let cited = |clauses: &[kijun_findings::CitedClause]| {
            self.lines(clauses.iter().map(|clause| clause.clause.clone()))
        };
        let source =
            |moved: &[StatementMoved]| self.lines(moved.iter().map(|moved| self.report.pick(&moved.source)));
        let words = provision.wordings.iter().map(|w| format!("{}: {}", self.field(w), marked(&w.pieces)));
        vec![
            self.text(&format!("editions-identity-{}", provision.identity.name())),
            self.text(&format!("editions-substance-{}", provision.substance.name())),
            self.text(&format!("editions-known-{}", provision.known.name())),
            cited(&provision.before),
            cited(&provision.after),
            self.report.pick(&provision.title),
            self.lines(provision.aspects.iter().map(|moved| self.moved(moved))),
            source(&provision.lost),
            source(&provision.gained),
            self.lines(words),
            self.lines(self.remarks(provision).into_iter()),
            self.lines(self.belows(provision).into_iter().map(|(said, _)| said)),
            self.lines(provision.named_by.iter().map(|naming| naming.name.clone())),
        ]
    }

    fn lines(&self, all: impl Iterator<Item = String>) -> String {
        all.collect::<Vec<_>>().join("\n")
    }
}
