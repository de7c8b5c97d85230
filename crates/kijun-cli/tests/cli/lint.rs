//! Lints from the command line: what is planned, what is asked for, how it ends.

use crate::{Ran, kijun, project};

const RULES: &str = r#"vocabulary office {
  kind server "Server" { key id : text  retired_on : date?  kept : duration }
}
role officer "Officer" {}
standard policy { title "Policy" issuer "The Office" tier ministry edition 2011-04-01 uses office }
clause 1 "Disposal" {
  text "A server is recorded for a year after it was retired."
  for  server  by officer
  must age(retired_on) <= 1 year else "{id} was retired on {retired_on}"
}
"#;

const MANIFEST: &str = "kijun: 1
project: office
period: { start: 2011-04-01, end: 2012-03-31 }
rules: [rules]
";

/// Runs the command in a project whose manifest ends so.
fn planned(plan: &str, args: &[&str]) -> Ran {
    let manifest = format!("{MANIFEST}{plan}");
    let folder = project(&[("kijun.yaml", &manifest), ("rules/policy.kijun", RULES)]);
    kijun(folder.path(), args)
}

/// Which lints say something, at which level.
fn told(plan: &str, args: &[&str]) -> Vec<String> {
    let ran = planned(plan, &[&["lint", "--format", "jsonl"], args].concat());
    let lines = ran.out.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap());
    lines.map(|d| format!("{} {}", d["id"], d["severity"]).replace('"', "")).collect()
}

const HIT: &str = "lint/unguarded-optional warning";

