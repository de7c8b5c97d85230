//! A test that expects a failure and does not say of what.

use kijun_diag::{Diagnostic, ids};
use kijun_model::{ExpectedResult, Read, StatementId};

use crate::{Cost, Cx, Fixable, Group, Level, Lint};

pub(crate) const LINT: Lint = Lint {
    id: ids::UNEXPLAINED_EXPECTATION,
    group: Group::Correctness,
    level: Level::Warning,
    fix: Fixable::No,
    cost: Cost::Reads,
    summary: "A test expects that something fails, or is unknown, and does not say because of what.",
    what: "Looks for `expect … fail`, `unknown` and `error` without `because`. Where a statement looks at all subjects of a kind, that there \
           is none may be the reason, which no path names: there nothing is told.",
    why: "It holds whatever the reason: a field misspelt in `given`, or a value left out, makes the test succeed as well as the \
          departure that it was written for.",
    example: r#"
clause 2.1 "パスワード" en "Passwords" {
  text "パスワードは12文字以上とする。"
  for  server
  by   officer
  must min_length >= 12
}
test "短いパスワード" {
  given  server web { min_length: 8 }
  expect 2.1 fail #~
}
"#,
    instead: r#"
clause 2.1 "パスワード" en "Passwords" {
  text "パスワードは12文字以上とする。"
  for  server
  by   officer
  must min_length >= 12
}
test "短いパスワード" {
  given  server web { min_length: 8 }
  expect 2.1 fail because min_length
}
"#,
    check,
};

fn check(cx: &Cx<'_>) -> Vec<Diagnostic> {
    let all = cx.model.tests.iter().flat_map(|test| &test.expect);
    let silent = all.filter(|expect| is_bad(expect.result) && expect.because.is_none());
    silent.filter(|expect| has_reason(cx, &expect.statements)).map(|expect| LINT.at(expect.span)).collect()
}

fn is_bad(result: ExpectedResult) -> bool {
    matches!(result, ExpectedResult::Fail | ExpectedResult::Unknown | ExpectedResult::Error)
}

/// Whether a path can name the reason of each.
fn has_reason(cx: &Cx<'_>, statements: &[StatementId]) -> bool {
    let joins = |id: &StatementId| cx.model.reads(*id).iter().any(|read| matches!(read, Read::All(_)));
    !statements.iter().any(joins)
}
