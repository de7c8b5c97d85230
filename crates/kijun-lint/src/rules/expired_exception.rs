//! An exception whose time is up.

use jiff::civil::Date;
use kijun_conform::alike;
use kijun_diag::{Diagnostic, ids};
use kijun_model::{Exception, Model};

use crate::{Cost, Cx, Fixable, Group, Level, Lint};

pub(crate) const LINT: Lint = Lint {
    id: ids::EXPIRED_EXCEPTION,
    group: Group::Conformance,
    level: Level::Warning,
    fix: Fixable::No,
    cost: Cost::Reads,
    summary: "The last day of an exception has passed.",
    what: "Looks for exceptions whose `until` lies before the audit date, and that no later exception of the same subjects from the same provisions follows.",
    why: "It excuses nobody any more: whatever it was for counts as a departure again. Either that was put right, or the exception has \
          to be granted anew.",
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
  approved by ciso on 2024-10-01
  from     2024-10-01
  until    2025-06-30
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
    let all = cx.model.exceptions.iter().filter_map(|exception| Some((exception, exception.until?)));
    let ended = all.filter(|(_, until)| *until < cx.today);
    ended.filter(|(exception, _)| !is_renewed(cx.model, exception)).map(|(e, until)| hit(cx, e, until)).collect()
}

/// Whether a later exception excuses the same subjects from the same.
fn is_renewed(model: &Model, exception: &Exception) -> bool {
    let to = |exception: &Exception| exception.to.iter().map(|link| link.to).collect::<Vec<_>>();
    let mut later = model.exceptions.iter().filter(|other| exception.until < other.until);
    later.any(|other| to(other) == to(exception) && covers(model, other, exception))
}

/// Whether one exception is for all, or for the same subjects as the other.
fn covers(model: &Model, one: &Exception, other: &Exception) -> bool {
    match (&one.subjects, &other.subjects) {
        (None, _) => true,
        (Some(one), Some(other)) => match (&one.filter, &other.filter) {
            (None, _) => one.kind == other.kind,
            (Some(a), Some(b)) => one.kind == other.kind && alike(model, a, b),
            _ => false,
        },
        _ => false,
    }
}

fn hit(cx: &Cx<'_>, exception: &Exception, until: Date) -> Diagnostic {
    let found = LINT.at(exception.span).with("until", until.to_string());
    found.with("today", cx.today.to_string())
}
