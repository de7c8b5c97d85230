//! Exceptions that were renewed from year to year, and deleted from the rules in between: the run before remembers them.

#![expect(clippy::unwrap_used, reason = "a test that cannot read its cases cannot say anything")]

use std::fs;
use std::path::Path;

use kijun::{Options, Verdict, VerifyOptions};
use kijun_findings::{ExceptionRecord, RunRecord};

const RULES: &str = "
vocabulary v { kind server { key id : text  length : int?  place : text? } }
standard s { tier office edition 2010-04-01 uses v }
clause 1 { for server  must length >= 8  exceptions by officer for at most 1 year }
clause 2 { for server  must place is present  exceptions by officer for at most 1 year }
role officer \"officer\" {}
";

const SERVERS: &str = "[{ id: old, length: 6 }, { id: fine, length: 12, place: north }]";

/// The exception of a year: from the first of June until the last of May.
fn exception(id: &str, to: &str, whom: &str, year: u16) -> String {
    let (from, until) = (format!("{year}-06-01"), format!("{}-05-31", year + 1));
    dated(id, to, whom, &from, &until)
}

fn dated(id: &str, to: &str, whom: &str, from: &str, until: &str) -> String {
    let granted = format!("approved by officer on {from} from {from} until {until}");
    format!("exception {id} \"{id}\" {{ to {to} {whom} {granted} because \"to be replaced\" }}\n")
}

/// The record of a fiscal year with these exceptions, which follows up the run before.
fn year(root: &Path, year: u16, exceptions: &[String], previous: Option<u16>) -> RunRecord {
    let previous = previous.map_or(String::new(), |year| format!("previous: ../{year}.json\n"));
    let period = format!("period: {{ start: {year}-04-01, end: {}-03-31 }}", year + 1);
    let evidence = "evidence: [{ kind: server, files: servers.yaml }]";
    let manifest = format!("kijun: 1\nproject: p\n{period}\nrules: [rules.kijun]\n{evidence}\n{previous}");
    let folder = root.join(year.to_string());
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("kijun.yaml"), manifest).unwrap();
    fs::write(folder.join("rules.kijun"), RULES.to_owned() + &exceptions.concat()).unwrap();
    fs::write(folder.join("servers.yaml"), SERVERS).unwrap();
    let record = kijun::audit(&kijun::load(&folder), Options::default()).unwrap().record;
    assert!(record.complete, "{:?}", record.diagnostics);
    fs::write(root.join(format!("{year}.json")), kijun_findings::to_json(&record).unwrap()).unwrap();
    record
}

fn find<'r>(record: &'r RunRecord, id: &str) -> &'r ExceptionRecord {
    record.exceptions.iter().find(|exception| exception.id == id).unwrap()
}

/// What an exception renews since when, and how many of them without a gap.
fn renewal(record: &RunRecord, id: &str) -> String {
    let renewal = find(record, id).renewal.as_ref();
    renewal.map_or(String::new(), |r| {
        format!("{} since {}, {} unbroken", r.renews.join(" "), r.since, r.unbroken)
    })
}

/// What is found about exceptions.
fn found(record: &RunRecord) -> Vec<&str> {
    let of_exceptions = record.findings.iter().map(|finding| &*finding.lineage);
    of_exceptions.filter(|lineage| lineage.starts_with("exception:")).collect()
}

const OLD: &str = "for server where id == \"old\"";

#[test]
fn what_was_deleted_from_the_rules_is_renewed_all_the_same() {
    let root = tempfile::tempdir().unwrap();
    year(root.path(), 2010, &[exception("EX-1", "s:1", OLD, 2010)], None);
    let second = year(root.path(), 2011, &[exception("EX-2", "s:1", OLD, 2011)], Some(2010));
    assert_eq!(renewal(&second, "EX-2"), "EX-1 since 2010-06-01, 1 unbroken");
    assert_eq!(found(&second), ["exception:EX-2:renewed-beyond"]);
    let message = &second.findings.iter().find(|f| f.lineage.contains("EX-2")).unwrap().message["en"];
    assert!(message.contains("renewed once without a gap and has held since 2010-06-01"), "{message}");
    // The third knows of the first though only the second's record is at hand.
    let third = year(root.path(), 2012, &[exception("EX-3", "s:1", OLD, 2012)], Some(2011));
    assert_eq!(renewal(&third, "EX-3"), "EX-1 EX-2 since 2010-06-01, 2 unbroken");
    assert_eq!(found(&third), ["exception:EX-3:renewed-beyond"]);
}

#[test]
fn without_a_run_before_there_is_nothing_to_renew() {
    let root = tempfile::tempdir().unwrap();
    let alone = year(root.path(), 2011, &[exception("EX-2", "s:1", OLD, 2011)], None);
    assert_eq!(renewal(&alone, "EX-2"), "");
    assert_eq!(found(&alone), [""; 0]);
}

