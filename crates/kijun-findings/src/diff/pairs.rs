//! Findings of one run only that are one matter: told through another finding in the other run.
//!
//! A finding that only one run tells, and one that only the other tells, are the same matter if
//!
//! 1. one objects to the same exception, the same documents or the same earlier finding in another way;
//! 2. about the same subject, one stands in the other's chain with its outcome: it speaks for it;
//! 3. about the same subject, the provision of one was split from that of the other, or merged into it;
//! 4. the provision is the same, and the subject has another kind: its key is there under one kind in one run and under the other
//!    kind in the other.
//!
//! Each finding is in one pair at most. The nearest are paired first: by this list, then by how far the chain goes, by labels that
//! agree, by clause, by id. Of several findings that one was split into, the others are therefore new.

use std::collections::{BTreeMap, BTreeSet};

use crate::follow_up::{clauses, same_parts};
use crate::matrix::{Matrix, clause_and_label};
use crate::{Finding, Matter, SubjectRef};

/// The findings that only one run tells.
pub(super) struct Alone<'r> {
    matrix: &'r Matrix<'r>,
    findings: Vec<&'r Finding>,
    by_lineage: BTreeMap<(&'r SubjectRef, &'r str), usize>,
    by_clause: BTreeMap<(&'r SubjectRef, &'r str), Vec<usize>>,
    by_key: BTreeMap<(&'r str, &'r str), Vec<usize>>,
    by_names: BTreeMap<(Matter, &'r str), Vec<usize>>,
    by_clauses: BTreeMap<String, Vec<usize>>,
}

