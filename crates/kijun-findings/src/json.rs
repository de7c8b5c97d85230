//! A run record as JSON, and back.

use schemars::Schema;

use crate::{RunRecord, SCHEMA};

/// The record as JSON: fields in the order of the type, two spaces, a newline at the end.
///
/// # Errors
///
/// None that a record of ours can cause; the writer's own error is passed on.
pub fn to_json(record: &RunRecord) -> Result<String, serde_json::Error> {
    let mut text = serde_json::to_string_pretty(record)?;
    text.push('\n');
    Ok(text)
}

/// Why a text is not a run record.
#[derive(Debug)]
pub enum FromJsonError {
    /// Not JSON of this shape.
    Json(serde_json::Error),
    /// JSON of another version of the shape.
    Version(String),
}

impl std::fmt::Display for FromJsonError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            FromJsonError::Json(error) => error.fmt(f),
            FromJsonError::Version(found) => write!(f, "schema is `{found}`, not `{SCHEMA}`"),
        }
    }
}

impl std::error::Error for FromJsonError {}

/// Reads a record.
///
/// # Errors
///
/// If the text is not a run record, or one of another version.
pub fn from_json(text: &str) -> Result<RunRecord, FromJsonError> {
    let record: RunRecord = serde_json::from_str(text).map_err(FromJsonError::Json)?;
    if record.schema == SCHEMA { Ok(record) } else { Err(FromJsonError::Version(record.schema)) }
}

/// The JSON Schema of a run record.
#[must_use]
pub fn run_schema() -> Schema {
    schemars::schema_for!(RunRecord)
}
