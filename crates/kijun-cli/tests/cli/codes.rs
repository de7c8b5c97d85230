//! Exit codes: 0 nothing that presses, 1 findings, 2 wrong input or not all of it, 3 a fault.

use crate::{MANIFEST, RULES, fixture, kijun, project};

const FINE: &str = "- { id: a, level: 9 }\n";

fn code(files: &[(&str, &str)], args: &[&str]) -> i32 {
    kijun(project(files).path(), args).code
}

/// The project with other rules or other evidence.
fn audited(rules: &str, evidence: &[(&str, &str)], args: &[&str]) -> i32 {
    let files = [&[("kijun.yaml", MANIFEST), ("rules/a.kijun", rules)], evidence].concat();
    code(&files, &[&["audit"], args].concat())
}

#[test]
fn nothing_that_presses_is_0() {
    assert_eq!(audited(RULES, &[("evidence/a.yaml", FINE)], &[]), 0);
}

#[test]
fn a_finding_is_1_and_advice_is_1_only_if_asked() {
    let failing = [("evidence/a.yaml", "- { id: a, level: 1 }\n")];
    let advised = [("evidence/a.yaml", "- { id: a, level: 4 }\n")];
    assert_eq!(audited(RULES, &failing, &[]), 1);
    assert_eq!(audited(RULES, &failing, &["--fail-on", "urgent"]), 0);
    assert_eq!(audited(RULES, &failing, &["--fail-on", "never"]), 0);
    assert_eq!(audited(RULES, &advised, &[]), 0);
    assert_eq!(audited(RULES, &advised, &["--fail-on", "advice"]), 1);
    assert_eq!(audited(RULES, &advised, &["--fail-on", "recommendation"]), 1);
}

/// What programs read names unit and role in each finding; nothing is judged where it cannot be shown as asked.
#[test]
fn grouping_is_for_people_and_2_in_other_formats() {
    let fine = [("evidence/a.yaml", FINE)];
    assert_eq!(audited(RULES, &fine, &["--by", "unit"]), 0);
    for format in ["json", "jsonl"] {
        let files = [("kijun.yaml", MANIFEST), ("rules/a.kijun", RULES), fine[0]];
        let ran = kijun(project(&files).path(), &["audit", "--by", "role", "--format", format]);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""));
        assert!(ran.err.contains("--by"), "{}", ran.err);
    }
    assert_eq!(audited(RULES, &fine, &["--by", "tier"]), 2);
}

#[test]
fn missing_evidence_is_1() {
    assert_eq!(audited(RULES, &[("evidence/a.yaml", "- { id: a }\n")], &[]), 1);
}

#[test]
fn errors_in_rules_are_2_and_nothing_is_judged() {
    let ran = kijun(
        project(&[("kijun.yaml", MANIFEST), ("rules/a.kijun", &RULES.replace("level >= 3", "levle >= 3"))])
            .path(),
        &["audit"],
    );
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    assert!(
        ran.err.contains("resolve/unknown-name") && ran.err.contains("nothing was judged"),
        "{}",
        ran.err
    );
}

#[test]
fn evidence_that_could_not_all_be_read_is_never_0() {
    let broken: [(&str, &str); 6] = [
        ("evidence/b.yaml", "- { id: b, level: 9\n"),
        ("evidence/b.yaml", "- { id: b, level: nine }\n"),
        ("evidence/b.yaml", "- { level: 9 }\n"),
        ("evidence/b.yaml", "- { id: a, level: 9 }\n"),
        ("evidence/b.yaml", "- 7\n"),
        ("evidence/b.yaml", "just words\n"),
    ];
    for file in broken {
        for level in ["finding", "urgent", "never"] {
            let found = audited(RULES, &[("evidence/a.yaml", FINE), file], &["--fail-on", level]);
            assert!(found == 2 || found == 1 && level == "finding", "{file:?} --fail-on {level}: {found}");
        }
    }
}

#[test]
fn nothing_that_happened_is_never_0() {
    let no_statement = "vocabulary v { kind server { key id : text } }\nstandard s { tier office edition 2010-04-01 uses v }\n";
    let never_true = RULES.replace("for server ", "for server where level > 100 ");
    let not_yet = RULES.replace("2010-04-01", "2020-04-01");
    let silent = MANIFEST
        .replace("evidence:", "evidence: []")
        .replace("  - { kind: server, files: evidence/*.yaml }\n", "");
    let fine = ("evidence/a.yaml", FINE);
    assert_eq!(audited(RULES, &[], &[]), 2, "no file");
    assert_eq!(audited(RULES, &[("evidence/a.yaml", "[]\n")], &[]), 2, "no subject");
    assert_eq!(audited(RULES, &[("evidence/a.yaml", "")], &[]), 2, "an empty file");
    assert_eq!(audited("", &[fine], &[]), 2, "no rule");
    assert_eq!(audited(no_statement, &[fine], &[]), 2, "no statement");
    assert_eq!(audited(&never_true, &[fine], &[]), 2, "a guard that is never true");
    assert_eq!(audited(&not_yet, &[fine], &[]), 2, "nothing in force");
    assert_eq!(code(&[("kijun.yaml", &silent), ("rules/a.kijun", RULES)], &["audit"]), 2, "no source");
    assert_eq!(code(&[("kijun.yaml", MANIFEST)], &["audit"]), 2, "no rules folder");
    assert_eq!(code(&[], &["audit"]), 2, "no project");
    assert_eq!(code(&[], &["audit", "--project", "nowhere"]), 2, "no such project");
}

#[test]
fn nothing_expected_is_0() {
    let never_true = RULES.replace("clause 2 { for server ", "clause 2 { for server where level > 100 ");
    let manifest = format!("{MANIFEST}expect_empty: [\"s:2\"]\n");
    let files =
        [("kijun.yaml", manifest.as_str()), ("rules/a.kijun", &never_true), ("evidence/a.yaml", FINE)];
    assert_eq!(code(&files, &["audit"]), 0);
}

#[test]
fn wrong_usage_is_2() {
    let small = fixture("audit/small");
    for args in
        [&["audit", "--fail-on", "sometimes"][..], &["adit"], &[], &["audit", "--as-of", "2011-02-29"]]
    {
        assert_eq!(kijun(&small, args).code, 2, "{args:?}");
    }
}

#[test]
fn check_is_2_on_errors_and_0_on_warnings() {
    assert_eq!(kijun(&fixture("audit/wrong"), &["check"]).code, 2);
    assert_eq!(kijun(&fixture("moj/fy2011"), &["check"]).code, 0);
    assert_eq!(kijun(&fixture("audit/small"), &["check", "rules"]).code, 0);
    assert_eq!(kijun(&fixture("audit/small"), &["check", "nowhere"]).code, 2);
}

#[test]
fn what_explain_does_not_know_is_2() {
    for what in [
        "evidence/wrong-typo",
        "ministry:9.9",
        "F-000000000000",
        "F-",
        "EX-9",
        "ministri",
        "server@2011-01-01",
    ] {
        assert_eq!(kijun(&fixture("audit/small"), &["explain", what]).code, 2, "{what}");
    }
}
