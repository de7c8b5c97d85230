//! Every case of `fixtures/syntax`: a text, and its tree or its diagnostics.
//!
//! `UPDATE=1 cargo test -p kijun-syntax` writes what the parser now answers into the fixtures.

use std::path::Path;

use kijun_diag::{At, Catalogue, Lang, Sources};
use kijun_testkit::literate::{self, Case};

#[test]
fn every_case_answers_as_written() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/syntax");
    let wrong = literate::differences(&folder, check).unwrap();
    assert!(wrong.is_empty(), "{wrong}");
}

/// The fixture with the right answers, and in which cases they were not there.
fn check(fixture: &str) -> (String, String) {
    let (mut updated, mut differences) = (fixture.to_owned(), String::new());
    // From the last, so that the lines of those before stay true.
    for case in literate::cases(fixture).iter().rev() {
        let Some(input) = case.block("kijun") else { continue };
        let (tree, diagnostics) = answers(&input.text);
        assert!(has_expectation(case), "{}: no ```ast and no ```diagnostics", case.heading);
        for (word, answer) in [("diagnostics", diagnostics), ("ast", tree)] {
            match case.block(word) {
                Some(block) if block.text != answer => {
                    differences.push_str(&format!("\n{}: {word}\n{answer}", case.heading));
                    updated = literate::with_block(&updated, block.line, &answer);
                }
                None if word == "diagnostics" && !answer.is_empty() => {
                    differences.push_str(&format!("\n{}: unexpected diagnostics\n{answer}", case.heading));
                }
                _ => {}
            }
        }
    }
    (updated, differences)
}

fn has_expectation(case: &Case) -> bool {
    case.block("ast").is_some() || case.block("diagnostics").is_some()
}

/// The printed tree, and the diagnostics as `id line:column message`.
fn answers(text: &str) -> (String, String) {
    let mut sources = Sources::default();
    let file = sources.add("a.kijun", text);
    let (tree, diagnostics) = kijun_syntax::parse(file, text);
    let catalogue = Catalogue::new(Lang::En);
    let mut lines = String::new();
    for diagnostic in &diagnostics {
        let Some(At::Span(span)) = diagnostic.at else { continue };
        let position = sources.get(span.file).position(span.start);
        let wording = catalogue.wording(diagnostic);
        let help = diagnostic.suggestion.as_ref().map(|s| format!("; did you mean `{s}`?"));
        let expected = wording.label.filter(|label| label.starts_with("expected"));
        let expected = expected.map(|label| format!("; {label}")).unwrap_or_default();
        lines.push_str(&format!(
            "{} {}:{} {}{expected}{}\n",
            diagnostic.id,
            position.line,
            position.column,
            wording.message,
            help.unwrap_or_default()
        ));
    }
    (kijun_syntax::print(&tree), lines)
}
