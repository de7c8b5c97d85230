//! `kijun explain`: an id's page, a provision, a finding.

use super::Cx;
use crate::args::ExplainArgs;
use crate::exit::Exit;

/// Explains.
pub(crate) fn run(cx: &Cx<'_>, _args: &ExplainArgs) -> Exit {
    cx.print("")
}
