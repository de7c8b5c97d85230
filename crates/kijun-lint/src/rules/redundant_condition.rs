//! A condition that has been asked before.

use kijun_diag::{Diagnostic, Span, ids};

use crate::conditions::conditions;
use crate::{Cost, Cx, Fixable, Group, Level, Lint};

pub(crate) const LINT: Lint = Lint {
    id: ids::REDUNDANT_CONDITION,
    group: Group::Correctness,
    level: Level::Warning,
    fix: Fixable::No,
    cost: Cost::Decides,
    summary: "A condition follows from what is asked beside it.",
    what: "Looks for conditions that are true wherever what stands around them is: a `when` that follows from `for … where`, one side of \
           `and` that follows from the other, a requirement that follows from its own conditions.",
    why: "It changes nothing. Either it is left over, or one of the two was to be another.",
    example: r#"
clause 2.1 "公開" en "Exposure" {
  text "公開するサーバには連絡先を定め、パスワードを12文字以上とする。"
  for  server where exposure == internet
  by   officer
  must contact is present when exposure in {intranet, internet} #~
  must min_length >= 12 and min_length + 2 >= 10 #~
}
"#,
    instead: r#"
clause 2.1 "公開" en "Exposure" {
  text "公開するサーバには連絡先を定め、パスワードを12文字以上とする。"
  for  server where exposure == internet
  by   officer
  must contact is present when state in {used, stored}
  must min_length >= 12
  must retired_on is present and age(retired_on) <= 1 year
}
"#,
    check,
};

fn check(cx: &Cx<'_>) -> Vec<Diagnostic> {
    let mut told: Vec<Span> = Vec::new();
    let mut hits = Vec::new();
    for condition in conditions(cx) {
        let span = condition.expr.span;
        // What makes another one redundant does not fall away with it.
        let is_needed = told.iter().any(|told| condition.knows(*told) || condition.stands_in(*told));
        if is_needed {
            continue;
        }
        if let Some(given) = condition.follows_from(cx)
            && !condition.never_comes_to(cx, false)
        {
            told.push(span);
            hits.push(LINT.at(span).also("given", given.expr.span));
        }
    }
    hits
}
