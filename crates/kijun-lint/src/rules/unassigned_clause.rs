//! A binding clause for which nobody answers.

use kijun_diag::{Diagnostic, ids};
use kijun_model::{Clause, Force, Model};

use crate::{Cost, Cx, Fixable, Group, Level, Lint};

pub(crate) const LINT: Lint = Lint {
    id: ids::UNASSIGNED_CLAUSE,
    group: Group::Conformance,
    level: Level::Warning,
    fix: Fixable::No,
    cost: Cost::Reads,
    summary: "A clause binds, and nobody answers for it.",
    what: "Looks for clauses with `must` or `must not` that name no role with `by`, neither themselves nor by a section around them, in \
           documents that name roles elsewhere.",
    why: "A finding against it goes to nobody: no sheet, no letter and no deadline names a role.",
    example: r#"
clause 2.1 "連絡先" en "Contact" { #~
  text "サーバには連絡先を定める。"
  for  server
  must contact is present
}
clause 2.2 "基本ソフト" en "Operating system" {
  text "基本ソフトを記録する。"
  for  server
  by   officer
  must os != ""
}
"#,
    instead: r#"
section 2 "サーバ" en "Servers" {
  by officer
  clause 2.1 "連絡先" en "Contact" {
    text "サーバには連絡先を定める。"
    for  server
    must contact is present
  }
  clause 2.2 "基本ソフト" en "Operating system" {
    text "基本ソフトを記録する。"
    for  server
    must os != ""
  }
}
"#,
    check,
};

fn check(cx: &Cx<'_>) -> Vec<Diagnostic> {
    let own = cx.model.clauses.iter().filter(|clause| cx.is_own(clause.span));
    let idle = own.filter(|clause| clause.by.is_none() && binds(cx.model, clause));
    let known = idle.filter(|clause| names_roles(cx.model, clause));
    known.map(|clause| LINT.at(clause.span).with("clause", &*clause.number)).collect()
}

/// Whether it demands something of which a question does not say itself who answers.
fn binds(model: &Model, clause: &Clause) -> bool {
    let statements = clause.statements.iter().map(|&id| model.statement(id));
    let asks_nobody = |by: Option<kijun_model::RoleId>| by.is_none();
    statements.into_iter().any(|statement| {
        let is_firm = matches!(statement.force, Force::Must | Force::MustNot);
        is_firm && statement.attest.as_ref().is_none_or(|attest| asks_nobody(attest.by))
    })
}

/// Whether its document names roles at all.
fn names_roles(model: &Model, clause: &Clause) -> bool {
    let all = &model.edition(clause.edition).clauses;
    all.iter().any(|&id| model.clause(id).by.is_some())
}
