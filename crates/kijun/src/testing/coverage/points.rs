//! The conditions of an expression that should be seen both true and false.

use std::collections::BTreeSet;

use kijun_diag::Span;
use kijun_findings::ConditionRole;
use kijun_model::{DefineId, Expr, ExprKind, Logic, Model, Range};

/// Where a condition is: the expression that it is part of, and as the how-manieth part. The condition itself may come from a
/// call, so that its own place does not say.
pub(super) type Key = (Span, usize);

/// The part of a guard that is the whole.
pub(super) const WHOLE: usize = usize::MAX;

/// A condition.
#[derive(Clone, Debug)]
pub(super) struct Point {
    pub(super) key: Key,
    pub(super) role: ConditionRole,
    /// Where it was written.
    pub(super) span: Span,
}

/// The conditions of an expression, in the order of writing, and the definitions it calls.
#[derive(Debug, Default)]
pub(super) struct Points {
    pub(super) found: Vec<Point>,
    pub(super) called: BTreeSet<DefineId>,
}

impl Points {
    /// A guard, and the conditions inside.
    pub(super) fn guard(&mut self, role: ConditionRole, guard: &Expr) {
        self.add((guard.span, WHOLE), role, guard);
        self.inside(guard);
    }

    /// The conditions inside of an expression. Those of definitions are their own.
    pub(super) fn inside(&mut self, expr: &Expr) {
        match &expr.kind {
            ExprKind::Logic(logic, ..) => return self.operands(*logic, expr),
            ExprKind::If(condition, ..) => self.add((expr.span, 0), ConditionRole::If, condition),
            ExprKind::Quantified(_, range, _) | ExprKind::Count(range) | ExprKind::Fold(_, _, range) => {
                self.filter(expr.span, range);
            }
            ExprKind::Call(define, _) => {
                self.called.insert(*define);
            }
            _ => {}
        }
        expr.children().into_iter().for_each(|child| self.inside(child));
    }

    fn operands(&mut self, logic: Logic, expr: &Expr) {
        for (place, operand) in operands(logic, expr).into_iter().enumerate() {
            self.add((expr.span, place), ConditionRole::Operand, operand);
            self.inside(operand);
        }
    }

    fn filter(&mut self, span: Span, range: &Range) {
        range.filter.iter().for_each(|filter| self.add((span, 0), ConditionRole::Filter, filter));
    }

    fn add(&mut self, key: Key, role: ConditionRole, condition: &Expr) {
        // What is always the same is no condition.
        if !matches!(condition.kind, ExprKind::Const(_)) {
            self.found.push(Point { key, role, span: condition.span });
        }
    }
}

/// The operands of a chain of one connective, as the evaluator sees them. A chain is as deep as it is long: no recursion.
fn operands(logic: Logic, expr: &Expr) -> Vec<&Expr> {
    let (mut found, mut waiting, mut first) = (Vec::new(), vec![expr], true);
    while let Some(next) = waiting.pop() {
        match &next.kind {
            ExprKind::Logic(same, a, b) if *same == logic && (first || logic != Logic::Implies) => {
                waiting.extend([&**b, &**a]);
            }
            _ => found.push(next),
        }
        first = false;
    }
    found
}

/// Definitions, and those that they call.
pub(super) fn below(model: &Model, called: &BTreeSet<DefineId>) -> BTreeSet<DefineId> {
    let mut all = BTreeSet::new();
    let mut waiting: Vec<DefineId> = called.iter().copied().collect();
    while let Some(next) = waiting.pop() {
        if all.insert(next) {
            let mut points = Points::default();
            points.inside(&model.define(next).body);
            waiting.extend(points.called);
        }
    }
    all
}
