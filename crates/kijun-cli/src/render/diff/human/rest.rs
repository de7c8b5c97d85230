//! The rest of a diff on a screen: figures, what results turned into, measures, exceptions, documents, counts.

use std::collections::BTreeSet;

use kijun_findings::{Change, Class, Finding, Outcome, ResultRow};
use kijun_report::diff::{Table, subject, tables};

use super::Page;
use crate::render::audit::line;
use crate::screen::{one_line, pad, width};

/// Tables that stand here as tables; what else is in them stands in lines.
const TABLES: [&str; 2] = ["figures", "transitions"];

impl Page<'_> {
    pub(super) fn rest(&self, out: &mut String) {
        if self.report.verbose {
            self.listed(out, "diff-class-moved", &[Class::Moved]);
        }
        self.persisting(out);
        self.tables(out, &TABLES);
        self.results(out);
        self.measures(out);
        self.exceptions(out);
        self.documents(out);
        for total in self.words.totals(self.diff) {
            self.hang(out, "", &total);
        }
    }

    /// What goes on unchanged is listed where everything is.
    fn persisting(&self, out: &mut String) {
        let told = |change: &'_ Change| -> Vec<String> {
            let sides = [&change.before, &change.after].into_iter().filter_map(|side| side.told.as_ref());
            sides.map(|told| told.finding.clone()).chain([change.id.clone()]).collect()
        };
        let changed: BTreeSet<String> = self.diff.changes.iter().flat_map(told).collect();
        let findings = self.record.findings.iter().filter(|finding| !changed.contains(&finding.id));
        let findings: Vec<&Finding> = findings.collect();
        if findings.is_empty() || !self.report.verbose {
            return;
        }
        self.title(out, "diff-persisting", findings.len());
        for finding in findings {
            let about =
                finding.subject.as_ref().map(subject).unwrap_or_else(|| self.words.pick(&finding.title));
            let level = self.words.level(finding.level);
            self.hang(out, "  ", &one_line(&[&*finding.id, &level, &finding.provision, &about].join("  ")));
        }
        line(out, "");
    }

    fn heading(&self, out: &mut String, key: &str) {
        line(out, &self.report.bold(&self.report.text(key, &[])));
    }

    /// Some of the tables, where they have rows.
    pub(super) fn tables(&self, out: &mut String, names: &[&str]) {
        for table in tables(self.diff, &self.words).iter().filter(|table| names.contains(&table.name)) {
            self.table(out, table);
        }
    }

    fn table(&self, out: &mut String, table: &Table) {
        line(out, &self.report.bold(&table.title));
        let rows: Vec<Vec<String>> = std::iter::once(table.head.clone()).chain(table.rows()).collect();
        let widest = |i: usize| rows.iter().filter_map(|row| row.get(i)).map(|cell| width(cell)).max();
        let widths: Vec<usize> = (0..table.head.len()).map(|i| widest(i).unwrap_or(0)).collect();
        match 2 + widths.iter().sum::<usize>() + 2 * widths.len().saturating_sub(1) <= self.columns {
            true => self.side_by_side(out, &rows, &widths),
            false => self.one_below_another(out, table),
        }
        line(out, "");
    }

    /// A table that the screen is too narrow for: each row as what it is about, then each cell after the name of its column.
    fn one_below_another(&self, out: &mut String, table: &Table) {
        for row in table.rows() {
            let cells = table.head.iter().zip(&row).skip(1);
            let cells: Vec<String> = cells.map(|(name, cell)| format!("{name}\u{a0}{cell}")).collect();
            self.hang(out, "  ", row.first().map_or("", |first| first));
            self.hang(out, "    ", &cells.join("  "));
        }
    }

    fn side_by_side(&self, out: &mut String, rows: &[Vec<String>], widths: &[usize]) {
        for row in rows {
            let cells = row.iter().zip(widths).enumerate().map(|(i, (cell, &to))| match i {
                0 => pad(cell, to),
                _ => format!("{}{cell}", " ".repeat(to.saturating_sub(width(cell)))),
            });
            line(out, &format!("  {}", cells.collect::<Vec<_>>().join("  ")));
        }
    }

    /// Which results changed, where everything is listed.
    fn results(&self, out: &mut String) {
        if self.diff.results.is_empty() || !self.report.verbose {
            return;
        }
        self.heading(out, "diff-table-results");
        for row in &self.diff.results {
            let cited = row.after.as_ref().or(row.before.as_ref()).unwrap_or(&row.lineage);
            self.headed(out, "  ", &one_line(cited), &one_line(&row.kind));
            for said in self.turned(row) {
                self.hang(out, "    ", &one_line(&said));
            }
        }
        line(out, "");
    }

    /// The subjects of a row by what their results turned into.
    fn turned(&self, row: &ResultRow) -> Vec<String> {
        let letters = row.old.chars().zip(row.new.chars());
        let mut by_letters: std::collections::BTreeMap<(char, char), Vec<String>> = Default::default();
        for (key, letters) in row.subjects.iter().zip(letters).filter(|(_, (old, new))| old != new) {
            by_letters.entry(letters).or_default().push(key.clone());
        }
        let name = |letter| match Outcome::from_letter(letter) {
            Some(outcome) => self.report.text(&format!("outcome-{}", outcome.name()), &[]),
            None => self.report.text("diff-no-result", &[]),
        };
        let comma = self.report.text("diff-comma", &[]);
        let said = |((old, new), keys): ((char, char), Vec<String>)| {
            format!("{}  {}", self.words.edition(Some(&name(old)), Some(&name(new))), keys.join(&comma))
        };
        by_letters.into_iter().map(said).collect()
    }

    fn exceptions(&self, out: &mut String) {
        let lines = self.diff.exceptions.iter();
        let name = |id: &str, title: String| format!("{id}  {title}");
        let lines = lines.map(|one| (name(&one.id, self.words.pick(&one.title)), self.words.exception(one)));
        self.lines(out, "diff-table-exceptions", lines.collect());
    }

    fn documents(&self, out: &mut String) {
        let lines = self.diff.documents.iter().map(|one| {
            let editions = self.words.edition(one.before.as_deref(), one.after.as_deref());
            (self.words.pick(&one.title), editions)
        });
        self.lines(out, "diff-table-documents", lines.collect());
    }

    /// What each is called, and below it what it came to.
    fn lines(&self, out: &mut String, key: &str, lines: Vec<(String, String)>) {
        if lines.is_empty() {
            return;
        }
        self.title(out, key, lines.len());
        for (name, said) in lines {
            self.hang(out, "  ", &one_line(&name));
            self.hang(out, "    ", &one_line(&said));
        }
        line(out, "");
    }
}
