//! A role that nothing names.

use std::collections::BTreeSet;

use kijun_diag::{Diagnostic, ids};
use kijun_model::{ExceptionRule, Model, RoleId};

use crate::{Cost, Cx, Fixable, Group, Level, Lint};

pub(crate) const LINT: Lint = Lint {
    id: ids::UNUSED_ROLE,
    group: Group::Conformance,
    level: Level::Off,
    fix: Fixable::No,
    cost: Cost::Reads,
    summary: "Nothing names a role.",
    what: "Looks for roles that answer for no clause, question or measure, grant no exception, are reported to by no role and are \
           compatible with all others.",
    why: "Whoever holds it has no duty that an audit could see. A clause was to name it, or it is left over.",
    example: r#"

role media_officer "記録媒体管理者" en "Media Officer" {} #~
clause 2.1 "記録媒体" en "Media" {
  text "記録媒体管理者は、サーバの記録媒体を管理する。"
  for  server
  by   operator
  must tags contains "media"
}
"#,
    instead: r#"

role media_officer "記録媒体管理者" en "Media Officer" {}
clause 2.1 "記録媒体" en "Media" {
  text "記録媒体管理者は、サーバの記録媒体を管理する。"
  for  server
  by   media_officer
  must tags contains "media"
}
"#,
    check,
};

fn check(cx: &Cx<'_>) -> Vec<Diagnostic> {
    let named = named(cx.model);
    let all = cx.model.roles.iter().enumerate();
    let idle = all.filter(|(index, role)| {
        role.incompatible_with.is_empty() && !named.contains(&RoleId::from_index(*index))
    });
    idle.map(|(_, role)| LINT.at(role.span).with("name", &*role.name)).collect()
}

fn named(model: &Model) -> BTreeSet<RoleId> {
    let clauses = model.clauses.iter().flat_map(|clause| clause.by.into_iter().chain(excusing(clause)));
    let asked = model.statements.iter().filter_map(|statement| statement.attest.as_ref()?.by);
    let superior = model.roles.iter().filter_map(|role| role.reports_to);
    let approving = model.exceptions.iter().filter_map(|exception| Some(exception.approved?.0));
    let owners = model.measures.iter().filter_map(|measure| measure.owner);
    clauses.chain(asked).chain(superior).chain(approving).chain(owners).collect()
}

/// Who may grant an exception to a clause.
fn excusing(clause: &kijun_model::Clause) -> Option<RoleId> {
    match clause.exceptions {
        Some(ExceptionRule::By { role, .. }) => Some(role),
        _ => None,
    }
}
