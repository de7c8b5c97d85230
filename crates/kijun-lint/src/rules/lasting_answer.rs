//! A question that is asked once for ever.

use kijun_diag::{Diagnostic, ids};

use crate::{Cost, Cx, Fixable, Group, Level, Lint};

pub(crate) const LINT: Lint = Lint {
    id: ids::LASTING_ANSWER,
    group: Group::Conformance,
    level: Level::Off,
    fix: Fixable::No,
    cost: Cost::Reads,
    summary: "Nothing says how often a question is asked.",
    what: "Looks for `attest` without `every`, in clauses that do not say `evidence at most … old` either.",
    why: "An answer of years ago passes as well as one of this year, for as long as the file that holds it is read. Where each year has a \
          file of its own, nothing needs to be said: so it is not looked for unless the project asks.",
    example: r#"
clause 2.1 "持出し" en "Taking out" {
  text "情報を持ち出すときは、許可を得る。"
  for  person
  by   officer
  attest "情報を持ち出すときに許可を得ていますか。" en "Do you ask before you take information out?" #~
}
"#,
    instead: r#"
clause 2.1 "持出し" en "Taking out" {
  text "情報を持ち出すときは、許可を得る。"
  for  person
  by   officer
  attest "情報を持ち出すときに許可を得ていますか。" en "Do you ask before you take information out?" every 1 year
}
"#,
    check,
};

fn check(cx: &Cx<'_>) -> Vec<Diagnostic> {
    let asked = cx.model.statements.iter().filter(|statement| {
        let limit = cx.model.clause(statement.clause).evidence_at_most;
        limit.is_none() && statement.attest.as_ref().is_some_and(|attest| attest.every.is_none())
    });
    asked.map(|statement| LINT.at(statement.span)).collect()
}
