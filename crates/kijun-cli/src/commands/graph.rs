//! `kijun graph`: the standards, their editions and links.

use super::Cx;
use crate::args::GraphArgs;
use crate::exit::Exit;

/// Prints the graph.
pub(crate) fn run(cx: &Cx<'_>, _args: &GraphArgs) -> Exit {
    cx.print("")
}
