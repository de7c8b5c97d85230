//! A finding: what is wrong with the audited thing, where, against which provision, and who answers for it.

use std::collections::BTreeMap;
use std::sync::Arc;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Objected, Outcome};

/// A text by language tag. Every language of the product is there.
pub type Texts = BTreeMap<String, String>;

/// A finding. What all findings of a statement have in common is shared in memory.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Finding {
    /// Its identity, `F-` and twelve hexadecimal digits: the same as long as it is the same provision (through
    /// renumbering) and the same subject. Never a line number, a position or a file's name.
    pub id: String,
    /// How much it presses.
    pub level: Level,
    /// What kind of matter it is.
    pub matter: Matter,
    /// The result behind it, where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Outcome>,
    /// The statement, `standard@edition:clause#label`; for a matter of documents, the document or exception.
    pub provision: Arc<str>,
    /// The provision's identity through editions.
    pub lineage: Arc<str>,
    /// Its title.
    pub title: Arc<Texts>,
    /// The subject, where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subject: Option<SubjectRef>,
    /// How far up the documents the violation reaches.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub altitude: Option<Altitude>,
    /// The statement itself, then those above it, nearest first, each with its own result for this subject.
    pub chain: Vec<ChainLink>,
    /// Who is responsible.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<Arc<RoleRef>>,
    /// The unit that answers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// What was found.
    pub message: Texts,
    /// What to do about it, where the clause says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fix: Option<Arc<Texts>>,
    /// Where the provision was written.
    pub rule: Arc<Location>,
    /// The values that made it so, or the places where they should have been.
    pub evidence: Vec<Observation>,
    /// Provisions that the subject's evidence names, `standard:clause`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub concerns: Vec<String>,
    /// Whether it says that something is outside the view of the rest of the audit.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub unseen: bool,
    /// Of a finding about documents: the checks, the other provisions, a case.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub documents: Option<Box<Objected>>,
}

/// How much a finding presses, most first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// 緊急改善
    Urgent,
    /// 指摘事項
    Finding,
    /// 助言
    Advice,
    /// 推奨
    Recommendation,
}

impl Level {
    /// Every level, most pressing first.
    pub const ALL: [Level; 4] = [Level::Urgent, Level::Finding, Level::Advice, Level::Recommendation];

    /// Its name, as the manifest and every output write it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Level::Urgent => "urgent",
            Level::Finding => "finding",
            Level::Advice => "advice",
            Level::Recommendation => "recommendation",
        }
    }
}

/// What kind of matter a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Matter {
    /// A statement that a subject does not fulfil, or of which that cannot be told.
    Statement,
    /// An exception that does not hold, or that nothing needs.
    Exception,
    /// A document that cites another which does not bind.
    Citation,
    /// A document that does not demand what those above it do, or whose provisions do not go together.
    Conformance,
    /// A measure that misses its target, or of which that cannot be told.
    Measure,
    /// A person who holds duties that do not go together.
    Independence,
    /// What is said of an earlier finding, or that nobody says anything, and how it stands.
    FollowUp,
}

/// A subject.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
pub struct SubjectRef {
    /// Its kind.
    pub kind: String,
    /// Its key.
    pub key: String,
}

/// How far up a violation reaches.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Altitude {
    /// The highest tier whose statement is violated by the same evidence.
    pub tier: Arc<str>,
    /// That statement.
    pub statement: Arc<str>,
}

/// A statement of a chain with its own result.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ChainLink {
    /// The statement.
    pub statement: Arc<str>,
    /// Its tier.
    pub tier: Arc<str>,
    /// The title of its clause.
    pub title: Arc<Texts>,
    /// Its result for the subject; absent where it does not bind this kind of subject.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Outcome>,
}

/// A role.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct RoleRef {
    /// Its name.
    pub name: String,
    /// Its title.
    pub title: Texts,
}

/// A place in a file. Line and column count from 1, the column in characters.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
pub struct Location {
    /// The file, relative to the project, with forward slashes.
    pub file: String,
    /// The line.
    pub line: u32,
    /// The column.
    pub column: u32,
}

/// A value of the evidence, or what was there instead.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Observation {
    /// The path in the subject: `accounts[root].mfa`.
    pub path: String,
    /// The other subject whose value it is, where it is joined.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subject: Option<SubjectRef>,
    /// What was there.
    pub found: Found,
    /// Where; for what is missing, the nearest parent that exists.
    pub at: Location,
}

/// What stood in a place of the evidence.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Found {
    /// A value, as text.
    Value(String),
    /// So many elements of a list, or subjects of a kind.
    Elements(u64),
    /// A record.
    Record,
    /// The name is not there.
    Absent,
    /// The name is there, with nothing.
    Null,
    /// Something of the wrong type.
    Malformed,
    /// Evidence taken too long ago, or after the audit date.
    Stale(String),
    /// Evidence that does not say when it was taken, where that matters.
    Undated,
    /// Something that cannot be computed from what is there.
    Undetermined,
    /// No subject whose field has this value.
    Unmatched {
        /// The field's name.
        field: String,
        /// The value that was looked for, as text.
        value: String,
    },
    /// Subjects of which a source could not tell all.
    Unread,
    /// Subjects for which no source is named.
    Unsourced,
}
