//! Who answers: the units and roles of an audited body, as far as a report needs them.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::Texts;

/// A unit of the audited body.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct UnitRecord {
    /// Its key in the evidence; what findings name.
    pub id: String,
    /// What it is called.
    pub title: Texts,
    /// The unit above it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent: Option<String>,
}

/// A role of the rules.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct RoleRecord {
    /// Its name.
    pub name: String,
    /// Its title.
    pub title: Texts,
    /// Whom it reports to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reports_to: Option<String>,
    /// Roles that one person may not hold beside it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub incompatible_with: Vec<String>,
    /// The keys of those who hold it, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub held_by: Vec<String>,
}
