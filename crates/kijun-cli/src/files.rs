//! Files that are written whole or not at all, and never over what people made.

use std::path::Path;

pub(crate) use kijun::write_whole;

/// Whether something else is there already: what people may have filled in or agreed upon, and must not lose.
pub(crate) fn holds_other(path: &Path, bytes: &[u8]) -> bool {
    match std::fs::read(path) {
        Ok(there) => there != bytes,
        // What is there and cannot be read is not ours to replace.
        Err(error) => error.kind() != std::io::ErrorKind::NotFound,
    }
}
