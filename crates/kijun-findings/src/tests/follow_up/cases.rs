//! Single cases: a provision that is gone or split, one above that is still broken, and what has no row among the results.

use super::super::arbitrary::empty;
use super::world::bare;
use crate::*;

/// The runs of two years, with a document that binds in both.
pub(in super::super) fn years() -> [RunRecord; 2] {
    ["2010", "2011"].map(|year| {
        let mut run = empty();
        run.period = Period { start: format!("{year}-04-01"), end: format!("{year}-12-31") };
        run.today = format!("{year}-12-31");
        run.standards = ["high", "low"].map(|name| standard(name, year)).into();
        run
    })
}

fn standard(name: &str, year: &str) -> StandardRecord {
    let standard = format!("{name}@{year}-01-01");
    StandardRecord { standard, tier: String::new(), title: Texts::new(), conforms_to: Vec::new() }
}

/// Adds a statement, with a letter for the server `a`.
pub(in super::super) fn judged(run: &mut RunRecord, lineage: &str, letter: &str) {
    let edition = format!("@{}-01-01:", &run.today[..4]);
    run.statements.push(StatementRecord {
        statement: lineage.replacen(':', &edition, 1),
        lineage: lineage.to_owned(),
        tier: String::new(),
        force: "must".to_owned(),
        title: Texts::new(),
        merged: Vec::new(),
        above: Vec::new(),
        figures: Partition::default(),
    });
    let row = crate::Row {
        statement: run.statements.len() as u32 - 1,
        outcomes: letter.to_owned(),
        before_exceptions: None,
    };
    match run.results.first_mut() {
        Some(results) => results.rows.push(row),
        None => run.results.push(KindResults {
            kind: "server".to_owned(),
            subjects: vec!["a".to_owned()],
            rows: vec![row],
        }),
    }
}

pub(in super::super) fn server() -> SubjectRef {
    SubjectRef { kind: "server".to_owned(), key: "a".to_owned() }
}

/// Adds a finding against a statement about the server `a`, which speaks for those above it.
pub(in super::super) fn found(run: &mut RunRecord, lineages: &[&str]) {
    let cited = |lineage: &&str| {
        let statement = run.statements.iter().find(|s| s.lineage == **lineage).unwrap();
        std::sync::Arc::from(statement.statement.as_str())
    };
    let link = |lineage: &&str| ChainLink {
        statement: cited(lineage),
        tier: "".into(),
        title: Texts::new().into(),
        outcome: Some(Outcome::Fail),
    };
    let finding = Finding {
        id: finding_id(lineages[0], Some(&server())),
        outcome: Some(Outcome::Fail),
        provision: cited(&lineages[0]),
        lineage: lineages[0].into(),
        subject: Some(server()),
        chain: lineages.iter().map(link).collect(),
        ..bare(Matter::Statement)
    };
    run.findings.push(finding);
}

/// A finding of another matter.
pub(in super::super) fn about(
    matter: Matter,
    provision: &str,
    lineage: &str,
    subject: Option<SubjectRef>,
) -> Finding {
    Finding {
        id: finding_id(lineage, subject.as_ref()),
        provision: provision.into(),
        lineage: lineage.into(),
        subject,
        ..bare(matter)
    }
}

/// What became of the only finding.
fn only(old: &RunRecord, new: &RunRecord) -> Followed {
    let [followed] = <[Followed; 1]>::try_from(follow_up(old, new).findings).unwrap();
    followed
}

fn fate(old: &RunRecord, new: &RunRecord) -> (Status, Option<Reason>) {
    let followed = only(old, new);
    (followed.status, followed.reason)
}

#[test]
fn a_lower_provision_that_gave_way_fixes_nothing_that_is_asked_above() {
    let [mut old, mut new] = years();
    judged(&mut old, "high:1#1", "F");
    judged(&mut old, "low:1#1", "F");
    found(&mut old, &["low:1#1", "high:1#1"]);
    judged(&mut new, "high:1#1", "F");
    judged(&mut new, "low:1#1", "P");
    found(&mut new, &["high:1#1"]);
    let followed = only(&old, &new);
    assert_eq!((followed.status, followed.reason), (Status::Persisting, Some(Reason::ThroughHigher)));
    assert_eq!(followed.now.unwrap().finding, new.findings[0].id);
    // Repealed below: the same.
    let [_, mut new] = years();
    judged(&mut new, "high:1#1", "F");
    found(&mut new, &["high:1#1"]);
    assert_eq!(fate(&old, &new), (Status::Persisting, Some(Reason::ThroughHigher)));
}

