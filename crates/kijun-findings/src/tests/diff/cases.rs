//! Single cases: what goes on under another name, what is about something else, and what nobody could see.

use super::super::follow_up::cases::{about, found, judged, server, years};
use crate::*;

/// The classes of the changes, in order, with what the other run saw of what is told in one run only.
fn classes(old: &RunRecord, new: &RunRecord) -> Vec<(Class, Option<Seen>)> {
    let seen = |change: &Change| match (&change.before.told, &change.after.told) {
        (Some(_), None) => Some(change.after.seen),
        (None, Some(_)) => Some(change.before.seen),
        _ => None,
    };
    diff(old, new).changes.iter().map(|change| (change.class, seen(change))).collect()
}

/// One statement about one server in two years, with a finding for a letter that asks for one.
fn two(old: &str, new: &str) -> [RunRecord; 2] {
    let mut runs = years();
    for (run, letter) in runs.iter_mut().zip([old, new]) {
        judged(run, "low:1#1", letter);
        if "FUE".contains(letter) {
            found(run, &["low:1#1"]);
            run.findings[0].outcome = letter.chars().next().and_then(Outcome::from_letter);
        }
    }
    runs
}

/// The class of a finding whose evidence is found at these paths.
fn between(old: &[&str], new: &[&str]) -> Option<Class> {
    let mut runs = two("F", "F");
    for (run, paths) in runs.iter_mut().zip([old, new]) {
        run.findings[0].evidence = paths.iter().map(|path| seen(path, None)).collect();
    }
    classes(&runs[0], &runs[1]).first().map(|(class, _)| *class)
}

fn seen(path: &str, subject: Option<SubjectRef>) -> Observation {
    let (path, value) = path.split_once('=').unwrap_or((path, "false"));
    let at = Location { file: "evidence/a.json".to_owned(), line: 1, column: 1 };
    Observation { path: path.to_owned(), subject, found: Found::Value(value.to_owned()), at }
}

#[test]
fn a_finding_that_spoke_for_another_goes_on_in_it() {
    let [mut old, mut new] = years();
    for (run, letter) in [(&mut old, "F"), (&mut new, "P")] {
        judged(run, "high:1#1", "F");
        judged(run, "low:1#1", letter);
    }
    found(&mut old, &["low:1#1", "high:1#1"]);
    found(&mut new, &["high:1#1"]);
    assert_eq!(classes(&old, &new), [(Class::Moved, None)]);
    let change = &diff(&old, &new).changes[0];
    assert_eq!(change.id, new.findings[0].id);
    assert_eq!(change.before.told.as_ref().unwrap().finding, old.findings[0].id);
}

#[test]
fn what_another_finding_tells_as_well_is_not_resolved() {
    let [mut old, mut new] = years();
    for run in [&mut old, &mut new] {
        judged(run, "high:1#1", "F");
        judged(run, "low:1#1", "F");
    }
    found(&mut old, &["low:1#1"]);
    found(&mut old, &["high:1#1"]);
    found(&mut new, &["low:1#1", "high:1#1"]);
    assert_eq!(classes(&old, &new), [(Class::Moved, Some(Seen::Outcome(Outcome::Fail)))]);
    assert_eq!(classes(&new, &old), [(Class::New, Some(Seen::Outcome(Outcome::Fail)))]);
}

#[test]
fn of_a_provision_that_was_split_one_part_goes_on_and_the_other_is_new() {
    let [mut old, mut new] = years();
    judged(&mut old, "low:1#1", "F");
    found(&mut old, &["low:1#1"]);
    for part in ["low:1>2#1", "low:1>1#1"] {
        judged(&mut new, part, "F");
        found(&mut new, &[part]);
    }
    let changes = diff(&old, &new).changes;
    let told: Vec<(Class, &str)> = changes.iter().map(|change| (change.class, &*change.lineage)).collect();
    assert_eq!(told, [(Class::New, "low:1>2#1"), (Class::Moved, "low:1>1#1")]);
    // Merged again: neither is resolved.
    assert_eq!(classes(&new, &old).len(), 2);
    assert!(classes(&new, &old).iter().all(|(class, _)| *class == Class::Moved));
}

#[test]
fn a_provision_that_was_split_is_right_only_if_its_parts_are() {
    let [mut old, mut new] = years();
    judged(&mut old, "low:1#1", "F");
    found(&mut old, &["low:1#1"]);
    judged(&mut new, "low:1>1#1", "P");
    judged(&mut new, "low:1>2#1", "P");
    assert_eq!(classes(&old, &new), [(Class::Resolved, Some(Seen::Outcome(Outcome::Pass)))]);
    new.results[0].rows[1].outcomes = "F".to_owned();
    found(&mut new, &["low:1>2#1"]);
    assert_eq!(classes(&old, &new), [(Class::Moved, None)]);
}

