//! Lines of a block: a word, and what it says.

use kijun_syntax::concrete::{Node, NodeKind, Piece};

use crate::blocks::is_sign;
use crate::columns;
use crate::layout::{Doc, Gap, Layout};

impl<'d> Layout<'d> {
    /// A member whose words lack so many blanks before the value.
    pub(crate) fn member(&mut self, node: &'d Node<'d>, lack: usize) -> Doc<'d> {
        let n_words = if columns::has_tag(node) { 2 } else { 1 };
        let (words, rest) = node.pieces.split_at(n_words.min(node.pieces.len()));
        let head = self.inline(words);
        if rest.is_empty() {
            return head;
        }
        let head = head.append(self.pad(lack)).append(self.gap(Gap::Blank));
        let may_break = columns::first(node).is_some_and(|word| breaks(word.text));
        head.append(self.said(rest, may_break).align())
    }

    /// What a member says. Where it may break, it breaks where the author broke it, or where it does not fit.
    fn said(&mut self, pieces: &'d [Piece<'d>], may_break: bool) -> Doc<'d> {
        let mut docs = Vec::new();
        for (index, piece) in pieces.iter().enumerate() {
            if index > 0 {
                docs.push(match () {
                    () if is_sign(piece, ",") => self.gap(Gap::None),
                    () if may_break && begins(piece) => self.gap_author(Gap::Fill),
                    () if is_sign(&pieces[index - 1], ",") => self.gap(Gap::Fill),
                    () => self.gap(Gap::Blank),
                });
            }
            docs.push(self.piece(piece));
        }
        self.join(docs)
    }

    /// `KIND [NAME] [where EXPR]`
    pub(crate) fn subjects(&mut self, node: &'d Node<'d>) -> Doc<'d> {
        self.inline(&node.pieces).nest(2)
    }

    /// References or names, as many on a line as there is room for.
    pub(crate) fn references(&mut self, node: &'d Node<'d>) -> Doc<'d> {
        let mut docs = Vec::new();
        for (index, piece) in node.pieces.iter().enumerate() {
            if index > 0 {
                docs.push(self.gap(if is_sign(piece, ",") { Gap::None } else { Gap::Fill }));
            }
            docs.push(self.piece(piece));
        }
        self.join(docs).align()
    }
}

/// Whether what such a member says may go on in the next line.
fn breaks(word: &str) -> bool {
    matches!(word, "attest" | "excludes" | "except")
}

/// Whether a new line may begin here.
fn begins(piece: &Piece<'_>) -> bool {
    match piece {
        Piece::Node(node) => node.kind == NodeKind::Tagged,
        Piece::Token(token) => matches!(token.text, "because" | "by" | "every"),
    }
}
