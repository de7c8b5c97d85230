//! A case as evidence: YAML that can be pasted into a file, with what was chosen freely marked.

mod around;
mod spell;
mod tree;

use std::fmt::Write as _;

use kijun_diag::Catalogue;
use kijun_model::{KindId, Model, Subject};

use crate::{Case, Mark};
use around::Around;
use spell::name;
use tree::{Node, Tree};

/// A case as YAML, under the names and in the spelling that evidence uses.
///
/// A single subject is a map of its fields; where it takes several, each stands in a list below the name of its kind, the
/// case's own first. The kind, the days where the case depends on them, and kinds of which there is no subject are comments; so is
/// what may be chosen freely.
#[must_use]
pub fn yaml(model: &Model, case: &Case, catalogue: &Catalogue) -> String {
    let mut out = head(model, case, catalogue);
    let mut lines = Lines { out: &mut out, catalogue };
    match case.others.is_empty() {
        true => lines.node(&subject(model, case, 0, &case.subject), 0),
        false => lines.node(&population(model, case), 0),
    }
    out
}

/// What no field says: the kind, the days, what is not there.
fn head(model: &Model, case: &Case, catalogue: &Catalogue) -> String {
    let mut out = String::new();
    let mut comment = |key: &str, args: &[(&'static str, kijun_diag::Arg)]| {
        _ = writeln!(out, "# {}", catalogue.text(key, args));
    };
    if case.others.is_empty() {
        comment("case-kind", &[("kind", model.kind(case.subject.kind).name.to_string().into())]);
    }
    let around = Around::of(model, case.outcomes.iter().map(|&(statement, _)| statement));
    if around.today {
        comment("case-today", &[("day", case.today.to_string().into())]);
    }
    if around.period {
        let (start, end) = case.period;
        comment("case-period", &[("start", start.to_string().into()), ("end", end.to_string().into())]);
    }
    let all = || std::iter::once(&case.subject).chain(&case.others);
    for kind in around.kinds.into_iter().filter(|&kind| !all().any(|s| model.is_a(s.kind, kind))) {
        comment("case-none", &[("kind", model.kind(kind).name.to_string().into())]);
    }
    out
}

/// One subject as a map.
fn subject(model: &Model, case: &Case, number: usize, subject: &Subject) -> Node {
    let marks: Vec<&Mark> = case.marks.iter().filter(|mark| mark.subject == number).collect();
    let absent = case.absent.iter().filter(|(of, _)| *of == number).map(|(_, path)| &path[..]);
    tree::subject(model, &marks, &absent.collect::<Vec<_>>(), subject)
}

/// All subjects in lists by kind, in the order in which kinds first occur.
fn population(model: &Model, case: &Case) -> Node {
    let mut lists: Vec<(KindId, Vec<Node>)> = Vec::new();
    for (number, one) in std::iter::once(&case.subject).chain(&case.others).enumerate() {
        let node = subject(model, case, number, one);
        match lists.iter_mut().find(|(kind, _)| *kind == one.kind) {
            Some((_, list)) => list.push(node),
            None => lists.push((one.kind, vec![node])),
        }
    }
    let named = |(kind, list): (KindId, Vec<Node>)| {
        (name(&model.kind(kind).name), Node { tree: Tree::List(list), any: None })
    };
    Node { tree: Tree::Map(lists.into_iter().map(named).collect()), any: None }
}

/// A tree as indented lines.
struct Lines<'a> {
    out: &'a mut String,
    catalogue: &'a Catalogue,
}

impl Lines<'_> {
    /// The entries of a map or list that begin on a line of their own.
    fn node(&mut self, node: &Node, indent: usize) {
        match &node.tree {
            Tree::Map(entries) if !node.tree.is_inline() => {
                for (name, value) in entries {
                    self.indent(indent);
                    self.entry(name, value, indent);
                }
            }
            Tree::List(items) if !items.is_empty() => {
                for item in items {
                    self.indent(indent);
                    self.item(item, indent);
                }
            }
            leaf => {
                self.indent(indent);
                self.line(leaf.inline(), node.any);
            }
        }
    }

    /// `name: value`, from where the line has come to.
    fn entry(&mut self, name: &str, value: &Node, indent: usize) {
        if value.tree.is_nothing() {
            let word = self.catalogue.text("case-absent", &[]);
            return self.line(&format!("# {name}: {word}"), None);
        }
        if value.tree.is_inline() {
            self.line(&format!("{name}: {}", value.tree.inline()), value.any);
            return self.nothings(value, indent + 2);
        }
        self.line(&format!("{name}:"), value.any);
        self.node(value, indent + 2);
    }

    /// `- value`; a map's first entry stands on the same line.
    fn item(&mut self, item: &Node, indent: usize) {
        match &item.tree {
            Tree::Map(entries) if !item.tree.is_inline() => {
                let mut lead = "- ".to_owned();
                // A comment cannot begin an item.
                let there = entries.iter().filter(|(_, value)| !value.tree.is_nothing());
                let missing = entries.iter().filter(|(_, value)| value.tree.is_nothing());
                for (name, value) in there.chain(missing) {
                    self.out.push_str(&lead);
                    self.entry(name, value, indent + 2);
                    lead = " ".repeat(indent + 2);
                }
            }
            Tree::List(items) if !items.is_empty() => {
                self.line("-", item.any);
                self.node(item, indent + 2);
            }
            leaf => {
                self.line(&format!("- {}", leaf.inline()), item.any);
                self.nothings(item, indent + 2);
            }
        }
    }

    /// What is not there, of a map that has nothing else.
    fn nothings(&mut self, node: &Node, indent: usize) {
        let Tree::Map(entries) = &node.tree else { return };
        for (name, value) in entries.iter().filter(|(_, value)| value.tree.is_nothing()) {
            self.indent(indent);
            self.entry(name, value, indent);
        }
    }

    fn indent(&mut self, indent: usize) {
        self.out.push_str(&" ".repeat(indent));
    }

    /// The end of a line, with its comment.
    fn line(&mut self, text: &str, any: Option<bool>) {
        self.out.push_str(text);
        if let Some(any) = any {
            let word = self.catalogue.text(if any { "case-any" } else { "case-several" }, &[]);
            _ = write!(self.out, "  # {word}");
        }
        self.out.push('\n');
    }
}
