//! Every lint holds what its page promises.
//!
//! `UPDATE=1 cargo test -p kijun-lint` writes the pages into the manual.

#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "a test reads the sources and writes the manual"
)]

#[path = "lints/project.rs"]
mod project;

#[path = "lints/fixes.rs"]
mod fixes;

#[path = "lints/ours.rs"]
mod ours;

#[path = "lints/planted.rs"]
mod planted;

use std::path::Path;

use jiff::civil::date;
use kijun_lint::{LINTS, Level, Lint, PREAMBLE, find, page};

use project::{Hit, Project};

#[test]
fn every_marked_line_of_an_example_is_hit_and_no_other() {
    let mut wrong = Vec::new();
    for lint in LINTS {
        let wanted = marked(lint.example);
        assert!(!wanted.is_empty(), "{}: no line of the example is marked", lint.id);
        let only = |other: &Lint| if needs(lint, other) { Level::Warning } else { Level::Off };
        match run(lint.example, only) {
            Ok(hits) => {
                let own = hits.iter().filter(|(id, ..)| id == lint.id.name());
                let lines: Vec<usize> = own.map(|(_, line, _)| *line).collect();
                if lines != wanted {
                    wrong.push(format!("{}: {lines:?} instead of {wanted:?}: {hits:?}", lint.id));
                }
            }
            Err(why) => wrong.push(format!("{}: {why}", lint.id)),
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn nothing_is_wrong_with_what_to_write_instead() {
    let mut wrong = Vec::new();
    for lint in LINTS {
        assert_eq!(marked(lint.instead), Vec::<usize>::new(), "{}", lint.id);
        let own = |other: &Lint| if other.id == lint.id { Level::Warning } else { other.level };
        match run(lint.instead, own) {
            Ok(hits) if hits.is_empty() => {}
            Ok(hits) => wrong.push(format!("{}: {hits:?}", lint.id)),
            Err(why) => wrong.push(format!("{}: {why}", lint.id)),
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_lint_is_named_as_its_file_and_stands_in_the_order_of_names() {
    let names: Vec<&str> = LINTS.iter().map(|lint| lint.name()).collect();
    assert!(names.is_sorted(), "{names:?}");
    let files = std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/rules")).unwrap();
    let mut stems: Vec<String> = files
        .map(|file| file.unwrap().path())
        .filter(|path| path.is_file())
        .map(|path| path.file_stem().unwrap().to_string_lossy().replace('_', "-"))
        .collect();
    stems.sort();
    assert_eq!(names, stems);
}

#[test]
fn every_lint_says_all_that_its_page_holds() {
    for lint in LINTS {
        for part in [lint.summary, lint.what, lint.why] {
            assert!(part.ends_with('.') && part.len() > 20, "{}: {part}", lint.id);
        }
        assert_eq!(find(lint.name()).map(|l| l.id), Some(lint.id));
    }
}

#[test]
fn the_manual_holds_every_page() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/reference/diagnostics/lint.md");
    let pages: Vec<String> = LINTS.iter().map(|lint| page(lint)).collect();
    let beside = PREAMBLE.map(|(name, text)| format!("```kijun file={name}\n{text}```\n\n"));
    let head = "# Lints\n\nWhat is probably not meant in rules that can be read. Every example stands beside these rules";
    let more = "and is `part of ours@2024-10-01` where it does not say otherwise";
    let manual = format!("{head}, {more}:\n\n{}{}", beside.concat(), pages.join("\n"));
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, &manual).unwrap();
    }
    assert_eq!(std::fs::read_to_string(&path).unwrap_or_default(), manual, "UPDATE=1 writes it");
}

/// Whether a lint has to run so that another can be seen: an allowance is idle only where its lint has run.
fn needs(lint: &Lint, other: &Lint) -> bool {
    other.id == lint.id || lint.name() == "unused-allow"
}

/// The lines of an example, from 1, that end in the mark.
fn marked(example: &str) -> Vec<usize> {
    let lines = example.trim_start_matches('\n').lines().enumerate();
    lines.filter(|(_, line)| line.trim_end().ends_with("#~")).map(|(i, _)| i + 1).collect()
}

/// What the lints find in an example: id, line in it, message.
fn run(example: &str, level: impl Fn(&Lint) -> Level) -> Result<Vec<Hit>, String> {
    let project = Project::of_example(example)?;
    Ok(project.words(&project.lint(date(2025, 9, 30), level)))
}
