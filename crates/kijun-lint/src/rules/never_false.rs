//! A condition that cannot fail.

use kijun_diag::{Diagnostic, ids};

use crate::conditions::{Condition, conditions};
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
    let mut told: Vec<Condition<'_>> = Vec::new();
    // From the inside out, so that a part is told and not what it makes of the whole.
    for condition in conditions(cx).into_iter().rev() {
        let is_told = told.iter().any(|part| condition.holds(part.expr.span));
        if !is_told && condition.never_comes_to(cx, false) && !condition.never_comes_to(cx, true) {
            told.push(condition);
        }
    }
    told.iter().map(|condition| LINT.at(condition.expr.span)).collect()
}
