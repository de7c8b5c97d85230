//! Names that were written wrongly: one that hides behind an absence, one that is given twice.

#![expect(clippy::unwrap_used, reason = "tests say what went wrong by panicking")]

use kijun::{Loaded, Options};
use kijun_diag::At;

const MANIFEST: &str = "\
kijun: 1
project: example
period: { start: 2025-04-01, end: 2026-03-31 }
rules: [rules.kijun]
evidence: [{ kind: box, files: boxes.yaml }]
";

fn load(rules: &str, boxes: &str) -> (tempfile::TempDir, Loaded) {
    let folder = tempfile::tempdir().unwrap();
    let files = [("kijun.yaml", MANIFEST), ("rules.kijun", rules), ("boxes.yaml", boxes)];
    for (name, text) in files {
        std::fs::write(folder.path().join(name), text).unwrap();
    }
    let loaded = kijun::load(folder.path());
    (folder, loaded)
}

#[test]
fn a_misspelt_optional_name_is_told() {
    let rules = "
vocabulary v { kind box { key id : text  sold_on : date? } }
standard s { tier t edition 2025-01-01 uses v }
clause 1 { for box must sold_on is absent }
";
    let (_folder, loaded) = load(rules, "- { id: b1, solt_on: 2025-05-05 }\n");
    let audit = kijun::audit(&loaded, Options::default()).unwrap();
    let told: Vec<&str> = audit.diagnostics.iter().map(|d| d.id.name()).collect();
    assert_eq!(told, ["evidence/near-name"]);
}

#[test]
fn a_label_given_twice_points_at_both_places() {
    let rules = "
vocabulary v { kind box { key id : text } }
standard s { tier t edition 2025-01-01 uses v }
clause 1 { for box
  must one: id != \"a\"
  must one: id != \"b\"
}
";
    let (_folder, loaded) = load(rules, "[]");
    let told = loaded.diagnostics.iter().next().unwrap();
    let place = |at: At| match at {
        At::Span(span) => loaded.sources.slice(span).to_owned() + &format!(" {}", span.start),
        At::Place(place) => format!("{place:?}"),
    };
    let first: Vec<String> = told.related.iter().map(|related| place(related.at)).collect();
    assert_eq!(first, [format!("one {}", rules.find("one").unwrap())]);
}

#[test]
fn a_manifest_with_errors_does_not_hide_those_of_the_rules() {
    let folder = tempfile::tempdir().unwrap();
    let manifest = MANIFEST.replace("project: example", "project: example\nprojct: 1");
    std::fs::write(folder.path().join("kijun.yaml"), manifest).unwrap();
    std::fs::write(folder.path().join("rules.kijun"), "vocabulary v { kind box { key id : txet } }\n")
        .unwrap();
    let loaded = kijun::load(folder.path());
    assert!(loaded.manifest.is_none());
    let told: Vec<&str> = loaded.diagnostics.iter().map(|d| d.id.name()).collect();
    assert_eq!(told, ["manifest/unknown-key", "resolve/unknown-type"]);
    let read: Vec<&str> = loaded.inputs.iter().map(|input| input.path.as_str()).collect();
    assert_eq!(read, ["kijun.yaml", "rules.kijun"]);
}
