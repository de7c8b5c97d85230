//! What an allowance can speak of: items, and what has a line of its own inside them.

use kijun_diag::Span;
use kijun_syntax::ast::{ClauseMember, FieldDecl, File, Item, Vocabulary, VocabularyMember};

/// The spans of all of them, in no order.
pub(super) fn nodes(tree: &File) -> Vec<Span> {
    let mut nodes = Vec::new();
    items(&tree.items, &mut nodes);
    nodes
}

fn items(items_of: &[Item], nodes: &mut Vec<Span>) {
    for item in items_of {
        match item {
            Item::Standard(standard) => nodes.push(standard.span),
            Item::PartOf(edition) => nodes.push(edition.span),
            Item::Clause(clause) => {
                nodes.push(clause.span);
                members(&clause.members, nodes);
            }
            Item::Section(section) => {
                nodes.push(section.span);
                members(&section.defaults, nodes);
                items(&section.items, nodes);
            }
            Item::Vocabulary(vocabulary) => of_vocabulary(vocabulary, nodes),
            Item::Role(role) => nodes.push(role.span),
            Item::Define(define) => nodes.push(define.span),
            Item::Term(term) => nodes.push(term.span),
            Item::Parameter(parameter) => nodes.push(parameter.span),
            Item::Set(set) => nodes.push(set.span),
            Item::Exception(exception) => nodes.push(exception.span),
            Item::Measure(measure) => nodes.push(measure.span),
            Item::Test(test) => {
                nodes.push(test.span);
                nodes.extend(test.given.iter().map(|given| given.span));
                nodes.extend(test.expect.iter().map(|expect| expect.span));
            }
            Item::Broken(broken) => nodes.push(broken.span),
        }
    }
}

fn members(members: &[ClauseMember], nodes: &mut Vec<Span>) {
    nodes.extend(members.iter().map(|member| member.span));
}

fn of_vocabulary(vocabulary: &Vocabulary, nodes: &mut Vec<Span>) {
    nodes.push(vocabulary.span);
    for member in &vocabulary.members {
        match member {
            VocabularyMember::Enum(declared) => nodes.push(declared.span),
            VocabularyMember::Record(declared) => {
                nodes.push(declared.span);
                fields(&declared.fields, nodes);
            }
            VocabularyMember::Kind(declared) => {
                nodes.push(declared.span);
                fields(&declared.fields, nodes);
            }
            VocabularyMember::Broken(broken) => nodes.push(broken.span),
        }
    }
}

fn fields(fields: &[FieldDecl], nodes: &mut Vec<Span>) {
    nodes.extend(fields.iter().map(|field| field.span));
}
