//! Rule files with a few defects in each: those are told, where they are, and nothing else; and what all fixes make of them.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;

use jiff::civil::date;
use kijun_diag::{At, Catalogue, Diagnostic, Diagnostics, Lang, Safety};
use kijun_lint::{PREAMBLE, apply};
use kijun_testkit::literate::{self, Case};

use super::project::Project;

#[test]
fn every_planted_defect_is_found_and_nothing_else() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/lint");
    let wrong = literate::differences(&folder, check).unwrap();
    assert!(wrong.is_empty(), "{wrong}");
}

/// The fixture with the right answers, and in which cases they were not there.
fn check(fixture: &str) -> (String, String) {
    let (mut updated, mut differences) = (fixture.to_owned(), String::new());
    // From the last, so that the lines of those before stay true.
    for case in literate::cases(fixture).iter().rev().filter(|case| case.block("kijun").is_some()) {
        for block in case.blocks.iter().rev() {
            let answer = match block.word() {
                "diagnostics" => answer(case, told),
                "fixed" => answer(case, fixed),
                _ => continue,
            };
            if answer != block.text {
                let _ = write!(differences, "\n{}\n{answer}", case.heading);
                updated = literate::with_block(&updated, block.line, &answer);
            }
        }
    }
    (updated, differences)
}

/// What is to be said of a case; of rules that cannot be read, why.
fn answer(case: &Case, say: fn(&Project) -> String) -> String {
    let blocks = case.blocks.iter().filter(|block| block.word() == "kijun");
    let own: Vec<(String, String)> = blocks
        .map(|block| (block.attribute("file").unwrap_or("rules/own.kijun").to_owned(), block.text.clone()))
        .collect();
    let beside = PREAMBLE.map(|(name, text)| (name.to_owned(), text.to_owned()));
    Project::of(&beside, &own).map_or_else(|why| format!("{why}\n"), |project| say(&project))
}

fn hits(project: &Project) -> Diagnostics {
    project.lint(date(2025, 9, 30), |lint| lint.level)
}

/// What the lints say with their own levels: `id file:line:column message`.
fn told(project: &Project) -> String {
    let catalogue = Catalogue::new(Lang::En);
    let line = |d: &Diagnostic| {
        let Some(At::Span(span)) = d.at else { return format!("{}\n", d.id) };
        let source = project.sources.get(span.file);
        let position = source.position(span.start);
        let place = format!("{}:{}:{}", source.name(), position.line, position.column);
        format!("{} {place} {}\n", d.id, catalogue.wording(d).message)
    };
    hits(project).iter().map(line).collect()
}

/// The texts after all fixes, unsafe ones too: of each line that became another, the new one.
fn fixed(project: &Project) -> String {
    let fixes = apply(&project.sources, &hits(project), Safety::Unsafe);
    let (before, after) = (project.texts(&BTreeMap::new()), project.texts(&fixes.texts));
    let lines = before.iter().zip(&after).flat_map(|((_, before), (_, after))| {
        let old: BTreeSet<&str> = before.lines().collect();
        after.lines().filter(move |line| !old.contains(line))
    });
    lines.map(|line| format!("{}\n", line.trim())).collect()
}
