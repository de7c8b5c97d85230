//! A run taken apart: rules, exceptions, evidence, date; and the parts of two runs put together to a project that neither was.

use std::collections::BTreeSet;

use jiff::civil::Date;
use kijun_diag::{At, FileId, Sources, Span};
use kijun_evidence::Manifest;
use kijun_findings::{Factor, Factors, InputFile, InputKind, RunRecord};
use kijun_syntax::ast::{self, EditionRef, Item, StandardMember};

use super::gone;
use crate::load::{Loaded, Written};

/// A run in its parts.
pub(super) struct Parts {
    /// What was written.
    pub(super) written: Written,
    pub(super) manifest: Manifest,
    /// The rules without exceptions.
    rest: Vec<ast::File>,
    /// Exceptions alone, each file under the document that it is part of.
    exceptions: Vec<ast::File>,
    /// The day on which the run was judged, if it was another than its manifest says.
    pub(super) as_of: Option<Date>,
    /// The files of evidence, as far as they count.
    evidence: Vec<EvidenceFile>,
}

/// A file of evidence: which source reads it, what it holds, and its path where that tells something too.
#[derive(PartialEq, Eq)]
struct EvidenceFile {
    pattern: String,
    path: Option<String>,
    blake3: String,
}

impl Parts {
    /// Of what was written for a run; `None` if that has no manifest, or is wrong.
    pub(super) fn of(written: Written, sources: &Sources, record: &RunRecord) -> Option<Parts> {
        let manifest = written.manifest.clone()?;
        let loaded = Loaded::of(sources.clone(), written.clone());
        let (as_of, today) = loaded.days()?;
        let on = |day: Date, recorded: &str| day.to_string() == recorded;
        let as_written = on(as_of, &record.as_of) && on(today, &record.today);
        let evidence = record.inputs.iter().filter_map(|file| evidence_file(&loaded, file)).collect();
        Some(Parts {
            rest: written.trees.iter().map(without_exceptions).collect(),
            exceptions: written.trees.iter().filter_map(exceptions).collect(),
            as_of: if as_written { None } else { record.today.parse().ok() },
            manifest,
            written,
            evidence,
        })
    }

    /// The factors in which two runs differ.
    pub(super) fn differ(&self, other: &Parts) -> Factors {
        let same = |factor: Factor| match factor {
            Factor::Rules => {
                printed(&self.rest) == printed(&other.rest) && self.manifest.same_rules(&other.manifest)
            }
            Factor::Exceptions => printed(&self.exceptions) == printed(&other.exceptions),
            Factor::Evidence => {
                self.evidence == other.evidence && self.manifest.same_evidence(&other.manifest)
            }
            Factor::Date => self.as_of == other.as_of && self.manifest.same_date(&other.manifest),
            Factor::Engine => true,
        };
        Factor::ALL.into_iter().filter(|factor| !same(*factor)).collect()
    }

    /// The project as it was.
    pub(super) fn whole(&self, sources: &Sources) -> Loaded {
        let mut loaded = Loaded::of(sources.clone(), self.written.clone());
        loaded.judge_documents();
        loaded
    }
}

/// Where each part of a crossed project comes from.
pub(super) struct Crossed<'a> {
    pub(super) rules: &'a Parts,
    pub(super) exceptions: &'a Parts,
    pub(super) evidence: &'a Parts,
    pub(super) date: &'a Parts,
}

impl Crossed<'_> {
    /// The project. What one part says of another that does not know it is left out: an exception to a provision that is not there, a
    /// source of a kind that is not there, a field that is not there. What was written is edited first.
    pub(super) fn project(&self, sources: &Sources, edit: &mut dyn FnMut(&mut Written)) -> Loaded {
        let mut written = self.written();
        edit(&mut written);
        loop {
            let mut loaded = Loaded::of(sources.clone(), written.clone());
            let wrong: BTreeSet<Span> = loaded.diagnostics.iter().filter_map(error_at).collect();
            if !self.leave_out(&mut written, &wrong) {
                self.forgive(&mut loaded);
                loaded.judge_documents();
                return loaded;
            }
        }
    }

    /// Leaves out what something is wrong with; whether there was anything.
    fn leave_out(&self, written: &mut Written, wrong: &BTreeSet<Span>) -> bool {
        let exceptions = written.trees.iter_mut().skip(self.rules.rest.len());
        let n_exceptions =
            exceptions.filter_map(|tree| leave_out_exceptions(tree, wrong).then_some(())).count();
        let fields = written.manifest.as_mut().is_some_and(|manifest| leave_out_fields(manifest, wrong));
        n_exceptions > 0 || fields
    }

    fn written(&self) -> Written {
        let manifests = [self.rules, self.evidence, self.date].map(|parts| &parts.manifest);
        let trees = self.rules.rest.iter().chain(&self.exceptions.exceptions).cloned();
        let of_evidence = &self.evidence.written;
        Written {
            root: of_evidence.root.clone(),
            manifest: Some(Manifest::of_parts(manifests[0], manifests[1], manifests[2])),
            trees: trees.collect(),
            previous: of_evidence.previous.clone(),
            diagnostics: kijun_diag::Diagnostics::default(),
            inputs: Vec::new(),
            spared: [self.rules, self.evidence]
                .iter()
                .flat_map(|parts| parts.written.spared.clone())
                .collect(),
        }
    }

    /// What the plan could not resolve is not read, and that is all.
    fn forgive(&self, loaded: &mut Loaded) {
        let manifest = file_of(&self.evidence.manifest);
        let all = std::mem::take(&mut loaded.diagnostics);
        let others = all.into_iter().filter(|diagnostic| match diagnostic.at {
            Some(At::Span(span)) => Some(span.file) != manifest || !diagnostic.is_error(),
            _ => true,
        });
        loaded.diagnostics = others.collect();
    }
}

