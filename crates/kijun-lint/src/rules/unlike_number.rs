//! The text of a clause says another number than its statements.

use kijun_diag::{Diagnostic, ids};
use kijun_model::{ExceptionRule, Value};

use crate::bounds::Bounds;
use crate::quantity::{Sort, only, quantities};
use crate::provisions::{Provision, provisions};
use crate::{Cost, Cx, Fixable, Group, Level, Lint};

pub(crate) const LINT: Lint = Lint {
    id: ids::UNLIKE_NUMBER,
    group: Group::Clarity,
    level: Level::Warning,
    fix: Fixable::No,
    cost: Cost::Reads,
    summary: "The text of a clause says another number than its statements.",
    what: "Looks for texts with exactly one count, time or share (「８文字」, 「三か月」, \"within 30 days\") where the statements compare with such a thing, and none of them with that. Digits of either width and kanji are read. Where a document below may set the value, nothing is said.",
    why: "People keep to the text, and the audit to the statement: one of the two is not what was decided.",
    example: r#"
clause 2.1 "パスワード" en "Passwords" {
  text "パスワードは８文字以上とする。" #~
  for  server
  by   officer
  must long: min_length >= 10 else "{id}のパスワードは{min_length}文字です"
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
    provisions(cx).iter().flat_map(|provision| of_clause(cx, provision)).collect()
}

fn of_clause(cx: &Cx<'_>, provision: &Provision<'_>) -> Vec<Diagnostic> {
    let bounds = bounds(cx, provision);
    let mut hits = Vec::new();
    for (_, text) in provision.texts() {
        let found = quantities(&text.value);
        let unlike = Sort::ALL.into_iter().filter_map(|sort| {
            let quantity = only(&found, sort)?;
            Some((quantity, bounds.unlike(quantity)?))
        });
        hits.extend(unlike.map(|(quantity, (_, span))| {
            let hit = LINT.at(text.span).with("text", quantity.text.as_str());
            hit.with("rule", cx.slice(*span)).also("rule", *span)
        }));
    }
    hits
}

/// What the statements compare with. How old evidence may be, for how long exceptions hold and how often is asked may be told in the
/// text as well.
fn bounds(cx: &Cx<'_>, provision: &Provision<'_>) -> Bounds {
    let mut bounds = Bounds::default();
    let clause = provision.model;
    clause.subjects.iter().filter_map(|subjects| subjects.filter.as_ref()).for_each(|e| bounds.add(cx.model, e));
    for (_, statement) in provision.statements(cx) {
        bounds.add(cx.model, &statement.requirement);
        statement.when.iter().for_each(|when| bounds.add(cx.model, when));
    }
    clause.evidence_at_most.into_iter().for_each(|time| bounds.allow(Value::Duration(time)));
    if let Some(ExceptionRule::By { at_most: Some(time), .. }) = clause.exceptions {
        bounds.allow(Value::Duration(time));
    }
    let asked = clause.statements.iter().filter_map(|&id| cx.model.statement(id).attest.as_ref()?.every);
    asked.for_each(|time| bounds.allow(Value::Duration(time)));
    bounds
}
