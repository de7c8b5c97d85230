//! `kijun graph`: the standards, their editions and links.

use super::Cx;
use crate::args::GraphArgs;
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
    cx.print(&text).max(judged)
}
