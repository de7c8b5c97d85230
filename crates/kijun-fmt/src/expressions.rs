//! Expressions: chains of operators, each looser one around the tighter ones.

use kijun_syntax::concrete::{Node, NodeKind, Piece, TokenKind};

use crate::blocks::is_sign;
use crate::layout::{Doc, Gap, Layout};

/// Operators inside one another, at most; the reader refuses more. Beyond that an expression is only filled into lines.
const MOST_OPERATORS: usize = 400;

/// Loosest first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd)]
enum Level {
    Implies,
    Or,
    And,
    Compare,
    Add,
    Multiply,
    Operand,
}

impl Level {
    fn tighter(self) -> Level {
        match self {
            Level::Implies => Level::Or,
            Level::Or => Level::And,
            Level::And => Level::Compare,
            Level::Compare => Level::Add,
            Level::Add => Level::Multiply,
            Level::Multiply | Level::Operand => Level::Operand,
        }
    }

    /// Whether each operand of a chain that does not fit gets a line of its own, level with the first.
    fn is_logical(self) -> bool {
        matches!(self, Level::Or | Level::And)
    }
}

/// What remains of an expression's flat pieces.
struct Rest<'d> {
    pieces: &'d [Piece<'d>],
    at: usize,
}

impl<'d> Rest<'d> {
    fn peek(&self) -> Option<&'d Piece<'d>> {
        self.pieces.get(self.at)
    }

    /// Whether an operator of this level comes next.
    fn is_at(&self, level: Level) -> bool {
        self.peek().and_then(level_of) == Some(level)
    }
}

fn level_of(piece: &Piece<'_>) -> Option<Level> {
    match piece {
        Piece::Node(node) => (node.kind == NodeKind::Postfix).then_some(Level::Compare),
        Piece::Token(token) if token.kind == TokenKind::Infix => Some(match token.text {
            "implies" => Level::Implies,
            "or" | "|" | "||" => Level::Or,
            "and" | "&" | "&&" => Level::And,
            "+" | "-" => Level::Add,
            "*" | "/" => Level::Multiply,
            _ => Level::Compare,
        }),
        Piece::Token(_) => None,
    }
}

