//! Worlds between two runs: what the one run's rules do not know of the other's evidence and exceptions is left out, and no more; a
//! record that does not follow from its inputs is told; so is a file that is gone.

#![expect(clippy::unwrap_used, clippy::panic, reason = "tests say what went wrong by panicking")]

use std::path::Path;

use kijun::{DiffOptions, DiffSide, SideError, diff};
use kijun_findings::{Cause, Change, Diff, Factor, Factors, Level, PartChange, RunRecord, Unattributed};
use tempfile::TempDir;

const OPTIONS: DiffOptions = DiffOptions { causes: true, threads: Some(1) };

const OLD: [(&str, &str); 4] = [
    (
        "kijun.yaml",
        "kijun: 1
project: example
period: { start: 2025-04-01, end: 2026-03-31 }
rules: [rules]
evidence: [{ kind: box, files: boxes.yaml }]
",
    ),
    (
        "rules/s.kijun",
        "vocabulary v { kind box { key id : text  weight : int } }
standard s { tier t edition 2025-01-01 uses v }
clause 1 { for box must weight <= 10  exceptions by head }
",
    ),
    ("rules/exceptions.kijun", "role head {}\n"),
    ("boxes.yaml", "- { id: b1, weight: 11 }\n- { id: b2, weight: 9 }\n"),
];

/// The next year: a new kind, a new field, a new clause, exceptions to the old clause and to the new one.
const NEW: [(&str, &str); 5] = [
    (
        "kijun.yaml",
        "kijun: 1
project: example
period: { start: 2025-04-01, end: 2026-03-31 }
rules: [rules]
evidence:
  - { kind: box, files: boxes.yaml, from: { colour: paint } }
  - { kind: lid, files: lids.yaml }
",
    ),
    (
        "rules/s.kijun",
        "vocabulary v {
  kind box { key id : text  weight : int  colour : text? }
  kind lid { key id : text  tight : bool }
}
standard s { tier t edition 2025-01-01 uses v }
clause 1 { for box must weight <= 10  exceptions by head }
clause 2 { for box must colour is absent  exceptions by head }
clause 3 { for lid must tight }
",
    ),
    (
        "rules/exceptions.kijun",
        "role head {}
exception E-1 \"heavy\" {
  to s:1  for box where id == \"b1\"  approved by head on 2025-04-01
  from 2025-04-01  until 2026-12-31  because \"of gold\"
}
exception E-2 \"red\" {
  to s:2  for box where id == \"b1\"  approved by head on 2025-04-01
  from 2025-04-01  until 2026-12-31  because \"of blood\"
}
",
    ),
    ("boxes.yaml", "- { id: b1, weight: 11, paint: red }\n- { id: b2, weight: 12, paint: blue }\n"),
    ("lids.yaml", "- { id: l1, tight: false }\n"),
];

fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    folder
}

fn side(folder: &TempDir) -> DiffSide {
    match DiffSide::of_project(folder.path()) {
        Ok(side) => side,
        Err(SideError::NotBegun(loaded)) => panic!("{:?}", loaded.diagnostics),
        Err(error) => panic!("{error:?}"),
    }
}

/// Writes the record of a run, changed as a hand or another version would, and reads it again.
fn recorded(folder: &TempDir, change: impl FnOnce(&mut RunRecord)) -> DiffSide {
    let mut record = side(folder).record;
    change(&mut record);
    // A record whose counts were forgotten would contradict itself, and not be read at all.
    let count = |level| record.findings.iter().filter(|finding| finding.level == level).count() as u64;
    record.figures.findings = Level::ALL.map(count);
    let path = folder.path().join("run.json");
    std::fs::write(&path, kijun_findings::to_json(&record).unwrap()).unwrap();
    read(&path, folder.path())
}

fn read(path: &Path, project: &Path) -> DiffSide {
    DiffSide::of_record(path, Some(project)).unwrap_or_else(|error| panic!("{error:?}"))
}

fn of_subject<'d>(diff: &'d Diff, lineage: &str, key: &str) -> &'d Change {
    let subject = |change: &&Change| change.subject.as_ref().is_some_and(|subject| subject.key == key);
    let mut changes = diff.changes.iter().filter(subject);
    let change = changes.find(|change| change.lineage.starts_with(lineage));
    change.unwrap_or_else(|| panic!("{lineage} {key}: {:?}", diff.changes))
}

fn sets(sets: &[&[Factor]]) -> Vec<Factors> {
    sets.iter().map(|set| set.iter().copied().collect()).collect()
}

