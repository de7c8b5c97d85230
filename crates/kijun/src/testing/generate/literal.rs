//! Subjects as a test gives them.

use std::sync::Arc;

use kijun_model::{Cell, Content, Field, Model, Subject, Type, Value};

/// So wide a line may be.
const WIDE: usize = 100;

/// `given KIND NAME { … }` as lines; `None` where a value cannot be written.
pub(super) fn given(model: &Model, number: usize, subject: &Subject) -> Option<String> {
    let kind = model.kind(subject.kind);
    let own = name(model, subject);
    let named = own.is_some();
    let name = own.unwrap_or_else(|| format!("{}{}", kind.name, number + 1));
    let key: Vec<usize> = kind.key().collect();
    let cells = kind.fields.iter().zip(&subject.cells).enumerate();
    let cells = cells.filter(|(place, _)| !(named && key.contains(place))).map(|(_, pair)| pair);
    let entries = entries(model, cells)?;
    let head = format!("  given {} {name}", kind.name);
    let line = format!("{head} {}\n", braced(&entries));
    if line.chars().count() <= WIDE {
        return Some(line);
    }
    let lines: String = entries.iter().map(|entry| format!("    {entry}\n")).collect();
    Some(format!("{head} {{\n{lines}  }}\n"))
}

/// The key as the subject's name, where that says it all.
fn name(model: &Model, subject: &Subject) -> Option<String> {
    let kind = model.kind(subject.kind);
    let mut key = kind.key();
    let (only, more) = (key.next()?, key.next());
    let is_text = matches!(kind.fields[only].ty.required(), Type::Text);
    (more.is_none() && is_text && is_name(&subject.key)).then(|| subject.key.to_string())
}

fn entries<'a>(model: &Model, cells: impl Iterator<Item = (&'a Field, &'a Cell)>) -> Option<Vec<String>> {
    let there = cells.filter(|(_, cell)| !matches!(cell.content, Content::Absent));
    there.map(|(field, cell)| Some(format!("{}: {}", field.name, literal(model, &field.ty, cell)?))).collect()
}

fn literal(model: &Model, ty: &Type, cell: &Cell) -> Option<String> {
    Some(match (&cell.content, ty.required()) {
        (Content::Value(value), _) => spelt(model, value),
        (Content::Null, _) => "null".to_owned(),
        (Content::Record(cells), Type::Record(id)) => {
            braced(&entries(model, model.record(*id).fields.iter().zip(cells))?)
        }
        (Content::List(items), Type::List(ty)) => {
            let items: Option<Vec<String>> = items.iter().map(|item| literal(model, ty, item)).collect();
            let items = items?;
            if items.is_empty() { "[]".to_owned() } else { format!("[ {} ]", items.join("  ")) }
        }
        (Content::Map(entries), Type::Map(ty)) => {
            let entry = |(name, cell): &(Arc<str>, Cell)| {
                let name = if is_name(name) { name.to_string() } else { format!("`{name}`") };
                Some(format!("{name}: {}", literal(model, ty, cell)?))
            };
            braced(&entries.iter().map(entry).collect::<Option<Vec<String>>>()?)
        }
        _ => return None,
    })
}

fn braced(entries: &[String]) -> String {
    if entries.is_empty() { "{}".to_owned() } else { format!("{{ {} }}", entries.join("  ")) }
}

/// A value: bare where it is one word that no reader takes for another value.
fn spelt(model: &Model, value: &Value) -> String {
    let text = model.show_value(value);
    let bare = match value {
        Value::Text(text) => is_name(text) && !matches!(&**text, "null" | "true" | "false"),
        _ => !text.is_empty() && text.chars().all(|c| c.is_alphanumeric() || "_-.:/+%".contains(c)),
    };
    if bare { text } else { quoted(&text) }
}

fn is_name(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
}

/// A text in quotes.
pub(super) fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}
