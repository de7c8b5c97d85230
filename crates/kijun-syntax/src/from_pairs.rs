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

/// A piece that the grammar could not read, and the grammar's own account of it.
pub(crate) struct Unread {
    pub(crate) diagnostic: Diagnostic,
    /// Where the piece begins in the text.
    pub(crate) start: usize,
}

/// The text being read, and what was found wrong with it.
pub(crate) struct Cx<'i> {
    pub(crate) file: FileId,
    pub(crate) text: &'i str,
    /// Where `text` begins in the file; not 0 for a piece that is read on its own.
    pub(crate) base: usize,
    pub(crate) diagnostics: Diagnostics,
    /// What the grammar could not read. Kept apart, because a bracket that was never closed explains
    /// some of it better.
    pub(crate) unread: Vec<Unread>,
    /// Start and end of every comment, in order, in `text`.
    comments: Vec<(usize, usize)>,
    /// Operators around the expression that is being built.
    operators: usize,
}

impl<'i> Cx<'i> {
    pub(crate) fn new(file: FileId, text: &'i str, base: usize) -> Cx<'i> {
        Cx {
            file,
            text,
            base,
            diagnostics: Diagnostics::default(),
            unread: Vec::new(),
            comments: Vec::new(),
            operators: 0,
        }
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
        let comments = self.note_comments(file);
        let comments = comments.iter().map(|c| self.comment(c)).collect();
        let mut items = Vec::new();
        for piece in inside(file) {
            self.item(&piece, &mut items);
        }
        for item in items.iter().skip(1) {
            if let Item::PartOf(edition) = item {
                self.report(problem::part_of_not_first(edition.span));
            }
        }
        File { file: self.file, items, comments }
    }

    /// Learns where comments stand inside a piece.
    pub(crate) fn note_comments(&mut self, pair: &Pair<'i>) -> Vec<Pair<'i>> {
        let pieces = pair.clone().into_inner().flatten();
        let comments: Vec<Pair<'i>> = pieces.filter(|p| p.as_rule() == Rule::COMMENT).collect();
        self.comments = comments.iter().map(|c| (c.as_span().start(), c.as_span().end())).collect();
        comments
    }

    fn comment(&self, pair: &Pair<'_>) -> Comment {
        let text = pair.as_str().strip_prefix('#').unwrap_or(pair.as_str());
        Comment { text: text.to_owned(), span: self.span(pair) }
    }

    /// An item, at the top of a file or inside a section.
    fn item(&mut self, pair: &Pair<'i>, items: &mut Vec<Item>) {
        match pair.as_rule() {
            Rule::junk => {
                let take = |cx: &mut Cx<'i>, item: &Pair<'i>| cx.item(item, items);
                let broken = recover::read_again(self, pair, Rule::alone_item, take);
                items.extend(broken.map(Item::Broken));
            }
            Rule::wrong_include => {
                let word = pair.as_str().split(is_blank).next().unwrap_or("");
                self.report(problem::include(self.span(pair), word));
            }
            _ => items.extend(self.whole_item(pair)),
        }
    }

    fn whole_item(&mut self, pair: &Pair<'i>) -> Option<Item> {
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
            Rule::exception => Item::Exception(Box::new(self.exception(pair))),
            Rule::measure => Item::Measure(Box::new(self.measure(pair))),
            Rule::test => Item::Test(self.test(pair)),
            _ => return None,
        })
    }
}

/// What the grammar takes for a blank.
pub(crate) fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\r' | '\n' | '\u{3000}' | '\u{A0}')
}
