//! An element that nothing is asked of.

use kijun_diag::{Diagnostic, ids};
use kijun_syntax::ast::{Expr, ExprKind, Range};

use crate::written::exprs;
use crate::{Cost, Cx, Fixable, Group, Level, Lint};

pub(crate) const LINT: Lint = Lint {
    id: ids::UNUSED_BINDER,
    group: Group::Correctness,
    level: Level::Warning,
    fix: Fixable::No,
    cost: Cost::Reads,
    summary: "A quantifier asks nothing of its elements.",
    what: "Looks for `every x in …`, `some x in …` and `no x in …` where `x` occurs neither in the condition nor in `where`.",
    why: "It asks the same of each element, which has nothing to do with it. The condition is about the subject where it was to be \
          about the element.",
    example: r#"
clause 2.1 "研修" en "Training" {
  text "担当者は全ての研修を修了する。"
  for  person
  by   officer
  must every a in all training : on_duty #~
}
"#,
    instead: r#"
clause 2.1 "研修" en "Training" {
  text "担当者は全ての研修を修了する。"
  for  person
  by   officer
  must every t in all training where t.person == id : t.completed
}
"#,
    check,
};

fn check(cx: &Cx<'_>) -> Vec<Diagnostic> {
    let quantified = exprs(cx).into_iter().filter_map(|expr| match &expr.kind {
        ExprKind::Quantified { range, body, .. } => Some((range, &**body)),
        _ => None,
    });
    let idle = quantified.filter(|(range, body)| !is_bare(body) && !is_used(range, body));
    idle.map(|(range, _)| LINT.at(range.binder.span).with("name", range.binder.name.as_str())).collect()
}

/// Whether nothing is asked but that there is one.
fn is_bare(body: &Expr) -> bool {
    matches!(body.kind, ExprKind::Bool(_))
}

fn is_used(range: &Range, body: &Expr) -> bool {
    let mut open: Vec<&Expr> = range.filter.iter().map(|filter| &**filter).chain([body]).collect();
    while let Some(expr) = open.pop() {
        if matches!(&expr.kind, ExprKind::Name(name) if name.name == range.binder.name) {
            return true;
        }
        open.extend(expr.children());
    }
    false
}
