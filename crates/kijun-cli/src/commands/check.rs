//! `kijun check`: what is wrong with what people wrote.

use kijun::Loaded;

use super::Cx;
use crate::args::{CheckArgs, Format};
use crate::exit::Exit;

/// Reads the project, or the rules at the given paths, and reports. Warnings do not make it fail.
pub(crate) fn run(cx: &Cx<'_>, args: &CheckArgs) -> Exit {
    let loaded = if args.paths.is_empty() {
        match cx.load() {
            Ok(loaded) => loaded,
            Err(exit) => return exit,
        }
    } else {
        kijun::load_rules(&args.paths)
    };
    let printed = match args.format {
        Format::Human => human(cx, &loaded),
        Format::Json | Format::Jsonl => json(cx, &loaded, args.format),
    };
    let judged = if loaded.diagnostics.has_errors() { Exit::BadInput } else { Exit::Fine };
    printed.max(judged)
}

fn human(cx: &Cx<'_>, loaded: &Loaded) -> Exit {
    cx.diagnostics(loaded, &loaded.sources, &loaded.diagnostics);
    if cx.common.quiet {
        return Exit::Fine;
    }
    let n_errors = loaded.diagnostics.iter().filter(|d| d.is_error()).count();
    let model = &loaded.model;
    let args = [
        ("documents", model.editions.len().into()),
        ("clauses", model.clauses.len().into()),
        ("statements", model.statements.len().into()),
        ("kinds", model.kinds.len().into()),
        ("errors", n_errors.into()),
        ("warnings", (loaded.diagnostics.len() - n_errors).into()),
    ];
    cx.show(&format!("{}\n", cx.catalogue.text("check-summary", &args)))
}

fn json(cx: &Cx<'_>, loaded: &Loaded, format: Format) -> Exit {
    let renderer = cx.renderer(loaded, &loaded.sources);
    let all: Vec<serde_json::Value> = loaded.diagnostics.iter().map(|d| renderer.json(d)).collect();
    if format == Format::Jsonl {
        let lines: String = all.iter().map(|value| format!("{value}\n")).collect();
        return cx.print(&lines);
    }
    cx.print(&format!("{:#}\n", serde_json::Value::Array(all)))
}
