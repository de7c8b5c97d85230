//! The figures of a diff, and what else changed, as tables: the same on a screen, in a document, on a page and in a workbook.

use std::collections::BTreeMap;

use kijun_findings::{
    Class, Diff, ExceptionChange, Level, MeasureSort, MeasureState, Outcome, Partition, ResultRow,
};

use super::{CauseSort, DiffWords};
use crate::book::{Cell, Sheet};

/// A table with names of columns. The first cell of each row says what the row is about.
#[derive(Debug)]
pub struct Table {
    /// What it is called in code.
    pub name: &'static str,
    /// Its title.
    pub title: String,
    /// The names of its columns.
    pub head: Vec<String>,
    rows: Vec<Vec<Cell>>,
}

impl Table {
    /// The rows as texts.
    pub fn rows(&self) -> impl Iterator<Item = Vec<String>> + '_ {
        self.rows.iter().map(|row| row.iter().map(Cell::to_string).collect())
    }

    /// Whether a column holds numbers, and besides them at most nothing.
    #[must_use]
    pub fn is_number(&self, column: usize) -> bool {
        let cells = || self.rows.iter().filter_map(|row| row.get(column));
        cells().any(Cell::is_number) && cells().all(|cell| cell.is_number() || cell.is_empty())
    }

    /// Whether it has no rows.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    pub(super) fn into_sheet(self) -> Sheet {
        Sheet { name: self.title, head: self.head, rows: self.rows }
    }
}

/// Every table that has rows: findings by class and level, and by the sort of their cause; results, what results turned into, measures, exceptions, documents.
#[must_use]
pub fn tables(diff: &Diff, words: &DiffWords) -> Vec<Table> {
    let all = [classes, sorts, figures, transitions, measures, exceptions, documents];
    all.iter().map(|table| table(diff, words)).filter(|table| !table.is_empty()).collect()
}

/// The tables that may be long: provisions, results one by one, files.
pub(super) fn long_tables(diff: &Diff, words: &DiffWords) -> Vec<Table> {
    let all = [statements, results, inputs];
    all.iter().map(|table| table(diff, words)).filter(|table| !table.is_empty()).collect()
}

/// A table; its columns by their keys.
fn table(words: &DiffWords, name: &'static str, keys: &[&str], rows: Vec<Vec<Cell>>) -> Table {
    let head = keys.iter().map(|key| words.word(&format!("diff-column-{key}"))).collect();
    Table { name, title: words.word(&format!("diff-table-{name}")), head, rows }
}

/// The same with the names of its columns.
fn with_head(words: &DiffWords, name: &'static str, head: Vec<String>, rows: Vec<Vec<Cell>>) -> Table {
    Table { head, ..table(words, name, &[], rows) }
}

fn classes(diff: &Diff, words: &DiffWords) -> Table {
    let mut counts: BTreeMap<(Class, Option<Level>), u64> = BTreeMap::new();
    for change in &diff.changes {
        *counts.entry((change.class, change.level())).or_default() += 1;
    }
    let row = |name: String, counts: [u64; 4], sum: u64| {
        [vec![Cell::from(name)], counts.map(Cell::from).into(), vec![sum.into()]].concat()
    };
    let of = |class| Level::ALL.map(|level| counts.get(&(class, Some(level))).copied().unwrap_or(0));
    let figures = &diff.figures;
    let runs = [("diff-old", figures.old_findings), ("diff-new", figures.new_findings)];
    let empty = std::iter::repeat_n(Cell::from(""), Level::ALL.len());
    let persisting: Vec<Cell> = std::iter::once(Cell::from(words.word("diff-persisting")))
        .chain(empty)
        .chain([figures.persisting.into()])
        .collect();
    let rows = Class::ALL.into_iter().map(|class| row(words.class(class), of(class), figures.of(class)));
    let runs = runs.map(|(key, counts)| row(words.word(key), counts, counts.iter().sum()));
    let rows = rows.chain([persisting]).chain(runs).collect();
    let levels = Level::ALL.map(|level| words.level(level));
    let head = [vec![words.word("diff-column-class")], levels.into(), vec![words.word("audit-sum")]].concat();
    with_head(words, "classes", head, rows)
}

