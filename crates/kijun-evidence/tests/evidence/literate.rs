//! Every case of `fixtures/evidence`: a project, and its subjects and diagnostics.
//!
//! The blocks under a page's first heading belong to each of its cases. `UPDATE=1 cargo test -p kijun-evidence`
//! writes what the readers now answer into the fixtures.

use std::path::Path;

use kijun_testkit::literate::{self, Case};

use crate::{blocks, project};

#[test]
fn every_case_answers_as_written() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/evidence");
    let wrong = literate::differences(&folder, check).unwrap();
    assert!(wrong.is_empty(), "{wrong}");
}

/// The fixture with the right answers, and in which cases they were not there.
fn check(fixture: &str) -> (String, String) {
    let (mut updated, mut differences) = (fixture.to_owned(), String::new());
    let cases = literate::cases(fixture);
    let Some((shared, cases)) = cases.split_first() else { return (updated, differences) };
    // From the last, so that the lines of those before stay true.
    for case in cases.iter().rev() {
        let [diagnostics, subjects, organisation] = answers(shared, case);
        let answers = [("diagnostics", diagnostics), ("subjects", subjects), ("organisation", organisation)];
        for (word, answer) in answers {
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

fn answers(shared: &Case, case: &Case) -> [String; 3] {
    let folder = tempfile::tempdir().unwrap();
    blocks::write(shared, folder.path());
    blocks::write(case, folder.path());
    let outcome = project::run(folder.path());
    [outcome.diagnostics_text(), outcome.subjects_text(), outcome.organisation_text()]
}
