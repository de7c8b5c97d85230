//! The message of a statement says another number than the statement.

use kijun_diag::{Diagnostic, ids};
use kijun_model::Statement;
use kijun_syntax::ast;

use crate::bounds::Bounds;
use crate::quantity::{Sort, only, quantities};
use crate::provisions::{provisions, words};
use crate::{Cost, Cx, Fixable, Group, Level, Lint};

pub(crate) const LINT: Lint = Lint {
    id: ids::UNLIKE_MESSAGE,
    group: Group::Clarity,
    level: Level::Warning,
    fix: Fixable::No,
    cost: Cost::Reads,
    summary: "The message of a statement says another number than the statement.",
    what: "Looks for `else` messages with exactly one count, time or share where the statement compares with such a thing, and not with that.",
    why: "Whoever gets the finding does what the message says, and fails again.",
    example: r#"
clause 2.1 "修正" en "Patches" {
  text "修正プログラムは30日以内に適用する。"
  for  server
  by   officer
  must patched: age(patched_on) <= 30 days
       else "{id}の適用日は{patched_on}です（60日超）" #~
}
"#,
    instead: r#"
clause 2.1 "修正" en "Patches" {
  text "修正プログラムは30日以内に適用する。"
  for  server
  by   officer
  must patched: age(patched_on) <= 30 days
       else "{id}の適用日は{patched_on}です（30日超）"
}
"#,
    check,
};

fn check(cx: &Cx<'_>) -> Vec<Diagnostic> {
    let provisions = provisions(cx);
    let statements = provisions.iter().flat_map(|provision| provision.statements(cx));
    statements.flat_map(|(written, meant)| of_statement(cx, written, meant)).collect()
}

fn of_statement(cx: &Cx<'_>, written: &ast::Statement, meant: &Statement) -> Vec<Diagnostic> {
    let mut bounds = Bounds::default();
    bounds.add(cx.model, &meant.requirement);
    meant.when.iter().for_each(|when| bounds.add(cx.model, when));
    let mut hits = Vec::new();
    for (_, message) in &written.messages {
        let found = quantities(&words(message));
        let unlike = Sort::ALL.into_iter().filter_map(|sort| {
            let quantity = only(&found, sort)?;
            Some((quantity, bounds.unlike(quantity)?))
        });
        hits.extend(unlike.map(|(quantity, (_, span))| {
            let hit = LINT.at(message.span).with("text", quantity.text.as_str());
            hit.with("rule", cx.slice(*span)).also("rule", *span)
        }));
    }
    hits
}
