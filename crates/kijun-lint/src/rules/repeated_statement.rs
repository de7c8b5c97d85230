//! A statement that stands twice.

use std::collections::BTreeMap;

use kijun_conform::alike;
use kijun_diag::{Diagnostic, ids};
use kijun_model::{EditionId, Expr, KindId, Model, RoleId, Statement};

use crate::{Cost, Cx, Fixable, Group, Level, Lint};

pub(crate) const LINT: Lint = Lint {
    id: ids::REPEATED_STATEMENT,
    group: Group::Correctness,
    level: Level::Warning,
    fix: Fixable::No,
    cost: Cost::Reads,
    summary: "A document says one thing twice.",
    what: "Looks for two statements of one edition that say the same with the same force, of the same subjects, to the same role.",
    why: "Each departure is found and counted twice, and when one of them is changed, the other stays as it was.",
    example: r#"
clause 2.1 "パスワード" en "Passwords" {
  text "パスワードは12文字以上とする。"
  for  server where exposure == internet
  by   officer
  must min_length >= 12
}
clause 2.2 "主体認証" en "Authentication" {
  text "主体認証には12文字以上のパスワードを用いる。"
  for  server where exposure == internet
  by   officer
  must min_length >= 12 #~
}
"#,
    instead: r#"
clause 2.1 "パスワード" en "Passwords" {
  text "パスワードは12文字以上とする。"
  for  server where exposure == internet
  by   officer
  must min_length >= 12
}
clause 2.2 "主体認証" en "Authentication" {
  text "主体認証には2.1のパスワードを用いる。"
  see  2.1
}
"#,
    check,
};

/// What two statements that say the same have in common before anything is compared.
type Head = (EditionId, KindId, Option<RoleId>, u8);

fn check(cx: &Cx<'_>) -> Vec<Diagnostic> {
    let mut groups: BTreeMap<Head, Vec<&Statement>> = BTreeMap::new();
    let mut hits = Vec::new();
    for statement in cx.model.statements.iter().filter(|s| s.attest.is_none() && cx.is_own(s.span)) {
        let Some(head) = head(cx.model, statement) else { continue };
        let group = groups.entry(head).or_default();
        match group.iter().find(|first| same(cx.model, first, statement)) {
            Some(first) => hits.push(LINT.at(statement.span).also("first", first.span)),
            None => group.push(statement),
        }
    }
    hits
}

fn head(model: &Model, statement: &Statement) -> Option<Head> {
    let clause = model.clause(statement.clause);
    Some((clause.edition, clause.subjects.as_ref()?.kind, clause.by, statement.force as u8))
}

fn same(model: &Model, one: &Statement, other: &Statement) -> bool {
    let filter = |statement: &Statement| {
        model.clause(statement.clause).subjects.as_ref().and_then(|subjects| subjects.filter.as_ref()).cloned()
    };
    alike(model, &one.requirement, &other.requirement)
        && both(model, one.when.as_ref(), other.when.as_ref())
        && both(model, filter(one).as_ref(), filter(other).as_ref())
        && days(model, one) == days(model, other)
}

fn both(model: &Model, one: Option<&Expr>, other: Option<&Expr>) -> bool {
    match (one, other) {
        (None, None) => true,
        (Some(one), Some(other)) => alike(model, one, other),
        _ => false,
    }
}

/// When it binds, and how old its evidence may be.
fn days(model: &Model, statement: &Statement) -> impl PartialEq + use<> {
    let clause = model.clause(statement.clause);
    (clause.from, clause.until, clause.evidence_at_most)
}
