//! Formats for programs, and the record as a file.

use std::fs;

use serde_json::Value;

use crate::{MANIFEST, RULES, fixture, kijun, project};

#[test]
fn json_is_one_run_record_and_says_the_same_as_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("run.json");
    let small = fixture("audit/small");
    let ran = kijun(&small, &["audit", "--format", "json", "-o", path.to_str().unwrap()]);
    assert_eq!(ran.code, 1);
    assert_eq!(ran.out, fs::read_to_string(&path).unwrap());
    let record = kijun_findings::from_json(&ran.out).unwrap();
    assert!(!record.findings.is_empty());
}

#[test]
fn json_lines_are_a_value_each_and_end_with_the_figures() {
    let ran = kijun(&fixture("audit/small"), &["audit", "--format", "jsonl"]);
    let lines: Vec<Value> = ran.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let n = |name: &str| lines.iter().filter(|line| line.get(name).is_some()).count();
    let record = kijun(&fixture("audit/small"), &["audit", "--format", "json"]);
    let record = kijun_findings::from_json(&record.out).unwrap();
    assert_eq!((n("finding"), n("diagnostic"), n("figures")), (record.findings.len(), 1, 1));
    assert!(lines.last().unwrap().get("figures").is_some());
}

#[test]
fn formats_for_programs_say_nothing_aside() {
    for format in ["json", "jsonl"] {
        assert_eq!(kijun(&fixture("audit/small"), &["audit", "--format", format]).err, "");
        assert_eq!(kijun(&fixture("audit/wrong"), &["check", "--format", format]).err, "");
    }
}

#[test]
fn check_gives_every_diagnostic_as_json() {
    let ran = kijun(&fixture("audit/wrong"), &["check", "--format", "json"]);
    let all: Vec<Value> = serde_json::from_str(&ran.out).unwrap();
    assert!(all.len() >= 4 && all.iter().all(|d| d["place"]["line"].as_u64() > Some(0)), "{all:#?}");
    let lines = kijun(&fixture("audit/wrong"), &["check", "--format", "jsonl"]);
    assert_eq!(lines.out.lines().count(), all.len());
}

#[test]
fn what_cannot_be_judged_gives_diagnostics_as_json_too() {
    let files = [("kijun.yaml", MANIFEST), ("rules/a.kijun", &RULES.replace("level >= 3", "levle >= 3"))];
    let folder = project(&files);
    let lines = kijun(folder.path(), &["audit", "--format", "jsonl"]);
    let values: Vec<Value> = lines.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!((lines.code, lines.err.as_str(), values.len()), (2, "", 2));
    let whole = kijun(folder.path(), &["audit", "--format", "json"]);
    let value: Value = serde_json::from_str(&whole.out).unwrap();
    assert_eq!((whole.code, whole.err.as_str()), (2, ""));
    assert_eq!(value["diagnostics"][0]["id"], "resolve/unknown-name");
    assert!(kijun_findings::from_json(&whole.out).is_err(), "it is no record of a run");
}

/// A fault of the machine is 3: the record that was asked for is not there.
#[test]
fn a_record_that_cannot_be_written_is_3_and_leaves_nothing() {
    let small = fixture("audit/small");
    let folder = tempfile::tempdir().unwrap();
    let nowhere = folder.path().join("not/there/run.json");
    assert_eq!(kijun(&small, &["audit", "-o", nowhere.to_str().unwrap()]).code, 3);
    let taken = folder.path().join("taken");
    fs::create_dir(&taken).unwrap();
    fs::write(taken.join("inside"), "x").unwrap();
    assert_eq!(kijun(&small, &["audit", "-o", taken.to_str().unwrap()]).code, 3);
    let left: Vec<_> = fs::read_dir(folder.path()).unwrap().collect();
    assert_eq!(left.len(), 1, "{left:?}");
}

#[test]
fn a_record_takes_the_place_of_an_older_one_whole() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("run.json");
    fs::write(&path, "x".repeat(1_000_000)).unwrap();
    kijun(&fixture("audit/small"), &["audit", "-o", path.to_str().unwrap()]);
    assert!(kijun_findings::from_json(&fs::read_to_string(&path).unwrap()).is_ok());
}

#[cfg(unix)]
#[test]
fn a_record_may_be_read_by_whoever_may_read_other_files() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfile::tempdir().unwrap();
    let [other, record] = ["other", "run.json"].map(|name| folder.path().join(name));
    fs::write(&other, "x").unwrap();
    kijun(&fixture("audit/small"), &["audit", "-o", record.to_str().unwrap()]);
    let mode = |path| fs::metadata(path).unwrap().permissions().mode();
    assert_eq!(mode(record), mode(other));
}

#[test]
fn an_audit_that_was_not_begun_writes_no_record() {
    let folder = project(&[("kijun.yaml", MANIFEST), ("rules/a.kijun", "clause")]);
    let path = folder.path().join("run.json");
    assert_eq!(kijun(folder.path(), &["audit", "-o", "run.json"]).code, 2);
    assert!(!path.exists());
}
