//! A division by what may be zero.

use std::cmp::Ordering;

use kijun_conform::alike;
use kijun_diag::{Diagnostic, ids};
use kijun_model::{Arithmetic, Comparison, Duration, Expr, ExprKind, Logic, Model, Value};

use crate::exprs::{Asked, asked};
use crate::{Cost, Cx, Fixable, Group, Level, Lint};

pub(crate) const LINT: Lint = Lint {
    id: ids::UNGUARDED_DIVISOR,
    group: Group::Correctness,
    level: Level::Warning,
    fix: Fixable::No,
    cost: Cost::Reads,
    summary: "Something is divided by what may be zero.",
    what: "Looks for divisions by a field, a count or a sum, where neither `for … where`, nor `when`, nor the expression around them says \
           that it is not zero.",
    why: "A division by zero is unknown: the audit reports that evidence is missing, though nothing is.",
    example: r#"
clause 2.1 "二要素" en "Two factors" {
  text "識別コードの八割を多要素とする。"
  for  server
  by   officer
  must count(a in accounts where a.mfa) / count(a in accounts) >= 0.8 #~
}
"#,
    instead: r#"
clause 2.1 "二要素" en "Two factors" {
  text "識別コードの八割を多要素とする。"
  for  server where count(a in accounts) > 0
  by   officer
  must count(a in accounts where a.mfa) / count(a in accounts) >= 0.8
}
"#,
    check,
};

fn check(cx: &Cx<'_>) -> Vec<Diagnostic> {
    asked(cx).iter().flat_map(|asked| unguarded(cx.model, asked)).map(|at| hit(cx, at)).collect()
}

fn hit(cx: &Cx<'_>, divisor: &Expr) -> Diagnostic {
    LINT.at(divisor.span).with("divisor", cx.slice(divisor.span))
}

fn unguarded<'a>(model: &Model, asked: &Asked<'a>) -> Vec<&'a Expr> {
    let mut known = Vec::new();
    asked.given.iter().for_each(|given| implied(given, true, &mut known));
    let mut found = Vec::new();
    visit(model, asked.expr, &known, &mut found);
    found
}

fn visit<'a>(model: &Model, expr: &'a Expr, known: &[&'a Expr], found: &mut Vec<&'a Expr>) {
    let with = |condition: &'a Expr, comes_to: bool| {
        let mut more = known.to_vec();
        implied(condition, comes_to, &mut more);
        more
    };
    match &expr.kind {
        ExprKind::Arithmetic(Arithmetic::Div, _, divisor) if !is_safe(model, divisor, known) => {
            found.push(divisor);
        }
        ExprKind::Logic(logic, one, other) => {
            visit(model, one, &with(other, *logic != Logic::Or), found);
            return visit(model, other, &with(one, *logic != Logic::Or), found);
        }
        ExprKind::If(condition, then, otherwise) => {
            visit(model, condition, known, found);
            visit(model, then, &with(condition, true), found);
            return visit(model, otherwise, &with(condition, false), found);
        }
        ExprKind::Quantified(_, range, body) => {
            let known = range.filter.as_deref().map_or_else(|| known.to_vec(), |filter| with(filter, true));
            return visit(model, body, &known, found);
        }
        _ => {}
    }
    expr.children().into_iter().for_each(|part| visit(model, part, known, found));
}

/// What is not zero where a condition comes to this.
fn implied<'a>(condition: &'a Expr, comes_to: bool, known: &mut Vec<&'a Expr>) {
    match &condition.kind {
        ExprKind::Not(inner) => implied(inner, !comes_to, known),
        ExprKind::Logic(Logic::And, one, other) if comes_to => {
            implied(one, true, known);
            implied(other, true, known);
        }
        ExprKind::Logic(Logic::Or, one, other) if !comes_to => {
            implied(one, false, known);
            implied(other, false, known);
        }
        ExprKind::Compare(op, one, other) => {
            let op = if comes_to { *op } else { op.opposite() };
            known.extend(sign(other).filter(|&bound| excludes_zero(op, bound)).map(|_| &**one));
            known.extend(sign(one).filter(|&bound| excludes_zero(op.turned(), bound)).map(|_| &**other));
        }
        _ => {}
    }
}

/// Where a constant lies beside zero.
fn sign(expr: &Expr) -> Option<Ordering> {
    let ExprKind::Const(value) = &expr.kind else { return None };
    match value {
        Value::Number(n) | Value::Size(n) | Value::Percent(n) if n.is_zero() => Some(Ordering::Equal),
        Value::Number(n) | Value::Size(n) | Value::Percent(n) if n.is_sign_negative() => Some(Ordering::Less),
        Value::Number(_) | Value::Size(_) | Value::Percent(_) => Some(Ordering::Greater),
        Value::Duration(_) => value.order(&Value::Duration(Duration::default())),
        _ => None,
    }
}

/// Whether what compares so with a constant that lies so is not zero.
fn excludes_zero(op: Comparison, bound: Ordering) -> bool {
    !op.holds(bound.reverse())
}

/// Whether a divisor cannot be zero, or is not looked at: of a parameter, the range says what it may be.
fn is_safe(model: &Model, divisor: &Expr, known: &[&Expr]) -> bool {
    match &divisor.kind {
        ExprKind::Const(_) => sign(divisor) != Some(Ordering::Equal),
        ExprKind::Field(..) | ExprKind::Count(_) | ExprKind::Fold(..) | ExprKind::Local(_) => {
            known.iter().any(|known| alike(model, known, divisor))
        }
        _ => true,
    }
}
