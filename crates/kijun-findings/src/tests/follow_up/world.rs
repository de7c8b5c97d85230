//! Small runs that agree with themselves: a higher document, a lower one that puts each of its statements into effect, subjects
//! of two kinds, and the findings that follow from the results.

use std::collections::BTreeMap;

use proptest::collection::{btree_map, vec};
use proptest::prelude::*;

use super::super::arbitrary::empty;
use crate::*;

/// Statements of each document.
const N: usize = 3;

/// What each statement comes to for each subject: the higher ones, then the lower ones.
#[derive(Clone, Debug)]
pub(in super::super) struct World {
    subjects: BTreeMap<SubjectRef, Vec<Outcome>>,
}

pub(in super::super) fn world() -> impl Strategy<Value = World> {
    let outcomes = vec(proptest::sample::select(Outcome::ALL.to_vec()), 2 * N);
    let subject = ("[ab]", "[c-f]").prop_map(|(kind, key)| SubjectRef { kind, key });
    btree_map(subject, outcomes, 0..6).prop_map(|subjects| World { subjects })
}

impl World {
    pub(super) fn without(&self, subject: &SubjectRef) -> World {
        let mut world = self.clone();
        world.subjects.remove(subject);
        world
    }

    pub(super) fn passing(&self, subject: &SubjectRef) -> World {
        let mut world = self.clone();
        world.subjects.insert(subject.clone(), vec![Outcome::Pass; 2 * N]);
        world
    }

    pub(super) fn has(&self, subject: &SubjectRef) -> bool {
        self.subjects.contains_key(subject)
    }

    /// The outcome by lineage, found without any of the code under test.
    pub(super) fn outcome(&self, lineage: &str, subject: &SubjectRef) -> Option<Outcome> {
        let place = (0..2 * N).find(|&i| self::lineage(i) == lineage)?;
        Some(self.subjects.get(subject)?[place])
    }

    /// The run in an edition; identities do not depend on which.
    pub(in super::super) fn run(&self, edition: &str) -> RunRecord {
        let mut record = empty();
        record.period = Period { start: format!("{edition}-04-01"), end: format!("{edition}-12-31") };
        record.today = format!("{edition}-12-31");
        let standard = |name: &str| StandardRecord {
            standard: format!("{name}@{edition}-01-01"),
            tier: name.to_owned(),
            title: Texts::new(),
            conforms_to: Vec::new(),
        };
        record.standards = vec![standard("high"), standard("low")];
        record.statements = (0..2 * N).map(|i| statement(i, edition)).collect();
        let mut kinds: BTreeMap<&str, Vec<&SubjectRef>> = BTreeMap::new();
        self.subjects.keys().for_each(|subject| kinds.entry(&subject.kind).or_default().push(subject));
        record.results = kinds.into_iter().map(|(kind, subjects)| self.results(kind, &subjects)).collect();
        record.findings = self.subjects.keys().flat_map(|subject| self.findings(subject, edition)).collect();
        record
    }

    fn results(&self, kind: &str, subjects: &[&SubjectRef]) -> KindResults {
        let row = |i: usize| crate::Row {
            statement: i as u32,
            outcomes: subjects.iter().map(|s| self.subjects[*s][i].letter()).collect(),
            before_exceptions: None,
        };
        KindResults {
            kind: kind.to_owned(),
            subjects: subjects.iter().map(|subject| subject.key.clone()).collect(),
            rows: (0..2 * N).map(row).collect(),
        }
    }

    /// A finding for each bad outcome; a lower one with the same outcome speaks for the higher.
    fn findings(&self, subject: &SubjectRef, edition: &str) -> Vec<Finding> {
        let outcomes = &self.subjects[subject];
        let bad = |i: usize| matches!(outcomes[i], Outcome::Fail | Outcome::Unknown | Outcome::Error);
        let spoken_for = |i: usize| i < N && outcomes[i] == outcomes[i + N];
        let own = (0..2 * N).filter(|&i| bad(i) && !spoken_for(i));
        own.map(|i| finding(i, edition, subject, outcomes)).collect()
    }
}

fn lineage(i: usize) -> String {
    if i < N { format!("high:{i}#1") } else { format!("low:{}#1", i - N) }
}

fn citation(i: usize, edition: &str) -> String {
    lineage(i).replacen(':', &format!("@{edition}-01-01:"), 1)
}

fn statement(i: usize, edition: &str) -> StatementRecord {
    StatementRecord {
        statement: citation(i, edition),
        lineage: lineage(i),
        tier: String::new(),
        force: "must".to_owned(),
        title: Texts::new(),
        merged: Vec::new(),
        above: if i < N { Vec::new() } else { vec![citation(i - N, edition)] },
        figures: Partition::default(),
    }
}

fn finding(i: usize, edition: &str, subject: &SubjectRef, outcomes: &[Outcome]) -> Finding {
    let link = |i: usize| ChainLink {
        statement: citation(i, edition).into(),
        tier: "".into(),
        title: Texts::new().into(),
        outcome: Some(outcomes[i]),
    };
    let lineage = lineage(i);
    Finding {
        id: finding_id(&lineage, Some(subject)),
        level: if outcomes[i] == Outcome::Fail { Level::Finding } else { Level::Advice },
        outcome: Some(outcomes[i]),
        provision: citation(i, edition).into(),
        lineage: lineage.into(),
        subject: Some(subject.clone()),
        chain: if i < N { vec![link(i)] } else { vec![link(i), link(i - N)] },
        ..bare(Matter::Statement)
    }
}

/// A finding that says nothing.
pub(in super::super) fn bare(matter: Matter) -> Finding {
    Finding {
        id: String::new(),
        level: Level::Finding,
        matter,
        outcome: None,
        provision: "".into(),
        lineage: "".into(),
        title: Texts::new().into(),
        subject: None,
        altitude: None,
        chain: Vec::new(),
        role: None,
        unit: None,
        message: Texts::new(),
        fix: None,
        rule: Location { file: String::new(), line: 1, column: 1 }.into(),
        evidence: Vec::new(),
        concerns: Vec::new(),
        unseen: false,
        documents: None,
    }
}

impl World {
    /// One subject with one outcome throughout.
    pub(super) fn of(kind: &str, key: &str, outcome: Outcome) -> World {
        let subject = SubjectRef { kind: kind.to_owned(), key: key.to_owned() };
        World { subjects: BTreeMap::from([(subject, vec![outcome; 2 * N])]) }
    }
}
