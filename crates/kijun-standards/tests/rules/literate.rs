//! Every case of `fixtures/graph`: rule files, and what the graph answers.
//!
//! `UPDATE=1 cargo test -p kijun-standards` writes what the graph now answers into the fixtures.

use std::path::Path;

use kijun_testkit::{Rules, literate};

use crate::answers::answer;

#[test]
fn every_case_answers_as_written() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/graph");
    let wrong = literate::differences(&folder, check).unwrap();
    assert!(wrong.is_empty(), "{wrong}");
}

/// The fixture with the right answers, and in which cases they were not there.
fn check(fixture: &str) -> (String, String) {
    let (mut updated, mut differences) = (fixture.to_owned(), String::new());
    // From the last, so that the lines of those before stay true.
    for case in literate::cases(fixture).iter().rev().filter(|case| case.block("kijun").is_some()) {
        let rules = Rules::read(case);
        let silent = case.block("diagnostics").is_none();
        let found = rules.words(&rules.before) + &rules.words(&rules.found);
        if silent && !found.is_empty() {
            differences.push_str(&format!("\n{}: unexpected diagnostics\n{found}", case.heading));
        }
        for block in case.blocks.iter().rev() {
            let Some(answer) = answer(&rules, block).filter(|answer| *answer != block.text) else { continue };
            differences.push_str(&format!("\n{}: {}\n{answer}", case.heading, block.info));
            updated = literate::with_block(&updated, block.line, &answer);
        }
    }
    (updated, differences)
}
