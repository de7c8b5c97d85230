//! What a lint may look at.

use jiff::civil::Date;
use kijun_conform::Solver;
use kijun_diag::{FileId, Sources, Span};
use kijun_model::Model;
use kijun_standards::Standards;
use kijun_syntax::ast;

/// What a lint may look at: the texts, their trees, what they mean.
#[derive(Clone, Copy, Debug)]
pub struct Cx<'a> {
    /// The texts.
    pub sources: &'a Sources,
    /// The trees of the project's own rule files: that of the rules which every project knows is not among them.
    pub trees: &'a [ast::File],
    /// What all of them say. It was built without errors.
    pub model: &'a Model,
    /// How the documents hang together.
    pub standards: &'a Standards,
    /// Answers what subjects there could be.
    pub solver: Solver<'a>,
    /// The audit date.
    pub today: Date,
    /// Tags of the languages in which titles and texts should be there, beside the document's own.
    pub languages: &'a [String],
}

impl<'a> Cx<'a> {
    /// The text under a span.
    #[must_use]
    pub fn slice(&self, span: Span) -> &'a str {
        self.sources.slice(span)
    }

    /// Whether something stands in one of the project's own files.
    #[must_use]
    pub fn is_own(&self, span: Span) -> bool {
        self.trees.iter().any(|tree| tree.file == span.file)
    }

    /// The line of an offset, from 1.
    pub(crate) fn line(&self, file: FileId, offset: u32) -> u32 {
        self.sources.get(file).position(offset).line
    }
}