#[test]
fn what_is_found_makes_it_exit_with_1_and_nothing_with_0() {
    let ran = planned("", &["lint"]);
    assert_eq!(ran.code, 1, "{}", ran.whole());
    assert!(ran.err.contains("lint/unguarded-optional"), "{}", ran.whole());
    assert!(ran.out.starts_with("no errors, 1 warning"), "{}", ran.whole());
    let ran = planned("", &["lint", "--ignore", "unguarded-optional"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
}

#[test]
fn the_manifest_says_which_lints_are_wanted_and_how_bad_they_are() {
    let of = |plan| told(plan, &[]);
    assert_eq!(of(""), [HIT]);
    for none in [
        "lint: { ignore: [unguarded-optional] }",
        "lint: { ignore: [lint/unguarded-optional] }",
        "lint: { ignore: [correctness] }",
        "lint: { select: [unknown-lint] }",
        "lint: { level: { correctness: off } }",
        "lint: { paths: [{ files: [rules/*.kijun], ignore: [correctness] }] }",
        "lint: { paths: [{ files: [rules/**], level: { unguarded-optional: off } }] }",
    ] {
        assert_eq!(of(none), [""; 0], "{none}");
    }
    for error in [
        "lint: { level: { unguarded-optional: error } }",
        "lint: { level: { correctness: error, style: off } }",
        "lint: { level: { correctness: off, unguarded-optional: error } }",
        "lint: { paths: [{ files: [rules/policy.kijun], level: { correctness: error } }] }",
    ] {
        assert_eq!(of(error), ["lint/unguarded-optional error"], "{error}");
    }
    assert_eq!(of("lint: { paths: [{ files: [other/**], ignore: [correctness] }] }"), [HIT]);
}

#[test]
fn what_is_asked_for_by_name_comes_before_what_the_manifest_leaves_out() {
    assert_eq!(told("lint: { ignore: [correctness] }", &["--select", "unguarded-optional"]), [HIT]);
    assert_eq!(told("lint: { level: { correctness: off } }", &["--select", "unguarded-optional"]), [HIT]);
    assert_eq!(told("lint: { level: { correctness: off } }", &["--select", "correctness"]), [""; 0]);
    assert_eq!(told("", &["--select", "style,clarity"]), [""; 0]);
    assert_eq!(told("", &["--select", "correctness", "--ignore", "unguarded-optional"]), [""; 0]);
}

#[test]
fn a_name_that_no_lint_has_is_wrong_input() {
    let ran = planned("", &["lint", "--select", "unguarded-optionel"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("unguarded-optional"), "{}", ran.err);
    for plan in
        ["lint: { ignore: [nonsense] }", "lint: { paths: [{ files: [a], level: { nonsense: off } }] }"]
    {
        for (command, code) in [("lint", 2), ("check", 2), ("audit", 2)] {
            let ran = planned(plan, &[command]);
            assert_eq!(ran.code, code, "{plan} {command} {}", ran.whole());
            // An audit fails here, since there is no evidence, and asks no lint.
            assert_eq!(ran.err.contains("manifest/unknown-lint"), command != "audit", "{}", ran.whole());
        }
    }
    let ran = planned("lint: { paths: [{ files: [a/../b] }] }", &["lint"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("manifest/outside"), "{}", ran.err);
}

#[test]
fn a_check_counts_what_lints_find_and_fails_where_that_is_an_error() {
    let ran = planned("", &["check"]);
    assert_eq!(ran.code, 0, "{}", ran.whole());
    assert!(ran.out.contains("no errors, 1 warning"), "{}", ran.out);
    let ran = planned("lint: { level: { correctness: error } }", &["check"]);
    assert_eq!(ran.code, 2);
    assert!(ran.out.contains("1 error, no warnings"), "{}", ran.out);
}

#[test]
fn rules_with_errors_are_not_linted() {
    let folder = project(&[("policy.kijun", &RULES.replace("age(retired_on)", "age(retired)"))]);
    let ran = kijun(folder.path(), &["lint", "policy.kijun"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("resolve/unknown-name"), "{}", ran.err);
    assert!(ran.err.contains("no lint was run") && !ran.err.contains("unguarded"), "{}", ran.err);
}

#[test]
fn rules_are_looked_at_by_themselves() {
    let folder = project(&[("policy.kijun", RULES)]);
    let ran = kijun(folder.path(), &["lint", "policy.kijun"]);
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("policy.kijun:9"), "{}", ran.err);
    assert_eq!(kijun(folder.path(), &["lint"]).code, 2);
}

#[test]
fn every_lint_is_listed_and_explained_by_its_name() {
    let folder = project(&[]);
    let ran = kijun(folder.path(), &["lint", "--list"]);
    assert_eq!(ran.code, 0);
    assert!(ran.out.contains("unguarded-optional"), "{}", ran.out);
    let names =
        ran.out.lines().filter(|line| !line.starts_with(' ')).map(|line| line.split(' ').next().unwrap());
    for name in names {
        let explained = kijun(folder.path(), &["explain", name]);
        assert_eq!(explained.code, 0, "{name}");
        assert!(explained.out.starts_with(&format!("## lint/{name}\n")), "{}", explained.out);
    }
}

#[test]
fn a_fix_is_shown_as_data_as_a_diff_and_written() {
    let rules = RULES.replace("A server is recorded", "ｻｰﾊﾞ (a server) is recorded");
    let folder = project(&[("policy.kijun", &rules)]);
    let of = |args: &[&str]| {
        kijun(folder.path(), &[&["lint", "policy.kijun", "--select", "style"], args].concat())
    };
    let written = || std::fs::read_to_string(folder.path().join("policy.kijun")).unwrap();

    let shown = of(&["--format", "jsonl"]);
    let shown: serde_json::Value = serde_json::from_str(shown.out.lines().next().unwrap()).unwrap();
    let edit = serde_json::json!({
        "file": "policy.kijun",
        "start": { "line": 7, "column": 9 }, "end": { "line": 7, "column": 13 }, "text": "サーバ",
    });
    assert_eq!(shown["fix"], serde_json::json!({ "safety": "safe", "edits": [edit] }));

    let diff = of(&["--diff"]);
    assert_eq!(diff.code, 1);
    assert!(
        diff.out.contains("-  text \"ｻｰﾊﾞ (a server)") && diff.out.contains("+  text \"サーバ (a"),
        "{}",
        diff.out
    );
    assert_eq!(written(), rules);

    let fixed = of(&["--fix"]);
    assert_eq!(fixed.code, 0, "{}", fixed.whole());
    assert!(fixed.err.contains("1 fix made in 1 file"), "{}", fixed.err);
    assert_eq!(written(), rules.replace("ｻｰﾊﾞ", "サーバ"));
}
