//! The record of a comparison of documents: every higher statement, what stands below it, and what that comes to.

mod figures;

use schemars::{JsonSchema, Schema};
use serde::{Deserialize, Serialize};

use crate::{Engine, Finding, Location, Outcome, StandardRecord, Stated, Texts};

pub use figures::ConformanceFigures;

/// The version of the shape of a [`ConformanceRecord`].
pub const CONFORMANCE_SCHEMA: &str = "kijun/conformance/1";

/// The record of a comparison. The same inputs give the same bytes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct ConformanceRecord {
    /// The version of this shape: `kijun/conformance/1`.
    pub schema: String,
    /// What made it.
    pub engine: Engine,
    /// The project's name.
    pub project: String,
    /// Its title.
    pub title: Texts,
    /// The day whose editions bind.
    pub as_of: String,
    /// The audit date.
    pub today: String,
    /// The documents that bind, higher ones first.
    pub standards: Vec<StandardRecord>,
    /// How many higher statements came to what.
    pub figures: ConformanceFigures,
    /// The higher statements, in the order of the documents.
    pub rows: Vec<ConformanceRow>,
    /// Lower clauses that put nothing above them into effect.
    pub orphans: Vec<CitedClause>,
    /// What the checks object to, most pressing first.
    pub findings: Vec<Finding>,
    /// What is wrong with texts.
    pub diagnostics: Vec<Stated>,
}

/// A higher statement with what stands below it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct ConformanceRow {
    /// `standard@edition:clause#label`
    pub statement: String,
    /// Its identity through editions.
    pub lineage: String,
    /// Its document, `standard@edition`.
    pub document: String,
    /// Its force: `must`, `must not`, `should`, `should not`, `may`.
    pub force: String,
    /// The title of its clause.
    pub title: Texts,
    /// Where it was written.
    pub at: Location,
    /// What the lower documents come to, all together.
    pub judgement: Judgement,
    /// Each lower document by itself, higher ones first.
    pub cells: Vec<ConformanceCell>,
}

/// A higher statement in one lower document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct ConformanceCell {
    /// The lower document, `standard@edition`.
    pub document: String,
    /// Its clauses that put the statement into effect.
    pub clauses: Vec<CitedClause>,
    /// What they come to.
    pub judgement: Judgement,
}

/// A clause as it is cited, and where it was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct CitedClause {
    /// `standard@edition:clause`
    pub clause: String,
    /// Its title.
    pub title: Texts,
    /// Where it was written.
    pub at: Location,
}

/// What a comparison came to, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Judgement {
    /// The verdict.
    pub verdict: VerdictName,
    /// The reason in words: of an exclusion, or why it is undecided.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<Texts>,
    /// The place of what left it undecided, or of the adoption or exclusion.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<Location>,
    /// In what ways the lower provisions fall short, the first to tell first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub gaps: Vec<GapRecord>,
}

/// What lower provisions come to beside a higher one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum VerdictName {
    /// They demand all of it and more: proved.
    Stricter,
    /// They demand the same: proved both ways.
    Equal,
    /// A document takes it over whole.
    Adopted,
    /// A document says why it cannot apply.
    Excluded,
    /// They demand less.
    Weaker,
    /// They demand less in one way and more in another.
    Incomparable,
    /// What they demand is enough, but some subjects nobody binds.
    Partial,
    /// Nothing puts it into effect.
    Uncovered,
    /// Only clauses without a statement do.
    Undeclared,
    /// It was not decided.
    Undecided,
    /// It is a permission: nobody owes anything.
    Permission,
}

impl VerdictName {
    /// Every verdict, in the order in which they are counted.
    pub const ALL: [VerdictName; 11] = [
        VerdictName::Stricter,
        VerdictName::Equal,
        VerdictName::Adopted,
        VerdictName::Excluded,
        VerdictName::Weaker,
        VerdictName::Incomparable,
        VerdictName::Partial,
        VerdictName::Uncovered,
        VerdictName::Undeclared,
        VerdictName::Undecided,
        VerdictName::Permission,
    ];

    /// Its name, as every output writes it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            VerdictName::Stricter => "stricter",
            VerdictName::Equal => "equal",
            VerdictName::Adopted => "adopted",
            VerdictName::Excluded => "excluded",
            VerdictName::Weaker => "weaker",
            VerdictName::Incomparable => "incomparable",
            VerdictName::Partial => "partial",
            VerdictName::Uncovered => "uncovered",
            VerdictName::Undeclared => "undeclared",
            VerdictName::Undecided => "undecided",
            VerdictName::Permission => "permission",
        }
    }
}

/// A way in which lower provisions fall short.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct GapRecord {
    /// In what.
    pub dimension: DimensionName,
    /// The lower statements that let it pass; none where nothing applies.
    pub lower: Vec<String>,
    /// A subject that shows it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub case: Option<CaseRecord>,
}

/// What provisions are compared in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum DimensionName {
    /// `must`, `should`, `may`.
    Force,
    /// Which subjects are bound.
    Scope,
    /// What is demanded of them.
    Strength,
    /// Within what time, or how often.
    Timeframe,
    /// Who is responsible.
    Responsibility,
}

impl DimensionName {
    /// Its name, as every output writes it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            DimensionName::Force => "force",
            DimensionName::Scope => "scope",
            DimensionName::Strength => "strength",
            DimensionName::Timeframe => "timeframe",
            DimensionName::Responsibility => "responsibility",
        }
    }
}

/// A subject, made up, that shows something; the evaluator has judged it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct CaseRecord {
    /// The kind of the subject.
    pub kind: String,
    /// The subject as YAML that evidence may hold; comments are in the text's language.
    pub yaml: Texts,
    /// What the evaluator said of it.
    pub outcomes: Vec<CaseOutcome>,
}

/// What the evaluator said of a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct CaseOutcome {
    /// The statement.
    pub statement: String,
    /// Its outcome.
    pub outcome: Outcome,
}

/// What a finding about documents says beside its provision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Objected {
    /// The checks that it comes from, the main one first: ids of diagnostics, such as `conform/weaker`.
    pub checks: Vec<String>,
    /// The other provisions that it concerns, and where they were written.
    pub others: Vec<CitedPlace>,
    /// A subject that shows it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub case: Option<CaseRecord>,
}

/// A provision and where it was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct CitedPlace {
    /// The provision, as it is cited; of an expression that could not be decided, its text.
    pub provision: String,
    /// Where it was written.
    pub at: Location,
}

/// The record as JSON: fields in the order of the type, two spaces, a newline at the end.
///
/// # Errors
///
/// None that a record of ours can cause; the writer's own error is passed on.
pub fn conformance_to_json(record: &ConformanceRecord) -> Result<String, serde_json::Error> {
    Ok(serde_json::to_string_pretty(record)? + "\n")
}

/// The JSON Schema of a [`ConformanceRecord`].
#[must_use]
pub fn conformance_schema() -> Schema {
    schemars::schema_for!(ConformanceRecord)
}
