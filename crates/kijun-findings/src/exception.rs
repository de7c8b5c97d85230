//! An exception in the record of a run: for whom, until when, what it renews, and what there is to say of it beside its status.

mod remark;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{RunRecord, SubjectRef, Texts};

pub use remark::Remark;

/// An exception and what became of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct ExceptionRecord {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: Texts,
    /// `holds`, or why it does not: `expired`, `forbidden` …
    pub status: String,
    /// What it names, by its identity through editions. Version 1 does not say.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub named: Vec<String>,
    /// The statements it covers.
    pub covers: Vec<String>,
    /// For whom; absent where it is for all that its clauses bind, and in version 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub for_whom: Option<ForWhom>,
    /// Whether it changed any result to `waived`.
    pub used: bool,
    /// Its first day. Version 1 does not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// Its last day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<String>,
    /// The days that it still has after the audit date, 0 on its last; only where it ends soon and nothing takes it up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ends_in: Option<u32>,
    /// The day of its approval. Version 1 does not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub approved_on: Option<String>,
    /// The role that approved it. Version 1 does not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub approved_by: Option<String>,
    /// Whether it holds and is for no subject in the evidence.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub orphan: bool,
    /// What has taken the place of the clauses that it names, where its status is `superseded`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub superseded: Option<Superseded>,
    /// What it renews, if it does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub renewal: Option<Renewal>,
    /// The exception that takes it up without a gap, if one does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub renewed_by: Option<String>,
}

/// For whom an exception is that says so.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ForWhom {
    /// As the rules write it: `server where id == "old"`.
    pub written: String,
    /// The subjects in the evidence that it is for, kind by kind in order, where it holds.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub subjects: Vec<ExceptedKind>,
}

/// The subjects of a kind that an exception is for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ExceptedKind {
    /// The kind.
    pub kind: String,
    /// Their keys, in order.
    pub keys: Vec<String>,
}

impl ForWhom {
    /// Whether it is for somebody for whom another is, or says the same.
    #[must_use]
    pub fn meets(&self, other: &ForWhom) -> bool {
        let both = |of: &ExceptedKind| of.keys.iter().any(|key| other.is_for(&of.kind, key));
        self.written == other.written || self.subjects.iter().any(both)
    }

    fn is_for(&self, kind: &str, key: &str) -> bool {
        let mut kinds = self.subjects.iter().filter(|of| of.kind == kind);
        kinds.any(|of| of.keys.binary_search_by(|known| known.as_str().cmp(key)).is_ok())
    }
}

/// What has taken the place of the clauses that an exception names.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Superseded {
    /// The edition, `standard@edition`.
    pub by: String,
    /// The clauses there that continue them, where any says so.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub continued_by: Vec<String>,
}

/// The same exception granted again: for the same subjects, from what was excepted before.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Renewal {
    /// The exceptions before it, the first first.
    pub renews: Vec<String>,
    /// The first day of the first of them.
    pub since: String,
    /// How many of them, counted from the last, there is no gap between or after.
    #[serde(default)]
    pub unbroken: usize,
    /// The first day of the first of those.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unbroken_since: Option<String>,
}

impl RunRecord {
    /// The exception by which what statements come to for a subject is waived: of several that cover it the one that lasts longest, of
    /// those the first by id. `None` if there is none, and where a record does not say for whom several are.
    #[must_use]
    pub fn waived_by(&self, statements: &[&str], subject: &SubjectRef) -> Option<&ExceptionRecord> {
        let covers = |e: &&ExceptionRecord| e.covers.iter().any(|s| statements.contains(&s.as_str()));
        let holding = self.exceptions.iter().filter(|e| e.status == "holds" && e.used).filter(covers);
        let mine: Vec<&ExceptionRecord> = holding.filter(|e| e.is_for(subject) != Some(false)).collect();
        let all_known = mine.iter().all(|e| e.is_for(subject).is_some());
        let longest = mine.iter().min_by_key(|e| (std::cmp::Reverse(&e.until), &e.id));
        longest.copied().filter(|_| all_known || mine.len() == 1)
    }
}

impl ExceptionRecord {
    /// Whether it is for a subject; `None` if the record does not say.
    fn is_for(&self, subject: &SubjectRef) -> Option<bool> {
        match &self.for_whom {
            Some(whom) => Some(whom.is_for(&subject.kind, &subject.key)),
            None => (!self.named.is_empty()).then_some(true),
        }
    }
}
