//! Statements: what must hold, when, and what to say if it does not.

use kijun_syntax::concrete::{Node, NodeKind, Piece};

use crate::layout::{Doc, Gap, Layout};

impl<'d> Layout<'d> {
    /// `must [LABEL:] EXPR [when EXPR] [else "…"]`, whose word lacks so many blanks before what follows.
    pub(crate) fn statement(&mut self, node: &'d Node<'d>, lack: usize) -> Doc<'d> {
        let Some((_, rest)) = node.pieces.split_first() else { return self.nil() };
        let split = rest.iter().position(|piece| is_word(piece, "else")).unwrap_or(rest.len());
        let (asked, said) = rest.split_at(split);
        let (force, not) = self.force(lack);
        let mut doc = not.append(self.asked(asked));
        if !said.is_empty() {
            let gap = self.gap_author(Gap::Wide);
            doc = doc.append(gap).append(self.messages(said)).group();
        }
        force.append(doc.align())
    }

    /// `must` up to where values begin, and `not` where it stands behind.
    fn force(&mut self, lack: usize) -> (Doc<'d>, Doc<'d>) {
        let negated = self.peek().is_some_and(|token| token.text.contains(char::is_whitespace));
        let pad = self.pad(lack);
        if !negated {
            return (self.token().append(pad).append(self.gap(Gap::Blank)), self.nil());
        }
        let (force, not) = self.token_in_two();
        (force.append(pad).append(self.plain(" ")), not.append(self.gap(Gap::Blank)))
    }

    /// `[LABEL:] EXPR [when EXPR]`
    fn asked(&mut self, pieces: &'d [Piece<'d>]) -> Doc<'d> {
        let mut docs = Vec::new();
        for (index, piece) in pieces.iter().enumerate() {
            if index > 0 {
                docs.push(self.gap(if is_word(piece, "when") { Gap::Line } else { Gap::Blank }));
            }
            docs.push(self.piece(piece).align());
        }
        self.join(docs).group()
    }

    /// `else "…" en "…"`
    fn messages(&mut self, pieces: &'d [Piece<'d>]) -> Doc<'d> {
        let mut docs = Vec::new();
        for (index, piece) in pieces.iter().enumerate() {
            match index {
                0 => {}
                1 => docs.push(self.gap(Gap::Blank)),
                _ => docs.push(self.gap_author(Gap::Line)),
            }
            docs.push(self.piece(piece));
        }
        self.join(docs).nest(2).group()
    }
}

/// Whether a piece is this keyword.
fn is_word(piece: &Piece<'_>, word: &str) -> bool {
    match piece {
        Piece::Token(token) => token.text == word,
        Piece::Node(node) => {
            debug_assert!(node.kind != NodeKind::Statement, "statements do not stand in statements");
            false
        }
    }
}
