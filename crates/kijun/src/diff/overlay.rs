//! Rules laid over those of a project, item by item: what both have is taken from the new ones, everything else stays.
//!
//! A document is one item in one edition: where the new rules declare it, all of its provisions are theirs.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use jiff::civil::Date;
use kijun_diag::Sources;
use kijun_evidence::Day;
use kijun_syntax::ast::{self, EditionRef, Item};

use super::parts::head;
use crate::load::Written;
use crate::project::MANIFEST;

/// Rules to lay over those of a project, and the days on which the result is judged.
#[derive(Clone, Debug)]
pub(crate) struct Overlay {
    pub(crate) rules: Vec<PathBuf>,
    pub(crate) as_of: Date,
    pub(crate) today: Date,
}

impl Overlay {
    /// The project with the new rules. What is wrong with their texts is told beside what is wrong with its own.
    pub(crate) fn over(&self, mut written: Written, sources: &mut Sources) -> Written {
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

/// New rules: their trees without the one that every project knows.
pub(super) struct NewRules {
    pub(super) trees: Vec<ast::File>,
    pub(super) diagnostics: kijun_diag::Diagnostics,
}

/// Reads rule files and folders; of the folder of a project, the rules that its manifest names.
pub(super) fn read(paths: &[PathBuf], sources: &mut Sources) -> NewRules {
    let mut new = NewRules { trees: Vec::new(), diagnostics: kijun_diag::Diagnostics::default() };
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
