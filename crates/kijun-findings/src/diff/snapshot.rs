//! What a diff speaks of in one run, so that it can be said what applying a diff means.

use std::collections::{BTreeMap, BTreeSet};

use super::about::about_alone;
use super::{Change, Diff, ExceptionChange, MeasureState, Telling, lists};
use crate::matrix::{Matrix, without_edition};
use crate::{Altitude, Finding, Level, Observation, Outcome, RunRecord, SubjectRef, Texts};

/// What a diff speaks of in one run: everything but editions, places in files, words, and which
/// fields of the subject itself were looked at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Snapshot {
    /// By identity.
    findings: BTreeMap<String, Told>,
    /// By lineage and subject.
    results: BTreeMap<(String, SubjectRef), Outcome>,
    /// By name.
    measures: BTreeMap<String, MeasureState>,
    /// By id.
    exceptions: BTreeMap<String, Excepted>,
    /// By lineage: how they are cited.
    statements: BTreeMap<String, String>,
}

/// A finding, as far as a diff speaks of it.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Told {
    level: Level,
    outcome: Option<Outcome>,
    provision: String,
    reach: Option<(String, String)>,
    about: Vec<String>,
}

/// An exception, as far as a diff speaks of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Excepted {
    status: String,
    until: Option<String>,
    covers: BTreeSet<String>,
}

impl Told {
    fn new(
        level: Level,
        outcome: Option<Outcome>,
        provision: &str,
        altitude: Option<&Altitude>,
        evidence: &[Observation],
    ) -> Told {
        let reach = |altitude: &Altitude| (altitude.tier.to_string(), without_edition(&altitude.statement));
        Told {
            level,
            outcome,
            provision: without_edition(provision),
            reach: altitude.map(reach),
            about: about_alone(evidence),
        }
    }

    fn of_finding(of: &Finding) -> Told {
        Told::new(of.level, of.outcome, &of.provision, of.altitude.as_ref(), &of.evidence)
    }

    fn of_telling(of: &Telling) -> Told {
        Told::new(of.level, of.outcome, &of.provision, of.altitude.as_ref(), &of.evidence)
    }
}

impl Snapshot {
    /// Of a run.
    #[must_use]
    pub fn of(record: &RunRecord) -> Snapshot {
        let matrix = Matrix::of(record);
        let exception = |exception: &crate::ExceptionRecord| Excepted {
            status: exception.status.clone(),
            until: exception.until.clone(),
            covers: lists::covered(&matrix, exception),
        };
        Snapshot {
            findings: record.findings.iter().map(|f| (f.id.clone(), Told::of_finding(f))).collect(),
            results: results(&matrix),
            measures: lists::measured(&matrix).map(|(name, m)| (name, wordless(lists::state(m)))).collect(),
            exceptions: record.exceptions.iter().map(|e| (e.id.clone(), exception(e))).collect(),
            statements: matrix
                .lineages()
                .map(|(lineage, first)| (lineage.to_owned(), without_edition(matrix.citation(first))))
                .collect(),
        }
    }

    fn change(&mut self, change: &Change) {
        if let Some(told) = &change.before.told {
            self.findings.remove(&told.finding);
        }
        if let Some(told) = &change.after.told {
            self.findings.insert(told.finding.clone(), Told::of_telling(told));
        }
    }

    fn except(&mut self, change: &ExceptionChange) {
        let Some(status) = change.after.clone() else {
            self.exceptions.remove(&change.id);
            return;
        };
        let exception = self.exceptions.entry(change.id.clone()).or_default();
        exception.status = status;
        exception.until = change.until_after.clone();
        exception.covers.retain(|covered| !change.ceased_to_cover.contains(covered));
        exception.covers.extend(change.began_to_cover.iter().cloned());
    }
}

/// What a measure came to, whatever it is called.
fn wordless(state: MeasureState) -> MeasureState {
    MeasureState { title: Texts::new(), ..state }
}

/// Every result, by lineage and subject.
fn results(matrix: &Matrix<'_>) -> BTreeMap<(String, SubjectRef), Outcome> {
    let mut results = BTreeMap::new();
    for kind in matrix.kinds() {
        for (key, _) in matrix.subjects(kind) {
            let subject = SubjectRef { kind: kind.to_owned(), key: key.to_owned() };
            for (lineage, _) in matrix.lineages() {
                if let Some(outcome) = matrix.judged(lineage, &subject) {
                    results.insert((lineage.to_owned(), subject.clone()), outcome);
                }
            }
        }
    }
    results
}

/// What a run becomes by a diff: `apply(of(a), diff(a, b)) == of(b)`.
#[must_use]
pub fn apply(mut snapshot: Snapshot, diff: &Diff) -> Snapshot {
    // What is told through another finding now may be told by one that was there: first all that goes, then all that comes.
    let (gone, come): (Vec<&Change>, Vec<&Change>) =
        diff.changes.iter().partition(|change| change.after.told.is_none());
    gone.into_iter().chain(come).for_each(|change| snapshot.change(change));
    for row in &diff.results {
        for (key, letter) in row.subjects.iter().zip(row.new.chars()) {
            let subject = SubjectRef { kind: row.kind.clone(), key: key.clone() };
            let cell = (row.lineage.clone(), subject);
            match Outcome::from_letter(letter) {
                Some(outcome) => snapshot.results.insert(cell, outcome),
                None => snapshot.results.remove(&cell),
            };
        }
    }
    for change in &diff.measures {
        replace(&mut snapshot.measures, &change.name, change.after.clone().map(wordless));
    }
    diff.exceptions.iter().for_each(|change| snapshot.except(change));
    for change in &diff.statements {
        replace(&mut snapshot.statements, &change.lineage, change.after.as_deref().map(without_edition));
    }
    snapshot
}

fn replace<T>(map: &mut BTreeMap<String, T>, key: &str, value: Option<T>) {
    match value {
        Some(value) => map.insert(key.to_owned(), value),
        None => map.remove(key),
    };
}
