//! One thing is changed, and the diff says that it was this thing.
//!
//! What a world is, is not asked of the code that puts worlds together: the project with these changes and without those is written to
//! a folder and audited.

#![expect(clippy::unwrap_used, clippy::panic, reason = "tests say what went wrong by panicking")]

#[path = "causes/bound.rs"]
mod bound;
#[path = "causes/mutation.rs"]
mod mutation;
#[path = "causes/named.rs"]
mod named;
#[path = "causes/project.rs"]
mod project;

use std::collections::BTreeMap;

use kijun::{DiffOptions, DiffSide, diff};
use kijun_findings::{
    Cause, Change, Class, Diff, Factor, Factors, Finding, Matter, Observation, Row, RunRecord, Why,
};
use proptest::prelude::*;
use tempfile::TempDir;

use mutation::Mutation;
use project::Project;

const OPTIONS: DiffOptions = DiffOptions { causes: true, threads: Some(1) };

/// A project in a folder of its own, audited.
struct Side {
    _folder: TempDir,
    side: DiffSide,
}

fn side(project: &Project) -> Side {
    let folder = tempfile::tempdir().unwrap();
    project.write(folder.path());
    let side = DiffSide::of_project(folder.path());
    let side = side.unwrap_or_else(|error| panic!("{error:?}"));
    Side { _folder: folder, side }
}

fn compared(old: &Project, new: &Project) -> Diff {
    let (old, new) = (side(old), side(new));
    diff(&old.side, &new.side, OPTIONS)
}

