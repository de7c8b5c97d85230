//! A run record as it is asked by what lasts: statements by lineage, results by subject, findings by identity.
//!
//! Whatever joins two runs asks through this, so that all of them mean the same by "the same".

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound;

use crate::{
    ExceptionRecord, Finding, Followed, KindResults, Outcome, RunRecord, SubjectRef, UNKNOWN_FINDING,
};

/// A record with its indexes.
pub(crate) struct Matrix<'r> {
    pub(crate) record: &'r RunRecord,
    by_lineage: BTreeMap<&'r str, Vec<usize>>,
    lineages: BTreeMap<&'r str, &'r str>,
    /// By a clause that is no more: the statements that it was merged into.
    takers: BTreeMap<&'r str, Vec<&'r str>>,
    /// By a clause in force: those that were merged into it.
    merged: BTreeMap<&'r str, &'r [String]>,
    kinds: BTreeMap<&'r str, Kind<'r>>,
    documents: BTreeSet<&'r str>,
    exceptions: BTreeMap<&'r str, &'r ExceptionRecord>,
    findings: BTreeMap<&'r str, &'r Finding>,
    of_subjects: BTreeMap<&'r SubjectRef, Vec<&'r Finding>>,
    followed: BTreeMap<&'r str, &'r Followed>,
    unread: bool,
}

/// The results of a kind, with its subjects and statements in order.
struct Kind<'r> {
    results: &'r KindResults,
    /// Places of subjects, by their keys.
    order: Vec<u32>,
    /// Places of rows, by their statements.
    rows: Vec<(usize, &'r [u8])>,
}

impl<'r> Kind<'r> {
    fn of(results: &'r KindResults) -> Kind<'r> {
        let keys = &results.subjects;
        let mut order: Vec<u32> = (0..u32::try_from(keys.len()).unwrap_or(u32::MAX)).collect();
        order.sort_by_key(|&place| &keys[place as usize]);
        let rows = results.rows.iter().map(|row| (row.statement as usize, row.outcomes.as_bytes()));
        let mut rows: Vec<(usize, &[u8])> = rows.collect();
        rows.sort_by_key(|(statement, _)| *statement);
        Kind { results, order, rows }
    }

    fn place(&self, key: &str) -> Option<usize> {
        let found =
            self.order.binary_search_by(|&place| self.results.subjects[place as usize].as_str().cmp(key));
        found.ok().map(|at| self.order[at] as usize)
    }

    fn letter(&self, statement: usize, place: usize) -> Option<u8> {
        let row = self.rows.binary_search_by_key(&statement, |(other, _)| *other).ok()?;
        self.rows[row].1.get(place).copied()
    }
}

impl<'r> Matrix<'r> {
    pub(crate) fn of(record: &'r RunRecord) -> Matrix<'r> {
        let mut matrix = Matrix {
            record,
            by_lineage: BTreeMap::new(),
            lineages: BTreeMap::new(),
            takers: BTreeMap::new(),
            merged: BTreeMap::new(),
            kinds: record.results.iter().map(|results| (results.kind.as_str(), Kind::of(results))).collect(),
            documents: record.standards.iter().map(|standard| document(&standard.standard)).collect(),
            exceptions: record
                .exceptions
                .iter()
                .map(|exception| (exception.id.as_str(), exception))
                .collect(),
            findings: BTreeMap::new(),
            of_subjects: BTreeMap::new(),
            followed: BTreeMap::new(),
            unread: has_unread(record),
        };
        matrix.add_statements();
        matrix.add_findings();
        for followed in record.follow_up.iter().flat_map(|follow_up| &follow_up.findings) {
            matrix.followed.entry(&followed.id).or_insert(followed);
        }
        matrix
    }

    fn add_statements(&mut self) {
        for (index, statement) in self.record.statements.iter().enumerate() {
            self.by_lineage.entry(&statement.lineage).or_default().push(index);
            self.lineages.insert(&statement.statement, &statement.lineage);
            for clause in &statement.merged {
                self.takers.entry(clause).or_default().push(&statement.lineage);
            }
            self.merged.insert(clause_and_label(&statement.lineage).0, &statement.merged);
        }
    }

    /// Of two findings with one identity, the more pressing one.
    fn add_findings(&mut self) {
        let mut findings: Vec<&Finding> = self.record.findings.iter().collect();
        findings.sort_by_key(|finding| (finding.level, &finding.id));
        for finding in findings {
            self.findings.entry(&finding.id).or_insert(finding);
            if let Some(subject) = &finding.subject {
                self.of_subjects.entry(subject).or_default().push(finding);
            }
        }
    }

    /// The statements in force of a lineage, by their places in the record.
    pub(crate) fn statements(&self, lineage: &str) -> &[usize] {
        self.by_lineage.get(lineage).map_or(&[], Vec::as_slice)
    }

    /// Whether the lineage of some statement in force begins so.
    pub(crate) fn has_lineage(&self, begins: &str) -> bool {
        self.beginning(begins.to_owned()).next().is_some()
    }

    /// The lineage of a statement in force, by its citation.
    pub(crate) fn lineage(&self, citation: &str) -> Option<&'r str> {
        self.lineages.get(citation).copied()
    }

