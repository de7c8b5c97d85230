//! The inputs of a run: kept beside its record by digest, and found again.
//!
//! A store is a folder `inputs` with one file for each content, named by its BLAKE3 digest, so that the runs of several years share
//! what did not change. A record holds paths and digests; only the digest decides whether a file is the one that was read.

mod keep;
mod places;
mod tree;

use std::path::{Path, PathBuf};

use kijun_findings::{InputFile, RunRecord};
use tempfile::TempDir;

pub use keep::{KeepError, keep};
pub use places::{Elsewise, Places};

/// The folder of a store, beside the records whose inputs it holds.
pub const STORE: &str = "inputs";

/// A folder in which a project stands as it was when a run was made.
#[derive(Debug)]
pub struct Restored {
    /// The project's folder.
    pub root: PathBuf,
    /// What the folder stands in, if it was made for this; it goes when this goes.
    _made: Option<TempDir>,
}

impl Restored {
    /// A project that stands where it is.
    #[must_use]
    pub fn in_place(root: &Path) -> Restored {
        Restored { root: root.to_path_buf(), _made: None }
    }
}

/// Finds every input of a run again, by its digest: in `project` if given, in the store beside the record (`folder/inputs`), in the
/// nearest project at or above `folder`. They are put together in a temporary folder, so that nothing else is there: a file that has
/// come to a project since would be read as well.
///
/// # Errors
///
/// The files that are nowhere, or that hold something else now, or whose path cannot be made in a temporary folder.
pub fn restore(
    record: &RunRecord,
    folder: &Path,
    project: Option<&Path>,
) -> Result<Restored, Vec<InputFile>> {
    restore_from(record, &Places::beside(folder, project))
}

/// The same, from certain places.
///
/// # Errors
///
/// As [`restore`].
pub fn restore_from(record: &RunRecord, places: &Places) -> Result<Restored, Vec<InputFile>> {
    let found: Vec<_> = record.inputs.iter().map(|file| (file, places.find(file))).collect();
    let gone = found.iter().filter(|(_, place)| place.is_err()).map(|(file, _)| (*file).clone());
    let gone: Vec<InputFile> = gone.collect();
    if !gone.is_empty() {
        return Err(gone);
    }
    let found: Vec<_> = found.into_iter().filter_map(|(file, place)| Some((file, place.ok()?))).collect();
    let (made, root) = tree::build(&found)?;
    Ok(Restored { root, _made: Some(made) })
}
