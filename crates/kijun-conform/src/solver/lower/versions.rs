//! Versions by their rank among all that are named.

use std::collections::BTreeSet;

use kijun_model::{DefineId, Expr, ExprKind, Model, Value, Version};

use crate::Wish;
use crate::solver::Solver;

/// Every version that expressions name, through definitions and the values of parameters too.
pub(crate) fn versions_of(solver: &Solver<'_>, wish: &Wish<'_>) -> Vec<Version> {
    let mut found = Vec::new();
    let mut seen = BTreeSet::new();
    in_wish(solver.model, wish, &mut found, &mut seen);
    let set = solver.parameters.values();
    found.extend(set.filter_map(|value| if let Value::Version(v) = value { Some(v.clone()) } else { None }));
    found.sort();
    found.dedup();
    found
}

fn in_wish(model: &Model, wish: &Wish<'_>, found: &mut Vec<Version>, seen: &mut BTreeSet<DefineId>) {
    match wish {
        Wish::Is(expr, _) => in_expr(model, expr, found, seen),
        Wish::All(parts) | Wish::Any(parts) => {
            parts.iter().for_each(|part| in_wish(model, part, found, seen))
        }
        Wish::With(_, _, inner) => in_wish(model, inner, found, seen),
    }
}

fn in_expr(model: &Model, expr: &Expr, found: &mut Vec<Version>, seen: &mut BTreeSet<DefineId>) {
    let mut stack = vec![expr];
    while let Some(expr) = stack.pop() {
        match &expr.kind {
            ExprKind::Const(Value::Version(version)) => found.push(version.clone()),
            ExprKind::InSet(_, values) => {
                let versions =
                    values.iter().filter_map(|v| if let Value::Version(v) = v { Some(v) } else { None });
                found.extend(versions.cloned());
            }
            ExprKind::Call(define, _) if seen.insert(*define) => stack.push(&model.define(*define).body),
            _ => {}
        }
        stack.extend(expr.children());
    }
}
