//! A parameter that no rule refers to.

use std::collections::BTreeSet;

use kijun_diag::{Diagnostic, ids};
use kijun_model::{ExprKind, ParameterId};

use crate::exprs::every;
use crate::{Cost, Cx, Fixable, Group, Level, Lint};

pub(crate) const LINT: Lint = Lint {
    id: ids::UNUSED_PARAMETER,
    group: Group::Correctness,
    level: Level::Warning,
    fix: Fixable::No,
    cost: Cost::Reads,
    summary: "No rule refers to a parameter.",
    what: "Looks for `parameter NAME` where no expression of any document says `$NAME`.",
    why: "The documents below are asked to choose a value, and whatever they choose nothing follows from it.",
    example: r#"
parameter review_interval : duration <= 1 year "見直しの期間" en "Interval of reviews" #~
clause 2.1 "見直し" en "Review" {
  text "修正の状況を定めた期間ごとに見直す。"
  for  server
  by   officer
  must age(patched_on) <= 1 year
}
"#,
    instead: r#"
parameter review_interval : duration <= 1 year "見直しの期間" en "Interval of reviews"
clause 2.1 "見直し" en "Review" {
  text "修正の状況を定めた期間ごとに見直す。"
  for  server
  by   officer
  must age(patched_on) <= $review_interval
}
"#,
    check,
};

fn check(cx: &Cx<'_>) -> Vec<Diagnostic> {
    let named = every(cx.model).into_iter().filter_map(|expr| match &expr.kind {
        ExprKind::Parameter(parameter) => Some(*parameter),
        _ => None,
    });
    let used: BTreeSet<ParameterId> = named.collect();
    let all = cx.model.parameters.iter().enumerate();
    let idle = all.filter(|(index, _)| !used.contains(&ParameterId::from_index(*index)));
    idle.map(|(_, parameter)| LINT.at(parameter.span).with("name", &*parameter.name)).collect()
}