    /// How a statement is cited.
    pub(crate) fn citation(&self, statement: usize) -> &'r str {
        self.record.statements.get(statement).map_or("", |s| &s.statement)
    }

    /// What a statement came to for a subject; `None` where it does not bind the kind, or there is no such subject.
    pub(crate) fn outcome(&self, statement: usize, subject: &SubjectRef) -> Option<Outcome> {
        let kind = self.kinds.get(subject.kind.as_str())?;
        let letter = kind.letter(statement, kind.place(&subject.key)?)?;
        Outcome::from_letter(char::from(letter))
    }

    /// What the statements of a lineage came to for a subject, all together.
    pub(crate) fn judged(&self, lineage: &str, subject: &SubjectRef) -> Option<Outcome> {
        let own = self.statements(lineage).iter();
        own.filter_map(|&statement| self.outcome(statement, subject)).reduce(Outcome::and)
    }

    /// The lineages in force, in order, each with the place of its first statement.
    pub(crate) fn lineages(&self) -> impl Iterator<Item = (&'r str, usize)> {
        let first = |places: &Vec<usize>| places.first().copied().unwrap_or_default();
        self.by_lineage.iter().map(move |(lineage, places)| (*lineage, first(places)))
    }

    /// The lineages in force that a lineage is continued in, or that it continues: what a provision was split into or merged into,
    /// or what it was split from. Where some have its label, only those.
    pub(crate) fn relatives(&self, lineage: &str) -> Vec<&'r str> {
        let (clause, label) = clause_and_label(lineage);
        let statements_of = wholes(clause).map(|whole| format!("{whole}#"));
        let begins = std::iter::once(format!("{clause}>")).chain(statements_of);
        let takers = self.takers.get(clause).into_iter().flatten().copied();
        let related = begins.flat_map(|begins| self.beginning(begins)).chain(takers);
        let (same, others): (Vec<&str>, Vec<&str>) =
            related.partition(|other| clause_and_label(other).1 == label);
        if same.is_empty() { others } else { same }
    }

    /// The clauses that a clause continues: nearest first what it was split from, then what was merged into it.
    pub(crate) fn continues<'c>(&'c self, clause: &'c str) -> impl Iterator<Item = &'c str> {
        let merged = self.merged.get(clause).into_iter().flat_map(|merged| merged.iter());
        wholes(clause).chain(merged.map(String::as_str))
    }

    /// The lineages in force that begin so.
    fn beginning(&self, begins: String) -> impl Iterator<Item = &'r str> {
        let from = (Bound::Included(begins.as_str()), Bound::Unbounded);
        let all = self.by_lineage.range::<str, _>(from).map(|(lineage, _)| *lineage);
        all.take_while(move |lineage| lineage.starts_with(&begins))
    }

    /// The kinds of which there are subjects, in order.
    pub(crate) fn kinds(&self) -> impl Iterator<Item = &'r str> {
        self.kinds.keys().copied()
    }

    /// The subjects of a kind by key, each with its place.
    pub(crate) fn subjects(&self, kind: &str) -> impl Iterator<Item = (&'r str, usize)> {
        self.kinds.get(kind).into_iter().flat_map(|kind| {
            let keys = &kind.results.subjects;
            kind.order.iter().map(move |&place| (keys[place as usize].as_str(), place as usize))
        })
    }

    /// The rows of a kind, by statement: the letter of each subject at its place.
    pub(crate) fn rows(&self, kind: &str) -> &[(usize, &'r [u8])] {
        self.kinds.get(kind).map_or(&[], |kind| &kind.rows)
    }

    /// Whether there is a subject of the kind.
    pub(crate) fn has_kind(&self, kind: &str) -> bool {
        self.kinds.get(kind).is_some_and(|kind| !kind.order.is_empty())
    }

    /// Whether the evidence has the subject.
    pub(crate) fn has_subject(&self, subject: &SubjectRef) -> bool {
        self.kinds.get(subject.kind.as_str()).is_some_and(|kind| kind.place(&subject.key).is_some())
    }

    /// Whether a document binds, in whatever edition.
    pub(crate) fn has_document(&self, name: &str) -> bool {
        self.documents.contains(name)
    }

    /// An exception of the rules.
    pub(crate) fn exception(&self, id: &str) -> Option<&'r ExceptionRecord> {
        self.exceptions.get(id).copied()
    }

    /// What the run itself knows of a finding of the run before it.
    pub(crate) fn followed(&self, id: &str) -> Option<&'r Followed> {
        self.followed.get(id).copied()
    }

    /// Whether some evidence could not be read.
    pub(crate) fn is_unread(&self) -> bool {
        self.unread
    }

    /// The finding of an identity.
    pub(crate) fn finding(&self, id: &str) -> Option<&'r Finding> {
        self.findings.get(id).copied()
    }

    /// The findings about a subject, most pressing first.
    pub(crate) fn about(&self, subject: &SubjectRef) -> &[&'r Finding] {
        self.of_subjects.get(subject).map_or(&[], Vec::as_slice)
    }
}

