//! Subjects with all that their vocabulary requires: random ones, and, where there are few, every one.

use kijun_model::{Cell, Content, Field, KindId, Model, Subject, Type, Value};

use crate::Dice;
use crate::arbitrary::{place, subjects};

/// A random subject that lacks nothing, known by a key.
#[must_use]
pub fn some(dice: &mut Dice<'_>, model: &Model, kind: KindId, key: &str) -> Subject {
    let fields = &model.kind(kind).fields;
    let known = |field: &Field| field.key && matches!(field.ty, Type::Text);
    let mut one = |field: &Field| match known(field) {
        true => Cell { content: Content::Value(Value::Text(key.into())), place: place(2) },
        false => cell(dice, model, &field.ty),
    };
    Subject {
        kind,
        key: key.into(),
        cells: fields.iter().map(&mut one).collect(),
        place: place(1),
        taken_on: None,
        taken_at: None,
    }
}

/// A subject with random values where something is missing that its vocabulary requires.
#[must_use]
pub fn complete(dice: &mut Dice<'_>, model: &Model, subject: &Subject) -> Subject {
    let mut whole = subject.clone();
    complete_cells(dice, model, &model.kind(subject.kind).fields, &mut whole.cells);
    whole
}

fn complete_cells(dice: &mut Dice<'_>, model: &Model, fields: &[Field], cells: &mut [Cell]) {
    for (field, cell) in fields.iter().zip(cells) {
        complete_cell(dice, model, &field.ty, cell);
    }
}

fn complete_cell(dice: &mut Dice<'_>, model: &Model, ty: &Type, cell: &mut Cell) {
    match (&mut cell.content, ty.required()) {
        (absent @ (Content::Absent | Content::Null), inner) if !ty.is_optional() => {
            *absent = content(dice, model, inner);
        }
        (Content::Record(cells), Type::Record(id)) => {
            complete_cells(dice, model, &model.record(*id).fields, cells);
        }
        (Content::List(cells), Type::List(element)) => {
            cells.iter_mut().for_each(|cell| complete_cell(dice, model, element, cell));
        }
        (Content::Map(cells), Type::Map(element)) => {
            cells.iter_mut().for_each(|(_, cell)| complete_cell(dice, model, element, cell));
        }
        _ => {}
    }
}

fn cell(dice: &mut Dice<'_>, model: &Model, ty: &Type) -> Cell {
    let absent = ty.is_optional() && dice.once_in(3);
    let content = if absent { Content::Absent } else { content(dice, model, ty.required()) };
    Cell { content, place: place(2) }
}

fn content(dice: &mut Dice<'_>, model: &Model, ty: &Type) -> Content {
    let mut several =
        |element: &Type| -> Vec<Cell> { (0..dice.below(4)).map(|_| cell(dice, model, element)).collect() };
    match ty {
        Type::Record(id) => {
            Content::Record(model.record(*id).fields.iter().map(|f| cell(dice, model, &f.ty)).collect())
        }
        Type::List(element) => Content::List(several(element)),
        Type::Map(element) => {
            let cells = several(element).into_iter().enumerate();
            Content::Map(cells.map(|(at, cell)| (at.to_string().into(), cell)).collect())
        }
        scalar => Content::Value(subjects::value(dice, scalar)),
    }
}

/// Every subject of a kind that has only truth values, members, small numbers, and lists of at most two records. Fields that
/// nothing `names` have one value.
#[must_use]
pub fn every(model: &Model, kind: KindId, names: impl Fn(&str) -> bool) -> Vec<Subject> {
    let fields = &model.kind(kind).fields;
    let rows = rows(model, fields, &names);
    let subject = |cells: Vec<Content>| Subject {
        kind,
        key: "k".into(),
        cells: cells.into_iter().map(|content| Cell { content, place: place(2) }).collect(),
        place: place(1),
        taken_on: None,
        taken_at: None,
    };
    rows.into_iter().map(subject).collect()
}

/// Every way to fill fields.
fn rows(model: &Model, fields: &[Field], names: &impl Fn(&str) -> bool) -> Vec<Vec<Content>> {
    fields.iter().fold(vec![Vec::new()], |rows, field| {
        let mut values = contents(model, &field.ty, names);
        values.truncate(if names(&field.name) { usize::MAX } else { 1 });
        let longer = |row: &Vec<Content>| -> Vec<Vec<Content>> {
            values.iter().map(|value| row.iter().chain([value]).cloned().collect()).collect()
        };
        rows.iter().flat_map(longer).collect()
    })
}

fn contents(model: &Model, ty: &Type, names: &impl Fn(&str) -> bool) -> Vec<Content> {
    let mut found: Vec<Content> = match ty.required() {
        Type::Bool => [true, false].map(|b| Content::Value(Value::Bool(b))).into(),
        Type::Int => (-1..5).map(|n: i64| Content::Value(Value::Number(n.into()))).collect(),
        Type::Enum(id) => {
            let members = u32::try_from(model.enumeration(*id).members.len()).unwrap_or(0);
            (0..members).map(|at| Content::Value(Value::Member(*id, at))).collect()
        }
        Type::Record(id) => {
            let cell = |content: Content| Cell { content, place: place(2) };
            let record = |row: Vec<Content>| Content::Record(row.into_iter().map(cell).collect());
            rows(model, &model.record(*id).fields, names).into_iter().map(record).collect()
        }
        Type::List(element) => lists(&contents(model, element, names)),
        _ => vec![Content::Value(Value::Text("k".into()))],
    };
    if ty.is_optional() {
        found.insert(0, Content::Absent);
    }
    found
}

/// Lists of up to two; the order of elements says nothing.
fn lists(elements: &[Content]) -> Vec<Content> {
    let cell = |content: &Content| Cell { content: content.clone(), place: place(2) };
    let mut found = vec![Content::List(Vec::new())];
    found.extend(elements.iter().map(|a| Content::List(vec![cell(a)])));
    for (at, a) in elements.iter().enumerate() {
        found.extend(elements[at..].iter().map(|b| Content::List(vec![cell(a), cell(b)])));
    }
    found
}
