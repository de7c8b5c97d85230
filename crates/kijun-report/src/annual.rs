//! The annual report: a record, templates and prose to one document.
//!
//! What stands in the report, in which order and in whose words, is the templates' matter; here is only what they can use.

mod block;
mod charts;
mod engine;
pub(crate) mod escape;
mod functions;
mod gather;
mod html;
mod markdown;
mod page;
mod prose;
mod recipients;
mod templates;
pub(crate) mod view;
pub(crate) mod words;
mod workbook;

use kijun_diag::Lang;
use kijun_findings::RunRecord;

pub use engine::TemplateError;
pub use page::Gap;
pub use prose::Prose;
pub use recipients::{Letter, Split};
pub use templates::{Templates, shipped_templates};

use crate::book::WorkbookError;
use engine::Engine;

/// What a report is made from.
#[derive(Clone, Copy, Debug)]
pub struct Report<'a> {
    /// The run.
    pub record: &'a RunRecord,
    /// The run of the year before, where there is one.
    pub previous: Option<&'a RunRecord>,
    /// The templates.
    pub templates: &'a Templates,
    /// The body's own words.
    pub prose: &'a Prose,
    /// The language.
    pub lang: Lang,
}

/// How a text is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// One HTML page that loads nothing from elsewhere.
    Html,
    /// Markdown with tables.
    Markdown,
}

impl Format {
    /// The ending of a file's name.
    #[must_use]
    pub fn extension(self) -> &'static str {
        match self {
            Format::Html => "html",
            Format::Markdown => "md",
        }
    }
}

/// A report, and what it wants and does not have.
#[derive(Clone, Debug)]
pub struct Written {
    /// The report.
    pub text: String,
    /// What templates asked for in vain; the report shows each gap.
    pub gaps: Vec<Gap>,
}

impl Report<'_> {
    /// The report as one text.
    ///
    /// # Errors
    ///
    /// If a template is wrong: which one, on which line.
    pub fn text(&self, format: Format) -> Result<Written, TemplateError> {
        Engine::new(self, format).write("report.j2", minijinja::context! {})
    }

    /// One text for each recipient, and an index of them.
    ///
    /// # Errors
    ///
    /// If a template is wrong.
    pub fn letters(&self, split: Split, format: Format) -> Result<Vec<Letter>, TemplateError> {
        recipients::letters(self, split, format)
    }

    /// The record as a workbook.
    ///
    /// # Errors
    ///
    /// If it does not fit into one.
    pub fn workbook(&self) -> Result<Vec<u8>, WorkbookError> {
        workbook::workbook(self)
    }
}
