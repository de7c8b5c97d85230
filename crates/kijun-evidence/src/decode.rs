//! Raw values to cells, by the types of the vocabulary.

use kijun_diag::{Arg, Place, Span};
use kijun_model::{Cell, Content, Field, Model, Type};

use crate::given::Met;
use crate::names::Names;
use crate::raw::{Node, Raw};
use crate::report::Report;
use crate::scalar::{self, Misread};
use crate::wrong;

/// Decodes the values of one record.
pub(crate) struct Decoder<'a, 'p> {
    model: &'a Model,
    report: &'a mut Report,
    /// What becomes of the names that the manifest gives.
    met: &'a mut Met<'p>,
    /// The record, or the innermost element of a list or map: names of the manifest are looked up here.
    base: &'a Raw,
    /// Whether a record stands flat, its inner fields as columns `outer.inner`.
    flat: bool,
    path: Vec<Step<'a>>,
    declared: Option<Span>,
}

/// A step on the way to a value.
enum Step<'a> {
    Field(&'a str),
    Index(usize),
    Name(&'a str),
}

impl<'a, 'p> Decoder<'a, 'p> {
    pub(crate) fn new(
        model: &'a Model,
        report: &'a mut Report,
        met: &'a mut Met<'p>,
        base: &'a Raw,
        flat: bool,
    ) -> Decoder<'a, 'p> {
        Decoder { model, report, met, base, flat, path: Vec::new(), declared: None }
    }

    /// One cell for each field.
    pub(crate) fn fields(
        &mut self,
        fields: &'a [Field],
        names: Option<&'a Names>,
        raw: &'a Raw,
    ) -> Box<[Cell]> {
        fields.iter().map(|field| self.field(field, names, Some(raw), raw.place)).collect()
    }

    /// The cell of one field. `raw`: the record it belongs to, where there is one.
    pub(crate) fn field(
        &mut self,
        field: &'a Field,
        names: Option<&'a Names>,
        raw: Option<&'a Raw>,
        parent: Place,
    ) -> Cell {
        let names = names.and_then(|names| names.below(&field.name));
        let outer = self.declared.replace(field.span);
        self.path.push(Step::Field(&field.name));
        let cell = match self.locate(field, names, raw) {
            Some(value) => self.value(&field.ty, names, value),
            None if self.lacks_column(names) => Cell { content: Content::Malformed, place: parent },
            None => self.scattered(field, names, parent),
        };
        self.path.pop();
        self.declared = outer;
        cell
    }

    /// Whether the field's column should be there and is not, which has had its diagnostic.
    fn lacks_column(&self, names: Option<&Names>) -> bool {
        names.and_then(Names::own).is_some_and(|own| self.flat && self.met.no_column(own.number))
    }

    /// Decodes a value by a type, with diagnostics under the field's name.
    pub(crate) fn single(&mut self, field: &'a Field, value: &'a Raw) -> Cell {
        self.declared = Some(field.span);
        self.path.push(Step::Field(&field.name));
        let cell = self.value(&field.ty, None, value);
        self.path.pop();
        cell
    }

    /// The manifest's name first, then the vocabulary's, then a column named by the whole path.
    fn locate(&mut self, field: &Field, names: Option<&Names>, raw: Option<&'a Raw>) -> Option<&'a Raw> {
        let given = names.and_then(Names::own).and_then(|own| self.met.find(own.number, self.base));
        let by_vocabulary = || match (raw, &field.from[..]) {
            (None, _) => None,
            (Some(raw), []) => raw.get(&field.name),
            (Some(raw), from) => from.iter().find_map(|name| raw.find(name)),
        };
        let nested = self.flat && self.path.len() > 1;
        let by_path = || if nested { self.base.get(&self.path_text()) } else { None };
        given.or_else(by_vocabulary).or_else(by_path)
    }

    /// A record that does not stand in one piece: its fields may still be named by the manifest, or be columns.
    fn scattered(&mut self, field: &'a Field, names: Option<&'a Names>, parent: Place) -> Cell {
        let Type::Record(id) = field.ty.required() else { return Cell::absent(parent) };
        if names.is_none() && !self.has_columns_below() {
            return Cell::absent(parent);
        }
        let fields = &self.model.record(*id).fields;
        let cells: Box<[Cell]> = fields.iter().map(|f| self.field(f, names, None, parent)).collect();
        match cells.iter().find(|cell| cell.content != Content::Absent).map(|cell| cell.place) {
            Some(place) => Cell { content: Content::Record(cells), place },
            None => Cell::absent(parent),
        }
    }

    fn has_columns_below(&self) -> bool {
        let below = self.flat.then(|| format!("{}.", self.path_text()));
        below.is_some_and(|below| self.base.entries().iter().any(|e| e.name.starts_with(&below)))
    }

    fn value(&mut self, ty: &'a Type, names: Option<&'a Names>, raw: &'a Raw) -> Cell {
        let content = match (ty.required(), &raw.node) {
            (_, Node::Null) => Content::Null,
            (_, Node::Written(text)) if text.is_empty() => Content::Null,
            (_, Node::Fault(found)) => {
                self.report.push(wrong::error_cell(raw.place, &self.path_text(), found));
                Content::Malformed
            }
            (_, Node::Bad) | (Type::Broken | Type::Subject(_), _) => Content::Malformed,
            (Type::Record(id), Node::Map(_)) => {
                Content::Record(self.fields(&self.model.record(*id).fields, names, raw))
            }
            (Type::List(ty), Node::List(items)) => {
                let item = |(i, item)| self.inner(Step::Index(i), ty, names, item);
                Content::List(items.iter().enumerate().map(item).collect())
            }
            (Type::Map(ty), Node::Map(entries)) => {
                let mut inner = |name: &'a str, raw| self.inner(Step::Name(name), ty, names, raw);
                let cells = entries.iter().map(|e| (e.name.clone(), inner(&e.name, &e.value)));
                Content::Map(cells.collect())
            }
            (ty, node) => return Cell { content: self.scalar(ty, node, raw.place), place: raw.place },
        };
        Cell { content, place: raw.place }
    }

    /// An element of a list or map. Inside, the manifest's names mean the element.
    fn inner(&mut self, step: Step<'a>, ty: &'a Type, names: Option<&'a Names>, raw: &'a Raw) -> Cell {
        let outer = (std::mem::replace(&mut self.base, raw), std::mem::replace(&mut self.flat, false));
        self.path.push(step);
        let cell = self.value(ty, names, raw);
        self.path.pop();
        (self.base, self.flat) = outer;
        cell
    }

    fn scalar(&mut self, ty: &Type, node: &Node, place: Place) -> Content {
        if let Some(text) = node.written()
            && may_stand_for(ty, node)
            && let Some(value) = scalar::value(self.model, ty, text)
        {
            return Content::Value(value);
        }
        let diagnostic = self.misfit(ty, node, place);
        self.report.push(match self.declared {
            Some(span) => diagnostic.also("declared", span),
            None => diagnostic,
        });
        Content::Malformed
    }

    fn misfit(&self, ty: &Type, node: &Node, place: Place) -> kijun_diag::Diagnostic {
        let path = self.path_text();
        if let (Type::Enum(id), Some(text)) = (ty, node.written()) {
            let members = &self.model.enumeration(*id).members;
            let spellings: Vec<&str> = members
                .iter()
                .flat_map(|m| std::iter::once(&m.name).chain(&m.from))
                .map(|name| &**name)
                .collect();
            return wrong::unknown_member(place, &path, &shown(text), &spellings);
        }
        let hint = hint(ty, node);
        let quote = if hint == QUOTED { "\"" } else { "" };
        let as_written = |text| Arg::Text(format!("`{quote}{}{quote}`", shown(text)));
        let found = node.written().map_or(Arg::Word(node.word()), as_written);
        wrong::wrong_type(place, &path, Arg::Word(type_word(ty)), found, hint)
    }

    fn path_text(&self) -> String {
        let mut text = String::new();
        for step in &self.path {
            match step {
                Step::Field(name) | Step::Name(name) if text.is_empty() => text.push_str(name),
                Step::Field(name) | Step::Name(name) => {
                    text.push('.');
                    text.push_str(name);
                }
                // Elements count from 1, as in findings.
                Step::Index(i) => text.push_str(&format!("[{}]", i + 1)),
            }
        }
        text
    }
}

/// Whether a format's own sort of scalar may stand for a type. No value is turned into another silently: a quoted
/// number is a text, and a number is taken for a text only as it was written.
fn may_stand_for(ty: &Type, node: &Node) -> bool {
    match node {
        Node::Written(_) => true,
        Node::Bool(_) => matches!(ty, Type::Bool | Type::Enum(_)),
        Node::Number(_) => {
            let as_written = matches!(ty, Type::Text | Type::Ref(_) | Type::Version | Type::Enum(_));
            // `20110401` is a day of eight digits.
            as_written || matches!(ty, Type::Int | Type::Number | Type::Date)
        }
        Node::Plain(text) if matches!(ty, Type::Int | Type::Number) => scalar::is_office_number(text),
        Node::Text(_) | Node::Plain(_) => !matches!(ty, Type::Bool | Type::Int | Type::Number),
        _ => false,
    }
}

/// The name of a type, as a word of the catalogue.
pub(crate) fn type_word(ty: &Type) -> &'static str {
    match ty.required() {
        Type::Bool => "type-bool",
        Type::Int => "type-int",
        Type::Number => "type-number",
        Type::Text => "type-text",
        Type::Ref(_) => "type-ref",
        Type::Date => "type-date",
        Type::DateTime => "type-datetime",
        Type::Duration => "type-duration",
        Type::BusinessDays => "type-business-days",
        Type::Version => "type-version",
        Type::Size => "type-size",
        Type::Percent => "type-percent",
        Type::Ip => "type-ip",
        Type::Enum(_) => "type-enum",
        Type::List(_) => "type-list",
        Type::Map(_) => "type-map",
        Type::Record(_) | Type::Subject(_) | Type::Broken | Type::Optional(_) => "type-record",
    }
}

/// The hint about a number that is a text.
const QUOTED: &str = "hint-quoted-number";

/// What to do about a value that does not fit, as a word of the catalogue.
fn hint(ty: &Type, node: &Node) -> &'static str {
    let text = node.written().unwrap_or("");
    let is_number = || scalar::number(&scalar::fold(text)).is_some();
    match ty {
        Type::Bool if is_yes_or_no(text) => "hint-bool",
        Type::Percent if is_number() => "hint-percent",
        Type::Int | Type::Number if matches!(node, Node::Text(_)) && is_number() => QUOTED,
        Type::Int | Type::Number | Type::Percent if text.contains([',', '，']) => "hint-grouping",
        Type::Int if is_number() => "hint-whole-number",
        Type::Date => misread(scalar::misread(text), "hint-date"),
        Type::DateTime => misread(scalar::misread_moment(text), "hint-datetime"),
        Type::Duration if text.ends_with('月') => "hint-months",
        Type::Duration => "hint-duration",
        Type::BusinessDays => "hint-business-days",
        Type::Size => "hint-size",
        Type::List(_) | Type::Map(_) if matches!(node, Node::Written(_)) => "hint-csv-list",
        _ => "hint-declared",
    }
}

/// Words that look like conditions.
fn is_yes_or_no(text: &str) -> bool {
    ["yes", "no", "on", "off", "y", "n"].iter().any(|word| word.eq_ignore_ascii_case(text))
}

/// What to do about a day, as a word of the catalogue.
pub(crate) fn misread(why: Option<Misread>, otherwise: &'static str) -> &'static str {
    match why {
        Some(Misread::ShortYear) => "hint-date-short-year",
        Some(Misread::YearLast) => "hint-date-year-last",
        Some(Misread::NoSuchDay) => "hint-date-none",
        Some(Misread::NotInEra(era)) => era.bounds,
        Some(Misread::Form) | None => otherwise,
    }
}

/// A value of evidence, cut and made harmless for a message.
pub(crate) fn shown(text: &str) -> String {
    const MOST: usize = 60;
    let harmless = |c: char| if c.is_control() { '\u{FFFD}' } else { c };
    let cut: String = text.chars().take(MOST).map(harmless).collect();
    if text.chars().nth(MOST).is_some() { format!("{cut}…") } else { cut }
}