/// The name of the document in a citation: `standard@edition:clause#label`.
pub(crate) fn document(citation: &str) -> &str {
    citation.split(['@', ':']).next().unwrap_or(citation)
}

/// A citation without the edition: `standard:clause#label`.
#[must_use]
pub fn without_edition(citation: &str) -> String {
    let (document, place) = citation.split_once(':').unwrap_or((citation, ""));
    let name = document.split('@').next().unwrap_or(document);
    if place.is_empty() { name.to_owned() } else { format!("{name}:{place}") }
}

/// The clause of a lineage, and the label of the statement in it.
pub(crate) fn clause_and_label(lineage: &str) -> (&str, &str) {
    lineage.rsplit_once('#').unwrap_or((lineage, ""))
}

/// The clauses that a clause was split from, nearest first: of `a>b>c`, `a>b` and `a`.
pub(crate) fn wholes(clause: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(Some(clause), |part| part.rsplit_once('>').map(|(whole, _)| whole)).skip(1)
}

/// Whether two citations name the same place of the same document, in whatever editions.
pub(crate) fn is_same_place(one: &str, other: &str) -> bool {
    let place = |citation| str::split_once(citation, ':').map_or("", |(_, place)| place);
    document(one) == document(other) && place(one) == place(other)
}

/// Whether errors say that evidence could not be read. That something else is wrong with the input keeps nothing from sight.
fn has_unread(record: &RunRecord) -> bool {
    let unread = |id: &str| id.starts_with("evidence/") && id != UNKNOWN_FINDING;
    record.diagnostics.iter().any(|stated| stated.severity == "error" && unread(&stated.id))
}

/// Whether an outcome makes a finding.
pub(crate) fn is_bad(outcome: Outcome) -> bool {
    matches!(outcome, Outcome::Fail | Outcome::Unknown | Outcome::Error)
}
