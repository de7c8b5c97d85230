//! An age that is asked to be just so.

use kijun_diag::{Diagnostic, ids};
use kijun_model::{Arithmetic, Comparison, Day, Expr, ExprKind};

use crate::exprs::{asked, inside};
use crate::{Cost, Cx, Fixable, Group, Level, Lint};

pub(crate) const LINT: Lint = Lint {
    id: ids::EXACT_AGE,
    group: Group::Correctness,
    level: Level::Warning,
    fix: Fixable::No,
    cost: Cost::Reads,
    summary: "An age is compared with `==` or `!=`.",
    what: "Looks for `==` and `!=` between an age, or a day reckoned from `today`, and something else.",
    why: "It holds on a single day: the audit of the day before and that of the day after come to something else. A limit is meant, and \
          so `<=` or `>=`.",
    example: r#"
clause 2.1 "見直し" en "Review" {
  text "修正は一年以内に行う。"
  for  server
  by   officer
  must age(patched_on) == 1 year #~
}
"#,
    instead: r#"
clause 2.1 "見直し" en "Review" {
  text "修正は一年以内に行う。"
  for  server
  by   officer
  must age(patched_on) <= 1 year
}
"#,
    check,
};

fn check(cx: &Cx<'_>) -> Vec<Diagnostic> {
    let all = inside(asked(cx).into_iter().map(|asked| asked.expr).collect());
    let exact = all.into_iter().filter(|expr| match &expr.kind {
        ExprKind::Compare(Comparison::Eq | Comparison::Ne, one, other) => moves(one) != moves(other),
        _ => false,
    });
    exact.map(|expr| LINT.at(expr.span)).collect()
}

/// Whether a value is another one every day.
fn moves(expr: &Expr) -> bool {
    match &expr.kind {
        ExprKind::Age(_) | ExprKind::Day(Day::Today) => true,
        ExprKind::Arithmetic(Arithmetic::Add | Arithmetic::Sub, one, other) => moves(one) != moves(other),
        _ => false,
    }
}
