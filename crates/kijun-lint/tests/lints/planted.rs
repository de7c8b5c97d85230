//! Rule files of some length with a few defects in each: those are told, where they are, and nothing else.

use std::fmt::Write as _;
use std::path::Path;

use jiff::civil::date;
use kijun_diag::{At, Catalogue, Diagnostic, Lang};
use kijun_lint::PREAMBLE;
use kijun_testkit::literate::{self, Case};

use super::project::Project;

#[test]
fn every_planted_defect_is_found_and_nothing_else() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/lint");
    let wrong = literate::differences(&folder, check).unwrap();
    assert!(wrong.is_empty(), "{wrong}");
}

/// The fixture with the right answers, and in which cases they were not there.
fn check(fixture: &str) -> (String, String) {
    let (mut updated, mut differences) = (fixture.to_owned(), String::new());
    // From the last, so that the lines of those before stay true.
    for case in literate::cases(fixture).iter().rev() {
        let Some(block) = case.block("diagnostics") else { continue };
        let told = told(case);
        if told != block.text {
            let _ = write!(differences, "\n{}\n{told}", case.heading);
            updated = literate::with_block(&updated, block.line, &told);
        }
    }
    (updated, differences)
}

/// What the lints say with their own levels: `id file:line:column message`.
fn told(case: &Case) -> String {
    let blocks = case.blocks.iter().filter(|block| block.word() == "kijun");
    let own: Vec<(String, String)> = blocks
        .map(|block| (block.attribute("file").unwrap_or("rules/own.kijun").to_owned(), block.text.clone()))
        .collect();
    let beside = PREAMBLE.map(|(name, text)| (name.to_owned(), text.to_owned()));
    let project = match Project::of(&beside, &own) {
        Ok(project) => project,
        Err(why) => return format!("{why}\n"),
    };
    let catalogue = Catalogue::new(Lang::En);
    let line = |d: &Diagnostic| {
        let Some(At::Span(span)) = d.at else { return format!("{}\n", d.id) };
        let source = project.sources.get(span.file);
        let position = source.position(span.start);
        let place = format!("{}:{}:{}", source.name(), position.line, position.column);
        format!("{} {place} {}\n", d.id, catalogue.wording(d).message)
    };
    project.lint(date(2025, 9, 30), |lint| lint.level).iter().map(line).collect()
}
