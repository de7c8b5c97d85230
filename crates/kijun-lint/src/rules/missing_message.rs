//! A statement that binds has no message.

use kijun_diag::{Diagnostic, ids};
use kijun_model::Force;

use crate::provisions::provisions;
use crate::{Cost, Cx, Fixable, Group, Level, Lint};

pub(crate) const LINT: Lint = Lint {
    id: ids::MISSING_MESSAGE,
    group: Group::Clarity,
    level: Level::Off,
    fix: Fixable::No,
    cost: Cost::Reads,
    summary: "A statement that binds has no message.",
    what: "Looks for `must` and `must not` without `else`. It is off unless it is selected.",
    why: "Without words of its own a finding shows the expression, which not everybody reads.",
    example: r#"
clause 2.1 "台帳" en "Register" {
  text "サーバの基本ソフトウェアを台帳に記載する。"
  for  server
  by   officer
  must named: os != "" #~
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
    let statements = provisions.iter().flat_map(|provision| provision.statements(cx));
    let silent = statements.filter(|(written, meant)| {
        matches!(meant.force, Force::Must | Force::MustNot) && written.messages.is_empty()
    });
    silent.map(|(written, _)| LINT.at(written.expr.span)).collect()
}