#[test]
fn what_is_asked_above_and_had_a_finding_of_its_own_is_followed_by_itself() {
    let [mut old, mut new] = years();
    judged(&mut old, "high:1#1", "F");
    judged(&mut old, "low:1#1", "F");
    found(&mut old, &["low:1#1", "high:1#1"]);
    found(&mut old, &["high:1#1"]);
    judged(&mut new, "high:1#1", "F");
    judged(&mut new, "low:1#1", "P");
    found(&mut new, &["high:1#1"]);
    let followed = follow_up(&old, &new).findings;
    let statuses: Vec<_> = followed.iter().map(|f| (&*f.lineage, f.status)).collect();
    assert_eq!(statuses, [("high:1#1", Status::Persisting), ("low:1#1", Status::Fixed)]);
}

#[test]
fn a_finding_that_another_speaks_for_now_persists() {
    let [mut old, mut new] = years();
    judged(&mut old, "high:1#1", "F");
    found(&mut old, &["high:1#1"]);
    judged(&mut new, "high:1#1", "F");
    judged(&mut new, "low:1#1", "F");
    found(&mut new, &["low:1#1", "high:1#1"]);
    let followed = only(&old, &new);
    assert_eq!((followed.status, followed.reason), (Status::Persisting, None));
    assert_eq!(followed.now.unwrap().finding, new.findings[0].id);
}

#[test]
fn a_provision_may_be_repealed_split_unbound_or_gone_with_its_document() {
    let [mut old, new] = years();
    judged(&mut old, "low:1#1", "F");
    found(&mut old, &["low:1#1"]);
    assert_eq!(fate(&old, &new), (Status::NotComparable, Some(Reason::ProvisionGone)));
    let mut split = new.clone();
    judged(&mut split, "low:1>2#1", "P");
    assert_eq!(fate(&old, &split), (Status::NotComparable, Some(Reason::ProvisionSplit)));
    let mut unbound = new.clone();
    judged(&mut unbound, "low:1#1", "P");
    unbound.results[0].rows.clear();
    assert_eq!(fate(&old, &unbound), (Status::NotComparable, Some(Reason::NotBound)));
    let mut gone = new.clone();
    gone.standards.truncate(1);
    assert_eq!(fate(&old, &gone), (Status::NotComparable, Some(Reason::DocumentGone)));
}

#[test]
fn a_subject_may_be_gone_with_its_kind_or_with_evidence_that_cannot_be_read() {
    let [mut old, mut new] = years();
    judged(&mut old, "low:1#1", "F");
    found(&mut old, &["low:1#1"]);
    judged(&mut new, "low:1#1", "");
    new.results[0].subjects.clear();
    assert_eq!(fate(&old, &new), (Status::LostFromSight, Some(Reason::KindGone)));
    let mut other = new.clone();
    other.results[0].subjects = vec!["b".to_owned()];
    other.results[0].rows[0].outcomes = "P".to_owned();
    assert_eq!(fate(&old, &other), (Status::LostFromSight, Some(Reason::SubjectGone)));
    let wrong = |id: &str| Stated {
        id: id.to_owned(),
        severity: "error".to_owned(),
        message: Texts::new(),
        at: None,
    };
    other.diagnostics = vec![wrong("evidence/unknown-finding"), wrong("audit/no-subject")];
    assert_eq!(fate(&old, &other), (Status::LostFromSight, Some(Reason::SubjectGone)));
    other.diagnostics.push(wrong("evidence/syntax"));
    assert_eq!(fate(&old, &other), (Status::LostFromSight, Some(Reason::EvidenceIncomplete)));
}

#[test]
fn an_exception_is_named_where_only_one_can_be_meant() {
    let [mut old, mut new] = years();
    judged(&mut old, "low:1#1", "F");
    found(&mut old, &["low:1#1"]);
    judged(&mut new, "low:1#1", "W");
    let exception = |id: &str, used| ExceptionRecord {
        id: id.to_owned(),
        title: Texts::new(),
        status: "holds".to_owned(),
        covers: vec!["low@2011-01-01:1#1".to_owned()],
        used,
        ..ExceptionRecord::default()
    };
    new.exceptions = vec![exception("EX-1", true), exception("EX-2", false)];
    let followed = only(&old, &new);
    assert_eq!((followed.status, followed.exception.as_deref()), (Status::Accepted, Some("EX-1")));
    new.exceptions[1].used = true;
    assert_eq!(only(&old, &new).exception, None);
}

