//! Who answers, as a manifest names it: the kinds of evidence that are the units and the people of the audited body.

use schemars::JsonSchema;
use serde::Deserialize;

/// Units and people, and who holds which role.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Organisation {
    /// The units. What a finding's unit is called, and where it stands, is known by them.
    #[serde(default)]
    pub units: Option<Units>,
    /// The people who hold roles. Absent: what one person may not hold together is not looked at.
    #[serde(default)]
    pub people: Option<People>,
}

/// The units of the audited body.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Units {
    /// Their kind. A field that refers to the kind itself is the unit above.
    pub kind: String,
    /// The field that says what a unit is called. Absent: its key.
    #[serde(default)]
    pub name: Option<String>,
}

/// The people who hold roles.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct People {
    /// Their kind.
    pub kind: String,
    /// The fields that say which roles a person holds: texts, members of an enumeration, or lists of either. A role is known
    /// by its name, or by one of its titles.
    pub roles: Vec<String>,
}