#[test]
fn what_was_merged_goes_on_in_what_it_was_merged_into() {
    let [mut old, mut new] = years();
    judged(&mut old, "low:1#1", "P");
    judged(&mut old, "low:2#1", "F");
    found(&mut old, &["low:2#1"]);
    judged(&mut new, "low:1#1", "F");
    found(&mut new, &["low:1#1"]);
    new.statements[0].merged = vec!["low:2".to_owned()];
    assert_eq!(classes(&old, &new), [(Class::Moved, None)]);
    // Both failed before: the one persists, and the other is in it.
    old.results[0].rows[0].outcomes = "F".to_owned();
    found(&mut old, &["low:1#1"]);
    assert_eq!(classes(&old, &new), [(Class::Moved, Some(Seen::Outcome(Outcome::Fail)))]);
}

#[test]
fn a_subject_of_another_kind_is_the_same_subject() {
    let [old, mut new] = two("F", "F");
    let other = SubjectRef { kind: "web_server".to_owned(), ..server() };
    new.results[0].kind = other.kind.clone();
    new.findings[0].id = finding_id("low:1#1", Some(&other));
    new.findings[0].subject = Some(other);
    assert_eq!(classes(&old, &new), [(Class::Moved, None)]);
    // Under both kinds in one of the runs: two subjects.
    let mut both = new.clone();
    both.results.push(KindResults { rows: Vec::new(), ..old.results[0].clone() });
    let apart = [(Class::New, Some(Seen::NoKind)), (Class::Resolved, Some(Seen::NotBound))];
    assert_eq!(classes(&old, &both), apart);
}

#[test]
fn what_is_waived_or_not_asked_any_more_is_resolved() {
    for (letter, outcome) in [("P", Outcome::Pass), ("W", Outcome::Waived), ("-", Outcome::NotApplicable)] {
        let [old, new] = two("F", letter);
        assert_eq!(classes(&old, &new), [(Class::Resolved, Some(Seen::Outcome(outcome)))]);
        assert_eq!(classes(&new, &old), [(Class::New, Some(Seen::Outcome(outcome)))]);
    }
    let [old, mut new] = two("F", "P");
    new.statements[0].lineage = "low:9#1".to_owned();
    assert_eq!(classes(&old, &new), [(Class::Resolved, Some(Seen::NoProvision))]);
}

#[test]
fn a_subject_that_left_resolves_nothing_and_one_that_came_is_new() {
    let [old, mut new] = two("F", "P");
    new.results[0].subjects = vec!["b".to_owned()];
    assert_eq!(classes(&old, &new), [(Class::NotComparable, Some(Seen::NoSubject))]);
    assert_eq!(classes(&new, &old), [(Class::New, Some(Seen::NoSubject))]);
    new.results.clear();
    assert_eq!(classes(&old, &new), [(Class::NotComparable, Some(Seen::NoKind))]);
    assert_eq!(classes(&new, &old), [(Class::New, Some(Seen::NoKind))]);
}

#[test]
fn what_could_not_be_read_can_be_compared_neither_way() {
    let [old, mut new] = two("F", "P");
    new.results.clear();
    new.diagnostics.push(Stated {
        id: "evidence/unreadable".to_owned(),
        severity: "error".to_owned(),
        message: Texts::new(),
        at: None,
    });
    assert_eq!(classes(&old, &new), [(Class::NotComparable, Some(Seen::Unread))]);
    assert_eq!(classes(&new, &old), [(Class::NotComparable, Some(Seen::Unread))]);
}

#[test]
fn another_edition_and_another_value_alone_are_no_difference() {
    let [mut old, mut new] = two("F", "F");
    old.findings[0].evidence = vec![seen("length=9", None)];
    new.findings[0].evidence = vec![seen("length=8", None)];
    let diff = diff(&old, &new);
    assert!(diff.is_empty(), "{diff:#?}");
    assert_eq!(diff.documents.len(), 2);
    new.statements[0].statement = "low@2011-01-01:7#1".to_owned();
    new.findings[0].provision = "low@2011-01-01:7#1".into();
    assert_eq!(classes(&old, &new), [(Class::Moved, None)]);
}

#[test]
fn what_is_told_of_another_outcome_or_level_is_worse_or_better() {
    let [old, new] = two("U", "F");
    assert_eq!(classes(&old, &new), [(Class::Worse, None)]);
    // What was seen to fail and cannot be seen any more is no better for it, however much less it presses.
    assert_eq!(classes(&new, &old), [(Class::NotComparable, None)]);
    let mut mild = old.clone();
    mild.findings[0].level = Level::Recommendation;
    assert_eq!(classes(&new, &mild), [(Class::NotComparable, None)]);
    // The level counts more.
    let mut pressing = old.clone();
    pressing.findings[0].level = Level::Urgent;
    assert_eq!(classes(&pressing, &new), [(Class::Better, None)]);
}

