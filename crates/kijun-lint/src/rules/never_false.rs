//! A condition that cannot fail.

use kijun_diag::{Diagnostic, ids};

use crate::conditions::constants;
use crate::{Cost, Cx, Fixable, Group, Level, Lint};

pub(crate) const LINT: Lint = Lint {
    id: ids::NEVER_FALSE,
    group: Group::Correctness,
    level: Level::Warning,
    fix: Fixable::No,
    cost: Cost::Decides,
    summary: "A condition cannot be false, whatever the evidence says.",
    what: "Looks for comparisons, memberships, regular expressions and what is joined by `and`, `or` and `if`, of which the decision \
           procedure proves that they cannot be false of any subject; inside of quantifiers, of any element. What speaks of a parameter \
           is left out.",
    why: "It leaves nobody out and finds nothing. Where it stands in `must`, the clause seems to demand something.",
    example: r#"
clause 2.1 "公開" en "Exposure" {
  text "サーバの公開の範囲を限る。"
  for  server
  by   officer
  must exposure >= internal #~
  must min_length >= 8 or min_length <= 12 #~
  must os matches /.*/ #~
}
"#,
    instead: r#"
clause 2.1 "公開" en "Exposure" {
  text "サーバの公開の範囲を限る。"
  for  server
  by   officer
  must exposure <= internal
  must min_length >= 8 and min_length <= 12
  must os matches /./
}
"#,
    check,
};

fn check(cx: &Cx<'_>) -> Vec<Diagnostic> {
    let never = constants(cx).into_iter().filter(|(_, truth)| !*truth);
    never.map(|(condition, _)| LINT.at(condition.expr.span)).collect()
}
