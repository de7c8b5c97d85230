//! A statement that no test expects anything of.

use std::collections::BTreeSet;

use kijun_diag::{Diagnostic, ids};
use kijun_model::{Force, StatementId};

use crate::{Cost, Cx, Fixable, Group, Level, Lint};

pub(crate) const LINT: Lint = Lint {
    id: ids::UNTESTED_STATEMENT,
    group: Group::Correctness,
    level: Level::Off,
    fix: Fixable::No,
    cost: Cost::Reads,
    summary: "No test expects anything of a statement.",
    what: "Looks for `must` and `must not` of which no `expect` of any test speaks. Questions to people are left out.",
    why: "Nobody has seen it come to the result that was meant, neither where it is kept nor where it is broken.",
    example: r#"
clause 2.1 "パスワード" en "Passwords" {
  text "パスワードは12文字以上とする。"
  for  server
  by   officer
  must min_length >= 12 #~
}
"#,
    instead: r#"
clause 2.1 "パスワード" en "Passwords" {
  text "パスワードは12文字以上とする。"
  for  server
  by   officer
  must min_length >= 12
}
test "長いパスワード" {
  given  server web { min_length: 12 }
  expect 2.1 pass
}
"#,
    check,
};

fn check(cx: &Cx<'_>) -> Vec<Diagnostic> {
    let expected = cx.model.tests.iter().flat_map(|test| &test.expect);
    let tested: BTreeSet<StatementId> = expected.flat_map(|expect| expect.statements.iter().copied()).collect();
    let all = cx.model.statements.iter().enumerate().filter(|(_, statement)| {
        statement.attest.is_none() && matches!(statement.force, Force::Must | Force::MustNot)
    });
    let idle = all.filter(|(index, _)| !tested.contains(&StatementId::from_index(*index)));
    idle.map(|(_, statement)| LINT.at(statement.span)).collect()
}