#[test]
fn what_reaches_higher_documents_is_worse_whatever_tiers_came_between() {
    let [mut old, mut new] = two("F", "F");
    let tiered = |run: &mut RunRecord, tiers: &[&str], reached: &str| {
        let standards = tiers.iter().map(|tier| StandardRecord {
            standard: format!("{tier}@2010"),
            tier: (*tier).to_owned(),
            title: Texts::new(),
            conforms_to: Vec::new(),
        });
        run.standards = standards.chain(run.standards.drain(..)).collect();
        let statement = "low@2010-01-01:1#1".into();
        run.findings[0].altitude = Some(Altitude { tier: reached.into(), statement });
    };
    tiered(&mut old, &["ministry", "office"], "office");
    tiered(&mut new, &["government", "ministry", "office"], "ministry");
    assert_eq!(classes(&old, &new), [(Class::Worse, None)]);
    assert_eq!(classes(&new, &old), [(Class::Better, None)]);
    new.findings[0].altitude = old.findings[0].altitude.clone();
    assert_eq!(classes(&old, &new), []);
}

#[test]
fn an_element_that_was_not_wrong_before_is_worse_and_fewer_are_better() {
    let (root, guest) = ("accounts[root].mfa", "accounts[guest].mfa");
    assert_eq!(between(&[root], &[root, guest]), Some(Class::Worse));
    assert_eq!(between(&[root, guest], &[guest]), Some(Class::Better));
    assert_eq!(between(&[root], &[guest]), Some(Class::Worse));
    assert_eq!(between(&[root, guest], &[guest, root]), None);
}

#[test]
fn more_fields_of_the_subject_are_worse_only_within_one_edition() {
    let [mut old, mut new] = two("F", "F");
    old.findings[0].evidence = vec![seen("length", None)];
    new.findings[0].evidence = vec![seen("length", None), seen("history", None)];
    assert_ne!(old.findings[0].provision, new.findings[0].provision);
    assert_eq!(classes(&old, &new), []);
    new.findings[0].provision = old.findings[0].provision.clone();
    assert_eq!(classes(&old, &new), [(Class::Worse, None)]);
    assert_eq!(classes(&new, &old), [(Class::Better, None)]);
    old.findings[0].evidence = vec![seen("history", None), seen("lockout", None)];
    assert_eq!(classes(&old, &new), [(Class::Moved, None)]);
}

#[test]
fn what_has_no_key_goes_by_its_value_and_never_by_its_position() {
    assert_eq!(between(&["ciphers[2]=RC4"], &["ciphers[5]=RC4"]), None);
    assert_eq!(between(&["ciphers[2]=RC4"], &["ciphers[2]=RC4", "ciphers[3]=DES"]), Some(Class::Worse));
    assert_eq!(between(&["services[1].tls"], &["services[4].tls"]), None);
    assert_eq!(between(&["services[1].tls", "services[2].tls"], &["services[2].tls"]), Some(Class::Better));
}

#[test]
fn a_joined_subject_goes_by_its_key_if_both_runs_have_it() {
    let [mut old, mut new] = two("F", "F");
    let answer = |key: &str| SubjectRef { kind: "answer".to_owned(), key: key.to_owned() };
    let has = |run: &mut RunRecord, keys: &[&str]| {
        let subjects = keys.iter().map(|key| (*key).to_owned()).collect();
        run.results.push(KindResults { kind: "answer".to_owned(), subjects, rows: Vec::new() });
    };
    old.findings[0].evidence = vec![seen("yes", Some(answer("A-2010")))];
    new.findings[0].evidence = vec![seen("yes", Some(answer("A-2011")))];
    has(&mut old, &["A-2010"]);
    has(&mut new, &["A-2011"]);
    assert_eq!(classes(&old, &new), []);
    for run in [&mut old, &mut new] {
        run.results.pop();
        has(run, &["A-2010", "A-2011"]);
    }
    assert_eq!(classes(&old, &new), [(Class::Worse, None)]);
}

#[test]
fn the_same_exception_or_documents_objected_to_in_another_way_is_one_matter() {
    let [mut old, mut new] = years();
    let objected = |lineage: &str| about(Matter::Conformance, "low@2010-01-01:1", lineage, None);
    old.findings = vec![about(Matter::Exception, "EX-1", "exception:EX-1:expired", None)];
    old.findings.push(objected("conform/undeclared:high:1+low:1"));
    new.findings = vec![about(Matter::Exception, "EX-1", "exception:EX-1:forbidden", None)];
    new.findings.push(objected("conform/weaker:high:1#1+low:1"));
    assert_eq!(classes(&old, &new), [(Class::Moved, None), (Class::Moved, None)]);
}

