//! Markdown documents to records: the front matter's fields, and the sections of the text under the name `sections`.

mod sections;

use std::sync::Arc;

use kijun_diag::{FileId, Place};

use crate::build::{Bounds, Output, Record, Select, Stop, Unit};
use crate::raw::{Entry, Node, Raw};
use crate::{wrong, yaml};

/// The name under which a document's sections are.
pub(crate) const SECTIONS: &str = "sections";

/// What encloses the front matter.
const FENCE: &str = "---";

/// Reads a document, which is one record. `with_sections`: whether something takes them.
pub(crate) fn read(
    file: FileId,
    text: &str,
    with_sections: bool,
    bounds: Bounds,
    out: &mut Output<'_>,
) -> Result<(), Stop> {
    let start = Place { file, line: 1, column: 1, width: 0 };
    let Some(front) = front_matter(text) else {
        out.report.push(wrong::unclosed_front_matter(start));
        return Err(Stop);
    };
    let mut raw = match front.is_empty() {
        true => Raw::new(Node::Map(Vec::new()), start),
        false => fields(file, front, bounds, out)?,
    };
    if raw.node == Node::Null {
        raw = Raw::new(Node::Map(Vec::new()), start);
    }
    if with_sections {
        add_sections(&mut raw, text, front, start, out);
    }
    (out.sink)(Record { entry: None, raw }, out.report);
    Ok(())
}

/// The front matter with the line that opens it, so that its lines are those of the file; empty where there is none. `None`: it does
/// not end.
fn front_matter(text: &str) -> Option<&str> {
    let mut lines = text.split_inclusive('\n');
    if !lines.next().is_some_and(is_fence) {
        return Some("");
    }
    let end = text.split_inclusive('\n').skip(1).scan(text.find('\n')? + 1, |at, line| {
        let begin = *at;
        *at += line.len();
        Some((begin, line))
    });
    let (end, _) = end.into_iter().find(|(_, line)| is_fence(line))?;
    text.get(..end)
}

fn is_fence(line: &str) -> bool {
    line.trim_end() == FENCE
}

/// The fields of the front matter.
fn fields(file: FileId, front: &str, bounds: Bounds, out: &mut Output<'_>) -> Result<Raw, Stop> {
    let mut found = None;
    let select = Select { path: &[], unit: Unit::Whole };
    let mut sink = |record: Record, _: &mut crate::report::Report| found = Some(record.raw);
    yaml::read(file, front, select, bounds, &mut Output { sink: &mut sink, report: out.report })?;
    found.ok_or(Stop)
}

/// Adds the sections of what follows the front matter, with the beginning of the text as the place of their list.
fn add_sections(raw: &mut Raw, text: &str, front: &str, start: Place, out: &mut Output<'_>) {
    let fence = text
        .get(front.len()..)
        .filter(|_| !front.is_empty())
        .and_then(|rest| rest.split_inclusive('\n').next());
    let begin = front.len() + fence.map_or(0, str::len);
    let (before, body) = text.split_at_checked(begin).unwrap_or(("", text));
    let lines = before.matches('\n').count();
    let place = Place { line: u32::try_from(lines + 1).unwrap_or(u32::MAX), ..start };
    let Node::Map(entries) = &mut raw.node else { return };
    let mut node = Node::List(sections::of(body, place));
    if let Some(own) = entries.iter_mut().find(|entry| &*entry.name == SECTIONS) {
        out.report.push(wrong::duplicate_key(own.place, SECTIONS, place));
        own.value.node = Node::Bad;
        node = Node::Bad;
    }
    entries.push(Entry { name: Arc::from(SECTIONS), place, value: Raw::new(node, place) });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn front_matter_stands_between_two_fences_at_the_beginning() {
        assert_eq!(front_matter("---\nid: a\n--- \n# A\n"), Some("---\nid: a\n"));
        assert_eq!(front_matter("---\r\nid: a\r\n---"), Some("---\r\nid: a\r\n"));
        assert_eq!(front_matter("---\n---\n"), Some("---\n"));
        for none in ["", "# A\n\n---\n", "\n---\nid: a\n---\n", "----\n"] {
            assert_eq!(front_matter(none), Some(""), "{none}");
        }
        for open in ["---", "---\n", "---\nid: a\n----\n"] {
            assert_eq!(front_matter(open), None, "{open}");
        }
    }
}