#[test]
fn runs_in_a_row_are_counted_from_record_to_record() {
    let [mut first, mut second] = years();
    for run in [&mut first, &mut second] {
        judged(run, "low:1#1", "F");
        found(run, &["low:1#1"]);
    }
    assert_eq!((only(&first, &second).since.as_str(), only(&first, &second).runs), ("2010-04-01", 2));
    second.follow_up = Some(follow_up(&first, &second).into());
    let mut third = second.clone();
    third.period = Period { start: "2012-04-01".to_owned(), end: "2013-03-31".to_owned() };
    let followed = only(&second, &third);
    assert_eq!((followed.since.as_str(), followed.runs), ("2010-04-01", 3));
    third.findings.clear();
    third.results[0].rows[0].outcomes = "P".to_owned();
    assert_eq!((only(&second, &third).status, only(&second, &third).runs), (Status::Fixed, 2));
}

#[test]
fn documents_that_still_bind_are_mended_and_others_cannot_be_compared() {
    let [mut old, mut new] = years();
    old.findings.push(about(
        Matter::Conformance,
        "low@2010-01-01:1#1",
        "conform/weaker:high:1#1+low:1#1",
        None,
    ));
    assert_eq!(fate(&old, &new), (Status::Fixed, None));
    let other = about(Matter::Conformance, "low@2011-01-01:1", "conform/undecided:high:1#1+low:1", None);
    new.findings.push(other);
    assert_eq!(fate(&old, &new), (Status::Persisting, Some(Reason::OtherCheck)));
    new.findings[0].lineage = "conform/weaker:high:2#1+low:1#1".into();
    assert_eq!(fate(&old, &new), (Status::Fixed, None));
    new.standards.truncate(1);
    assert_eq!(fate(&old, &new), (Status::NotComparable, Some(Reason::DocumentGone)));
}

#[test]
fn an_exception_is_settled_by_holding_or_by_being_needed() {
    let [mut old, mut new] = years();
    old.findings.push(about(Matter::Exception, "EX-1", "exception:EX-1:expired", None));
    assert_eq!(fate(&old, &new), (Status::NotComparable, Some(Reason::ExceptionGone)));
    new.exceptions.push(ExceptionRecord {
        id: "EX-1".to_owned(),
        title: Texts::new(),
        status: "holds".to_owned(),
        covers: Vec::new(),
        used: false,
        ..ExceptionRecord::default()
    });
    assert_eq!(fate(&old, &new), (Status::Fixed, None));
    old.findings[0] = about(Matter::Exception, "EX-1", "exception:EX-1:unused", None);
    assert_eq!(fate(&old, &new), (Status::Persisting, Some(Reason::OtherProblem)));
    new.exceptions[0].used = true;
    assert_eq!(fate(&old, &new), (Status::Fixed, None));
    new.exceptions[0].status = "not-yet".to_owned();
    assert_eq!(fate(&old, &new), (Status::NotComparable, Some(Reason::ExceptionNotYet)));
}

#[test]
fn a_measure_is_settled_only_by_reaching_its_target() {
    let [mut old, mut new] = years();
    old.findings.push(about(Matter::Measure, "low@2010-01-01:rate", "low:rate", None));
    assert_eq!(fate(&old, &new), (Status::NotComparable, Some(Reason::MeasureGone)));
    let measured = |target| Measured { figures: Partition::default(), value: None, target };
    new.measures.push(MeasureRecord {
        measure: "low@2011-01-01:rate".to_owned(),
        title: Texts::new(),
        over: "server".to_owned(),
        sort: MeasureSort::Share,
        whole: measured(None),
        breakdowns: Vec::new(),
        target: None,
        each: None,
        role: None,
        see: Vec::new(),
        partial: false,
        rule: Location { file: String::new(), line: 1, column: 1 },
    });
    let expected = [
        (None, Status::NotComparable, Some(Reason::TargetGone)),
        (Some(TargetReached::Reached), Status::Fixed, None),
        (Some(TargetReached::Missed), Status::Persisting, None),
        (Some(TargetReached::Undecided), Status::Persisting, None),
        (Some(TargetReached::NothingAssessed), Status::LostFromSight, Some(Reason::NothingAssessed)),
    ];
    for (target, status, reason) in expected {
        new.measures[0].whole = measured(target);
        assert_eq!(fate(&old, &new), (status, reason), "{target:?}");
    }
}

