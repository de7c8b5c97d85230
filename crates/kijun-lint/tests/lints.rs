//! Every lint holds what its page promises.
//!
//! `UPDATE=1 cargo test -p kijun-lint` writes the pages into the manual.

#![expect(clippy::disallowed_methods, reason = "a test reads the sources and writes the manual")]

use std::collections::BTreeMap;
use std::path::Path;

use jiff::civil::date;
use kijun_conform::{Limits, Solver};
use kijun_diag::{At, Catalogue, Diagnostic, Diagnostics, FileId, Lang, Sources};
use kijun_eval::{Calendar, Days};
use kijun_lint::{Cost, Cx, LINTS, Level, Lint, PREAMBLE, find, lint, page};

const HEAD: &str = "part of ours@2024-10-01\n";

#[test]
fn every_marked_line_of_an_example_is_hit_and_no_other() {
    for lint in LINTS {
        let wanted = marked(lint.example);
        assert!(!wanted.is_empty(), "{}: no line of the example is marked", lint.id);
        let hits = run(lint.example, everything);
        let hit: Vec<usize> =
            hits.iter().filter(|(id, ..)| id == lint.id.name()).map(|(_, line, _)| *line).collect();
        assert_eq!(hit, wanted, "{}: {hits:#?}", lint.id);
    }
}

#[test]
fn nothing_is_wrong_with_what_to_write_instead() {
    for lint in LINTS {
        assert_eq!(marked(lint.instead), Vec::<usize>::new(), "{}", lint.id);
        let own = |other: &Lint| if other.id == lint.id { Level::Warning } else { other.level };
        assert_eq!(run(lint.instead, own), Vec::new(), "{}", lint.id);
    }
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

fn everything(_: &Lint) -> Level {
    Level::Warning
}

/// The lines of an example, from 1, that end in the mark.
fn marked(example: &str) -> Vec<usize> {
    let lines = example.lines().enumerate();
    lines.filter(|(_, line)| line.trim_end().ends_with("#~")).map(|(i, _)| i + 1).collect()
}

/// What the lints find in an example: id, line in it, message.
fn run(example: &str, level: impl Fn(&Lint) -> Level) -> Vec<(String, usize, String)> {
    let text: String = example.lines().map(|line| format!("{}\n", line.replace("#~", ""))).collect();
    let has_head =
        ["standard ", "part of ", "vocabulary "].iter().any(|head| text.contains(&format!("\n{head}")));
    let text = if has_head { text } else { format!("{HEAD}{text}") };
    let above = if has_head { 0 } else { 1 };
    let mut sources = Sources::default();
    let mut trees = Vec::new();
    let mut wrong = Diagnostics::default();
    let files =
        [kijun_model::PRELUDE].into_iter().chain(PREAMBLE).chain([("rules/example.kijun", text.as_str())]);
    for (name, text) in files {
        let file = sources.add(name, text);
        let (tree, found) = kijun_syntax::parse(file, text);
        wrong.append(found);
        trees.push(tree);
    }
    let (model, found) = kijun_model::build(&trees);
    wrong.append(found);
    let (standards, found) = kijun_standards::build(&model);
    wrong.append(found);
    let catalogue = Catalogue::new(Lang::En);
    assert!(!wrong.has_errors(), "{text}\n{:#?}", words(&sources, &catalogue, &wrong));
    let parameters = BTreeMap::new();
    let (start, end) = (date(2024, 10, 1), date(2025, 9, 30));
    let days = Days { today: end, period_start: start, period_end: end, calendar: Calendar::default() };
    let solver = Solver { model: &model, parameters: &parameters, days: &days, limits: Limits::default() };
    let own = &trees[3..];
    let cx = Cx {
        sources: &sources,
        trees: own,
        model: &model,
        standards: &standards,
        solver,
        today: end,
        languages: &[],
    };
    let found = lint(&cx, Cost::Decides, &|_: FileId, lint: &Lint| level(lint));
    let told = words(&sources, &catalogue, &found);
    told.into_iter().map(|(id, line, message)| (id, line - above, message)).collect()
}

fn words(sources: &Sources, catalogue: &Catalogue, found: &Diagnostics) -> Vec<(String, usize, String)> {
    let told = |d: &Diagnostic| {
        let line = match d.at {
            Some(At::Span(span)) => sources.get(span.file).position(span.start).line as usize,
            _ => 0,
        };
        let wording = catalogue.wording(d);
        let shown = format!("{wording:?}");
        assert!(!shown.contains("{$"), "{}: an argument is missing: {shown}", d.id);
        (d.id.name().to_owned(), line, wording.message)
    };
    found.iter().map(told).collect()
}
