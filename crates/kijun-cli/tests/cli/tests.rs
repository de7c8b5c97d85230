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

/// Rules with a guard, a filter and two operands, and tests that see all of them.
const GUARDED: &str = "\
vocabulary v { record account { name: text, admin: bool, mfa: bool } \
kind server { key id : text  outside: bool  level : int  logged: bool  accounts: list of account } }
standard policy { tier top edition 2010-04-01 uses v }
clause 1 { for server where outside  must level: level >= 3 and logged  must mfa: every a in accounts where a.admin : a.mfa }
";

const PINNED: [&str; 7] = [
    "test \"bound\" { given server s { outside: true  level: $n  logged: $l  accounts: [] }  cases (n, l) expect policy:1#level { \
     2 true => fail because level  3 true => pass  3 false => fail because logged  4 true => pass  null true => unknown because level } }",
    "test \"weak\" { given server s { outside: true  accounts: [ { name: a  admin: true  mfa: false } ] } \
     expect policy:1#mfa fail because accounts.mfa }",
    "test \"mixed\" { given server s { outside: true  accounts: [ { name: a  admin: true  mfa: true } { name: b  admin: false  mfa: false } ] } \
     expect policy:1#mfa pass }",
    "test \"both\" { given server s { outside: true  accounts: [ { name: a  admin: true  mfa: true } { name: b  admin: true  mfa: false } ] } \
     expect policy:1#mfa fail }",
    "test \"inside\" { given server s { outside: false  level: 1  logged: false }  expect policy:1 not-applicable }",
    "test \"silent\" { given server s { outside: true }  expect policy:1 unknown }",
    "test \"nobody\" { given server s { outside: true  accounts: [] }  expect policy:1#mfa pass }",
];

fn guarded(rules: &str, tests: &str, args: &[&str]) -> Ran {
    let files = [("kijun.yaml", MANIFEST), ("rules/a.kijun", rules), ("rules/a.test.kijun", tests)];
    kijun(project(&files).path(), &[&["test", "--lang", "en"], args].concat())
}

fn json(ran: &Ran) -> Value {
    serde_json::from_str(&ran.out).unwrap()
}

#[test]
fn what_is_seen_from_every_side_is_covered_and_every_change_is_noticed() {
    let ran = guarded(
        GUARDED,
        &PINNED.join("\n"),
        &["--coverage", "--mutate", "--fail-on-survivors", "--format", "json"],
    );
    let run = json(&ran);
    let figures = &run["run"]["coverage"]["figures"];
    assert_eq!(ran.code, 0, "{:#}\n{}", run["run"]["mutants"], ran.err);
    assert_eq!(figures["statements"], serde_json::json!({ "seen": 2, "of": 2 }));
    assert_eq!(figures["results"], serde_json::json!({ "seen": 8, "of": 8 }), "{:#}", run["run"]["coverage"]);
    assert_eq!(figures["sides"], serde_json::json!({ "seen": 8, "of": 8 }), "{:#}", run["run"]["coverage"]);
    let mutants = &run["run"]["mutants"]["figures"];
    assert_eq!(mutants["survived"], 0);
    assert_eq!(mutants["undecided"], 0);
    assert!(mutants["killed"].as_u64().unwrap() >= 15, "{mutants}");
}

#[test]
fn coverage_does_not_depend_on_the_order_of_the_tests() {
    let covered = |tests: &[&str]| {
        let ran = guarded(GUARDED, &tests.join("\n"), &["--coverage", "--format", "json"]);
        json(&ran)["run"]["coverage"].clone()
    };
    let first = covered(&PINNED);
    for turn in 1..PINNED.len() {
        let mut turned = PINNED;
        turned.rotate_left(turn);
        assert_eq!(covered(&turned), first);
    }
    let mut back = PINNED;
    back.reverse();
    assert_eq!(covered(&back), first);
}