#[test]
fn a_part_of_a_measure_is_known_by_its_subject_or_by_its_key() {
    let [mut old, mut new] = years();
    let unit = |key: &str| SubjectRef { kind: "unit".to_owned(), key: key.to_owned() };
    old.findings.push(about(Matter::Measure, "measure:rate", "measure:rate/unit/north", Some(unit("north"))));
    let measured = |target| Measured { figures: Partition::default(), value: None, target };
    let part = |key: &str, target| MeasuredPart {
        key: Some(key.to_owned()),
        title: Texts::new(),
        parent: None,
        measured: measured(Some(target)),
    };
    let parts = vec![part("north", TargetReached::Reached), part("south", TargetReached::NothingAssessed)];
    new.measures.push(MeasureRecord {
        measure: "rate".to_owned(),
        title: Texts::new(),
        over: "server".to_owned(),
        sort: MeasureSort::Share,
        whole: measured(None),
        breakdowns: vec![Breakdown { by: Texts::new(), kind: Some("unit".to_owned()), parts }],
        target: None,
        each: Some(">= 90%".to_owned()),
        role: None,
        see: Vec::new(),
        partial: false,
        rule: Location { file: String::new(), line: 1, column: 1 },
    });
    assert_eq!(fate(&old, &new), (Status::Fixed, None));
    old.findings[0] = about(Matter::Measure, "measure:rate", "measure:rate/unit/south", None);
    assert_eq!(fate(&old, &new), (Status::LostFromSight, Some(Reason::NothingAssessed)));
    old.findings[0] = about(Matter::Measure, "measure:rate", "measure:rate/unit/west", Some(unit("west")));
    assert_eq!(fate(&old, &new), (Status::LostFromSight, Some(Reason::SubjectGone)));
}

#[test]
fn duties_are_settled_only_for_persons_who_are_known_and_roles_that_still_do_not_go_together() {
    let [mut old, mut new] = years();
    let person = SubjectRef { kind: "person".to_owned(), key: "p".to_owned() };
    old.findings.push(about(Matter::Independence, "role:a/b", "role:a/b", Some(person)));
    assert_eq!(fate(&old, &new), (Status::NotComparable, Some(Reason::RolesCompatible)));
    let role = |name: &str, incompatible: &[&str], held: &[&str]| RoleRecord {
        name: name.to_owned(),
        title: Texts::new(),
        reports_to: None,
        incompatible_with: incompatible.iter().map(|&s| s.to_owned()).collect(),
        held_by: held.iter().map(|&s| s.to_owned()).collect(),
    };
    new.roles = vec![role("a", &[], &[]), role("b", &["a"], &[])];
    assert_eq!(fate(&old, &new), (Status::LostFromSight, Some(Reason::KindGone)));
    new.roles[0].held_by.push("p".to_owned());
    assert_eq!(fate(&old, &new), (Status::Fixed, None));
}

#[test]
fn what_was_said_of_an_earlier_finding_is_settled_with_it() {
    let [mut old, mut new] = years();
    judged(&mut old, "low:1#1", "F");
    found(&mut old, &["low:1#1"]);
    let earlier = old.findings[0].id.clone();
    let subject = SubjectRef { kind: "earlier_finding".to_owned(), key: earlier.clone() };
    let said = about(Matter::FollowUp, "low@2009-01-01:1#1", "follow-up:unanswered", Some(subject));
    old.findings.push(said.clone());
    let of = |old: &RunRecord, new: &RunRecord| {
        let followed = follow_up(old, new).findings.into_iter().find(|f| f.id == said.id).unwrap();
        (followed.status, followed.reason)
    };
    judged(&mut new, "low:1#1", "P");
    assert_eq!(of(&old, &new), (Status::Fixed, Some(Reason::EarlierSettled)));
    new.results[0].rows[0].outcomes = "F".to_owned();
    found(&mut new, &["low:1#1"]);
    assert_eq!(of(&old, &new), (Status::LostFromSight, Some(Reason::NotFollowedUp)));
    let period = old.period.clone();
    new.previous = Some(PreviousRun { project: "p".to_owned(), period, blake3: String::new() });
    assert_eq!(of(&old, &new), (Status::Fixed, Some(Reason::ClaimSettled)));
    // Of what was lost from sight before, only what was said of it goes on.
    let lost = Followed { status: Status::LostFromSight, ..follow_up(&old, &new).findings[0].clone() };
    old.follow_up = Some(FollowUpRecord { figures: FollowUpFigures::default(), findings: vec![lost] });
    old.findings.remove(0);
    assert_eq!(of(&old, &new).0, Status::Persisting);
    new.results[0].subjects = vec!["b".to_owned()];
    new.findings.clear();
    assert_eq!(of(&old, &new), (Status::LostFromSight, Some(Reason::SubjectGone)));
}
