//! A requirement that is kept by whom it does not concern.

use kijun_diag::{Diagnostic, Safety, ids};
use kijun_syntax::ast::{BinaryOp, Expr, ExprKind, Force, Statement};

use crate::written::{edit, fixed, statements};
use crate::{Cost, Cx, Fixable, Group, Level, Lint};

pub(crate) const LINT: Lint = Lint {
    id: ids::IMPLIES_FOR_WHEN,
    group: Group::Correctness,
    level: Level::Warning,
    fix: Fixable::Unsafely,
    cost: Cost::Reads,
    summary: "A requirement says with `implies` whom it concerns.",
    what: "Looks for `must A implies B` and `should A implies B`, where `must B when A` could be said.",
    why: "Whoever A is not true of *passes*, and is counted among those who keep the rule: of a thousand subjects, nine hundred of which it \
          does not concern, it seems to be kept by nine in ten. With `when` they are not applicable.",
    example: r#"
clause 2.1 "連絡先" en "Contact" {
  text "公開するサーバには連絡先を定める。"
  for  server
  by   officer
  must named: exposure == internet implies contact is present #~
  must long: state == used implies min_length >= 12 when exposure != internal #~
}
"#,
    instead: r#"
clause 2.1 "連絡先" en "Contact" {
  text "公開するサーバには連絡先を定める。"
  for  server
  by   officer
  must named: contact is present when exposure == internet
  must guarded: every a in accounts : a.privileged implies a.mfa
}
"#,
    check,
};

fn check(cx: &Cx<'_>) -> Vec<Diagnostic> {
    let asking = statements(cx).into_iter().filter(|(_, s)| matches!(s.force, Force::Must | Force::Should));
    asking.filter_map(|(_, statement)| hit(cx, statement)).collect()
}

fn hit(cx: &Cx<'_>, statement: &Statement) -> Option<Diagnostic> {
    let ExprKind::Binary(BinaryOp::Implies, if_so, then) = &statement.expr.kind else { return None };
    let (whole, then) = (statement.expr.span, cx.slice(then.span));
    let edits = match &statement.when {
        None => vec![edit(whole, format!("{then} when {}", cx.slice(if_so.span)))],
        Some(when) => {
            let both = format!("{} and {}", guard(cx, when), guard(cx, if_so));
            vec![edit(whole, then), edit(when.span, both)]
        }
    };
    let found = LINT.at(whole).with("condition", cx.slice(if_so.span));
    Some(fixed(cx, found, Safety::Unsafe, edits))
}

/// One side of an `and`, in brackets where it would take the other for its own.
fn guard(cx: &Cx<'_>, expr: &Expr) -> String {
    let text = cx.slice(expr.span);
    let is_loose = matches!(
        expr.kind,
        ExprKind::Binary(BinaryOp::Or | BinaryOp::Implies, ..) | ExprKind::Quantified { .. } | ExprKind::If(..)
    );
    if is_loose && !text.starts_with('(') { format!("({text})") } else { text.to_owned() }
}