#[test]
fn the_same_subjects_in_other_words_are_the_same() {
    let root = tempfile::tempdir().unwrap();
    year(root.path(), 2010, &[exception("EX-1", "s:1", OLD, 2010)], None);
    let words = [
        exception("EX-2", "s:1", "for server where length < 8", 2011),
        exception("EX-3", "s:1", "for server where length >= 8", 2011),
        exception("EX-4", "s:1", "", 2011),
        exception("EX-5", "s:2", OLD, 2011),
    ];
    let second = year(root.path(), 2011, &words, Some(2010));
    assert_eq!(renewal(&second, "EX-2"), "EX-1 since 2010-06-01, 1 unbroken");
    assert_eq!(renewal(&second, "EX-3"), "", "for somebody else");
    assert_eq!(renewal(&second, "EX-4"), "EX-1 since 2010-06-01, 1 unbroken", "for everybody");
    assert_eq!(renewal(&second, "EX-5"), "", "from another clause");
}

#[test]
fn the_rules_may_still_hold_it_in_other_words() {
    let root = tempfile::tempdir().unwrap();
    let first = exception("EX-1", "s:1", OLD, 2010);
    year(root.path(), 2010, std::slice::from_ref(&first), None);
    let later = exception("EX-2", "s:1", "for server where length < 8", 2011);
    let second = year(root.path(), 2011, &[first, later], Some(2010));
    assert_eq!(renewal(&second, "EX-2"), "EX-1 since 2010-06-01, 1 unbroken");
}

#[test]
fn the_same_one_with_later_days_renews_itself() {
    let root = tempfile::tempdir().unwrap();
    year(root.path(), 2010, &[exception("EX-1", "s:1", OLD, 2010)], None);
    let second = year(root.path(), 2011, &[exception("EX-1", "s:1", OLD, 2011)], Some(2010));
    assert_eq!(renewal(&second, "EX-1"), "EX-1 since 2010-06-01, 1 unbroken");
    let third = year(root.path(), 2012, &[exception("EX-1", "s:1", OLD, 2011)], Some(2011));
    assert_eq!(
        renewal(&third, "EX-1"),
        "EX-1 since 2010-06-01, 1 unbroken",
        "it goes on, and is not granted again"
    );
}

#[test]
fn a_gap_ends_what_counts_through() {
    let root = tempfile::tempdir().unwrap();
    let first = dated("EX-1", "s:1", OLD, "2010-06-01", "2011-05-30");
    year(root.path(), 2010, &[first], None);
    let second = year(root.path(), 2011, &[exception("EX-2", "s:1", OLD, 2011)], Some(2010));
    assert_eq!(renewal(&second, "EX-2"), "EX-1 since 2010-06-01, 0 unbroken");
    assert_eq!(found(&second), [""; 0]);
    let third = year(root.path(), 2012, &[exception("EX-3", "s:1", OLD, 2012)], Some(2011));
    assert_eq!(renewal(&third, "EX-3"), "EX-1 EX-2 since 2010-06-01, 1 unbroken");
    let held = third.findings.iter().find(|f| f.lineage.contains("EX-3")).unwrap();
    assert!(held.message["en"].contains("since 2011-06-01"), "{}", held.message["en"]);
}

#[test]
fn a_run_with_a_run_before_comes_out_again() {
    let root = tempfile::tempdir().unwrap();
    year(root.path(), 2010, &[exception("EX-1", "s:1", OLD, 2010)], None);
    let mut second = year(root.path(), 2011, &[exception("EX-2", "s:1", OLD, 2011)], Some(2010));
    let file = root.path().join("2011.json");
    let project = root.path().join("2011");
    for days in [30, 400, 0] {
        kijun::warn_of_ends(&mut second, days);
        assert_eq!(find(&second, "EX-2").ends_in.is_some(), days == 400);
        fs::write(&file, kijun_findings::to_json(&second).unwrap()).unwrap();
        let options = VerifyOptions { project: Some(&project), again: true, ..VerifyOptions::default() };
        let checks = kijun::verify(&file, &options).unwrap().checks;
        let again = checks.iter().find(|check| check.part == kijun::Part::Again).unwrap();
        assert_eq!(again.verdict, Verdict::Holds, "{days} days: {:?}", again.told);
    }
}

#[test]
fn of_several_exceptions_the_one_that_lasts_longest_is_named() {
    let root = tempfile::tempdir().unwrap();
    let first = year(root.path(), 2010, &[], None);
    let granted = [
        exception("EX-1", "s:1", OLD, 2011),
        dated("EX-2", "s:1", "for server where length < 8", "2011-07-01", "2012-06-30"),
        dated("EX-3", "s:1", OLD, "2011-07-01", "2012-06-30"),
        dated("EX-4", "s:1", "for server where length > 8", "2011-07-01", "2012-07-01"),
        dated("EX-5", "s:2", OLD, "2011-07-01", "2012-07-01"),
    ];
    let second = year(root.path(), 2011, &granted, Some(2010));
    let finding = first.findings.iter().find(|f| *f.provision == *"s@2010-04-01:1#1").unwrap();
    let follow_up = second.follow_up.as_ref().unwrap();
    let followed = follow_up.findings.iter().find(|followed| followed.id == finding.id).unwrap();
    assert_eq!(followed.exception.as_deref(), Some("EX-2"));
    let whom = find(&second, "EX-2").for_whom.as_ref().unwrap();
    assert_eq!(whom.written, "server where length < 8");
    assert_eq!(whom.subjects[0].keys, ["old"]);
}
