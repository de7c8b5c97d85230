//! Numbers of clauses leave one out.

use kijun_diag::{Diagnostic, ids};
use kijun_syntax::ast;

use crate::numbering::{n_skipped, pieces};
use crate::provisions::neighbours;
use crate::{Cost, Cx, Fixable, Group, Level, Lint};

pub(crate) const LINT: Lint = Lint {
    id: ids::SKIPPED_NUMBER,
    group: Group::Style,
    level: Level::Warning,
    fix: Fixable::No,
    cost: Cost::Reads,
    summary: "Numbers of clauses leave one out.",
    what: "Looks for two clauses that follow one another, in the same file and document, whose numbers differ in their last place only, and there by more than one.",
    why: "Readers look for what is missing, and cannot tell whether it was repealed or forgotten.",
    example: r#"
clause 2.1 "台帳" en "Register" {
  text "サーバの台帳については、別に定める。"
}
clause 2.3 "保守" en "Maintenance" { #~
  text "サーバの保守については、別に定める。"
}
"#,
    instead: r#"
clause 2.1 "台帳" en "Register" {
  text "サーバの台帳については、別に定める。"
}
clause 2.2 "削除" en "Repealed" {
  text "削除"
}
clause 2.3 "保守" en "Maintenance" {
  text "サーバの保守については、別に定める。"
}
"#,
    check,
};

fn check(cx: &Cx<'_>) -> Vec<Diagnostic> {
    let hit = |(before, after): (&ast::Number, &ast::Number)| {
        let n = n_skipped(&pieces(&before.text), &pieces(&after.text)).filter(|n| *n > 0)?;
        let hit = LINT.at(after.span).with("number", after.text.as_str()).with("before", before.text.as_str());
        Some(hit.with("n", usize::try_from(n).unwrap_or(usize::MAX)).also("before", before.span))
    };
    neighbours(cx).into_iter().filter_map(hit).collect()
}
