//! The same on both sides.

use kijun_conform::alike;
use kijun_diag::{Diagnostic, Safety, ids};
use kijun_model::{Arithmetic, Expr, ExprKind, Logic};

use crate::exprs::{asked, inside};
use crate::written::{alone, edit, fixed};
use crate::{Cost, Cx, Fixable, Group, Level, Lint};

pub(crate) const LINT: Lint = Lint {
    id: ids::SAME_OPERANDS,
    group: Group::Correctness,
    level: Level::Warning,
    fix: Fixable::Safely,
    cost: Cost::Reads,
    summary: "Both sides of an operator are the same.",
    what: "Looks for comparisons, `and`, `or`, `implies`, `-`, `/` and `in` whose two sides say the same.",
    why: "It comes to the same whatever the evidence says. On one side something else was meant, as in a line that was copied and not \
          finished.",
    example: r#"
clause 2.1 "保管" en "Storage" {
  text "修正プログラムは廃棄の前に適用する。"
  for  server where retired_on is present
  by   officer
  must patched_on <= patched_on #~
  must exposure == internal or exposure == internal #~
}
"#,
    instead: r#"
clause 2.1 "保管" en "Storage" {
  text "修正プログラムは廃棄の前に適用する。"
  for  server where retired_on is present
  by   officer
  must patched_on <= retired_on
  must exposure == internal or exposure == intranet
}
"#,
    check,
};

fn check(cx: &Cx<'_>) -> Vec<Diagnostic> {
    let all = inside(asked(cx).into_iter().map(|asked| asked.expr).collect());
    all.into_iter().filter_map(|expr| hit(cx, expr)).collect()
}

fn hit(cx: &Cx<'_>, expr: &Expr) -> Option<Diagnostic> {
    let (one, other) = sides(expr)?;
    let is_written = one.span != other.span && one.span.end <= other.span.start;
    if !is_written || !alike(cx.model, one, other) || is_constant(one) {
        return None;
    }
    let found = LINT.at(expr.span).with("operand", cx.slice(other.span));
    Some(match &expr.kind {
        ExprKind::Logic(Logic::And | Logic::Or, ..) => {
            fixed(cx, found, Safety::Safe, vec![edit(expr.span, alone(cx.slice(one.span)))])
        }
        _ => found,
    })
}

fn sides(expr: &Expr) -> Option<(&Expr, &Expr)> {
    match &expr.kind {
        ExprKind::Compare(_, one, other)
        | ExprKind::Logic(_, one, other)
        | ExprKind::Text(_, one, other)
        | ExprKind::Within(one, other)
        | ExprKind::Under(one, other, _)
        | ExprKind::Arithmetic(Arithmetic::Sub | Arithmetic::Div, one, other) => Some((one, other)),
        _ => None,
    }
}

/// Of constants, two alike are what somebody reckons with.
fn is_constant(expr: &Expr) -> bool {
    matches!(expr.kind, ExprKind::Const(_))
}
