//! A run record as JSON, and back.

use schemars::Schema;

use crate::consistency::contradiction;
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
    /// A record that contradicts itself: in what.
    Contradiction(String),
}

impl std::fmt::Display for FromJsonError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            FromJsonError::Json(error) => error.fmt(f),
            FromJsonError::Version(found) => write!(f, "schema is `{found}`, not `{SCHEMA}`"),
            FromJsonError::Contradiction(what) => f.write_str(what),
        }
    }
}

impl std::error::Error for FromJsonError {}

/// Reads a record.
///
/// # Errors
///
/// If the text is not a run record, or one of another version, or one whose figures and results do not agree.
pub fn from_json(text: &str) -> Result<RunRecord, FromJsonError> {
    let head: Head = serde_json::from_str(text).map_err(FromJsonError::Json)?;
    if head.schema != SCHEMA {
        return Err(FromJsonError::Version(head.schema));
    }
    let record = serde_json::from_str(text).map_err(FromJsonError::Json)?;
    match contradiction(&record) {
        Some(what) => Err(FromJsonError::Contradiction(what)),
        None => Ok(record),
    }
}

/// The one field that every version of the shape has, so that another version is not reported as a broken record.
#[derive(serde::Deserialize)]
struct Head {
    #[serde(default)]
    schema: String,
}

/// The JSON Schema of a run record.
#[must_use]
pub fn run_schema() -> Schema {
    schemars::schema_for!(RunRecord)
}
