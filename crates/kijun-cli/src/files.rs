//! Files that are written whole or not at all, and never over what people made.

use std::path::{Path, PathBuf};

pub(crate) use kijun::write_whole;
use same_file::Handle;

/// Whether something else is there already: what people may have filled in or agreed upon, and must not lose.
pub(crate) fn holds_other(path: &Path, bytes: &[u8]) -> bool {
    match std::fs::read(path) {
        Ok(there) => there != bytes,
        // What is there and cannot be read is not ours to replace.
        Err(error) => error.kind() != std::io::ErrorKind::NotFound,
    }
}

/// The file among those that were read that an output would be written over, under whatever name: by a link too.
pub(crate) fn lost<'p>(output: &Path, read: &'p [PathBuf]) -> Option<&'p Path> {
    // What cannot be opened is not a file that was read.
    let output = Handle::from_path(output).ok()?;
    let is_output = |path: &&PathBuf| Handle::from_path(path).is_ok_and(|read| read == output);
    read.iter().find(is_output).map(PathBuf::as_path)
}

/// The files with these endings at a path: itself, or all below a folder. What leads out of it by a link is not followed.
pub(crate) fn with_ending(path: &Path, endings: &[&str]) -> Vec<PathBuf> {
    if path.is_file() {
        return vec![path.to_path_buf()];
    }
    let mut found = Vec::new();
    for entry in std::fs::read_dir(path).into_iter().flatten().filter_map(Result::ok) {
        let path = entry.path();
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            found.extend(with_ending(&path, endings));
        } else if path.extension().is_some_and(|ending| endings.iter().any(|one| ending == *one)) {
            found.push(path);
        }
    }
    found
}
