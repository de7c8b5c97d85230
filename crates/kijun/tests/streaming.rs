//! More subjects than are held at once: every one is judged, once, and its place in the file does not matter.

#![expect(clippy::unwrap_used, reason = "tests say what went wrong by panicking")]

use std::fs;
use std::path::Path;

use kijun::{Options, audit, load};
use kijun_findings::{MeasureRecord, Outcome, RunRecord};

/// More than two batches.
const N: usize = 5000;

const MANIFEST: &str = "\
kijun: 1
project: stream
period: { start: 2011-04-01, end: 2012-03-31 }
rules: [rules]
evidence:
  - { kind: server, files: evidence/servers.jsonl }
  - { kind: owner, files: evidence/owners.jsonl }
";

const RULES: &str = "\
vocabulary stream {
  record account { name : text, mfa : bool }
  kind owner { key id : text  trained : bool }
  kind server { key id : text  owner : ref owner  level : int  accounts : list of account }
}
standard s { tier office edition 2010-04-01 uses stream }
clause 1 {
  for server
  must level:   level >= 3
  must mfa:     every a in accounts : a.mfa
  must trained: some o in all owner where o.id == owner : o.trained
}
measure strong { over server s  except s.level == 9  share s.level >= 3  by owner, level }
measure height { over server  mean level  by owner }
";

/// What a server says depends on its number alone: the level is its last digit, and one in a hundred does not say.
fn server(i: usize) -> String {
    let level = if i % 100 == 99 { String::new() } else { format!("\"level\":{},", i % 10) };
    let owner = i % 7;
    let accounts =
        format!("[{{\"name\":\"a\",\"mfa\":true}},{{\"name\":\"b\",\"mfa\":{}}}]", !i.is_multiple_of(4));
    format!("{{\"id\":\"srv-{i:05}\",{level}\"owner\":\"o{owner}\",\"accounts\":{accounts}}}\n")
}

/// Owner 6 is not trained.
fn owners() -> String {
    (0..7).map(|i| format!("{{\"id\":\"o{i}\",\"trained\":{}}}\n", i != 6)).collect()
}

fn expected(i: usize) -> [Outcome; 3] {
    let of = |holds| if holds { Outcome::Pass } else { Outcome::Fail };
    let level = if i % 100 == 99 { Outcome::Unknown } else { of(i % 10 >= 3) };
    [level, of(!i.is_multiple_of(4)), of(i % 7 != 6)]
}

fn run(folder: &Path, servers: impl Iterator<Item = usize>, threads: usize) -> RunRecord {
    fs::create_dir_all(folder.join("rules")).unwrap();
    fs::create_dir_all(folder.join("evidence")).unwrap();
    fs::write(folder.join("kijun.yaml"), MANIFEST).unwrap();
    fs::write(folder.join("rules/s.kijun"), RULES).unwrap();
    fs::write(folder.join("evidence/owners.jsonl"), owners()).unwrap();
    fs::write(folder.join("evidence/servers.jsonl"), servers.map(server).collect::<String>()).unwrap();
    audit(&load(folder), Options { threads: Some(threads), as_of: None }).unwrap().record
}

#[test]
fn every_subject_of_a_long_stream_is_judged_once() {
    let folder = tempfile::tempdir().unwrap();
    let record = run(folder.path(), 0..N, 2);
    assert!(record.complete, "{:?}", record.diagnostics);
    let servers = record.results.iter().find(|kind| kind.kind == "server").unwrap();
    assert_eq!(servers.subjects, (0..N).map(|i| format!("srv-{i:05}")).collect::<Vec<_>>());
    for (at, row) in servers.rows.iter().enumerate() {
        let letters: String = (0..N).map(|i| expected(i)[at].letter()).collect();
        assert_eq!(row.outcomes, letters);
    }
    let [strong, height] = &record.measures[..] else { panic!("{:?}", record.measures) };
    // One in a hundred does not say its level, and these are of the tenth that ends in 9.
    let figures = strong.whole.figures;
    assert_eq!((figures.pass, figures.fail), (N as u64 * 6 / 10, N as u64 * 3 / 10));
    assert_eq!((figures.waived, figures.unknown), (N as u64 / 10 - 50, 50));
    assert_eq!((figures.total(), height.whole.figures.total()), (N as u64, N as u64));
    let parts = |m: &MeasureRecord| m.breakdowns.iter().map(|b| b.parts.len()).collect::<Vec<_>>();
    assert_eq!((parts(strong), parts(height)), (vec![7, 11], vec![7]));
    let bad = (0..N).flat_map(expected).filter(|outcome| *outcome != Outcome::Pass).count();
    assert_eq!(record.findings.len(), bad);
}

#[test]
fn neither_the_order_of_a_stream_nor_threads_change_what_is_found() {
    let folder = tempfile::tempdir().unwrap();
    let forwards = without_places(run(folder.path(), 0..N, 1));
    // 2503 and N have no common factor, so every number comes once.
    for threads in [1, 2, 5] {
        let shuffled = without_places(run(folder.path(), (0..N).map(|i| i * 2503 % N), threads));
        assert!(shuffled == forwards, "{threads} threads");
    }
}

/// The record without what stands on another line, and without the file's digest.
fn without_places(mut record: RunRecord) -> RunRecord {
    record.findings.iter_mut().flat_map(|f| &mut f.evidence).for_each(|seen| seen.at.line = 0);
    record.inputs.clear();
    record
}

#[test]
fn a_stream_that_ends_in_the_middle_keeps_what_came_before_and_says_so() {
    let folder = tempfile::tempdir().unwrap();
    run(folder.path(), 0..N, 2);
    let path = folder.path().join("evidence/servers.jsonl");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, &text[..text.len() - 40]).unwrap();
    let record = audit(&load(folder.path()), Options::default()).unwrap().record;
    assert!(!record.complete);
    let servers = record.results.iter().find(|kind| kind.kind == "server").unwrap();
    assert_eq!(servers.subjects.len(), N - 1);
    assert!(record.diagnostics.iter().any(|d| d.id == "evidence/syntax"));
}
