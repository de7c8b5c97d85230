//! A term that no text uses.

use kijun_diag::{Diagnostic, ids};
use kijun_model::{EditionId, Model, Term, Titles};

use crate::{Cost, Cx, Fixable, Group, Level, Lint};

pub(crate) const LINT: Lint = Lint {
    id: ids::UNUSED_TERM,
    group: Group::Conformance,
    level: Level::Warning,
    fix: Fixable::No,
    cost: Cost::Reads,
    summary: "No text uses a defined term.",
    what: "Looks for `term \"…\" means NAME` where the words stand in no title and no text of the document, nor of a document that \
           conforms to it. Blanks are left out of account.",
    why: "A term is defined so that the text can use it. The text says something else, whose meaning nobody has settled.",
    example: r#"
define exposed(s: server) = s.exposure == internet
term "公開サーバ" means exposed #~
clause 2.1 "連絡先" en "Contact" {
  text "外部から見えるサーバには連絡先を定める。"
  for  server where exposed(self)
  by   officer
  must contact is present
}
"#,
    instead: r#"
define exposed(s: server) = s.exposure == internet
term "公開サーバ" means exposed
clause 2.1 "連絡先" en "Contact" {
  text "公開サーバには連絡先を定める。"
  for  server where exposed(self)
  by   officer
  must contact is present
}
"#,
    check,
};

fn check(cx: &Cx<'_>) -> Vec<Diagnostic> {
    let own: Vec<&Term> = cx.model.terms.iter().filter(|term| cx.is_own(term.span)).collect();
    if own.is_empty() {
        return Vec::new();
    }
    let texts = texts(cx.model);
    let idle = own.into_iter().filter(|term| !term.words.trim().is_empty() && !is_used(cx, &texts, term));
    idle.map(|term| LINT.at(term.span).with("words", &*term.words)).collect()
}

/// Whether a text that the term is defined for has its words.
fn is_used(cx: &Cx<'_>, texts: &[(EditionId, String)], term: &Term) -> bool {
    let words = plain(&term.words);
    let reaches = |edition: EditionId| {
        term.edition.is_none_or(|own| own == edition || cx.standards.conforms(edition, own))
    };
    texts.iter().any(|(edition, text)| text.contains(&words) && reaches(*edition))
}

/// All titles, texts and questions, each with its edition.
fn texts(model: &Model) -> Vec<(EditionId, String)> {
    let said = |edition: EditionId, titles: &Titles| -> Vec<(EditionId, String)> {
        titles.all().map(|text| (edition, plain(text))).collect()
    };
    let clauses = model.clauses.iter().flat_map(|c| [(c.edition, &c.titles), (c.edition, &c.text)]);
    let sections = model.sections.iter().map(|section| (section.edition, &section.titles));
    let questions = model.statements.iter().filter_map(|statement| {
        let edition = model.clause(statement.clause).edition;
        Some((edition, &statement.attest.as_ref()?.question))
    });
    clauses.chain(sections).chain(questions).flat_map(|(edition, titles)| said(edition, titles)).collect()
}

/// Without blanks and line ends, and without the difference of upper and lower case.
fn plain(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect()
}
