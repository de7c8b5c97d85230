//! Every case of `fixtures/model`: rules, and what is wrong with them or what they come to.
//!
//! `UPDATE=1 cargo test -p kijun-model` writes what the model now answers into the fixtures.

use std::fmt::Write as _;
use std::path::Path;

use kijun_diag::{At, Catalogue, Diagnostics, Lang, Sources};
use kijun_model::{Clause, ExceptionRule, Model};
use kijun_testkit::literate::{self, Case};

#[test]
fn every_case_answers_as_written() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/model");
    let wrong = literate::differences(&folder, check).unwrap();
    assert!(wrong.is_empty(), "{wrong}");
}

/// The fixture with the right answers, and in which cases they were not there.
fn check(fixture: &str) -> (String, String) {
    let (mut updated, mut differences) = (fixture.to_owned(), String::new());
    // From the last, so that the lines of those before stay true.
    for case in literate::cases(fixture).iter().rev().filter(|case| case.block("kijun").is_some()) {
        let (sources, model, diagnostics) = read(case);
        let told = told(&sources, &diagnostics);
        if case.block("diagnostics").is_none() && !told.is_empty() {
            let _ = write!(differences, "\n{}: unexpected diagnostics\n{told}", case.heading);
        }
        for block in case.blocks.iter().rev() {
            let answer = match block.word() {
                "diagnostics" => told.clone(),
                "clauses" => model.clauses.iter().map(|clause| shown(&model, clause)).collect(),
                _ => continue,
            };
            if answer != block.text {
                let _ = write!(differences, "\n{}: {}\n{answer}", case.heading, block.info);
                updated = literate::with_block(&updated, block.line, &answer);
            }
        }
    }
    (updated, differences)
}

fn read(case: &Case) -> (Sources, Model, Diagnostics) {
    let (mut sources, mut diagnostics, mut trees) = (Sources::default(), Diagnostics::default(), Vec::new());
    let rules = case.blocks.iter().filter(|block| block.word() == "kijun");
    let rules = rules.map(|block| (block.attribute("file").unwrap_or("a.kijun"), block.text.as_str()));
    for (name, text) in std::iter::once(kijun_model::PRELUDE).chain(rules) {
        let file = sources.add(name, text);
        let (tree, found) = kijun_syntax::parse(file, text);
        diagnostics.append(found);
        trees.push(tree);
    }
    let (model, found) = kijun_model::build(&trees);
    diagnostics.append(found);
    (sources, model, diagnostics)
}

/// `id file:line:column message`, with what was probably meant.
fn told(sources: &Sources, diagnostics: &Diagnostics) -> String {
    let catalogue = Catalogue::new(Lang::En);
    let mut lines = String::new();
    for diagnostic in diagnostics {
        let Some(At::Span(span)) = diagnostic.at else { continue };
        let source = sources.get(span.file);
        let at = source.position(span.start);
        let meant =
            diagnostic.suggestion.as_ref().map_or(String::new(), |s| format!("; did you mean `{s}`?"));
        let message = catalogue.wording(diagnostic).message;
        let _ =
            writeln!(lines, "{} {}:{}:{} {message}{meant}", diagnostic.id, source.name(), at.line, at.column);
    }
    lines
}

/// A clause with what its sections say for it.
fn shown(model: &Model, clause: &Clause) -> String {
    let kind = clause.subjects.as_ref().map_or("nobody", |s| &model.kind(s.kind).name);
    let filter = if clause.subjects.as_ref().is_some_and(|s| s.filter.is_some()) { " where …" } else { "" };
    let by = clause.by.map_or("nobody", |role| &model.role(role).name);
    let exceptions = match &clause.exceptions {
        None => String::new(),
        Some(ExceptionRule::Never) => ", exceptions never".to_owned(),
        Some(ExceptionRule::By { role, .. }) => format!(", exceptions by {}", model.role(*role).name),
    };
    let n = clause.statements.len();
    format!("{} for {kind}{filter} by {by}, {:?}{exceptions}: {n}\n", clause.number, clause.severity)
}