#[test]
fn a_measure_that_is_not_taken_any_more_is_listed_and_a_retitled_one_is_not() {
    let [mut old, mut new] = years();
    let measure = |title: &str, pass| MeasureRecord {
        measure: "low@2010-01-01:trained".to_owned(),
        title: Texts::from([("en".to_owned(), title.to_owned())]),
        over: "person".to_owned(),
        sort: MeasureSort::Share,
        whole: Measured { figures: Partition { pass, ..Partition::default() }, value: None, target: None },
        breakdowns: Vec::new(),
        target: None,
        each: None,
        role: None,
        see: Vec::new(),
        partial: false,
        rule: Location { file: String::new(), line: 1, column: 1 },
    };
    old.measures = vec![measure("Trained", 3)];
    new.measures =
        vec![MeasureRecord { measure: "low@2011-01-01:trained".to_owned(), ..measure("Taught", 3) }];
    assert!(diff(&old, &new).is_empty());
    new.measures = vec![measure("Trained", 4)];
    assert_eq!(diff(&old, &new).measures.len(), 1);
    new.measures.clear();
    let changes = diff(&old, &new).measures;
    assert_eq!((changes[0].name.as_str(), changes[0].after.is_none()), ("low:trained", true));
}

#[test]
fn what_brought_a_change_about_undoes_it_the_other_way_round() {
    let [old, new] = two("P", "F");
    let mut there = diff(&old, &new);
    let only = |factor| vec![Factors::from([factor])];
    let left = Cause::SubjectLeft { subject: server() };
    let source = |before| Cause::Source { kind: "server".to_owned(), before, after: !before };
    there.changes[0].why = Some(Why {
        enough: only(Factor::Rules),
        undo: only(Factor::Evidence),
        causes: vec![left, source(true)],
        inexact: true,
    });
    there.factors = Some(Factors::from([Factor::Rules, Factor::Evidence]));
    let world = |factor| Unattributed::World { taken: Factors::from([factor]), reason: Texts::new() };
    there.unattributed = vec![world(Factor::Rules)];
    let back = there.clone().mirrored();
    let why = back.changes[0].why.as_ref().unwrap();
    assert_eq!((&why.enough, &why.undo), (&only(Factor::Evidence), &only(Factor::Rules)));
    assert_eq!(why.causes, [Cause::SubjectAppeared { subject: server() }, source(false)]);
    assert_eq!(back.unattributed, [world(Factor::Evidence)]);
    assert_eq!(back.mirrored(), there);
}

/// What an exception was granted, what began and what was changed by, and the same the other way round.
#[test]
fn an_exception_that_ends_by_a_day_began_by_that_day_the_other_way_round() {
    let exception = || "EX-1".to_owned();
    let day = || Some("2012-03-31".to_owned());
    let at = |line| Some(Location { file: "a.kijun".to_owned(), line, column: 1 });
    let part = |before: &str, after: &str| PartChange {
        part: ExceptionPart::For,
        before: Some(before.to_owned()),
        after: Some(after.to_owned()),
    };
    let changed = |before: &str, after: &str, part, [at_before, at_after]: [_; 2]| Cause::ExceptionChanged {
        exception: exception(),
        before: before.to_owned(),
        after: after.to_owned(),
        parts: vec![part],
        at_before,
        at_after,
    };
    let pairs = [
        (
            Cause::ExceptionLapsed { exception: exception(), from: None, until: day() },
            Cause::ExceptionBegan { exception: exception(), from: None, until: day() },
        ),
        (
            Cause::ExceptionGranted { exception: exception(), from: day(), at: at(1) },
            Cause::ExceptionWithdrawn { exception: exception(), from: day(), at: at(1) },
        ),
        (
            changed("holds", "for-others", part("a", "b"), [at(1), at(2)]),
            changed("for-others", "holds", part("b", "a"), [at(2), at(1)]),
        ),
        (
            Cause::Earlier {
                finding: "F-1".to_owned(),
                causes: vec![Cause::SubjectLeft { subject: server() }],
            },
            Cause::Earlier {
                finding: "F-1".to_owned(),
                causes: vec![Cause::SubjectAppeared { subject: server() }],
            },
        ),
    ];
    for (one, other) in pairs {
        for (cause, expected) in [(&one, &other), (&other, &one)] {
            let [old, new] = two("P", "F");
            let mut there = diff(&old, &new);
            there.changes[0].why = Some(Why { causes: vec![cause.clone()], ..Why::default() });
            let back = there.mirrored();
            assert_eq!(back.changes[0].why.as_ref().unwrap().causes, std::slice::from_ref(expected));
        }
    }
}
