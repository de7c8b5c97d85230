//! Arbitrary records for property tests.

use std::collections::BTreeSet;

use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;

use crate::*;

fn word() -> impl Strategy<Value = String> {
    prop_oneof!["[a-z]{1,6}", "[ぁ-ん]{1,4}", "[\\PC\"\\\\]{0,4}"]
}

pub(super) fn texts() -> impl Strategy<Value = Texts> {
    btree_map(prop_oneof![Just("ja".to_owned()), Just("en".to_owned())], word(), 0..3)
}

fn outcome() -> impl Strategy<Value = Outcome> {
    proptest::sample::select(Outcome::ALL.to_vec())
}

pub(super) fn subject() -> impl Strategy<Value = SubjectRef> {
    (word(), word()).prop_map(|(kind, key)| SubjectRef { kind, key })
}

fn location() -> impl Strategy<Value = Location> {
    (word(), 1..9u32, 1..9u32).prop_map(|(file, line, column)| Location { file, line, column })
}

fn found() -> impl Strategy<Value = Found> {
    prop_oneof![
        word().prop_map(Found::Value),
        any::<u64>().prop_map(Found::Elements),
        Just(Found::Record),
        Just(Found::Absent),
        Just(Found::Null),
        Just(Found::Malformed),
        word().prop_map(Found::Stale),
        Just(Found::Undated),
        Just(Found::Undetermined),
        (word(), word()).prop_map(|(field, value)| Found::Unmatched { field, value }),
        Just(Found::Unread),
        Just(Found::Unsourced),
    ]
}

fn observation() -> impl Strategy<Value = Observation> {
    (word(), option::of(subject()), found(), location()).prop_map(|(path, subject, found, at)| Observation {
        path,
        subject,
        found,
        at,
    })
}

/// What many findings share.
fn shared() -> impl Strategy<Value = std::sync::Arc<str>> {
    word().prop_map(Into::into)
}

fn chain() -> impl Strategy<Value = ChainLink> {
    (shared(), shared(), texts(), option::of(outcome())).prop_map(|(statement, tier, title, outcome)| {
        ChainLink { statement, tier, title: title.into(), outcome }
    })
}

fn objected() -> impl Strategy<Value = Objected> {
    let place = || (word(), location()).prop_map(|(provision, at)| CitedPlace { provision, at });
    let outcome = (word(), outcome()).prop_map(|(statement, outcome)| CaseOutcome { statement, outcome });
    let case = (word(), texts(), vec(outcome, 0..3));
    let case = case.prop_map(|(kind, yaml, outcomes)| CaseRecord { kind, yaml, outcomes });
    (vec(word(), 1..3), vec(place(), 0..3), option::of(case)).prop_map(|(checks, others, case)| Objected {
        checks,
        others,
        case,
    })
}

pub(super) fn finding() -> impl Strategy<Value = Finding> {
    let matters = vec![
        Matter::Statement,
        Matter::Exception,
        Matter::Citation,
        Matter::Conformance,
        Matter::Measure,
        Matter::Independence,
        Matter::FollowUp,
    ];
    let head = (
        proptest::sample::select(Level::ALL.to_vec()),
        proptest::sample::select(matters),
        option::of(outcome()),
        shared(),
        shared(),
        texts(),
        option::of(subject()),
    );
    let body = (
        option::of((shared(), shared())),
        vec(chain(), 0..3),
        option::of((word(), texts())),
        option::of(word()),
        location(),
        vec(observation(), 0..3),
        (texts(), option::of(texts()), option::of(objected())),
    );
    (head, body).prop_map(|(head, body)| {
        let (level, matter, outcome, provision, lineage, title, subject) = head;
        let (altitude, chain, role, unit, rule, evidence, (message, fix, documents)) = body;
        Finding {
            id: finding_id(&lineage, subject.as_ref()),
            level,
            matter,
            outcome,
            provision,
            lineage,
            title: title.into(),
            subject,
            altitude: altitude.map(|(tier, statement)| Altitude { tier, statement }),
            chain,
            role: role.map(|(name, title)| RoleRef { name, title }.into()),
            unit,
            message,
            fix: fix.map(Into::into),
            rule: rule.into(),
            evidence,
            concerns: Vec::new(),
            unseen: false,
            documents: documents.map(Box::new),
        }
    })
}

