//! `kijun audit --baseline`: what fails, what is known, and what may take the baseline's place.

use std::path::Path;

use serde_json::Value;

use crate::{MANIFEST, RULES, Ran, kijun, project};

const TWO: &str = "- { id: a, level: 9 }\n- { id: b, level: 1 }\n";

/// A project with one finding (and one advice) about `b`, and its record as the baseline.
fn based() -> tempfile::TempDir {
    let folder = project(&[("kijun.yaml", MANIFEST), ("rules/a.kijun", RULES), ("evidence/a.yaml", TWO)]);
    assert_eq!(kijun(folder.path(), &["audit", "-o", "base.json"]).code, 1);
    folder
}

fn write(folder: &tempfile::TempDir, name: &str, text: &str) {
    std::fs::write(folder.path().join(name), text).unwrap();
}

fn read(folder: &tempfile::TempDir, name: &str) -> String {
    std::fs::read_to_string(folder.path().join(name)).unwrap()
}

fn against(folder: &tempfile::TempDir, more: &[&str]) -> Ran {
    kijun(folder.path(), &[&["audit", "--baseline", "base.json", "--lang", "en"], more].concat())
}

fn json(folder: &tempfile::TempDir) -> Value {
    serde_json::from_str(&against(folder, &["--format", "json"]).out).unwrap()
}

