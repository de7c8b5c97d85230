//! The pass into this stage: syntax trees to a model. Several passes, each declaring before the next one refers.

mod clauses;
mod complaints;
mod defines;
mod documents;
mod exceptions;
mod expr;
mod literals;
mod measures;
mod names;
mod operators;
mod parameters;
mod quantified;
mod references;
mod roles;
mod scope;
mod tests;
mod vocabulary;

use kijun_diag::{Diagnostic, Diagnostics};
use kijun_syntax::ast;

use crate::{EditionId, Model};
use names::Names;

/// Resolves and types every item of every file.
///
/// Files must come in a fixed order (by name); editions, clauses and everything else keep it. The model can be looked
/// at whatever was reported, and evaluated only if no error was. [`PRELUDE`](crate::PRELUDE) must be one of the files.
#[must_use]
pub fn build(files: &[ast::File]) -> (Model, Diagnostics) {
    let mut cx = Cx { model: Model::default(), names: Names::default(), diagnostics: Diagnostics::default() };
    let editions = documents::declare(&mut cx, files);
    let items: Vec<InDocument<'_>> = flatten(files, &editions);
    vocabulary::declare(&mut cx, &items);
    roles::declare(&mut cx, &items);
    documents::link(&mut cx, &items);
    let clauses = clauses::declare(&mut cx, &items);
    defines::declare(&mut cx, &items);
    parameters::declare(&mut cx, &items);
    documents::link_provisions(&mut cx, &items);
    defines::build(&mut cx, &items);
    parameters::set(&mut cx, &items);
    clauses::build(&mut cx, &clauses);
    documents::check_levels(&mut cx, &items);
    exceptions::build(&mut cx, &items);
    measures::build(&mut cx, &items);
    tests::build(&mut cx, &items);
    cx.diagnostics.sort();
    debug_assert!(
        cx.diagnostics.has_errors() || parsed_with_errors(files) || cx.model.first_broken().is_none()
    );
    (cx.model, cx.diagnostics)
}

/// Whether an item did not parse: names that it would have declared are passed over in silence.
fn parsed_with_errors(files: &[ast::File]) -> bool {
    fn broken(item: &ast::Item) -> bool {
        match item {
            ast::Item::Broken(_) => true,
            ast::Item::Section(section) => section.items.iter().any(broken),
            ast::Item::Vocabulary(vocabulary) => {
                vocabulary.members.iter().any(|member| matches!(member, ast::VocabularyMember::Broken(_)))
            }
            _ => false,
        }
    }
    files.iter().flat_map(|file| &file.items).any(broken)
}

/// An item with the edition whose document it stands in, if any.
#[derive(Clone, Copy)]
struct InDocument<'a> {
    edition: Option<EditionId>,
    item: &'a ast::Item,
}

fn flatten<'a>(files: &'a [ast::File], editions: &[Option<EditionId>]) -> Vec<InDocument<'a>> {
    let pairs = files.iter().zip(editions);
    pairs
        .flat_map(|(file, &edition)| file.items.iter().map(move |item| InDocument { edition, item }))
        .collect()
}

/// What the passes share.
struct Cx {
    model: Model,
    names: Names,
    diagnostics: Diagnostics,
}

impl Cx {
    fn report(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }
}
