//! A field that may be absent, used without asking.

mod guards;

use std::collections::BTreeSet;

use kijun_diag::{Diagnostic, Span, ids};
use kijun_model::DefineId;

use crate::exprs::{asked, every};
use crate::{Cost, Cx, Fixable, Group, Level, Lint};
use guards::{Guards, Use};

pub(crate) const LINT: Lint = Lint {
    id: ids::UNGUARDED_OPTIONAL,
    group: Group::Correctness,
    level: Level::Warning,
    fix: Fixable::No,
    cost: Cost::Reads,
    summary: "A field that may rightly be absent is used without asking whether it is there.",
    what: "Looks for fields declared `T?` in comparisons, calculations and quantifiers, where neither `for … where`, nor `when`, nor the \
           expression around them asks `is present` first. A definition may leave that to those who call it, if all of them do it.",
    why: "Where the field is absent, nothing can be told: the result is *unknown*, and the audit reports that evidence is missing, though \
          nothing is.",
    example: r#"
clause 2.1 "廃棄" en "Disposal" {
  text "廃棄したサーバの記録は一年間残す。"
  for  server where state == discarded
  by   officer
  must age(retired_on) <= 1 year #~
  must not some a in accounts : age(a.last_login) > 90 days #~
  must every a in accounts : recent(a)
}
define recent(a: account) = age(a.last_login) <= 90 days #~
"#,
    instead: r#"
clause 2.1 "廃棄" en "Disposal" {
  text "廃棄したサーバの記録は一年間残す。"
  for  server where state == discarded
  by   officer
  must retired_on is present and age(retired_on) <= 1 year
  must not some a in accounts where a.last_login is present : age(a.last_login) > 90 days
  must every a in accounts where logged_in(a) : recent(a)
}
define logged_in(a: account) = a.last_login is present
define recent(a: account) = age(a.last_login) <= 90 days
"#,
    check,
};

fn check(cx: &Cx<'_>) -> Vec<Diagnostic> {
    let guards = Guards::new(cx.model);
    let called: BTreeSet<DefineId> = every(cx.model).into_iter().filter_map(guards::called).collect();
    let is_body = |span: Span| cx.model.defines.iter().any(|define| define.body.span == span);
    let mut open: Vec<Use> = Vec::new();
    for asked in asked(cx).iter().filter(|asked| !is_body(asked.expr.span)) {
        open.extend(guards.unguarded(&asked.given, asked.expr));
    }
    // What a definition needs is told where a caller does not see to it, or where there is no caller.
    let idle = (0..cx.model.defines.len()).map(DefineId::from_index).filter(|id| !called.contains(id));
    open.extend(idle.flat_map(|id| guards.needs(id).to_vec()));
    let places: BTreeSet<Span> = open.into_iter().map(|used| used.at).collect();
    places.into_iter().map(|at| LINT.at(at).with("field", cx.slice(at))).collect()
}
