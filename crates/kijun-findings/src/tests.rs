//! Laws of run records: they survive writing and reading, their figures add up, their identities stay.

mod arbitrary;
mod diff;
mod follow_up;

use proptest::prelude::*;
use proptest::strategy::ValueTree as _;

use crate::*;
use arbitrary::{empty, finding, record};

proptest! {
    #[test]
    fn a_record_survives_writing_and_reading(record in record()) {
        let text = to_json(&record).unwrap();
        let back = from_json(&text).unwrap();
        prop_assert_eq!(&back, &record);
        prop_assert_eq!(to_json(&back).unwrap(), text);
    }

    #[test]
    fn what_is_in_a_rate_and_what_is_left_out_are_everything(results in proptest::collection::vec(0..6usize, 0..50)) {
        let partition: Partition = results.iter().map(|&i| Outcome::ALL[i]).collect();
        prop_assert_eq!(partition.total(), results.len() as u64);
        match partition.rate() {
            None => prop_assert_eq!(partition.total(), partition.not_applicable),
            Some(rate) => {
                prop_assert_eq!(rate.denominator + partition.not_applicable, partition.total());
                prop_assert!(rate.numerator <= rate.denominator);
            }
        }
    }

    #[test]
    fn losing_evidence_never_makes_a_better_rate(pass in 0..50u64, fail in 0..50u64, lost in 0..50u64) {
        let before = Partition { pass: pass + lost, fail, ..Partition::default() };
        let after = Partition { pass, fail, unknown: lost, ..Partition::default() };
        if let (Some(before), Some(after)) = (before.rate(), after.rate()) {
            prop_assert!(after.numerator * before.denominator <= before.numerator * after.denominator);
        }
    }

    #[test]
    fn an_identity_is_of_the_provision_and_the_subject_and_of_nothing_else(
        one in finding(), other in finding(), kind in "[a-z]{0,3}", key in "[a-z]{0,3}",
    ) {
        let of = |f: &Finding| (f.lineage.clone(), f.subject.clone());
        prop_assert_eq!(one.id == other.id, of(&one) == of(&other));
        let moved = Finding { lineage: one.lineage.clone(), subject: one.subject.clone(), ..other };
        prop_assert_eq!(finding_id(&moved.lineage, moved.subject.as_ref()), one.id);
        let id = |kind: &str, key: &str| {
            finding_id("u:1#1", Some(&SubjectRef { kind: kind.to_owned(), key: key.to_owned() }))
        };
        prop_assert_eq!(id(&kind, &key) == id(&key, &kind), kind == key);
        prop_assert_eq!(id(&kind, &key) == id(&format!("{kind}{key}"), ""), key.is_empty());
    }

    #[test]
    fn reading_never_panics(text in "\\PC{0,60}") {
        _ = from_json(&text);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]
    #[test]
    fn the_schema_holds_for_what_is_written(record in record()) {
        let value: serde_json::Value = serde_json::from_str(&to_json(&record).unwrap()).unwrap();
        let validator = jsonschema::validator_for(run_schema().as_value()).unwrap();
        let errors: Vec<String> = validator.iter_errors(&value).map(|e| e.to_string()).collect();
        prop_assert_eq!(errors, Vec::<String>::new());
    }
}

#[test]
fn an_identity_is_for_ever() {
    let subject = SubjectRef { kind: "server".to_owned(), key: "web1".to_owned() };
    insta::assert_snapshot!(finding_id("unified:4.1.1.1(a)#1", Some(&subject)), @"F-44ddd3c5e60b");
}

#[test]
fn a_whole_record_reads_well() {
    insta::assert_snapshot!(to_json(&empty()).unwrap());
}

#[test]
fn another_version_a_broken_text_and_a_contradiction_are_three_errors() {
    let text = to_json(&empty()).unwrap();
    let other = from_json(&text.replace(SCHEMA, "kijun/run/9"));
    assert!(matches!(other, Err(FromJsonError::Version(found)) if found == "kijun/run/9"));
    assert!(matches!(from_json(&text[..40]), Err(FromJsonError::Json(_))));
    let long = from_json(&text.replace(SCHEMA, &"x".repeat(1 << 20)));
    assert!(matches!(long, Err(FromJsonError::Version(found)) if found.chars().count() == 81));
    assert!(
        matches!(from_json("[]"), Err(FromJsonError::Json(why)) if why.to_string().contains("no run record"))
    );
    let mut record = empty();
    record.figures.total.pass = 1;
    assert_eq!(contradiction(&record), "the figures before and after exceptions differ in their totals");
}

#[test]
fn a_record_of_version_1_is_read_and_what_it_did_not_say_is_absent() {
    let text = include_str!("../../../fixtures/runs/version-1.json").replace("\r\n", "\n");
    let record = from_json(&text).unwrap();
    assert_eq!(record.schema, "kijun/run/1");
    assert!(record.figures.total.waived > 0);
    assert!(record.results.iter().flat_map(|kind| &kind.rows).all(|row| row.before_exceptions.is_none()));
    let exception = record.exceptions.first().unwrap();
    assert_eq!((&exception.from, &exception.approved_on, &exception.approved_by), (&None, &None, &None));
    assert_eq!(to_json(&record).unwrap(), text);
}

