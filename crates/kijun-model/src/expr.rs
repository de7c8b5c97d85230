//! The one typed expression tree. Evaluators, the decision procedure and lints all start from it.

use std::cmp::Ordering;
use std::sync::Arc;

use kijun_diag::Span;

use crate::{DefineId, KindId, LocalId, ParameterId, Type, Value};

/// A typed expression.
#[derive(Clone, Debug)]
pub struct Expr {
    /// What it is.
    pub kind: ExprKind,
    /// Its type. `Optional` where its evidence may rightly be absent.
    pub ty: Type,
    /// Where it was written.
    pub span: Span,
}

/// An expression.
///
/// Three values: a scalar operand that is absent, null or malformed makes the operation unknown.
#[derive(Clone, Debug)]
pub enum ExprKind {
    /// A known value.
    Const(Value),
    /// The subject, a binder's element, or a parameter of a definition.
    Local(LocalId),
    /// A field, by its index, of a record or subject.
    Field(Box<Expr>, u32),
    /// A value that the documents in force set.
    Parameter(ParameterId),
    /// `today`, `period.start`, `period.end`
    Day(Day),
    /// `not`
    Not(Box<Expr>),
    /// `and`, `or`, `implies`
    Logic(Logic, Box<Expr>, Box<Expr>),
    /// `==` and its kin, on one sort.
    Compare(Comparison, Box<Expr>, Box<Expr>),
    /// `in {…}`: the set is never empty. Never of IP prefixes: there `in` is [`ExprKind::Within`].
    InSet(Box<Expr>, Vec<Value>),
    /// `e in LIST` and `LIST contains e`: item, list. True if an element is equal; else unknown if the item or an
    /// element is unknown; else false. Over an unknown list, unknown.
    InList(Box<Expr>, Box<Expr>),
    /// `matches /re/`: finds the expression anywhere in the text, as `regex` does. It has been compiled once.
    Matches(Box<Expr>, Arc<str>),
    /// `starts with`, `ends with`, `contains` on text.
    Text(TextTest, Box<Expr>, Box<Expr>),
    /// `a in b` on IP prefixes: the first lies inside the second.
    Within(Box<Expr>, Box<Expr>),
    /// `a in b` on keys of a kind that is a tree: the first is the second, or stands below it. False if what stands above the
    /// first ends at a root; unknown if a link is missing, or leads round.
    Under(Box<Expr>, Box<Expr>, KindId),
    /// `is present`, on an optional: true if there is something, false if it is absent or null, unknown if
    /// malformed or if a required parent is not there.
    IsPresent(Box<Expr>),
    /// `every`, `some`, `no`
    Quantified(Quantifier, Range, Box<Expr>),
    /// `count`; a range from the certain to the possible.
    Count(Range),
    /// `sum`, `min`, `max` of the value over the range; unknown if an element or its value is undecided; `min` and
    /// `max` of nothing are unknown, `sum` of nothing is zero.
    Fold(Fold, Box<Expr>, Range),
    /// `+ - * /`; division by zero and overflow are unknown.
    Arithmetic(Arithmetic, Box<Expr>, Box<Expr>),
    /// `-e`
    Negate(Box<Expr>),
    /// `age(DATE)`: days from the date to today; of a day to come, unknown.
    Age(Box<Expr>),
    /// `if C then A else B`; where C is unknown, unknown unless A and B are known and the same.
    If(Box<Expr>, Box<Expr>, Box<Expr>),
    /// A definition with its arguments.
    Call(DefineId, Vec<Expr>),
    /// Evidence that no file can hold: the answer that nobody gave. Unknown.
    Unanswered,
    /// An expression that has had its diagnostic. No program is made of a model that holds one.
    Broken,
}

/// A day of the audit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Day {
    /// The audit date.
    Today,
    /// The first day of the audited period.
    PeriodStart,
    /// Its last day.
    PeriodEnd,
}

/// A connective.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Logic {
    /// `and`
    And,
    /// `or`
    Or,
    /// `implies`
    Implies,
}

/// A comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Comparison {
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
}

impl Comparison {
    /// Whether it holds of two values that stand in this order.
    #[must_use]
    pub fn holds(self, order: Ordering) -> bool {
        match self {
            Comparison::Eq => order.is_eq(),
            Comparison::Ne => order.is_ne(),
            Comparison::Lt => order.is_lt(),
            Comparison::Le => order.is_le(),
            Comparison::Gt => order.is_gt(),
            Comparison::Ge => order.is_ge(),
        }
    }

    /// The comparison that holds where this one does not.
    #[must_use]
    pub fn opposite(self) -> Comparison {
        match self {
            Comparison::Eq => Comparison::Ne,
            Comparison::Ne => Comparison::Eq,
            Comparison::Lt => Comparison::Ge,
            Comparison::Ge => Comparison::Lt,
            Comparison::Gt => Comparison::Le,
            Comparison::Le => Comparison::Gt,
        }
    }

