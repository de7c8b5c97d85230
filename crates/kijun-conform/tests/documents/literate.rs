//! Every case of `fixtures/conform`: documents, and what comparing them comes to.
//!
//! `UPDATE=1 cargo test -p kijun-conform` writes what it now comes to into the fixtures.

use std::path::Path;

use kijun_testkit::Rules;
use kijun_testkit::literate::{self, Case};

use crate::answers::answer;

#[test]
fn every_case_answers_as_written() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/conform");
    let wrong = literate::differences(&folder, check).unwrap();
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn the_page_on_conformance_answers_as_written() {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/conformance.md");
    let wrong = literate::differences_in(&page, check).unwrap();
    assert!(wrong.is_empty(), "{wrong}");
}

/// The fixture with the right answers, and in which cases they were not there.
fn check(fixture: &str) -> (String, String) {
    let cases = literate::cases(fixture);
    let common = cases.first().map(rules_of).unwrap_or_default();
    let (mut updated, mut differences) = (fixture.to_owned(), String::new());
    // From the last, so that the lines of those before stay true.
    for case in cases.iter().skip(1).rev().filter(|case| case.block("kijun").is_some()) {
        let rules = Rules::of(common.iter().copied().chain(rules_of(case)));
        let wrong = rules.words(&rules.before) + &rules.words(&rules.found);
        if case.block("diagnostics").is_none() && !wrong.is_empty() {
            differences.push_str(&format!("\n{}: unexpected diagnostics\n{wrong}", case.heading));
        }
        for block in case.blocks.iter().rev() {
            let Some(answer) = answer(&rules, block).filter(|answer| *answer != block.text) else { continue };
            differences.push_str(&format!("\n{}: {}\n{answer}", case.heading, block.info));
            updated = literate::with_block(&updated, block.line, &answer);
        }
    }
    (updated, differences)
}

/// The rules of a case by name of file. Those under the first heading of a fixture belong to all its cases.
fn rules_of(case: &Case) -> Vec<(&str, &str)> {
    let rules = case.blocks.iter().filter(|block| block.word() == "kijun");
    rules.map(|block| (block.attribute("file").unwrap_or("a.kijun"), block.text.as_str())).collect()
}
