//! Records that stand in rules, as tests give them: decoded like evidence, without a manifest.

use std::sync::Arc;

use jiff::civil::Date;
use kijun_diag::{Diagnostics, Place, Sources, Span};
use kijun_model::{Cell, Content, Field, Given, Ident, Literal, LiteralKind, Model, Subject, Type, Value};

use crate::decode::Decoder;
use crate::given::Met;
use crate::raw::{Entry, Node, Raw};
use crate::report::Report;
use crate::scalar;

/// So many diagnostics are told of one record.
const MOST: u32 = 20;

/// The subject that a test gives, its evidence taken on a day, and what is wrong with its values.
///
/// Where the record does not give a key that is one field, the subject's name is the key.
#[must_use]
pub fn given(model: &Model, sources: &Sources, given: &Given, taken_on: Date) -> (Subject, Diagnostics) {
    let reader = Reader { model, sources };
    let fields = &model.kind(given.kind).fields;
    let raw = reader.record(fields, &given.record);
    let (mut met, mut report) = (Met::new(&[]), Report::new(MOST));
    let mut cells = Decoder::new(model, &mut report, &mut met, &raw, false).fields(fields, None, &raw);
    let key = key(model, given, &mut cells);
    let subject =
        Subject { kind: given.kind, key, cells, place: raw.place, taken_on: Some(taken_on), taken_at: None };
    (subject, report.finish())
}

/// The key that a record tells, else the subject's name, which then is what its key holds.
fn key(model: &Model, given: &Given, cells: &mut [Cell]) -> Arc<str> {
    let key: Vec<usize> = model.kind(given.kind).key().collect();
    let told = key.iter().map(|&i| match &cells[i].content {
        Content::Value(value) => Some(scalar::key_text(model, value)),
        _ => None,
    });
    if let Some(parts) = told.collect::<Option<Vec<Arc<str>>>>().filter(|parts| !parts.is_empty()) {
        return parts.join("/").into();
    }
    if let [only] = key[..]
        && cells[only].content == Content::Absent
        && matches!(model.kind(given.kind).fields[only].ty.required(), Type::Text | Type::Ref(_))
    {
        cells[only].content = Content::Value(Value::Text(Arc::clone(&given.name)));
    }
    Arc::clone(&given.name)
}

struct Reader<'a> {
    model: &'a Model,
    sources: &'a Sources,
}

impl Reader<'_> {
    /// A record, its fields under the names that the decoder looks for: those of the evidence.
    fn record(&self, fields: &[Field], literal: &Literal) -> Raw {
        let entries = match &literal.kind {
            LiteralKind::Record(entries) => &entries[..],
            _ => return self.value(None, literal),
        };
        let entry = |(name, value): &(Ident, Literal)| {
            let field = fields.iter().find(|field| *field.name == *name.name);
            let by_from = || fields.iter().find(|f| f.from.iter().any(|from| **from == *name.name));
            let known = field.and_then(|field| field.from.first()).cloned();
            Entry {
                name: known.unwrap_or_else(|| name.name.as_str().into()),
                place: self.place(name.span),
                value: self.value(field.or_else(by_from).map(|field| &field.ty), value),
            }
        };
        Raw::new(Node::Map(entries.iter().map(entry).collect()), self.place(literal.span))
    }

    fn value(&self, ty: Option<&Type>, literal: &Literal) -> Raw {
        let node = match (&literal.kind, ty.map(Type::required)) {
            (LiteralKind::Record(_), Some(Type::Record(id))) => {
                return self.record(&self.model.record(*id).fields, literal);
            }
            (LiteralKind::Record(entries), ty) => {
                let element = match ty {
                    Some(Type::Map(element)) => Some(&**element),
                    _ => None,
                };
                let entry = |(name, value): &(Ident, Literal)| Entry {
                    name: name.name.as_str().into(),
                    place: self.place(name.span),
                    value: self.value(element, value),
                };
                Node::Map(entries.iter().map(entry).collect())
            }
            (LiteralKind::List(items), ty) => {
                let element = match ty {
                    Some(Type::List(element)) => Some(&**element),
                    _ => None,
                };
                Node::List(items.iter().map(|item| self.value(element, item)).collect())
            }
            (LiteralKind::Text(text), _) => Node::Text(text.as_str().into()),
            (LiteralKind::Word(word), _) if word == "null" => Node::Null,
            (LiteralKind::Word(word), _) => Node::Written(word.as_str().into()),
        };
        Raw::new(node, self.place(literal.span))
    }

    fn place(&self, span: Span) -> Place {
        let source = self.sources.get(span.file);
        let (start, end) = (source.position(span.start), source.position(span.end));
        let width = if start.line == end.line { end.column - start.column } else { 0 };
        Place { file: span.file, line: start.line, column: start.column, width }
    }
}
