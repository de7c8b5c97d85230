//! Expressions as they were written: for lints that look at spelling, and for edits.

use kijun_diag::{Diagnostic, Edit, Safety, Span};
use kijun_syntax::ast::{
    Clause, ClauseMember, ClauseMemberKind, Constraint, Expr, Item, Measure, MessagePart, Statement, Test,
};

use crate::Cx;

/// What stands in the project's own files, and what holds it.
#[derive(Default)]
struct Found<'a> {
    statements: Vec<(&'a ClauseMember, &'a Statement)>,
    roots: Vec<&'a Expr>,
}

/// Every statement, with the member of a clause that it is.
pub(crate) fn statements<'a>(cx: &Cx<'a>) -> Vec<(&'a ClauseMember, &'a Statement)> {
    look(cx).statements
}

/// Every expression, whole: nothing inside of another.
pub(crate) fn roots<'a>(cx: &Cx<'a>) -> Vec<&'a Expr> {
    look(cx).roots
}

/// Every expression, and every expression inside of one.
pub(crate) fn exprs<'a>(cx: &Cx<'a>) -> Vec<&'a Expr> {
    let mut open = roots(cx);
    let mut all = Vec::new();
    while let Some(expr) = open.pop() {
        all.push(expr);
        open.extend(expr.children());
    }
    all
}

/// One piece of text in the place of another.
pub(crate) fn edit(span: Span, text: impl Into<String>) -> Edit {
    Edit { span, text: text.into() }
}

/// Text that can stand where any expression stood: in brackets, unless it is a single word, number or quantity.
pub(crate) fn alone(text: &str) -> String {
    let is_word = |word: &str| word.chars().all(|c| c.is_alphanumeric() || "_.%$".contains(c));
    let is_quantity = |words: &[&str]| words.len() == 2 && words[0].starts_with(|c: char| c.is_ascii_digit());
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_one = words.len() == 1 || is_quantity(&words);
    if is_one && words.iter().all(|word| is_word(word)) { text.to_owned() } else { format!("({text})") }
}

/// A hit with the edits that answer it, unless a comment would go with what they replace.
pub(crate) fn fixed(cx: &Cx<'_>, hit: Diagnostic, safety: Safety, edits: Vec<Edit>) -> Diagnostic {
    let holds = |edit: &Edit, comment: Span| {
        comment.file == edit.span.file && edit.span.start <= comment.start && comment.end <= edit.span.end
    };
    let mut comments = cx.trees.iter().flat_map(|tree| &tree.comments);
    match comments.any(|comment| edits.iter().any(|edit| holds(edit, comment.span))) {
        true => hit,
        false => hit.fixed_by(safety, edits),
    }
}

/// What lies between two offsets of a span's file.
pub(crate) fn between(span: Span, start: u32, end: u32) -> Span {
    Span { start, end, ..span }
}

fn look<'a>(cx: &Cx<'a>) -> Found<'a> {
    let mut found = Found::default();
    cx.trees.iter().for_each(|tree| found.items(&tree.items));
    found
}

impl<'a> Found<'a> {
    fn items(&mut self, items: &'a [Item]) {
        for item in items {
            match item {
                Item::Clause(Clause { members, .. }) => self.members(members),
                Item::Section(section) => {
                    self.members(&section.defaults);
                    self.items(&section.items);
                }
                Item::Define(define) => self.roots.push(&define.body),
                Item::Parameter(parameter) => {
                    parameter.constraints.iter().for_each(|constraint| self.constraint(constraint));
                }
                Item::Set(set) => self.roots.push(&set.value),
                Item::Exception(exception) => {
                    self.roots.extend(exception.subjects.iter().flat_map(|subjects| &subjects.filter));
                }
                Item::Measure(measure) => self.measure(measure),
                Item::Test(Test { expect, .. }) => {
                    self.roots.extend(expect.iter().flat_map(|expect| &expect.because));
                }
                Item::Standard(_)
                | Item::PartOf(_)
                | Item::Vocabulary(_)
                | Item::Role(_)
                | Item::Term(_)
                | Item::Broken(_) => {}
            }
        }
    }

    fn members(&mut self, members: &'a [ClauseMember]) {
        for member in members {
            match &member.kind {
                ClauseMemberKind::For(subjects) => self.roots.extend(&subjects.filter),
                ClauseMemberKind::Grace(_, filter) => self.roots.extend(filter),
                ClauseMemberKind::Statement(statement) => {
                    self.statements.push((member, statement));
                    self.roots.push(&statement.expr);
                    self.roots.extend(&statement.when);
                    let parts = statement.messages.iter().flat_map(|(_, message)| &message.parts);
                    self.roots.extend(parts.filter_map(|part| match part {
                        MessagePart::Expr(expr) => Some(expr),
                        MessagePart::Text(_) => None,
                    }));
                }
                _ => {}
            }
        }
    }

    fn constraint(&mut self, constraint: &'a Constraint) {
        match constraint {
            Constraint::Compare(_, bound) => self.roots.push(bound),
            Constraint::In(members) => self.roots.extend(members),
        }
    }

    fn measure(&mut self, measure: &'a Measure) {
        self.roots.extend(measure.over.iter().flat_map(|over| &over.filter));
        self.roots.extend(measure.except.iter().map(|(condition, _)| condition));
        self.roots.extend(measure.takes.iter().flat_map(|take| &take.value));
        self.roots.extend(&measure.by);
    }
}
