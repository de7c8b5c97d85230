//! The record of a comparison of editions: every provision that is not the same, and what that means for the documents below.

mod names;
mod review;

use schemars::{JsonSchema, Schema};
use serde::{Deserialize, Serialize};

use crate::{Aspect, CitedClause, Engine, Judgement, Location, Stated, Texts};

pub use names::{FieldName, IdentityName, KnownName, ResemblesName, RewordingName, SubstanceName, WayName};
pub use review::{Below, BelowStatus, Naming, NamingSort};

/// The version of the shape of an [`EditionsRecord`].
pub const EDITIONS_SCHEMA: &str = "kijun/editions/1";

/// What is different between two editions of a standard. The same inputs give the same bytes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct EditionsRecord {
    /// The version of this shape: `kijun/editions/1`.
    pub schema: String,
    /// What made it.
    pub engine: Engine,
    /// The older edition; several where a document was, or is to be, put together of some.
    pub old: Vec<EditionRecord>,
    /// The newer edition.
    pub new: Vec<EditionRecord>,
    /// The day of the documents below: when the newer edition comes into force.
    pub as_of: String,
    /// How much came to what.
    pub figures: EditionsFigures,
    /// The provisions that are not the same in every respect, most pressing first: what falls short below or is not covered there;
    /// then what demands something else, came or went; then what is called or said otherwise.
    pub provisions: Vec<ProvisionRecord>,
    /// What is wrong with texts.
    pub diagnostics: Vec<Stated>,
}

/// An edition, as a comparison names it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct EditionRecord {
    /// `standard@edition`
    pub edition: String,
    /// Its title.
    pub title: Texts,
    /// Its first day in force.
    pub from: String,
    /// How many clauses it has.
    pub clauses: u32,
}

/// How many provisions came to what. Every provision is counted once by its identity and once by its substance.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct EditionsFigures {
    /// All provisions of both editions; those that became of each other are one.
    pub provisions: u32,
    /// The same in every respect.
    pub unchanged: u32,
    /// The others, by what they are called now.
    pub identity: Vec<Counted<IdentityName>>,
    /// The same, by what they demand now.
    pub substance: Vec<Counted<SubstanceName>>,
    /// Those that were reworded.
    pub reworded: u32,
    /// Those that stand in another section.
    pub regrouped: u32,
    /// What became of the documents below, each document once for each provision.
    pub below: Vec<Counted<BelowStatus>>,
}

/// How many there are of something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Counted<T> {
    /// Of what.
    pub of: T,
    /// How many.
    pub n: u32,
}

/// A provision that is not the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct ProvisionRecord {
    /// What it is called now.
    pub identity: IdentityName,
    /// How it is known that these clauses are one provision.
    pub known: KnownName,
    /// What it demands now.
    pub substance: SubstanceName,
    /// Its clauses in the older edition.
    pub before: Vec<CitedClause>,
    /// Its clauses in the newer edition.
    pub after: Vec<CitedClause>,
    /// Its title, in the newer edition where it is there.
    pub title: Texts,
    /// In what it demands something else, and which way.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aspects: Vec<AspectMoved>,
    /// Older statements that the newer ones together do not keep up.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lost: Vec<StatementMoved>,
    /// Newer statements that the older ones together did not come up to.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub gained: Vec<StatementMoved>,
    /// What was reworded.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub wordings: Vec<WordingRecord>,
    /// What the words alone show.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub marks: Vec<MarkRecord>,
    /// The section that it stood in, where it stands in another one; empty where it stood in none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub section: Option<SectionMoved>,
    /// What it may have been, or may have become.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hint: Option<HintRecord>,
    /// The documents below that cite it, and what becomes of each.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub below: Vec<Below>,
    /// Exceptions, measures and the like that name it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub named_by: Vec<Naming>,
}

/// Something in which a provision demands something else.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct AspectMoved {
    /// In what.
    pub aspect: Aspect,
    /// Which way.
    pub way: WayName,
    /// As it was, in words; absent where statements say it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<Texts>,
    /// As it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<Texts>,
}

/// A statement that the other edition does not come up to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct StatementMoved {
    /// `standard@edition:clause#label`
    pub statement: String,
    /// What it demands; of a question its words.
    pub source: Texts,
    /// Where it was written.
    pub at: Location,
    /// What the other edition comes to beside it, with a case.
    pub judgement: Judgement,
}

/// Words that are others now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct WordingRecord {
    /// Which words.
    pub field: FieldName,
    /// Their language; absent: the document's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lang: Option<String>,
    /// The pieces of both texts, in order: without those that came, the older text; without those that went, the newer one.
    pub pieces: Vec<PieceRecord>,
}

/// A piece of a text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct PieceRecord {
    /// In which text it stands.
    pub rewording: RewordingName,
    /// The text.
    pub text: String,
}

/// What words show of a demand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", tag = "what")]
pub enum MarkRecord {
    /// The text names other numbers.
    Numbers {
        /// Those that it names no more.
        gone: Vec<String>,
        /// Those that it names now.
        come: Vec<String>,
    },
    /// The text is more or less firm: `must`, `must-not`, `should`, `should-not`, `may`.
    Firmness {
        /// How it says something no more.
        gone: Vec<String>,
        /// How it says something now.
        come: Vec<String>,
    },
    /// Statements demand something else, and the text says what it said.
    TextUnmoved,
    /// The text says something else in its numbers or its force, and the statements demand what they did.
    RuleUnmoved,
}

/// A change of section.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct SectionMoved {
    /// The section that it stood in, by its title.
    pub before: Texts,
    /// The section that it stands in.
    pub after: Texts,
}

/// What a provision may have been, or may have become. Nobody has said so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct HintRecord {
    /// The clause of the other edition.
    pub clause: CitedClause,
    /// What it may be.
    pub resembles: ResemblesName,
    /// How much of the words, in percent.
    pub percent: u8,
}

impl EditionsRecord {
    /// Whether nothing is different.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.provisions.is_empty()
    }
}

impl ProvisionRecord {
    /// Whether something below needs work.
    #[must_use]
    pub fn presses(&self) -> bool {
        self.below.iter().any(|below| below.status.presses())
    }

    /// Whether it is there in both editions.
    #[must_use]
    pub fn is_continued(&self) -> bool {
        !matches!(self.identity, IdentityName::New | IdentityName::Repealed | IdentityName::TakenOver)
    }

    /// Whether it came, went, or demands something else.
    #[must_use]
    pub fn is_substantial(&self) -> bool {
        let demand = !matches!(
            self.substance,
            SubstanceName::Equal | SubstanceName::TextOnly | SubstanceName::Nothing
        );
        demand || matches!(self.identity, IdentityName::New | IdentityName::Repealed)
    }
}

/// The record as JSON: fields in the order of the type, two spaces, a newline at the end.
///
/// # Errors
///
/// None that a record of ours can cause; the writer's own error is passed on.
pub fn editions_to_json(record: &EditionsRecord) -> Result<String, serde_json::Error> {
    Ok(serde_json::to_string_pretty(record)? + "\n")
}

/// The JSON Schema of an [`EditionsRecord`].
#[must_use]
pub fn editions_schema() -> Schema {
    schemars::schema_for!(EditionsRecord)
}