#[test]
fn what_the_older_rules_do_not_know_is_left_out_and_the_rest_is_judged() {
    use Factor::{Evidence, Exceptions, Rules};
    let (old, new) = (folder(&OLD), folder(&NEW));
    let diff = diff(&side(&old), &side(&new), OPTIONS);
    assert_eq!(diff.unattributed, []);
    assert_eq!(diff.factors, Some(Factors::from([Rules, Exceptions, Evidence])));
    let why = |lineage, key| {
        let why = of_subject(&diff, lineage, key).why.clone().unwrap();
        (why.enough, why.undo)
    };
    // The older rules know neither the kind nor the clause: it takes both, and without either there is nothing to judge.
    assert_eq!(why("s:3", "l1"), (sets(&[&[Rules, Evidence]]), sets(&[&[Rules], &[Evidence]])));
    // By the new clause the old box passes, which is not how it stood: then nothing was asked of it.
    assert_eq!(why("s:2", "b2"), (sets(&[&[Rules, Evidence]]), sets(&[&[Rules]])));
    // Though its source names a field that the older rules do not have, it is read by them.
    assert_eq!(why("s:1", "b2"), (sets(&[&[Evidence]]), sets(&[&[Evidence]])));
    // Though another exception cites a clause that the older rules do not have, this one holds there.
    assert_eq!(why("s:1", "b1"), (sets(&[&[Exceptions]]), sets(&[&[Exceptions]])));
}

#[test]
fn backwards_it_is_told_the_other_way_round() {
    let (old, new) = (folder(&OLD), folder(&NEW));
    let (old, new) = (side(&old), side(&new));
    let (there, back) = (diff(&old, &new, OPTIONS), diff(&new, &old, OPTIONS));
    for change in &there.changes {
        let other = back.changes.iter().find(|other| other.before == change.after).unwrap();
        let (why, other) = (change.why.clone().unwrap(), other.why.clone().unwrap());
        assert_eq!((why.enough, why.undo), (other.undo, other.enough), "{}", change.lineage);
    }
}

#[test]
fn a_record_that_a_hand_has_changed_does_not_follow_from_its_inputs() {
    let (old, new) = (folder(&OLD), folder(&OLD));
    let old = recorded(&old, |record| record.findings.clear());
    let diff = diff(&old, &side(&new), OPTIONS);
    let astray = matches!(&diff.unattributed[..], [Unattributed::DoesNotFollow { of_old: true, .. }]);
    assert!(astray, "{:?}", diff.unattributed);
    assert!(diff.changes.iter().all(|change| change.why.is_none()));
}

#[test]
fn what_another_version_told_otherwise_is_a_matter_of_the_engine() {
    let (old, new) = (folder(&OLD), folder(&NEW));
    let old = recorded(&old, |record| {
        record.engine.version = "0.0.1".to_owned();
        record.findings[0].level = kijun_findings::Level::Advice;
    });
    let same = folder(&OLD);
    let of_engine = diff(&old, &side(&same), OPTIONS);
    let only = sets(&[&[Factor::Engine]]);
    let why = of_subject(&of_engine, "s:1", "b1").why.clone().unwrap();
    assert_eq!((why.enough, why.undo), (only.clone(), only));
    assert_eq!(of_engine.factors, Some(Factors::from([Factor::Engine])));
    assert_eq!(of_engine.unattributed, []);
    // What it told as it is told today has causes as ever.
    let of_both = diff(&old, &side(&new), OPTIONS);
    let why = of_subject(&of_both, "s:1", "b2").why.clone().unwrap();
    assert_eq!(why.enough, sets(&[&[Factor::Evidence]]));
}

#[test]
fn a_file_that_is_gone_is_told_and_the_rest_of_the_diff_too() {
    let (old, new) = (folder(&OLD), folder(&NEW));
    drop(recorded(&old, |_| {}));
    std::fs::remove_file(old.path().join("boxes.yaml")).unwrap();
    let old = read(&old.path().join("run.json"), old.path());
    let diff = diff(&old, &side(&new), OPTIONS);
    let gone = |why: &Unattributed| match why {
        Unattributed::InputGone { of_old, path, .. } => Some((*of_old, path.clone())),
        _ => None,
    };
    let gone: Vec<_> = diff.unattributed.iter().map(gone).collect();
    assert_eq!(gone, [Some((true, "boxes.yaml".to_owned()))]);
    assert_eq!(diff.factors, None);
    assert!(!diff.changes.is_empty());
}

