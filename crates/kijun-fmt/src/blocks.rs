//! What stands between braces and brackets.

use kijun_syntax::concrete::{NodeKind, Piece, Token, TokenKind};

use crate::layout::{Doc, Gap, Layout};

/// How far a block's members stand to the right of its head.
const STEP: usize = 2;

impl<'d> Layout<'d> {
    /// From an opening brace to its closing one. It stays on one line if its first member stands on the line of the
    /// brace and everything fits.
    pub(crate) fn block(
        &mut self,
        pieces: &'d [Piece<'d>],
        mut member: impl FnMut(&mut Self, &'d Piece<'d>) -> Doc<'d>,
    ) -> Doc<'d> {
        let open = self.token();
        let inner = pieces.get(1..pieces.len().saturating_sub(1)).unwrap_or_default();
        let in_lines =
            self.breaks() > 0 || self.is_comment_behind() || self.is_commented() || holds_items(inner);
        self.indent += STEP;
        let mut docs = Vec::new();
        for (index, piece) in inner.iter().enumerate() {
            let before = index.checked_sub(1).and_then(|before| inner.get(before));
            docs.push(self.before_member(before, piece, in_lines));
            docs.push(if is_broken(piece) { self.nil() } else { member(self, piece) });
        }
        self.indent -= STEP;
        let doc = open.append(self.rest(docs, in_lines));
        if in_lines { doc } else { doc.group() }
    }

    /// The members, the comments behind the last one, and the closing brace.
    fn rest(&mut self, mut docs: Vec<Doc<'d>>, in_lines: bool) -> Doc<'d> {
        let is_empty = docs.is_empty();
        let commented = self.is_commented();
        if commented {
            let apart = self.breaks() > 1 && !is_empty;
            let comments = self.comments();
            docs.push(self.lines(apart).append(comments));
        }
        let closing = match () {
            () if commented => Gap::Hard,
            () if is_empty => Gap::None,
            () if in_lines => Gap::Hard,
            () => Gap::Line,
        };
        let members = self.join(docs).nest(2);
        members.append(self.gap(closing)).append(self.token())
    }

    fn before_member(&mut self, before: Option<&Piece<'_>>, piece: &Piece<'_>, in_lines: bool) -> Doc<'d> {
        if is_broken(piece) {
            return self.broken();
        }
        let gap = |otherwise| if in_lines { Gap::Hard } else { otherwise };
        match before {
            None if in_lines && self.is_commented() => self.gap_kept(Gap::Hard),
            None => self.gap(gap(Gap::Line)),
            Some(_) if is_sign(piece, ",") => self.gap(Gap::None),
            Some(before) if is_sign(before, "<") => self.gap(Gap::Blank),
            Some(_) if is_sign(piece, "<") => self.gap_kept(gap(Gap::Line)),
            Some(before) if is_sign(before, ",") => self.gap_kept(gap(Gap::Line)),
            Some(_) => self.gap_kept(gap(Gap::Wide)),
        }
    }
}

/// Whether items stand inside, each of which wants a line of its own.
fn holds_items(pieces: &[Piece<'_>]) -> bool {
    pieces.iter().any(|piece| match piece {
        Piece::Node(node) => matches!(node.kind, NodeKind::Clause | NodeKind::Section),
        Piece::Token(token) => token.kind == TokenKind::Broken,
    })
}

pub(crate) fn is_broken(piece: &Piece<'_>) -> bool {
    matches!(piece, Piece::Token(token) if token.kind == TokenKind::Broken)
}

/// Whether a piece is this sign.
pub(crate) fn is_sign(piece: &Piece<'_>, sign: &str) -> bool {
    matches!(piece, Piece::Token(token) if is(token, sign))
}

fn is(token: &Token<'_>, sign: &str) -> bool {
    token.kind == TokenKind::Sign && token.text == sign
}
