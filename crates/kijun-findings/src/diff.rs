//! Two runs beside each other: which findings are new, which are gone, which go on, and what every result has turned into.
//!
//! What is the same is told by what lasts: the lineage of a provision, the kind and key of a subject, the key of an element. Files,
//! lines, positions and numbers of clauses play no part. *Why* something changed is not found here, where there are only two
//! records: whoever can judge the one year's evidence by the other year's rules fills in [`Change::why`].

mod about;
mod aspect;
mod cause;
mod change;
mod class;
mod compare;
mod figures;
mod lists;
mod mirror;
mod order;
mod pairs;
mod results;
mod sight;
mod snapshot;

use std::collections::BTreeMap;

use schemars::{JsonSchema, Schema};
use serde::{Deserialize, Serialize};

use crate::{Doubt, Engine, InputKind, MeasureSort, Measured, Period, Texts};

pub use aspect::{Aspect, DimensionChange, ExceptionPart, PartChange, RuleEvent};
pub use cause::{Cause, Factor, Factors, Unattributed, Why};
pub use change::{Change, Seen, Side, Telling};
pub use class::Class;
pub use compare::diff;
pub use figures::{DiffFigures, Transition};
pub use snapshot::{Snapshot, apply};

/// The version of the shape of a [`Diff`].
pub const DIFF_SCHEMA: &str = "kijun/diff/1";

/// What is different between two runs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Diff {
    /// The version of this shape: `kijun/diff/1`.
    pub schema: String,
    /// The one run.
    pub old: DiffRun,
    /// The other.
    pub new: DiffRun,
    /// Why the two may not be fit to be compared.
    pub doubts: Vec<Doubt>,
    /// What kinds of things differ between the runs at all; absent where only the records were at hand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub factors: Option<Factors>,
    /// Why causes are not known, where they are not; each of these says of which run, and what is missing.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unattributed: Vec<Unattributed>,
    /// How much came to what.
    pub figures: DiffFigures,
    /// Findings that are not the same in both runs: first what is new or worse, most pressing first; then what is not comparable; then
    /// what is better or resolved; then what only moved. Those that are the same are only counted.
    pub changes: Vec<Change>,
    /// Results that are not the same in both, by kind and statement.
    pub results: Vec<ResultRow>,
    /// Measures that are not the same in both, by name.
    pub measures: Vec<MeasureChange>,
    /// Exceptions that are not the same in both, by id.
    pub exceptions: Vec<ExceptionChange>,
    /// Statements in force that are not the same in both but for the edition, in the order of the documents.
    pub statements: Vec<StatementChange>,
    /// Documents that do not bind in both runs in the same edition, by name.
    pub documents: Vec<DocumentChange>,
    /// Files that are not the same in both, by path.
    pub inputs: Vec<InputChange>,
}

/// A run, as a diff names it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct DiffRun {
    /// Its project.
    pub project: String,
    /// The project's title.
    pub title: Texts,
    /// Its audited period.
    pub period: Period,
    /// The day whose editions bind.
    pub as_of: String,
    /// Its audit date.
    pub today: String,
    /// Whether all evidence could be read.
    pub complete: bool,
    /// What made its record.
    pub engine: Engine,
    /// What the units are called that changes name, by their ids.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub units: BTreeMap<String, Texts>,
}

/// The results of one statement, through its editions, for the subjects of one kind, where they are not the same in both runs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct ResultRow {
    /// The kind of subject.
    pub kind: String,
    /// The statement's identity through editions.
    pub lineage: String,
    /// How the older run cites it; absent where it is not in force there, or does not bind the kind.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<String>,
    /// How the newer run cites it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
    /// Keys of subjects, in order.
    pub subjects: Vec<String>,
    /// For each of them the letter of the older result; a blank where there is none.
    pub old: String,
    /// For each of them the letter of the newer result.
    pub new: String,
}

/// A measure that came to something else, or is taken in one run only.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct MeasureChange {
    /// Its name; in a document `standard:name`, without the edition.
    pub name: String,
    /// What it came to in the older run; absent where it was not taken.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<MeasureState>,
    /// The same in the newer run.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<MeasureState>,
    /// Why; absent where that could not be found out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<Why>,
}

/// What a measure came to in one run.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct MeasureState {
    /// Its title.
    pub title: Texts,
    /// What is taken: of a share, the value is the rate of the figures.
    pub sort: MeasureSort,
    /// What the whole should come to, as written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target: Option<String>,
    /// What the whole came to.
    pub whole: Measured,
}

/// An exception that stands otherwise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct ExceptionChange {
    /// Its id.
    pub id: String,
    /// Its title, in the newer run where it is there.
    pub title: Texts,
    /// Its title in the older run, where that is another.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title_before: Option<Texts>,
    /// How it stood: `holds`, or why it did not; absent where the rules did not have it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<String>,
    /// How it stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
    /// Its last day in the older run, `YYYY-MM-DD`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until_before: Option<String>,
    /// Its last day in the newer run.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until_after: Option<String>,
    /// Statements that it covers now and did not, by lineage.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub began_to_cover: Vec<String>,
    /// Statements that it covered and does not any more.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ceased_to_cover: Vec<String>,
}

/// A statement in force that is there in one run only, or is cited otherwise, beside the edition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct StatementChange {
    /// Its identity through editions.
    pub lineage: String,
    /// Its title, in the newer run where it is there.
    pub title: Texts,
    /// Its title in the older run, where that is another.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title_before: Option<Texts>,
    /// How the older run cites it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<String>,
    /// How the newer run cites it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
}

/// A document that binds in one run only, or in another edition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct DocumentChange {
    /// Its name.
    pub document: String,
    /// Its title, in the newer run where it is there.
    pub title: Texts,
    /// Its title in the older run, where that is another.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title_before: Option<Texts>,
    /// Its edition in the older run, `name@edition`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<String>,
    /// Its edition in the newer run.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
}

/// A file that is there in one run only, or holds something else.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct InputChange {
    /// Its path, relative to the project.
    pub path: String,
    /// What it was read as.
    pub kind: InputKind,
    /// Its BLAKE3 digest in the older run.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<String>,
    /// Its digest in the newer run.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
}

impl Diff {
    /// Whether nothing is different that was judged. That the runs were made from other files or editions is no difference by itself.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty()
            && self.results.is_empty()
            && self.measures.is_empty()
            && self.exceptions.is_empty()
            && self.statements.is_empty()
    }
}

/// A diff as JSON: fields in the order of the type, two spaces, a newline at the end.
///
/// # Errors
///
/// None that a diff of ours can cause; the writer's own error is passed on.
pub fn diff_to_json(diff: &Diff) -> Result<String, serde_json::Error> {
    Ok(serde_json::to_string_pretty(diff)? + "\n")
}

/// The JSON Schema of a [`Diff`].
#[must_use]
pub fn diff_schema() -> Schema {
    schemars::schema_for!(Diff)
}