#[test]
fn what_no_test_has_seen_is_named() {
    let ran = guarded(GUARDED, PINNED[6], &["--coverage"]);
    let told = [
        "Not tested:\n  policy@2010-04-01:1#level",
        "never fail",
        "`a.admin` never true",
        "`outside` never false",
    ];
    // Of a list without elements, nothing was asked of its filter.
    assert!(told.iter().all(|words| ran.out.contains(words)), "{}", ran.out);
    assert!(ran.out.contains("Seen: 1/2 statements, 1/8 results, 1/8 sides"), "{}", ran.out);
    // An expectation that is not met shows nothing.
    let unmet = guarded(GUARDED, &PINNED[6].replace("pass", "fail"), &["--coverage"]);
    assert!(unmet.code == 1 && unmet.out.contains("Seen: 0/2 statements, 0/8"), "{}", unmet.out);
}

#[test]
fn too_little_coverage_is_1_and_an_unknown_document_2() {
    let coverage = |args: &[&str]| guarded(GUARDED, PINNED[6], args);
    assert_eq!(coverage(&["--min-coverage", "10"]).code, 0);
    let little = coverage(&["--min-coverage", "13"]);
    assert!(little.code == 1 && little.err.contains("2 of 16"), "{}", little.err);
    assert_eq!(coverage(&["--coverage", "--of", "elsewhere"]).code, 2);
    assert!(coverage(&["--coverage", "--of", "policy@2010-04-01"]).out.contains("1/2 statements"));
}

#[test]
fn a_change_that_no_test_notices_is_listed_and_one_without_effect_is_not() {
    let rules = GUARDED.replace("level >= 3 and logged", "level >= 3 and level >= 2");
    let tests = "test \"t\" { given server s { outside: true  level: $n }  cases (n) expect policy:1#level { 1 => fail  3 => pass } }";
    let ran = guarded(&rules, tests, &["--mutate", "--fail-on-survivors"]);
    assert_eq!(ran.code, 1, "{}", ran.out);
    assert!(ran.out.contains("- 3\n    + 2\n      policy@2010-04-01:1#level"), "{}", ran.out);
    // Whatever `level >= 2` becomes below 3, nobody can tell.
    assert!(!ran.out.contains("- 2\n") && ran.out.contains("without effect"), "{}", ran.out);
    assert_eq!(guarded(&rules, tests, &["--mutate"]).code, 0);
    let few = guarded(&rules, tests, &["--mutate", "--max-mutants", "2"]);
    assert!(
        few.out.contains("Changes: 2 tried") && few.out.contains("more changes were not tried"),
        "{}",
        few.out
    );
}

#[test]
fn two_subjects_with_one_name_are_an_error() {
    let (code, err) = told("{ level: 3 }  given note s { server: s }", "expect policy:1#level pass");
    assert!(code == 2 && err.contains("resolve/duplicate-name"), "{err}");
}

/// What is made for a statement, and whether the tests in it are met by the same rules.
fn generated(rules: &str, reference: &str) -> (Ran, i32) {
    let made = guarded(rules, "", &["--generate", reference]);
    let again = guarded(rules, &made.out, &[]);
    (made, again.code)
}

#[test]
fn generated_tests_stand_at_the_bound_and_on_each_branch_and_are_met() {
    let (made, again) = generated(GUARDED, "policy:1#level");
    assert_eq!((made.code, again), (0, 0), "{}{}", made.out, made.err);
    let wanted = [
        "level: 3",
        "level: 2",
        "fail because level",
        "fail because logged",
        "expect policy@2010-04-01:1#level not-applicable",
        "unknown because level",
        "only `logged` is false",
    ];
    assert!(wanted.iter().all(|text| made.out.contains(text)), "{}", made.out);
    let covered = guarded(GUARDED, &made.out, &["--coverage", "--mutate", "--format", "json"]);
    let level = json(&covered)["run"]["coverage"]["statements"][0].clone();
    let whole = level["results"].as_array().unwrap().iter().all(|seen| seen["times"].as_u64() > Some(0));
    assert!(whole, "{level:#}");
    assert_eq!(json(&covered)["run"]["mutants"]["figures"]["survived"], 0, "{}{}", made.out, covered.out);
}

#[test]
fn of_a_clause_tests_are_made_for_each_statement_and_of_nothing_none() {
    let (made, again) = generated(GUARDED, "policy:1");
    assert_eq!((made.code, again), (0, 0), "{}{}", made.out, made.err);
    assert!(made.out.contains("1#mfa fail because accounts"), "{}", made.out);
    let nobody = guarded(GUARDED, "", &["--generate", "policy:9"]);
    assert!(nobody.code == 2 && nobody.err.contains("policy:9"), "{}", nobody.err);
}

