//! A permission of what is forbidden: one finding, however far up the prohibition comes from.

use kijun_conform::Objection;
use kijun_model::StatementId;

use crate::context::Context;

/// Whether another objection tells it: to the same permission, against a statement that puts this one's into effect.
pub(super) fn is_told(cx: &Context<'_>, objection: &Objection, all: &[Objection]) -> bool {
    let Some(own) = pair(objection) else { return false };
    all.iter().filter_map(pair).any(|other| other.0 == own.0 && above(cx, other.1).contains(&own.1))
}

/// The statements above the one that an objection names, of which the same was found, nearest first.
pub(super) fn beyond(cx: &Context<'_>, objection: &Objection, all: &[Objection]) -> Vec<StatementId> {
    let Some((permission, forbidden)) = pair(objection) else { return Vec::new() };
    let found =
        |statement: &&StatementId| all.iter().filter_map(pair).any(|p| p == (permission, **statement));
    above(cx, forbidden).iter().filter(found).copied().collect()
}

fn pair(objection: &Objection) -> Option<(StatementId, StatementId)> {
    match objection {
        Objection::PermitsForbidden { permission, forbidden, .. } => Some((*permission, *forbidden)),
        _ => None,
    }
}

fn above<'a>(cx: &Context<'a>, statement: StatementId) -> &'a [StatementId] {
    let effective = cx.effective.set.statements.iter().find(|s| s.statement == statement);
    effective.map_or(&[], |s| &s.above)
}
