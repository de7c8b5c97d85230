//! The texts of rule files, for what works on them one by one.

use std::path::{Path, PathBuf};

use kijun_diag::{Diagnostics, FileId, Sources};

use crate::load::read_manifest;
use crate::project::{Read, Texts};

/// Rule files that were read, each with its path.
#[derive(Debug, Default)]
pub struct RuleTexts {
    /// Every file that was read.
    pub sources: Sources,
    /// The rule files among them.
    pub files: Vec<(FileId, PathBuf)>,
    /// What could not be read.
    pub diagnostics: Diagnostics,
}

/// The rule files that a project's manifest names.
#[must_use]
pub fn project_texts(root: &Path) -> RuleTexts {
    texts(root, |read| read_manifest(read).1)
}

/// The rule files at some paths, and below those that are folders.
#[must_use]
pub fn texts_at(paths: &[PathBuf]) -> RuleTexts {
    texts(Path::new(""), |read| read.paths(paths))
}

fn texts(root: &Path, read: impl FnOnce(&mut Read<'_>) -> Vec<FileId>) -> RuleTexts {
    let mut texts = RuleTexts::default();
    let mut inputs = Vec::new();
    let RuleTexts { sources, diagnostics, .. } = &mut texts;
    let files = read(&mut Read { root, texts: &Texts::new(), sources, diagnostics, inputs: &mut inputs });
    texts.files = files.into_iter().map(|file| (file, root.join(texts.sources.get(file).name()))).collect();
    texts
}