#[test]
fn a_question_is_answered_yes_no_and_not_at_all() {
    let asked = GUARDED.replace("must level: level >= 3 and logged", "attest \"Is it so?\"");
    let (made, again) = generated(&asked, "policy:1#1");
    assert_eq!((made.code, again), (0, 0), "{}{}", made.out, made.err);
    let wanted = ["1#1 pass", "1#1 fail", "1#1 unknown", "1#1 not-applicable"];
    assert!(wanted.iter().all(|result| made.out.contains(result)), "{}{}", made.out, made.err);
}

/// Two documents: a parameter that the lower one sets, an exception, a key of two parts, a kind below, a permission.
const LAYERED: &str = "\
role ciso \"CISO\" {}
vocabulary v { kind server { key id: text  level: int  reviewed: date }  kind web is server { port: int }
kind account { key host: text  key name: text  mfa: bool } }
standard upper { tier top edition 2010-04-01 uses v }
parameter within : duration <= 1 year
clause 1 { for server  must reviewed: age(reviewed) <= $within }
clause 2 { for server  exceptions by ciso  must level: level >= 3 }
clause 3 { for account  must mfa: mfa }
clause 4 { for server  may level >= 1 }
";
const LOWER: &str = "\
standard lower { tier low edition 2010-04-01 uses v  conforms to upper }
set upper $within = 6 months
clause 1 \"ports\" { for web  must port: port == 443 }
exception E1 { to upper:2  for server where id == \"old\"  approved by ciso on 2011-01-01 from 2011-01-01 until 2011-12-31 because \"x\" }
";

fn layered(tests: &str) -> Ran {
    let files = [
        ("kijun.yaml", MANIFEST),
        ("rules/a.kijun", LAYERED),
        ("rules/b.kijun", LOWER),
        ("rules/t.kijun", tests),
    ];
    kijun(project(&files).path(), &["test", "--lang", "en"])
}

#[test]
fn parameters_exceptions_keys_of_two_parts_kinds_below_and_permissions() {
    let met = [
        // The lower document sets half a year.
        "given server s { reviewed: 2011-01-01 }  expect upper:1 pass",
        "given server s { reviewed: 2010-06-01 }  expect upper:1 fail because reviewed",
        // An exception in force on the day of the test waives what fails and what is unknown, for those that it is for.
        "given server old { level: 1 }  expect upper:2 waived",
        "given server old {}  expect upper:2 waived",
        "given server old { level: 3 }  expect upper:2 pass",
        "given server new { level: 1 }  expect upper:2 fail",
        // The key of two parts is what the record says; the subject's name is its own.
        "given account a { host: h  name: root  mfa: true }  given account b { host: h  name: ann  mfa: false } \
         expect upper:3 pass  expect upper:3 fail for b",
        // What binds a kind binds those below, and not the other way round.
        "given web w { level: 2  port: 80 }  expect upper:2 fail  expect lower:1 fail because port",
        "given server s { level: 3 }  expect lower:1 not-applicable",
        // A permission asks nothing.
        "given server s { level: 0 }  expect upper:4 not-applicable",
    ];
    for test in met {
        let ran = layered(&format!("test \"t\" {{ on 2011-03-31  {test} }}"));
        assert_eq!(ran.code, 0, "{test}\n{}{}", ran.out, ran.err);
    }
    let before =
        layered("test \"t\" { on 2010-12-31  given server old { level: 1 }  expect upper:2 waived }");
    assert_eq!(before.code, 1, "{}", before.err);
}

#[test]
fn rules_without_a_project_are_tested_and_generated_from() {
    let folder = project(&[("a.kijun", GUARDED), ("t.kijun", PINNED[4])]);
    assert_eq!(
        kijun(folder.path(), &["test", "--rules", "a.kijun", "--rules", "t.kijun", "--coverage"]).code,
        0
    );
    let made = kijun(folder.path(), &["test", "--rules", "a.kijun", "--generate", "policy:1#level"]);
    assert!(made.code == 0 && made.out.contains("level: 3"), "{}{}", made.out, made.err);
}
