//! Evidence that a report shows as it is: the subjects of a kind, some of their fields.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::Texts;

/// A list of subjects for the report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct ListingRecord {
    /// Its name, by which a template asks for it.
    pub name: String,
    /// The kind.
    pub kind: String,
    /// The kind's title.
    pub title: Texts,
    /// The columns: paths in the subject, with their titles.
    pub columns: Vec<ListingColumn>,
    /// The subjects, by key.
    pub rows: Vec<ListingRow>,
}

/// A column of a listing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct ListingColumn {
    /// The path: `prevention.measure`.
    pub path: String,
    /// Its title.
    pub title: Texts,
}

/// A row of a listing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct ListingRow {
    /// The subject's key.
    pub key: String,
    /// A value for each column, in words; absent where there is none.
    pub cells: Vec<Option<Texts>>,
}