    /// The comparison with its sides exchanged.
    #[must_use]
    pub fn turned(self) -> Comparison {
        match self {
            Comparison::Lt => Comparison::Gt,
            Comparison::Le => Comparison::Ge,
            Comparison::Gt => Comparison::Lt,
            Comparison::Ge => Comparison::Le,
            Comparison::Eq | Comparison::Ne => self,
        }
    }
}

/// A test between two texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TextTest {
    /// `starts with`
    StartsWith,
    /// `ends with`
    EndsWith,
    /// `contains`
    Contains,
}

/// A quantifier. With a filter `every` asks `P implies Q` of each element, `some` and `no` ask `P and Q`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Quantifier {
    /// `every`
    Every,
    /// `some`
    Some,
    /// `no`
    No,
}

/// A fold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Fold {
    /// `sum`
    Sum,
    /// `min`
    Min,
    /// `max`
    Max,
}

/// Arithmetic. Besides numbers: date ± duration, date − date (a duration), duration ± duration, duration × number,
/// size ± size, size × number, percent ± percent, date ± business days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Arithmetic {
    /// `+`
    Add,
    /// `-`
    Sub,
    /// `*`
    Mul,
    /// `/`
    Div,
}

/// `x in XS [where P]`
#[derive(Clone, Debug)]
pub struct Range {
    /// The element.
    pub binder: LocalId,
    /// Its type.
    pub element: Type,
    /// Where elements come from.
    pub domain: Domain,
    /// Which of them.
    pub filter: Option<Box<Expr>>,
}

/// Where elements come from.
#[derive(Clone, Debug)]
pub enum Domain {
    /// A list, or a map's values. Over what is not there, everything is unknown.
    Elements(Box<Expr>),
    /// Every subject of a kind, and of the kinds below it.
    All(KindId),
}

impl Expr {
    /// The expressions directly inside, in the order in which they are written.
    #[must_use]
    pub fn children(&self) -> Vec<&Expr> {
        match &self.kind {
            ExprKind::Field(a, _)
            | ExprKind::Not(a)
            | ExprKind::InSet(a, _)
            | ExprKind::Matches(a, _)
            | ExprKind::IsPresent(a)
            | ExprKind::Negate(a)
            | ExprKind::Age(a) => vec![a],
            ExprKind::Logic(_, a, b)
            | ExprKind::Compare(_, a, b)
            | ExprKind::InList(a, b)
            | ExprKind::Text(_, a, b)
            | ExprKind::Within(a, b)
            | ExprKind::Under(a, b, _)
            | ExprKind::Arithmetic(_, a, b) => vec![a, b],
            ExprKind::If(a, b, c) => vec![a, b, c],
            ExprKind::Quantified(_, range, body) => range.children().chain([&**body]).collect(),
            ExprKind::Count(range) => range.children().collect(),
            ExprKind::Fold(_, value, range) => range.children().chain([&**value]).collect(),
            ExprKind::Call(_, args) => args.iter().collect(),
            ExprKind::Const(_)
            | ExprKind::Local(_)
            | ExprKind::Parameter(_)
            | ExprKind::Day(_)
            | ExprKind::Unanswered
            | ExprKind::Broken => Vec::new(),
        }
    }

    /// The same, to be changed.
    #[must_use]
    pub fn children_mut(&mut self) -> Vec<&mut Expr> {
        match &mut self.kind {
            ExprKind::Field(a, _)
            | ExprKind::Not(a)
            | ExprKind::InSet(a, _)
            | ExprKind::Matches(a, _)
            | ExprKind::IsPresent(a)
            | ExprKind::Negate(a)
            | ExprKind::Age(a) => vec![a],
            ExprKind::Logic(_, a, b)
            | ExprKind::Compare(_, a, b)
            | ExprKind::InList(a, b)
            | ExprKind::Text(_, a, b)
            | ExprKind::Within(a, b)
            | ExprKind::Under(a, b, _)
            | ExprKind::Arithmetic(_, a, b) => vec![a, b],
            ExprKind::If(a, b, c) => vec![a, b, c],
            ExprKind::Quantified(_, range, body) => range.children_mut().chain([&mut **body]).collect(),
            ExprKind::Count(range) => range.children_mut().collect(),
            ExprKind::Fold(_, value, range) => range.children_mut().chain([&mut **value]).collect(),
            ExprKind::Call(_, args) => args.iter_mut().collect(),
            ExprKind::Const(_)
            | ExprKind::Local(_)
            | ExprKind::Parameter(_)
            | ExprKind::Day(_)
            | ExprKind::Unanswered
            | ExprKind::Broken => Vec::new(),
        }
    }
}

impl Range {
    fn children_mut(&mut self) -> impl Iterator<Item = &mut Expr> {
        let domain = match &mut self.domain {
            Domain::Elements(list) => Some(&mut **list),
            Domain::All(_) => None,
        };
        domain.into_iter().chain(self.filter.as_deref_mut())
    }

    fn children(&self) -> impl Iterator<Item = &Expr> {
        let domain = match &self.domain {
            Domain::Elements(list) => Some(&**list),
            Domain::All(_) => None,
        };
        domain.into_iter().chain(self.filter.as_deref())
    }
}
