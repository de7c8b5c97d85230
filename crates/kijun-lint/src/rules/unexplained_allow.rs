//! An allowance that does not say why.

use kijun_diag::{Diagnostic, ids};

use crate::allow::allowed;
use crate::{Cost, Cx, Fixable, Group, Level, Lint};

pub(crate) const LINT: Lint = Lint {
    id: ids::UNEXPLAINED_ALLOW,
    group: Group::Style,
    level: Level::Warning,
    fix: Fixable::No,
    cost: Cost::Reads,
    summary: "A comment allows a lint and does not say why.",
    what: "Looks for `# kijun: allow(NAME)` without `because \"…\"` behind it.",
    why: "Whoever reads the rules next year has to know whether the reason still holds.",
    example: r#"
clause 2.1 "廃棄" en "Disposal" {
  text "廃棄したサーバは一年間記録に残す。"
  for  server
  by   officer
  # kijun: allow(unguarded-optional) #~
  must age(retired_on) <= 1 year
}
"#,
    instead: r#"
clause 2.1 "廃棄" en "Disposal" {
  text "廃棄したサーバは一年間記録に残す。"
  for  server
  by   officer
  # kijun: allow(unguarded-optional) because "廃棄日は必ず記録される"
  must age(retired_on) <= 1 year
}
"#,
    check,
};

fn check(cx: &Cx<'_>) -> Vec<Diagnostic> {
    let silent = allowed(cx).into_iter().filter(|allow| !allow.is_explained);
    silent.map(|allow| LINT.at(allow.span)).collect()
}
