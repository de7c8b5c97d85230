//! A project on disk: where its manifest is, and the rule files it names.

use std::collections::BTreeMap;
use std::fs;
use std::io::Read as _;
use std::path::{Component, Path, PathBuf};

use kijun_diag::{Diagnostics, FileId, Sources, Span};
use kijun_evidence::{Limits, Manifest};
use kijun_findings::{InputFile, InputKind};

use crate::complaints;
use crate::previous::{Previous, read_record};

/// The name of a manifest.
pub const MANIFEST: &str = "kijun.yaml";

/// The nearest folder at or above `start` that has a manifest.
#[must_use]
pub fn find_root(start: &Path) -> Option<PathBuf> {
    start.ancestors().find(|folder| folder.join(MANIFEST).is_file()).map(Path::to_path_buf)
}

/// Folders inside folders of rules; a link that leads in a circle ends here.
const DEEPEST_FOLDER: u32 = 32;

/// Texts of files, by the names shown.
pub(crate) type Texts = BTreeMap<String, String>;

/// Reads what people wrote: the manifest and rules. Each file is read once, and its digest kept.
pub(crate) struct Read<'a> {
    pub(crate) root: &'a Path,
    /// Texts that are taken in the place of those on disk.
    pub(crate) texts: &'a Texts,
    pub(crate) sources: &'a mut Sources,
    pub(crate) diagnostics: &'a mut Diagnostics,
    pub(crate) inputs: &'a mut Vec<InputFile>,
}

/// A rule file to read: the name shown, the path, and where the manifest names it.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Wanted {
    name: String,
    path: PathBuf,
    at: Option<Span>,
}

impl Read<'_> {
    /// The manifest.
    pub(crate) fn manifest(&mut self) -> Option<FileId> {
        let path = self.root.join(MANIFEST);
        let wanted = Wanted { name: MANIFEST.to_owned(), path, at: None };
        self.text(wanted, InputKind::Manifest, Limits::default().file_bytes)
    }

    /// Every rule file that the manifest names.
    pub(crate) fn rules(&mut self, manifest: &Manifest) -> Vec<FileId> {
        let at = |i| manifest.places.value(&format!("rules.{i}"));
        let entries: Vec<_> = manifest.rules.iter().enumerate().map(|(i, e)| (e.clone(), at(i))).collect();
        self.all(&entries, manifest.limits.file_bytes)
    }

    /// The run before, where the manifest names one.
    pub(crate) fn previous(&mut self, manifest: &Manifest) -> Option<Previous> {
        let name = manifest.previous.as_ref()?;
        let (span, place) = (manifest.places.value("previous")?, manifest.places.place("previous")?);
        match read_record(&self.root.join(name), Some(manifest.limits.file_bytes)) {
            Ok(file) => {
                let (path, kind) = (tidy(name), InputKind::PreviousRun);
                self.inputs.push(InputFile { path, kind, bytes: file.bytes, blake3: file.blake3.clone() });
                Some(Previous { record: file.record, blake3: file.blake3, span, place })
            }
            Err(error) => {
                self.diagnostics.push(complaints::previous(span, name, &error));
                None
            }
        }
    }

    /// Every rule file at some paths.
    pub(crate) fn paths(&mut self, paths: &[PathBuf]) -> Vec<FileId> {
        let entries: Vec<_> = paths.iter().map(|path| (path.to_string_lossy().into_owned(), None)).collect();
        self.all(&entries, Limits::default().file_bytes)
    }

    /// Files, and folders whole, sorted by the name shown.
    fn all(&mut self, entries: &[(String, Option<Span>)], limit: u64) -> Vec<FileId> {
        let mut found = Vec::new();
        for (entry, at) in entries {
            let at = *at;
            let n_before = found.len();
            collect(&self.root.join(entry), &tidy(entry), at, &mut found, 0);
            if found.len() == n_before {
                self.diagnostics.push(complaints::no_rules(entry, at.map(Into::into)));
            }
        }
        found.sort();
        found.dedup_by(|a, b| a.name == b.name);
        found.into_iter().filter_map(|wanted| self.text(wanted, InputKind::Rule, limit)).collect()
    }

    fn text(&mut self, wanted: Wanted, kind: InputKind, limit: u64) -> Option<FileId> {
        let instead = self.texts.get(&wanted.name).map(|text| text.clone().into_bytes());
        let bytes = match instead.map_or_else(|| read_bounded(&wanted.path, limit), Ok) {
            Ok(bytes) => bytes,
            Err(error) => {
                let at = wanted.at.map(Into::into);
                self.diagnostics.push(complaints::unreadable(&wanted.name, error.to_string(), at));
                return None;
            }
        };
        self.inputs.push(InputFile {
            path: wanted.name.clone(),
            kind,
            bytes: bytes.len() as u64,
            blake3: blake3::hash(&bytes).to_hex().to_string(),
        });
        match kijun_evidence::text(&bytes) {
            Ok(text) => Some(self.sources.add(wanted.name, text)),
            Err(encoding) => {
                let file = self.sources.add_name(wanted.name);
                self.diagnostics.push(encoding.diagnostic(file, 1));
                None
            }
        }
    }
}

fn collect(path: &Path, name: &str, at: Option<Span>, found: &mut Vec<Wanted>, depth: u32) {
    if path.is_file() {
        found.push(Wanted { name: name.to_owned(), path: path.to_path_buf(), at });
    } else if path.is_dir() && depth < DEEPEST_FOLDER {
        for entry in fs::read_dir(path).into_iter().flatten().flatten() {
            let inner = entry.file_name().to_string_lossy().into_owned();
            let is_rule = inner.ends_with(".kijun") || entry.path().is_dir();
            if is_rule && !inner.starts_with('.') {
                // The folder `.` has no name of its own.
                let shown = if name.is_empty() { inner } else { format!("{name}/{inner}") };
                collect(&entry.path(), &shown, at, found, depth + 1);
            }
        }
    }
}

/// A path as it is shown: forward slashes, no `.`.
fn tidy(name: &str) -> String {
    let path: PathBuf = Path::new(name).components().filter(|c| !matches!(c, Component::CurDir)).collect();
    path.to_string_lossy().replace('\\', "/")
}

/// Reads a file whole, up to a limit.
pub(crate) fn read_bounded(path: &Path, limit: u64) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    fs::File::open(path)?.take(limit.saturating_add(1)).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > limit {
        return Err(std::io::Error::other(format!("larger than limits.file_bytes ({limit})")));
    }
    Ok(bytes)
}
