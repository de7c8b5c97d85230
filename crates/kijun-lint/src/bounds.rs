//! The constants that expressions compare with, to be held against the words beside them.

use kijun_diag::Span;
use kijun_model::{Comparison, Expr, ExprKind, Model, Value};
use rust_decimal::Decimal;

use crate::quantity::{Likeness, Quantity, Sort, likeness};

/// The constants of some expressions.
#[derive(Default)]
pub(crate) struct Bounds {
    values: Vec<(Value, Span)>,
    /// What is demanded as well without being written: `> 7` is `>= 8`.
    neighbours: Vec<Value>,
    /// Whether a document below sets one of them.
    has_parameter: bool,
}

impl Bounds {
    /// Those of an expression, and of the definitions that it calls.
    pub(crate) fn add(&mut self, model: &Model, expr: &Expr) {
        match &expr.kind {
            ExprKind::Const(value) => self.values.push((value.clone(), expr.span)),
            ExprKind::Parameter(_) => self.has_parameter = true,
            ExprKind::Compare(comparison, one, other) => self.beside(*comparison, one, other),
            ExprKind::Call(define, _) => self.add(model, &model.define(*define).body),
            ExprKind::InSet(_, set) => self.values.extend(set.iter().map(|value| (value.clone(), expr.span))),
            _ => {}
        }
        expr.children().into_iter().for_each(|child| self.add(model, child));
    }

    /// A value that a text may as well speak of.
    pub(crate) fn allow(&mut self, value: Value) {
        self.neighbours.push(value);
    }

    fn beside(&mut self, comparison: Comparison, one: &Expr, other: &Expr) {
        if !matches!(comparison, Comparison::Lt | Comparison::Gt) {
            return;
        }
        for side in [one, other] {
            if let ExprKind::Const(Value::Number(n)) = &side.kind {
                let around = [n.checked_add(Decimal::ONE), n.checked_sub(Decimal::ONE)];
                self.neighbours.extend(around.into_iter().flatten().map(Value::Number));
            }
        }
    }

    /// The constants that a quantity may be meant to say. That something is there, or is not, is said without a number.
    pub(crate) fn of(&self, sort: Sort) -> impl Iterator<Item = &(Value, Span)> {
        let says_a_number = |value: &Value| match value {
            Value::Number(n) => *n != Decimal::ZERO && *n != Decimal::ONE,
            _ => true,
        };
        self.values.iter().filter(move |(value, _)| Sort::of(value) == Some(sort) && says_a_number(value))
    }

    /// The constant that should say what a quantity says, and says something else: there are some, and none is the same or near.
    pub(crate) fn unlike(&self, quantity: &Quantity) -> Option<&(Value, Span)> {
        let fits = |value: &Value| likeness(value, &quantity.value) != Likeness::Unlike;
        let fits_any = self.values.iter().any(|(v, _)| fits(v)) || self.neighbours.iter().any(fits);
        if self.has_parameter || fits_any {
            return None;
        }
        self.of(quantity.sort).next()
    }
}
