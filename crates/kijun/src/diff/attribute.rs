//! Which factors it takes to turn a finding from how it stands in one run into how it stands in the other.

use kijun_findings::Diff;

use super::worlds::Worlds;

/// Tells of every change which factors are enough for it, and which undo it.
pub(super) fn attribute(worlds: &mut Worlds<'_>, diff: &mut Diff) {
    diff.factors = Some(worlds.differ().clone());
    diff.unattributed = worlds.unjudged();
}
