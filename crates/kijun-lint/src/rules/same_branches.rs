//! A choice between the same and the same.

use kijun_conform::alike;
use kijun_diag::{Diagnostic, Safety, ids};
use kijun_model::{Expr, ExprKind};

use crate::exprs::{asked, inside};
use crate::written::{alone, edit, fixed};
use crate::{Cost, Cx, Fixable, Group, Level, Lint};

pub(crate) const LINT: Lint = Lint {
    id: ids::SAME_BRANCHES,
    group: Group::Correctness,
    level: Level::Warning,
    fix: Fixable::Safely,
    cost: Cost::Reads,
    summary: "Both branches of an `if` are the same.",
    what: "Looks for `if C then A else A`.",
    why: "The condition changes nothing. One of the branches was to say something else.",
    example: r#"
clause 2.1 "修正" en "Patches" {
  text "公開するサーバは14日、その他は30日以内に修正する。"
  for  server
  by   officer
  must age(patched_on) <= if exposure == internet then 30 days else 30 days #~
}
"#,
    instead: r#"
clause 2.1 "修正" en "Patches" {
  text "公開するサーバは14日、その他は30日以内に修正する。"
  for  server
  by   officer
  must age(patched_on) <= if exposure == internet then 14 days else 30 days
}
"#,
    check,
};

fn check(cx: &Cx<'_>) -> Vec<Diagnostic> {
    let all = inside(asked(cx).into_iter().map(|asked| asked.expr).collect());
    all.into_iter().filter_map(|expr| hit(cx, expr)).collect()
}

fn hit(cx: &Cx<'_>, expr: &Expr) -> Option<Diagnostic> {
    let ExprKind::If(condition, then, otherwise) = &expr.kind else { return None };
    let same = alike(cx.model, then, otherwise);
    let hit = LINT.at(expr.span).also("condition", condition.span);
    let only = edit(expr.span, alone(cx.slice(then.span)));
    same.then(|| fixed(cx, hit, Safety::Safe, vec![only]))
}
