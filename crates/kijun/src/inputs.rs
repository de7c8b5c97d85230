//! The inputs of a run: kept beside its record by digest, and found again.

use std::path::{Path, PathBuf};

use kijun_findings::{InputFile, RunRecord};

/// A folder in which a project stands as it was when a run was made.
#[derive(Debug)]
pub struct Restored {
    /// The project's folder.
    pub root: PathBuf,
}

impl Restored {
    /// A project that stands where it is.
    #[must_use]
    pub fn in_place(root: &Path) -> Restored {
        Restored { root: root.to_path_buf() }
    }
}

/// Finds every input of a run again, by its digest: in `project` if given, in the store beside the record (`folder/inputs`), in the
/// nearest project at or above `folder`.
///
/// # Errors
///
/// The files that are nowhere, or that hold something else now.
pub fn restore(
    record: &RunRecord,
    folder: &Path,
    project: Option<&Path>,
) -> Result<Restored, Vec<InputFile>> {
    let roots = project.map(Path::to_path_buf).into_iter().chain(crate::find_root(folder));
    let is_there = |root: &Path, file: &InputFile| {
        let bytes = crate::project::read_bounded(&root.join(&file.path), file.bytes);
        bytes.is_ok_and(|bytes| blake3::hash(&bytes).to_hex().as_str() == file.blake3)
    };
    let mut roots = roots.filter(|root| record.inputs.iter().all(|file| is_there(root, file)));
    roots.next().map(|root| Restored { root }).ok_or_else(|| record.inputs.clone())
}
