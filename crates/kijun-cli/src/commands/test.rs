//! `kijun test`: the tests that rules hold, and how much they show.

mod coverage;
mod generate;

use kijun::{Loaded, TestOptions, TestsRun};
use kijun_findings::TestRun;

use super::Cx;
use crate::args::{Format, TestArgs};
use crate::exit::Exit;
use crate::render;

/// Runs the tests, prints what is wrong, and answers by the exit code.
pub(crate) fn run(cx: &Cx<'_>, args: &TestArgs) -> Exit {
    if let Some(reference) = &args.generate {
        return generate::run(cx, args, reference);
    }
    let loaded = match loaded(cx, args) {
        Ok(loaded) => loaded,
        Err(exit) => return exit,
    };
    let Some(run) = kijun::test(&loaded, &options(args)) else {
        cx.diagnostics(&loaded, &loaded.sources, &loaded.diagnostics);
        return Exit::BadInput;
    };
    if let Some(name) = run.unknown.first() {
        cx.complain("test-unknown-standard", &[("name", name.as_str().into())]);
        return Exit::BadInput;
    }
    let printed = match args.format {
        Format::Human => human(cx, args, &loaded, &run),
        Format::Json => cx.print(&json(cx, &loaded, &run)),
        Format::Jsonl => cx.print(&lines(&run.record)),
    };
    let exits = [judged(&run), coverage::judged(cx, args, &run.record), survived(args, &run.record)];
    exits.into_iter().fold(printed, Exit::max)
}

fn loaded(cx: &Cx<'_>, args: &TestArgs) -> Result<Loaded, Exit> {
    if args.rules.is_empty() { cx.load() } else { Ok(kijun::load_rules(&args.rules)) }
}

fn options(args: &TestArgs) -> TestOptions {
    TestOptions {
        filters: args.filters.clone(),
        coverage: args.wants_coverage(),
        mutants: args.mutate.then_some(args.max_mutants),
        of: args.of.clone(),
    }
}

/// Nothing tested is no success.
fn judged(run: &TestsRun) -> Exit {
    match (run.record.tests.is_empty(), run.diagnostics.has_errors()) {
        (true, _) => Exit::BadInput,
        (false, true) => Exit::Findings,
        (false, false) => Exit::Fine,
    }
}

/// Only what a subject was found for counts: of what is not decided, perhaps no test can notice it.
fn survived(args: &TestArgs, record: &TestRun) -> Exit {
    let survived = record.mutants.as_ref().is_some_and(|mutants| mutants.figures.survived > 0);
    if args.fail_on_survivors && survived { Exit::Findings } else { Exit::Fine }
}

fn human(cx: &Cx<'_>, args: &TestArgs, loaded: &Loaded, run: &TestsRun) -> Exit {
    cx.diagnostics(loaded, &loaded.sources, &run.diagnostics);
    let mut text = String::new();
    for test in run.record.tests.iter().filter(|test| args.verbose || !test.passed) {
        let key = if test.passed { "test-passed" } else { "test-failed" };
        text.push_str(&cx.catalogue.text(key, &[("name", test.name().into())]));
        text.push('\n');
    }
    if !cx.common.quiet {
        text.push_str(&summary(cx, &run.record));
    }
    if let Some(coverage) = &run.record.coverage {
        text.push_str(&render::coverage::coverage(&cx.catalogue, coverage, cx.common.quiet));
    }
    if let Some(mutants) = &run.record.mutants {
        text.push_str(&render::mutants::mutants(&cx.catalogue, mutants));
    }
    cx.show(&text)
}

fn summary(cx: &Cx<'_>, record: &TestRun) -> String {
    let figures = record.figures;
    let args = [
        ("tests", record.tests.len().into()),
        ("expectations", figures.expectations.into()),
        ("met", figures.met.into()),
        ("unmet", (figures.expectations - figures.met).into()),
    ];
    format!("{}\n", cx.catalogue.text("test-summary", &args))
}

/// The record, with what is wrong in words.
fn json(cx: &Cx<'_>, loaded: &Loaded, run: &TestsRun) -> String {
    let renderer = cx.renderer(loaded, &loaded.sources);
    let diagnostics: Vec<serde_json::Value> = run.diagnostics.iter().map(|d| renderer.json(d)).collect();
    format!("{:#}\n", serde_json::json!({ "run": run.record, "diagnostics": diagnostics }))
}

/// A test on each line.
fn lines(record: &TestRun) -> String {
    record.tests.iter().map(|test| format!("{}\n", serde_json::json!(test))).collect()
}
