//! A file, its items, and what stands between them.

use kijun_syntax::concrete::{Node, NodeKind, Piece};

use crate::blocks::{is_broken, is_sign};
use crate::columns::Columns;
use crate::layout::{Doc, Gap, Layout};

impl<'d> Layout<'d> {
    pub(crate) fn file(&mut self, file: &'d Node<'d>) -> Doc<'d> {
        let mut docs = Vec::new();
        for (index, piece) in file.pieces.iter().enumerate() {
            let last = index + 1 == file.pieces.len();
            match () {
                () if last => docs.push(self.end(index)),
                () if is_broken(piece) => docs.push(self.broken()),
                () => {
                    docs.push(self.gap_kept(Gap::Hard));
                    docs.push(self.piece(piece));
                }
            }
        }
        self.join(docs)
    }

    /// The comments behind the last item.
    fn end(&mut self, index: usize) -> Doc<'d> {
        if !self.is_commented() {
            return self.nil();
        }
        let apart = self.breaks() > 1 && index > 0;
        let comments = self.comments();
        self.lines(apart).append(comments)
    }

    /// An item, or a declaration of a vocabulary.
    pub(crate) fn item(&mut self, node: &'d Node<'d>) -> Doc<'d> {
        let open = node.pieces.iter().position(|piece| is_sign(piece, "{"));
        let (head, block) = node.pieces.split_at(open.unwrap_or(node.pieces.len()));
        let head = self.inline(head);
        if block.is_empty() {
            return head;
        }
        let gap = self.gap(Gap::Blank);
        let columns = Columns::of(node.kind, block);
        let block = self.block(block, |layout, piece| layout.member_of(node.kind, piece, columns));
        head.append(gap).append(block)
    }

    fn member_of(&mut self, block: NodeKind, piece: &'d Piece<'d>, columns: Columns) -> Doc<'d> {
        match piece {
            Piece::Node(node) if node.kind == NodeKind::Member => {
                let lack = columns.lack(block, node);
                self.member(node, lack)
            }
            Piece::Node(node) if node.kind == NodeKind::Statement => {
                let lack = columns.lack(block, node);
                self.statement(node, lack)
            }
            piece => self.piece(piece),
        }
    }

    /// `define NAME(params) = expr`, and what else ends in a value.
    pub(crate) fn assignment(&mut self, node: &'d Node<'d>) -> Doc<'d> {
        let Some((value, head)) = node.pieces.split_last() else { return self.nil() };
        let head = self.inline(head);
        let gap = self.gap(Gap::Line);
        let value = gap.append(self.piece(value)).nest(2);
        head.append(value).group()
    }

    /// Pieces on one line, with a blank between those that are not signs.
    pub(crate) fn inline(&mut self, pieces: &'d [Piece<'d>]) -> Doc<'d> {
        let mut docs = Vec::new();
        for (index, piece) in pieces.iter().enumerate() {
            if index > 0 {
                let tight = is_sign(&pieces[index - 1], "(")
                    || ["(", ")", ",", "?"].iter().any(|sign| is_sign(piece, sign));
                docs.push(self.gap(if tight { Gap::None } else { Gap::Blank }));
            }
            docs.push(self.piece(piece));
        }
        self.join(docs)
    }

    /// `name: value`
    pub(crate) fn pair(&mut self, pieces: &'d [Piece<'d>]) -> Doc<'d> {
        let mut docs = Vec::new();
        for (index, piece) in pieces.iter().enumerate() {
            let gap = if is_sign(piece, ":") { Gap::None } else { Gap::Blank };
            docs.push(if index > 0 { self.gap(gap) } else { self.nil() });
            docs.push(self.piece(piece));
        }
        self.join(docs)
    }

    pub(crate) fn piece(&mut self, piece: &'d Piece<'d>) -> Doc<'d> {
        match piece {
            Piece::Token(_) => self.token(),
            Piece::Node(node) => self.node(node),
        }
    }

    fn node(&mut self, node: &'d Node<'d>) -> Doc<'d> {
        match node.kind {
            NodeKind::Define | NodeKind::Set => self.assignment(node),
            NodeKind::Member => self.member(node, 0),
            NodeKind::Statement => self.statement(node, 0),
            NodeKind::Label | NodeKind::Param | NodeKind::LiteralField => self.pair(&node.pieces),
            NodeKind::Subjects => self.subjects(node),
            NodeKind::References => self.references(node),
            NodeKind::Enum => self.enumeration(node),
            NodeKind::Fields => self.fields(node),
            NodeKind::LiteralRecord => self.block(&node.pieces, Self::piece),
            NodeKind::LiteralList => self.literals(node),
            NodeKind::Expr => self.expr(node),
            NodeKind::Range => self.range(node),
            NodeKind::Operand => self.operand(node),
            NodeKind::SetOf | NodeKind::List | NodeKind::Paren | NodeKind::Call => self.bracketed(node),
            NodeKind::Standard
            | NodeKind::Clause
            | NodeKind::Section
            | NodeKind::Vocabulary
            | NodeKind::Role
            | NodeKind::Exception
            | NodeKind::Measure
            | NodeKind::Test => self.item(node),
            _ => self.inline(&node.pieces),
        }
    }

    /// `[ value … ]`
    fn literals(&mut self, node: &'d Node<'d>) -> Doc<'d> {
        self.block(&node.pieces, Self::piece)
    }
}
