//! The annual report, as a manifest plans it.

use schemars::JsonSchema;
use serde::Deserialize;

/// Where a report's templates and prose are, and which evidence it shows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct ReportPlan {
    /// A folder of templates, relative to the manifest. It may lie outside the project's folder. Absent: those that Kijun brings along.
    pub templates: Option<String>,
    /// A folder of Markdown files with the body's own prose, relative to the manifest.
    pub prose: Option<String>,
    /// Evidence that the report shows as it is.
    pub listings: Vec<Listing>,
}

/// Subjects of a kind, some of their fields.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Listing {
    /// The name by which templates ask for it.
    pub name: String,
    /// The kind; those below it are meant too.
    pub kind: String,
    /// The fields, as paths with dots.
    pub columns: Vec<String>,
}
