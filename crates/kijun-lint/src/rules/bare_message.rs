//! A message shows no value, though its statement compares one.

use kijun_diag::{Diagnostic, ids};
use kijun_model::{Expr, ExprKind, Value};
use kijun_syntax::ast;
use rust_decimal::Decimal;

use crate::quantity::Sort;
use crate::provisions::provisions;
use crate::{Cost, Cx, Fixable, Group, Level, Lint};

pub(crate) const LINT: Lint = Lint {
    id: ids::BARE_MESSAGE,
    group: Group::Clarity,
    level: Level::Warning,
    fix: Fixable::No,
    cost: Cost::Reads,
    summary: "A message shows no value, though its statement compares one.",
    what: "Looks for `else` messages without `{…}` on statements that compare something with a number, a time, a size or a share.",
    why: "Whoever gets the finding has to look up how far off it is, and of what.",
    example: r#"
clause 2.1 "パスワード" en "Passwords" {
  text "パスワードは10文字以上とする。"
  for  server
  by   officer
  must long: min_length >= 10 else "パスワードが短すぎます" #~
}
"#,
    instead: r#"
clause 2.1 "パスワード" en "Passwords" {
  text "パスワードは10文字以上とする。"
  for  server
  by   officer
  must long: min_length >= 10 else "{id}のパスワードは{min_length}文字です"
}
"#,
    check,
};

fn check(cx: &Cx<'_>) -> Vec<Diagnostic> {
    let provisions = provisions(cx);
    let statements = provisions.iter().flat_map(|provision| provision.statements(cx));
    let comparing = statements.filter(|(_, meant)| compares(&meant.requirement));
    let messages = comparing.flat_map(|(written, _)| written.messages.iter().map(|(_, message)| message));
    let is_bare = |message: &&ast::Message| message.parts.iter().all(|p| matches!(p, ast::MessagePart::Text(_)));
    messages.filter(is_bare).map(|message| LINT.at(message.span)).collect()
}

/// Whether it is a comparison of something with a quantity. That there is one, or none, needs no number.
fn compares(expr: &Expr) -> bool {
    let ExprKind::Compare(_, one, other) = &expr.kind else { return false };
    let is_quantity = |expr: &Expr| match &expr.kind {
        ExprKind::Const(Value::Number(n)) => *n != Decimal::ZERO && *n != Decimal::ONE,
        ExprKind::Const(value) => Sort::of(value).is_some() || matches!(value, Value::Size(_)),
        _ => false,
    };
    is_quantity(one) || is_quantity(other)
}
