//! Keeping the inputs of a run in a store.

use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use kijun_findings::{InputFile, RunRecord};

use super::STORE;
use super::places::{digest_of, holds};
use crate::whole::in_folder;

/// Why inputs cannot be kept.
#[derive(Debug)]
pub enum KeepError {
    /// Files that do not hold any more what was read from them.
    Changed(Vec<InputFile>),
    /// The system refused to read or to write a file.
    Io(PathBuf, io::Error),
}

/// Copies every input of a run from its project into the store of a folder. What the store has already stays as it is.
///
/// # Errors
///
/// If an input was changed since it was read, or something cannot be written.
pub fn keep(record: &RunRecord, root: &Path, folder: &Path) -> Result<(), KeepError> {
    let store = folder.join(STORE);
    fs::create_dir_all(&store).map_err(|error| KeepError::Io(store.clone(), error))?;
    let mut changed = Vec::new();
    for file in &record.inputs {
        let Some(to) = digest_of(file).map(|digest| store.join(digest)) else { continue };
        if holds(&to, file) {
            continue;
        }
        let from = root.join(&file.path);
        let copied = copy(&from, &to, file).map_err(|error| KeepError::Io(from, error))?;
        if !copied {
            changed.push(file.clone());
        }
    }
    if changed.is_empty() { Ok(()) } else { Err(KeepError::Changed(changed)) }
}

/// Copies a file if it holds what was read.
fn copy(from: &Path, to: &Path, file: &InputFile) -> io::Result<bool> {
    if !fs::metadata(from)?.is_file() {
        return Ok(false);
    }
    let mut hashing = Hashing {
        reader: File::open(from)?.take(file.bytes.saturating_add(1)),
        hasher: blake3::Hasher::new(),
    };
    let mut written = in_folder(to)?;
    io::copy(&mut hashing, &mut written)?;
    written.flush()?;
    let is_same = hashing.hasher.finalize().to_hex().as_str() == file.blake3;
    if is_same {
        written.persist(to)?;
    }
    Ok(is_same)
}

/// A reader that hashes what passes.
struct Hashing<R> {
    reader: R,
    hasher: blake3::Hasher,
}

impl<R: Read> Read for Hashing<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let n = self.reader.read(buffer)?;
        self.hasher.update(&buffer[..n]);
        Ok(n)
    }
}
