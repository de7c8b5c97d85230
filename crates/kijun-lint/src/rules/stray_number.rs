//! A clause stands in a section whose number its own does not begin with.

use kijun_diag::{Diagnostic, ids};
use kijun_syntax::ast::Item;

use crate::provisions::sections;
use crate::{Cost, Cx, Fixable, Group, Level, Lint};

pub(crate) const LINT: Lint = Lint {
    id: ids::STRAY_NUMBER,
    group: Group::Style,
    level: Level::Warning,
    fix: Fixable::No,
    cost: Cost::Reads,
    summary: "A clause stands in a section whose number its own does not begin with.",
    what: "Looks for clauses with a number in digits and dots, in a section with such a number, where the clause's does not go on from the section's: 2.4.1 in section 2.3.",
    why: "The section gives its subjects and who is responsible to every clause inside: a clause that went astray binds the wrong ones.",
    example: r#"
section 2.3 "保守" en "Maintenance" {
  clause 2.4.1 "台帳" en "Register" { #~
    text "サーバの台帳については、別に定める。"
  }
}
"#,
    instead: r#"
section 2.4 "台帳" en "Register" {
  clause 2.4.1 "台帳" en "Register" {
    text "サーバの台帳については、別に定める。"
  }
}
"#,
    check,
};

fn check(cx: &Cx<'_>) -> Vec<Diagnostic> {
    let mut hits = Vec::new();
    for section in sections(cx) {
        for item in &section.items {
            let number = match item {
                Item::Clause(clause) => &clause.number,
                Item::Section(inner) => &inner.number,
                _ => continue,
            };
            if is_stray(&section.number.text, &number.text) {
                let hit = LINT.at(number.span).with("number", number.text.as_str());
                let hit = hit.with("section", section.number.text.as_str());
                hits.push(hit.also("section", section.number.span));
            }
        }
    }
    hits
}

fn is_stray(section: &str, number: &str) -> bool {
    let is_dotted = |number: &str| {
        let head = number.split('(').next().unwrap_or(number);
        !head.is_empty() && head.split('.').all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()))
    };
    let goes_on = number.strip_prefix(section).is_some_and(|rest| rest.starts_with(['.', '(']));
    is_dotted(section) && is_dotted(number) && !goes_on
}
