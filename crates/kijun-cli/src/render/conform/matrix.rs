//! The matrix of coverage on a screen: higher statements down, lower documents across.

use kijun_findings::{ConformanceRecord, ConformanceRow, VerdictName};

use super::{Table, falls_short, is_recommended, place, title, word};
use crate::render::audit::Report;
use crate::screen::{columns, cut, harmless, pad, width};

/// Lower documents that stand beside each other; more of them take a further table.
const ACROSS: usize = 10;
/// Columns of one lower document.
const CELL: usize = 4;
/// Follows the number of what is only recommended.
const RECOMMENDED: &str = " *";
/// The widest that the number of a statement gets.
const NUMBER: usize = 28;

/// The tables of all higher documents, then what the signs mean.
pub(super) fn matrix(report: &Report<'_>, record: &ConformanceRecord) -> Vec<String> {
    let mut lines = Vec::new();
    for table in super::tables(record) {
        let (document, name) = (table.document, title(report, record, table.document));
        lines.push(format!("{}  {}", report.bold(document), harmless(&name)));
        for (number, lower) in table.lower.iter().enumerate() {
            let name = harmless(&title(report, record, lower));
            lines.push(format!("  [{}] {lower}  {name}", number + 1));
        }
        let blocks = table.lower.len().div_ceil(ACROSS);
        for block in 0..blocks {
            let sides = Sides::of(report, &table, block * ACROSS);
            lines.push(sides.head(report));
            lines.extend(sides.rows(report));
        }
        lines.push(String::new());
    }
    lines.extend(legend(report, record));
    lines
}

/// A table of some lower documents, with its widths.
struct Sides<'a> {
    table: &'a Table<'a>,
    from: usize,
    to: usize,
    number: usize,
    verdict: usize,
    title: usize,
}

impl Sides<'_> {
    fn of<'a>(report: &Report<'_>, table: &'a Table<'a>, from: usize) -> Sides<'a> {
        let longest = |texts: &mut dyn Iterator<Item = String>| texts.map(|t| width(&t)).max().unwrap_or(0);
        let mut places = table.rows.iter().map(number);
        let number = longest(&mut places).min(NUMBER);
        let head = std::iter::once(report.text("conform-together", &[]));
        let words = table.rows.iter().map(|row| word(report, row.judgement.verdict));
        let verdict = longest(&mut head.chain(words));
        let to = table.lower.len().min(from + ACROSS);
        let mut titles = table.rows.iter().map(|row| harmless(&report.pick(&row.title)));
        let room = columns().saturating_sub(2 + number + 2 + 2 + verdict + (to - from) * CELL);
        let title = longest(&mut titles).min(room);
        Sides { table, from, to, number, verdict, title }
    }

    fn head(&self, report: &Report<'_>) -> String {
        let lead = pad("", 2 + self.number + 2 + self.title + 2);
        let together = pad(&report.text("conform-together", &[]), self.verdict);
        let numbers: String = (self.from..self.to).map(|n| middle(&format!("[{}]", n + 1))).collect();
        report.dim(format!("{lead}{together}{numbers}").trim_end())
    }

    fn rows(&self, report: &Report<'_>) -> Vec<String> {
        let mut clause = "";
        let mut lines = Vec::new();
        for row in self.table.rows {
            let own = row.statement.split('#').next().unwrap_or("");
            // The title is the clause's: it stands beside the first of its statements.
            let title = if own == clause { String::new() } else { harmless(&report.pick(&row.title)) };
            clause = own;
            lines.push(self.row(report, row, &title));
        }
        lines
    }

    fn row(&self, report: &Report<'_>, row: &ConformanceRow, title: &str) -> String {
        let number = pad(&cut(&number(row), self.number), self.number);
        let title = pad(&cut(title, self.title), self.title);
        let verdict = row.judgement.verdict;
        let together = pad(&word(report, verdict), self.verdict);
        let together = if falls_short(verdict) { report.warn(&together) } else { together };
        let cells = row.cells.get(self.from..self.to).unwrap_or(&[]);
        let signs: String = cells.iter().map(|cell| middle(sign(cell.judgement.verdict))).collect();
        format!("  {number}  {title}  {together}{signs}").trim_end().to_owned()
    }
}

/// The number of a statement, with a mark where it is only recommended.
fn number(row: &ConformanceRow) -> String {
    let mark = if is_recommended(row) { RECOMMENDED } else { "" };
    format!("{}{mark}", harmless(place(&row.statement)))
}

/// In the middle of a document's columns.
fn middle(text: &str) -> String {
    let rest = CELL.saturating_sub(width(text));
    format!("{}{text}{}", " ".repeat(rest - rest / 2), " ".repeat(rest / 2))
}

/// What the signs mean, of those that occur.
fn legend(report: &Report<'_>, record: &ConformanceRecord) -> Vec<String> {
    let cells = || record.rows.iter().flat_map(|row| &row.cells).map(|cell| cell.judgement.verdict);
    let used = VerdictName::ALL.into_iter().filter(|verdict| cells().any(|v| v == *verdict));
    let all: Vec<VerdictName> = used.collect();
    let longest = all.iter().map(|verdict| width(&word(report, *verdict))).max().unwrap_or(0);
    let aligned = |verdict: VerdictName| {
        let meaning = report.text(&format!("verdict-meaning-{}", verdict.name()), &[]);
        report.dim(&format!("  {}  {}  {meaning}", sign(verdict), pad(&word(report, verdict), longest)))
    };
    let mut lines: Vec<String> = all.into_iter().map(aligned).collect();
    if record.rows.iter().any(is_recommended) {
        let meaning = report.text("conform-recommended", &[]);
        lines.push(report.dim(&format!(" {RECOMMENDED}  {meaning}")));
    }
    lines
}

/// One character that every terminal shows as wide as it should.
fn sign(verdict: VerdictName) -> &'static str {
    match verdict {
        VerdictName::Stricter => ">",
        VerdictName::Equal => "=",
        VerdictName::Adopted => "A",
        VerdictName::Excluded => "X",
        VerdictName::Weaker => "<",
        VerdictName::Incomparable => "#",
        VerdictName::Partial => "/",
        VerdictName::Uncovered => ".",
        VerdictName::Undeclared => "i",
        VerdictName::Undecided => "?",
        VerdictName::Permission => "-",
    }
}
