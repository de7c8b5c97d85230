//! A clause has statements and no text.

use kijun_diag::{Diagnostic, ids};

use crate::provisions::provisions;
use crate::{Cost, Cx, Fixable, Group, Level, Lint};

pub(crate) const LINT: Lint = Lint {
    id: ids::MISSING_TEXT,
    group: Group::Clarity,
    level: Level::Off,
    fix: Fixable::No,
    cost: Cost::Reads,
    summary: "A clause has statements and no text.",
    what: "Looks for clauses with statements and without `text`. It is off unless it is selected.",
    why: "An auditor who does not program reads the text, and a report quotes it.",
    example: r#"
clause 2.1 "台帳" en "Register" { #~
  for  server
  by   officer
  must named: os != "" else "{id}に記載がありません"
}
"#,
    instead: r#"
clause 2.1 "台帳" en "Register" {
  text "サーバの基本ソフトウェアを台帳に記載する。"
  for  server
  by   officer
  must named: os != "" else "{id}に記載がありません"
}
"#,
    check,
};

fn check(cx: &Cx<'_>) -> Vec<Diagnostic> {
    let provisions = provisions(cx);
    let silent = provisions.iter().filter(|p| !p.model.statements.is_empty() && p.texts().next().is_none());
    silent.map(|p| LINT.at(p.ast.number.span).with("number", p.ast.number.text.as_str())).collect()
}
