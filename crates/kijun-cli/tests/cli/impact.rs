//! `kijun diff --rules`: what other rules would have found in a run's evidence.

use serde_json::Value;

use crate::{MANIFEST, RULES, Ran, kijun, project};

const EVIDENCE: &str = "- { id: a, level: 9 }\n- { id: b, level: 4 }\n";

fn run() -> tempfile::TempDir {
    let folder =
        project(&[("p/kijun.yaml", MANIFEST), ("p/rules/a.kijun", RULES), ("p/evidence/a.yaml", EVIDENCE)]);
    kijun(folder.path(), &["audit", "--project", "p", "-o", "p/run.json"]);
    folder
}

fn write(folder: &tempfile::TempDir, name: &str, text: &str) {
    let path = folder.path().join(name);
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(path, text).unwrap();
}

fn impact(folder: &tempfile::TempDir, more: &[&str]) -> Ran {
    kijun(folder.path(), &[&["diff", "--lang", "en", "p/run.json", "--rules"], more].concat())
}

/// What became of findings about servers; what is said of the documents themselves is left out.
fn changes(ran: &Ran) -> Vec<(String, String, String)> {
    let diff = serde_json::from_str(&ran.out);
    assert!(diff.is_ok(), "{}", ran.whole());
    let diff: Value = diff.unwrap();
    let text = |value: &Value| value.as_str().unwrap_or("-").to_owned();
    let row = |c: &Value| (text(&c["class"]), text(&c["lineage"]), text(&c["subject"]["key"]));
    let of_servers = |row: &(String, String, String)| row.2 != "-";
    diff["changes"].as_array().unwrap().iter().map(row).filter(of_servers).collect()
}

/// The same standard in the same edition, stricter in one clause.
fn stricter() -> String {
    let standard = RULES.split_once("standard").unwrap().1;
    format!("standard{}", standard.replace("level >= 3", "level >= 5"))
}

#[test]
fn a_changed_rule_tells_what_it_would_have_found() {
    let folder = run();
    write(&folder, "new.kijun", &stricter());
    let ran = impact(&folder, &["new.kijun", "--format", "json"]);
    assert_eq!(changes(&ran), [("new".into(), "s:1#1".into(), "b".into())]);
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("Hypothetical"), "{}", ran.err);
    assert_eq!(impact(&folder, &["new.kijun", "--fail-on", "never"]).code, 0);
    assert!(impact(&folder, &["new.kijun"]).out.starts_with("Hypothetical"));
}

#[test]
fn the_same_rules_change_nothing() {
    let folder = run();
    for rules in ["p/rules", "p", "p/rules/a.kijun"] {
        let ran = impact(&folder, &[rules, "--format", "json"]);
        assert_eq!((changes(&ran), ran.code), (vec![], 0), "{rules}");
    }
}

#[test]
fn only_what_is_named_is_replaced() {
    let folder = run();
    write(&folder, "part.kijun", "part of s@2010-04-01\nclause 2 { for server  should level >= 4 }\n");
    let ran = impact(&folder, &["part.kijun", "--format", "json"]);
    assert_eq!(changes(&ran), [("resolved".into(), "s:2#1".into(), "b".into())]);
    assert_eq!(ran.code, 0);
}

#[test]
fn a_clause_that_the_new_document_does_not_have_is_gone_with_the_old_one() {
    let folder = run();
    let shorter =
        stricter().lines().filter(|line| !line.starts_with("clause 2")).collect::<Vec<_>>().join("\n");
    write(&folder, "new.kijun", &shorter);
    let changes = changes(&impact(&folder, &["new.kijun", "--format", "json"]));
    assert!(changes.iter().any(|(class, lineage, _)| class != "new" && lineage == "s:2#1"), "{changes:?}");
}

#[test]
fn an_edition_to_come_moves_the_day_and_says_so() {
    let folder = run();
    let next = "standard s { tier office edition 2013-01-01 uses v supersedes s@2010-04-01 }\n\
                clause 1 { for server  must level >= 5 }\nclause 2 { for server  should level >= 5 }\n";
    write(&folder, "next.kijun", next);
    let ran = impact(&folder, &["next.kijun", "--format", "json"]);
    let diff: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(changes(&ran), [("new".into(), "s:1#1".into(), "b".into())]);
    assert_eq!((&diff["new"]["as-of"], &diff["new"]["today"]), (&"2013-01-01".into(), &"2012-03-31".into()));
    assert!(ran.err.contains("s@2013-01-01 is not in force"), "{}", ran.err);
    let before = impact(&folder, &["next.kijun", "--format", "json", "--as-of", "2012-12-31"]);
    assert_eq!((changes(&before), before.code), (vec![], 0), "the day that was asked for goes before");
}

#[test]
fn causes_are_the_rules_alone() {
    let folder = run();
    write(&folder, "new.kijun", &stricter());
    let ran = impact(&folder, &["new.kijun", "--format", "json"]);
    let diff: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(diff["factors"], serde_json::json!(["rules"]), "{:#}", diff["unattributed"]);
}

#[test]
fn wrong_rules_are_told_with_their_place_and_nothing_is_judged() {
    let folder = run();
    write(&folder, "new.kijun", &stricter().replace("level >= 5 }", "levle >= 5 }"));
    let ran = impact(&folder, &["new.kijun"]);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    assert!(ran.err.contains("new.kijun:") && ran.err.contains("levle"), "{}", ran.err);
    assert_eq!(impact(&folder, &["nowhere.kijun"]).code, 2);
    write(&folder, "empty/readme.md", "");
    assert_eq!(impact(&folder, &["empty"]).code, 2);
}

#[test]
fn a_run_whose_inputs_are_gone_is_2() {
    let folder = run();
    write(&folder, "new.kijun", &stricter());
    write(&folder, "p/evidence/a.yaml", "- { id: a, level: 1 }\n");
    let ran = impact(&folder, &["new.kijun"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("evidence/a.yaml"), "{}", ran.err);
}

#[test]
fn the_new_rules_take_the_place_of_a_newer_run() {
    let folder = run();
    write(&folder, "new.kijun", &stricter());
    assert_eq!(impact(&folder, &["new.kijun", "p/run.json"]).code, 2);
    assert_eq!(kijun(folder.path(), &["diff", "p/run.json"]).code, 2);
    assert_eq!(kijun(folder.path(), &["diff", "p/run.json", "p/run.json", "--as-of", "2012-01-01"]).code, 2);
}
