//! A condition that what stands around it rules out.

use kijun_diag::{Diagnostic, Span, ids};

use crate::conditions::conditions;
use crate::{Cost, Cx, Fixable, Group, Level, Lint};

pub(crate) const LINT: Lint = Lint {
    id: ids::UNREACHABLE_CONDITION,
    group: Group::Correctness,
    level: Level::Warning,
    fix: Fixable::No,
    cost: Cost::Decides,
    summary: "A condition is ruled out by what stands around it.",
    what: "Looks for conditions that can be true, and not where they are asked: a `when` that `for … where` excludes, a requirement that \
           its own conditions exclude, a branch of an `if` that is never come to.",
    why: "The statement binds nobody, or nobody whom it binds can keep it. One of the two conditions is not the one that was meant.",
    example: r#"
clause 2.1 "廃棄" en "Disposal" {
  text "利用中のサーバは修正を行う。廃棄したものは記録する。"
  for  server where state in {used, stored}
  by   officer
  must age(patched_on) <= 30 days when state == used
  must retired_on is present when state == discarded #~
}
"#,
    instead: r#"
clause 2.1 "廃棄" en "Disposal" {
  text "利用中のサーバは修正を行う。廃棄したものは記録する。"
  for  server
  by   officer
  must age(patched_on) <= 30 days when state == used
  must retired_on is present when state == discarded
}
"#,
    check,
};

fn check(cx: &Cx<'_>) -> Vec<Diagnostic> {
    let mut told: Vec<Span> = Vec::new();
    let mut hits = Vec::new();
    for condition in conditions(cx) {
        let span = condition.expr.span;
        if told.iter().any(|told| condition.knows(*told) || condition.stands_in(*told)) {
            continue;
        }
        if let Some(given) = condition.ruled_out_by(cx)
            && !condition.never_comes_to(cx, true)
        {
            told.push(span);
            hits.push(LINT.at(span).also("given", given.expr.span));
        }
    }
    hits
}
