//! A clause has no title.

use kijun_diag::{Diagnostic, ids};

use crate::provisions::provisions;
use crate::{Cost, Cx, Fixable, Group, Level, Lint};

pub(crate) const LINT: Lint = Lint {
    id: ids::MISSING_TITLE,
    group: Group::Clarity,
    level: Level::Off,
    fix: Fixable::No,
    cost: Cost::Reads,
    summary: "A clause has no title.",
    what: "Looks for clauses without a title. It is off unless it is selected.",
    why: "Lists of findings and matrices show titles: a number alone tells a reader nothing.",
    example: r#"
clause 2.1 { #~
  text "サーバの台帳については、別に定める。"
}
"#,
    instead: r#"
clause 2.1 "台帳" en "Register" {
  text "サーバの台帳については、別に定める。"
}
"#,
    check,
};

fn check(cx: &Cx<'_>) -> Vec<Diagnostic> {
    let provisions = provisions(cx);
    let untitled = provisions.iter().filter(|p| p.model.titles.all().next().is_none());
    untitled.map(|p| LINT.at(p.ast.number.span).with("number", p.ast.number.text.as_str())).collect()
}
