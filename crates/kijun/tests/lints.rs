//! What lints say about whole projects: `fixtures/lint-projects/*.md`. `UPDATE=1 cargo test -p kijun --test lints` takes what they say.

#![expect(clippy::unwrap_used, reason = "a test that cannot read its fixtures cannot say anything")]

use std::path::Path;

use kijun::{LintOptions, Loaded, lint, load};
use kijun_diag::{At, Catalogue, Diagnostic, Lang};
use kijun_testkit::literate::{Case, cases, with_block};

const MANIFEST: &str = "\
kijun: 1
project: example
period: { start: 2011-10-01, end: 2012-09-30 }
rules: [rules]
";

#[test]
fn lints_say_what_stands_beside_the_rules_and_nothing_else() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/lint-projects");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    assert!(!files.is_empty());
    for path in files {
        let page = std::fs::read_to_string(&path).unwrap();
        let told = cases(&page).into_iter().filter_map(|case| {
            let block = case.block("diagnostics")?;
            Some((block.line, block.text.clone(), said(&case)))
        });
        let told: Vec<(usize, String, String)> = told.collect();
        if std::env::var_os("UPDATE").is_some() {
            let page = told.iter().rev().fold(page, |page, (line, _, said)| with_block(&page, *line, said));
            std::fs::write(&path, page).unwrap();
            continue;
        }
        for (line, wanted, said) in told {
            assert_eq!(said, wanted, "{}:{line} (UPDATE=1 takes it)", path.display());
        }
    }
}

/// What the lints say about a case's project, a line for each.
fn said(case: &Case) -> String {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("kijun.yaml"), MANIFEST).unwrap();
    for block in &case.blocks {
        if let Some(file) = block.attribute("file") {
            let path = folder.path().join(file);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, &block.text).unwrap();
        }
    }
    let loaded = load(folder.path());
    let linted = lint(&loaded, &LintOptions::default());
    assert!(linted.was_run, "{}: {:#?}", case.heading, loaded.diagnostics);
    linted.diagnostics.iter().map(|diagnostic| line(&loaded, diagnostic)).collect()
}

fn line(loaded: &Loaded, diagnostic: &Diagnostic) -> String {
    let at = match diagnostic.at {
        Some(At::Span(span)) => {
            let source = loaded.sources.get(span.file);
            format!("{}:{}", source.name(), source.position(span.start).line)
        }
        _ => "nowhere".to_owned(),
    };
    let level = if diagnostic.is_error() { "error" } else { "warning" };
    let message = Catalogue::new(Lang::En).wording(diagnostic).message;
    format!("{at} {level} {}: {message}\n", diagnostic.id)
}
