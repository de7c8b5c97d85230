//! Random subjects. Few different values, so that what may be equal often is.

use std::sync::Arc;

use jiff::civil::date;
use kijun_model::{Cell, Content, Duration, Field, KindId, Model, Subject, Type, Value, Version};
use rust_decimal::Decimal;

use super::{Dice, place};

pub(super) fn gather(dice: &mut Dice<'_>, model: &Model) -> Vec<Subject> {
    let mut subjects = Vec::new();
    for kind in (0..model.kinds.len()).map(KindId::from_index) {
        for number in 0..1 + dice.below(4) {
            subjects.push(subject(dice, model, kind, number));
        }
    }
    let middle = dice.below(subjects.len());
    subjects.rotate_left(middle);
    subjects
}

fn subject(dice: &mut Dice<'_>, model: &Model, kind: KindId, number: usize) -> Subject {
    let name = &model.kind(kind).name;
    Subject {
        kind,
        key: format!("{name}{number}").into(),
        cells: cells(dice, model, &model.kind(kind).fields),
        place: place(1),
        taken_on: *dice.pick(&[Some(date(2012, 3, 1)), Some(date(2011, 1, 1)), None, Some(date(2012, 4, 1))]),
        taken_at: None,
    }
}

fn cells(dice: &mut Dice<'_>, model: &Model, fields: &[Field]) -> Box<[Cell]> {
    fields.iter().map(|field| cell(dice, model, &field.ty)).collect()
}

fn cell(dice: &mut Dice<'_>, model: &Model, ty: &Type) -> Cell {
    let content = match dice.below(16) {
        13 => Content::Absent,
        14 => Content::Null,
        15 => Content::Malformed,
        _ => content(dice, model, ty.required()),
    };
    Cell { content, place: place(2) }
}

/// Puts values where nothing was, here and there. What was there stays.
pub(super) fn fill(dice: &mut Dice<'_>, model: &Model, fields: &[Field], cells: &mut [Cell]) {
    for (field, cell) in fields.iter().zip(cells) {
        fill_cell(dice, model, &field.ty, cell);
    }
}

fn fill_cell(dice: &mut Dice<'_>, model: &Model, ty: &Type, cell: &mut Cell) {
    match (&mut cell.content, ty.required()) {
        (absent @ (Content::Absent | Content::Null), ty) if dice.once_in(2) => {
            *absent = content(dice, model, ty)
        }
        (Content::Record(cells), Type::Record(id)) => fill(dice, model, &model.record(*id).fields, cells),
        (Content::List(cells), Type::List(ty)) => {
            cells.iter_mut().for_each(|c| fill_cell(dice, model, ty, c))
        }
        (Content::Map(cells), Type::Map(ty)) => {
            cells.iter_mut().for_each(|(_, c)| fill_cell(dice, model, ty, c));
        }
        _ => {}
    }
}

fn content(dice: &mut Dice<'_>, model: &Model, ty: &Type) -> Content {
    let several = |dice: &mut Dice<'_>, element: &Type| -> Vec<Cell> {
        (0..dice.below(4)).map(|_| cell(dice, model, element)).collect()
    };
    match ty {
        Type::Record(id) => Content::Record(cells(dice, model, &model.record(*id).fields)),
        Type::List(element) => Content::List(several(dice, element)),
        Type::Map(element) => {
            let names = ["a", "b", "c"].map(Arc::from).into_iter();
            Content::Map(names.zip(several(dice, element)).collect())
        }
        scalar => Content::Value(value(dice, scalar)),
    }
}

/// A value of a scalar type.
pub(crate) fn value(dice: &mut Dice<'_>, ty: &Type) -> Value {
    let days =
        [date(2012, 3, 31), date(2012, 2, 29), date(2011, 12, 31), date(2012, 3, 19), date(2013, 1, 1)];
    match ty {
        Type::Bool => Value::Bool(*dice.pick(&[false, true])),
        Type::Int => Value::Number((*dice.pick(&[0, 1, 2, 3, -1])).into()),
        Type::Number => Value::Number(Decimal::new(*dice.pick(&[0, 5, 10, 25]), 1)),
        Type::Text => Value::Text((*dice.pick(&["a", "b", "", "ab", "asset0", "person0"])).into()),
        Type::Ref(_) => {
            Value::Text((*dice.pick(&["asset0", "server0", "person0", "a", "person1", "person2"])).into())
        }
        Type::Date => Value::Date(*dice.pick(&days)),
        Type::DateTime => Value::DateTime(dice.pick(&days).at(12, 0, 0, 0)),
        Type::Duration => Value::Duration(*dice.pick(&[
            Duration::days(365),
            Duration { months: 12, seconds: 0 },
            Duration { months: 6, seconds: 0 },
            Duration::days(30),
            Duration { months: 0, seconds: 3600 },
        ])),
        Type::BusinessDays => Value::BusinessDays(*dice.pick(&[1, 5, 0, -3])),
        Type::Version => version(["1.2", "1.2.0", "1.10", "2.0"][dice.below(4)]),
        Type::Size => Value::Size((*dice.pick(&[0, 1024, 2048])).into()),
        Type::Percent => Value::Percent(Decimal::new(*dice.pick(&[989, 1000, 0]), 1)),
        Type::Ip => ip(["10.0.0.0/8", "10.1.2.3/32", "192.168.0.0/16", "::/0"][dice.below(4)]),
        Type::Enum(id) => Value::Member(*id, *dice.pick(&[0, 1, 2])),
        _ => Value::Bool(false),
    }
}

fn version(text: &str) -> Value {
    Version::parse(text).map_or(Value::Bool(false), Value::Version)
}

fn ip(text: &str) -> Value {
    text.parse().map_or(Value::Bool(false), Value::Ip)
}
