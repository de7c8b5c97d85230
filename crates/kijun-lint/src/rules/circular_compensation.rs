//! An exception that is made up for by what it excuses.

use std::collections::BTreeSet;

use kijun_diag::{Diagnostic, ids};
use kijun_model::{Link, StatementId, Target};
use kijun_standards::statements_of;

use crate::{Cost, Cx, Fixable, Group, Level, Lint};

pub(crate) const LINT: Lint = Lint {
    id: ids::CIRCULAR_COMPENSATION,
    group: Group::Conformance,
    level: Level::Warning,
    fix: Fixable::No,
    cost: Cost::Reads,
    summary: "An exception is made up for by what it excuses from.",
    what: "Looks for exceptions that name one statement both behind `to` and behind `compensated by`.",
    why: "What is not demanded makes up for nothing.",
    example: r#"
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
  compensated by 2.1 #~
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
clause 2.2 "公開" en "Exposure" {
  text "サーバは内部に置く。"
  for  server
  by   officer
  must exposure == internal
}
exception EX-1 "旧システム" en "Old system" {
  to       2.1
  approved by ciso on 2024-10-01
  from     2024-10-01
  until    2025-12-31
  because  "更改を待つ"
  compensated by 2.2
}
"#,
    check,
};

fn check(cx: &Cx<'_>) -> Vec<Diagnostic> {
    let mut hits = Vec::new();
    for exception in &cx.model.exceptions {
        let named = |links: &[Link<Target>]| -> BTreeSet<StatementId> {
            links.iter().flat_map(|link| statements_of(cx.model, link.to)).collect()
        };
        let excused = named(&exception.to);
        let idle = exception.compensated_by.iter().filter(|link| {
            let made_up: BTreeSet<StatementId> = statements_of(cx.model, link.to).into_iter().collect();
            !made_up.is_empty() && made_up.is_subset(&excused)
        });
        hits.extend(idle.map(|link| LINT.at(link.span).with("id", &*exception.id)));
    }
    hits
}
