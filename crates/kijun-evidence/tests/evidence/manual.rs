//! The manual's pages of diagnostics: each example shows what its section is about.

use std::fs;
use std::path::Path;

use kijun_testkit::literate::{Case, cases};

use crate::{blocks, project};

#[test]
fn each_example_of_the_manual_shows_its_own_diagnostic() {
    let pages = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/reference/diagnostics");
    let mut wrong = Vec::new();
    for page in ["manifest.md", "evidence.md"] {
        for case in cases(&fs::read_to_string(pages.join(page)).unwrap()) {
            let examples = case.blocks.iter().any(|block| block.attribute("file").is_some());
            if case.heading.contains('/') && examples {
                wrong.extend(problem(&case));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn problem(case: &Case) -> Option<String> {
    let folder = tempfile::tempdir().unwrap();
    blocks::write(case, folder.path());
    let outcome = project::run(folder.path());
    let ids: Vec<&str> = outcome.diagnostics.iter().map(|d| d.id.name()).collect();
    let shows = match case.heading.as_str() {
        "evidence/more" => ids.last() == Some(&"evidence/more"),
        name => ids == [name],
    };
    (!shows).then(|| format!("{}: {ids:?}\n{}", case.heading, outcome.diagnostics_text()))
}
