//! A text, a title or a message is empty.

use kijun_diag::{Diagnostic, ids};

use crate::prose::prose;
use crate::{Cost, Cx, Fixable, Group, Level, Lint};

pub(crate) const LINT: Lint = Lint {
    id: ids::EMPTY_TEXT,
    group: Group::Style,
    level: Level::Warning,
    fix: Fixable::No,
    cost: Cost::Reads,
    summary: "A text, a title or a message is empty.",
    what: "Looks for texts, titles, messages and advice that hold nothing but blanks.",
    why: "It was meant to be written, and reports show a gap.",
    example: r#"
clause 2.1 "台帳" en "Register" {
  text "" #~
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
    let empty = prose(cx).into_iter().filter(|(_, span)| {
        cx.slice(*span).trim_matches(|c: char| c == '"' || c.is_whitespace()).is_empty()
    });
    empty.map(|(_, span)| LINT.at(span)).collect()
}
