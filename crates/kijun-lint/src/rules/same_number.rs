//! Two clauses have numbers that read the same.

use kijun_diag::{Diagnostic, ids};

use crate::numbering::pieces;
use crate::provisions::provisions;
use crate::{Cost, Cx, Fixable, Group, Level, Lint};

pub(crate) const LINT: Lint = Lint {
    id: ids::SAME_NUMBER,
    group: Group::Style,
    level: Level::Warning,
    fix: Fixable::No,
    cost: Cost::Reads,
    summary: "Two clauses have numbers that read the same.",
    what: "Looks for numbers within a document that differ only in how they are written: 第3条 and 第三条, 2.1 and 2.01, 2.1(a) and 2.1(A).",
    why: "A reference to the one is read as the other. That two numbers are spelt alike is an error in any case.",
    example: r#"
clause 第2条 "台帳" en "Register" {
  text "サーバの台帳については、別に定める。"
}
clause 第二条 "保守" en "Maintenance" { #~
  text "サーバの保守については、別に定める。"
}
"#,
    instead: r#"
clause 第2条 "台帳" en "Register" {
  text "サーバの台帳については、別に定める。"
}
clause 第3条 "保守" en "Maintenance" {
  text "サーバの保守については、別に定める。"
}
"#,
    check,
};

fn check(cx: &Cx<'_>) -> Vec<Diagnostic> {
    let provisions = provisions(cx);
    let mut hits = Vec::new();
    for (i, later) in provisions.iter().enumerate() {
        let number = pieces(&later.ast.number.text);
        let earlier = provisions[..i].iter().filter(|other| other.model.edition == later.model.edition);
        let mut same = earlier.filter(|other| pieces(&other.ast.number.text) == number);
        hits.extend(same.next().map(|first| {
            let (first, later) = (&first.ast.number, &later.ast.number);
            let hit = LINT.at(later.span).with("number", later.text.as_str());
            hit.with("first", first.text.as_str()).also("first", first.span)
        }));
    }
    hits
}
