//! A member that stands twice in a set.

use kijun_diag::{Diagnostic, Safety, ids};
use kijun_syntax::ast::{Expr, ExprKind};

use crate::written::{between, edit, exprs, fixed};
use crate::{Cost, Cx, Fixable, Group, Level, Lint};

pub(crate) const LINT: Lint = Lint {
    id: ids::LISTED_TWICE,
    group: Group::Correctness,
    level: Level::Warning,
    fix: Fixable::Safely,
    cost: Cost::Reads,
    summary: "A set names a member twice.",
    what: "Looks for `in {…}` and `not in {…}` in which one member is written twice.",
    why: "The second says nothing. Most often another member was meant, which is now missing.",
    example: r#"
clause 2.1 "公開" en "Exposure" {
  text "サーバは内部に置く。"
  for  server
  by   officer
  must exposure in {internal, intranet, internal} #~
}
"#,
    instead: r#"
clause 2.1 "公開" en "Exposure" {
  text "サーバは内部に置く。"
  for  server
  by   officer
  must exposure in {internal, intranet}
}
"#,
    check,
};

fn check(cx: &Cx<'_>) -> Vec<Diagnostic> {
    let sets = exprs(cx).into_iter().filter_map(|expr| match &expr.kind {
        ExprKind::InSet { set, .. } => Some(set),
        _ => None,
    });
    sets.flat_map(|set| repeated(set).into_iter().map(|(at, first)| hit(cx, set, at, first))).collect()
}

/// Members that another before them says already: their place, and its.
fn repeated(set: &[Expr]) -> Vec<(usize, usize)> {
    let first = |at: usize| set[..at].iter().position(|before| says(before) == says(&set[at]));
    (0..set.len()).filter(|&at| says(&set[at]).is_some()).filter_map(|at| Some((at, first(at)?))).collect()
}

/// A plain member, without its place.
fn says(member: &Expr) -> Option<String> {
    match &member.kind {
        ExprKind::Name(name) => Some(format!("name {}", name.name)),
        ExprKind::Field(base, field) => Some(format!("{}.{}", says(base)?, field.name)),
        ExprKind::Text(text) => Some(format!("text {text}")),
        ExprKind::Number(digits) => Some(format!("number {digits}")),
        ExprKind::Version(text) => Some(format!("version {text}")),
        ExprKind::Ip(text) => Some(format!("ip {text}")),
        _ => None,
    }
}

fn hit(cx: &Cx<'_>, set: &[Expr], at: usize, first: usize) -> Diagnostic {
    let (member, before) = (set[at].span, set[at - 1].span);
    // With the comma before it.
    let gone = edit(between(member, before.end, member.end), "");
    let hit = LINT.at(member).with("member", cx.slice(member)).also("first", set[first].span);
    fixed(cx, hit, Safety::Safe, vec![gone])
}