/// A year of boxes: each with its weight, the clauses, and the last day of the exception for the heavy one.
type Year = (&'static [(&'static str, u32)], &'static str, Option<&'static str>);

const ONE: &str = "clause 1 { for box must weight <= 10  exceptions by head }";
const TWO: &str =
    "clause 1 { for box must weight <= 10  exceptions by head } clause 2 { for box must weight <= 8 }";

/// The record of a year whose evidence is gone.
fn without_evidence((boxes, clauses, until): Year) -> (TempDir, DiffSide) {
    let boxes: String =
        boxes.iter().map(|(id, weight)| format!("- {{ id: {id}, weight: {weight} }}\n")).collect();
    let rules = format!(
        "vocabulary v {{ kind box {{ key id : text  weight : int }} }}
standard s {{ tier t edition 2025-01-01 uses v }}\n{clauses}\n"
    );
    let exception = until.map_or_else(String::new, |until| {
        format!(
            "exception E-1 \"heavy\" {{ to s:1  for box where id == \"b1\"  approved by head on 2025-04-01
  from 2025-04-01  until {until}  because \"of gold\" }}\n"
        )
    });
    let exceptions = format!("role head {{}}\n{exception}");
    let files = [
        OLD[0],
        ("rules/s.kijun", rules.as_str()),
        ("rules/exceptions.kijun", exceptions.as_str()),
        ("boxes.yaml", boxes.as_str()),
    ];
    let folder = folder(&files);
    drop(recorded(&folder, |_| {}));
    std::fs::remove_file(folder.path().join("boxes.yaml")).unwrap();
    let side = read(&folder.path().join("run.json"), folder.path());
    (folder, side)
}

#[test]
fn without_evidence_the_records_still_say_who_came_and_what_was_issued_and_excepted() {
    let said = |cause: &Cause| match cause {
        Cause::SubjectAppeared { subject } => format!("appeared {}", subject.key),
        Cause::SubjectLeft { subject } => format!("left {}", subject.key),
        Cause::Rule { event, before, after, .. } => {
            format!("{} {}", event.name(), after.as_ref().or(before.as_ref()).unwrap())
        }
        Cause::ExceptionGranted { exception, from, .. } => format!("{exception} granted {from:?}"),
        Cause::ExceptionChanged { exception, before, after, parts, .. } => {
            let part = |p: &PartChange| format!("{} {:?} {:?}", p.part.name(), p.before, p.after);
            format!("{exception} {before} {after}: {}", parts.iter().map(part).collect::<String>())
        }
        Cause::ExceptionWithdrawn { exception, .. } => format!("{exception} withdrawn"),
        other => format!("{other:?}"),
    };
    let late = Some("2026-12-31");
    let cases: [(Year, Year, &str, &str); 7] = [
        ((&[("b2", 9)], ONE, None), (&[("b2", 9), ("b3", 12)], ONE, None), "b3", "appeared b3"),
        ((&[("b2", 9), ("b3", 12)], ONE, None), (&[("b2", 9)], ONE, None), "b3", "left b3"),
        ((&[("b2", 9)], ONE, None), (&[("b2", 9)], TWO, None), "b2", "issued s@2025-01-01:2#1"),
        ((&[("b2", 9)], TWO, None), (&[("b2", 9)], ONE, None), "b2", "repealed s@2025-01-01:2#1"),
        ((&[("b1", 11)], ONE, None), (&[("b1", 11)], ONE, late), "b1", "E-1 granted Some(\"2025-04-01\")"),
        ((&[("b1", 11)], ONE, late), (&[("b1", 11)], ONE, None), "b1", "E-1 withdrawn"),
        (
            (&[("b1", 11)], ONE, late),
            (&[("b1", 11)], ONE, Some("2025-12-31")),
            "b1",
            "E-1 holds expired: until Some(\"2026-12-31\") Some(\"2025-12-31\")",
        ),
    ];
    for (old, new, key, expected) in cases {
        let ((_old, old), (_new, new)) = (without_evidence(old), without_evidence(new));
        let diff = diff(&old, &new, OPTIONS);
        let why = of_subject(&diff, "s:", key).why.clone().unwrap();
        assert_eq!(why.causes.iter().map(said).collect::<Vec<_>>(), [expected]);
        assert_eq!((why.enough, why.undo), (Vec::new(), Vec::new()), "no world was judged");
    }
}
