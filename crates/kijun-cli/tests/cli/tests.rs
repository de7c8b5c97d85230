//! `kijun test`: what is expected and what it comes to, reasons, days, tables, exit codes.

use serde_json::Value;

use crate::{MANIFEST, Ran, fixture, kijun, project};

const RULES: &str = "\
vocabulary v { record account { name: text, mfa: bool } kind server { key id : text  level : int  accounts: list of account  seen: date } \
kind note { key id: text  server: ref server } }
standard policy { tier top edition 2010-04-01 uses v }
clause 1 { for server  must level: level >= 3  must mfa: every a in accounts : a.mfa  must noted: some n in all note : n.server == id }
clause 2 { for server  must seen: age(seen) <= 30 days  evidence at most 10 days old }
";

fn test(tests: &str, args: &[&str]) -> Ran {
    let files = [("kijun.yaml", MANIFEST), ("rules/a.kijun", RULES), ("rules/a.test.kijun", tests)];
    kijun(project(&files).path(), &[&["test", "--lang", "en"], args].concat())
}

/// What is told of a test whose subject is `s`.
fn told(given: &str, expect: &str) -> (i32, String) {
    let ran = test(&format!("test \"t\" {{ on 2011-03-31  given server s {given}  {expect} }}"), &[]);
    (ran.code, ran.err)
}

#[test]
fn the_tests_of_the_ministry_are_met_in_both_years() {
    for year in ["moj/fy2011", "moj/fy2012"] {
        let ran = kijun(&fixture(year), &["test", "--format", "json"]);
        let run: Value = serde_json::from_str(&ran.out).unwrap();
        assert_eq!(ran.code, 0, "{}", ran.out);
        assert_eq!(run["run"]["figures"]["failed"], 0);
        assert!(run["run"]["figures"]["expectations"].as_u64().unwrap() >= 60);
    }
}

#[test]
fn what_is_met_is_0_and_what_is_not_is_1() {
    assert_eq!(told("{ level: 3 }", "expect policy:1#level pass").0, 0);
    assert_eq!(told("{ level: 2 }", "expect policy:1#level fail").0, 0);
    let (code, err) = told("{ level: 2 }", "expect policy:1#level pass");
    assert!(code == 1 && err.contains("test/other-result"), "{err}");
}

#[test]
fn absent_null_and_malformed_are_not_the_same_as_wrong() {
    assert_eq!(told("{}", "expect policy:1#level unknown because level").0, 0);
    assert_eq!(told("{ level: null }", "expect policy:1#level unknown because level").0, 0);
    assert_eq!(told("{ level: three }", "expect policy:1#level error because level").0, 0);
    // A value that cannot be read is told where no error is expected.
    let (code, err) = told("{ level: three }", "expect policy:1#mfa unknown");
    assert!(code == 1 && err.contains("evidence/wrong-type"), "{err}");
}

#[test]
fn a_result_for_another_reason_is_not_met() {
    let accounts = "{ accounts: [ { name: a  mfa: true } { name: b  mfa: false } ] }";
    assert_eq!(told(accounts, "expect policy:1#mfa fail because accounts.mfa").0, 0);
    assert_eq!(told(accounts, "expect policy:1#mfa fail because accounts").0, 0);
    let (code, err) = told(accounts, "expect policy:1#mfa fail because accounts.name");
    assert!(code == 1 && err.contains("test/other-reason") && err.contains("accounts[b].mfa"), "{err}");
}

#[test]
fn nobody_but_those_given_is_there() {
    assert_eq!(told("{}", "expect policy:1#noted fail").0, 0);
    assert_eq!(told("{}  given note n { server: s }", "expect policy:1#noted pass").0, 0);
    assert_eq!(told("{}  given note n { server: other }", "expect policy:1#noted fail").0, 0);
}

#[test]
fn evidence_is_as_old_as_the_test_says() {
    assert_eq!(told("{ seen: 2011-03-30 }", "expect policy:2 pass").0, 0);
    assert_eq!(told("taken 2011-03-21 { seen: 2011-03-20 }", "expect policy:2 pass").0, 0);
    assert_eq!(told("taken 2011-03-20 { seen: 2011-03-20 }", "expect policy:2 unknown").0, 0);
}

#[test]
fn each_row_is_a_test_and_is_judged_by_all_that_is_expected() {
    let table = "test \"t\" { given server s { level: $n  accounts: [] }  expect policy:1#mfa pass \
                 cases (n) expect policy:1#level { 2 => fail because level  -1 => fail  3 => pass  null => unknown } }";
    let ran = test(table, &["--verbose"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let lines: Vec<&str> = ran.out.lines().map(str::trim).collect();
    let wanted = ["ok    t (2)", "ok    t (-1)", "ok    t (3)", "ok    t (null)"];
    assert_eq!(lines[..4], wanted);
    assert_eq!(lines[4], "4 tests, 8 expectations: 8 met, 0 not met");
}

#[test]
fn a_misspelt_field_of_a_record_is_an_error_and_nothing_is_judged() {
    let (code, err) = told("{ levle: 3 }", "expect policy:1#level unknown");
    assert!(
        code == 2 && err.contains("resolve/unknown-field") && err.contains("did you mean `level`"),
        "{err}"
    );
}

#[test]
fn nothing_to_test_is_2() {
    assert_eq!(test("", &[]).code, 2);
    let other = test("test \"t\" { given server s {}  expect policy:1#level unknown }", &["elsewhere"]);
    assert!(other.code == 2 && other.err.contains("test/none"), "{}", other.err);
}

#[test]
fn the_same_bytes_in_any_order_of_threads() {
    let rows: String =
        (0..200).map(|n| format!("{n} => {}\n", if n < 3 { "fail" } else { "pass" })).collect();
    let table = format!(
        "test \"t\" {{ given server s {{ level: $n }}  cases (n) expect policy:1#level {{ {rows} }} }}"
    );
    let first = test(&table, &["--format", "json"]).out;
    assert_eq!(first, test(&table, &["--format", "json"]).out);
    assert_eq!(first.matches("\"met\"").count(), 201);
}
