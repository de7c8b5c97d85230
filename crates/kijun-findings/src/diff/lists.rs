//! What is not the same in both runs beside findings and results: measures, exceptions, statements, documents, files. Each is joined
//! by its name.

use std::collections::{BTreeMap, BTreeSet};

use super::{DocumentChange, ExceptionChange, InputChange, MeasureChange, MeasureState, StatementChange};
use crate::matrix::{Matrix, document, is_same_place, without_edition};
use crate::{
    ExceptionRecord, InputFile, MeasureRecord, MeasureSort, Measured, StandardRecord, StatementRecord, Texts,
};

/// A thing of one run, and of the other, by what lasts of it.
type Joined<K, T> = BTreeMap<K, [Option<T>; 2]>;

/// Joins the things of two runs. Of several with one name, the first counts.
fn joined<K: Ord, T: Copy>(lists: [&mut dyn Iterator<Item = (K, T)>; 2]) -> Joined<K, T> {
    let mut joined: Joined<K, T> = BTreeMap::new();
    for (run, list) in lists.into_iter().enumerate() {
        for (key, thing) in list {
            joined.entry(key).or_insert([None, None])[run].get_or_insert(thing);
        }
    }
    joined
}

/// The title in the newer run where it has one; and that of the older run, where it is another.
fn titles([old, new]: [Option<&Texts>; 2]) -> (Texts, Option<Texts>) {
    let title = new.or(old).cloned().unwrap_or_default();
    let before = old.filter(|old| **old != title).cloned();
    (title, before)
}

/// The measures of a run, by their names without editions.
pub(super) fn measured<'r>(run: &Matrix<'r>) -> impl Iterator<Item = (String, &'r MeasureRecord)> {
    run.record.measures.iter().map(|measure| (without_edition(&measure.measure), measure))
}

/// Measures that came to something else.
pub(super) fn measures(runs: [&Matrix<'_>; 2]) -> Vec<MeasureChange> {
    let [mut old, mut new] = runs.map(measured);
    let joined = joined([&mut old, &mut new]);
    let changed = joined.into_iter().filter(|(_, sides)| taken(sides[0]) != taken(sides[1]));
    let change = |(name, sides): (String, [Option<&MeasureRecord>; 2])| {
        let [before, after] = sides.map(|measure| measure.map(state));
        MeasureChange { name, before, after, why: None }
    };
    changed.map(change).collect()
}

/// What a measure is and came to, but for words.
fn taken(measure: Option<&MeasureRecord>) -> Option<(MeasureSort, Option<&String>, &Measured)> {
    measure.map(|measure| (measure.sort, measure.target.as_ref(), &measure.whole))
}

/// What a measure came to.
pub(super) fn state(measure: &MeasureRecord) -> MeasureState {
    MeasureState {
        title: measure.title.clone(),
        sort: measure.sort,
        target: measure.target.clone(),
        whole: measure.whole.clone(),
    }
}

/// The statements that an exception covers, by what lasts of them.
pub(super) fn covered(run: &Matrix<'_>, exception: &ExceptionRecord) -> BTreeSet<String> {
    let lineage = |cited: &String| run.lineage(cited).map_or_else(|| without_edition(cited), str::to_owned);
    exception.covers.iter().map(lineage).collect()
}

/// Exceptions that stand otherwise.
pub(super) fn exceptions(runs: [&Matrix<'_>; 2]) -> Vec<ExceptionChange> {
    let [mut old, mut new] =
        runs.map(|run| run.record.exceptions.iter().map(|exception| (exception.id.as_str(), exception)));
    let joined = joined([&mut old, &mut new]);
    joined.into_iter().filter_map(|(id, sides)| exception(runs, id, sides)).collect()
}

fn exception(
    runs: [&Matrix<'_>; 2],
    id: &str,
    sides: [Option<&ExceptionRecord>; 2],
) -> Option<ExceptionChange> {
    let [old, new] = [0, 1].map(|run| sides[run].map(|e| covered(runs[run], e)).unwrap_or_default());
    let status = sides.map(|side| side.map(|exception| exception.status.clone()));
    let until = sides.map(|side| side.and_then(|exception| exception.until.clone()));
    if status[0] == status[1] && until[0] == until[1] && old == new {
        return None;
    }
    let (title, title_before) = titles(sides.map(|side| side.map(|exception| &exception.title)));
    let ([before, after], [until_before, until_after]) = (status, until);
    Some(ExceptionChange {
        id: id.to_owned(),
        title,
        title_before,
        before,
        after,
        until_before,
        until_after,
        began_to_cover: new.difference(&old).cloned().collect(),
        ceased_to_cover: old.difference(&new).cloned().collect(),
    })
}

/// Statements that are in force in one run only, or cited otherwise. `places` is the order of the statements of both.
pub(super) fn statements(runs: [&Matrix<'_>; 2], places: &BTreeMap<&str, u32>) -> Vec<StatementChange> {
    let [mut old, mut new] =
        runs.map(|run| run.record.statements.iter().map(|statement| (statement.lineage.as_str(), statement)));
    let joined = joined([&mut old, &mut new]);
    let mut changes: Vec<(Option<&u32>, StatementChange)> = Vec::new();
    for (lineage, sides) in joined {
        if let Some(change) = statement(lineage, sides) {
            changes.push((places.get(lineage), change));
        }
    }
    changes.sort_by_key(|(place, _)| *place);
    changes.into_iter().map(|(_, change)| change).collect()
}

fn statement(lineage: &str, sides: [Option<&StatementRecord>; 2]) -> Option<StatementChange> {
    if let [Some(old), Some(new)] = sides
        && is_same_place(&old.statement, &new.statement)
    {
        return None;
    }
    let (title, title_before) = titles(sides.map(|side| side.map(|statement| &statement.title)));
    let [before, after] = sides.map(|side| side.map(|statement| statement.statement.clone()));
    Some(StatementChange { lineage: lineage.to_owned(), title, title_before, before, after })
}

/// Documents that do not bind in the same edition.
pub(super) fn documents(runs: [&Matrix<'_>; 2]) -> Vec<DocumentChange> {
    let [mut old, mut new] =
        runs.map(|run| run.record.standards.iter().map(|standard| (document(&standard.standard), standard)));
    let joined = joined([&mut old, &mut new]);
    let edition = |side: Option<&StandardRecord>| side.map(|standard| standard.standard.clone());
    let changed = joined.into_iter().filter(|(_, sides)| edition(sides[0]) != edition(sides[1]));
    let change = |(name, sides): (&str, [Option<&StandardRecord>; 2])| {
        let (title, title_before) = titles(sides.map(|side| side.map(|standard| &standard.title)));
        let [before, after] = sides.map(edition);
        DocumentChange { document: name.to_owned(), title, title_before, before, after }
    };
    changed.map(change).collect()
}

/// Files that hold something else.
pub(super) fn inputs(runs: [&Matrix<'_>; 2]) -> Vec<InputChange> {
    let [mut old, mut new] =
        runs.map(|run| run.record.inputs.iter().map(|input| ((input.path.as_str(), input.kind), input)));
    let joined = joined([&mut old, &mut new]);
    let digest = |side: Option<&InputFile>| side.map(|input| input.blake3.clone());
    let changes = joined.into_iter().map(|((path, kind), sides)| {
        let [before, after] = sides.map(digest);
        InputChange { path: path.to_owned(), kind, before, after }
    });
    changes.filter(|change| change.before != change.after).collect()
}
