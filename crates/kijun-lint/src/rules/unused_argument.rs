//! A parameter of a definition that its body does not use.

use kijun_diag::{Diagnostic, ids};
use kijun_model::ExprKind;
use kijun_syntax::ast::{Define, Item};

use crate::exprs::inside;
use crate::{Cost, Cx, Fixable, Group, Level, Lint};

pub(crate) const LINT: Lint = Lint {
    id: ids::UNUSED_ARGUMENT,
    group: Group::Correctness,
    level: Level::Warning,
    fix: Fixable::No,
    cost: Cost::Reads,
    summary: "A definition does not use one of its parameters.",
    what: "Looks for parameters of definitions that do not occur in what the definition stands for.",
    why: "Whoever calls it gives a value that changes nothing, and believes that it does.",
    example: r#"
define recent(d: date, limit: duration) = age(d) <= 30 days #~
clause 2.1 "修正" en "Patches" {
  text "公開するサーバは14日以内に修正する。"
  for  server where exposure == internet
  by   officer
  must recent(patched_on, 14 days)
}
"#,
    instead: r#"
define recent(d: date, limit: duration) = age(d) <= limit
clause 2.1 "修正" en "Patches" {
  text "公開するサーバは14日以内に修正する。"
  for  server where exposure == internet
  by   officer
  must recent(patched_on, 14 days)
}
"#,
    check,
};

fn check(cx: &Cx<'_>) -> Vec<Diagnostic> {
    let items = cx.trees.iter().flat_map(|tree| &tree.items);
    let defines = items.filter_map(|item| match item {
        Item::Define(define) => Some(define),
        _ => None,
    });
    defines.flat_map(|define| idle(cx, define)).collect()
}

fn idle(cx: &Cx<'_>, define: &Define) -> Vec<Diagnostic> {
    let model = cx.model.defines.iter().find(|model| model.span == define.name.span);
    let Some(model) = model else { return Vec::new() };
    let body = inside(vec![&model.body]);
    let is_used = |at: usize| body.iter().any(|e| matches!(e.kind, ExprKind::Local(l) if l.index() == at));
    let idle = define.params.iter().enumerate().filter(|(at, _)| !is_used(*at));
    idle.map(|(_, (name, _))| LINT.at(name.span).with("name", name.name.as_str())).collect()
}
