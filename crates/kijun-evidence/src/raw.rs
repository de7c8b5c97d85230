//! What a file says, before anybody knows of what type it should be: a tree with places.

use std::sync::Arc;

use kijun_diag::Place;

/// A value and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Raw {
    /// Where.
    pub(crate) place: Place,
    /// What.
    pub(crate) node: Node,
}

/// A value as the format tells it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Node {
    /// The format's own nothing.
    Null,
    /// `true`, `false`
    Bool(bool),
    /// A number, as it was written.
    Number(Box<str>),
    /// A text.
    Text(Box<str>),
    /// A text of YAML without quotes, which may be a number as an office writes it.
    Plain(Box<str>),
    /// A text whose type only the field can tell: a cell of CSV, a captured part of a path, a map's name.
    Written(Box<str>),
    /// A list.
    List(Vec<Raw>),
    /// Names and values, in the order of the file, each name once.
    Map(Vec<Entry>),
    /// A cell whose formula has failed: `#N/A`.
    Fault(Box<str>),
    /// Something that has had its diagnostic.
    Bad,
}

/// A name and its value.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Entry {
    /// The name.
    pub(crate) name: Arc<str>,
    /// Where the name stands.
    pub(crate) place: Place,
    /// The value.
    pub(crate) value: Raw,
}

impl Raw {
    /// A value at a place.
    pub(crate) fn new(node: Node, place: Place) -> Raw {
        Raw { place, node }
    }

    /// The entries of a map; of anything else, none.
    pub(crate) fn entries(&self) -> &[Entry] {
        match &self.node {
            Node::Map(entries) => entries,
            _ => &[],
        }
    }

    /// The value of a name in a map.
    pub(crate) fn get(&self, name: &str) -> Option<&Raw> {
        self.entries().iter().find(|e| &*e.name == name).map(|e| &e.value)
    }

    /// The value at a dotted path. A name that itself holds dots comes before a path through maps.
    pub(crate) fn find(&self, path: &str) -> Option<&Raw> {
        self.get(path).or_else(|| {
            path.match_indices('.')
                .find_map(|(i, _)| self.get(&path[..i]).and_then(|r| r.find(&path[i + 1..])))
        })
    }

    /// How many values it holds, itself included.
    pub(crate) fn count(&self) -> u64 {
        1 + match &self.node {
            Node::List(items) => items.iter().map(Raw::count).sum(),
            Node::Map(entries) => entries.iter().map(|e| e.value.count()).sum(),
            _ => 0,
        }
    }
}

impl Node {
    /// A scalar as it was written.
    pub(crate) fn written(&self) -> Option<&str> {
        match self {
            Node::Bool(true) => Some("true"),
            Node::Bool(false) => Some("false"),
            Node::Number(text)
            | Node::Text(text)
            | Node::Plain(text)
            | Node::Written(text)
            | Node::Fault(text) => Some(text),
            Node::Null | Node::List(_) | Node::Map(_) | Node::Bad => None,
        }
    }

    /// What it is, as a word of the catalogue.
    pub(crate) fn word(&self) -> &'static str {
        match self {
            Node::Null => "found-null",
            Node::Bool(_) => "found-bool",
            Node::Number(_) => "found-number",
            Node::Text(_) | Node::Plain(_) | Node::Written(_) => "found-text",
            Node::List(_) => "found-list",
            Node::Map(_) => "found-record",
            Node::Fault(_) | Node::Bad => "found-malformed",
        }
    }
}
