//! `kijun audit --as-of` a later day: what fails from when, and why.

use serde_json::Value;

use crate::{MANIFEST, Ran, kijun, project};

const RULES: &str = "\
vocabulary v { kind server { key id : text  level : int  checked_on : date } }
standard s { tier office edition 2010-04-01 uses v }
clause 1 \"old\" { for server  must level >= 3 }
clause 2 \"age\" { for server  must age(checked_on) <= 100 days }
clause 3 \"coming\" { in force from 2012-07-01  for server  must level >= 5 }
clause 4 \"going\" { until 2012-05-31  for server  must level >= 9 }
clause 5 \"excepted\" { for server  must level >= 6  exceptions by boss }
role boss \"b\" {}
exception E-1 \"e\" {
  to s:5 for server approved by boss on 2011-04-01 from 2011-04-01 until 2012-08-15 because \"x\"
}
";

fn coming(rules: &str, more: &[&str]) -> (tempfile::TempDir, Ran) {
    let evidence =
        "- { id: a, level: 4, checked_on: 2012-03-01 }\n- { id: b, level: 9, checked_on: 2012-03-11 }\n";
    let folder =
        project(&[("kijun.yaml", MANIFEST), ("rules/a.kijun", rules), ("evidence/a.yaml", evidence)]);
    let ran = kijun(folder.path(), &[&["audit", "--as-of", "2013-03-31", "--lang", "en"], more].concat());
    (folder, ran)
}

fn outlook(rules: &str) -> Value {
    let (_, ran) = coming(rules, &["--format", "json"]);
    serde_json::from_str::<Value>(&ran.out).unwrap()["coming"].take()
}

/// What comes: lineage, subject, first day, cause.
fn rows(list: &Value) -> Vec<(String, String, String, String)> {
    let text = |value: &Value| value.as_str().unwrap_or("-").to_owned();
    let row = |one: &Value| {
        let cause = &one["causes"][0];
        let event = text(&cause["event"]);
        let cause = if event == "-" { text(&cause["what"]) } else { event };
        (text(&one["lineage"]), text(&one["subject"]["key"]), text(&one["from"]), cause)
    };
    list.as_array().unwrap().iter().map(row).collect()
}

#[test]
fn every_kind_of_first_day_is_found_with_its_cause() {
    let outlook = outlook(RULES);
    let worse = rows(&outlook["worse"]);
    let expected = [
        ("s:2#1", "a", "2012-06-10", "date"),
        ("s:2#1", "b", "2012-06-20", "date"),
        ("conform/redundant:s:3#1", "-", "2012-07-01", "issued"),
        ("s:3#1", "a", "2012-07-01", "issued"),
        ("exception:E-1:expired", "-", "2012-08-16", "exception-lapsed"),
        ("s:5#1", "a", "2012-08-16", "exception-lapsed"),
    ];
    let mut found: Vec<_> =
        worse.iter().map(|(l, s, f, c)| (l.as_str(), s.as_str(), f.as_str(), c.as_str())).collect();
    found.sort_by_key(|(lineage, subject, from, _)| (*from, *lineage, *subject));
    assert_eq!(found, expected);
    assert_eq!(outlook["worse"][0]["last"], "2012-06-09", "the day before was judged and was good");
}

#[test]
fn what_does_not_fail_any_more_is_told_too() {
    let better = rows(&outlook(RULES)["better"]);
    let gone: Vec<_> = better.iter().filter(|(lineage, ..)| lineage == "s:4#1").collect();
    assert_eq!(gone.len(), 1, "{better:?}");
    assert_eq!((gone[0].2.as_str(), gone[0].3.as_str()), ("2012-06-01", "repealed"));
}

#[test]
fn an_edition_that_takes_over_is_named() {
    let next = "standard s { tier office edition 2012-10-01 uses v supersedes s@2010-04-01 }\n\
                clause 1 \"old\" { for server  must level >= 8 }\n";
    let (folder, _) = coming(RULES, &[]);
    std::fs::write(folder.path().join("rules/b.kijun"), next).unwrap();
    let ran = kijun(folder.path(), &["audit", "--as-of", "2012-12-31", "--format", "json"]);
    let whole: Value = serde_json::from_str(&ran.out).unwrap();
    let worse = rows(&whole["coming"]["worse"]);
    let of_edition = |row: &&(String, String, String, String)| row.0 == "s:1#1";
    let row = worse.iter().find(of_edition).unwrap();
    assert_eq!((row.2.as_str(), row.3.as_str()), ("2012-10-01", "changed"));
}

#[test]
fn what_is_coming_stands_before_the_audit_of_the_day() {
    let (_, ran) = coming(RULES, &[]);
    let place = |text: &str| ran.out.find(text).unwrap_or_else(|| panic!("no {text} in {}", ran.out));
    assert!(place("What is coming until 2013-03-31") < place("from 2012-06-10"));
    assert!(place("from 2012-06-10") < place("as of 2013-03-31"));
    assert_eq!(ran.code, 1, "the findings of the day decide");
    insta::assert_snapshot!(ran.out.split("\np\n").next().unwrap());
}

#[test]
fn a_day_that_is_not_later_is_judged_alone() {
    let (folder, _) = coming(RULES, &[]);
    for day in ["2012-03-31", "2011-06-01"] {
        let ran = kijun(folder.path(), &["audit", "--as-of", day, "--format", "json"]);
        assert!(kijun_findings::from_json(&ran.out).is_ok(), "{day}: a plain record");
    }
}

#[test]
fn warnings_are_those_of_the_day_that_was_asked_for() {
    let high = "standard high { tier top edition 2010-04-01 uses v until 2011-12-31 }\nclause 1 { for server must level >= 0 }\n";
    let higher =
        "standard high { tier top edition 2012-01-01 uses v }\nclause 1 { for server must level >= 0 }\n";
    let rules = RULES.replace("uses v }", "uses v conforms to high@2012-01-01 }");
    let folder = project(&[
        ("kijun.yaml", MANIFEST),
        ("rules/a.kijun", &rules),
        ("rules/b.kijun", high),
        ("rules/c.kijun", higher),
        ("evidence/a.yaml", "- { id: a, level: 9, checked_on: 2012-03-01 }\n"),
    ]);
    let own = kijun(folder.path(), &["audit", "--lang", "en"]);
    assert!(
        own.err.contains("2011-04-01"),
        "the citation is not in force on the project's own day: {}",
        own.err
    );
    let later = kijun(folder.path(), &["audit", "--lang", "en", "--as-of", "2012-04-01"]);
    assert!(!later.err.contains("2011-04-01"), "{}", later.err);
}
