//! An exception that was approved after it began.

use kijun_diag::{Diagnostic, ids};

use crate::{Cost, Cx, Fixable, Group, Level, Lint};

pub(crate) const LINT: Lint = Lint {
    id: ids::RETROACTIVE_EXCEPTION,
    group: Group::Conformance,
    level: Level::Warning,
    fix: Fixable::No,
    cost: Cost::Reads,
    summary: "An exception was approved after it began.",
    what: "Looks for exceptions whose `from` lies before the day on which they were approved.",
    why: "Between the two days nobody had permitted anything: what was done then was a departure, and is made to look as if it had been \
          none.",
    example: r#"
clause 2.1 "連絡先" en "Contact" {
  text "サーバには連絡先を定める。"
  for  server
  by   officer
  must contact is present
  exceptions by ciso
}
exception EX-1 "旧システム" en "Old system" { #~
  to       2.1
  approved by ciso on 2025-02-14
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
  approved by ciso on 2025-02-14
  from     2025-02-14
  until    2025-12-31
  because  "更改を待つ"
}
"#,
    check,
};

fn check(cx: &Cx<'_>) -> Vec<Diagnostic> {
    let mut hits = Vec::new();
    for exception in &cx.model.exceptions {
        if let (Some((_, on)), Some(from)) = (exception.approved, exception.from)
            && from < on
        {
            let hit = LINT.at(exception.span).with("from", from.to_string());
            hits.push(hit.with("on", on.to_string()));
        }
    }
    hits
}
