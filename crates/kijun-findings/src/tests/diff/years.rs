//! Runs that have much in common: the same few provisions, split or whole, the same few subjects, exceptions, measures.

use std::collections::BTreeMap;

use proptest::collection::{btree_map, btree_set, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use super::super::arbitrary::empty;
use super::super::follow_up::world::bare;
use crate::*;

/// Provisions by lineage, with the one above each.
const LINEAGES: [(&str, &str); 9] = [
    ("high:1#1", ""),
    ("high:1#b", ""),
    ("high:2#1", ""),
    ("low:1#1", "high:1#1"),
    ("low:1>1.1#1", "high:1#1"),
    ("low:1>1.2#1", "high:1#1"),
    ("low:1>1.1>9#1", "high:1#1"),
    ("low:2#1", "high:2#1"),
    ("third:1#1", "low:2#1"),
];

/// A run as it is drawn.
#[derive(Clone, Debug)]
struct Year {
    edition: u8,
    tiers: Vec<&'static str>,
    in_force: std::collections::BTreeSet<usize>,
    renumbered: bool,
    subjects: BTreeMap<(&'static str, &'static str), Vec<Outcome>>,
    evidence: Vec<Vec<Observation>>,
    levels: Vec<Level>,
    others: Vec<Finding>,
    measures: BTreeMap<&'static str, (u64, Option<TargetReached>)>,
    exceptions: Vec<ExceptionRecord>,
    inputs: BTreeMap<String, String>,
    is_unread: bool,
}

fn observation() -> impl Strategy<Value = Observation> {
    let paths = [
        "password",
        "accounts[root].mfa",
        "accounts[guest].mfa",
        "ports[1]",
        "ports[2]",
        "services[3].tls",
        "yes",
    ];
    let joined = option::of((select(vec!["a", "answer"]), select(vec!["c", "x1"])));
    let value = select(vec!["RC4", "false"]);
    (select(paths.to_vec()), joined, value, 1..9u32).prop_map(|(path, joined, value, line)| Observation {
        path: path.to_owned(),
        subject: joined.map(|(kind, key)| SubjectRef { kind: kind.to_owned(), key: key.to_owned() }),
        found: Found::Value(value.to_owned()),
        at: Location { file: "evidence/a.json".to_owned(), line, column: 1 },
    })
}

/// A finding about no result.
fn other() -> impl Strategy<Value = Finding> {
    let drawn = vec![
        (Matter::Exception, "EX-1", "exception:EX-1:expired", ""),
        (Matter::Exception, "EX-1", "exception:EX-1:unused", ""),
        (Matter::Exception, "EX-2", "exception:EX-2:forbidden", ""),
        (Matter::Conformance, "low@1:1", "conform/weaker:low:1#1+high:1#1", ""),
        (Matter::Conformance, "low@1:1", "conform/incomparable:low:1#1+high:1#1", ""),
        (Matter::Conformance, "low@1:1", "conform/undeclared:low:1+high:1", ""),
        (Matter::Citation, "low@1", "citation:low:high@0", ""),
        (Matter::Measure, "low@1:trained", "measure:trained", ""),
        (Matter::Independence, "role:a/b", "role:a/b", "c"),
        (Matter::FollowUp, "low@1:1#1", "follow-up:unanswered", "F-1"),
        (Matter::FollowUp, "low@1:1#1", "follow-up:overdue", "F-1"),
    ];
    (select(drawn), select(Level::ALL.to_vec())).prop_map(|((matter, provision, lineage, key), level)| {
        let kind = if matter == Matter::FollowUp { "earlier_finding" } else { "a" };
        let subject = SubjectRef { kind: kind.to_owned(), key: key.to_owned() };
        let subject = (!key.is_empty()).then_some(subject);
        Finding {
            id: finding_id(lineage, subject.as_ref()),
            level,
            provision: provision.into(),
            lineage: lineage.into(),
            subject,
            ..bare(matter)
        }
    })
}

fn exception() -> impl Strategy<Value = ExceptionRecord> {
    let status = select(vec!["holds", "expired", "not-yet"]);
    let covers = vec(select(LINEAGES.to_vec()), 0..3);
    let until = option::of(select(vec!["2011-06-30", "2012-06-30"]));
    (select(vec!["EX-1", "EX-2"]), status, covers, until, any::<bool>()).prop_map(
        |(id, status, covers, until, used)| ExceptionRecord {
            id: id.to_owned(),
            title: Texts::from([("en".to_owned(), format!("{id} {status}"))]),
            status: status.to_owned(),
            covers: covers.into_iter().map(|(lineage, _)| lineage.to_owned()).collect(),
            used,
            until: until.map(str::to_owned),
            ..ExceptionRecord::default()
        },
    )
}

fn year() -> impl Strategy<Value = Year> {
    let subject = (select(vec!["a", "b", "c"]), select(vec!["c", "d", "e"]));
    let outcomes = vec(select(Outcome::ALL.to_vec()), LINEAGES.len());
    let target = option::of(select(vec![TargetReached::Missed, TargetReached::Reached]));
    let tiers = select(vec![vec!["g", "m", "p"], vec!["g", "p", "m"], vec!["x", "g", "m"], vec!["g"]]);
    let head = (0..3u8, tiers, btree_set(0..LINEAGES.len(), 0..=LINEAGES.len()), any::<bool>());
    let body = (
        btree_map(subject, outcomes, 0..6),
        vec(vec(observation(), 0..4), 1..4),
        vec(select(Level::ALL.to_vec()), 1..4),
        vec(other(), 0..4),
        btree_map(select(vec!["trained", "counted"]), (0..3u64, target), 0..3),
        vec(exception(), 0..3),
        btree_map("[ab]", "[ab]", 0..3),
        any::<bool>(),
    );
    (head, body).prop_map(|((edition, tiers, in_force, renumbered), body)| {
        let (subjects, evidence, levels, others, measures, exceptions, inputs, is_unread) = body;
        Year {
            edition,
            tiers,
            in_force,
            renumbered,
            subjects,
            evidence,
            levels,
            others,
            measures,
            exceptions,
            inputs,
            is_unread,
        }
    })
}

/// Two runs that have much in common; some follow up an earlier one.
pub(super) fn years() -> impl Strategy<Value = (RunRecord, RunRecord)> {
    (year(), year(), year(), any::<bool>(), any::<Index>()).prop_map(
        |(old, new, third, is_followed, keep)| {
            // Half of the pairs share what is judged, so that what differs is what is left.
            let mut new = new;
            match keep.index(4) {
                0 => (new.subjects, new.in_force) = (old.subjects.clone(), old.in_force.clone()),
                1 => new.in_force = old.in_force.clone(),
                _ => {}
            }
            let [mut old, mut new, third] = [old, new, third].map(|year| year.run());
            if is_followed {
                followed(&third, &mut old);
                followed(&old.clone(), &mut new);
            }
            (old, new)
        },
    )
}

fn followed(earlier: &RunRecord, run: &mut RunRecord) {
    let (project, period) = (earlier.project.clone(), earlier.period.clone());
    run.previous = Some(PreviousRun { project, period, blake3: String::new() });
    run.follow_up = Some(follow_up(earlier, run).into());
}

impl Year {
    fn run(&self) -> RunRecord {
        let mut record = empty();
        let standard = |(name, tier): (&str, &&str)| StandardRecord {
            standard: format!("{name}@{}", self.edition),
            tier: (*tier).to_owned(),
            title: Texts::from([("en".to_owned(), format!("{name} {}", self.edition))]),
            conforms_to: Vec::new(),
        };
        record.standards = ["high", "low", "third"].into_iter().zip(&self.tiers).map(standard).collect();
        record.statements = self.in_force.iter().map(|&i| self.statement(i)).collect();
        for (place, &i) in self.in_force.iter().enumerate() {
            self.judge(&mut record, place as u32, i);
        }
        record.findings = self.findings();
        let mut met = std::collections::BTreeSet::new();
        record.findings.extend(self.others.iter().cloned());
        record.findings.retain(|finding| met.insert(finding.id.clone()));
        record.measures = self.measures.iter().map(|(name, of)| self.measure(name, *of)).collect();
        let mut met = std::collections::BTreeSet::new();
        record.exceptions = self.exceptions.clone();
        record.exceptions.retain(|exception| met.insert(exception.id.clone()));
        let input = |(path, digest): (&String, &String)| InputFile {
            path: path.clone(),
            kind: InputKind::Evidence,
            bytes: 1,
            blake3: digest.clone(),
        };
        record.inputs = self.inputs.iter().map(input).collect();
        if self.is_unread {
            record.complete = false;
            record.diagnostics.push(Stated {
                id: "evidence/unreadable".to_owned(),
                severity: "error".to_owned(),
                message: Texts::new(),
                at: None,
            });
        }
        record
    }

    fn cite(&self, lineage: &str) -> String {
        let (document, place) = lineage.split_once(':').unwrap();
        let number = if self.renumbered { "7." } else { "" };
        format!("{document}@{}:{number}{place}", self.edition)
    }

    fn statement(&self, i: usize) -> StatementRecord {
        let (lineage, above) = LINEAGES[i];
        StatementRecord {
            statement: self.cite(lineage),
            lineage: lineage.to_owned(),
            tier: String::new(),
            force: "must".to_owned(),
            title: Texts::from([("en".to_owned(), self.cite(lineage))]),
            merged: if lineage == "low:1#1" && self.renumbered {
                vec!["low:2".to_owned()]
            } else {
                Vec::new()
            },
            above: if above.is_empty() { Vec::new() } else { vec![self.cite(above)] },
            figures: Partition::default(),
        }
    }

    /// A row for each kind; the kind `c` is bound by the lower documents only.
    fn judge(&self, record: &mut RunRecord, statement: u32, i: usize) {
        let mut kinds: BTreeMap<&str, Vec<(&str, Outcome)>> = BTreeMap::new();
        for ((kind, key), outcomes) in &self.subjects {
            kinds.entry(kind).or_default().push((key, outcomes[i]));
        }
        for (kind, subjects) in kinds {
            let results = match record.results.iter().position(|results| results.kind == kind) {
                Some(at) => &mut record.results[at],
                None => {
                    let subjects = subjects.iter().map(|(key, _)| (*key).to_owned()).collect();
                    record.results.push(KindResults { kind: kind.to_owned(), subjects, rows: Vec::new() });
                    record.results.last_mut().unwrap()
                }
            };
            if kind != "c" || i > 2 {
                results.rows.push(crate::Row {
                    statement,
                    outcomes: subjects.iter().map(|(_, outcome)| outcome.letter()).collect(),
                    before_exceptions: None,
                });
            }
        }
    }

    /// A finding for each bad outcome; a lower one with the same outcome speaks for the higher.
    fn findings(&self) -> Vec<Finding> {
        let mut findings = Vec::new();
        for ((kind, key), outcomes) in &self.subjects {
            let is_bound = |i: &usize| self.in_force.contains(i) && (*kind != "c" || *i > 2);
            let bad = |i: &usize| is_bound(i) && crate::matrix::is_bad(outcomes[*i]);
            let above = |i: usize| LINEAGES.iter().position(|(lineage, _)| *lineage == LINEAGES[i].1);
            let spoken_for = |&i: &usize| {
                (0..LINEAGES.len())
                    .any(|low| bad(&low) && above(low) == Some(i) && outcomes[low] == outcomes[i])
            };
            let subject = SubjectRef { kind: (*kind).to_owned(), key: (*key).to_owned() };
            for i in (0..LINEAGES.len()).filter(bad).filter(|i| !spoken_for(i)) {
                let chain = std::iter::successors(Some(i), |&i| above(i)).filter(is_bound);
                findings.push(self.finding(i, &subject, outcomes, chain));
            }
        }
        findings
    }

    fn finding(
        &self,
        i: usize,
        subject: &SubjectRef,
        outcomes: &[Outcome],
        chain: impl Iterator<Item = usize>,
    ) -> Finding {
        let lineage = LINEAGES[i].0;
        let link = |i: usize| ChainLink {
            statement: self.cite(LINEAGES[i].0).into(),
            tier: "".into(),
            title: Texts::new().into(),
            outcome: Some(outcomes[i]),
        };
        let tier = self.tiers[i % self.tiers.len()];
        Finding {
            id: finding_id(lineage, Some(subject)),
            level: self.levels[i % self.levels.len()],
            outcome: Some(outcomes[i]),
            provision: self.cite(lineage).into(),
            lineage: lineage.into(),
            title: Texts::from([("en".to_owned(), self.cite(lineage))]).into(),
            subject: Some(subject.clone()),
            altitude: Some(Altitude { tier: tier.into(), statement: self.cite(lineage).into() }),
            chain: chain.map(link).collect(),
            unit: Some(self.edition.to_string()),
            evidence: self.evidence[(i + subject.key.len()) % self.evidence.len()].clone(),
            ..bare(Matter::Statement)
        }
    }

    fn measure(&self, name: &str, (pass, target): (u64, Option<TargetReached>)) -> MeasureRecord {
        MeasureRecord {
            measure: format!("low@{}:{name}", self.edition),
            title: Texts::from([("en".to_owned(), format!("{name} {}", self.edition))]),
            over: "a".to_owned(),
            sort: MeasureSort::Share,
            whole: Measured {
                figures: Partition { pass, fail: 1, ..Partition::default() },
                value: None,
                target,
            },
            breakdowns: Vec::new(),
            target: target.map(|_| ">= 98%".to_owned()),
            each: None,
            role: None,
            see: Vec::new(),
            partial: false,
            rule: Location { file: String::new(), line: 1, column: 1 },
        }
    }
}

/// The same run, written down otherwise: other files, other lines, everything in another order but the documents.
pub(super) fn churned(run: &RunRecord) -> RunRecord {
    let mut run = run.clone();
    run.findings.reverse();
    run.results.reverse();
    for results in &mut run.results {
        results.rows.reverse();
        results.subjects.reverse();
        results.rows.iter_mut().for_each(|row| row.outcomes = row.outcomes.chars().rev().collect());
    }
    run.measures.reverse();
    run.exceptions.reverse();
    run.diagnostics.reverse();
    run.inputs.clear();
    for finding in &mut run.findings {
        finding.rule = Location { file: "rules/other.kijun".to_owned(), line: 99, column: 9 }.into();
        finding.evidence.reverse();
        for seen in &mut finding.evidence {
            seen.at = Location { file: "evidence/other.json".to_owned(), line: 77, column: 7 };
        }
    }
    run
}

/// A diff without the files that the runs were made from, places in them, and the order in which evidence is told.
pub(super) fn placeless(mut diff: Diff) -> Diff {
    let nowhere = Location { file: String::new(), line: 1, column: 1 };
    diff.inputs.clear();
    for change in &mut diff.changes {
        for told in [&mut change.before.told, &mut change.after.told].into_iter().flatten() {
            told.rule = nowhere.clone().into();
            told.evidence.iter_mut().for_each(|seen| seen.at = nowhere.clone());
            told.evidence.sort_by_key(|seen| (seen.path.clone(), seen.subject.clone(), seen.found.clone()));
        }
    }
    diff
}
