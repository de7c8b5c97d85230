//! Rules and manifest to model and graph: everything that `kijun check` looks at.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::civil::Date;
use kijun_diag::{At, Diagnostic, Diagnostics, FileId, Sources, Span};
use kijun_evidence::{Manifest, Plan};
use kijun_findings::InputFile;
use kijun_model::Model;
use kijun_standards::Standards;
use kijun_syntax::ast;

use crate::complaints;
use crate::levels;
use crate::previous::Previous;
use crate::project::{Read, Texts};

/// A project whose rules have been read. It is there whatever was reported; an audit needs it without errors.
#[derive(Debug)]
pub struct Loaded {
    /// The project's folder.
    pub root: PathBuf,
    /// Every file met so far.
    pub sources: Sources,
    /// The manifest, where it could be read.
    pub manifest: Option<Manifest>,
    /// The trees of the rule files, after that of the rules that every project knows.
    pub(crate) trees: Vec<ast::File>,
    /// What the rules say.
    pub model: Model,
    /// The graph of standards.
    pub standards: Standards,
    /// How evidence becomes subjects, where there is a manifest.
    pub plan: Option<Plan>,
    /// The run before, where the manifest names one.
    pub previous: Option<Arc<Previous>>,
    /// What is wrong with manifest, rules and documents.
    pub diagnostics: Diagnostics,
    /// Of that, what is wrong with documents on the project's own day, and may not be on another.
    pub(crate) of_day: Diagnostics,
    /// The files read so far, with their digests.
    pub inputs: Vec<InputFile>,
}

impl Loaded {
    /// Everything that follows from what was read.
    pub(crate) fn of(sources: Sources, written: Written) -> Loaded {
        let Written { root, manifest, trees, previous, mut diagnostics, inputs, spared } = written;
        let (model, mut found) = kijun_model::build(&trees);
        // Where something is wrong already, that there is no statement may be but what follows from it.
        let sound = manifest.is_some() && !diagnostics.has_errors() && !found.has_errors();
        if sound && model.statements.is_empty() {
            found.push(complaints::no_statements());
        }
        let (standards, of_graph) = kijun_standards::build(&model);
        found.append(of_graph);
        if let Some(manifest) = manifest.as_ref().filter(|_| sound) {
            found.extend(levels::unknown_tiers(manifest, &standards));
        }
        let plan = manifest.as_ref().map(|manifest| {
            let (plan, of_plan) = kijun_evidence::plan(&model, manifest);
            // Without the rules that declare them, every kind of the manifest would be unknown.
            if sound || trees.len() > 1 {
                found.extend(of_plan.into_iter().filter(|diagnostic| !is_spared(diagnostic, &spared)));
            }
            plan
        });
        diagnostics.append(found);
        let of_day = Diagnostics::default();
        Loaded {
            root,
            sources,
            manifest,
            trees,
            model,
            standards,
            plan,
            previous,
            diagnostics,
            of_day,
            inputs,
        }
    }

    /// The day whose editions bind, and the audit date.
    #[must_use]
    pub fn days(&self) -> Option<(Date, Date)> {
        let manifest = self.manifest.as_ref()?;
        let as_of = manifest.as_of.map_or(manifest.period.start.0, |day| day.0);
        let today = manifest.today.map_or(manifest.period.end.0, |day| day.0);
        Some((as_of, today))
    }

    /// What is wrong with the documents on the day whose editions bind.
    pub(crate) fn judge_documents(&mut self) {
        let (Some((as_of, today)), Some(manifest)) = (self.days(), &self.manifest) else { return };
        let stale = self.standards.citations(&self.model, as_of);
        let bound = manifest.standards.as_deref();
        // Of rules with errors, what binds would only be those errors again.
        let of_effective = if self.diagnostics.has_errors() {
            Diagnostics::default()
        } else {
            self.standards.effective(&self.model, as_of, today, bound).1
        };
        self.of_day = stale;
        self.of_day.append(of_effective);
        self.diagnostics.append(self.of_day.clone());
    }

    /// What is wrong with manifest, rules and documents, whatever the day.
    pub(crate) fn of_no_day(&self) -> Diagnostics {
        let of_day: Vec<&Diagnostic> = self.of_day.iter().collect();
        self.diagnostics.iter().filter(|diagnostic| !of_day.contains(diagnostic)).cloned().collect()
    }
}

/// What people wrote, before anything is made of it.
#[derive(Clone, Debug)]
pub(crate) struct Written {
    /// The folder that evidence is read from.
    pub(crate) root: PathBuf,
    /// The manifest, where it could be read.
    pub(crate) manifest: Option<Manifest>,
    /// The rule files, after the one that every project knows.
    pub(crate) trees: Vec<ast::File>,
    /// The run before, where the manifest names one.
    pub(crate) previous: Option<Arc<Previous>>,
    /// What is wrong with the texts by themselves.
    pub(crate) diagnostics: Diagnostics,
    /// The files read, with their digests.
    pub(crate) inputs: Vec<InputFile>,
    /// Entries of the manifest that may name what the rules do not have.
    pub(crate) spared: BTreeSet<Span>,
}

fn is_spared(diagnostic: &Diagnostic, spared: &BTreeSet<Span>) -> bool {
    matches!(diagnostic.at, Some(At::Span(span)) if spared.contains(&span))
}

