//! What a run knows of the run before it: which record that was, and what those who answer say of its findings.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Location, Period};

/// The run record that a run follows up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct PreviousRun {
    /// Its project.
    pub project: String,
    /// Its audited period.
    pub period: Period,
    /// The BLAKE3 digest of its file, in hexadecimal.
    pub blake3: String,
}

/// What is said to have been done about an earlier finding.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct ResponseRecord {
    /// The id of the earlier finding.
    pub finding: String,
    /// What is claimed; absent where the evidence does not say, or nothing that can be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub claim: Option<Claim>,
    /// The day of the response, `YYYY-MM-DD`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stated_on: Option<String>,
    /// The day by which it is to be done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due_on: Option<String>,
    /// What is to show it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub evidence: Option<String>,
    /// Where it was written.
    pub at: Location,
}

/// What a response claims.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Claim {
    /// It has been put right.
    Fixed,
    /// It will be.
    Planned,
    /// It stays as it is, with permission.
    Accepted,
    /// It was no finding.
    Disputed,
}

impl Claim {
    /// Every claim.
    pub const ALL: [Claim; 4] = [Claim::Fixed, Claim::Planned, Claim::Accepted, Claim::Disputed];

    /// Its name, as evidence and every output write it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Claim::Fixed => "fixed",
            Claim::Planned => "planned",
            Claim::Accepted => "accepted",
            Claim::Disputed => "disputed",
        }
    }
}
