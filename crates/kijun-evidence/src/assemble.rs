//! A record to what a subject is made of: cells of its fields, its key, its day.

use std::sync::Arc;

use jiff::civil::Date;
use kijun_diag::{Arg, FileId, Place};
use kijun_model::{Cell, Content, Field, Model, TakenAt, Value};

use crate::build::Record;
use crate::decode::{Decoder, misread, shown};
use crate::given::Met;
use crate::plan::{Slot, SourcePlan};
use crate::raw::{Node, Raw};
use crate::report::Report;
use crate::wrong::Keyless;
use crate::{scalar, wrong};

/// What a record becomes.
#[derive(Debug)]
pub(crate) struct Assembled {
    pub(crate) key: Arc<str>,
    pub(crate) cells: Box<[Cell]>,
    pub(crate) place: Place,
    pub(crate) taken: Option<Taken>,
}

/// The day on which a record was taken.
#[derive(Debug)]
pub(crate) struct Taken {
    pub(crate) on: Date,
    /// Where the record says so.
    pub(crate) at: Option<TakenAt>,
}

/// Where a record comes from.
pub(crate) struct Origin<'a> {
    pub(crate) model: &'a Model,
    pub(crate) source: &'a SourcePlan,
    /// What the pattern captured of the file's path.
    pub(crate) captured: Vec<Raw>,
}