#[test]
fn the_small_project_has_something_of_everything() {
    let record = side(&Project::usual()).side.record;
    assert!(record.complete, "{:?}", record.diagnostics);
    let total = record.figures.total;
    let all = [total.pass, total.fail, total.unknown, total.waived, total.not_applicable];
    assert!(all.iter().all(|n| *n > 0), "{total:?}");
    assert!(compared(&Project::usual(), &Project::usual()).is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn one_change_is_told_as_that_change(mutation in Mutation::any()) {
        one_change(&mutation);
    }

    #[test]
    fn two_changes_are_told_as_worlds_on_disk_say(mutations in Mutation::two()) {
        two_changes(&mutations);
    }
}

fn one_change(mutation: &Mutation) {
    let old = Project::usual();
    let new = mutation.of(&old);
    let diff = compared(&old, &new);
    assert!(diff.unattributed.is_empty(), "{:?}", diff.unattributed);
    let factors = diff.factors.clone().unwrap();
    let Some(factor) = mutation.factor() else {
        // Files of evidence go by what they hold, byte by byte.
        assert!(factors.is_subset(&Factors::from([Factor::Evidence])), "{factors:?}");
        assert!(diff.is_empty(), "{:?}", diff.changes);
        return;
    };
    assert_eq!(factors, Factors::from([factor]));
    let of_measures = diff.measures.iter().map(|measure| (&measure.name, &measure.why));
    let of_findings = diff.changes.iter().map(|change| (&change.id, &change.why));
    for (name, why) in of_findings.chain(of_measures) {
        let why = why.clone().unwrap_or_default();
        let only = vec![Factors::from([factor])];
        assert_eq!((&why.enough, &why.undo), (&only, &only), "{name}");
    }
    let of_measures = diff.measures.iter().map(|measure| (&*measure.name, &measure.why));
    let of_findings = diff.changes.iter().map(|change| (&*change.lineage, &change.why));
    for (name, why) in of_findings.chain(of_measures) {
        let causes: Vec<&Cause> = why.iter().flat_map(|why| &why.causes).collect();
        assert!(causes.len() >= named::at_least(mutation, &old), "too little is named: {name}: {causes:?}");
        assert!(why.iter().all(|why| !why.inexact), "{name}");
        for cause in causes {
            assert!(named::names(mutation, &old, &new, cause), "{name}: {cause:?}");
        }
    }
}

fn two_changes(mutations: &[Mutation]) {
    let base = Project::usual();
    let worlds = OnDisk::of(&base, mutations);
    let told = compared(&base, &worlds.newest);
    for change in &told.changes {
        let why = change.why.clone().unwrap_or_default();
        let expected = worlds.why(change);
        assert_eq!((why.enough, why.undo), (expected.enough, expected.undo), "{change:?}");
    }
}

/// Every world between two projects that differ in some mutations, each written out and audited.
struct OnDisk {
    all: Factors,
    newest: Project,
    records: BTreeMap<Factors, RunRecord>,
}

impl OnDisk {
    fn of(base: &Project, mutations: &[Mutation]) -> OnDisk {
        let mut worlds = BTreeMap::from([(Factors::new(), base.clone())]);
        for mutation in mutations {
            for (factors, project) in worlds.clone() {
                let with = factors.into_iter().chain(mutation.factor()).collect();
                worlds.insert(with, mutation.of(&project));
            }
        }
        let (all, newest) = worlds.iter().max_by_key(|(factors, _)| factors.len()).unwrap();
        let (all, newest) = (all.clone(), newest.clone());
        let records = worlds.into_iter().map(|(factors, project)| (factors, side(&project).side.record));
        OnDisk { all, newest, records: records.collect() }
    }

    fn why(&self, change: &Change) -> Why {
        let (old, new) = (&self.records[&Factors::new()], &self.records[&self.all]);
        let as_in =
            |run: &RunRecord, taken: &Factors| stands(&self.records[taken], change) == stands(run, change);
        let left = |taken: &Factors| self.all.difference(taken).copied().collect::<Factors>();
        let all = || self.records.keys();
        let enough = least(all().filter(|taken| as_in(new, taken)).cloned().collect());
        let undo = least(all().filter(|taken| as_in(old, &left(taken))).cloned().collect());
        Why { enough, undo, ..Why::default() }
    }
}

/// How what a change is about stands in a run: as it is told, else what the statement came to.
fn stands(record: &RunRecord, change: &Change) -> String {
    let told: Vec<&str> =
        [&change.before.told, &change.after.told].into_iter().flatten().map(|told| &*told.finding).collect();
    // What is said of an exception is one matter, in whatever way it is objected to.
    let exception = change.lineage.strip_prefix("exception:").and_then(|rest| rest.split(':').next());
    let is_of = |f: &Finding| f.matter == Matter::Exception && exception == Some(&*f.provision);
    let is_told = |f: &&Finding| told.contains(&f.id.as_str()) || is_of(f);
    let mut findings: Vec<&Finding> = record.findings.iter().filter(is_told).collect();
    if findings.is_empty() && change.class != Class::Moved {
        // Another finding may speak for it: one that has its statement in its chain, with the same result.
        findings.extend(record.findings.iter().find(|f| speaks_for(record, f, change)));
    }
    let told: Vec<String> = findings
        .into_iter()
        .map(|f| {
            let altitude = f.altitude.as_ref().map(|altitude| &altitude.tier);
            let kind = |seen: &Observation| seen.subject.as_ref().map(|subject| subject.kind.clone());
            let mut paths: Vec<_> = f.evidence.iter().map(|seen| (kind(seen), &seen.path)).collect();
            paths.sort_unstable();
            // How it is cited matters only to what changed in nothing else.
            let id = if change.class == Class::Moved || is_of(f) { &*f.id } else { "" };
            format!("{id} {:?} {:?} {altitude:?} {paths:?}", f.level, f.outcome)
        })
        .collect();
    if told.is_empty() { silence(record, change) } else { told.join("; ") }
}

/// Whether a finding tells that its subject does not fulfil the statement of a change either.
fn speaks_for(record: &RunRecord, finding: &Finding, change: &Change) -> bool {
    let is_line = |citation: &str| {
        let mut all = record.statements.iter();
        all.any(|statement| statement.statement == citation && *statement.lineage == *change.lineage)
    };
    let mut chain = finding.chain.iter().filter(|link| link.outcome == finding.outcome);
    change.subject.is_some()
        && finding.subject == change.subject
        && chain.any(|link| is_line(&link.statement))
}

/// The letters of the subject's results for the statements of the change's line; nothing where there are none. Of an exception whether
/// the rules have it.
fn silence(record: &RunRecord, change: &Change) -> String {
    if let Some(id) = change.lineage.strip_prefix("exception:").and_then(|rest| rest.split(':').next()) {
        let is_there = record.exceptions.iter().any(|exception| exception.id == id);
        return if is_there { "there".to_owned() } else { String::new() };
    }
    let place = || {
        let subject = change.subject.as_ref()?;
        let kind = record.results.iter().find(|kind| kind.kind == subject.kind)?;
        Some((kind, kind.subjects.iter().position(|key| *key == subject.key)?))
    };
    let Some((kind, column)) = place() else { return String::new() };
    let of_line = |row: &&Row| *record.statements[row.statement as usize].lineage == *change.lineage;
    kind.rows.iter().filter(of_line).filter_map(|row| row.outcomes.chars().nth(column)).collect()
}

/// The sets that hold no other one.
fn least(all: Vec<Factors>) -> Vec<Factors> {
    let holds_another = |set: &Factors| all.iter().any(|other| other != set && other.is_subset(set));
    let mut least: Vec<Factors> = all.iter().filter(|set| !holds_another(set)).cloned().collect();
    least.sort_by(|a, b| (a.len(), a).cmp(&(b.len(), b)));
    least
}