/// A table of one statement over kinds, with the figures that belong to it.
fn judged() -> impl Strategy<Value = (Figures, Vec<StatementRecord>, Vec<KindResults>)> {
    let kinds = btree_map(word(), btree_map(word(), outcome(), 0..5), 0..3);
    (kinds, word(), word()).prop_map(|(kinds, statement, tier)| {
        let all = kinds.values().flat_map(|subjects| subjects.values().copied());
        let total: Partition = all.clone().collect();
        let unwaived = |o| if o == Outcome::Waived { Outcome::Fail } else { o };
        let figures = Figures {
            total,
            before_exceptions: all.map(unwaived).collect(),
            by_tier: vec![crate::Part { name: tier.clone(), figures: total }],
            by_kind: kinds
                .iter()
                .map(|(kind, s)| crate::Part { name: kind.clone(), figures: s.values().copied().collect() })
                .collect(),
            by_unit: Vec::new(),
            by_role: Vec::new(),
            findings: [0; 4],
        };
        let statement = StatementRecord {
            lineage: statement.clone(),
            statement,
            tier,
            force: "must".to_owned(),
            title: Texts::new(),
            merged: Vec::new(),
            above: Vec::new(),
            figures: total,
        };
        let results = kinds.into_iter().map(|(kind, subjects)| KindResults {
            kind,
            rows: vec![crate::Row {
                statement: 0,
                outcomes: subjects.values().map(|o| o.letter()).collect(),
                before_exceptions: Some(subjects.values().map(|o| unwaived(*o).letter()).collect()),
            }],
            subjects: subjects.into_keys().collect(),
        });
        (figures, vec![statement], results.collect())
    })
}

fn response() -> impl Strategy<Value = ResponseRecord> {
    let claim = option::of(proptest::sample::select(Claim::ALL.to_vec()));
    let texts = (option::of(word()), option::of(word()), option::of(word()));
    (word(), claim, texts, location()).prop_map(|(finding, claim, (stated_on, due_on, evidence), at)| {
        ResponseRecord { finding, claim, stated_on, due_on, evidence, at }
    })
}

pub(super) fn record() -> impl Strategy<Value = RunRecord> {
    let lists = (
        vec((word(), word(), texts(), vec(word(), 0..2)), 0..3),
        vec((word(), any::<u64>()), 0..3),
        vec((word(), texts(), any::<bool>(), option::of(word())), 0..3),
        vec(finding(), 0..4),
        vec((texts(), option::of(location())), 0..3),
        (vec(response(), 0..3), any::<bool>()),
    );
    (word(), any::<bool>(), judged(), lists).prop_map(|(project, complete, judged, lists)| {
        let (standards, inputs, exceptions, mut findings, diagnostics, (responses, followed)) = lists;
        let mut met = BTreeSet::new();
        findings.retain(|finding| met.insert(finding.id.clone()));
        let mut record = empty();
        record.project = project;
        record.complete = complete;
        (record.figures, record.statements, record.results) = judged;
        for finding in &findings {
            record.figures.findings[finding.level as usize] += 1;
        }
        let standard =
            |(standard, tier, title, conforms_to)| StandardRecord { standard, tier, title, conforms_to };
        record.standards = standards.into_iter().map(standard).collect();
        let input =
            |(path, bytes)| InputFile { path, kind: InputKind::Evidence, bytes, blake3: "0".repeat(64) };
        record.inputs = inputs.into_iter().map(input).collect();
        let exception = |(id, title, used, until)| ExceptionRecord {
            id,
            title,
            status: "holds".to_owned(),
            covers: Vec::new(),
            used,
            until,
            ..ExceptionRecord::default()
        };
        record.exceptions = exceptions.into_iter().map(exception).collect();
        let mut met = BTreeSet::new();
        record.exceptions.retain(|exception| met.insert(exception.id.clone()));
        record.findings = findings;
        let stated = |(message, at)| Stated {
            id: "graph/cyclic-standard".to_owned(),
            severity: "error".to_owned(),
            message,
            at,
        };
        record.diagnostics = diagnostics.into_iter().map(stated).collect();
        record.responses = responses;
        if followed {
            let (project, period) = (record.project.clone(), record.period.clone());
            record.previous = Some(PreviousRun { project, period, blake3: "0".repeat(64) });
            record.follow_up = Some(follow_up(&record, &record).into());
        }
        record
    })
}

/// A run in which nothing happened.
pub(super) fn empty() -> RunRecord {
    RunRecord {
        schema: SCHEMA.to_owned(),
        engine: Engine { name: "kijun".to_owned(), version: "0.1.0".to_owned() },
        project: "p".to_owned(),
        title: Texts::from([("ja".to_owned(), "題".to_owned())]),
        period: Period { start: "2011-04-01".to_owned(), end: "2012-03-31".to_owned() },
        as_of: "2011-04-01".to_owned(),
        today: "2012-03-31".to_owned(),
        complete: true,
        standards: Vec::new(),
        inputs: Vec::new(),
        figures: Figures::default(),
        statements: Vec::new(),
        results: Vec::new(),
        measures: Vec::new(),
        units: Vec::new(),
        roles: Vec::new(),
        listings: Vec::new(),
        exceptions: Vec::new(),
        warn_days: 0,
        previous: None,
        follow_up: None,
        responses: Vec::new(),
        findings: Vec::new(),
        diagnostics: Vec::new(),
    }
}
