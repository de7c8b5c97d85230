//! Builds trees from the events of YAML and JSON, one record at a time.
//!
//! The builder knows where the records of a file are. A record is handed over when it is complete and then
//! forgotten, and what stands beside the records is not kept at all, so that memory holds one record.
//! Depth and number of values are bounded here, for every format alike.

use std::collections::HashMap;
use std::collections::hash_map::Entry as Slot;
use std::sync::Arc;

use kijun_diag::Place;

use crate::raw::{Entry, Node, Raw};
use crate::report::Report;
use crate::wrong;

/// Where the records of a file are.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Select<'a> {
    /// Names on the way to the records.
    pub(crate) path: &'a [String],
    /// What each of them is.
    pub(crate) unit: Unit,
}

/// What a record is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unit {
    /// All that is there.
    Whole,
    /// Each element of a list; else all that is there.
    Element,
    /// Each entry of a map, or each element of a list.
    Entry,
}

/// A record of a file.
#[derive(Debug)]
pub(crate) struct Record {
    /// The name that it had in a map of records, and where.
    pub(crate) entry: Option<(Arc<str>, Place)>,
    /// What it says.
    pub(crate) raw: Raw,
}

/// Bounds of a tree.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Bounds {
    /// Depth of nesting.
    pub(crate) depth: u32,
    /// Values that aliases add.
    pub(crate) values: u64,
}

/// Reading cannot go on; why has been reported.
#[derive(Debug)]
pub(crate) struct Stop;

/// What a builder writes to.
pub(crate) struct Output<'a> {
    /// Takes the records.
    pub(crate) sink: &'a mut dyn FnMut(Record, &mut Report),
    /// Takes what is wrong.
    pub(crate) report: &'a mut Report,
}

/// Builds records from events.
pub(crate) struct Builder<'a, 'o, 'w> {
    select: Select<'a>,
    bounds: Bounds,
    out: &'o mut Output<'w>,
    frames: Vec<Frame>,
    anchors: HashMap<usize, (Raw, u64)>,
    values: u64,
    found: bool,
    /// Where the document begins.
    start: Option<Place>,
}

struct Frame {
    place: Place,
    anchor: usize,
    /// How many names of the path lead here, if this is on the way to the records.
    on_path: Option<usize>,
    body: Body,
}

enum Body {
    List(Vec<Raw>),
    Map { entries: Vec<Entry>, seen: Option<HashMap<Arc<str>, Place>>, key: Option<Key>, merges: Vec<Raw> },
}

struct Key {
    name: Arc<str>,
    place: Place,
    repeated: bool,
    merge: bool,
}

/// From so many names on, a map looks names up by hash.
const WIDE: usize = 16;

