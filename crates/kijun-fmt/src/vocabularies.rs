//! Kinds, records and enumerations: tables of names.

use kijun_syntax::concrete::{Node, NodeKind, Piece, TokenKind};

use crate::blocks::is_sign;
use crate::layout::{Doc, Gap, Layout};
use crate::spelling;

/// A type that is wider does not push the others aside.
const WIDEST: usize = 12;

/// The columns of a table of fields.
#[derive(Clone, Copy, Default)]
struct Table {
    name: usize,
    ty: usize,
}

impl<'d> Layout<'d> {
    /// `{ name : type … }`
    pub(crate) fn fields(&mut self, node: &'d Node<'d>) -> Doc<'d> {
        let mut table = Table::default();
        for field in &node.pieces {
            if let Piece::Node(field) = field {
                let (name, ty, _) = parts(field);
                table.name = table.name.max(width(name));
                table.ty = table.ty.max(ty.and_then(type_width).filter(|ty| *ty <= WIDEST).unwrap_or(0));
            }
        }
        self.block(&node.pieces, |layout, piece| match piece {
            Piece::Node(field) if field.kind == NodeKind::Field => layout.field(field, table),
            piece => layout.piece(piece),
        })
    }

    /// `[key] name : type "…" from "…"`
    fn field(&mut self, field: &'d Node<'d>, table: Table) -> Doc<'d> {
        let (name, ty, rest) = parts(field);
        let mut docs = vec![self.inline(name)];
        docs.push(self.pad(table.name.saturating_sub(width(name)) + 1));
        docs.extend([self.gap(Gap::None), self.token(), self.gap(Gap::Blank)]);
        if let Some(ty) = ty {
            docs.push(self.piece(ty));
        }
        if !rest.is_empty() {
            let lack = ty.and_then(type_width).map_or(0, |width| table.ty.saturating_sub(width));
            docs.extend([self.pad(lack), self.gap(Gap::Blank), self.inline(rest)]);
        }
        self.join(docs)
    }

    /// `enum NAME { a < b }`
    pub(crate) fn enumeration(&mut self, node: &'d Node<'d>) -> Doc<'d> {
        let open = node.pieces.iter().position(|piece| is_sign(piece, "{")).unwrap_or(0);
        let (head, block) = node.pieces.split_at(open);
        let ordered = block.iter().any(|piece| is_sign(piece, "<"));
        let names = block.iter().filter_map(|piece| match piece {
            Piece::Node(member) => member.pieces.first().map(|name| width(std::slice::from_ref(name))),
            Piece::Token(_) => None,
        });
        let column = if ordered { 0 } else { names.max().unwrap_or(0) };
        let head = self.inline(head).append(self.gap(Gap::Blank));
        head.append(self.enum_block(block, column))
    }

    /// The members, of which each line after the first begins with `<`, or each but the last ends with `,`.
    fn enum_block(&mut self, pieces: &'d [Piece<'d>], column: usize) -> Doc<'d> {
        self.block(pieces, |layout, piece| match piece {
            Piece::Node(member) if member.kind == NodeKind::EnumMember => layout.enum_member(member, column),
            piece => layout.piece(piece),
        })
    }

    fn enum_member(&mut self, member: &'d Node<'d>, column: usize) -> Doc<'d> {
        let (name, rest) = member.pieces.split_at(1);
        let doc = self.inline(name);
        if rest.is_empty() {
            return doc;
        }
        let lack = self.pad(column.saturating_sub(width(name)));
        let gap = self.gap(Gap::Blank);
        doc.append(lack).append(gap).append(self.inline(rest))
    }
}

/// A field's name with its `key`, its type, and what stands behind it.
fn parts<'d>(field: &'d Node<'d>) -> (&'d [Piece<'d>], Option<&'d Piece<'d>>, &'d [Piece<'d>]) {
    let colon = field.pieces.iter().position(|piece| is_sign(piece, ":")).unwrap_or(0);
    let (name, rest) = field.pieces.split_at(colon);
    let behind = rest.get(2..).unwrap_or_default();
    (name, rest.get(1), behind)
}

/// The columns of pieces with a blank between each two.
fn width(pieces: &[Piece<'_>]) -> usize {
    let mut columns = 0;
    for (index, piece) in pieces.iter().enumerate() {
        if let Piece::Token(token) = piece {
            let tight = index == 0 || token.kind == TokenKind::Sign;
            columns += spelling::columns(token) + usize::from(!tight);
        }
    }
    columns
}

/// The columns of a type, unless it is a record written out.
fn type_width(ty: &Piece<'_>) -> Option<usize> {
    let Piece::Node(ty) = ty else { return None };
    let whole = ty.pieces.iter().all(|piece| matches!(piece, Piece::Token(_)));
    whole.then(|| width(&ty.pieces))
}