/// Findings by what made them change; nothing where that is known of none, or is the same of all.
fn sorts(diff: &Diff, words: &DiffWords) -> Table {
    let mut counts: BTreeMap<(CauseSort, Class), u64> = BTreeMap::new();
    for change in &diff.changes {
        *counts.entry((CauseSort::of(change), change.class)).or_default() += 1;
    }
    let has = |is: &dyn Fn(&(CauseSort, Class)) -> bool| counts.keys().any(is);
    let classes: Vec<Class> = Class::ALL.into_iter().filter(|class| has(&|(_, of)| of == class)).collect();
    let sorts = CauseSort::ALL.into_iter().filter(|sort| has(&|(of, _)| of == sort));
    let row = |sort: CauseSort| -> Vec<Cell> {
        let n = classes.iter().map(|class| counts.get(&(sort, *class)).copied().unwrap_or(0));
        let n: Vec<u64> = n.collect();
        let sum = n.iter().sum();
        std::iter::once(words.sort(sort).into()).chain(n.into_iter().chain([sum]).map(Cell::from)).collect()
    };
    let rows: Vec<Vec<Cell>> = sorts.map(row).collect();
    let names = classes.iter().map(|class| words.class(*class)).chain([words.word("audit-sum")]);
    let head = std::iter::once(words.word("diff-column-sort")).chain(names).collect();
    with_head(words, "sorts", head, if rows.len() > 1 { rows } else { Vec::new() })
}

const OUTCOMES: [Outcome; 6] =
    [Outcome::Pass, Outcome::Fail, Outcome::Unknown, Outcome::Error, Outcome::Waived, Outcome::NotApplicable];

fn figures(diff: &Diff, words: &DiffWords) -> Table {
    let figures = &diff.figures;
    let runs = [
        ("diff-old", figures.old, figures.old_before_exceptions, diff.old.complete),
        ("diff-new", figures.new_results, figures.new_before_exceptions, diff.new.complete),
    ];
    let rows = runs.into_iter().flat_map(|(key, after, before, complete)| {
        let run = words.word(key);
        let without = words.text("diff-before-exceptions", &[("run", run.as_str().into())]);
        [row(words, run, after, complete), row(words, without, before, complete)]
    });
    let outcomes = OUTCOMES.map(|outcome| words.words.outcome(outcome));
    let ends = ["audit-sum", "audit-rate"].map(|key| words.word(key));
    let head = [vec![words.word("diff-column-run")], outcomes.into(), ends.into()].concat();
    with_head(words, "figures", head, rows.collect())
}

fn row(words: &DiffWords, name: String, p: Partition, complete: bool) -> Vec<Cell> {
    let counts = [p.pass, p.fail, p.unknown, p.error, p.waived, p.not_applicable, p.total()];
    let rate = match p.rate() {
        Some(rate) => Cell::Share(rate.per_mille(), !complete),
        None => words.word("audit-no-rate").into(),
    };
    [vec![name.into()], counts.map(Cell::from).into(), vec![rate]].concat()
}

/// From where to where: only outcomes that there are.
fn transitions(diff: &Diff, words: &DiffWords) -> Table {
    let all = &diff.figures.transitions;
    let every = || OUTCOMES.into_iter().map(Some).chain([None]);
    let froms: Vec<_> = every().filter(|from| all.iter().any(|turned| turned.from == *from)).collect();
    let tos: Vec<_> = every().filter(|to| all.iter().any(|turned| turned.to == *to)).collect();
    let name = |outcome: &Option<Outcome>| match outcome {
        Some(outcome) => words.words.outcome(*outcome),
        None => words.word("diff-no-result"),
    };
    let n = |from, to| {
        let found = all.iter().find(|turned| turned.from == from && turned.to == to);
        found.map_or(0, |turned| turned.n)
    };
    let row = |from: &Option<Outcome>| {
        let counts = tos.iter().map(|to| Cell::from(n(*from, *to)));
        std::iter::once(Cell::from(name(from))).chain(counts).collect()
    };
    let head = std::iter::once(words.word("diff-from")).chain(tos.iter().map(name)).collect();
    with_head(words, "transitions", head, froms.iter().map(row).collect())
}