impl<'d> Layout<'d> {
    /// An expression from where it begins.
    pub(crate) fn expr(&mut self, node: &'d Node<'d>) -> Doc<'d> {
        let operators = node.pieces.iter().filter(|piece| !is_operand(piece)).count();
        if self.operators + operators > MOST_OPERATORS {
            return self.filled(&node.pieces);
        }
        self.operators += operators;
        let mut rest = Rest { pieces: &node.pieces, at: 0 };
        let mut doc = self.chain(&mut rest, Level::Implies, false);
        // Behind `a in {…}` a tighter operator may follow, which makes no sense and is kept.
        while let Some(level) = rest.peek().map(|piece| level_of(piece).unwrap_or(Level::Operand)) {
            let gap = self.gap(Gap::Line);
            doc = doc.append(gap).append(self.link(&mut rest, level));
        }
        self.operators -= operators;
        doc
    }

    fn filled(&mut self, pieces: &'d [Piece<'d>]) -> Doc<'d> {
        let mut docs = Vec::new();
        for (index, piece) in pieces.iter().enumerate() {
            docs.push(if index > 0 { self.gap(Gap::Fill) } else { self.nil() });
            docs.push(self.piece(piece));
        }
        self.join(docs)
    }

    /// Operands of one level with their operators, which begin lines where they do not fit on one.
    fn chain(&mut self, rest: &mut Rest<'d>, level: Level, inside: bool) -> Doc<'d> {
        if level == Level::Operand {
            return self.prefixed(rest);
        }
        let start = rest.at;
        let is_chain = ends_at(rest, level);
        let first = self.chain(rest, level.tighter(), inside || is_chain);
        debug_assert!(rest.at > start, "an operand takes a piece");
        let mut docs = Vec::new();
        while rest.is_at(level) {
            docs.push(self.gap(if hugs(rest) { Gap::Blank } else { Gap::Line }));
            docs.push(self.link(rest, level));
        }
        if docs.is_empty() {
            return first;
        }
        let nest = if level.is_logical() && !inside { 0 } else { 2 };
        first.append(self.join(docs).nest(nest)).group()
    }

    /// An operator with its right operand, or one that needs none.
    fn link(&mut self, rest: &mut Rest<'d>, level: Level) -> Doc<'d> {
        let Some(piece) = rest.peek() else { return self.nil() };
        rest.at += 1;
        let operator = self.piece(piece);
        if matches!(piece, Piece::Node(_)) {
            return operator;
        }
        let gap = self.gap(Gap::Blank);
        operator.append(gap).append(self.chain(rest, level.tighter(), true))
    }

    /// `not`, `-`, quantifiers and conditions, and the operand behind them.
    fn prefixed(&mut self, rest: &mut Rest<'d>) -> Doc<'d> {
        let mut docs = Vec::new();
        while let Some(piece) = rest.peek() {
            rest.at += 1;
            match piece {
                Piece::Node(node) if node.kind == NodeKind::Quantifier => {
                    docs.push(self.quantified(node, rest));
                    break;
                }
                Piece::Node(node) if node.kind == NodeKind::IfThen => {
                    docs.push(self.conditional(node, rest));
                    break;
                }
                Piece::Token(token) if token.kind == TokenKind::Prefix => {
                    let word = token.text == "not";
                    docs.push(self.token());
                    docs.push(self.gap(if word { Gap::Blank } else { Gap::None }));
                }
                piece => {
                    docs.push(self.piece(piece));
                    break;
                }
            }
        }
        self.join(docs)
    }

    /// `every x in XS [where P] : Q`
    fn quantified(&mut self, node: &'d Node<'d>, rest: &mut Rest<'d>) -> Doc<'d> {
        let head = self.inline(&node.pieces);
        let gap = self.gap(Gap::Line);
        let body = self.chain(rest, Level::Implies, false);
        head.append(gap.append(body).nest(2)).group()
    }

    /// `if C then A else B`
    fn conditional(&mut self, node: &'d Node<'d>, rest: &mut Rest<'d>) -> Doc<'d> {
        let mut docs = Vec::new();
        for (index, piece) in node.pieces.iter().enumerate() {
            let begins_line = matches!(piece, Piece::Token(token) if matches!(token.text, "then" | "else"));
            if index > 0 {
                docs.push(self.gap(if begins_line { Gap::Line } else { Gap::Blank }));
            }
            docs.push(self.piece(piece));
        }
        docs.push(self.gap(Gap::Blank));
        docs.push(self.chain(rest, Level::Implies, false));
        self.join(docs).nest(2).group()
    }

    /// `x in XS [where P]`
    pub(crate) fn range(&mut self, node: &'d Node<'d>) -> Doc<'d> {
        let mut docs = Vec::new();
        for (index, piece) in node.pieces.iter().enumerate() {
            let is_filter = matches!(piece, Piece::Token(token) if token.text == "where");
            if index > 0 {
                docs.push(self.gap(if is_filter { Gap::Line } else { Gap::Blank }));
            }
            docs.push(self.piece(piece));
        }
        self.join(docs).nest(4).group()
    }

    /// An operand with its fields, without blanks.
    pub(crate) fn operand(&mut self, node: &'d Node<'d>) -> Doc<'d> {
        let mut docs = Vec::new();
        for (index, piece) in node.pieces.iter().enumerate() {
            docs.push(if index > 0 { self.gap(Gap::None) } else { self.nil() });
            docs.push(self.piece(piece));
        }
        self.join(docs)
    }

    /// What stands in brackets, with the name before them.
    pub(crate) fn bracketed(&mut self, node: &'d Node<'d>) -> Doc<'d> {
        let is_name =
            |piece: &Piece<'_>| matches!(piece, Piece::Token(token) if token.kind != TokenKind::Sign);
        let (mut before, mut inner) = (Vec::new(), Vec::new());
        let last = node.pieces.len().saturating_sub(1);
        let mut opened = false;
        for (index, piece) in node.pieces.iter().enumerate() {
            if !opened {
                docs_gap(self, &mut before, index);
                before.push(self.piece(piece));
                opened = !is_name(piece);
            } else if index < last {
                inner.push(self.gap(gap_inside(&node.pieces[index - 1], piece)));
                inner.push(self.piece(piece));
            }
        }
        let close = self.gap(if inner.is_empty() { Gap::None } else { Gap::Soft });
        let inner = self.join(inner).nest(2);
        self.join(before).append(inner).append(close).append(self.token()).group()
    }
}

fn docs_gap<'d>(layout: &mut Layout<'d>, docs: &mut Vec<Doc<'d>>, index: usize) {
    if index > 0 {
        docs.push(layout.gap(Gap::None));
    }
}

fn gap_inside(before: &Piece<'_>, piece: &Piece<'_>) -> Gap {
    match () {
        () if is_sign(piece, ",") => Gap::None,
        () if is_sign(before, ",") => Gap::Line,
        () if ["(", "[", "{", "（"].iter().any(|sign| is_sign(before, sign)) => Gap::Soft,
        () => Gap::Line,
    }
}

/// Whether what comes next is compared with something in brackets, which breaks inside of them.
fn hugs(rest: &Rest<'_>) -> bool {
    let is_set = |piece: &Piece<'_>| matches!(piece, Piece::Node(node) if node.kind == NodeKind::SetOf);
    let in_brackets = |piece: &Piece<'_>| matches!(piece, Piece::Node(node) if matches!(node.kind, NodeKind::Paren | NodeKind::List));
    match rest.peek() {
        Some(Piece::Node(node)) => node.pieces.iter().any(is_set),
        Some(piece) if level_of(piece) == Some(Level::Compare) => match rest.pieces.get(rest.at + 1) {
            Some(Piece::Node(node)) => matches!(&node.pieces[..], [only] if in_brackets(only)),
            _ => false,
        },
        _ => false,
    }
}

fn is_operand(piece: &Piece<'_>) -> bool {
    matches!(piece, Piece::Node(node) if node.kind == NodeKind::Operand)
}

/// Whether an operator of this level follows in what remains, at this nesting.
fn ends_at(rest: &Rest<'_>, level: Level) -> bool {
    for piece in &rest.pieces[rest.at..] {
        match piece {
            Piece::Node(node) if matches!(node.kind, NodeKind::Quantifier | NodeKind::IfThen) => {
                return false;
            }
            piece => match level_of(piece) {
                Some(found) if found == level => return true,
                Some(found) if found < level => return false,
                _ => {}
            },
        }
    }
    false
}
