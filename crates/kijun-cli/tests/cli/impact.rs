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

/// What a run's own rules say of provisions of `s` in a part of that document that stays.
const PART: &str = "\
part of s@2010-04-01
exception E-1 \"e\" {
  to s:2 for server where id == \"b\" approved by boss on 2011-04-01 from 2011-04-01 until 2012-03-31 because \"x\"
}
exception E-2 \"e\" {
  to s:1, s:2 for server where id == \"c\" approved by boss on 2011-04-01 from 2011-04-01 until 2012-03-31 because \"x\"
}
measure levels \"l\" { over server share level >= 3 see s:1, s:2 }
test \"two\" { given server x { id: \"x\", level: 1 } expect s:2#1 fail }
";

/// What a document below says of them.
const BELOW: &str = "\
standard t { tier lower edition 2010-04-01 uses v conforms to s }
section 7 { clause 7.1 { implements s:2 for server must level >= 0 } }
";

/// A run with all of that, and a draft of `s` without its second clause.
fn run_with_references() -> tempfile::TempDir {
    let rules = RULES.replace("level >= 3 }", "level >= 3  exceptions by boss }");
    let rules = rules.replace("level >= 5 }", "level >= 5  exceptions by boss }");
    let manifest = format!("{MANIFEST}coverage: [\"s:1\", \"s:2\"]\nexpect_empty: [\"s:2#1\"]\n");
    let evidence = format!("{EVIDENCE}- {{ id: c, level: 1 }}\n");
    let folder = project(&[
        ("p/kijun.yaml", &manifest),
        ("p/rules/a.kijun", &format!("{rules}role boss \"b\" {{}}\n")),
        ("p/rules/b.kijun", BELOW),
        ("p/rules/c.kijun", PART),
        ("p/evidence/a.yaml", &evidence),
    ]);
    let ran = kijun(folder.path(), &["audit", "--project", "p", "-o", "p/run.json", "--lang", "en"]);
    assert!(folder.path().join("p/run.json").is_file(), "{}", ran.whole());
    let standard = rules.split_once("standard").unwrap().1;
    let clauses = format!("standard{standard}").replace("level >= 3", "level >= 5");
    let draft: Vec<&str> = clauses.lines().filter(|line| !line.starts_with("clause 2")).collect();
    write(&folder, "new.kijun", &draft.join("\n"));
    folder
}

#[test]
fn what_names_a_clause_that_is_gone_is_left_out_and_named() {
    let folder = run_with_references();
    let ran = impact(&folder, &["new.kijun", "--format", "json"]);
    let changes = changes(&ran);
    assert!(changes.contains(&("new".into(), "s:1#1".into(), "b".into())), "{changes:?}\n{}", ran.err);
    assert!(!changes.iter().any(|change| change.1 == "s:1#1" && change.2 == "c"), "{changes:?}");
    let names: Vec<&str> = ran.err.lines().filter(|line| line.contains("is left out")).collect();
    for name in ["`E-1`", "`s:2`", "`two`", "`s:2#1`"] {
        assert!(names.iter().any(|line| line.contains(name)), "{name}: {}", ran.err);
    }
    // `E-2`, the measure, the clause below; the manifest has one of each. What the whole of `E-1` names is not told besides.
    assert_eq!(names.iter().filter(|line| line.contains("`s:2`")).count(), 4, "{}", ran.err);
    assert_eq!(names.len(), 7, "{}", ran.err);
    assert_eq!(ran.code, 1);
}

#[test]
fn the_rules_alone_are_the_cause_though_an_exception_went_with_a_clause() {
    let folder = run_with_references();
    let ran = impact(&folder, &["new.kijun", "--format", "json"]);
    let diff: Value = serde_json::from_str(&ran.out).unwrap();
    assert!(diff["unattributed"].as_array().is_none_or(Vec::is_empty), "{:#}", diff["unattributed"]);
    for change in diff["changes"].as_array().unwrap() {
        assert_eq!(change["why"]["enough"], serde_json::json!([["rules"]]), "{change:#}");
    }
}

#[test]
fn a_draft_that_is_wrong_itself_is_told_and_nothing_is_left_out() {
    let folder = run_with_references();
    let draft = std::fs::read_to_string(folder.path().join("new.kijun")).unwrap();
    write(&folder, "new.kijun", &draft.replace("level >= 5", "levle >= 5"));
    let ran = impact(&folder, &["new.kijun"]);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{}", ran.whole());
    assert!(ran.err.contains("levle") && !ran.err.contains("left out"), "{}", ran.err);
}

/// What is said of a choice, made there, outside of a range that a draft made narrower.
fn chosen(choice: &str) -> Ran {
    let parameter = "parameter min : int in {1, 2} \"m\"\nclause 3 { for server must level >= $min }\n";
    let folder = project(&[
        ("p/kijun.yaml", MANIFEST),
        ("p/rules/a.kijun", &format!("{RULES}{parameter}")),
        ("p/rules/b.kijun", choice),
        ("p/evidence/a.yaml", EVIDENCE),
    ]);
    kijun(folder.path(), &["audit", "--project", "p", "-o", "p/run.json"]);
    write(&folder, "new.kijun", &format!("{}{parameter}", stricter()).replace("{1, 2}", "{1, 3}"));
    impact(&folder, &["new.kijun"])
}

#[test]
fn a_choice_outside_of_a_range_that_became_narrower_is_not_left_out() {
    let own = chosen("set s $min = 2\n");
    assert_eq!((own.code, own.out.as_str()), (2, ""), "{}", own.whole());
    assert!(own.err.contains("rules/b.kijun:1:"), "{}", own.err);
    let below = chosen("standard t { tier lower edition 2010-04-01 uses v conforms to s }\nset s $min = 2\n");
    assert!(below.out.contains("does not allow 2 for `$min`"), "{}", below.whole());
    assert!(!below.err.contains("left out"), "{}", below.err);
}
