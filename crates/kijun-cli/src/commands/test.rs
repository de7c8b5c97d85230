//! `kijun test`: the tests that rules hold.

use kijun::{Loaded, TestsRun};
use kijun_findings::TestRun;

use super::Cx;
use crate::args::{Format, TestArgs};
use crate::exit::Exit;

/// Runs the tests, prints what is wrong, and answers by the exit code.
pub(crate) fn run(cx: &Cx<'_>, args: &TestArgs) -> Exit {
    let loaded = if args.rules.is_empty() {
        match cx.load() {
            Ok(loaded) => loaded,
            Err(exit) => return exit,
        }
    } else {
        kijun::load_rules(&args.rules)
    };
    let Some(run) = kijun::test(&loaded, &args.filters) else {
        cx.diagnostics(&loaded, &loaded.sources, &loaded.diagnostics);
        return Exit::BadInput;
    };
    let printed = match args.format {
        Format::Human => human(cx, args, &loaded, &run),
        Format::Json => cx.print(&json(cx, &loaded, &run)),
        Format::Jsonl => cx.print(&lines(&run.record)),
    };
    printed.max(judged(&run))
}

/// Nothing tested is no success.
fn judged(run: &TestsRun) -> Exit {
    match (run.record.tests.is_empty(), run.diagnostics.has_errors()) {
        (true, _) => Exit::BadInput,
        (false, true) => Exit::Findings,
        (false, false) => Exit::Fine,
    }
}

fn human(cx: &Cx<'_>, args: &TestArgs, loaded: &Loaded, run: &TestsRun) -> Exit {
    cx.diagnostics(loaded, &loaded.sources, &run.diagnostics);
    let mut text = String::new();
    for test in run.record.tests.iter().filter(|test| args.verbose || !test.passed) {
        let key = if test.passed { "test-passed" } else { "test-failed" };
        text.push_str(&cx.catalogue.text(key, &[("name", test.name().into())]));
        text.push('\n');
    }
    let figures = run.record.figures;
    let args = [
        ("tests", run.record.tests.len().into()),
        ("expectations", figures.expectations.into()),
        ("met", figures.met.into()),
        ("unmet", (figures.expectations - figures.met).into()),
    ];
    if !cx.common.quiet {
        text.push_str(&cx.catalogue.text("test-summary", &args));
        text.push('\n');
    }
    cx.show(&text)
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
