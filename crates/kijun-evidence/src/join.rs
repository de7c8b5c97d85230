//! Records of joined sources, by key, until the subjects come that take them.

use std::collections::HashMap;
use std::sync::Arc;

use kijun_diag::{Diagnostics, Place};
use kijun_model::{Cell, Content, KindId, Model, Subject};

use crate::assemble::{Assembled, Taken, settle};
use crate::plan::At;
use crate::report::Report;
use crate::wrong;

/// The records of all joined sources.
#[derive(Debug, Default)]
pub(crate) struct Joins {
    tables: Vec<Table>,
}

/// The records of one source.
#[derive(Debug)]
pub(crate) struct Table {
    kind: KindId,
    at: Option<At>,
    rows: HashMap<Arc<str>, Rows>,
    /// Whether some of its records could not be read: what a subject does not find here may have been among them.
    lost: bool,
}

#[derive(Debug, Default)]
struct Rows {
    used: bool,
    /// Whether two records claim one place, so that neither can be believed.
    disputed: bool,
    records: Vec<Joined>,
}

#[derive(Debug)]
struct Joined {
    cells: Box<[Cell]>,
    place: Place,
    taken: Option<Taken>,
}

impl Table {
    /// A table for the subjects of a kind.
    pub(crate) fn new(kind: KindId, at: Option<At>) -> Table {
        Table { kind, at, rows: HashMap::new(), lost: false }
    }

    /// Notes that some of its records could not be read.
    pub(crate) fn lose(&mut self) {
        self.lost = true;
    }

    /// Adds a record. Only a list takes two of one key; `Some`: where the first one stands.
    pub(crate) fn add(&mut self, record: Assembled) -> Option<Place> {
        let Assembled { key, cells, place, taken } = record;
        let rows = self.rows.entry(key).or_default();
        let first = rows.records.first().map(|first| first.place);
        if first.is_some() && !self.at.is_some_and(|at| at.list) {
            rows.disputed = true;
            return first;
        }
        rows.records.push(Joined { cells, place, taken });
        None
    }
}

impl Joins {
    /// Adds a source.
    pub(crate) fn push(&mut self, table: Table) {
        self.tables.push(table);
    }

    /// Gives a subject what belongs to it.
    pub(crate) fn merge(&mut self, model: &Model, subject: &mut Subject, report: &mut Report) {
        for table in &mut self.tables {
            if !model.is_a(subject.kind, table.kind) {
                continue;
            }
            let rows = table.rows.get_mut(&subject.key);
            let whole = rows.as_ref().is_some_and(|rows| !rows.disputed);
            if let Some(rows) = rows {
                rows.used = true;
                if whole {
                    rows.merge(model, table.kind, table.at, subject, report);
                }
            }
            let of_list = table.at.is_some_and(|at| at.list);
            if table.lost && (!whole || of_list) || table.rows.get(&subject.key).is_some_and(|r| r.disputed) {
                spoil(model, table, subject);
            }
        }
    }

    /// Records that no subject took, in order of place.
    pub(crate) fn left_over(self, model: &Model, most: u32) -> Diagnostics {
        let mut diagnostics = Diagnostics::default();
        for table in self.tables {
            let unused = table.rows.into_iter().filter(|(_, rows)| !rows.used);
            let mut unused: Vec<(Place, Arc<str>)> = unused
                .flat_map(|(key, rows)| rows.records.into_iter().map(move |r| (r.place, key.clone())))
                .collect();
            unused.sort();
            let mut report = Report::new(most);
            for (place, key) in unused {
                report.push(wrong::joined_to_nothing(place, &model.kind(table.kind).name, &key));
            }
            diagnostics.append(report.finish());
        }
        diagnostics
    }
}

/// What a table should have given and could not is not absent: nobody knows it.
fn spoil(model: &Model, table: &Table, subject: &mut Subject) {
    let unknown = Cell { content: Content::Malformed, place: subject.place };
    if let Some(at) = table.at {
        subject.cells[at.field] = unknown;
        return;
    }
    let fields = model.kind(table.kind).fields.iter().zip(&mut subject.cells);
    for (_, cell) in fields.filter(|(field, cell)| !field.key && cell.content == Content::Absent) {
        *cell = unknown.clone();
    }
}

impl Rows {
    fn merge(&self, model: &Model, kind: KindId, at: Option<At>, subject: &mut Subject, report: &mut Report) {
        let fields = &model.kind(kind).fields;
        for joined in &self.records {
            let earlier = |taken: &&Taken| subject.taken_on.is_none_or(|day| taken.on < day);
            if let Some(taken) = joined.taken.as_ref().filter(earlier) {
                subject.taken_on = Some(taken.on);
                subject.taken_at.clone_from(&taken.at);
            }
            if at.is_none() {
                for ((field, cell), other) in fields.iter().zip(&mut subject.cells).zip(&joined.cells) {
                    settle(model, field, cell, other.clone(), report);
                }
            }
        }
        if let (Some(at), Some(first)) = (at, self.records.first()) {
            let record = |j: &Joined| Cell { content: Content::Record(j.cells.clone()), place: j.place };
            let joined = match at.list {
                true => Content::List(self.records.iter().map(record).collect()),
                false => record(first).content,
            };
            let joined = Cell { content: joined, place: first.place };
            settle(model, &fields[at.field], &mut subject.cells[at.field], joined, report);
        }
    }
}
