//! A title or text is not there in a language in which it should be.

use kijun_diag::{Diagnostic, ids};

use crate::{Cost, Cx, Fixable, Group, Level, Lint};

pub(crate) const LINT: Lint = Lint {
    id: ids::UNTRANSLATED,
    group: Group::Clarity,
    level: Level::Warning,
    fix: Fixable::No,
    cost: Cost::Reads,
    summary: "A title or text is not there in a language in which it should be.",
    what: "Looks for titles of documents, sections, clauses and roles, and for texts of clauses, that are not there in one of the languages that the manifest names under `lint: languages:`. Where none is named, it finds nothing.",
    why: "A reader of that language gets the report with gaps.",
    example: r#"
# lint: languages: [en]
clause 2.1 "台帳" { #~
  text    "サーバの台帳については、別に定める。"
  text en "The register of servers is laid down elsewhere."
}
"#,
    instead: r#"
# lint: languages: [en]
clause 2.1 "台帳" en "Register" {
  text    "サーバの台帳については、別に定める。"
  text en "The register of servers is laid down elsewhere."
}
"#,
    check,
};

fn check(cx: &Cx<'_>) -> Vec<Diagnostic> {
    let model = cx.model;
    let sections = model.sections.iter().map(|section| (&section.titles, section.span));
    let editions = model.editions.iter().map(|edition| (&edition.titles, edition.span));
    let roles = model.roles.iter().map(|role| (&role.titles, role.span));
    let clauses = model.clauses.iter().flat_map(|c| [(&c.titles, c.span), (&c.text, c.span)]);
    let all = editions.chain(sections).chain(roles).chain(clauses);
    let mut hits: Vec<Diagnostic> = Vec::new();
    for (titles, span) in all.filter(|(_, span)| cx.is_own(*span)) {
        let lacks = |tag: &&String| {
            let own = titles.plain.is_some();
            own && titles.tagged.iter().all(|(other, _)| **other != ***tag)
        };
        let missing: Vec<&str> = cx.languages.iter().filter(lacks).map(String::as_str).collect();
        if !missing.is_empty() {
            hits.push(LINT.at(span).with("languages", missing.join(", ")));
        }
    }
    // A clause without title and text in a language is told once.
    hits.dedup();
    hits
}
