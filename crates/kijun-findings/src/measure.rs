//! Figures that the rules ask for: rates and counts over subjects, with their targets and breakdowns.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Location, Partition, RoleRef, Texts};

/// A measure and what it came to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct MeasureRecord {
    /// Its name; in a document `standard@edition:name`.
    pub measure: String,
    /// Its title.
    pub title: Texts,
    /// The kind of subject it is taken over.
    pub over: String,
    /// What is taken of them.
    pub sort: MeasureSort,
    /// Over all of them.
    pub whole: Measured,
    /// By each thing that it is broken down by, in the order of the rules.
    pub breakdowns: Vec<Breakdown>,
    /// What the whole should come to, as written: `>= 98%`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub target: Option<String>,
    /// What every part of every breakdown should come to, as written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub each: Option<String>,
    /// Who answers for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<RoleRef>,
    /// The provisions that it speaks of.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub see: Vec<String>,
    /// Whether some of the evidence that it is taken over could not be read: the figures are of the rest.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub partial: bool,
    /// Where it was written.
    pub rule: Location,
}

/// What a measure takes of its subjects.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum MeasureSort {
    /// The share of which a condition holds.
    Share,
    /// How many there are.
    Count,
    /// The sum of a value.
    Sum,
    /// Its mean.
    Mean,
    /// The least.
    Min,
    /// The greatest.
    Max,
}

/// What a measure comes to over some subjects.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Measured {
    /// Every subject of the kind, in exactly one count. Of a share: `pass` counts, `fail` does not. Of any other sort: `pass` has a
    /// value, and nothing fails. `unknown` and `error`: neither can be told, or not whether the subject belongs here at all.
    /// `not-applicable`: outside `where`. `waived`: left out by `except`.
    pub figures: Partition,
    /// The value in words, where it can be told; never of a share, which is the figures' rate without what is left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<Texts>,
    /// Whether the target that holds for it is reached; absent without one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub target: Option<TargetReached>,
}

/// Whether a target is reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum TargetReached {
    /// Reached, whatever the unknown comes to.
    Reached,
    /// Missed, whatever the unknown comes to.
    Missed,
    /// What is unknown decides.
    Undecided,
    /// There was nothing to take it of.
    NothingAssessed,
}

/// A measure by parts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Breakdown {
    /// By what: the field's title, else the expression as written.
    pub by: Texts,
    /// The kind of which the parts are subjects, where they are.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// The parts. Of a kind that is a tree, each part includes those below it, and comes before them.
    pub parts: Vec<MeasuredPart>,
}

/// A part of a breakdown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct MeasuredPart {
    /// The value that its subjects have; absent: those of which it cannot be told.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    /// In words.
    pub title: Texts,
    /// The key of the part above it in the tree.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent: Option<String>,
    /// What it comes to.
    pub measured: Measured,
}
