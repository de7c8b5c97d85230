//! `kijun graph`: the standards, their editions and links.

use super::Cx;
use crate::args::{GraphArgs, GraphFormat};
use crate::exit::Exit;

/// Prints the graph as it stands on the day whose editions bind. Links that are wrong have their diagnostic.
pub(crate) fn run(cx: &Cx<'_>, args: &GraphArgs) -> Exit {
    let loaded = match cx.load() {
        Ok(loaded) => loaded,
        Err(exit) => return exit,
    };
    cx.diagnostics(&loaded, &loaded.sources, &loaded.diagnostics);
    let Some(text) = kijun::graph(&loaded, args.format.into(), args.clauses, &cx.catalogue) else {
        return Exit::BadInput;
    };
    let judged = if loaded.diagnostics.has_errors() { Exit::BadInput } else { Exit::Fine };
    let shown = match args.format {
        GraphFormat::Tree => cx.show(&text),
        GraphFormat::Dot | GraphFormat::Mermaid | GraphFormat::Json => cx.print(&text),
    };
    shown.max(judged)
}
