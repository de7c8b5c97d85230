//! A subject as it would be if every day that it tells had come so many days later.

use std::sync::Arc;

use jiff::Span;
use kijun_model::{Cell, Content, Subject, Value};

/// A subject with every day moved on; what the calendar does not reach stays.
pub(super) fn moved(subject: &Subject, days: i32) -> Subject {
    let by = Span::new().days(days);
    Subject {
        cells: cells(&subject.cells, by),
        taken_on: subject.taken_on.map(|day| day.checked_add(by).unwrap_or(day)),
        ..subject.clone()
    }
}

fn cells(all: &[Cell], by: Span) -> Box<[Cell]> {
    all.iter().map(|cell| moved_cell(cell, by)).collect()
}

fn moved_cell(cell: &Cell, by: Span) -> Cell {
    let content = match &cell.content {
        Content::Value(Value::Date(day)) => Content::Value(Value::Date(day.checked_add(by).unwrap_or(*day))),
        Content::Value(Value::DateTime(time)) => {
            Content::Value(Value::DateTime(time.checked_add(by).unwrap_or(*time)))
        }
        Content::Record(inner) => Content::Record(cells(inner, by)),
        Content::List(inner) => Content::List(cells(inner, by).into_vec()),
        Content::Map(entries) => {
            let moved = entries.iter().map(|(name, cell)| (Arc::clone(name), moved_cell(cell, by)));
            Content::Map(moved.collect())
        }
        other => other.clone(),
    };
    Cell { content, place: cell.place }
}
