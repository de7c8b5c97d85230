//! The manual is true: its examples of rules read without complaint, and its examples of mistakes are those mistakes.

#![expect(clippy::unwrap_used, reason = "a test that cannot read the manual cannot say anything")]
#![expect(clippy::disallowed_methods, reason = "the manual is a file")]

use std::collections::BTreeMap;

use kijun_diag::{Diagnostics, Sources};
use kijun_testkit::literate::{Block, cases};

#[test]
fn the_examples_of_the_language_are_one_project_without_mistakes() {
    let cases = cases(&page("language.md"));
    let (sources, diagnostics) = read(cases.iter().flat_map(|case| &case.blocks));
    let told: Vec<String> = diagnostics.iter().map(|d| format!("{d:?}")).collect();
    assert!(told.is_empty(), "{}\n{sources:?}", told.join("\n"));
}

#[test]
fn each_example_of_a_mistake_is_that_mistake_and_no_other() {
    for group in ["resolve", "type"] {
        let cases = cases(&page(&format!("reference/diagnostics/{group}.md")));
        for case in cases.iter().filter(|case| kijun_diag::ids::find(&case.heading).is_some()) {
            let (_, diagnostics) = read(case.blocks.iter());
            let ids: Vec<&str> = diagnostics.iter().map(|d| d.id.name()).collect();
            assert!(!ids.is_empty() && ids.iter().all(|id| *id == case.heading), "{}: {ids:?}", case.heading);
        }
    }
}

fn page(name: &str) -> String {
    std::fs::read_to_string(format!("{}/../../docs/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

/// Reads the blocks that name a file; blocks of one file follow each other in it.
fn read<'b>(blocks: impl Iterator<Item = &'b Block>) -> (Sources, Diagnostics) {
    let mut texts: BTreeMap<&str, String> = BTreeMap::new();
    let (prelude, text) = kijun_model::PRELUDE;
    texts.insert(prelude, text.to_owned());
    for block in blocks {
        if let Some(name) = block.attribute("file") {
            texts.entry(name).or_default().push_str(&block.text);
        }
    }
    let (mut sources, mut diagnostics, mut files) = (Sources::default(), Diagnostics::default(), Vec::new());
    for (name, text) in texts {
        let file = sources.add(name, text.as_str());
        let (tree, found) = kijun_syntax::parse(file, &text);
        diagnostics.append(found);
        files.push(tree);
    }
    diagnostics.append(kijun_model::build(&files).1);
    (sources, diagnostics)
}
