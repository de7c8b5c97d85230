//! A subject: what is judged. Its shape is its kind's; every cell knows where it stood.
//!
//! Evidence readers, tests and the decision procedure make subjects; evaluators read them.

use std::sync::Arc;

use jiff::civil::Date;
use kijun_diag::Place;

use crate::{KindId, Model, Type, Value};

/// A subject of a kind.
#[derive(Clone, Debug, PartialEq)]
pub struct Subject {
    /// Its kind, the most special one known.
    pub kind: KindId,
    /// Its key as text; the parts of a composite key are joined by `/`.
    pub key: Arc<str>,
    /// One cell for each field of the kind, in the kind's order.
    pub cells: Box<[Cell]>,
    /// Where its record begins.
    pub place: Place,
    /// The day on which its evidence was taken, where that is known; of several, the earliest.
    pub taken_on: Option<Date>,
    /// Where the record itself says so; absent where the manifest does.
    pub taken_at: Option<TakenAt>,
}

/// Where evidence says when it was taken.
#[derive(Clone, Debug, PartialEq)]
pub struct TakenAt {
    /// The field that holds the day; where none does, its name in the evidence.
    pub name: Arc<str>,
    /// Where the day stands.
    pub place: Place,
}

/// A value of evidence, or what is there instead.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// What is there.
    pub content: Content,
    /// Where. For what is absent, the nearest parent that exists.
    pub place: Place,
}

impl Cell {
    /// Nothing, under a parent at a place.
    #[must_use]
    pub fn absent(parent: Place) -> Cell {
        Cell { content: Content::Absent, place: parent }
    }
}

/// What is in a cell. Absent, null, an empty list, an empty record and an empty text are five different things.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    /// The name is not there.
    Absent,
    /// The name is there, with nothing.
    Null,
    /// Something of the wrong type; its diagnostic has been given.
    Malformed,
    /// A scalar of the field's type.
    Value(Value),
    /// A record: one cell for each field of its type, in order.
    Record(Box<[Cell]>),
    /// A list.
    List(Vec<Cell>),
    /// A map, in the order of the file.
    Map(Vec<(Arc<str>, Cell)>),
}

impl Model {
    /// Every reference that a cell holds, inside of lists, maps and records too: the kind, the key, and where it stands.
    pub fn each_reference(&self, ty: &Type, cell: &Cell, take: &mut dyn FnMut(KindId, &Arc<str>, Place)) {
        match (ty.required(), &cell.content) {
            (Type::Ref(kind), Content::Value(Value::Text(key))) => take(*kind, key, cell.place),
            (Type::Record(id), Content::Record(cells)) => {
                let fields = &self.record(*id).fields;
                fields.iter().zip(cells).for_each(|(field, cell)| self.each_reference(&field.ty, cell, take));
            }
            (Type::List(inner), Content::List(cells)) => {
                cells.iter().for_each(|cell| self.each_reference(inner, cell, take));
            }
            (Type::Map(inner), Content::Map(entries)) => {
                entries.iter().for_each(|(_, cell)| self.each_reference(inner, cell, take));
            }
            _ => {}
        }
    }
}
