//! Ways into a subject: its fields, the elements of its lists, and what stands there.

use kijun_model::{Cell, Content, Model, Subject, Type, Value};

/// The ways to everything in a subject that is there and is no key, outer things first.
pub(super) fn paths(model: &Model, subject: &Subject) -> Vec<Vec<usize>> {
    let fields = &model.kind(subject.kind).fields;
    let mut found = Vec::new();
    for (place, cell) in subject.cells.iter().enumerate() {
        if !fields.get(place).is_some_and(|field| field.key) {
            below(cell, vec![place], &mut found);
        }
    }
    found
}

fn below(cell: &Cell, path: Vec<usize>, found: &mut Vec<Vec<usize>>) {
    let inner: Vec<&Cell> = match &cell.content {
        Content::Absent | Content::Malformed => return,
        Content::Record(cells) => cells.iter().collect(),
        Content::List(cells) => cells.iter().collect(),
        Content::Map(cells) => cells.iter().map(|(_, cell)| cell).collect(),
        Content::Null | Content::Value(_) => Vec::new(),
    };
    found.push(path.clone());
    for (place, cell) in inner.into_iter().enumerate() {
        below(cell, path.iter().copied().chain([place]).collect(), found);
    }
}

/// Takes away what a path leads to: an element from its list, a field's content.
pub(super) fn remove(model: &Model, subject: &mut Subject, path: &[usize]) -> bool {
    let clear = |cell: &mut Cell, left: Content| {
        let changes = cell.content != left;
        cell.content = left;
        changes
    };
    let left = match declared(model, subject, path) {
        Some(ty) if !ty.is_optional() => Content::Malformed,
        _ => Content::Absent,
    };
    let Some((&last, way)) = path.split_last() else { return false };
    let Some((&first, rest)) = way.split_first() else {
        return subject.cells.get_mut(last).is_some_and(|cell| clear(cell, left));
    };
    let outer = subject.cells.get_mut(first).and_then(|cell| at_mut(cell, rest));
    match outer.map(|cell| &mut cell.content) {
        Some(Content::List(cells)) if last < cells.len() => {
            cells.remove(last);
            true
        }
        Some(Content::Map(cells)) if last < cells.len() => {
            cells.remove(last);
            true
        }
        Some(Content::Record(cells)) => cells.get_mut(last).is_some_and(|cell| clear(cell, left)),
        _ => false,
    }
}

/// The type that the vocabulary declares for what a path leads to.
fn declared<'m>(model: &'m Model, subject: &Subject, path: &[usize]) -> Option<&'m Type> {
    let (&first, rest) = path.split_first()?;
    let start = &model.kind(subject.kind).fields.get(first)?.ty;
    rest.iter().try_fold(start, |ty, &next| match ty.required() {
        Type::Record(id) => model.record(*id).fields.get(next).map(|field| &field.ty),
        Type::List(inner) | Type::Map(inner) => Some(&**inner),
        _ => None,
    })
}

/// What counted as malformed is not there.
pub(super) fn settle(cell: &mut Cell) {
    match &mut cell.content {
        malformed @ Content::Malformed => *malformed = Content::Absent,
        Content::Record(cells) => cells.iter_mut().for_each(settle),
        Content::List(cells) => cells.iter_mut().for_each(settle),
        Content::Map(cells) => cells.iter_mut().for_each(|(_, cell)| settle(cell)),
        Content::Absent | Content::Null | Content::Value(_) => {}
    }
}

fn at<'c>(cell: &'c Cell, path: &[usize]) -> Option<&'c Cell> {
    let Some((&first, rest)) = path.split_first() else { return Some(cell) };
    let inner = match &cell.content {
        Content::Record(cells) => cells.get(first),
        Content::List(cells) => cells.get(first),
        Content::Map(cells) => cells.get(first).map(|(_, cell)| cell),
        _ => None,
    };
    at(inner?, rest)
}

fn at_mut<'c>(cell: &'c mut Cell, path: &[usize]) -> Option<&'c mut Cell> {
    let Some((&first, rest)) = path.split_first() else { return Some(cell) };
    let inner = match &mut cell.content {
        Content::Record(cells) => cells.get_mut(first),
        Content::List(cells) => cells.get_mut(first),
        Content::Map(cells) => cells.get_mut(first).map(|(_, cell)| cell),
        _ => None,
    };
    at_mut(inner?, rest)
}

/// The ways to everything that holds a value.
pub(super) fn all_scalars(subject: &Subject) -> Vec<Vec<usize>> {
    let mut found = Vec::new();
    for (place, cell) in subject.cells.iter().enumerate() {
        below(cell, vec![place], &mut found);
    }
    found.retain(|path| value_at(subject, path).is_some());
    found
}

/// The value that a way leads to.
pub(super) fn value_at<'s>(subject: &'s Subject, path: &[usize]) -> Option<&'s Value> {
    let (&first, rest) = path.split_first()?;
    match &at(subject.cells.get(first)?, rest)?.content {
        Content::Value(value) => Some(value),
        _ => None,
    }
}

/// Puts a value where a way leads.
pub(super) fn set(subject: &mut Subject, path: &[usize], value: Value) -> bool {
    let Some((&first, rest)) = path.split_first() else { return false };
    match subject.cells.get_mut(first).and_then(|cell| at_mut(cell, rest)) {
        Some(cell) => {
            cell.content = Content::Value(value);
            true
        }
        None => false,
    }
}
