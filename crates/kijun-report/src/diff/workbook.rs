//! A diff as a workbook: the runs, the figures, a row for each change, what was resolved, and all else that changed.

use kijun_findings::{Change, Class, Diff};

use super::rows::{head, row};
use super::tables::{long_tables, tables};
use super::{DiffWords, Table};
use crate::book::{self, Cell, Sheet, WorkbookError};

/// The bytes of the workbook; the same diff gives the same.
pub(super) fn workbook(diff: &Diff, words: &DiffWords) -> Result<Vec<u8>, WorkbookError> {
    let gone = |change: &Change| matches!(change.class, Class::Resolved | Class::Better);
    let (resolved, changes): (Vec<&Change>, Vec<&Change>) = diff.changes.iter().partition(|c| gone(c));
    let mut sheets = vec![summary(diff, words)];
    sheets.push(list(diff, words, "diff-changes", &changes));
    sheets.push(list(diff, words, "diff-gone", &resolved));
    sheets.extend(tables(diff, words).into_iter().chain(long_tables(diff, words)).map(Table::into_sheet));
    book::workbook(&words.word("diff-title"), &diff.new.today, &sheets)
}

/// The runs, and what must be known to read the rest.
fn summary(diff: &Diff, words: &DiffWords) -> Sheet {
    let text = |key: &str| Cell::from(words.word(key));
    let runs = [("diff-old", &diff.old), ("diff-new", &diff.new)].map(|(key, run)| {
        let day = |day: &str| Cell::Date(day.to_owned());
        let engine = format!("{} {}", run.engine.name, run.engine.version);
        vec![
            text(key),
            words.pick(&run.title).into(),
            day(&run.period.start),
            day(&run.period.end),
            day(&run.today),
            day(&run.as_of),
            engine.into(),
        ]
    });
    let notes = words.factors(diff).into_iter().chain(words.doubts(diff)).chain(words.unattributed(diff));
    let notes = notes.chain(diff.is_empty().then(|| words.word("diff-empty")));
    let rows = runs.into_iter().chain(notes.map(|note| vec![Cell::from(""), note.into()])).collect();
    let keys = ["run", "title", "start", "end", "today", "as-of", "engine"];
    let head = keys.iter().map(|key| words.word(&format!("diff-column-{key}"))).collect();
    Sheet { name: words.word("diff-summary"), head, rows }
}

fn list(diff: &Diff, words: &DiffWords, name: &str, changes: &[&Change]) -> Sheet {
    let rows = changes.iter().map(|change| row(words, diff, change).map(Cell::from).into()).collect();
    Sheet { name: words.word(name), head: head(words), rows }
}
