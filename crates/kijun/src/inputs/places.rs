//! Where inputs of a run may be, and whether what is there is what was read.

use std::fs::File;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use kijun_findings::{InputFile, InputKind};

use crate::find_root;
use crate::inputs::STORE;

/// Where inputs are looked for: in projects by their path, in stores by their digest, and records of earlier runs also among files
/// and in folders that may hold them under any name.
#[derive(Clone, Debug)]
pub struct Places {
    candidates: Vec<Place>,
}

#[derive(Clone, Debug)]
enum Place {
    Project(PathBuf),
    Store(PathBuf),
    Records(Vec<PathBuf>),
    Folder(PathBuf),
}

/// What is there instead of an input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Elsewise {
    /// Nothing, anywhere.
    Missing,
    /// A file of its path that is not what was read.
    Changed {
        /// Where.
        path: PathBuf,
        /// Its size.
        bytes: u64,
        /// Its digest; absent where it was not computed, as its size tells enough, or could not be.
        blake3: Option<String>,
    },
}

/// Bytes of a file that is not the one sought and is hashed all the same, to say what it is.
const TOLD_BELOW: u64 = 256 << 20;

impl Places {
    /// In a project if one is given, in the store beside a record, in the nearest project at or above the record's folder.
    #[must_use]
    pub fn beside(folder: &Path, project: Option<&Path>) -> Places {
        let given = project.map(|root| Place::Project(root.to_path_buf()));
        let store = Place::Store(folder.join(STORE));
        let here = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
        // Of a relative folder, the path alone does not tell what is above it.
        let folder = here.canonicalize().unwrap_or_else(|_| here.to_path_buf());
        let nearest = find_root(&folder).map(Place::Project);
        Places { candidates: given.into_iter().chain([store]).chain(nearest).collect() }
    }

    /// The same, and before them in a store that lies elsewhere.
    #[must_use]
    pub fn and_store(mut self, store: &Path) -> Places {
        self.candidates.insert(0, Place::Store(store.to_path_buf()));
        self
    }

    /// The same, and after them records of earlier runs: files that were named, and whatever lies in a folder.
    #[must_use]
    pub(crate) fn and_records(mut self, named: &[PathBuf], folder: &Path) -> Places {
        self.candidates.push(Place::Records(named.to_vec()));
        self.candidates.push(Place::Folder(folder.to_path_buf()));
        self
    }

    /// The same, and after them what is beside another record.
    #[must_use]
    pub(crate) fn and_beside(mut self, folder: &Path) -> Places {
        self.candidates.extend(Places::beside(folder, None).and_records(&[], folder).candidates);
        self
    }

    /// Where a file is that holds what was read.
    ///
    /// # Errors
    ///
    /// What is there instead.
    pub fn find(&self, file: &InputFile) -> Result<PathBuf, Elsewise> {
        let mut places = self.candidates.iter().flat_map(|place| place.paths(file));
        if let Some(path) = places.find(|path| holds(path, file)) {
            return Ok(path);
        }
        let own = self.candidates.iter().filter(|place| matches!(place, Place::Project(_) | Place::Store(_)));
        let elsewise = own.flat_map(|place| place.paths(file)).find_map(|path| elsewise(&path));
        Err(elsewise.unwrap_or(Elsewise::Missing))
    }
}

impl Place {
    /// Where a file would be.
    fn paths(&self, file: &InputFile) -> Vec<PathBuf> {
        match self {
            Place::Project(root) => vec![root.join(&file.path)],
            Place::Store(store) => digest_of(file).map(|digest| store.join(digest)).into_iter().collect(),
            _ if file.kind != InputKind::PreviousRun => Vec::new(),
            Place::Records(named) => named.clone(),
            Place::Folder(folder) => {
                let here = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
                let entries = std::fs::read_dir(here).into_iter().flatten().flatten();
                let mut all: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
                all.sort();
                all
            }
        }
    }
}

/// The digest of an input, which is its name in a store; `None` if it is no digest.
pub(super) fn digest_of(file: &InputFile) -> Option<&str> {
    let is_digest = file.blake3.len() == 64 && file.blake3.bytes().all(|b| b.is_ascii_hexdigit());
    is_digest.then_some(&*file.blake3)
}

/// Whether a file holds what was read: of its size, and of its digest. A record may name any path, so that nothing but a regular
/// file of the very size is opened, and not more of it read.
pub(super) fn holds(path: &Path, file: &InputFile) -> bool {
    let is_of_size = std::fs::metadata(path).is_ok_and(|m| m.is_file() && m.len() == file.bytes);
    is_of_size && digest(path, file.bytes).is_ok_and(|digest| digest == file.blake3)
}

fn elsewise(path: &Path) -> Option<Elsewise> {
    let metadata = std::fs::metadata(path).ok()?;
    let bytes = metadata.len();
    let told = metadata.is_file() && bytes <= TOLD_BELOW;
    let blake3 = told.then(|| digest(path, bytes).ok()).flatten();
    Some(Elsewise::Changed { path: path.to_path_buf(), bytes, blake3 })
}

/// The digest of a file of a known size.
fn digest(path: &Path, bytes: u64) -> std::io::Result<String> {
    let mut hasher = blake3::Hasher::new();
    hasher.update_reader(File::open(path)?.take(bytes.saturating_add(1)))?;
    Ok(hasher.finalize().to_hex().to_string())
}
