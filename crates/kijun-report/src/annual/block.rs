//! The blocks of a report, whatever the format: what functions of templates make, and what each format writes.

use super::Format;
use super::{html, markdown};

/// A block. Its texts are in the format already, escaped.
#[derive(Debug)]
pub(super) enum Block {
    /// A heading; 1 is a chapter.
    Heading { level: usize, id: Option<String>, number: String, text: String },
    /// A paragraph.
    Paragraph(String),
    /// Something said beside the rest.
    Note(String),
    /// Something that should be there and is not.
    Gap(String),
    /// A list.
    List { ordered: bool, items: Vec<String> },
    /// Terms and what they mean.
    Terms(Vec<(String, String)>),
    /// Text of which every line is kept.
    Verbatim(String),
    /// A table.
    Table(Table),
    /// A picture with its data, and whether it shows all of them. Markdown shows the data alone.
    Figure { svg: String, caption: String, summary: String, table: Table, whole: bool },
    /// The marks between which a part stands that belongs together; empty ends it.
    Group(Option<String>),
}

/// A table; the first cell of a row names the row.
#[derive(Debug, Default)]
pub(super) struct Table {
    pub(super) caption: String,
    pub(super) head: Vec<String>,
    pub(super) rows: Vec<Vec<Cell>>,
    /// What is said where there is no row.
    pub(super) empty: String,
}

/// A cell.
#[derive(Debug)]
pub(super) struct Cell {
    pub(super) text: String,
    /// Whether it is aligned as numbers are.
    pub(super) number: bool,
}

impl Block {
    /// The block in a format.
    pub(super) fn write(&self, format: Format) -> String {
        match format {
            Format::Html => html::block(self),
            Format::Markdown => markdown::block(self),
        }
    }
}