impl Written {
    /// Reads the project in a folder.
    pub(crate) fn of_project(root: &Path, sources: &mut Sources) -> Written {
        Written::of_project_with(root, &Texts::new(), sources)
    }

    /// The same, with some texts in the place of those on disk.
    fn of_project_with(root: &Path, texts: &Texts, sources: &mut Sources) -> Written {
        let (mut diagnostics, mut inputs) = (Diagnostics::default(), Vec::new());
        let mut read = Read { root, texts, sources, diagnostics: &mut diagnostics, inputs: &mut inputs };
        let (manifest, rules) = read_manifest(&mut read);
        let previous = manifest.as_ref().and_then(|manifest| read.previous(manifest)).map(Arc::new);
        let trees = parse(sources, &rules, &mut diagnostics);
        let spared = BTreeSet::new();
        Written { root: root.to_path_buf(), manifest, trees, previous, diagnostics, inputs, spared }
    }

    /// Reads rule files and folders.
    pub(crate) fn of_rules(paths: &[PathBuf], sources: &mut Sources) -> Written {
        Written::of_some(paths, &Texts::new(), sources, |_, rules| rules)
    }

    /// Of the files found there, reads some.
    fn of_some(
        paths: &[PathBuf],
        texts: &Texts,
        sources: &mut Sources,
        which: impl Fn(&Sources, Vec<FileId>) -> Vec<FileId>,
    ) -> Written {
        let root = Path::new("");
        let (mut diagnostics, mut inputs) = (Diagnostics::default(), Vec::new());
        let mut read = Read { root, texts, sources, diagnostics: &mut diagnostics, inputs: &mut inputs };
        let rules = read.paths(paths);
        let rules = which(sources, rules);
        let trees = parse(sources, &rules, &mut diagnostics);
        let spared = BTreeSet::new();
        let (root, manifest, previous) = (root.to_path_buf(), None, None);
        Written { root, manifest, trees, previous, diagnostics, inputs, spared }
    }
}

/// Reads the project in a folder: manifest, rules, model, graph, plan for the evidence. No evidence is opened.
#[must_use]
pub fn load(root: &Path) -> Loaded {
    load_with(root, &Texts::new())
}

/// The same, with some texts in the place of those on disk.
pub(crate) fn load_with(root: &Path, texts: &Texts) -> Loaded {
    let mut sources = Sources::default();
    let written = Written::of_project_with(root, texts, &mut sources);
    let mut loaded = Loaded::of(sources, written);
    loaded.judge_documents();
    loaded
}

/// Reads rule files and folders by themselves, as an author does who has no project.
#[must_use]
pub fn load_rules(paths: &[PathBuf]) -> Loaded {
    load_rules_with(paths, &Texts::new())
}

/// The same, with some texts in the place of those on disk.
pub(crate) fn load_rules_with(paths: &[PathBuf], texts: &Texts) -> Loaded {
    let mut sources = Sources::default();
    let written = Written::of_some(paths, texts, &mut sources, |_, rules| rules);
    Loaded::of(sources, written)
}

/// The same of two folders that may each bring what both need: a file that is there twice, byte for byte, is read once.
#[must_use]
pub fn load_both(paths: &[PathBuf]) -> Loaded {
    let once = |sources: &Sources, rules: Vec<FileId>| {
        let mut seen = BTreeSet::new();
        let is_first = |file: &FileId| sources.get(*file).text().is_none_or(|text| seen.insert(text.clone()));
        rules.into_iter().filter(is_first).collect()
    };
    let mut sources = Sources::default();
    let written = Written::of_some(paths, &Texts::new(), &mut sources, once);
    Loaded::of(sources, written)
}

/// The manifest and the rules it names. A manifest with errors names them too, so that theirs are told beside its own.
pub(crate) fn read_manifest(read: &mut Read<'_>) -> (Option<Manifest>, Vec<FileId>) {
    let Some(file) = read.manifest() else { return (None, Vec::new()) };
    let Some(text) = read.sources.get(file).text().cloned() else { return (None, Vec::new()) };
    let (manifest, found) = kijun_evidence::read_manifest(file, &text);
    read.diagnostics.append(found);
    let named = || kijun_evidence::rules_named(file, &text).into_iter().map(PathBuf::from);
    let rules = match &manifest {
        Some(manifest) => read.rules(manifest),
        None => read.paths(&named().collect::<Vec<_>>()),
    };
    (manifest, rules)
}

/// The trees of rule files, after that of the rules that every project knows.
fn parse(sources: &mut Sources, rules: &[FileId], diagnostics: &mut Diagnostics) -> Vec<ast::File> {
    let (name, text) = kijun_model::PRELUDE;
    let prelude = sources.add(name, text);
    let mut trees = Vec::new();
    for &file in std::iter::once(&prelude).chain(rules) {
        let Some(text) = sources.get(file).text().cloned() else { continue };
        let (tree, found) = kijun_syntax::parse(file, &text);
        diagnostics.append(found);
        if tree.items.is_empty() {
            diagnostics.push(complaints::empty_rules(sources.get(file).name(), file));
        }
        trees.push(tree);
    }
    trees
}
