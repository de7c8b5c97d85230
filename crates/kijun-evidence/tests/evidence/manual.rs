//! The manual's pages of diagnostics: each example shows what its section is about.

use std::fs;
use std::path::Path;

use kijun_testkit::literate::{Case, cases, with_block};

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

/// `UPDATE=1` writes what the readers now answer into the page.
#[test]
fn the_guide_to_evidence_is_a_project_that_is_read_whole() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/how-to/evidence.md");
    let page = fs::read_to_string(&path).unwrap();
    let (folder, cases) = (tempfile::tempdir().unwrap(), cases(&page));
    fs::create_dir(folder.path().join("evidence")).unwrap();
    cases.iter().for_each(|case| blocks::write(case, folder.path()));
    let outcome = project::run(folder.path());
    assert_eq!(outcome.diagnostics_text(), "");
    let shown = cases.iter().find_map(|case| case.block("subjects")).unwrap();
    let subjects = outcome.subjects_text();
    if shown.text != subjects && std::env::var_os("UPDATE").is_some() {
        fs::write(&path, with_block(&page, shown.line, &subjects)).unwrap();
    } else {
        assert_eq!(shown.text, subjects);
    }
}

fn problem(case: &Case) -> Option<String> {
    let folder = tempfile::tempdir().unwrap();
    blocks::write(case, folder.path());
    let outcome = project::run(folder.path());
    let ids: Vec<&str> = outcome.diagnostics.iter().map(|d| d.id.name()).collect();
    let shows = match case.heading.as_str() {
        "evidence/more" => ids.last() == Some(&"evidence/more"),
        // A later stage knows: it reads the run record of the audit before, which tiers and which lints there are.
        "evidence/unknown-finding" | "manifest/unknown-tier" | "manifest/unknown-lint" => ids.is_empty(),
        name => ids == [name],
    };
    (!shows).then(|| format!("{}: {ids:?}\n{}", case.heading, outcome.diagnostics_text()))
}
