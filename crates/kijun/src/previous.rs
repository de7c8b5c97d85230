//! The run before, as a file: read once, bounded, with its digest.

use std::path::Path;

use kijun_diag::{Place, Span};
use kijun_findings::{FromJsonError, PreviousRun, RunRecord};

use crate::project::read_bounded;

/// The run that a project follows up.
#[derive(Debug)]
pub struct Previous {
    /// Its record.
    pub record: RunRecord,
    /// The digest of its file.
    pub blake3: String,
    /// Where the manifest names it.
    pub(crate) span: Span,
    /// The same as a line and a column.
    pub(crate) place: Place,
}

impl Previous {
    /// What a later record says of it.
    pub(crate) fn reference(&self) -> PreviousRun {
        PreviousRun {
            project: self.record.project.clone(),
            period: self.record.period.clone(),
            blake3: self.blake3.clone(),
        }
    }
}

/// A run record with its file's size and digest.
#[derive(Debug)]
pub struct RecordFile {
    /// The record.
    pub record: RunRecord,
    /// The size of its file.
    pub bytes: u64,
    /// Its BLAKE3 digest in hexadecimal.
    pub blake3: String,
}

/// Why a file is not a run record that can be used.
#[derive(Debug)]
pub enum RecordError {
    /// It is not there, or cannot be read, or is too large.
    Unreadable(String),
    /// It is not a run record, or a broken one.
    NotARecord(String),
    /// It is of another version of the shape, which is named.
    Version(String),
}

/// Reads a run record of at most so many bytes; where none are given, as many as a file may have.
///
/// # Errors
///
/// If it cannot be read, or is no run record of this version.
pub fn read_record(path: &Path, limit: Option<u64>) -> Result<RecordFile, RecordError> {
    let bytes = read_file(path, limit)?;
    let text = std::str::from_utf8(&bytes).map_err(|error| RecordError::NotARecord(error.to_string()))?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let record = kijun_findings::from_json(text).map_err(|error| match error {
        FromJsonError::Version(found) if !found.is_empty() => RecordError::Version(found),
        other => RecordError::NotARecord(other.to_string()),
    })?;
    Ok(RecordFile { record, bytes: bytes.len() as u64, blake3: blake3::hash(&bytes).to_hex().to_string() })
}

/// Reads the file of a record, bounded; what is no file may never come to an end.
pub(crate) fn read_file(path: &Path, limit: Option<u64>) -> Result<Vec<u8>, RecordError> {
    let limit = limit.unwrap_or(kijun_evidence::Limits::default().file_bytes);
    let unreadable = |error: std::io::Error| RecordError::Unreadable(error.to_string());
    if !std::fs::metadata(path).map_err(unreadable)?.is_file() {
        return Err(unreadable(std::io::Error::other("not a regular file")));
    }
    read_bounded(path, limit).map_err(unreadable)
}

/// The digest that the file of a record would have.
#[must_use]
pub fn record_digest(record: &RunRecord) -> String {
    let text = kijun_findings::to_json(record).unwrap_or_default();
    blake3::hash(text.as_bytes()).to_hex().to_string()
}
