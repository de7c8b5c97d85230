//! A critical clause does not say what to do about a violation.

use kijun_diag::{Diagnostic, ids};
use kijun_model::Severity;

use crate::provisions::provisions;
use crate::{Cost, Cx, Fixable, Group, Level, Lint};

pub(crate) const LINT: Lint = Lint {
    id: ids::MISSING_FIX,
    group: Group::Clarity,
    level: Level::Off,
    fix: Fixable::No,
    cost: Cost::Reads,
    summary: "A critical clause does not say what to do about a violation.",
    what: "Looks for clauses with `severity critical` and statements, without `fix`. It is off unless it is selected.",
    why: "What presses most is put right soonest where the report says how.",
    example: r#"
clause 2.1 "公開" en "Publication" { #~
  text "廃棄したサーバを公開しない。"
  severity critical
  for  server where state == discarded
  by   officer
  must hidden: exposure != internet else "{id}が公開されています"
}
"#,
    instead: r#"
clause 2.1 "公開" en "Publication" {
  text "廃棄したサーバを公開しない。"
  severity critical
  for  server where state == discarded
  by   officer
  must hidden: exposure != internet else "{id}が公開されています"
  fix  "回線から切り離してください。"
}
"#,
    check,
};

fn check(cx: &Cx<'_>) -> Vec<Diagnostic> {
    let provisions = provisions(cx);
    let silent = provisions.iter().filter(|p| {
        let clause = p.model;
        clause.severity == Severity::Critical && !clause.statements.is_empty() && clause.fix.all().next().is_none()
    });
    silent.map(|p| LINT.at(p.ast.number.span).with("number", p.ast.number.text.as_str())).collect()
}
