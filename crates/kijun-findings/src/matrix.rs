//! A run record as it is asked by what lasts: statements by lineage, results by subject, findings by identity.
//!
//! Whatever joins two runs asks through this, so that all of them mean the same by "the same".

use std::collections::BTreeMap;

use crate::{Finding, Outcome, RunRecord, SubjectRef};

/// A record with its indexes.
pub(crate) struct Matrix<'r> {
    pub(crate) record: &'r RunRecord,
    by_lineage: BTreeMap<&'r str, Vec<usize>>,
    lineages: BTreeMap<&'r str, &'r str>,
    places: BTreeMap<(&'r str, &'r str), usize>,
    rows: BTreeMap<(&'r str, usize), &'r [u8]>,
    findings: BTreeMap<&'r str, &'r Finding>,
    of_subjects: BTreeMap<&'r SubjectRef, Vec<&'r Finding>>,
}

impl<'r> Matrix<'r> {
    pub(crate) fn of(record: &'r RunRecord) -> Matrix<'r> {
        let mut matrix = Matrix {
            record,
            by_lineage: BTreeMap::new(),
            lineages: BTreeMap::new(),
            places: BTreeMap::new(),
            rows: BTreeMap::new(),
            findings: BTreeMap::new(),
            of_subjects: BTreeMap::new(),
        };
        matrix.add_statements();
        matrix.add_results();
        matrix.add_findings();
        matrix
    }

    fn add_statements(&mut self) {
        for (index, statement) in self.record.statements.iter().enumerate() {
            self.by_lineage.entry(&statement.lineage).or_default().push(index);
            self.lineages.insert(&statement.statement, &statement.lineage);
        }
    }

    fn add_results(&mut self) {
        for results in &self.record.results {
            let places = results.subjects.iter().enumerate();
            self.places.extend(places.map(|(place, key)| ((results.kind.as_str(), key.as_str()), place)));
            let rows = results.rows.iter();
            self.rows.extend(
                rows.map(|row| ((results.kind.as_str(), row.statement as usize), row.outcomes.as_bytes())),
            );
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

    /// The statements in force whose lineage begins so.
    pub(crate) fn has_lineage(&self, begins: &str) -> bool {
        self.by_lineage.range(begins..).next().is_some_and(|(lineage, _)| lineage.starts_with(begins))
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
        let place = *self.places.get(&(subject.kind.as_str(), subject.key.as_str()))?;
        let letter = self.rows.get(&(subject.kind.as_str(), statement))?.get(place)?;
        Outcome::from_letter(char::from(*letter))
    }

    /// Whether there is a subject of the kind.
    pub(crate) fn has_kind(&self, kind: &str) -> bool {
        self.places.range((kind, "")..).next().is_some_and(|((other, _), _)| *other == kind)
    }

    /// Whether the evidence has the subject.
    pub(crate) fn has_subject(&self, subject: &SubjectRef) -> bool {
        self.places.contains_key(&(subject.kind.as_str(), subject.key.as_str()))
    }

    /// Whether a document binds, in whatever edition.
    pub(crate) fn has_document(&self, name: &str) -> bool {
        self.record.standards.iter().any(|standard| document(&standard.standard) == name)
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

/// Whether an outcome makes a finding.
pub(crate) fn is_bad(outcome: Outcome) -> bool {
    matches!(outcome, Outcome::Fail | Outcome::Unknown | Outcome::Error)
}