fn measures(diff: &Diff, words: &DiffWords) -> Table {
    let value = |state: Option<&MeasureState>, complete| {
        state.map_or_else(|| words.word("diff-none").into(), |state| value(words, state, complete))
    };
    let reached = |state: Option<&MeasureState>| {
        state
            .and_then(|state| state.whole.target)
            .map(|target| words.words.target(target))
            .unwrap_or_default()
    };
    let rows = diff.measures.iter().map(|measure| {
        let (before, after) = (measure.before.as_ref(), measure.after.as_ref());
        let one = after.or(before);
        let target = one.and_then(|state| state.target.as_deref()).map(|aim| words.words.aim(aim));
        let why = measure.why.as_ref().map(|why| words.why(why).join("\n")).unwrap_or_default();
        vec![
            measure.name.clone().into(),
            words.measure_title(measure).into(),
            value(before, diff.old.complete),
            value(after, diff.new.complete),
            target.unwrap_or_default().into(),
            reached(before).into(),
            reached(after).into(),
            why.into(),
        ]
    });
    let keys = ["name", "title", "before", "after", "target", "reached-before", "reached-after", "why"];
    table(words, "measures", &keys, rows.collect())
}

/// What a measure came to: to calculate with where it is a share or a whole number.
fn value(words: &DiffWords, state: &MeasureState, complete: bool) -> Cell {
    let kept = Partition { waived: 0, ..state.whole.figures };
    match (state.sort, kept.rate()) {
        (MeasureSort::Share, Some(rate)) => Cell::Share(rate.per_mille(), !complete),
        _ => {
            let text = words.value(state, complete);
            text.parse().map_or_else(|_| Cell::from(text), Cell::Number)
        }
    }
}

fn exceptions(diff: &Diff, words: &DiffWords) -> Table {
    let day = |day: &Option<String>| day.clone().map_or_else(|| Cell::from(""), Cell::Date);
    let row = |change: &ExceptionChange| {
        vec![
            change.id.clone().into(),
            words.pick(&change.title).into(),
            words.standing(change.before.as_ref()).into(),
            words.standing(change.after.as_ref()).into(),
            day(&change.until_before),
            day(&change.until_after),
            change.began_to_cover.join("\n").into(),
            change.ceased_to_cover.join("\n").into(),
        ]
    };
    let keys = ["name", "title", "before", "after", "until-before", "until-after", "covers", "uncovers"];
    table(words, "exceptions", &keys, diff.exceptions.iter().map(row).collect())
}

fn documents(diff: &Diff, words: &DiffWords) -> Table {
    let or_none = |cited: &Option<String>| cited.clone().unwrap_or_else(|| words.word("diff-none"));
    let rows = diff.documents.iter().map(|change| {
        let cells = [words.pick(&change.title), or_none(&change.before), or_none(&change.after)];
        std::iter::once(change.document.clone()).chain(cells).map(Cell::from).collect()
    });
    table(words, "documents", &["name", "title", "before", "after"], rows.collect())
}

fn statements(diff: &Diff, words: &DiffWords) -> Table {
    let or_none = |cited: &Option<String>| cited.clone().unwrap_or_else(|| words.word("diff-none"));
    let rows = diff.statements.iter().map(|change| {
        let cells = [or_none(&change.before), or_none(&change.after), words.pick(&change.title)];
        cells.map(Cell::from).into()
    });
    table(words, "statements", &["before", "after", "title"], rows.collect())
}

/// A row for each subject whose result changed.
fn results(diff: &Diff, words: &DiffWords) -> Table {
    let name = |letter: char| match Outcome::from_letter(letter) {
        Some(outcome) => words.words.outcome(outcome),
        None => words.word("diff-no-result"),
    };
    let rows = |row: &ResultRow| -> Vec<Vec<Cell>> {
        let provision = words.cited(row.before.as_deref(), row.after.as_deref());
        let pairs = row.subjects.iter().zip(row.old.chars().zip(row.new.chars()));
        let changed = pairs.filter(|(_, (old, new))| old != new);
        let cells =
            |key: &String, old, new| [provision.clone(), row.kind.clone(), key.clone(), name(old), name(new)];
        changed.map(|(key, (old, new))| cells(key, old, new).map(Cell::from).into()).collect()
    };
    let keys = ["provision", "kind", "subject", "seen-before", "seen-after"];
    table(words, "results", &keys, diff.results.iter().flat_map(rows).collect())
}

fn inputs(diff: &Diff, words: &DiffWords) -> Table {
    let digest = |digest: &Option<String>| digest.clone().unwrap_or_else(|| words.word("diff-none"));
    let rows = diff.inputs.iter().map(|change| {
        [change.path.clone(), words.input(change.kind), digest(&change.before), digest(&change.after)]
            .map(Cell::from)
            .into()
    });
    table(words, "inputs", &["file", "kind", "before", "after"], rows.collect())
}