impl<'a, 'o, 'w> Builder<'a, 'o, 'w> {
    pub(crate) fn new(select: Select<'a>, bounds: Bounds, out: &'o mut Output<'w>) -> Builder<'a, 'o, 'w> {
        Builder {
            select,
            bounds,
            out,
            frames: Vec::new(),
            anchors: HashMap::new(),
            values: 0,
            found: false,
            start: None,
        }
    }

    /// Whether the next thing is a name.
    pub(crate) fn wants_key(&self) -> bool {
        matches!(self.frames.last(), Some(Frame { body: Body::Map { key: None, .. }, .. }))
    }

    /// Where the name stands whose value comes next.
    pub(crate) fn key_place(&self) -> Option<Place> {
        match &self.frames.last()?.body {
            Body::Map { key: Some(key), .. } => Some(key.place),
            _ => None,
        }
    }

    /// Whether a list is open, whether a map is, or neither.
    pub(crate) fn in_list(&self) -> Option<bool> {
        self.frames.last().map(|frame| matches!(frame.body, Body::List(_)))
    }

    /// Reports something wrong.
    pub(crate) fn report(&mut self) -> &mut Report {
        self.out.report
    }

    /// A list or a map begins.
    pub(crate) fn open(&mut self, list: bool, anchor: usize, place: Place) -> Result<(), Stop> {
        self.start.get_or_insert(place);
        if self.frames.len() >= self.bounds.depth as usize {
            self.out.report.push(wrong::limit(place, "depth", u64::from(self.bounds.depth)));
            return Err(Stop);
        }
        let on_path = self.next_on_path();
        let passes = |n: &usize| *n < self.select.path.len() || self.select.unit == Unit::Entry;
        let seen = on_path.filter(passes).map(|_| HashMap::new());
        let map = Body::Map { entries: Vec::new(), seen, key: None, merges: Vec::new() };
        let body = if list { Body::List(Vec::new()) } else { map };
        self.frames.push(Frame { place, anchor, on_path, body });
        Ok(())
    }

    /// A name. `merge`: a plain `<<` of YAML.
    pub(crate) fn key(&mut self, name: &str, place: Place, merge: bool) {
        let first = self.frames.last().and_then(|frame| frame.first(name)).filter(|_| !merge);
        if let Some(first) = first {
            self.out.report.push(wrong::duplicate_key(place, name, first));
        }
        if let Some(Frame { body: Body::Map { key, .. }, .. }) = self.frames.last_mut() {
            *key = Some(Key { name: name.into(), place, repeated: first.is_some(), merge });
        }
    }

    /// A scalar.
    pub(crate) fn scalar(&mut self, node: Node, anchor: usize, place: Place) {
        self.start.get_or_insert(place);
        self.finish(Raw::new(node, place), anchor);
    }

    /// What an anchor stands for, once more. `false`: there is no such thing yet.
    pub(crate) fn alias(&mut self, anchor: usize, place: Place) -> Result<bool, Stop> {
        let Some(count) = self.anchors.get(&anchor).map(|(_, count)| *count) else { return Ok(false) };
        self.count(count, place)?;
        if let Some((raw, _)) = self.anchors.get(&anchor) {
            let raw = raw.clone();
            self.finish(raw, 0);
        }
        Ok(true)
    }

    /// The list or map that was opened last ends.
    pub(crate) fn close(&mut self) {
        let Some(frame) = self.frames.pop() else { return };
        let Frame { place, anchor, on_path, body } = frame;
        let was_records = on_path == Some(self.select.path.len());
        let (node, handed_over) = match body {
            Body::List(items) => (Node::List(items), was_records && self.select.unit != Unit::Whole),
            Body::Map { mut entries, merges, .. } => {
                self.merge(&mut entries, merges);
                (Node::Map(entries), was_records && self.select.unit == Unit::Entry)
            }
        };
        if !handed_over && on_path.is_none_or(|n| n == self.select.path.len()) {
            self.finish(Raw::new(node, place), anchor);
        } else {
            self.forget_key();
        }
    }

    /// The document ends; `place`: where, if it is empty. Anchors do not reach into the next one.
    pub(crate) fn end_document(&mut self, place: Place) {
        let start = self.start.take().unwrap_or(place);
        if !self.found {
            self.out.report.push(wrong::no_records(start, &self.select.path.join("."), "tree"));
        }
        self.found = false;
        self.anchors.clear();
        self.frames.clear();
    }

    /// Counts values that stand in the text once and in the tree once more.
    fn count(&mut self, more: u64, place: Place) -> Result<(), Stop> {
        self.values = self.values.saturating_add(more);
        if self.values > self.bounds.values {
            self.out.report.push(wrong::limit(place, "values", self.bounds.values));
            return Err(Stop);
        }
        Ok(())
    }

    /// How many names of the path lead to the value that comes next.
    fn next_on_path(&mut self) -> Option<usize> {
        let next = match self.frames.last() {
            None => Some(0),
            Some(Frame { on_path: Some(n), body: Body::Map { key: Some(key), .. }, .. }) => {
                (self.select.path.get(*n).is_some_and(|name| **name == *key.name)).then_some(n + 1)
            }
            Some(_) => None,
        };
        self.found |= next == Some(self.select.path.len());
        next
    }

    fn finish(&mut self, raw: Raw, anchor: usize) {
        if anchor > 0 {
            let count = raw.count();
            self.values = self.values.saturating_add(count);
            self.anchors.insert(anchor, (raw.clone(), count));
        }
        let depth = self.select.path.len();
        match self.frames.last().map(|frame| frame.on_path) {
            None => self.deliver(raw, 0),
            Some(Some(n)) if n < depth => {
                if let Some(n) = self.next_on_path() {
                    self.deliver(raw, n);
                }
                self.forget_key();
            }
            Some(Some(_)) if self.hands_over() => self.hand_over(raw),
            Some(_) => self.keep(raw),
        }
    }

    /// Whether the innermost frame holds records, each of which is handed over by itself.
    fn hands_over(&self) -> bool {
        match self.frames.last().map(|frame| &frame.body) {
            Some(Body::List(_)) => self.select.unit != Unit::Whole,
            Some(Body::Map { .. }) => self.select.unit == Unit::Entry,
            None => false,
        }
    }

    /// A whole value that stands where `matched` names of the path have led.
    fn deliver(&mut self, raw: Raw, matched: usize) {
        let rest = &self.select.path[matched..];
        let Some(name) = rest.first() else {
            self.found = true;
            return self.deliver_records(raw);
        };
        if let Some(inner) = raw.get(name) {
            self.deliver(inner.clone(), matched + 1);
        }
    }

    fn deliver_records(&mut self, raw: Raw) {
        let place = raw.place;
        match (raw.node, self.select.unit) {
            (Node::List(items), Unit::Element | Unit::Entry) => {
                items.into_iter().for_each(|raw| self.emit(None, raw));
            }
            (Node::Map(entries), Unit::Entry) => {
                entries.into_iter().for_each(|e| self.emit(Some((e.name, e.place)), e.value));
            }
            (node, _) => self.emit(None, Raw::new(node, place)),
        }
    }

    fn hand_over(&mut self, raw: Raw) {
        let entry = match self.frames.last_mut().map(|frame| &mut frame.body) {
            Some(Body::Map { key, seen, .. }) => match key.take() {
                Some(key) if key.repeated => {
                    return self.emit(Some((key.name, key.place)), Raw::new(Node::Bad, raw.place));
                }
                Some(key) if key.merge => {
                    self.out.report.push(wrong::yaml_feature(key.place, "merge-of-records"));
                    return self.emit(None, Raw::new(Node::Bad, raw.place));
                }
                Some(key) => {
                    seen.get_or_insert_default().insert(key.name.clone(), key.place);
                    Some((key.name, key.place))
                }
                None => None,
            },
            _ => None,
        };
        self.emit(entry, raw);
    }

    fn emit(&mut self, entry: Option<(Arc<str>, Place)>, raw: Raw) {
        (self.out.sink)(Record { entry, raw }, self.out.report);
    }

    /// Leaves out a value that is neither a record nor part of one.
    fn forget_key(&mut self) {
        if let Some(Frame { body: Body::Map { key, seen, .. }, .. }) = self.frames.last_mut()
            && let Some(key) = key.take()
            && let Some(seen) = seen
        {
            seen.entry(key.name).or_insert(key.place);
        }
    }

    fn keep(&mut self, raw: Raw) {
        let Some(frame) = self.frames.last_mut() else { return };
        match &mut frame.body {
            Body::List(items) => items.push(raw),
            Body::Map { entries, seen, key, merges } => match key.take() {
                Some(key) if key.merge => merges.push(raw),
                Some(key) if key.repeated => spoil(entries, &key.name),
                Some(key) => {
                    remember(entries, seen, &key);
                    entries.push(Entry { name: key.name, place: key.place, value: raw });
                }
                None => {}
            },
        }
    }

    /// Adds what `<<` names: what stands in the map itself comes first, then the merged maps in order.
    fn merge(&mut self, entries: &mut Vec<Entry>, merges: Vec<Raw>) {
        for raw in merges {
            match raw.node {
                Node::Map(more) => add_missing(entries, more),
                Node::List(items) if items.iter().all(|item| matches!(item.node, Node::Map(_))) => {
                    for item in items {
                        if let Node::Map(more) = item.node {
                            add_missing(entries, more);
                        }
                    }
                }
                _ => self.out.report.push(wrong::yaml_feature(raw.place, "merge-of-no-map")),
            }
        }
    }
}

impl Frame {
    /// Where a name of this map stood before.
    fn first(&self, name: &str) -> Option<Place> {
        match &self.body {
            Body::Map { seen: Some(seen), .. } => seen.get(name).copied(),
            Body::Map { entries, .. } => entries.iter().find(|e| &*e.name == name).map(|e| e.place),
            Body::List(_) => None,
        }
    }
}

/// Notes a name where names are looked up by hash, and begins to do so when the map grows wide.
fn remember(entries: &[Entry], seen: &mut Option<HashMap<Arc<str>, Place>>, key: &Key) {
    if entries.len() == WIDE && seen.is_none() {
        *seen = Some(entries.iter().map(|e| (e.name.clone(), e.place)).collect());
    }
    if let Some(seen) = seen
        && let Slot::Vacant(slot) = seen.entry(key.name.clone())
    {
        slot.insert(key.place);
    }
}

/// A name that stands twice says nothing.
fn spoil(entries: &mut [Entry], name: &str) {
    if let Some(entry) = entries.iter_mut().find(|e| &*e.name == name) {
        entry.value.node = Node::Bad;
    }
}

fn add_missing(entries: &mut Vec<Entry>, more: Vec<Entry>) {
    for entry in more {
        if !entries.iter().any(|e| e.name == entry.name) {
            entries.push(entry);
        }
    }
}