impl<'a> Origin<'a> {
    pub(crate) fn new(model: &'a Model, source: &'a SourcePlan, file: FileId, path: &str) -> Origin<'a> {
        let place = Place { file, line: 1, column: 1, width: 0 };
        let captured = source.pattern.captured(path);
        let captured = captured.iter().map(|text| Raw::new(Node::Written(text.as_str().into()), place));
        Origin { model, source, captured: captured.collect() }
    }

    /// `None`: the record cannot be a subject, and why has been reported.
    pub(crate) fn assemble(
        &self,
        record: &Record,
        met: &mut Met<'_>,
        report: &mut Report,
    ) -> Option<Assembled> {
        let raw = &record.raw;
        match &raw.node {
            Node::Map(_) => {}
            Node::Bad => return None,
            node => {
                report.push(wrong::not_a_record(raw.place, node.word()));
                return None;
            }
        }
        let flat = self.source.format.is_table();
        let names = Some(&self.source.names);
        let fields = self.source.fields(self.model);
        let mut cells = Decoder::new(self.model, report, met, raw, flat).fields(fields, names, raw);
        let mut key = self.key_cells(raw, &cells, met, report);
        self.fill(record, &mut cells, &mut key, met, report);
        Some(Assembled {
            key: self.key(key, raw.place, report)?,
            cells,
            place: raw.place,
            taken: self.taken(raw, met, report),
        })
    }

    /// The cells of the key's fields, as the record tells them.
    fn key_cells(
        &self,
        raw: &Raw,
        cells: &[Cell],
        met: &mut Met<'_>,
        report: &mut Report,
    ) -> Vec<(usize, Cell)> {
        let flat = self.source.format.is_table();
        let kind = self.model.kind(self.source.kind);
        let on = self.source.join.as_ref().and_then(|join| join.on);
        let on = on.map(|number| (met.find(number, raw), met.no_column(number)));
        let mut decoder = Decoder::new(self.model, report, met, raw, flat);
        let cell = |i: usize| match on {
            Some((Some(value), _)) => decoder.single(&kind.fields[i], value),
            Some((None, true)) => Cell { content: Content::Malformed, place: raw.place },
            Some((None, false)) => Cell::absent(raw.place),
            None if self.source.at().is_some() => {
                decoder.field(&kind.fields[i], Some(&self.source.names), Some(raw), raw.place)
            }
            None => cells[i].clone(),
        };
        kind.key().map(cell).collect::<Vec<_>>().into_iter().zip(kind.key()).map(|(c, i)| (i, c)).collect()
    }

    /// Puts in what the path, the name of the entry and the manifest say.
    fn fill(
        &self,
        record: &Record,
        cells: &mut [Cell],
        key: &mut [(usize, Cell)],
        met: &mut Met<'_>,
        report: &mut Report,
    ) {
        let captures = self.source.captures.iter().copied().zip(self.captured.iter().cloned());
        let entry =
            record.entry.as_ref().map(|(name, place)| Raw::new(Node::Written(name.as_ref().into()), *place));
        let written: Vec<(Slot, Raw)> = captures.chain(self.source.entry.zip(entry)).collect();
        for (slot, raw) in &written {
            let field = self.source.declaration(self.model, *slot);
            let cell = Decoder::new(self.model, report, met, raw, false).single(field, raw);
            self.put(*slot, cell, cells, key, report);
        }
        for (slot, cell) in &self.source.constants {
            self.put(*slot, cell.clone(), cells, key, report);
        }
    }

    fn put(
        &self,
        slot: Slot,
        cell: Cell,
        cells: &mut [Cell],
        key: &mut [(usize, Cell)],
        report: &mut Report,
    ) {
        let field = self.source.declaration(self.model, slot);
        let in_key = match slot {
            Slot::Key(i) => Some(i),
            Slot::Field(i) => self.source.at().is_none().then_some(i),
        };
        if let Slot::Field(i) = slot {
            settle(self.model, field, &mut cells[i], cell.clone(), report);
            if let Some((_, part)) = key.iter_mut().find(|(k, _)| Some(*k) == in_key) {
                *part = cells[i].clone();
            }
        } else if let Some((_, part)) = key.iter_mut().find(|(k, _)| Some(*k) == in_key) {
            settle(self.model, field, part, cell, report);
        }
    }

    /// The key as text. A part that has had its diagnostic gets no second one.
    fn key(&self, cells: Vec<(usize, Cell)>, place: Place, report: &mut Report) -> Option<Arc<str>> {
        let kind = self.model.kind(self.source.kind);
        let mut parts = Vec::new();
        for (i, cell) in &cells {
            match &cell.content {
                Content::Value(value) if !matches!(value, Value::Text(text) if text.is_empty()) => {
                    parts.push(scalar::key_text(self.model, value));
                }
                Content::Malformed => {}
                _ => {
                    let field = &kind.fields[*i];
                    report.push(wrong::missing_key(
                        place,
                        &field.name,
                        &kind.name,
                        field.span,
                        Keyless::Record,
                    ));
                }
            }
        }
        (parts.len() == cells.len()).then(|| match &parts[..] {
            [only] => Arc::clone(only),
            _ => parts.join("/").into(),
        })
    }

    fn taken(&self, raw: &Raw, met: &mut Met<'_>, report: &mut Report) -> Option<Taken> {
        let otherwise = || Some(Taken { on: self.source.taken_on?, at: None });
        let given =
            self.source.taken_from.as_ref().and_then(|from| Some((from, met.find(from.number, raw)?)));
        let Some((from, value)) = given.filter(|(_, value)| value.node != Node::Null) else {
            return otherwise();
        };
        let text = value.node.written().unwrap_or("");
        if text.is_empty() && matches!(value.node, Node::Written(_)) {
            return otherwise();
        }
        let date = scalar::day(text);
        if let Err(why) = date {
            let found = format!("`{}`", shown(text));
            let name = self.source.given.get(from.number).map_or("", |given| &given.name);
            report.push(wrong::wrong_type(
                value.place,
                name,
                Arg::Word("type-date"),
                found.into(),
                misread(Some(why), "hint-date"),
            ));
        }
        let at = TakenAt { name: Arc::clone(&from.called), place: value.place };
        Some(Taken { on: date.ok()?, at: Some(at) })
    }
}

/// Puts a second value into a cell. Two that differ leave none.
pub(crate) fn settle(model: &Model, field: &Field, cell: &mut Cell, other: Cell, report: &mut Report) {
    match (&cell.content, &other.content) {
        (_, Content::Absent | Content::Null) if cell.content != Content::Absent => {}
        (Content::Absent | Content::Null, _) => *cell = other,
        (Content::Malformed, _) => {}
        (_, Content::Malformed) => *cell = other,
        (Content::Value(a), Content::Value(b)) if a.same(b) => {}
        (a, b) if a == b => {}
        (a, b) => {
            let (here, there) = (told(model, b), told(model, a));
            report.push(wrong::conflict(other.place, &field.name, &here, &there, cell.place));
            cell.content = Content::Malformed;
        }
    }
}

fn told(model: &Model, content: &Content) -> String {
    match content {
        Content::Value(value) => shown(&scalar::key_text(model, value)),
        Content::List(_) => "[…]".to_owned(),
        _ => "{…}".to_owned(),
    }
}