#[test]
fn letters_before_exceptions_differ_where_something_is_waived_and_only_there() {
    let read = |outcomes: &str, before: &str| {
        let mut record = empty();
        record.statements.push(statement("s@2011-04-21:1#1", "s:1#1"));
        let subjects = vec!["a".to_owned(), "b".to_owned()];
        let row = crate::Row {
            statement: 0,
            outcomes: outcomes.to_owned(),
            before_exceptions: Some(before.to_owned()),
        };
        record.results.push(KindResults { kind: "server".to_owned(), subjects, rows: vec![row] });
        contradiction(&record)
    };
    assert_eq!(read("PW", "PF"), "the figures are not those of the results");
    for (outcomes, before) in [("PW", "PW"), ("PW", "FF"), ("PW", "P"), ("PF", "PU"), ("PW", "Px")] {
        assert_eq!(
            read(outcomes, before),
            "results of kind `server` for statement 0 do not fit its subjects",
            "{outcomes} {before}"
        );
    }
}

#[test]
fn a_result_that_is_there_twice_is_not_read() {
    let row = |statement| crate::Row { statement, outcomes: "P".to_owned(), before_exceptions: None };
    let kind = |subjects: &[&str], rows| KindResults {
        kind: "server".to_owned(),
        subjects: subjects.iter().map(|key| (*key).to_owned()).collect(),
        rows,
    };
    let read = |results| {
        let mut record = empty();
        record.statements.push(statement("s@2011-04-21:1#1", "s:1#1"));
        record.results = results;
        contradiction(&record)
    };
    let twice = read(vec![kind(&[], Vec::new()), kind(&[], Vec::new())]);
    assert_eq!(twice, "results of kind `server` are there twice");
    assert_eq!(read(vec![kind(&["a", "a"], Vec::new())]), "subject `a` of kind `server` is there twice");
    let twice = read(vec![kind(&["a"], vec![row(0), row(0)])]);
    assert_eq!(twice, "results of kind `server` for statement 0 are there twice");
}

fn statement(citation: &str, lineage: &str) -> StatementRecord {
    StatementRecord {
        statement: citation.to_owned(),
        lineage: lineage.to_owned(),
        tier: String::new(),
        force: "must".to_owned(),
        title: Texts::new(),
        merged: Vec::new(),
        above: Vec::new(),
        figures: Partition::default(),
    }
}

#[test]
fn a_table_that_does_not_fit_its_subjects_is_not_read() {
    let mut record = empty();
    let row = |letters: &str| {
        vec![crate::Row { statement: 0, outcomes: letters.to_owned(), before_exceptions: None }]
    };
    let subjects = vec!["a".to_owned(), "b".to_owned()];
    record.results.push(KindResults { kind: "server".to_owned(), subjects, rows: row("PP") });
    assert_eq!(contradiction(&record), "results of kind `server` name statement 0, which is not there");
    record.statements.push(statement("s@2011-04-21:1#1", "s:1#1"));
    assert_eq!(contradiction(&record), "the figures are not those of the results");
    record.results[0].rows = row("P");
    assert_eq!(contradiction(&record), "results of kind `server` for statement 0 do not fit its subjects");
}

#[test]
fn what_is_no_day_and_a_finding_that_is_there_twice_are_not_read() {
    for day in
        ["", "2012", "2012-02-30", "2011-02-29", "2012-13-01", "2012-3-1", "abcd-ef-gh", "２０１２-１-"]
    {
        let contradicted = |change: fn(&mut RunRecord, String)| {
            let mut record = empty();
            change(&mut record, day.to_owned());
            contradiction(&record)
        };
        let start = contradicted(|record, day| record.period.start = day);
        assert_eq!(start, format!("`period.start` is `{day}`, which is no date"));
        assert!(contradicted(|record, day| record.period.end = day).starts_with("`period.end`"));
        assert!(contradicted(|record, day| record.today = day).starts_with("`today`"));
    }
    let mut leap = empty();
    leap.today = "2012-02-29".to_owned();
    assert!(from_json(&to_json(&leap).unwrap()).is_ok());
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let finding = finding().new_tree(&mut runner).unwrap().current();
    let mut record = empty();
    record.figures.findings[finding.level as usize] = 2;
    record.findings = vec![finding.clone(), finding.clone()];
    assert_eq!(contradiction(&record), format!("finding `{}` is there twice", finding.id));
}

#[test]
fn findings_that_were_not_counted_a_period_reversed_and_what_is_there_twice_are_contradictions() {
    let mut counted = empty();
    counted.figures.findings[1] = 1;
    assert_eq!(contradiction(&counted), "the figures are not those of the findings");
    let mut reversed = empty();
    std::mem::swap(&mut reversed.period.start, &mut reversed.period.end);
    assert!(contradiction(&reversed).starts_with("the period ends on 2011-04-01"));
    let mut stated = empty();
    stated.statements = vec![statement("s@2011-04-21:1#1", "s:1#1"), statement("s@2011-04-21:1#1", "s:1#1")];
    assert_eq!(contradiction(&stated), "statement `s@2011-04-21:1#1` is there twice");
}

#[test]
fn a_response_to_nothing_loses_no_evidence() {
    let (old, mut new) = (empty(), empty());
    let stated = |id: &str| Stated {
        id: id.to_owned(),
        severity: "error".to_owned(),
        message: Texts::new(),
        at: None,
    };
    let doubts = |new: &RunRecord| crate::follow_up(&old, new).doubts;
    let doubted = |new: &RunRecord| doubts(new).contains(&Doubt::NewIncomplete);
    new.complete = false;
    assert!(doubted(&new));
    new.diagnostics = vec![stated(UNKNOWN_FINDING)];
    assert!(!doubted(&new));
    new.diagnostics.push(stated("evidence/wrong-type"));
    assert!(doubted(&new));
}

fn contradiction(record: &RunRecord) -> String {
    match from_json(&to_json(record).unwrap()) {
        Err(FromJsonError::Contradiction(what)) => what,
        other => panic!("{other:?}"),
    }
}
