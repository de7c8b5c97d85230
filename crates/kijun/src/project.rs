//! A project on disk: where its manifest is, and the rule files it names.

use std::fs;
use std::io::Read as _;
use std::path::{Component, Path, PathBuf};

use kijun_diag::{Diagnostic, Diagnostics, FileId, Sources, Span, ids};
use kijun_evidence::Manifest;

/// The name of a manifest.
pub const MANIFEST: &str = "kijun.yaml";

/// The nearest folder at or above `start` that has a manifest.
#[must_use]
pub fn find_root(start: &Path) -> Option<PathBuf> {
    start.ancestors().find(|folder| folder.join(MANIFEST).is_file()).map(Path::to_path_buf)
}

/// A rule file that was read.
pub(crate) struct RuleFile {
    pub(crate) file: FileId,
    pub(crate) bytes: u64,
    pub(crate) digest: String,
}

/// Reads every rule file that the manifest names, folders whole, sorted by the name shown. Each file is read once.
pub(crate) fn read_rules(
    root: &Path,
    manifest: &Manifest,
    spans: &[Span],
    manifest_file: FileId,
    sources: &mut Sources,
    diagnostics: &mut Diagnostics,
) -> Vec<RuleFile> {
    let whole = Span { file: manifest_file, start: 0, end: 0 };
    let mut found: Vec<(String, PathBuf, Span)> = Vec::new();
    for (i, entry) in manifest.rules.iter().enumerate() {
        let span = spans.get(i).copied().unwrap_or(whole);
        let n_before = found.len();
        collect(&root.join(entry), entry, span, &mut found, 0);
        if found.len() == n_before {
            diagnostics.push(Diagnostic::new(ids::NO_RULES, span).with("path", entry.as_str()));
        }
    }
    found.sort();
    found.dedup_by(|a, b| a.0 == b.0);
    let limit = manifest.limits.file_bytes;
    found.into_iter().filter_map(|(name, path, span)| read_rule(name, &path, span, limit, sources, diagnostics)).collect()
}

/// Folders inside folders of rules; a link that leads in a circle ends here.
const DEEPEST_FOLDER: u32 = 32;

fn collect(path: &Path, name: &str, span: Span, found: &mut Vec<(String, PathBuf, Span)>, depth: u32) {
    let name = tidy(name);
    if path.is_dir() && depth < DEEPEST_FOLDER {
        let entries = fs::read_dir(path).into_iter().flatten().flatten();
        for entry in entries {
            let inner = entry.file_name().to_string_lossy().into_owned();
            let is_rule = inner.ends_with(".kijun");
            if !inner.starts_with('.') && (is_rule || entry.path().is_dir()) {
                collect(&entry.path(), &format!("{name}/{inner}"), span, found, depth + 1);
            }
        }
    } else if path.is_file() {
        found.push((name, path.to_path_buf(), span));
    }
}

/// A path as it is shown: forward slashes, no `.`.
fn tidy(name: &str) -> String {
    let parts = Path::new(name).components().filter(|c| !matches!(c, Component::CurDir));
    parts.map(|c| c.as_os_str().to_string_lossy().into_owned()).collect::<Vec<_>>().join("/")
}

fn read_rule(
    name: String,
    path: &Path,
    span: Span,
    limit: u64,
    sources: &mut Sources,
    diagnostics: &mut Diagnostics,
) -> Option<RuleFile> {
    let bytes = match read_bounded(path, limit) {
        Ok(bytes) => bytes,
        Err(error) => {
            let why = error.to_string();
            diagnostics.push(Diagnostic::new(ids::UNREADABLE_RULES, span).with("path", name).with("why", why));
            return None;
        }
    };
    let digest = blake3::hash(&bytes).to_hex().to_string();
    let n_bytes = bytes.len() as u64;
    match kijun_evidence::decode(&bytes) {
        Ok(text) => {
            let file = sources.add(name, text);
            Some(RuleFile { file, bytes: n_bytes, digest })
        }
        Err(encoding) => {
            let file = sources.add_name(name);
            diagnostics.push(encoding.diagnostic(file));
            None
        }
    }
}

/// Reads a file whole, up to a limit.
pub(crate) fn read_bounded(path: &Path, limit: u64) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    fs::File::open(path)?.take(limit.saturating_add(1)).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > limit {
        return Err(std::io::Error::other(format!("larger than limits.file_bytes ({limit} bytes)")));
    }
    Ok(bytes)
}
