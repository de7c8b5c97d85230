//! An element that bears the name of something else that could be meant.

use std::collections::BTreeMap;

use kijun_diag::{Diagnostic, Span, ids};
use kijun_model::KindId;
use kijun_syntax::ast::{Domain, Expr, ExprKind, Ident, Item, Range};

use crate::written::statements;
use crate::{Cost, Cx, Fixable, Group, Level, Lint};

pub(crate) const LINT: Lint = Lint {
    id: ids::SHADOWED_NAME,
    group: Group::Correctness,
    level: Level::Warning,
    fix: Fixable::No,
    cost: Cost::Reads,
    summary: "An element of a quantifier bears the name of a field of the subject, or of another element around it.",
    what: "Looks for `x in …` where `x` is also a field of the subject, a parameter of the definition, or the element of a quantifier \
           around it.",
    why: "Inside, the name means the element. Who reads it, or moves a condition in or out, takes it for the other.",
    example: r#"
clause 2.1 "識別コード" en "Accounts" {
  text "管理者権限には多要素の主体認証を用いる。"
  for  server
  by   officer
  must every contact in accounts where contact.privileged : contact.mfa #~
}
"#,
    instead: r#"
clause 2.1 "識別コード" en "Accounts" {
  text "管理者権限には多要素の主体認証を用いる。"
  for  server
  by   officer
  must every a in accounts where a.privileged : a.mfa
}
"#,
    check,
};

fn check(cx: &Cx<'_>) -> Vec<Diagnostic> {
    let mut hits = Vec::new();
    let kinds = kinds(cx);
    for (member, statement) in statements(cx) {
        let mut known = kinds.get(&member.span).map_or_else(Vec::new, |&kind| fields(cx, kind));
        look(&statement.expr, &mut known, &mut hits);
        statement.when.iter().for_each(|when| look(when, &mut known, &mut hits));
    }
    for define in cx.trees.iter().flat_map(|tree| &tree.items).filter_map(|item| match item {
        Item::Define(define) => Some(define),
        _ => None,
    }) {
        let mut known: Vec<&str> = define.params.iter().map(|(name, _)| name.name.as_str()).collect();
        look(&define.body, &mut known, &mut hits);
    }
    hits
}

/// The kind that each statement is about, by its place.
fn kinds(cx: &Cx<'_>) -> BTreeMap<Span, KindId> {
    let all = cx.model.statements.iter();
    let about = all.filter_map(|s| Some((s.span, cx.model.clause(s.clause).subjects.as_ref()?.kind)));
    about.collect()
}

fn fields<'a>(cx: &Cx<'a>, kind: KindId) -> Vec<&'a str> {
    cx.model.kind(kind).fields.iter().map(|field| &*field.name).collect()
}

fn look<'a>(expr: &'a Expr, known: &mut Vec<&'a str>, hits: &mut Vec<Diagnostic>) {
    let (ExprKind::Quantified { range, .. } | ExprKind::Count(range) | ExprKind::Fold { range, .. }) = &expr.kind
    else {
        return expr.children().into_iter().for_each(|part| look(part, known, hits));
    };
    if let Domain::Expr(list) = &range.domain {
        look(list, known, hits);
    }
    let name = range.binder.name.as_str();
    if known.contains(&name) {
        hits.push(hit(&range.binder));
    }
    known.push(name);
    within(expr, range).into_iter().for_each(|part| look(part, known, hits));
    known.pop();
}

/// What sees the element.
fn within<'a>(expr: &'a Expr, range: &'a Range) -> Vec<&'a Expr> {
    let body = match &expr.kind {
        ExprKind::Quantified { body, .. } => Some(&**body),
        ExprKind::Fold { value, .. } => Some(&**value),
        _ => None,
    };
    range.filter.iter().map(|filter| &**filter).chain(body).collect()
}

fn hit(binder: &Ident) -> Diagnostic {
    LINT.at(binder.span).with("name", binder.name.as_str())
}