fn doubts(folder: &tempfile::TempDir) -> Vec<String> {
    let whole = json(folder);
    let doubts = whole["baseline"]["doubts"].as_array().unwrap();
    doubts.iter().map(|doubt| doubt["doubt"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn what_the_baseline_knows_does_not_fail_and_is_counted() {
    let folder = based();
    let ran = against(&folder, &[]);
    assert_eq!(ran.code, 0, "{}", ran.whole());
    assert!(ran.out.contains("new 0, worse 0, not comparable 0; known 2"), "{}", ran.out);
    assert!(!ran.out.contains("server/b"), "known findings are not shown: {}", ran.out);
    assert!(against(&folder, &["-v"]).out.contains("server/b"));
}

#[test]
fn what_is_new_fails_at_its_level_and_above_and_is_shown_first() {
    let folder = based();
    write(&folder, "evidence/a.yaml", &format!("{TWO}- {{ id: c, level: 4 }}\n"));
    assert_eq!(against(&folder, &[]).code, 0, "only advice is new");
    assert_eq!(against(&folder, &["--fail-on", "advice"]).code, 1);
    assert_eq!(against(&folder, &["--fail-on", "never"]).code, 0);
    write(&folder, "evidence/a.yaml", &format!("{TWO}- {{ id: c, level: 1 }}\n"));
    let ran = against(&folder, &[]);
    assert_eq!(ran.code, 1);
    assert!(ran.out.contains("══ New (2)") && ran.out.contains("server/c"), "{}", ran.out);
}

#[test]
fn one_mended_and_one_broken_for_the_same_rule_are_two_findings() {
    let folder = based();
    write(&folder, "evidence/a.yaml", "- { id: a, level: 1 }\n- { id: b, level: 9 }\n");
    let figures = &json(&folder)["baseline"]["figures"];
    assert_eq!((figures["new"].as_u64(), figures["known"].as_u64()), (Some(2), Some(0)));
    assert_eq!(figures["resolved"].as_u64(), Some(2));
    assert_eq!(against(&folder, &[]).code, 1);
}

#[test]
fn a_renamed_file_and_moved_lines_change_nothing() {
    let folder = based();
    std::fs::rename(folder.path().join("rules/a.kijun"), folder.path().join("rules/z.kijun")).unwrap();
    std::fs::remove_file(folder.path().join("evidence/a.yaml")).unwrap();
    write(&folder, "evidence/z.yaml", "\n\n- { level: 1, id: b }\n- { id: a, level: 9 }\n");
    assert_eq!(against(&folder, &[]).code, 0);
    assert_eq!(doubts(&folder), ["evidence-files"], "the rules only have another name");
}

#[test]
fn a_result_that_cannot_be_told_any_more_is_new() {
    let folder = based();
    write(&folder, "evidence/a.yaml", "- { id: a }\n- { id: b, level: 1 }\n");
    let figures = &json(&folder)["baseline"]["figures"];
    assert_eq!((figures["new"].as_u64(), figures["known"].as_u64()), (Some(2), Some(2)));
    assert_eq!(against(&folder, &[]).code, 1);
}

#[test]
fn an_exception_that_lapses_makes_its_finding_new_and_one_that_begins_settles_it() {
    let exception = "clause 3 { for server  must level >= 2  exceptions by boss }\nrole boss \"b\" {}\n\
                     exception E-1 \"e\" { to s:3 for server approved by boss on 2011-04-01 from 2011-04-01 until 2012-03-31 because \"x\" }\n";
    let folder = project(&[
        ("kijun.yaml", &format!("{MANIFEST}today: 2012-03-31\n")),
        ("rules/a.kijun", &format!("{RULES}{exception}")),
        ("evidence/a.yaml", TWO),
    ]);
    kijun(folder.path(), &["audit", "-o", "base.json"]);
    assert_eq!(against(&folder, &[]).code, 0, "the last day counts");
    write(&folder, "kijun.yaml", &format!("{MANIFEST}today: 2012-04-01\n"));
    let lapsed = against(&folder, &[]);
    assert_eq!(lapsed.code, 1, "{}", lapsed.whole());
    assert!(lapsed.out.contains("s@2010-04-01:3#1"), "{}", lapsed.out);
    kijun(folder.path(), &["audit", "-o", "base.json"]);
    write(&folder, "kijun.yaml", &format!("{MANIFEST}today: 2012-03-31\n"));
    let began = against(&folder, &[]);
    assert_eq!(began.code, 0, "{}", began.whole());
    assert!(json(&folder)["baseline"]["figures"]["resolved"].as_u64() >= Some(1));
}

#[test]
fn a_worse_run_never_silently_becomes_the_baseline_under_whatever_name() {
    let folder = based();
    let base = read(&folder, "base.json");
    write(&folder, "evidence/a.yaml", &format!("{TWO}- {{ id: c, level: 4 }}\n"));
    std::fs::hard_link(folder.path().join("base.json"), folder.path().join("hard.json")).unwrap();
    let mut names = vec!["base.json", "./rules/../base.json", "hard.json"];
    if cfg!(unix) {
        link(&folder.path().join("base.json"), &folder.path().join("soft.json"));
        names.push("soft.json");
    }
    for name in names {
        let ran = against(&folder, &["-o", name]);
        assert_eq!((ran.code, read(&folder, name)), (1, base.clone()), "{name}: {}", ran.whole());
        assert!(ran.err.contains("--accept-worse"), "{}", ran.err);
    }
    assert_eq!(against(&folder, &["-o", "other.json"]).code, 0, "only advice is new, and the baseline stays");
    let accepted = against(&folder, &["-o", "base.json", "--accept-worse"]);
    assert_eq!(accepted.code, 0);
    assert!(accepted.err.contains("1 new, 0 worse"), "{}", accepted.err);
    assert_ne!(read(&folder, "base.json"), base);
    assert!(against(&folder, &[]).out.contains("known 3"));
    write(&folder, "evidence/a.yaml", &format!("{TWO}- {{ id: c, level: 1 }}\n"));
    let accepted = against(&folder, &["-o", "base.json", "--accept-worse"]);
    assert_eq!(accepted.code, 0, "what is accepted on purpose does not fail: {}", accepted.whole());
}

#[cfg(unix)]
fn link(to: &Path, at: &Path) {
    std::os::unix::fs::symlink(to, at).unwrap();
}

#[cfg(not(unix))]
fn link(_: &Path, _: &Path) {}

#[test]
fn a_run_that_is_no_worse_replaces_the_baseline() {
    let folder = based();
    assert_eq!(against(&folder, &["-o", "base.json"]).code, 0);
    write(&folder, "evidence/a.yaml", "- { id: a, level: 9 }\n- { id: b, level: 4 }\n");
    let ran = against(&folder, &["-o", "base.json"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    write(&folder, "evidence/a.yaml", TWO);
    assert_eq!(against(&folder, &[]).code, 1, "what was mended is new when it breaks again");
}

#[test]
fn a_run_that_could_not_judge_everything_never_becomes_the_baseline() {
    let folder = based();
    let base = read(&folder, "base.json");
    write(&folder, "evidence/b.yaml", "- { id: [\n");
    for more in [&["-o", "base.json"][..], &["-o", "base.json", "--accept-worse"]] {
        let ran = against(&folder, more);
        assert!(ran.code > 0, "{}", ran.whole());
        assert_eq!(read(&folder, "base.json"), base, "{}", ran.whole());
    }
    assert_eq!(against(&folder, &[]).code, 2, "nothing is new, and not all could be judged");
}

#[test]
fn a_kind_that_is_gone_is_named_and_is_no_better_run() {
    let rules = format!("{RULES}clause 3 {{ for box  must n >= 1 }}\n")
        .replace("vocabulary v {", "vocabulary v { kind box { key id : text  n : int }");
    let source = "  - { kind: box, files: boxes/*.yaml }\n";
    let folder = project(&[
        ("kijun.yaml", &format!("{MANIFEST}{source}")),
        ("rules/a.kijun", &rules),
        ("evidence/a.yaml", TWO),
        ("boxes/a.yaml", "- { id: x, n: 1 }\n"),
    ]);
    kijun(folder.path(), &["audit", "-o", "base.json"]);
    let base = read(&folder, "base.json");
    write(&folder, "kijun.yaml", &format!("{MANIFEST}expect_empty: [box]\n"));
    assert_eq!(doubts(&folder), ["manifest", "kinds", "evidence-files"]);
    let ran = against(&folder, &["-o", "base.json"]);
    assert_eq!((ran.code, read(&folder, "base.json") == base), (1, true), "{}", ran.whole());
    assert!(ran.out.contains("no subjects any more of kinds that the baseline had: box"), "{}", ran.out);
}

#[test]
fn other_rules_another_time_and_fewer_subjects_are_said() {
    let folder = based();
    write(&folder, "rules/a.kijun", &format!("{RULES}clause 3 {{ for server  must level >= 0 }}\n"));
    assert_eq!(doubts(&folder), ["statements", "rule-files"]);
    write(&folder, "rules/a.kijun", &RULES.replace("level >= 3", "level >= 2"));
    assert_eq!(doubts(&folder), ["rule-files"]);
    write(&folder, "rules/a.kijun", &RULES.replace("edition 2010-04-01", "edition 2010-05-01"));
    assert_eq!(doubts(&folder), ["documents", "rule-files"]);
    write(&folder, "rules/a.kijun", RULES);
    write(&folder, "evidence/a.yaml", "- { id: b, level: 1 }\n");
    assert_eq!(doubts(&folder), ["subjects"]);
    let later = MANIFEST.replace("2011-04-01", "2012-04-01").replace("2012-03-31", "2013-03-31");
    write(&folder, "kijun.yaml", &later.replace("project: p", "project: q"));
    assert_eq!(doubts(&folder), ["project", "period", "as-of", "manifest", "subjects"]);
    kijun(folder.path(), &["audit", "-o", "base.json"]);
    write(&folder, "kijun.yaml", MANIFEST);
    assert!(doubts(&folder).contains(&"later".to_owned()));
}

#[test]
fn a_baseline_that_has_nothing_in_common_or_is_no_record_is_2() {
    let folder = based();
    write(&folder, "rules/a.kijun", &RULES.replace("standard s ", "standard other "));
    let ran = against(&folder, &[]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("nothing to compare"), "{}", ran.err);
    write(&folder, "rules/a.kijun", RULES);
    let base = read(&folder, "base.json");
    let edited = base.replacen("\"pass\": ", "\"pass\": 1", 1);
    assert_ne!(edited, base);
    for text in ["{}", "no json", edited.as_str()] {
        write(&folder, "base.json", text);
        assert_eq!(against(&folder, &[]).code, 2, "{text}");
    }
    assert_eq!(kijun(folder.path(), &["audit", "--baseline", "nowhere.json"]).code, 2);
}

#[test]
fn accepting_needs_the_baseline_to_be_written() {
    let folder = based();
    assert_eq!(against(&folder, &["--accept-worse"]).code, 2);
    assert_eq!(against(&folder, &["--accept-worse", "-o", "other.json"]).code, 2);
}

#[test]
fn programs_are_told_the_state_of_each_finding() {
    let folder = based();
    write(&folder, "evidence/a.yaml", "- { id: a, level: 1 }\n- { id: b, level: 4 }\n");
    let ran = against(&folder, &["--format", "jsonl"]);
    let lines: Vec<Value> = ran.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let states: Vec<(bool, &str)> = lines
        .iter()
        .filter_map(|line| Some((line.get("finding").is_some(), line["baseline"]["state"].as_str()?)))
        .collect();
    assert_eq!(states, [(true, "new"), (true, "new"), (true, "unchanged"), (false, "absent")]);
    assert_eq!(lines.last().unwrap()["baseline"]["new"].as_u64(), Some(2));
    let run = serde_json::to_string(&json(&folder)["run"]).unwrap();
    assert!(kijun_findings::from_json(&run).is_ok(), "beside the baseline stands the record itself");
}

#[test]
fn a_baseline_changes_nothing_in_the_record() {
    let folder = based();
    against(&folder, &["-o", "with.json"]);
    kijun(folder.path(), &["audit", "-o", "without.json"]);
    assert_eq!(read(&folder, "with.json"), read(&folder, "without.json"));
}

#[test]
fn findings_are_still_grouped_by_who_answers() {
    let folder = based();
    write(&folder, "evidence/a.yaml", &format!("{TWO}- {{ id: c, level: 1 }}\n"));
    let ran = against(&folder, &["--by", "role"]);
    assert_eq!(ran.code, 1);
    assert!(ran.out.contains("server/c") && !ran.out.contains("server/b"), "{}", ran.out);
}

/// Whether a run may take the place of the baseline, and what it says.
fn replaces(folder: &tempfile::TempDir) -> (bool, String) {
    let before = read(folder, "base.json");
    let ran = against(folder, &["-o", "base.json"]);
    (read(folder, "base.json") != before, ran.out)
}

#[test]
fn a_value_that_is_gone_does_not_settle_its_finding() {
    let folder = based();
    write(&folder, "evidence/a.yaml", "- { id: a, level: 9 }\n- { id: b }\n");
    assert!(!replaces(&folder).0);
}

#[test]
fn a_run_without_a_provision_of_the_baseline_does_not_replace_it() {
    let folder = based();
    let rules = read(&folder, "rules/a.kijun");
    let mut clauses = rules.lines().filter(|line| line.starts_with("clause"));
    let first = clauses.next().unwrap();
    write(
        &folder,
        "rules/a.kijun",
        &rules.replace(first, "clause 99 \"other\" { for server must level >= 0 }"),
    );
    let (replaced, out) = replaces(&folder);
    assert!(!replaced && out.contains("other statements are in force"), "{out}");
}

#[test]
fn a_run_as_if_on_another_day_becomes_the_baseline_only_on_purpose() {
    let folder = based();
    let base = read(&folder, "base.json");
    let refused = against(&folder, &["--as-of", "2012-07-31", "-o", "base.json"]);
    assert_eq!((refused.code, refused.out.as_str()), (2, ""), "{}", refused.whole());
    assert!(refused.err.contains("--as-of") && refused.err.contains("--accept-worse"), "{}", refused.err);
    assert_eq!(read(&folder, "base.json"), base);
    assert_eq!(against(&folder, &["--as-of", "2012-07-31", "-o", "other.json"]).code, 0);
    let accepted = against(&folder, &["--as-of", "2012-07-31", "-o", "base.json", "--accept-worse"]);
    assert_eq!(accepted.code, 0, "{}", accepted.whole());
    assert!(accepted.err.contains("2012-07-31"), "{}", accepted.err);
    assert_ne!(read(&folder, "base.json"), base);
}
