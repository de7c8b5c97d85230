//! A subject as a tree of names and scalars, under the names that evidence uses.

use std::sync::Arc;

use kijun_model::{Cell, Content, Field, Model, Subject, Type};

use super::spell;
use crate::Mark;

/// A value in the tree.
#[derive(Debug)]
pub(super) struct Node {
    pub(super) tree: Tree,
    /// That it was chosen freely, and whether any value would do.
    pub(super) any: Option<bool>,
}

/// What a value is. Names and scalars are spelt already.
#[derive(Debug)]
pub(super) enum Tree {
    Scalar(String),
    List(Vec<Node>),
    Map(Vec<(String, Node)>),
    /// An optional field that is asked for and is not there.
    Nothing,
}

impl Tree {
    /// Whether it fits behind its name.
    pub(super) fn is_inline(&self) -> bool {
        match self {
            Tree::Scalar(_) | Tree::Nothing => true,
            Tree::List(items) => items.is_empty(),
            Tree::Map(entries) => entries.iter().all(|(_, node)| node.tree.is_nothing()),
        }
    }

    pub(super) fn is_nothing(&self) -> bool {
        matches!(self, Tree::Nothing)
    }

    /// What stands behind its name, of what fits there.
    pub(super) fn inline(&self) -> &str {
        match self {
            Tree::Scalar(text) => text,
            Tree::List(_) => "[]",
            Tree::Map(_) => "{}",
            Tree::Nothing => "",
        }
    }
}

/// A subject as a map.
pub(super) fn subject(model: &Model, marks: &[&Mark], absent: &[&[usize]], subject: &Subject) -> Node {
    let mut grow = Grow { model, marks, absent, path: Vec::new() };
    Node { tree: grow.fields(&model.kind(subject.kind).fields, &subject.cells), any: None }
}

/// Builds the tree and knows the way to where it is.
struct Grow<'a> {
    model: &'a Model,
    marks: &'a [&'a Mark],
    absent: &'a [&'a [usize]],
    path: Vec<usize>,
}

impl Grow<'_> {
    fn fields(&mut self, fields: &[Field], cells: &[Cell]) -> Tree {
        let mut entries = Vec::new();
        for (number, (field, cell)) in fields.iter().zip(cells).enumerate() {
            if let Some(node) = self.step(number, &field.ty, cell) {
                put(&mut entries, &way(fields, field), node);
            }
        }
        Tree::Map(entries)
    }

    /// What one step leads to; `None`: nothing is there.
    fn step(&mut self, number: usize, ty: &Type, cell: &Cell) -> Option<Node> {
        self.path.push(number);
        let nothing = self.absent.contains(&&self.path[..]).then_some(Tree::Nothing);
        let tree = self.tree(ty, cell).or(nothing);
        let mark = self.marks.iter().find(|mark| mark.path == self.path);
        let node = tree.map(|tree| Node { tree, any: mark.map(|mark| mark.any) });
        self.path.pop();
        node
    }

    fn tree(&mut self, ty: &Type, cell: &Cell) -> Option<Tree> {
        Some(match (&cell.content, ty.required()) {
            (Content::Absent | Content::Malformed, _) => return None,
            (Content::Value(value), _) => Tree::Scalar(spell::value(self.model, value)),
            (Content::Record(cells), Type::Record(id)) => self.fields(&self.model.record(*id).fields, cells),
            (Content::List(items), Type::List(ty)) => Tree::List(self.items(ty, items)),
            (Content::Map(entries), Type::Map(ty)) => Tree::Map(self.entries(ty, entries)),
            (Content::Null | Content::Record(_) | Content::List(_) | Content::Map(_), _) => null(),
        })
    }

    fn items(&mut self, ty: &Type, items: &[Cell]) -> Vec<Node> {
        items.iter().enumerate().map(|(number, item)| self.element(number, ty, item)).collect()
    }

    fn entries(&mut self, ty: &Type, entries: &[(Arc<str>, Cell)]) -> Vec<(String, Node)> {
        let mut nodes = Vec::new();
        for (number, (name, cell)) in entries.iter().enumerate() {
            nodes.push((spell::name(name), self.element(number, ty, cell)));
        }
        nodes
    }

    /// An element keeps its place even where nothing is there.
    fn element(&mut self, number: usize, ty: &Type, cell: &Cell) -> Node {
        self.step(number, ty, cell).unwrap_or(Node { tree: null(), any: None })
    }
}

fn null() -> Tree {
    Tree::Scalar("null".to_owned())
}

/// The way to a field: the parts of its first name. A name with dots leads through maps; where another field reads the map on
/// the way it is one name, which readers try first.
fn way<'f>(fields: &[Field], field: &'f Field) -> Vec<&'f str> {
    let Some(first) = field.from.first() else { return vec![&field.name] };
    let mut parents = first.match_indices('.').map(|(at, _)| &first[..at]);
    let taken = parents.any(|parent| fields.iter().any(|other| reads(other, parent)));
    if taken { vec![first] } else { first.split('.').collect() }
}

fn reads(field: &Field, name: &str) -> bool {
    match &field.from[..] {
        [] => *field.name == *name,
        names => names.iter().any(|other| **other == *name),
    }
}

/// Puts a node where a path leads, through maps that are made where there are none. Two maps become one; of two fields that
/// read the same name the first one tells it.
fn put(entries: &mut Vec<(String, Node)>, path: &[&str], node: Node) {
    let Some((first, rest)) = path.split_first() else { return };
    let first = spell::name(first);
    let node = match rest {
        [] => node,
        rest => {
            let mut inner = Vec::new();
            put(&mut inner, rest, node);
            Node { tree: Tree::Map(inner), any: None }
        }
    };
    match entries.iter_mut().find(|(name, _)| *name == first) {
        None => entries.push((first, node)),
        Some((_, there)) => merge(&mut there.tree, node.tree),
    }
}

fn merge(there: &mut Tree, more: Tree) {
    let (Tree::Map(there), Tree::Map(more)) = (there, more) else { return };
    for (name, node) in more {
        match there.iter_mut().find(|(other, _)| *other == name) {
            None => there.push((name, node)),
            Some((_, inner)) => merge(&mut inner.tree, node.tree),
        }
    }
}
