//! Rules and manifest to model and graph: everything that `kijun check` looks at.

use std::path::{Path, PathBuf};

use jiff::civil::Date;
use kijun_diag::{Diagnostic, Diagnostics, FileId, Sources, ids};
use kijun_evidence::{Manifest, Places, Plan};
use kijun_findings::InputFile;
use kijun_model::Model;
use kijun_standards::Standards;

use crate::project::{self, MANIFEST};

/// A project whose rules have been read. It is there whatever was reported; an audit needs it without errors.
#[derive(Debug)]
pub struct Loaded {
    /// The project's folder.
    pub root: PathBuf,
    /// Every file met so far.
    pub sources: Sources,
    /// The manifest, where it could be read.
    pub manifest: Option<Manifest>,
    /// What the rules say.
    pub model: Model,
    /// The graph of standards.
    pub standards: Standards,
    /// How evidence becomes subjects.
    pub plan: Plan,
    /// What is wrong with manifest, rules and documents.
    pub diagnostics: Diagnostics,
    /// The files read so far, with their digests.
    pub inputs: Vec<InputFile>,
}

impl Loaded {
    /// The day whose editions bind, and the audit date.
    #[must_use]
    pub fn days(&self) -> Option<(Date, Date)> {
        let manifest = self.manifest.as_ref()?;
        let as_of = manifest.as_of.map_or(manifest.period.start.0, |day| day.0);
        let today = manifest.today.map_or(manifest.period.end.0, |day| day.0);
        Some((as_of, today))
    }
}

/// Reads the project in a folder: manifest, rules, model, graph, plan for the evidence. No evidence is opened.
#[must_use]
pub fn load(root: &Path) -> Loaded {
    let mut sources = Sources::default();
    let mut diagnostics = Diagnostics::default();
    let mut inputs = Vec::new();
    let manifest = read_manifest(root, &mut sources, &mut diagnostics, &mut inputs);
    let rules = manifest.as_ref().map_or_else(Vec::new, |(file, manifest, places)| {
        project::read_rules(root, manifest, places, *file, &mut sources, &mut diagnostics, &mut inputs)
    });
    let (model, mut found) = build_model(&mut sources, &rules);
    let (standards, of_graph) = kijun_standards::build(&model);
    found.append(of_graph);
    let plan = match &manifest {
        Some((file, manifest, places)) => {
            let (plan, of_plan) = kijun_evidence::plan(&model, manifest, places, *file);
            found.append(of_plan);
            plan
        }
        None => Plan::default(),
    };
    let manifest = manifest.map(|(_, manifest, _)| manifest);
    diagnostics.append(found);
    let mut loaded =
        Loaded { root: root.to_path_buf(), sources, manifest, model, standards, plan, diagnostics, inputs };
    if let Some((as_of, _)) = loaded.days() {
        let stale = loaded.standards.citations(&loaded.model, as_of);
        loaded.diagnostics.append(stale);
    }
    loaded
}

fn read_manifest(
    root: &Path,
    sources: &mut Sources,
    diagnostics: &mut Diagnostics,
    inputs: &mut Vec<InputFile>,
) -> Option<(FileId, Manifest, Places)> {
    let (file, text) = project::read_text(root, MANIFEST, MANIFEST, u64::MAX, sources, diagnostics, inputs)?;
    let (manifest, places, found) = kijun_evidence::read_manifest(file, &text);
    diagnostics.append(found);
    Some((file, manifest?, places))
}

fn build_model(sources: &mut Sources, rules: &[FileId]) -> (Model, Diagnostics) {
    let mut diagnostics = Diagnostics::default();
    let (name, text) = kijun_model::PRELUDE;
    let prelude = sources.add(name, text);
    let mut trees = Vec::new();
    for &file in std::iter::once(&prelude).chain(rules) {
        let Some(text) = sources.get(file).text().cloned() else { continue };
        let (tree, found) = kijun_syntax::parse(file, &text);
        diagnostics.append(found);
        trees.push(tree);
    }
    let (model, found) = kijun_model::build(&trees);
    diagnostics.append(found);
    if rules.iter().all(|&file| sources.get(file).text().is_none()) || model.statements.is_empty() {
        diagnostics.push(Diagnostic::nowhere(ids::NO_STATEMENTS));
    }
    (model, diagnostics)
}
