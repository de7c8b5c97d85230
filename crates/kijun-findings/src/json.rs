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

/// The versions of the shape that are read, oldest first. Each version said all that the one before it did, so that one type holds
/// them all, and what an older one did not say is absent:
///
/// | version | what it says besides |
/// |---|---|
/// | 1 | |
/// | 2 | letters before exceptions; of an exception its first day, for whom it is, and who approved it when; what a provision was merged out of |
pub const VERSIONS: [&str; 2] = ["kijun/run/1", SCHEMA];

/// Characters of a version that are shown.
const LONGEST: usize = 80;

/// Reads a record, of this version of the shape or of an older one.
///
/// # Errors
///
/// If the text is not a run record, or one of a version that is not known, or one whose figures and results do not agree.
pub fn from_json(text: &str) -> Result<RunRecord, FromJsonError> {
    let record: RunRecord = serde_json::from_str(text).map_err(|error| unreadable(text, error))?;
    if !VERSIONS.contains(&record.schema.as_str()) {
        return Err(FromJsonError::Version(shown(&record.schema)));
    }
    match contradiction(&record) {
        Some(what) => Err(FromJsonError::Contradiction(what)),
        None => Ok(record),
    }
}

/// Why a text does not read: it is of a version that is not known; else it is broken.
fn unreadable(text: &str, error: serde_json::Error) -> FromJsonError {
    match serde_json::from_str::<Head>(text) {
        _ if error.is_data() && !text.trim_start().starts_with('{') => {
            FromJsonError::Json(serde::de::Error::custom("this is JSON, but no run record"))
        }
        Ok(head) if !VERSIONS.contains(&head.schema.as_str()) => FromJsonError::Version(shown(&head.schema)),
        _ => FromJsonError::Json(error),
    }
}

/// As much of what stands where a version should as somebody reads.
fn shown(schema: &str) -> String {
    match schema.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &schema[..end]),
        None => schema.to_owned(),
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
