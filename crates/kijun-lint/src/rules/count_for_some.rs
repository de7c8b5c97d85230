//! A count that only asks whether there is one.

use kijun_diag::{Diagnostic, Safety, ids};
use kijun_syntax::ast::{BinaryOp, Domain, Expr, ExprKind, Range};

use crate::written::{between, edit, exprs, fixed};
use crate::{Cost, Cx, Fixable, Group, Level, Lint};

pub(crate) const LINT: Lint = Lint {
    id: ids::COUNT_FOR_SOME,
    group: Group::Clarity,
    level: Level::Warning,
    fix: Fixable::Safely,
    cost: Cost::Reads,
    summary: "Elements are counted only to see whether there is one.",
    what: "Looks for `count(… where P)` compared so that it says `some` or `no`: `> 0`, `>= 1`, `== 0`, `< 1` and their kin.",
    why: "The rule is about there being one, and can say so. What a finding shows is then the element, and not a number.",
    example: r#"
clause 2.1 "管理者権限" en "Privileges" {
  text "管理者権限を持つ識別コードを置く。"
  for  server
  by   officer
  must count(a in accounts where a.privileged) >= 1 #~
}
"#,
    instead: r#"
clause 2.1 "管理者権限" en "Privileges" {
  text "管理者権限を持つ識別コードを置く。"
  for  server
  by   officer
  must (some a in accounts : a.privileged)
  must count(t in tags) > 0
}
"#,
    check,
};

fn check(cx: &Cx<'_>) -> Vec<Diagnostic> {
    exprs(cx).into_iter().filter_map(|expr| hit(cx, expr)).collect()
}

fn hit(cx: &Cx<'_>, expr: &Expr) -> Option<Diagnostic> {
    let ExprKind::Binary(op, left, right) = &expr.kind else { return None };
    let (range, word) = match (&left.kind, &right.kind) {
        (ExprKind::Count(range), ExprKind::Number(n)) => (range, question(*op, n)?),
        (ExprKind::Number(n), ExprKind::Count(range)) => (range, question(turned(*op), n)?),
        _ => return None,
    };
    let text = said(cx, word, range)?;
    let whole = between(expr.span, left.span.start, right.span.end);
    let hit = LINT.at(expr.span).with("word", word);
    Some(fixed(cx, hit, Safety::Safe, vec![edit(whole, text)]))
}

/// What a comparison of a count with a number asks.
fn question(op: BinaryOp, number: &str) -> Option<&'static str> {
    match (op, number) {
        (BinaryOp::Gt | BinaryOp::Ne, "0") | (BinaryOp::Ge, "1") => Some("some"),
        (BinaryOp::Eq | BinaryOp::Le, "0") | (BinaryOp::Lt, "1") => Some("no"),
        _ => None,
    }
}

fn turned(op: BinaryOp) -> BinaryOp {
    match op {
        BinaryOp::Lt => BinaryOp::Gt,
        BinaryOp::Gt => BinaryOp::Lt,
        BinaryOp::Le => BinaryOp::Ge,
        BinaryOp::Ge => BinaryOp::Le,
        same => same,
    }
}

/// The same as a quantifier, in brackets, since it reaches as far as it can.
fn said(cx: &Cx<'_>, word: &str, range: &Range) -> Option<String> {
    let filter = cx.slice(range.filter.as_ref()?.span);
    let domain = match &range.domain {
        Domain::Expr(list) => cx.slice(list.span).to_owned(),
        Domain::All(kind) => format!("all {}", cx.slice(kind.span)),
    };
    Some(format!("({word} {} in {domain} : {filter})", cx.slice(range.binder.span)))
}
