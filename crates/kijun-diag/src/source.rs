//! Texts and the places in them.

use std::sync::Arc;

/// The number of a file in [`Sources`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(u32);

/// A run of bytes in a text that [`Sources`] holds (rules, manifest).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The file.
    pub file: FileId,
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// The smallest span that covers both; `self`'s file is kept.
    #[must_use]
    pub fn to(self, other: Span) -> Span {
        Span { file: self.file, start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}

/// A place in an evidence file, whose text is not kept in memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The file.
    pub file: FileId,
    /// Line, from 1.
    pub line: u32,
    /// Column in characters, from 1.
    pub column: u32,
    /// Width in characters; 0 where only the start is known.
    pub width: u32,
}

/// A line and a column, both from 1; the column counts characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    /// Line, from 1.
    pub line: u32,
    /// Column in characters, from 1.
    pub column: u32,
}

/// One file: its name as the project writes it (forward slashes) and, for rules and manifests, its text.
#[derive(Clone, Debug)]
pub struct Source {
    name: String,
    text: Option<Arc<str>>,
    line_starts: Vec<u32>,
}

impl Source {
    /// The file's name, relative to the project, with forward slashes.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The text, or `None` for evidence, which is not kept.
    #[must_use]
    pub fn text(&self) -> Option<&Arc<str>> {
        self.text.as_ref()
    }

    /// Line and column of a byte offset. An offset past the end is the end.
    #[must_use]
    pub fn position(&self, offset: u32) -> Position {
        let line = self.line_starts.partition_point(|&start| start <= offset).max(1);
        let start = self.line_starts.get(line - 1).copied().unwrap_or(0) as usize;
        let text = self.text.as_deref().unwrap_or("");
        let end = (offset as usize).min(text.len());
        let column = text.get(start..end).map_or(0, |before| before.chars().count()) + 1;
        Position { line: to_u32(line), column: to_u32(column) }
    }
}

/// Every file of a run, numbered in the order in which it was met.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    files: Vec<Source>,
}

impl Sources {
    /// Adds a file whose text is kept. A leading byte order mark must have been removed.
    pub fn add(&mut self, name: impl Into<String>, text: impl Into<Arc<str>>) -> FileId {
        let text: Arc<str> = text.into();
        let line_starts = std::iter::once(0)
            .chain(text.bytes().enumerate().filter(|(_, b)| *b == b'\n').map(|(i, _)| to_u32(i + 1)))
            .collect();
        self.push(Source { name: name.into(), text: Some(text), line_starts })
    }

    /// Adds a file of which only the name is kept.
    pub fn add_name(&mut self, name: impl Into<String>) -> FileId {
        self.push(Source { name: name.into(), text: None, line_starts: Vec::new() })
    }

    fn push(&mut self, source: Source) -> FileId {
        self.files.push(source);
        FileId(to_u32(self.files.len() - 1))
    }

    /// The file with this number. Numbers come only from this collection.
    #[must_use]
    pub fn get(&self, file: FileId) -> &Source {
        &self.files[file.0 as usize]
    }

    /// The text under a span, empty where the text is not kept.
    #[must_use]
    pub fn slice(&self, span: Span) -> &str {
        let text = self.get(span.file).text.as_deref().unwrap_or("");
        text.get(span.start as usize..span.end as usize).unwrap_or("")
    }

    /// All files, in order.
    pub fn iter(&self) -> impl Iterator<Item = (FileId, &Source)> {
        self.files.iter().enumerate().map(|(i, source)| (FileId(to_u32(i)), source))
    }
}

fn to_u32(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_not_bytes() {
        let mut sources = Sources::default();
        let file = sources.add("a.kijun", "条\n第3条 x");
        let position = sources.get(file).position("条\n第3条 ".len() as u32);
        assert_eq!(position, Position { line: 2, column: 5 });
    }

    #[test]
    fn an_offset_past_the_end_is_the_end() {
        let mut sources = Sources::default();
        let file = sources.add("a.kijun", "ab");
        assert_eq!(sources.get(file).position(99), Position { line: 1, column: 3 });
    }
}
