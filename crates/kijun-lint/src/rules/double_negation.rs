//! What is denied twice.

use kijun_diag::{Diagnostic, Edit, Safety, Span, ids};
use kijun_syntax::ast::{BinaryOp, ClauseMember, Expr, ExprKind, Force, Quantifier, Statement};

use crate::written::{between, edit, exprs, fixed, statements};
use crate::{Cost, Cx, Fixable, Group, Level, Lint};

pub(crate) const LINT: Lint = Lint {
    id: ids::DOUBLE_NEGATION,
    group: Group::Correctness,
    level: Level::Warning,
    fix: Fixable::Safely,
    cost: Cost::Reads,
    summary: "Something is denied twice.",
    what: "Looks for `not` before, and `must not` and `should not` of, what is itself denied: `not`, `!=`, `not in`, `no … in`; and for \
           `not` before `is absent`.",
    why: "Who reads it has to turn it round twice, and so had whoever wrote it: one of the two is often a slip, and then the rule \
          demands the opposite.",
    example: r#"
clause 2.1 "廃棄" en "Disposal" {
  text "廃棄したサーバは公開しない。"
  for  server
  by   officer
  must not state != discarded when exposure == internal #~
  must not not on_list(self) #~
  must exposure == internal or not (os != "") #~
}
define on_list(s: server) = s.state in {used, stored}
"#,
    instead: r#"
clause 2.1 "廃棄" en "Disposal" {
  text "廃棄したサーバは公開しない。"
  for  server
  by   officer
  must state == discarded when exposure == internal
  must on_list(self)
  must exposure == internal or os == ""
  must not contact is absent
}
define on_list(s: server) = s.state in {used, stored}
"#,
    check,
};

fn check(cx: &Cx<'_>) -> Vec<Diagnostic> {
    let stated = statements(cx).into_iter().filter_map(|(member, statement)| of_statement(cx, member, statement));
    let denied = exprs(cx).into_iter().filter_map(|expr| match &expr.kind {
        ExprKind::Not(inner) => of_not(cx, expr.span, inner),
        _ => None,
    });
    stated.chain(denied).collect()
}

/// `must not` of what is denied.
fn of_statement(cx: &Cx<'_>, member: &ClauseMember, statement: &Statement) -> Option<Diagnostic> {
    let word = match statement.force {
        Force::MustNot => "must",
        Force::ShouldNot => "should",
        _ => return None,
    };
    if matches!(statement.expr.kind, ExprKind::Is(..)) {
        return None;
    }
    let edits = unsaid(cx, &statement.expr)?;
    let not = cx.slice(member.span).find("not")?;
    let force = between(member.span, member.span.start, member.span.start + u32::try_from(not + 3).ok()?);
    let hit = LINT.at(statement.expr.span).with("said", cx.slice(force));
    Some(fixed(cx, hit, Safety::Safe, [vec![edit(force, word)], edits].concat()))
}

/// `not` before what is denied.
fn of_not(cx: &Cx<'_>, whole: Span, inner: &Expr) -> Option<Diagnostic> {
    let edits = unsaid(cx, inner)?;
    let not = edit(between(whole, whole.start, inner.span.start), "");
    Some(fixed(cx, LINT.at(whole).with("said", "not"), Safety::Safe, [vec![not], edits].concat()))
}

/// What to write for the opposite of something denied; `None`: it is not denied, or not so that it could be turned round.
fn unsaid(cx: &Cx<'_>, expr: &Expr) -> Option<Vec<Edit>> {
    match &expr.kind {
        ExprKind::Not(inner) => Some(vec![edit(between(expr.span, expr.span.start, inner.span.start), "")]
            .into_iter()
            .chain(closing(cx, expr.span, inner.span))
            .collect()),
        ExprKind::Binary(BinaryOp::Ne, left, right) => {
            Some(vec![replaced(cx, between(expr.span, left.span.end, right.span.start), "!=", "==")?])
        }
        ExprKind::InSet { negated: true, item, .. } | ExprKind::InList { negated: true, item, .. } => {
            Some(vec![replaced(cx, between(expr.span, item.span.end, expr.span.end), "not", "")?])
        }
        ExprKind::Is(inner, false) => {
            let asked = replaced(cx, between(expr.span, inner.span.end, expr.span.end), "is", "is")?.span;
            Some(vec![replaced(cx, between(expr.span, asked.end, expr.span.end), "absent", "present")?])
        }
        ExprKind::Quantified { quantifier: Quantifier::No, .. } => {
            Some(vec![replaced(cx, expr.span, "no", "some")?])
        }
        _ => None,
    }
}

/// Of `(not x)` the bracket behind goes with the one before.
fn closing(cx: &Cx<'_>, whole: Span, inner: Span) -> Option<Edit> {
    let is_bracketed = cx.slice(whole).starts_with('(');
    is_bracketed.then(|| edit(between(whole, inner.end, whole.end), ""))
}

/// The word that a piece of text begins with, brackets and blanks aside, replaced; with nothing, the blanks behind it go too.
fn replaced(cx: &Cx<'_>, span: Span, word: &str, by: &str) -> Option<Edit> {
    let text = cx.slice(span);
    let rest = text.trim_start_matches(|c: char| c.is_whitespace() || c == '(');
    let behind = rest.strip_prefix(word)?;
    let behind = if by.is_empty() { behind.trim_start() } else { behind };
    let at = |rest: &str| Some(span.end - u32::try_from(rest.len()).ok()?);
    Some(edit(between(span, at(rest)?, at(behind)?), by))
}
