//! The manifest against its own schema: every unknown, repeated, missing and misspelt thing, each in its place.
//!
//! The schema is the one that is published, so that an editor and this check cannot disagree.

use kijun_diag::{Arg, Diagnostics, Span, nearest};
use serde_json::Value;

use super::places::Text;
use super::wrong;
use crate::raw::{Entry, Node, Raw};

/// Checks a tree against a schema.
pub(super) struct Check<'a> {
    root: &'a Value,
    lines: &'a Text<'a>,
    pub(super) diagnostics: Diagnostics,
}

impl<'a> Check<'a> {
    pub(super) fn new(root: &'a Value, lines: &'a Text<'a>) -> Check<'a> {
        Check { root, lines, diagnostics: Diagnostics::default() }
    }

    /// Checks the whole manifest. Of another version of ours, nothing but the version is checked.
    pub(super) fn document(&mut self, raw: &Raw) {
        match raw.get("kijun") {
            Some(version) if version.node != Node::Number("1".into()) => {
                let found = version.node.written().unwrap_or("").to_owned();
                self.diagnostics.push(wrong::version(self.lines.span(version.place), &found));
            }
            _ => self.value(self.root, raw, self.lines.span(raw.place)),
        }
    }

    /// `at`: where to point if something is missing.
    fn value(&mut self, schema: &'a Value, raw: &Raw, at: Span) {
        let schemas = self.alternatives(schema);
        let fitting = schemas.iter().find(|schema| fits(schema, &raw.node));
        match (fitting, &raw.node) {
            (_, Node::Bad) => {}
            (None, node) => {
                let expected = schemas.iter().filter_map(|schema| word(schema)).collect();
                let found = node.written().map_or(Arg::Word(node.word()), |text| format!("`{text}`").into());
                self.diagnostics.push(wrong::wrong_type(self.lines.span(raw.place), expected, found));
            }
            (Some(schema), Node::Map(entries)) => self.map(schema, entries, at),
            (Some(schema), Node::List(items)) => {
                let Some(inner) = schema.get("items") else { return };
                items.iter().for_each(|item| self.value(inner, item, self.lines.span(item.place)));
            }
            (Some(schema), Node::Text(text) | Node::Plain(text)) => self.text(schema, text, raw),
            _ => {}
        }
    }

    fn map(&mut self, schema: &'a Value, entries: &[Entry], at: Span) {
        let properties = schema.get("properties").and_then(Value::as_object);
        let others = schema.get("additionalProperties").filter(|others| others.is_object());
        for entry in entries {
            let key = self.lines.span(entry.place);
            let known = properties.and_then(|p| p.get(&*entry.name));
            match known.or(others) {
                Some(inner) => self.value(inner, &entry.value, key),
                None => {
                    let known: Vec<&str> =
                        properties.into_iter().flat_map(|p| p.keys()).map(String::as_str).collect();
                    self.diagnostics.push(wrong::unknown_key(key, &entry.name, &known));
                }
            }
        }
        for name in strings(schema.get("required")) {
            // A name that is only misspelt has had its diagnostic.
            let is = |entry: &Entry| *entry.name == *name || nearest(&entry.name, [name]).is_some();
            if !entries.iter().any(is) {
                self.diagnostics.push(wrong::missing_key(at, name));
            }
        }
    }

    fn text(&mut self, schema: &'a Value, text: &str, raw: &Raw) {
        let at = self.lines.span(raw.place);
        let words = words(schema);
        if !words.is_empty() && !words.contains(&text) {
            self.diagnostics.push(wrong::unknown_word(at, text, &words));
        }
        let date = schema.get("format").and_then(Value::as_str) == Some("date");
        if date && crate::scalar::iso(text).is_none() {
            self.diagnostics.push(wrong::not_a_date(at, text));
        }
    }

    /// The schemas of which one must fit, without references.
    fn alternatives(&self, schema: &'a Value) -> Vec<&'a Value> {
        if let Some(name) = schema.get("$ref").and_then(Value::as_str) {
            let target = name.strip_prefix('#').and_then(|pointer| self.root.pointer(pointer));
            return target.map(|target| self.alternatives(target)).unwrap_or_default();
        }
        match schema.get("anyOf").and_then(Value::as_array) {
            Some(schemas) => schemas.iter().flat_map(|schema| self.alternatives(schema)).collect(),
            None => vec![schema],
        }
    }
}

/// Whether a value is of the sort that a schema wants. A number may stand for a text, as it is written.
fn fits(schema: &Value, node: &Node) -> bool {
    let has = |name: &str| types(schema).contains(&name);
    match node {
        Node::Null => has("null"),
        Node::Bool(_) => has("boolean"),
        Node::Number(text) => has("integer") && text.bytes().all(|b| b.is_ascii_digit()) || has("number"),
        Node::Text(_) | Node::Plain(_) | Node::Written(_) => has("string"),
        Node::List(_) => has("array"),
        Node::Map(_) => has("object"),
        Node::Fault(_) | Node::Bad => true,
    }
}

fn types(schema: &Value) -> Vec<&str> {
    match schema.get("type") {
        Some(Value::String(name)) => vec![name],
        Some(list) => strings(Some(list)).collect(),
        None if !words(schema).is_empty() => vec!["string"],
        None => Vec::new(),
    }
}

/// What a schema wants, as a word of the catalogue.
fn word(schema: &Value) -> Option<&'static str> {
    types(schema).into_iter().find_map(|name| {
        Some(match name {
            "boolean" => "type-bool",
            "integer" if schema.get("minimum").is_some() => "type-count",
            "integer" => "type-int",
            "string" if schema.get("format").is_some() => "type-date",
            "string" => "found-text",
            "array" => "found-list",
            "object" => "found-record",
            _ => return None,
        })
    })
}

/// The words of a closed set.
fn words(schema: &Value) -> Vec<&str> {
    let listed = strings(schema.get("enum"));
    let one_of = schema.get("oneOf").and_then(Value::as_array).into_iter().flatten();
    listed
        .chain(one_of.filter_map(|one| one.get("const").and_then(Value::as_str)))
        .chain(one_of_enums(schema))
        .collect()
}

fn one_of_enums(schema: &Value) -> impl Iterator<Item = &str> {
    let one_of = schema.get("oneOf").and_then(Value::as_array).into_iter().flatten();
    one_of.flat_map(|one| strings(one.get("enum")))
}

fn strings(value: Option<&Value>) -> impl Iterator<Item = &str> {
    value.and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str)
}
