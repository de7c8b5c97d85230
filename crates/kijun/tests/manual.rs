//! Every example in the manual's pages of diagnostics, written to disk as a project and run through the whole pipeline.

#![expect(clippy::unwrap_used, reason = "a test that cannot read the manual cannot say anything")]

use std::path::Path;

use kijun::{ConformOptions, LintOptions, Loaded, Options, TestOptions, audit, conform, lint, load, test};
use kijun_diag::{Diagnostics, Id, Severity, ids};
use kijun_testkit::literate::{Block, Case, cases};

const MANIFEST: &str = "\
kijun: 1
project: example
period: { start: 2011-10-01, end: 2012-09-30 }
rules: [rules]
";

/// A document beside the example, so that there is something to judge.
const BESIDE: &str = "\
vocabulary beside { kind thing { key id : text } }
standard beside { tier beside edition 1900-01-01 uses beside }
clause 1 { for thing must id != \"\" }
";

#[test]
fn every_example_gives_its_diagnostic() {
    let mut wrong = Vec::new();
    // What comes of comparing documents is tested where they are compared, and each lint beside its own page.
    for group in groups().into_iter().filter(|group| !["conform", "lint"].contains(group)) {
        let path = format!("{}/../../docs/reference/diagnostics/{group}.md", env!("CARGO_MANIFEST_DIR"));
        // That a page is there is demanded beside the catalogues.
        for case in cases(&std::fs::read_to_string(path).unwrap_or_default()) {
            if let (Some(id), Some(found)) = (ids::find(&case.heading), run(&case)) {
                wrong.extend(unlike(id, &found));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

fn groups() -> Vec<&'static str> {
    let mut groups: Vec<&str> = ids::ALL.iter().map(|id| id.group()).collect();
    groups.dedup();
    groups
}

/// What is wrong with the ids that an id's example gives: it must be there, and no error of an earlier stage with it.
/// That so little is judged may be told besides.
fn unlike(id: Id, found: &[Id]) -> Option<String> {
    let stage = |id: Id| groups().iter().position(|group| *group == id.group());
    let earlier = |other: &Id| other.severity() == Severity::Error && stage(*other) < stage(id);
    (!found.contains(&id) || found.iter().any(earlier)).then(|| format!("{id}: {found:?}"))
}

/// What a section's example gives; `None` for one that no text file can show.
fn run(case: &Case) -> Option<Vec<Id>> {
    let folder = tempfile::tempdir().unwrap();
    let blocks: Vec<&Block> = case.blocks.iter().filter(|block| file(block).is_some()).collect();
    let bytes = |block: &&Block| ["encoding", "escapes"].iter().any(|name| block.attribute(name).is_some());
    if blocks.is_empty() || blocks.iter().any(bytes) || blocks.iter().any(|block| block.word() == "link") {
        return None;
    }
    write(&folder.path().join("kijun.yaml"), MANIFEST);
    if is_of_documents(case) {
        write(&folder.path().join("rules/beside.kijun"), BESIDE);
    }
    for block in blocks {
        write(&folder.path().join(file(block)?), &block.text);
    }
    let loaded = load(folder.path());
    if case.heading.starts_with("conform/") {
        return Some(compared(&loaded));
    }
    if case.heading.starts_with("test/") {
        return Some(told(
            &test(&loaded, &TestOptions::default()).map_or(loaded.diagnostics, |run| run.diagnostics),
        ));
    }
    // What is wrong with the manifest's plan for lints is told where lints are run.
    let mut of_plan = lint(&loaded, &LintOptions::default());
    let audited = audit(&loaded, Options::default());
    of_plan.diagnostics.append(audited.map_or(loaded.diagnostics, |audit| audit.diagnostics));
    Some(told(&of_plan.diagnostics))
}

fn told(diagnostics: &Diagnostics) -> Vec<Id> {
    diagnostics.iter().map(|diagnostic| diagnostic.id).collect()
}

/// What a comparison of documents finds: nothing of it needs evidence.
fn compared(loaded: &Loaded) -> Vec<Id> {
    let compared = conform(loaded, &ConformOptions::default());
    let findings = compared.into_iter().flat_map(|compared| compared.record.findings);
    let checks = findings.filter_map(|finding| finding.documents).flat_map(|objected| objected.checks);
    let checks = checks.filter_map(|check| ids::find(&check));
    told(&loaded.diagnostics).into_iter().chain(checks).collect()
}

/// Whether the example is of documents only.
fn is_of_documents(case: &Case) -> bool {
    ["graph/", "conform/"].iter().any(|group| case.heading.starts_with(group))
}

/// The file that a block stands for; a block of rules need not say.
fn file(block: &Block) -> Option<&str> {
    block.attribute("file").or((block.info == "kijun").then_some("rules/example.kijun"))
}

fn write(path: &Path, text: &str) {
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(path, text).unwrap();
}