impl<'r> Alone<'r> {
    /// Of the findings of a run, those that the other does not tell.
    pub(super) fn of(matrix: &'r Matrix<'r>, other: &Matrix<'_>) -> Alone<'r> {
        let all = matrix.record.findings.iter();
        let mut alone = Alone {
            matrix,
            findings: all.filter(|finding| other.finding(&finding.id).is_none()).collect(),
            by_lineage: BTreeMap::new(),
            by_clause: BTreeMap::new(),
            by_key: BTreeMap::new(),
            by_names: BTreeMap::new(),
            by_clauses: BTreeMap::new(),
        };
        for index in 0..alone.findings.len() {
            alone.add(index);
        }
        alone
    }

    /// The findings.
    pub(super) fn findings(&self) -> &[&'r Finding] {
        &self.findings
    }

    fn add(&mut self, index: usize) {
        let finding = self.findings[index];
        let lineage: &str = &finding.lineage;
        match (finding.matter, &finding.subject) {
            (Matter::Statement, Some(subject)) => {
                self.by_lineage.insert((subject, lineage), index);
                let clause = clause_and_label(lineage).0;
                self.by_clause.entry((subject, clause)).or_default().push(index);
                self.by_key.entry((&subject.key, lineage)).or_default().push(index);
            }
            _ => {
                if let Some(names) = names(finding) {
                    self.by_names.entry((finding.matter, names)).or_default().push(index);
                }
                if finding.matter == Matter::Conformance {
                    self.by_clauses.entry(clauses(lineage)).or_default().push(index);
                }
            }
        }
    }
}

/// What a finding about no result is about, whatever it says of it.
fn names(finding: &Finding) -> Option<&str> {
    match finding.matter {
        Matter::Exception => Some(&finding.provision),
        Matter::Conformance => finding.lineage.split_once(':').map(|(_, names)| names),
        Matter::FollowUp => finding.subject.as_ref().map(|subject| subject.key.as_str()),
        _ => None,
    }
}

/// How near two findings are: by which of the reasons, and within it.
type Nearness<'r> = (u8, usize, bool, [&'r str; 2], [&'r str; 2]);

/// A finding of the one run and a finding of the other.
type Pair<'r> = (&'r Finding, &'r Finding);

/// Findings that only the one run tells with those that only the other does, where they are the same matter. The same both ways.
pub(super) fn pairs<'r>(old: &Alone<'r>, new: &Alone<'r>) -> Vec<Pair<'r>> {
    let mut near: BTreeSet<(Nearness<'r>, usize, usize)> = BTreeSet::new();
    let mut add = |reason: u8, far: usize, a: usize, b: usize| {
        let (one, other) = (old.findings[a], new.findings[b]);
        let [x, y] = [one, other].map(|finding| clause_and_label(&finding.lineage));
        let lineages = sorted([&*one.lineage, &*other.lineage]);
        near.insert(((reason, far, x.1 != y.1, lineages, sorted([&one.id, &other.id])), a, b));
    };
    alike(old, new, |far, a, b| add(1, far, a, b));
    for (one, other, is_swapped) in [(old, new, false), (new, old, true)] {
        let mut add =
            |reason, far, a, b| if is_swapped { add(reason, far, b, a) } else { add(reason, far, a, b) };
        spoken_for(one, other, |far, a, b| add(2, far, a, b));
        split(one, other, |far, a, b| add(3, far, a, b));
    }
    other_kind(old, new, |a, b| add(4, 0, a, b));
    let (mut met_old, mut met_new) = (BTreeSet::new(), BTreeSet::new());
    let free = near.into_iter().filter(|&(_, a, b)| {
        let is_free = !met_old.contains(&a) && !met_new.contains(&b);
        is_free && met_old.insert(a) && met_new.insert(b)
    });
    free.map(|(_, a, b)| (old.findings[a], new.findings[b])).collect()
}

fn sorted(mut two: [&str; 2]) -> [&str; 2] {
    two.sort_unstable();
    two
}

/// Findings that object to the same thing in another way; of several, in order of their ids.
fn alike(old: &Alone<'_>, new: &Alone<'_>, mut add: impl FnMut(usize, usize, usize)) {
    for (key, those) in &old.by_names {
        let these = new.by_names.get(key).into_iter().flatten();
        in_order(old, those).into_iter().zip(in_order(new, these)).for_each(|(a, b)| add(0, a, b));
    }
    for (key, those) in &old.by_clauses {
        for &b in new.by_clauses.get(key).into_iter().flatten() {
            let same = |&&a: &&usize| same_parts(&old.findings[a].lineage, &new.findings[b].lineage);
            those.iter().filter(same).for_each(|&a| add(1, a, b));
        }
    }
}

fn in_order<'a>(alone: &Alone<'_>, indexes: impl IntoIterator<Item = &'a usize>) -> Vec<usize> {
    let mut indexes: Vec<usize> = indexes.into_iter().copied().collect();
    indexes.sort_by_key(|&index| &alone.findings[index].id);
    indexes
}

/// Findings of the other run that a finding of the one speaks for.
fn spoken_for(one: &Alone<'_>, other: &Alone<'_>, mut add: impl FnMut(usize, usize, usize)) {
    for (a, finding) in one.findings.iter().enumerate() {
        let Some(subject) = &finding.subject else { continue };
        let same = finding.chain.iter().enumerate().filter(|(_, link)| {
            link.outcome.is_some() && link.outcome == finding.outcome && link.statement != finding.provision
        });
        for (far, link) in same {
            let lineage = one.matrix.lineage(&link.statement);
            if let Some(&b) = lineage.and_then(|lineage| other.by_lineage.get(&(subject, lineage))) {
                add(far, a, b);
            }
        }
    }
}

/// Findings of the other run against what the provision of a finding of the one was split from, or merged out of.
fn split(one: &Alone<'_>, other: &Alone<'_>, mut add: impl FnMut(usize, usize, usize)) {
    for (&(subject, clause), those) in &one.by_clause {
        for (far, whole) in one.matrix.continues(clause).enumerate() {
            for &b in other.by_clause.get(&(subject, whole)).into_iter().flatten() {
                those.iter().for_each(|&a| add(far, a, b));
            }
        }
    }
}

/// Findings about a subject that has another kind now.
fn other_kind(old: &Alone<'_>, new: &Alone<'_>, mut add: impl FnMut(usize, usize)) {
    let only = |here: &Alone<'_>, there: &Alone<'_>, index: usize| {
        let subject = here.findings[index].subject.as_ref();
        subject.is_some_and(|subject| here.matrix.has_subject(subject) && !there.matrix.has_subject(subject))
    };
    for (key, those) in &old.by_key {
        for &b in new.by_key.get(key).into_iter().flatten().filter(|&&b| only(new, old, b)) {
            those.iter().filter(|&&a| only(old, new, a)).for_each(|&a| add(a, b));
        }
    }
}
