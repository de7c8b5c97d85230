//! YAML 1.2 to records, by the core schema: `yes`, `no`, `on` and `off` are texts.

use kijun_diag::{FileId, Place};
use saphyr_parser::{Event, Parser, ScalarStyle, ScanError, Span, Tag};

use crate::build::{Bounds, Builder, Output, Select, Stop};
use crate::raw::Node;
use crate::wrong;

/// Reads all documents of a text. What is wrong is reported; `Err`: the rest could not be read.
pub(crate) fn read(
    file: FileId,
    text: &str,
    select: Select<'_>,
    bounds: Bounds,
    out: &mut Output<'_>,
) -> Result<(), Stop> {
    let mut reader = Reader { file, builder: Builder::new(select, bounds, out), documents: 0 };
    for event in Parser::new_from_str(text) {
        match event {
            Ok((event, span)) => reader.event(event, span)?,
            Err(error) => return Err(reader.broken(&error, text)),
        }
    }
    reader.end();
    Ok(())
}

struct Reader<'a, 'o, 'w> {
    file: FileId,
    builder: Builder<'a, 'o, 'w>,
    documents: usize,
}

impl Reader<'_, '_, '_> {
    fn event(&mut self, event: Event<'_>, span: Span) -> Result<(), Stop> {
        let place = self.place(span);
        match event {
            Event::Scalar(text, style, anchor, tag) => {
                self.scalar(&text, style, anchor, tag.as_deref(), place)
            }
            Event::SequenceStart(anchor, tag) => self.open(true, anchor, tag.as_deref(), place),
            Event::MappingStart(anchor, tag) => self.open(false, anchor, tag.as_deref(), place),
            Event::SequenceEnd | Event::MappingEnd => {
                self.builder.close();
                Ok(())
            }
            Event::Alias(anchor) => self.alias(anchor, place),
            Event::DocumentEnd => {
                self.documents += 1;
                self.builder.end_document(place);
                Ok(())
            }
            Event::Nothing | Event::StreamStart | Event::StreamEnd | Event::DocumentStart(_) => Ok(()),
        }
    }

    fn open(&mut self, list: bool, anchor: usize, tag: Option<&Tag>, place: Place) -> Result<(), Stop> {
        if self.builder.wants_key() {
            return Err(self.refuse(place, "key-not-scalar"));
        }
        let own = if list { "seq" } else { "map" };
        if tag.is_some_and(|tag| !(tag.is_yaml_core_schema() && tag.suffix == own)) {
            return Err(self.refuse(place, "tag"));
        }
        self.builder.open(list, anchor, place)
    }

    fn scalar(
        &mut self,
        text: &str,
        style: ScalarStyle,
        anchor: usize,
        tag: Option<&Tag>,
        place: Place,
    ) -> Result<(), Stop> {
        let plain = style == ScalarStyle::Plain;
        if self.builder.wants_key() {
            self.builder.key(text, place, plain && text == "<<");
            return Ok(());
        }
        let Some(node) = node(text, plain, tag) else { return Err(self.refuse(place, "tag")) };
        let empty = plain && text.is_empty();
        let place = if empty { self.builder.key_place().unwrap_or(place) } else { place };
        self.builder.scalar(node, anchor, place);
        Ok(())
    }

    fn alias(&mut self, anchor: usize, place: Place) -> Result<(), Stop> {
        if self.builder.wants_key() {
            return Err(self.refuse(place, "key-not-scalar"));
        }
        match self.builder.alias(anchor, place)? {
            true => Ok(()),
            false => Err(self.refuse(place, "alias-to-itself")),
        }
    }

    fn end(&mut self) {
        if self.documents == 0 {
            self.builder.end_document(Place { file: self.file, line: 1, column: 1, width: 0 });
        }
    }

    fn refuse(&mut self, place: Place, feature: &'static str) -> Stop {
        self.builder.report().push(wrong::yaml_feature(place, feature));
        Stop
    }

    fn broken(&mut self, error: &ScanError, text: &str) -> Stop {
        let (line, column) = (error.marker().line(), error.marker().col() + 1);
        let tab = if error.info().contains("tab") { tab(text, line) } else { None };
        let (line, column) = tab.unwrap_or((line, column));
        let (line, column) = (to_u32(line), to_u32(column));
        let place = Place { file: self.file, line, column, width: 0 };
        self.builder.report().push(wrong::syntax(place, "YAML", error.info().to_owned()));
        Stop
    }

    fn place(&self, span: Span) -> Place {
        let one_line = span.start.line() == span.end.line();
        let width = if one_line { span.end.col().saturating_sub(span.start.col()) } else { 0 };
        Place {
            file: self.file,
            line: to_u32(span.start.line()),
            column: to_u32(span.start.col() + 1),
            width: to_u32(width),
        }
    }
}

/// A tab that indents this line or the next one. The parser may have seen it only as the end of what is before it.
fn tab(text: &str, line: usize) -> Option<(usize, usize)> {
    let lines = text.lines().enumerate().skip(line.saturating_sub(1)).take(2);
    let indented = lines.map(|(i, line)| (i + 1, line.chars().take_while(|c| matches!(c, ' ' | '\t'))));
    indented.into_iter().find_map(|(line, mut blanks)| Some((line, blanks.position(|c| c == '\t')? + 1)))
}

/// A scalar by the core schema; `None` where its tag is not of the core schema.
fn node(text: &str, plain: bool, tag: Option<&Tag>) -> Option<Node> {
    match tag {
        None if plain => Some(resolve(text)),
        None => Some(Node::Text(text.into())),
        Some(tag) if !tag.is_yaml_core_schema() => None,
        Some(tag) => match tag.suffix.as_str() {
            "str" => Some(Node::Text(text.into())),
            "int" | "float" => Some(resolve(text)).filter(|node| matches!(node, Node::Number(_))),
            "bool" => Some(resolve(text)).filter(|node| matches!(node, Node::Bool(_))),
            "null" => Some(Node::Null),
            _ => None,
        },
    }
}

fn resolve(text: &str) -> Node {
    match text {
        "" | "~" | "null" | "Null" | "NULL" => Node::Null,
        "true" | "True" | "TRUE" => Node::Bool(true),
        "false" | "False" | "FALSE" => Node::Bool(false),
        _ if is_number(text) => Node::Number(text.into()),
        _ => Node::Plain(text.into()),
    }
}

/// Whether the core schema reads an integer or a float.
fn is_number(text: &str) -> bool {
    let all = |digits: &str, fits: fn(&char) -> bool| !digits.is_empty() && digits.chars().all(|c| fits(&c));
    if let Some(digits) = text.strip_prefix("0o") {
        return all(digits, |c| ('0'..='7').contains(c));
    }
    if let Some(digits) = text.strip_prefix("0x") {
        return all(digits, char::is_ascii_hexdigit);
    }
    let body = text.strip_prefix(['-', '+']).unwrap_or(text);
    matches!(body, ".inf" | ".Inf" | ".INF") || matches!(text, ".nan" | ".NaN" | ".NAN") || is_decimal(body)
}

fn is_decimal(body: &str) -> bool {
    let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    let (mantissa, exponent) = match body.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent.strip_prefix(['-', '+']).unwrap_or(exponent))),
        None => (body, None),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let some = !whole.is_empty() || !fraction.is_empty();
    some && digits(whole) && digits(fraction) && exponent.is_none_or(|e| !e.is_empty() && digits(e))
}

fn to_u32(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
