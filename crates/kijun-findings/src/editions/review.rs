//! What a change of a provision means for what names it: the review list of the day on which an edition is issued.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::StatementMoved;
use super::names::names;
use crate::{CitedClause, Texts};

/// A document below, and what becomes of it when the newer edition binds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Below {
    /// The document, `standard@edition`.
    pub document: String,
    /// Its title.
    pub title: Texts,
    /// Its clauses that put the provision into effect; none where its head cites it, or where nothing does.
    pub clauses: Vec<CitedClause>,
    /// What becomes of it.
    pub status: BelowStatus,
    /// Statements of the newer edition that it does not come up to, with a case; of a status that is undecided, those that are.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub short_of: Vec<StatementMoved>,
}

names! {
    /// What becomes of a document below.
    BelowStatus {
        /// It conformed, and does not any more.
        FallsShort = "falls-short",
        /// It cites what is gone.
        CitesGone = "cites-gone",
        /// Nothing in it puts the new provision into effect.
        NotCovered = "not-covered",
        /// It does not conform, and did not before.
        FellShort = "fell-short",
        /// That could not be decided; or there are words only, which are others now.
        Undecided = "undecided",
        /// It leaves the provision out and says why: the reason is to be looked at again.
        Excludes = "excludes",
        /// It conforms, and did not before.
        ConformsNow = "conforms-now",
        /// It conforms as it did, and its citation is to be written anew.
        Recite = "recite",
        /// It conforms as it did.
        StillConforms = "still-conforms",
    }
}

impl BelowStatus {
    /// Whether the document must be changed because of the newer edition.
    #[must_use]
    pub fn presses(self) -> bool {
        matches!(self, BelowStatus::FallsShort | BelowStatus::CitesGone | BelowStatus::NotCovered)
    }
}

names! {
    /// What names a provision beside documents.
    NamingSort {
        /// An exception from it.
        Exception = "exception",
        /// An exception for which it makes up.
        Compensation = "compensation",
        /// A measure that speaks of it.
        Measure = "measure",
        /// A clause that refers to it.
        Reference = "reference",
    }
}

/// Something that names a provision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Naming {
    /// What it is.
    pub sort: NamingSort,
    /// Its id or name; a clause as it is cited.
    pub name: String,
    /// The clause that it names.
    pub clause: String,
}
