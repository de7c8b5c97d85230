//! From the grammar's pieces to the syntax tree: what every walker shares.

use kijun_diag::{Diagnostic, Diagnostics, FileId, Span};

use crate::ast::{Comment, File, Item};
use crate::grammar::{Pair, Rule, inside};
use crate::problem;
use crate::recover;

mod audit;
mod clause;
mod expr;
mod items;
mod message;
mod standard;
mod terminal;
mod vocabulary;

/// The text being read, and what was found wrong with it.
pub(crate) struct Cx<'i> {
    pub(crate) file: FileId,
    pub(crate) text: &'i str,
    /// Where `text` begins in the file; not 0 for a piece that is read on its own.
    pub(crate) base: usize,
    pub(crate) diagnostics: Diagnostics,
    /// Start and end of every comment, in order, in `text`.
    comments: Vec<(usize, usize)>,
    /// Operators around the expression that is being built.
    operators: usize,
}

impl<'i> Cx<'i> {
    pub(crate) fn new(file: FileId, text: &'i str, base: usize) -> Cx<'i> {
        Cx { file, text, base, diagnostics: Diagnostics::default(), comments: Vec::new(), operators: 0 }
    }

    pub(crate) fn report(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    /// A span from offsets in `text`.
    pub(crate) fn span_at(&self, start: usize, end: usize) -> Span {
        let offset = |n: usize| u32::try_from(self.base + n).unwrap_or(u32::MAX);
        Span { file: self.file, start: offset(start), end: offset(end) }
    }

    /// Where a piece stands, without blanks and comments behind it: a rule that ends in something
    /// optional has read them before it knew that nothing followed.
    pub(crate) fn span(&self, pair: &Pair<'_>) -> Span {
        let (start, end) = (pair.as_span().start(), pair.as_span().end());
        self.span_at(start, self.tight_end(start, end))
    }

    fn tight_end(&self, start: usize, mut end: usize) -> usize {
        loop {
            let text = self.text.get(start..end).unwrap_or("");
            end = start + text.trim_end_matches(is_blank).len();
            match self.comments.binary_search_by_key(&end, |c| c.1) {
                Ok(i) if self.comments[i].0 > start => end = self.comments[i].0,
                _ => return end,
            }
        }
    }

    /// The whole file.
    pub(crate) fn file(&mut self, file: &Pair<'i>) -> File {
        let comments: Vec<Pair<'i>> =
            file.clone().into_inner().flatten().filter(|p| p.as_rule() == Rule::COMMENT).collect();
        self.comments = comments.iter().map(|c| (c.as_span().start(), c.as_span().end())).collect();
        let comments = comments.iter().map(|c| self.comment(c)).collect();
        let mut items = Vec::new();
        for piece in inside(file) {
            items.extend(self.item(&piece));
        }
        File { file: self.file, items, comments }
    }

    fn comment(&self, pair: &Pair<'_>) -> Comment {
        let text = pair.as_str().strip_prefix('#').unwrap_or(pair.as_str());
        Comment { text: text.to_owned(), span: self.span(pair) }
    }

    /// An item, at the top of a file or inside a section.
    fn item(&mut self, pair: &Pair<'i>) -> Option<Item> {
        Some(match pair.as_rule() {
            Rule::standard => Item::Standard(self.standard(pair)),
            Rule::part_of => Item::PartOf(self.edition_ref_in(pair)),
            Rule::clause => Item::Clause(self.clause(pair)),
            Rule::section => Item::Section(self.section(pair)),
            Rule::vocabulary => Item::Vocabulary(self.vocabulary(pair)),
            Rule::role => Item::Role(self.role(pair)),
            Rule::define => Item::Define(self.define(pair)),
            Rule::term => Item::Term(self.term(pair)),
            Rule::parameter => Item::Parameter(self.parameter(pair)),
            Rule::set => Item::Set(self.set(pair)),
            Rule::exception => Item::Exception(self.exception(pair)),
            Rule::measure => Item::Measure(self.measure(pair)),
            Rule::test => Item::Test(self.test(pair)),
            Rule::junk => Item::Broken(recover::broken(self, pair, Rule::alone_item)),
            Rule::wrong_include => {
                let word = pair.as_str().split(is_blank).next().unwrap_or("");
                self.report(problem::include(self.span(pair), word));
                return None;
            }
            _ => return None,
        })
    }
}

/// What the grammar takes for a blank.
pub(crate) fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\r' | '\n' | '\u{3000}' | '\u{A0}')
}
