//! Where each part of the manifest was written.

use std::collections::BTreeMap;

use kijun_diag::{FileId, Place, Span};

use crate::raw::{Node, Raw};

/// Where each part of the manifest was written, by path: `period.start`, `evidence.0.files`.
#[derive(Clone, Debug, Default)]
pub struct Places {
    values: BTreeMap<String, Part>,
}

#[derive(Clone, Copy, Debug)]
struct Part {
    key: Option<Span>,
    value: Span,
    place: Place,
}

impl Places {
    /// The value at a path; of what is not there, the nearest part around it.
    #[must_use]
    pub fn value(&self, path: &str) -> Option<Span> {
        self.nearest(path).map(|part| part.value)
    }

    /// The value at just this path.
    #[must_use]
    pub fn exactly(&self, path: &str) -> Option<Span> {
        self.values.get(path).map(|part| part.value)
    }

    /// The name before the value at a path; of what has no name, the value.
    #[must_use]
    pub fn key(&self, path: &str) -> Option<Span> {
        self.nearest(path).map(|part| part.key.unwrap_or(part.value))
    }

    /// The value at a path, by line and column.
    #[must_use]
    pub fn place(&self, path: &str) -> Option<Place> {
        self.nearest(path).map(|part| part.place)
    }

    /// Those at some paths.
    pub(super) fn only(&self, paths: impl Fn(&str) -> bool) -> Places {
        let values = self.values.iter().filter(|(path, _)| paths(path));
        Places { values: values.map(|(path, part)| (path.clone(), *part)).collect() }
    }

    /// These and others.
    pub(super) fn and(mut self, others: Places) -> Places {
        self.values.extend(others.values);
        self
    }

    fn nearest(&self, path: &str) -> Option<&Part> {
        let mut path = path;
        loop {
            if let Some(part) = self.values.get(path) {
                return Some(part);
            }
            path = path.rsplit_once('.').map_or("", |(parent, _)| parent);
            if path.is_empty() {
                return self.values.get("");
            }
        }
    }

    pub(super) fn collect(raw: &Raw, text: &Text<'_>) -> Places {
        let mut places = Places::default();
        places.add(String::new(), None, raw, text);
        places
    }

    fn add(&mut self, path: String, key: Option<Span>, raw: &Raw, text: &Text<'_>) {
        let child = |name: &str| if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") };
        match &raw.node {
            Node::List(items) => {
                for (i, item) in items.iter().enumerate() {
                    self.add(child(&i.to_string()), None, item, text);
                }
            }
            Node::Map(entries) => {
                for entry in entries {
                    self.add(child(&entry.name), Some(text.span(entry.place)), &entry.value, text);
                }
            }
            _ => {}
        }
        self.values.insert(path, Part { key, value: text.span(raw.place), place: raw.place });
    }
}

/// A text with its lines, to turn lines and columns into bytes.
pub(super) struct Text<'a> {
    file: FileId,
    text: &'a str,
    lines: Vec<usize>,
}

impl<'a> Text<'a> {
    pub(super) fn new(file: FileId, text: &'a str) -> Text<'a> {
        let lines = std::iter::once(0).chain(text.match_indices('\n').map(|(i, _)| i + 1)).collect();
        Text { file, text, lines }
    }

    /// The text's beginning.
    pub(super) fn start(&self) -> Span {
        Span { file: self.file, start: 0, end: 0 }
    }

    /// The bytes of a place; to the end of its line where only its start is known.
    pub(super) fn span(&self, place: Place) -> Span {
        let line = place.line.max(1) as usize - 1;
        let from = self.lines.get(line).copied().unwrap_or(self.text.len());
        let until = self.lines.get(line + 1).copied().unwrap_or(self.text.len());
        let line = self.text.get(from..until).unwrap_or("").trim_end();
        let byte = |n: u32| line.char_indices().nth(n as usize).map_or(line.len(), |(i, _)| i);
        let column = place.column.max(1) - 1;
        let end = if place.width == 0 { line.len() } else { byte(column.saturating_add(place.width)) };
        let at = |n: usize| u32::try_from(from + n).unwrap_or(u32::MAX);
        Span { file: self.file, start: at(byte(column)), end: at(end) }
    }
}
