//! An exception that those approved who answer for what it excuses.

use kijun_diag::{Diagnostic, ids};
use kijun_model::{Exception, RoleId};
use kijun_standards::clauses_of;

use crate::{Cost, Cx, Fixable, Group, Level, Lint};

pub(crate) const LINT: Lint = Lint {
    id: ids::SELF_APPROVAL,
    group: Group::Conformance,
    level: Level::Warning,
    fix: Fixable::No,
    cost: Cost::Reads,
    summary: "The role that answers for a clause approved an exception to it.",
    what: "Looks for exceptions that were approved by the very role that the clause names with `by`, or by one that reports to it. Of the highest role nothing is told.",
    why: "Who has to keep a rule and may excuse themselves from it is bound by nothing.",
    example: r#"
clause 2.1 "連絡先" en "Contact" {
  text "サーバには連絡先を定める。"
  for  server
  by   officer
  must contact is present
  exceptions by operator
}
exception EX-1 "旧システム" en "Old system" { #~
  to       2.1
  approved by officer on 2024-10-01
  from     2024-10-01
  until    2025-12-31
  because  "更改を待つ"
}
"#,
    instead: r#"
clause 2.1 "連絡先" en "Contact" {
  text "サーバには連絡先を定める。"
  for  server
  by   officer
  must contact is present
  exceptions by ciso
}
exception EX-1 "旧システム" en "Old system" {
  to       2.1
  approved by ciso on 2024-10-01
  from     2024-10-01
  until    2025-12-31
  because  "更改を待つ"
}
"#,
    check,
};

fn check(cx: &Cx<'_>) -> Vec<Diagnostic> {
    let approved = cx.model.exceptions.iter().filter_map(|exception| Some((exception, exception.approved?.0)));
    approved.filter_map(|(exception, role)| hit(cx, exception, role)).collect()
}

fn hit(cx: &Cx<'_>, exception: &Exception, role: RoleId) -> Option<Diagnostic> {
    let clauses = exception.to.iter().flat_map(|link| clauses_of(cx.model, link.to));
    let clauses = clauses.map(|id| cx.model.clause(id));
    // Above the highest role there is nobody to ask.
    let is_own = |by: RoleId| cx.model.rank(by) > 0 && cx.model.outranks_or_is(by, role);
    let mut own = clauses.filter(|clause| clause.by.is_some_and(is_own));
    let clause = own.next()?;
    let found = LINT.at(exception.span).with("role", &*cx.model.role(role).name);
    Some(found.with("clause", &*clause.number).also("clause", clause.span))
}
