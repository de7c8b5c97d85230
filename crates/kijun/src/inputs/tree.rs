//! A project put together from files that lie elsewhere, in a folder made for it.
//!
//! INVARIANT: nothing is written outside that folder, whatever a record says its paths are.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Component, Path, PathBuf};

use kijun_findings::InputFile;
use tempfile::TempDir;

use super::places::holds;

/// Folders that a path may climb above the project's.
const HIGHEST_CLIMB: usize = 64;
/// Bytes from which a file is linked. Whoever writes to a copy does not write to what it was made from.
const LINKED_FROM: u64 = 4 << 20;

/// Makes the folder, with every file at its path; the folder, and where the project is in it.
///
/// # Errors
///
/// The files that cannot be put there.
pub(super) fn build(files: &[(&InputFile, PathBuf)]) -> Result<(TempDir, PathBuf), Vec<InputFile>> {
    let all = || files.iter().map(|(file, _)| (*file).clone()).collect::<Vec<_>>();
    let outside: Vec<InputFile> = refused(files).cloned().collect();
    if !outside.is_empty() {
        return Err(outside);
    }
    let made = tempfile::tempdir().map_err(|_| all())?;
    let depth = files.iter().filter_map(|(file, _)| climb(&file.path)).max().unwrap_or(0);
    let base = vec![name_of_its_own(files); depth + 1];
    let root: PathBuf = std::iter::once(made.path()).chain(base.iter().map(Path::new)).collect();
    fs::create_dir_all(&root).map_err(|_| all())?;
    let mut failed = Vec::new();
    for (file, from) in files {
        if put(made.path(), &base, file, from).is_none() {
            failed.push((*file).clone());
        }
    }
    if failed.is_empty() { Ok((made, root)) } else { Err(failed) }
}

/// Files whose paths cannot be in the folder; and of several with one path and different contents, all.
fn refused<'f>(files: &'f [(&'f InputFile, PathBuf)]) -> impl Iterator<Item = &'f InputFile> {
    let mut contents: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    files.iter().for_each(|(file, _)| contents.entry(&file.path).or_default().push(&file.blake3));
    let files = files.iter().map(|(file, _)| *file);
    files.filter(move |file| {
        let several = contents.get(file.path.as_str()).is_some_and(|of| of.iter().any(|d| *d != file.blake3));
        several || climb(&file.path).is_none_or(|climb| climb > HIGHEST_CLIMB)
    })
}

/// How many folders above the project's a path goes; `None` for one that is not relative, or names no file.
fn climb(path: &str) -> Option<usize> {
    let (mut down, mut up) = (0_usize, 0_usize);
    for component in Path::new(path).components() {
        match component {
            Component::Normal(_) => down += 1,
            Component::ParentDir if down > 0 => down -= 1,
            Component::ParentDir => up += 1,
            Component::CurDir => {}
            Component::RootDir | Component::Prefix(_) => return None,
        }
    }
    (down > 0).then_some(up)
}

/// A name for folders that no path goes through, so that what lies beside the project never comes to lie in it.
fn name_of_its_own(files: &[(&InputFile, PathBuf)]) -> String {
    let mut name = "project".to_owned();
    while files.iter().any(|(file, _)| file.path.split('/').any(|part| part == name)) {
        name.push('_');
    }
    name
}

/// Puts a file at its path below `made`, the project being in `base`; every folder that the path goes through is made.
fn put(made: &Path, base: &[String], file: &InputFile, from: &Path) -> Option<()> {
    let mut names: Vec<&str> = base.iter().map(String::as_str).collect();
    let at = |names: &[&str]| made.join(names.iter().collect::<PathBuf>());
    let mut components = Path::new(&file.path).components().peekable();
    while let Some(component) = components.next() {
        match component {
            Component::Normal(name) => names.push(name.to_str()?),
            Component::ParentDir => {
                names.pop()?;
            }
            Component::CurDir => {}
            Component::RootDir | Component::Prefix(_) => return None,
        }
        if components.peek().is_some() {
            fs::create_dir_all(at(&names)).ok()?;
        }
    }
    place(&at(&names), file, from)
}

/// Copies a file to its new place; a large one is linked where that can be done. What a link leads to is taken, not the link.
fn place(to: &Path, file: &InputFile, from: &Path) -> Option<()> {
    if holds(to, file) {
        return Some(());
    }
    let from = from.canonicalize().ok()?;
    let is_linked = file.bytes >= LINKED_FROM && fs::hard_link(&from, to).is_ok();
    if !is_linked {
        fs::copy(&from, to).ok()?;
    }
    holds(to, file).then_some(())
}