/// The file that a manifest was read from.
pub(super) fn file_of(manifest: &Manifest) -> Option<FileId> {
    manifest.places.value("").map(|span| span.file)
}

/// Where an error is, in a text.
pub(super) fn error_at(diagnostic: &kijun_diag::Diagnostic) -> Option<Span> {
    match diagnostic.at {
        Some(At::Span(span)) if diagnostic.is_error() => Some(span),
        _ => None,
    }
}

/// Leaves out the exceptions that something is wrong with; whether there were any.
fn leave_out_exceptions(tree: &mut ast::File, wrong: &BTreeSet<Span>) -> bool {
    // A file that is part of nothing has nothing to say.
    if tree.items.iter().any(|item| matches!(item, Item::PartOf(of) if gone::holds(of.span, wrong))) {
        tree.items.clear();
        return true;
    }
    !gone::leave_out(&mut tree.items, wrong).is_empty()
}

/// Leaves out what a source fills a field with, where the field is not there; whether there was any.
fn leave_out_fields(manifest: &mut Manifest, wrong: &BTreeSet<Span>) -> bool {
    let places = &manifest.places;
    let is_wrong = |path: String| {
        let at = [places.exactly(&path), places.exactly(&path).and_then(|_| places.key(&path))];
        at.into_iter().flatten().any(|span| wrong.contains(&span))
    };
    let mut any = false;
    for (i, source) in manifest.evidence.iter_mut().enumerate() {
        let n_before = source.from.len() + source.constants.len();
        source.from.retain(|name, _| !is_wrong(format!("evidence.{i}.from.{name}")));
        source.constants.retain(|name, _| !is_wrong(format!("evidence.{i}.constants.{name}")));
        any |= source.from.len() + source.constants.len() < n_before;
    }
    any
}

fn evidence_file(loaded: &Loaded, file: &InputFile) -> Option<EvidenceFile> {
    let pattern = match file.kind {
        InputKind::Evidence => loaded.plan.as_ref()?.reads(&file.path).unwrap_or_default().to_owned(),
        InputKind::PreviousRun => String::new(),
        InputKind::Manifest | InputKind::Rule => return None,
    };
    let path = pattern.contains('{').then(|| file.path.clone());
    Some(EvidenceFile { pattern, path, blake3: file.blake3.clone() })
}

fn is_exception(item: &Item) -> bool {
    matches!(item, Item::Exception(_))
}

fn without_exceptions(tree: &ast::File) -> ast::File {
    let items = tree.items.iter().filter(|item| !is_exception(item)).cloned().collect();
    ast::File { file: tree.file, items, comments: Vec::new() }
}

/// The exceptions of a file, under the document that they stand in; `None` if it has none.
fn exceptions(tree: &ast::File) -> Option<ast::File> {
    let exceptions: Vec<Item> = tree.items.iter().filter(|item| is_exception(item)).cloned().collect();
    if exceptions.is_empty() {
        return None;
    }
    let head = tree.items.iter().find_map(head).map(Item::PartOf);
    let items = head.into_iter().chain(exceptions).collect();
    Some(ast::File { file: tree.file, items, comments: Vec::new() })
}

/// The document that a file is, or is part of.
pub(super) fn head(item: &Item) -> Option<EditionRef> {
    match item {
        Item::PartOf(of) => Some(of.clone()),
        Item::Standard(standard) => {
            let edition = standard.members.iter().find_map(|member| match member {
                StandardMember::Edition(date) => Some(*date),
                _ => None,
            });
            Some(EditionRef { name: standard.name.clone(), edition, span: standard.name.span })
        }
        _ => None,
    }
}

/// What trees say, item by item, wherever an item stands in its document.
fn printed(trees: &[ast::File]) -> Vec<String> {
    let of_tree = |tree: &ast::File| {
        let (file, head) = (tree.file, tree.items.iter().find_map(head).map(Item::PartOf));
        let items = tree.items.iter().filter(|item| !matches!(item, Item::PartOf(_))).cloned();
        let alone = items.map(|item| head.clone().into_iter().chain([item]).collect());
        let print = |items| kijun_syntax::print(&ast::File { file, items, comments: Vec::new() });
        alone.map(print).collect::<Vec<String>>()
    };
    let mut printed: Vec<String> = trees.iter().flat_map(of_tree).collect();
    printed.sort();
    printed
}
