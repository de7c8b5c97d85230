//! Of several statements of a clause, one has no label.

use kijun_diag::{Diagnostic, ids};

use crate::provisions::provisions;
use crate::{Cost, Cx, Fixable, Group, Level, Lint};

pub(crate) const LINT: Lint = Lint {
    id: ids::UNLABELLED_STATEMENT,
    group: Group::Style,
    level: Level::Warning,
    fix: Fixable::No,
    cost: Cost::Reads,
    summary: "Of several statements of a clause, one has no label.",
    what: "Looks for statements without a label in clauses where others have one.",
    why: "Without a label a statement is known by its place: when another is put in before it, its findings of last year belong to that one.",
    example: r#"
clause 2.1 "台帳" en "Register" {
  text "サーバの基本ソフトウェアと保守契約を台帳に記載する。"
  for  server
  by   officer
  must named: os != "" else "{id}に記載がありません"
  must contact is present else "{id}に記載がありません" #~
}
"#,
    instead: r#"
clause 2.1 "台帳" en "Register" {
  text "サーバの基本ソフトウェアと保守契約を台帳に記載する。"
  for  server
  by   officer
  must named: os != "" else "{id}に記載がありません"
  must contract: contact is present else "{id}に記載がありません"
}
"#,
    check,
};

fn check(cx: &Cx<'_>) -> Vec<Diagnostic> {
    let mut hits = Vec::new();
    for provision in provisions(cx) {
        let statements = provision.statements(cx);
        let is_labelled = statements.iter().any(|(written, _)| written.label.is_some());
        let bare = statements.iter().filter(|(written, _)| is_labelled && written.label.is_none());
        hits.extend(bare.map(|(written, meant)| {
            LINT.at(written.expr.span).with("n", usize::try_from(meant.ordinal).unwrap_or(usize::MAX))
        }));
    }
    hits
}
