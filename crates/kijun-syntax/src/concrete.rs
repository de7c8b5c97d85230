//! What was written, token by token, with the comments beside the tokens: for whoever changes a text and
//! leaves its meaning alone.
//!
//! The tree of [`crate::ast`] says what a text means; here nothing is resolved, and nothing is left out but
//! blanks.

use pest::Parser;

use crate::from_pairs::is_blank;
use crate::grammar::{Grammar, Pair, Rule};
use crate::scan;

mod kinds;

pub use kinds::{NodeKind, TokenKind};
use kinds::{Shape, shape};

/// A part of the text with the tokens and parts inside it, in order.
#[derive(Clone, Debug)]
pub struct Node<'t> {
    /// What it is.
    pub kind: NodeKind,
    /// What it is made of.
    pub pieces: Vec<Piece<'t>>,
}

/// A token or a part.
#[derive(Clone, Debug)]
pub enum Piece<'t> {
    /// A part.
    Node(Node<'t>),
    /// A token.
    Token(Token<'t>),
}

/// A token with the comments that belong to it.
#[derive(Clone, Debug)]
pub struct Token<'t> {
    /// What it is.
    pub kind: TokenKind,
    /// As it was written.
    pub text: &'t str,
    /// Where it begins.
    pub start: usize,
    /// The comments between the token before and this one, but for one at the end of that one's line.
    pub before: Vec<Comment<'t>>,
    /// The comment behind it on its line.
    pub behind: Option<&'t str>,
    /// Line breaks directly before it, behind the last of these comments.
    pub breaks: usize,
}

/// A comment on a line of its own.
#[derive(Clone, Debug)]
pub struct Comment<'t> {
    /// From `#` to the line's end.
    pub text: &'t str,
    /// Line breaks directly before it.
    pub breaks: usize,
}

/// Reads a text, of which a byte order mark has been removed. The last token is the empty one at the end.
///
/// Nothing if the text nests deeper than is read at all.
#[must_use]
pub fn concrete(text: &str) -> Option<Node<'_>> {
    if scan::too_deep(text, crate::parse::MOST_NESTING).is_some() {
        return None;
    }
    let file = Grammar::parse(Rule::file, text).ok()?.next()?;
    let spans = file.clone().into_inner().flatten().filter(|pair| pair.as_rule() == Rule::COMMENT);
    let spans = spans.map(|pair| (pair.as_span().start(), pair.as_span().end())).collect();
    let mut reader = Reader { text, comments: spans, next: 0, at: 0 };
    let mut pieces = Vec::new();
    reader.inside(&file, &mut pieces);
    Some(Node { kind: NodeKind::File, pieces })
}

/// Whether a name needs no backquotes, wherever it stands: no word of the grammar, and nothing that might be taken for a
/// language tag.
#[must_use]
pub fn is_bare(name: &str) -> bool {
    let mut chars = name.chars();
    let is_name = chars.next().is_some_and(|c| c == '_' || unicode_ident::is_xid_start(c))
        && chars.all(unicode_ident::is_xid_continue);
    let is_tag = name.len() <= 3 && name.bytes().all(|b| b.is_ascii_lowercase());
    is_name && !is_tag && !GRAMMAR.contains(&format!("\"{name}\""))
}

/// The grammar as text, which holds every word that means something somewhere.
const GRAMMAR: &str = include_str!("grammar.pest");

struct Reader<'t> {
    text: &'t str,
    /// Where comments stand, and how many of them have been passed.
    comments: Vec<(usize, usize)>,
    next: usize,
    /// The end of the last token or comment.
    at: usize,
}

impl<'t> Reader<'t> {
    fn piece(&mut self, pair: &Pair<'t>, pieces: &mut Vec<Piece<'t>>) {
        let (start, end) = (pair.as_span().start(), pair.as_span().end());
        match shape(pair.as_rule()) {
            Shape::Comment => {}
            Shape::Through => self.inside(pair, pieces),
            Shape::Node(kind) => {
                let mut inner = Vec::new();
                self.inside(pair, &mut inner);
                // Titles may be nothing but the blanks and comments before what follows.
                if !inner.is_empty() {
                    pieces.push(Piece::Node(Node { kind, pieces: inner }));
                }
            }
            Shape::Token(kind) => {
                let length = self.text[start..end].trim_end_matches(is_blank).len();
                pieces.push(Piece::Token(self.token(kind, start, start + length)));
            }
        }
    }

    /// The pieces of a pair, and the signs between them that have no rule of their own.
    fn inside(&mut self, pair: &Pair<'t>, pieces: &mut Vec<Piece<'t>>) {
        let mut at = pair.as_span().start();
        for inner in pair.clone().into_inner() {
            self.signs(at, inner.as_span().start(), pieces);
            self.piece(&inner, pieces);
            at = inner.as_span().end();
        }
        self.signs(at, pair.as_span().end(), pieces);
    }

    fn signs(&mut self, start: usize, end: usize, pieces: &mut Vec<Piece<'t>>) {
        let text = self.text;
        for (at, sign) in text[start..end].char_indices().filter(|(_, sign)| !is_blank(*sign)) {
            let from = start + at;
            pieces.push(Piece::Token(self.token(TokenKind::Sign, from, from + sign.len_utf8())));
        }
    }

    fn token(&mut self, kind: TokenKind, start: usize, end: usize) -> Token<'t> {
        let mut before = Vec::new();
        while let Some((from, to)) = self.upcoming().filter(|(from, _)| *from < start) {
            before.push(Comment { text: self.comment(from, to), breaks: self.breaks(from) });
            self.pass(to);
        }
        let breaks = self.breaks(start);
        self.at = end;
        // Those inside of what could not be read belong to it.
        while self.upcoming().is_some_and(|(from, _)| from < end) {
            self.next += 1;
        }
        let behind = self.upcoming().filter(|(from, _)| self.same_line(*from));
        let behind = behind.map(|(from, to)| {
            self.pass(to);
            self.comment(from, to)
        });
        Token { kind, text: &self.text[start..end], start, before, behind, breaks }
    }

    fn upcoming(&self) -> Option<(usize, usize)> {
        self.comments.get(self.next).copied()
    }

    fn pass(&mut self, end: usize) {
        self.next += 1;
        self.at = end;
    }

    fn comment(&self, start: usize, end: usize) -> &'t str {
        self.text[start..end].trim_end_matches(is_blank)
    }

    /// Whether nothing but blanks stands between the last token and this place, on one line.
    fn same_line(&self, start: usize) -> bool {
        self.text[self.at..start].chars().all(|c| c != '\n' && is_blank(c))
    }

    fn breaks(&self, start: usize) -> usize {
        self.text[self.at..start].matches('\n').count()
    }
}
