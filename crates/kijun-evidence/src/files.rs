//! Finding the files of a pattern, inside the project's folder and nowhere else.
//!
//! Only folders that the pattern can lead into are read. The result is sorted, so that it does not depend on the
//! order in which the system lists a folder.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::pattern::Pattern;

/// A file that fits.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Found {
    /// Its name, relative to the project, with forward slashes.
    pub(crate) relative: String,
    /// Where it really is.
    pub(crate) path: PathBuf,
}

/// Something that fits and cannot be read.
#[derive(Debug)]
pub(crate) struct Trouble {
    /// Its name, relative to the project, with forward slashes.
    pub(crate) relative: String,
    /// What is wrong with it.
    pub(crate) problem: Problem,
}

/// Why a path cannot be read.
#[derive(Debug)]
pub(crate) enum Problem {
    /// It is something else than a file.
    NotAFile(&'static str),
    /// It is a link that must not be followed.
    Link(&'static str),
    /// The system refused.
    Io(io::Error),
}

/// Files that fit, and what fits and cannot be read; both sorted.
pub(crate) fn find(project: &Path, pattern: &Pattern) -> (Vec<Found>, Vec<Trouble>) {
    let root = match project.canonicalize() {
        Ok(root) => root,
        Err(error) => {
            let problem = Problem::Io(error);
            return (Vec::new(), vec![Trouble { relative: ".".to_owned(), problem }]);
        }
    };
    let mut walk =
        Walk { pattern, folders: vec![root.clone()], root, found: Vec::new(), trouble: Vec::new() };
    walk.folder(project, "", &pattern.start());
    walk.found.sort();
    walk.trouble.sort_by(|a, b| a.relative.cmp(&b.relative));
    (walk.found, walk.trouble)
}

struct Walk<'a> {
    pattern: &'a Pattern,
    root: PathBuf,
    /// The folders around the one being read, as they really are.
    folders: Vec<PathBuf>,
    found: Vec<Found>,
    trouble: Vec<Trouble>,
}

impl Walk<'_> {
    fn folder(&mut self, folder: &Path, relative: &str, states: &[usize]) {
        let entries = match fs::read_dir(folder) {
            Ok(entries) => entries,
            Err(error) => return self.trouble(relative, Problem::Io(error)),
        };
        for entry in entries {
            match entry {
                Ok(entry) => self.entry(&entry, relative, states),
                Err(error) => self.trouble(relative, Problem::Io(error)),
            }
        }
    }

    fn entry(&mut self, entry: &fs::DirEntry, parent: &str, states: &[usize]) {
        let name = entry.file_name();
        let shown = name.to_string_lossy();
        let states = self.pattern.step(states, &shown);
        if states.is_empty() {
            return;
        }
        let relative =
            if parent.is_empty() { shown.clone().into_owned() } else { format!("{parent}/{shown}") };
        if name.to_str().is_none() {
            return self.trouble(&relative, Problem::NotAFile("found-name-not-unicode"));
        }
        match self.real(entry) {
            Ok(real) => self.known(real, entry.path(), &relative, &states),
            Err(problem) if self.matters(entry, &states) => self.trouble(&relative, problem),
            Err(_) => {}
        }
    }

    /// Whether something that cannot be followed could have led to evidence.
    fn matters(&self, entry: &fs::DirEntry, states: &[usize]) -> bool {
        let folder = fs::metadata(entry.path()).is_ok_and(|m| m.is_dir());
        if folder { self.pattern.goes_on(states) } else { self.pattern.fits(states) }
    }

    /// What an entry is and where, after its link is followed.
    fn real(&self, entry: &fs::DirEntry) -> Result<(fs::Metadata, Option<PathBuf>), Problem> {
        let metadata = fs::symlink_metadata(entry.path()).map_err(Problem::Io)?;
        if !metadata.is_symlink() {
            return Ok((metadata, None));
        }
        let target = entry.path().canonicalize().map_err(|_| Problem::Link("link-broken"))?;
        if !target.starts_with(&self.root) {
            return Err(Problem::Link("link-leaves"));
        }
        if self.folders.contains(&target) {
            return Err(Problem::Link("link-circle"));
        }
        let metadata = fs::metadata(&target).map_err(Problem::Io)?;
        Ok((metadata, Some(target)))
    }

    fn known(
        &mut self,
        real: (fs::Metadata, Option<PathBuf>),
        path: PathBuf,
        relative: &str,
        states: &[usize],
    ) {
        let (metadata, target) = real;
        let fits = self.pattern.fits(states);
        if metadata.is_dir() {
            if fits && self.pattern.names_files() {
                self.trouble(relative, Problem::NotAFile("found-folder"));
            }
            if self.pattern.goes_on(states) {
                let real = target.or_else(|| path.canonicalize().ok()).unwrap_or_else(|| path.clone());
                self.folders.push(real);
                self.folder(&path, relative, states);
                self.folders.pop();
            }
        } else if fits && metadata.is_file() {
            self.found.push(Found { relative: relative.to_owned(), path });
        } else if fits {
            self.trouble(relative, Problem::NotAFile("found-special-file"));
        }
    }

    fn trouble(&mut self, relative: &str, problem: Problem) {
        self.trouble.push(Trouble { relative: relative.to_owned(), problem });
    }
}
