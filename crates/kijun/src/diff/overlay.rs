//! Rules laid over those of a project, item by item: what both have is taken from the new ones, everything else stays.
//!
//! A document is one item in one edition: where the new rules declare it, all of its provisions are theirs.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use jiff::civil::Date;
use kijun_diag::{Diagnostics, FileId, Sources, Span};
use kijun_evidence::Day;
use kijun_syntax::ast::{self, EditionRef, Item};

use super::gone::{self, Left};
use super::parts::{error_at, file_of, head};
use crate::complaints;
use crate::load::{Loaded, Written};
use crate::project::MANIFEST;

/// Rules to lay over those of a project, and the days on which the result is judged.
#[derive(Clone, Debug)]
pub(crate) struct Overlay {
    pub(crate) rules: Vec<PathBuf>,
    pub(crate) as_of: Date,
    pub(crate) today: Date,
}

impl Overlay {
    /// The project with the new rules, without what cannot stand beside them. What is wrong with their texts is told beside what is
    /// wrong with its own.
    pub(crate) fn over(&self, written: Written, sources: &mut Sources) -> Laid {
        let own = files(&written);
        let mut laid = Laid { written: self.laid(written, sources), left_out: Diagnostics::default() };
        laid.leave_out(&own, sources);
        laid
    }

    fn laid(&self, mut written: Written, sources: &mut Sources) -> Written {
        let new = read(&self.rules, sources);
        let names = Names::of(&new.trees);
        let prelude = 1;
        let kept = written
            .trees
            .iter()
            .enumerate()
            .filter_map(|(i, tree)| if i < prelude { Some(tree.clone()) } else { names.without(tree) });
        written.trees = kept.chain(new.trees.iter().cloned()).collect();
        written.diagnostics.append(new.diagnostics);
        if let Some(manifest) = &mut written.manifest {
            manifest.as_of = Some(Day(self.as_of));
            manifest.today = Some(Day(self.today));
            if let Some(bound) = &mut manifest.standards {
                bound.extend(names.documents.iter().map(|(name, _)| name.clone()));
            }
        }
        written
    }
}

/// A project with new rules.
pub(crate) struct Laid {
    pub(crate) written: Written,
    /// What is told of what is left out.
    pub(crate) left_out: Diagnostics,
}

impl Laid {
    /// Leaves out of a project's own files what cannot stand beside the new rules, until nothing more can be. What is wrong with the new
    /// rules themselves is left to be told.
    fn leave_out(&mut self, own: &BTreeSet<FileId>, sources: &Sources) {
        let mut all = Vec::new();
        while let Some(wrong) = wrong_in(own, &Loaded::of(sources.clone(), self.written.clone())) {
            let left = self.left_out_once(own, &wrong);
            if left.is_empty() {
                break;
            }
            all.extend(left);
        }
        // Of an exception that went as a whole, its references went with it.
        let is_inside = |left: &&Left| all.iter().any(|other| other.all != left.all && around(other, left));
        let told = all.iter().filter(|left| !is_inside(left));
        self.left_out.extend(told.map(|left| complaints::left_out(sources.slice(left.name), left.name)));
        self.left_out.sort();
    }

    fn left_out_once(&mut self, own: &BTreeSet<FileId>, wrong: &BTreeSet<Span>) -> Vec<Left> {
        let trees = self.written.trees.iter_mut().filter(|tree| own.contains(&tree.file));
        let mut left: Vec<Left> = trees.flat_map(|tree| gone::leave_out(&mut tree.items, wrong)).collect();
        let entries: Vec<Left> =
            self.written.manifest.iter().flat_map(|manifest| gone::entries(manifest, wrong)).collect();
        self.written.spared.extend(entries.iter().map(|entry| entry.all));
        left.extend(entries);
        left
    }
}

fn around(outer: &Left, inner: &Left) -> bool {
    gone::holds(outer.all, &BTreeSet::from([inner.all]))
}

/// The files of a project's rules and its manifest.
fn files(written: &Written) -> BTreeSet<FileId> {
    let manifest = written.manifest.as_ref().and_then(file_of);
    written.trees.iter().map(|tree| tree.file).chain(manifest).collect()
}

/// Where something is wrong in some files; `None` if nothing is, or something is wrong elsewhere.
fn wrong_in(files: &BTreeSet<FileId>, loaded: &Loaded) -> Option<BTreeSet<Span>> {
    let errors = loaded.diagnostics.iter().filter(|diagnostic| diagnostic.is_error());
    let spans = errors.map(|error| error_at(error).filter(|span| files.contains(&span.file)));
    spans.collect::<Option<BTreeSet<Span>>>().filter(|spans| !spans.is_empty())
}

/// New rules: their trees without the one that every project knows.
pub(super) struct NewRules {
    pub(super) trees: Vec<ast::File>,
    pub(super) diagnostics: Diagnostics,
}

