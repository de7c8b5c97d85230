//! A clause stands before one with a lower number.

use std::cmp::Ordering;

use kijun_diag::{Diagnostic, ids};
use kijun_syntax::ast;

use crate::numbering::{order, pieces};
use crate::provisions::{neighbours};
use crate::{Cost, Cx, Fixable, Group, Level, Lint};

pub(crate) const LINT: Lint = Lint {
    id: ids::MISPLACED_NUMBER,
    group: Group::Style,
    level: Level::Warning,
    fix: Fixable::No,
    cost: Cost::Reads,
    summary: "A clause stands before one with a lower number.",
    what: "Looks for clauses whose number is lower than that of the clause before them in the same file and document. Numbers are compared as people read them: 2.10 comes after 2.9, 第十条 after 第九条.",
    why: "Readers look for a clause where its number belongs.",
    example: r#"
clause 2.2 "保守" en "Maintenance" {
  text "サーバの保守については、別に定める。"
}
clause 2.1 "台帳" en "Register" { #~
  text "サーバの台帳については、別に定める。"
}
"#,
    instead: r#"
clause 2.1 "台帳" en "Register" {
  text "サーバの台帳については、別に定める。"
}
clause 2.2 "保守" en "Maintenance" {
  text "サーバの保守については、別に定める。"
}
"#,
    check,
};

fn check(cx: &Cx<'_>) -> Vec<Diagnostic> {
    let pairs = neighbours(cx).into_iter().filter(|(before, after)| {
        order(&pieces(&before.text), &pieces(&after.text)) == Some(Ordering::Greater)
    });
    let hit = |(before, after): (&ast::Number, &ast::Number)| {
        let hit = LINT.at(after.span).with("number", after.text.as_str());
        hit.with("before", before.text.as_str()).also("before", before.span)
    };
    pairs.map(hit).collect()
}
