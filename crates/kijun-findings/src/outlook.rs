//! What is coming: findings that stand otherwise on a later day though nobody touches anything, with the first day and the cause.

use std::sync::Arc;

use schemars::{JsonSchema, Schema};
use serde::{Deserialize, Serialize};

use crate::{Cause, Class, Level, Matter, RoleRef, Side, SubjectRef, Texts};

/// The version of the shape of an [`Outlook`].
pub const OUTLOOK_SCHEMA: &str = "kijun/outlook/1";

/// What changes between a project's own audit and a later day, with the evidence as it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Outlook {
    /// The version of this shape: `kijun/outlook/1`.
    pub schema: String,
    /// The project.
    pub project: String,
    /// The day whose editions bind in the project's own audit.
    pub as_of: String,
    /// Its audit date.
    pub today: String,
    /// The later day, which is judged by the editions in force on it.
    pub until: String,
    /// How many days were judged.
    pub audits: u64,
    /// What is told or presses more from some day on: by day, then as the record of the later day has it.
    pub worse: Vec<Coming>,
    /// What is not told any more, or presses less.
    pub better: Vec<Coming>,
}

/// A finding that stands otherwise from some day on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Coming {
    /// Its identity.
    pub id: String,
    /// What becomes of it.
    pub class: Class,
    /// What kind of matter it is.
    pub matter: Matter,
    /// The provision's identity through editions.
    pub lineage: Arc<str>,
    /// Its title.
    pub title: Arc<Texts>,
    /// The subject, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<SubjectRef>,
    /// Who is responsible.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<Arc<RoleRef>>,
    /// The unit that answers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// The day before, on which it was seen to stand otherwise; absent where only the project's own audit has it so, by older editions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last: Option<String>,
    /// The first day on which it stands as on the later day.
    pub from: String,
    /// As the project's own audit has it.
    pub before: Side,
    /// As it stands on `from`.
    pub after: Side,
    /// Why.
    pub causes: Vec<Cause>,
}

impl Coming {
    /// How much it presses: from that day on, where it is told then.
    #[must_use]
    pub fn level(&self) -> Option<Level> {
        self.after.told.as_ref().or(self.before.told.as_ref()).map(|told| told.level)
    }
}

/// The JSON Schema of an [`Outlook`].
#[must_use]
pub fn outlook_schema() -> Schema {
    schemars::schema_for!(Outlook)
}
