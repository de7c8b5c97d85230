//! Provisions as they were written, each beside what it came to mean.

use std::collections::BTreeMap;

use kijun_diag::Span;
use kijun_model::{Clause, Statement};
use kijun_syntax::ast::{self, ClauseMemberKind, Item};

use crate::Cx;

/// A clause as it was written.
pub(crate) struct Provision<'a> {
    pub(crate) ast: &'a ast::Clause,
    pub(crate) model: &'a Clause,
}

/// Every clause of the project's own rules, file by file as they stand there.
pub(crate) fn provisions<'a>(cx: &Cx<'a>) -> Vec<Provision<'a>> {
    let by_span: BTreeMap<Span, &Clause> = cx.model.clauses.iter().map(|c| (c.span, c)).collect();
    let clauses = cx.trees.iter().flat_map(|tree| clauses(&tree.items));
    clauses.filter_map(|ast| Some(Provision { ast, model: *by_span.get(&ast.number.span)? })).collect()
}

fn clauses<'a>(items: &'a [Item]) -> Vec<&'a ast::Clause> {
    let of_item = |item: &'a Item| match item {
        Item::Clause(clause) => vec![clause],
        Item::Section(section) => clauses(&section.items),
        _ => Vec::new(),
    };
    items.iter().flat_map(of_item).collect()
}

impl<'a> Provision<'a> {
    /// Its texts, each with the tag of its language.
    pub(crate) fn texts(&self) -> impl Iterator<Item = (Option<&'a str>, &'a ast::Text)> {
        self.ast.members.iter().filter_map(|member| match &member.kind {
            ClauseMemberKind::Text(lang, text) => Some((lang.as_ref().map(|l| l.name.as_str()), text)),
            _ => None,
        })
    }

    /// Its statements that are written as expressions, as they were written and as they are meant.
    pub(crate) fn statements(&self, cx: &Cx<'a>) -> Vec<(&'a ast::Statement, &'a Statement)> {
        let written = self.ast.members.iter().filter_map(|member| match &member.kind {
            ClauseMemberKind::Statement(statement) => Some(Some(statement)),
            ClauseMemberKind::Attest(_) => Some(None),
            _ => None,
        });
        let meant = self.model.statements.iter().map(|&id| cx.model.statement(id));
        written.zip(meant).filter_map(|(written, meant)| Some((written?, meant))).collect()
    }
}

/// What a message says, with a mark for each value that it shows.
pub(crate) fn words(message: &ast::Message) -> String {
    let part = |part: &ast::MessagePart| match part {
        ast::MessagePart::Text(text) => text.clone(),
        ast::MessagePart::Expr(_) => VALUE.to_string(),
    };
    message.parts.iter().map(part).collect()
}

/// Stands for a value in the words of a message.
pub(crate) const VALUE: char = '\u{fffc}';

/// The numbers of clauses that follow one another in a file, of one document.
pub(crate) fn neighbours<'a>(cx: &Cx<'a>) -> Vec<(&'a ast::Number, &'a ast::Number)> {
    let provisions = provisions(cx);
    let is_of_one = |pair: &&[Provision<'a>]| {
        let (one, other) = (&pair[0], &pair[1]);
        one.model.edition == other.model.edition && one.ast.number.span.file == other.ast.number.span.file
    };
    let pairs = provisions.windows(2).filter(is_of_one);
    pairs.map(|pair| (&pair[0].ast.number, &pair[1].ast.number)).collect()
}

/// Every section of the project's own rules, the outer ones first.
pub(crate) fn sections<'a>(cx: &Cx<'a>) -> Vec<&'a ast::Section> {
    let mut found = Vec::new();
    cx.trees.iter().for_each(|tree| sections_in(&tree.items, &mut found));
    found
}

fn sections_in<'a>(items: &'a [Item], found: &mut Vec<&'a ast::Section>) {
    for item in items {
        if let Item::Section(section) = item {
            found.push(section);
            sections_in(&section.items, found);
        }
    }
}
