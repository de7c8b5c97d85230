//! Objections with one cause are one finding: a permission of what is forbidden, however far up the prohibition comes from; a
//! clause of which nothing is put into effect, however many statements it has.

use kijun_conform::Objection;
use kijun_model::{ClauseId, EditionId, StatementId};

use super::finding::Told;
use crate::context::Context;

/// Whether another objection tells it.
pub(super) fn is_told(cx: &Context<'_>, objection: &Objection, all: &[Objection]) -> bool {
    let further_up = pair(objection).is_some_and(|own| {
        all.iter().filter_map(pair).any(|other| other.0 == own.0 && above(cx, other.1).contains(&own.1))
    });
    further_up || alike(cx, objection, all).first().is_some_and(|first| Some(*first) != statement(objection))
}

/// An objection with those that it tells.
pub(super) fn told<'a>(cx: &'a Context<'a>, objection: &'a Objection, all: &[Objection]) -> Told<'a> {
    Told { cx, objection, beyond: beyond(cx, objection, all), alike: alike(cx, objection, all) }
}

/// The statements above the one that an objection names, of which the same was found, nearest first.
fn beyond(cx: &Context<'_>, objection: &Objection, all: &[Objection]) -> Vec<StatementId> {
    let Some((permission, forbidden)) = pair(objection) else { return Vec::new() };
    let found =
        |statement: &&StatementId| all.iter().filter_map(pair).any(|p| p == (permission, **statement));
    above(cx, forbidden).iter().filter(found).copied().collect()
}

/// The statements of one clause that lack the same, this one's included; none where a clause as a whole lacks nothing.
fn alike(cx: &Context<'_>, objection: &Objection, all: &[Objection]) -> Vec<StatementId> {
    let Some(own) = lack(cx, objection) else { return Vec::new() };
    all.iter().filter(|other| lack(cx, other) == Some(own)).filter_map(statement).collect()
}

/// What a clause as a whole lacks: the clause, and the documents or the clauses below that say nothing of it.
type Lack<'o> = (ClauseId, &'o [EditionId], &'o [ClauseId]);

fn lack<'o>(cx: &Context<'_>, objection: &'o Objection) -> Option<Lack<'o>> {
    let clause = cx.loaded.model.statement(statement(objection)?).clause;
    match objection {
        Objection::Uncovered { documents, .. } => Some((clause, documents, &[])),
        Objection::Undeclared { clauses, .. } => Some((clause, &[], clauses)),
        _ => None,
    }
}

fn statement(objection: &Objection) -> Option<StatementId> {
    match objection {
        Objection::Uncovered { higher, .. } | Objection::Undeclared { higher, .. } => Some(*higher),
        _ => None,
    }
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
