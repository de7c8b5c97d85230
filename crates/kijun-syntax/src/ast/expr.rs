//! Expressions.

use kijun_diag::Span;

use super::{Date, Duration, Ident, Text};

/// An expression.
#[derive(Clone, Debug, PartialEq)]
pub struct Expr {
    /// What it is.
    pub kind: ExprKind,
    /// Where.
    pub span: Span,
}

/// An expression. Parentheses leave no trace but the tree's shape.
#[derive(Clone, Debug, PartialEq)]
pub enum ExprKind {
    /// `true`, `false`
    Bool(bool),
    /// An exact decimal, as digits without `_`.
    Number(String),
    /// `98.9%`, as digits.
    Percent(String),
    /// `10 GiB`: digits and unit as written (`B`, `KiB`, `MB` …).
    Size(String, String),
    /// `"…"`
    Text(String),
    /// A date.
    Date(Date),
    /// `2011-04-21T09:00[:00]`, checked, as written.
    DateTime(String),
    /// A length of time.
    Duration(Duration),
    /// `v"1.2.3"`, unchecked.
    Version(String),
    /// `ip"10.0.0.0/8"`, unchecked.
    Ip(String),
    /// `[a, b]`
    List(Vec<Expr>),
    /// A name: field, binder, enum member, value of a define.
    Name(Ident),
    /// `base.field`, or an enum's member
    Field(Box<Expr>, Ident),
    /// `$name`
    Parameter(Ident),
    /// `self`
    This,
    /// `today`
    Today,
    /// `not e`
    Not(Box<Expr>),
    /// `-e`
    Negate(Box<Expr>),
    /// `a op b`
    Binary(BinaryOp, Box<Expr>, Box<Expr>),
    /// `e in {a, b}` and `e not in {a, b}`
    InSet {
        /// Whether `not` stands before `in`.
        negated: bool,
        /// The value.
        item: Box<Expr>,
        /// The set.
        set: Vec<Expr>,
    },
    /// `e in LIST` and `e not in LIST`
    InList {
        /// Whether `not` stands before `in`.
        negated: bool,
        /// The value.
        item: Box<Expr>,
        /// The list.
        list: Box<Expr>,
    },
    /// `e matches /re/`
    Matches(Box<Expr>, Text),
    /// `e is present` (true), `e is absent` (false)
    Is(Box<Expr>, bool),
    /// `e within DURATION before|after|of DATE`
    Within {
        /// The date that is judged.
        date: Box<Expr>,
        /// How far.
        duration: Box<Expr>,
        /// In which direction.
        direction: Direction,
        /// From where.
        anchor: Box<Expr>,
    },
    /// `every x in XS [where P] : Q`
    Quantified {
        /// Which.
        quantifier: Quantifier,
        /// Over what.
        range: Range,
        /// What is asked of each.
        body: Box<Expr>,
    },
    /// `count(x in XS [where P])`
    Count(Range),
    /// `sum(e for x in XS [where P])` and its kin
    Fold {
        /// Which.
        fold: Fold,
        /// The value of each element.
        value: Box<Expr>,
        /// Over what.
        range: Range,
    },
    /// `age(DATE)`
    Age(Box<Expr>),
    /// `if C then A else B`
    If(Box<Expr>, Box<Expr>, Box<Expr>),
    /// `name(args)`
    Call(Ident, Vec<Expr>),
}

/// `x in XS [where P]`
#[derive(Clone, Debug, PartialEq)]
pub struct Range {
    /// The element's name.
    pub binder: Ident,
    /// Where elements come from.
    pub domain: Domain,
    /// Which of them.
    pub filter: Option<Box<Expr>>,
}

/// Where elements come from.
#[derive(Clone, Debug, PartialEq)]
pub enum Domain {
    /// A list, or a map's values.
    Expr(Box<Expr>),
    /// `all KIND`
    All(Ident),
}

/// A quantifier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quantifier {
    /// `every`
    Every,
    /// `some`
    Some,
    /// `no`
    No,
}

/// A fold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fold {
    /// `sum`
    Sum,
    /// `min`
    Min,
    /// `max`
    Max,
}

/// The direction of `within`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Not after the anchor, and not earlier than the duration before it.
    Before,
    /// Not before the anchor, and not later than the duration after it.
    After,
    /// Either.
    Of,
}

/// An operator between two operands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BinaryOp {
    /// `or`
    Or,
    /// `and`
    And,
    /// `implies`
    Implies,
    /// `==`
    Eq,
    /// `!=`
    Ne,
    /// `<`
    Lt,
    /// `<=`
    Le,
    /// `>`
    Gt,
    /// `>=`
    Ge,
    /// `contains`
    Contains,
    /// `starts with`
    StartsWith,
    /// `ends with`
    EndsWith,
    /// `+`
    Add,
    /// `-`
    Sub,
    /// `*`
    Mul,
    /// `/`
    Div,
}

impl Expr {
    /// The expressions directly inside, in the order in which they were written.
    #[must_use]
    pub fn children(&self) -> Vec<&Expr> {
        match &self.kind {
            ExprKind::Field(a, _)
            | ExprKind::Not(a)
            | ExprKind::Negate(a)
            | ExprKind::Matches(a, _)
            | ExprKind::Is(a, _)
            | ExprKind::Age(a) => vec![a],
            ExprKind::Binary(_, a, b) => vec![a, b],
            ExprKind::InList { item, list, .. } => vec![item, list],
            ExprKind::If(a, b, c) => vec![a, b, c],
            ExprKind::InSet { item, set, .. } => std::iter::once(&**item).chain(set).collect(),
            ExprKind::Within { date, duration, anchor, .. } => vec![date, duration, anchor],
            ExprKind::Quantified { range, body, .. } => range.exprs().chain([&**body]).collect(),
            ExprKind::Count(range) => range.exprs().collect(),
            ExprKind::Fold { value, range, .. } => std::iter::once(&**value).chain(range.exprs()).collect(),
            ExprKind::List(all) | ExprKind::Call(_, all) => all.iter().collect(),
            ExprKind::Bool(_)
            | ExprKind::Number(_)
            | ExprKind::Percent(_)
            | ExprKind::Size(..)
            | ExprKind::Text(_)
            | ExprKind::Date(_)
            | ExprKind::DateTime(_)
            | ExprKind::Duration(_)
            | ExprKind::Version(_)
            | ExprKind::Ip(_)
            | ExprKind::Name(_)
            | ExprKind::Parameter(_)
            | ExprKind::This
            | ExprKind::Today => Vec::new(),
        }
    }
}

impl Range {
    fn exprs(&self) -> impl Iterator<Item = &Expr> {
        let domain = match &self.domain {
            Domain::Expr(list) => Some(&**list),
            Domain::All(_) => None,
        };
        domain.into_iter().chain(self.filter.as_deref())
    }
}
