//! The results of two runs, cell by cell: two sorted lists of subjects merged once for each kind, then a walk along the rows.

use std::collections::BTreeMap;

use super::{ResultRow, Transition};
use crate::Outcome;
use crate::matrix::Matrix;

/// What every result turned into, and those that are not the same in both runs.
pub(super) struct Turned {
    pub(super) rows: Vec<ResultRow>,
    pub(super) transitions: Vec<Transition>,
}

/// By outcome of the older run and of the newer one; the last place is for none.
type Counts = [[u64; N]; N];

const N: usize = Outcome::ALL.len() + 1;

/// The rows of a kind in one run, by lineage.
type Rows<'r> = BTreeMap<(u32, &'r str), Vec<(usize, &'r [u8])>>;

/// A subject's places in the two runs.
type Places = [Option<usize>; 2];

/// Compares the results of two runs. `places` is the order of the statements of both.
pub(super) fn turned<'r>(runs: [&Matrix<'r>; 2], places: &BTreeMap<&'r str, u32>) -> Turned {
    let mut rows = Vec::new();
    let mut counts: Counts = [[0; N]; N];
    let mut kinds: Vec<&str> = runs.iter().flat_map(|run| run.kinds()).collect();
    kinds.sort_unstable();
    kinds.dedup();
    for kind in kinds {
        let subjects = subjects(runs, kind);
        let of_kind = runs.map(|run| by_lineage(run, kind, places));
        let mut lineages: Vec<(u32, &str)> = of_kind.iter().flat_map(|rows| rows.keys().copied()).collect();
        lineages.sort_unstable();
        lineages.dedup();
        for lineage in lineages {
            let letters = of_kind.each_ref().map(|rows| rows.get(&lineage).map_or(&[][..], Vec::as_slice));
            let mut row = empty(runs, kind, lineage.1, letters);
            compare(&subjects, letters, &mut row, &mut counts);
            if !row.subjects.is_empty() {
                rows.push(row);
            }
        }
    }
    Turned { rows, transitions: transitions(&counts) }
}

/// Rows of one lineage: the statement of each, and its letters.
type Letters<'m, 'r> = &'m [(usize, &'r [u8])];

fn empty(runs: [&Matrix<'_>; 2], kind: &str, lineage: &str, letters: [Letters<'_, '_>; 2]) -> ResultRow {
    let cite = |run: usize| {
        let first = letters[run].first();
        first.map(|(statement, _)| runs[run].citation(*statement).to_owned())
    };
    ResultRow {
        kind: kind.to_owned(),
        lineage: lineage.to_owned(),
        before: cite(0),
        after: cite(1),
        subjects: Vec::new(),
        old: String::new(),
        new: String::new(),
    }
}

/// The subjects of a kind in both runs, by key.
fn subjects<'r>(runs: [&Matrix<'r>; 2], kind: &str) -> Vec<(&'r str, Places)> {
    let [mut old, mut new] = runs.map(|run| run.subjects(kind).peekable());
    let mut subjects = Vec::new();
    loop {
        let key = match (old.peek(), new.peek()) {
            (Some((one, _)), Some((other, _))) => *one.min(other),
            (Some((one, _)), None) | (None, Some((one, _))) => *one,
            (None, None) => return subjects,
        };
        let [a, b] = [old.next_if(|(one, _)| *one == key), new.next_if(|(other, _)| *other == key)];
        subjects.push((key, [a, b].map(|found| found.map(|(_, place)| place))));
    }
}

fn by_lineage<'r>(run: &Matrix<'r>, kind: &str, places: &BTreeMap<&'r str, u32>) -> Rows<'r> {
    let mut rows = Rows::new();
    for &(statement, letters) in run.rows(kind) {
        let Some(record) = run.record.statements.get(statement) else { continue };
        let lineage = record.lineage.as_str();
        let place = places.get(lineage).copied().unwrap_or(u32::MAX);
        rows.entry((place, lineage)).or_default().push((statement, letters));
    }
    rows
}

fn compare(
    subjects: &[(&str, Places)],
    [old, new]: [Letters<'_, '_>; 2],
    row: &mut ResultRow,
    counts: &mut Counts,
) {
    for (key, places) in subjects {
        let (from, to) = (outcome(old, places[0]), outcome(new, places[1]));
        counts[index(from)][index(to)] += 1;
        if from != to {
            row.subjects.push((*key).to_owned());
            row.old.push(from.map_or(' ', Outcome::letter));
            row.new.push(to.map_or(' ', Outcome::letter));
        }
    }
}

fn outcome(rows: Letters<'_, '_>, place: Option<usize>) -> Option<Outcome> {
    let place = place?;
    let outcomes =
        rows.iter().filter_map(|(_, letters)| Outcome::from_letter(char::from(*letters.get(place)?)));
    outcomes.reduce(Outcome::and)
}

fn index(outcome: Option<Outcome>) -> usize {
    outcome.map_or(N - 1, |outcome| outcome as usize)
}

/// Whatever there is any of, in order. What neither run judged is nothing.
fn transitions(counts: &Counts) -> Vec<Transition> {
    let outcomes = || Outcome::ALL.into_iter().map(Some).chain([None]);
    let pairs = outcomes().flat_map(|from| outcomes().map(move |to| (from, to)));
    let some = pairs.filter(|pair| *pair != (None, None)).map(|(from, to)| Transition {
        from,
        to,
        n: counts[index(from)][index(to)],
    });
    some.filter(|transition| transition.n > 0).collect()
}
