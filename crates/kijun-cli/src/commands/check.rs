//! `kijun check`: what is wrong with what people wrote.

use kijun::{LintOptions, Loaded};
use kijun_diag::Diagnostics;

use super::Cx;
use crate::args::{CheckArgs, Format};
use crate::exit::Exit;

/// Reads the project, or the rules at the given paths, runs the lints and reports. Warnings do not make it fail.
pub(crate) fn run(cx: &Cx<'_>, args: &CheckArgs) -> Exit {
    let loaded = if args.paths.is_empty() {
        match cx.load() {
            Ok(loaded) => loaded,
            Err(exit) => return exit,
        }
    } else {
        kijun::load_rules(&args.paths)
    };
    let mut all = loaded.diagnostics.clone();
    all.append(kijun::lint(&loaded, &LintOptions::default()).diagnostics);
    let printed = match args.format {
        Format::Human => human(cx, &loaded, &all),
        Format::Json | Format::Jsonl => cx.print(&values(cx, &loaded, &all, args.format)),
    };
    let judged = if all.has_errors() { Exit::BadInput } else { Exit::Fine };
    printed.max(judged)
}

fn human(cx: &Cx<'_>, loaded: &Loaded, all: &Diagnostics) -> Exit {
    cx.diagnostics(loaded, &loaded.sources, all);
    if cx.common.quiet {
        return Exit::Fine;
    }
    let n_errors = all.iter().filter(|d| d.is_error()).count();
    let model = &loaded.model;
    let args = [
        ("documents", model.editions.len().into()),
        ("clauses", model.clauses.len().into()),
        ("statements", model.statements.len().into()),
        ("kinds", model.kinds.len().into()),
        ("errors", n_errors.into()),
        ("warnings", (all.len() - n_errors).into()),
    ];
    cx.show(&format!("{}\n", cx.catalogue.text("check-summary", &args)))
}

/// Diagnostics as data: one list, or one on each line.
pub(super) fn values(cx: &Cx<'_>, loaded: &Loaded, all: &Diagnostics, format: Format) -> String {
    let renderer = cx.renderer(loaded, &loaded.sources);
    let all = all.iter().map(|diagnostic| renderer.json(diagnostic));
    if format == Format::Jsonl {
        return all.map(|value| format!("{value}\n")).collect();
    }
    format!("{:#}\n", serde_json::Value::Array(all.collect()))
}
