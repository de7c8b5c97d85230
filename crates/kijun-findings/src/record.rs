//! The record of a run: what was judged, by which rules, with which results.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    ExceptionRecord, Figures, Finding, FollowUpRecord, ListingRecord, Location, MeasureRecord, Partition,
    PreviousRun, ResponseRecord, RoleRecord, Texts, UnitRecord,
};

/// The version of the record's shape. Older ones are read too.
pub const SCHEMA: &str = "kijun/run/2";

/// The record of a run. The same inputs give the same bytes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct RunRecord {
    /// The version of this shape: `kijun/run/2`; of a record that an older version wrote, that one's.
    pub schema: String,
    /// What made it.
    pub engine: Engine,
    /// The project's name.
    pub project: String,
    /// Its title.
    pub title: Texts,
    /// The audited period.
    pub period: Period,
    /// The day whose editions bind.
    pub as_of: String,
    /// The audit date.
    pub today: String,
    /// Whether all evidence could be read. Where not, what is missing may be more than the findings say.
    pub complete: bool,
    /// The documents that bind, higher ones first.
    pub standards: Vec<StandardRecord>,
    /// Every file that was read, by path.
    pub inputs: Vec<InputFile>,
    /// The figures.
    pub figures: Figures,
    /// The statements in force, in the order of the documents.
    pub statements: Vec<StatementRecord>,
    /// Results by kind of subject.
    pub results: Vec<KindResults>,
    /// Measures, in the order of the rules.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub measures: Vec<MeasureRecord>,
    /// The units of the audited body: each before those below it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub units: Vec<UnitRecord>,
    /// The roles of the rules, higher ones first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub roles: Vec<RoleRecord>,
    /// Evidence that the report shows as it is, in the order of the manifest.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub listings: Vec<ListingRecord>,
    /// Exceptions, by id.
    pub exceptions: Vec<ExceptionRecord>,
    /// How many days before its end an exception is told to end soon; absent: never.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub warn_days: u16,
    /// The run that this one follows up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub previous: Option<PreviousRun>,
    /// What became of the findings of that run.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub follow_up: Option<FollowUpRecord>,
    /// What those who answer say of them, by finding.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub responses: Vec<ResponseRecord>,
    /// Findings: first what the audit could not see, then by level, then statement, then subject.
    pub findings: Vec<Finding>,
    /// What is wrong with texts: rules, manifest, evidence.
    pub diagnostics: Vec<Stated>,
}

/// The program that made a record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Engine {
    /// Its name.
    pub name: String,
    /// Its version.
    pub version: String,
}

/// First and last day, `YYYY-MM-DD`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Period {
    /// First day.
    pub start: String,
    /// Last day.
    pub end: String,
}

/// A document that binds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct StandardRecord {
    /// `name@edition`
    pub standard: String,
    /// Its tier.
    pub tier: String,
    /// Its title.
    pub title: Texts,
    /// What it must conform to, `name@edition`.
    pub conforms_to: Vec<String>,
}

/// A file that was read.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
pub struct InputFile {
    /// Its path, relative to the project, with forward slashes.
    pub path: String,
    /// What it was read as.
    pub kind: InputKind,
    /// Its size.
    pub bytes: u64,
    /// Its BLAKE3 digest in hexadecimal.
    pub blake3: String,
}

/// What a file was read as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum InputKind {
    /// The manifest.
    Manifest,
    /// Rules.
    Rule,
    /// Evidence.
    Evidence,
    /// The record of the run before.
    PreviousRun,
}

impl InputKind {
    /// Its name, as records write it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            InputKind::Manifest => "manifest",
            InputKind::Rule => "rule",
            InputKind::Evidence => "evidence",
            InputKind::PreviousRun => "previous-run",
        }
    }
}

/// A statement in force.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct StatementRecord {
    /// `standard@edition:clause#label`
    pub statement: String,
    /// Its identity through editions.
    pub lineage: String,
    /// Its tier.
    pub tier: String,
    /// Its force: `must`, `must not`, `should`, `should not`, `may`.
    pub force: String,
    /// The title of its clause.
    pub title: Texts,
    /// Clauses that its own was merged out of, by lineage, beside the one that it has its name from. Version 1 does not say.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub merged: Vec<String>,
    /// Statements above it, nearest first.
    pub above: Vec<String>,
    /// Its results.
    pub figures: Partition,
}

/// Results of one kind of subject: a matrix with a row for each statement that binds the kind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct KindResults {
    /// The kind.
    pub kind: String,
    /// Keys of its subjects, in order.
    pub subjects: Vec<String>,
    /// A row for each statement that binds it.
    pub rows: Vec<Row>,
}

/// The results of one statement for the subjects of one kind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Row {
    /// The statement, by its place in `statements`, from 0.
    pub statement: u32,
    /// One letter for each subject: `P` pass, `-` not applicable, `W` waived, `U` unknown, `E` error, `F` fail.
    pub outcomes: String,
    /// The same letters as they would be if no exception held; absent where that makes no difference, and in version 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before_exceptions: Option<String>,
}

impl Row {
    /// The letters as they would be if no exception held; where the record does not say, as they are.
    #[must_use]
    pub fn before_exceptions(&self) -> &str {
        self.before_exceptions.as_deref().unwrap_or(&self.outcomes)
    }
}

/// A diagnostic in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Stated {
    /// Its id.
    pub id: String,
    /// `error` or `warning`
    pub severity: String,
    /// What it says.
    pub message: Texts,
    /// Where.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<Location>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
fn is_zero(days: &u16) -> bool {
    *days == 0
}
