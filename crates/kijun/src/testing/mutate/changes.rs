//! Small changes to an expression: each makes it another one, and is told by what stood there and what stands there now.

use kijun_diag::{Sources, Span};
use kijun_model::{Comparison, Expr, ExprKind, Logic, Model, Quantifier, Type, Value};

use super::steps::neighbours;
use crate::words::one_line;

/// An expression with one part changed.
#[derive(Clone, Debug)]
pub(super) struct Change {
    pub(super) span: Span,
    pub(super) new: String,
    /// The whole expression.
    pub(super) expr: Expr,
}

/// The changes of an expression, in the order of writing.
pub(super) fn changes(model: &Model, sources: &Sources, expr: &Expr) -> Vec<Change> {
    let mut walk =
        Walk { writer: Writer { model, sources }, root: expr, path: Vec::new(), found: Vec::new() };
    walk.visit(expr);
    walk.found
}

struct Walk<'a> {
    writer: Writer<'a>,
    root: &'a Expr,
    path: Vec<usize>,
    found: Vec<Change>,
}

impl Walk<'_> {
    fn visit(&mut self, expr: &Expr) {
        for (kind, new) in self.writer.replacements(expr) {
            let mut whole = self.root.clone();
            if let Some(part) = part(&mut whole, &self.path) {
                part.kind = kind;
            }
            self.found.push(Change { span: expr.span, new, expr: whole });
        }
        for (place, child) in expr.children().into_iter().enumerate() {
            self.path.push(place);
            self.visit(child);
            self.path.pop();
        }
    }
}

fn part<'e>(whole: &'e mut Expr, path: &[usize]) -> Option<&'e mut Expr> {
    path.iter().try_fold(whole, |expr, place| expr.children_mut().into_iter().nth(*place))
}

/// Writes what stands in the place of something.
struct Writer<'a> {
    model: &'a Model,
    sources: &'a Sources,
}

type Replacement = (ExprKind, String);

impl Writer<'_> {
    fn replacements(&self, expr: &Expr) -> Vec<Replacement> {
        match &expr.kind {
            ExprKind::Const(value) => self.bounds(value),
            ExprKind::Compare(op, a, b) => self.comparisons(*op, a, b),
            ExprKind::Logic(logic, a, b) => self.connectives(*logic, a, b),
            ExprKind::Not(inner) => vec![(inner.kind.clone(), self.text(inner))],
            ExprKind::Quantified(quantifier, range, body) => {
                let others = [Quantifier::Every, Quantifier::Some, Quantifier::No];
                let others = others.into_iter().filter(|other| other != quantifier);
                let other = |other| {
                    let text = self.text(expr).replacen(word(*quantifier), word(other), 1);
                    (ExprKind::Quantified(other, range.clone(), body.clone()), text)
                };
                others.map(other).chain(self.without_filter(expr)).collect()
            }
            ExprKind::Count(_) | ExprKind::Fold(..) => self.without_filter(expr).into_iter().collect(),
            ExprKind::InSet(item, values) => self.sets(expr, item, values),
            ExprKind::IsPresent(_)
            | ExprKind::InList(..)
            | ExprKind::Matches(..)
            | ExprKind::Text(..)
            | ExprKind::Within(..)
            | ExprKind::Under(..) => vec![self.not(expr)],
            ExprKind::Field(..) | ExprKind::Call(..) if *expr.ty.required() == Type::Bool => {
                vec![self.not(expr)]
            }
            _ => Vec::new(),
        }
    }

    fn bounds(&self, value: &Value) -> Vec<Replacement> {
        let next = neighbours(self.model, value);
        next.into_iter()
            .map(|value| (ExprKind::Const(value.clone()), self.model.show_value(&value)))
            .collect()
    }

    fn comparisons(&self, op: Comparison, a: &Expr, b: &Expr) -> Vec<Replacement> {
        let others: &[Comparison] = match op {
            Comparison::Eq => &[Comparison::Ne],
            Comparison::Ne => &[Comparison::Eq],
            Comparison::Lt => &[Comparison::Le, Comparison::Ge],
            Comparison::Le => &[Comparison::Lt, Comparison::Gt],
            Comparison::Gt => &[Comparison::Ge, Comparison::Le],
            Comparison::Ge => &[Comparison::Gt, Comparison::Lt],
        };
        let other = |other: &Comparison| {
            let text = format!("{} {} {}", self.text(a), sign(*other), self.text(b));
            (ExprKind::Compare(*other, Box::new(a.clone()), Box::new(b.clone())), text)
        };
        others.iter().map(other).collect()
    }

    fn connectives(&self, logic: Logic, a: &Expr, b: &Expr) -> Vec<Replacement> {
        let (other, word) = match logic {
            Logic::And => (Logic::Or, "or"),
            Logic::Or | Logic::Implies => (Logic::And, "and"),
        };
        let text = format!("{} {word} {}", self.text(a), self.text(b));
        vec![(ExprKind::Logic(other, Box::new(a.clone()), Box::new(b.clone())), text)]
    }

    fn sets(&self, expr: &Expr, item: &Expr, values: &[Value]) -> Vec<Replacement> {
        let without = |place: usize| {
            let left: Vec<Value> =
                values.iter().enumerate().filter(|(i, _)| *i != place).map(|(_, v)| v.clone()).collect();
            let shown: Vec<String> = left.iter().map(|value| self.model.show_value(value)).collect();
            let text = format!("{} in {{{}}}", self.text(item), shown.join(", "));
            (ExprKind::InSet(Box::new(item.clone()), left), text)
        };
        let dropped = (0..values.len()).filter(|_| values.len() > 1).map(without);
        dropped.chain([self.not(expr)]).collect()
    }

    fn not(&self, expr: &Expr) -> Replacement {
        (ExprKind::Not(Box::new(expr.clone())), format!("not ({})", self.text(expr)))
    }

    /// A quantifier, a count or a fold over all of its range.
    fn without_filter(&self, expr: &Expr) -> Option<Replacement> {
        let mut kind = expr.kind.clone();
        let (ExprKind::Quantified(_, range, _) | ExprKind::Count(range) | ExprKind::Fold(_, _, range)) =
            &mut kind
        else {
            return None;
        };
        let filter = range.filter.take()?;
        let written = format!("where {}", self.text(&filter));
        let text = self.text(expr).replacen(&written, "", 1);
        Some((kind, text.split_whitespace().collect::<Vec<_>>().join(" ")))
    }

    fn text(&self, expr: &Expr) -> String {
        one_line(self.sources.slice(expr.span))
    }
}

fn sign(op: Comparison) -> &'static str {
    match op {
        Comparison::Eq => "==",
        Comparison::Ne => "!=",
        Comparison::Lt => "<",
        Comparison::Le => "<=",
        Comparison::Gt => ">",
        Comparison::Ge => ">=",
    }
}

fn word(quantifier: Quantifier) -> &'static str {
    match quantifier {
        Quantifier::Every => "every",
        Quantifier::Some => "some",
        Quantifier::No => "no",
    }
}
