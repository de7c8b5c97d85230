//! A statement that stands twice.

use std::collections::{BTreeMap, BTreeSet};

use kijun_conform::alike;
use kijun_diag::{Diagnostic, ids};
use kijun_model::{EditionId, Expr, ExprKind, Force, KindId, Model, Read, RoleId, Statement, StatementId};

use crate::exprs::inside;
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

/// What two statements that say the same have in common before anything is compared: document, kind, role, force, evidence, constants.
type Head = (EditionId, KindId, Option<RoleId>, Force, BTreeSet<Read>, Vec<String>);

fn check(cx: &Cx<'_>) -> Vec<Diagnostic> {
    let mut groups: BTreeMap<Head, Vec<&Statement>> = BTreeMap::new();
    let mut hits = Vec::new();
    for (index, statement) in cx.model.statements.iter().enumerate() {
        let head = head(cx.model, StatementId::from_index(index));
        let Some(head) = head.filter(|_| statement.attest.is_none()) else { continue };
        let group = groups.entry(head).or_default();
        match group.iter().find(|first| same(cx.model, first, statement)) {
            Some(first) => hits.push(LINT.at(statement.span).also("first", first.span)),
            None => group.push(statement),
        }
    }
    hits
}

fn head(model: &Model, id: StatementId) -> Option<Head> {
    let statement = model.statement(id);
    let clause = model.clause(statement.clause);
    let kind = clause.subjects.as_ref()?.kind;
    let constants = inside(vec![&statement.requirement]).into_iter().filter_map(|expr| match &expr.kind {
        ExprKind::Const(value) => Some(model.show_value(value)),
        _ => None,
    });
    Some((clause.edition, kind, clause.by, statement.force, model.reads(id), constants.collect()))
}

fn same(model: &Model, one: &Statement, other: &Statement) -> bool {
    let filter = |statement: &Statement| model.clause(statement.clause).subjects.as_ref()?.filter.as_ref();
    alike(model, &one.requirement, &other.requirement)
        && both(model, one.when.as_ref(), other.when.as_ref())
        && both(model, filter(one), filter(other))
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