/// Reads rule files and folders; of the folder of a project, the rules that its manifest names.
pub(super) fn read(paths: &[PathBuf], sources: &mut Sources) -> NewRules {
    let mut new = NewRules { trees: Vec::new(), diagnostics: Diagnostics::default() };
    for path in paths {
        let written = if is_project(path) {
            Written::of_project(path, sources)
        } else {
            Written::of_rules(std::slice::from_ref(path), sources)
        };
        new.trees.extend(written.trees.into_iter().skip(1));
        new.diagnostics.append(written.diagnostics);
    }
    new
}

fn is_project(path: &Path) -> bool {
    path.join(MANIFEST).is_file()
}

/// A document in one edition: its name, and its date as written.
type Document = (String, Option<(i16, i8, i8)>);

/// What new rules declare.
pub(super) struct Names {
    /// The documents whose heads are there.
    documents: BTreeSet<Document>,
    /// Everything else, by sort, document where it belongs to one, and name.
    items: BTreeSet<(&'static str, Option<Document>, String)>,
}

impl Names {
    pub(super) fn of(trees: &[ast::File]) -> Names {
        let mut names = Names { documents: BTreeSet::new(), items: BTreeSet::new() };
        for tree in trees {
            let document = document(tree);
            let declares = tree.items.iter().any(|item| matches!(item, Item::Standard(_)));
            names.documents.extend(document.clone().filter(|_| declares));
            names.add(&tree.items, document.as_ref());
        }
        names
    }

    /// Whether an edition of a document is among them.
    pub(super) fn has(&self, name: &str, edition: Date) -> bool {
        let date = (edition.year(), edition.month(), edition.day());
        self.documents.contains(&(name.to_owned(), Some(date)))
    }

    /// The documents as they are cited: `name@edition`.
    pub(super) fn cited(&self) -> impl Iterator<Item = String> + '_ {
        self.documents.iter().map(|(name, date)| match date {
            Some((year, month, day)) => format!("{name}@{year:04}-{month:02}-{day:02}"),
            None => name.clone(),
        })
    }

    fn add(&mut self, items: &[Item], document: Option<&Document>) {
        for item in items {
            self.items.extend(name(item, document));
            if let Item::Section(section) = item {
                self.add(&section.items, document);
            }
        }
    }

    /// A file without what the new rules have; `None` if nothing of it is left.
    fn without(&self, tree: &ast::File) -> Option<ast::File> {
        let head = tree.items.iter().find_map(head);
        let document = document(tree);
        let is_replaced = document.as_ref().is_some_and(|document| self.documents.contains(document));
        let items = self.left(&tree.items, document.as_ref(), is_replaced);
        // What is left of a document's file still belongs to that document.
        let part = head.filter(|_| is_replaced).map(Item::PartOf);
        let is_empty = items.is_empty();
        let items = part.into_iter().chain(items).collect();
        (!is_empty).then(|| ast::File { file: tree.file, items, comments: Vec::new() })
    }

    fn left(&self, items: &[Item], document: Option<&Document>, is_replaced: bool) -> Vec<Item> {
        let stays = |item: &&Item| {
            let named = name(item, document).is_some_and(|name| self.items.contains(&name));
            !(named || is_replaced && is_of_document(item))
        };
        let left = items.iter().filter(stays).map(|item| match item {
            Item::Section(section) => {
                let mut section = section.clone();
                section.items = self.left(&section.items, document, is_replaced);
                Item::Section(section)
            }
            other => other.clone(),
        });
        left.collect()
    }
}

/// Whether a document is made of it, so that it goes with the document.
fn is_of_document(item: &Item) -> bool {
    matches!(
        item,
        Item::Standard(_)
            | Item::PartOf(_)
            | Item::Clause(_)
            | Item::Section(_)
            | Item::Parameter(_)
            | Item::Set(_)
            | Item::Term(_)
    )
}

/// The sort of an item, the document that it belongs to where its name is one in a document, and its name.
fn name(item: &Item, document: Option<&Document>) -> Option<(&'static str, Option<Document>, String)> {
    let own = document.cloned();
    Some(match item {
        Item::Clause(clause) => ("clause", own, clause.number.text.clone()),
        Item::Section(section) => ("section", own, section.number.text.clone()),
        Item::Parameter(parameter) => ("parameter", own, parameter.name.name.clone()),
        Item::Set(set) => ("set", own, format!("{} {}", set.standard.name.name, set.name.name)),
        Item::Term(term) => ("term", own, term.words.value.clone()),
        Item::Vocabulary(vocabulary) => ("vocabulary", None, vocabulary.name.name.clone()),
        Item::Role(role) => ("role", None, role.name.name.clone()),
        Item::Define(define) => ("define", None, define.name.name.clone()),
        Item::Exception(exception) => ("exception", None, exception.id.text.clone()),
        Item::Measure(measure) => ("measure", None, measure.name.name.clone()),
        Item::Standard(_) | Item::PartOf(_) | Item::Test(_) | Item::Broken(_) => return None,
    })
}

/// The document that a file is, or is part of.
fn document(tree: &ast::File) -> Option<Document> {
    let EditionRef { name, edition, .. } = tree.items.iter().find_map(head)?;
    Some((name.name, edition.map(|date| (date.year, date.month, date.day))))
}
