//! A condition that cannot hold.

use kijun_diag::{Diagnostic, ids};

use crate::conditions::constants;
use crate::{Cost, Cx, Fixable, Group, Level, Lint};

pub(crate) const LINT: Lint = Lint {
    id: ids::NEVER_TRUE,
    group: Group::Correctness,
    level: Level::Warning,
    fix: Fixable::No,
    cost: Cost::Decides,
    summary: "A condition cannot be true, whatever the evidence says.",
    what: "Looks for comparisons, memberships, regular expressions and what is joined by `and`, `or` and `if`, of which the decision \
           procedure proves that they cannot be true of any subject; inside of quantifiers, of any element. What speaks of a parameter \
           is left out.",
    why: "In `where` or `when` it binds nobody; in `must` nobody can keep it; before `implies` it demands nothing.",
    example: r#"
clause 2.1 "公開" en "Exposure" {
  text "公開するサーバと内部のサーバには連絡先を定める。"
  for  server where exposure == internet and exposure == internal #~
  by   officer
  must contact is present
}
clause 2.2 "識別コード" en "Accounts" {
  text "管理者権限と共用の識別コードを置かない。"
  for  server
  by   officer
  must no a in accounts where a.name == "root" and a.name == "admin" : a.privileged #~
}
"#,
    instead: r#"
clause 2.1 "公開" en "Exposure" {
  text "公開するサーバと内部のサーバには連絡先を定める。"
  for  server where exposure == internet or exposure == internal
  by   officer
  must contact is present
}
clause 2.2 "識別コード" en "Accounts" {
  text "管理者権限と共用の識別コードを置かない。"
  for  server
  by   officer
  must no a in accounts where a.name == "root" or a.name == "admin" : a.privileged
}
"#,
    check,
};

fn check(cx: &Cx<'_>) -> Vec<Diagnostic> {
    let never = constants(cx).into_iter().filter(|(_, truth)| *truth);
    never.map(|(condition, _)| LINT.at(condition.expr.span)).collect()
}
