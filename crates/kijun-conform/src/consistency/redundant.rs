//! Redundancy: a statement that says nothing beside the others of its document.
//!
//! Of two that say the same the later one is redundant: statements are judged from the last, and one that fell away holds up no
//! other. The severity and the role of a clause are no part of what it demands.

use std::collections::{BTreeMap, BTreeSet};

use kijun_model::{EditionId, KindId, StatementId};

use crate::demand::{self, Shared};
use crate::keeping::{Keeping, TOGETHER};
use crate::{Answer, Objection, Solver, Wish};

/// The redundant ones among statements that can each be met and missed, by document, in their order.
pub(super) fn check(solver: &Solver<'_>, statements: &[StatementId]) -> Vec<Objection> {
    let mut documents: BTreeMap<EditionId, Vec<StatementId>> = BTreeMap::new();
    let mut order = Vec::new();
    for &statement in statements.iter().filter(|&&s| !demand::is_attested(solver.model, s)) {
        let edition = demand::edition(solver.model, statement);
        let document = documents.entry(edition).or_default();
        if document.is_empty() {
            order.push(edition);
        }
        document.push(statement);
    }
    order.iter().flat_map(|edition| of_document(solver, &documents[edition])).collect()
}

fn of_document(solver: &Solver<'_>, statements: &[StatementId]) -> Vec<Objection> {
    let shared = Shared::new(solver.model, statements);
    let mut keeping = Keeping::new(solver, statements.to_vec());
    let (mut gone, mut found) = (BTreeSet::new(), Vec::new());
    for &statement in statements.iter().rev() {
        let others = others(solver, &shared, statement, &gone);
        if let Some(by) = implied(solver, &mut keeping, statement, &others) {
            gone.insert(statement);
            found.push(Objection::Redundant { statement, by });
        }
    }
    found.reverse();
    found
}

/// Those that could imply a statement.
fn others(
    solver: &Solver<'_>,
    shared: &Shared,
    statement: StatementId,
    gone: &BTreeSet<StatementId>,
) -> Vec<StatementId> {
    let model = solver.model;
    let Some(kind) = demand::kind(model, statement) else { return Vec::new() };
    let fits = |other: &StatementId| {
        !gone.contains(other)
            && demand::reaches(model, *other, kind)
            && demand::as_firm(model, *other, statement)
            && demand::as_unyielding(model, *other, statement)
    };
    shared.around(statement, TOGETHER).into_iter().filter(fits).collect()
}

/// The few of the others by which a statement is implied.
fn implied(
    solver: &Solver<'_>,
    keeping: &mut Keeping<'_>,
    statement: StatementId,
    others: &[StatementId],
) -> Option<Vec<StatementId>> {
    let kind = demand::kind(solver.model, statement).filter(|_| !others.is_empty())?;
    let breaks = Wish::breaks(solver.model, statement, kind);
    match keeping.find((&breaks, statement), kind, others, None) {
        (Answer::Impossible, enough) => {
            let by = fewest(solver, kind, &breaks, enough);
            can_be_kept(solver, kind, statement, &by).then_some(by)
        }
        _ => None,
    }
}

/// Whether a subject that a statement binds can keep the others. From what nobody can keep together everything would follow.
fn can_be_kept(solver: &Solver<'_>, kind: KindId, statement: StatementId, by: &[StatementId]) -> bool {
    let model = solver.model;
    let kept = by.iter().map(|&s| Wish::keeps(model, s, kind));
    let wish = Wish::All(kept.chain([Wish::bound(model, statement, kind)]).collect());
    matches!(solver.find(kind, &wish), Answer::Possible(_))
}

/// One of them that is enough, else as few as are left when each that can be spared has gone, later ones first.
fn fewest(
    solver: &Solver<'_>,
    kind: KindId,
    breaks: &Wish<'_>,
    enough: Vec<StatementId>,
) -> Vec<StatementId> {
    let model = solver.model;
    let imply = |by: &[StatementId]| {
        let kept = by.iter().map(|&s| Wish::keeps(model, s, kind));
        let wish = Wish::All(std::iter::once(breaks.clone()).chain(kept).collect());
        solver.find(kind, &wish) == Answer::Impossible
    };
    if let Some(&one) = enough.iter().find(|&&s| imply(&[s])) {
        return vec![one];
    }
    let mut few = enough;
    for place in (0..few.len()).rev() {
        let spared = few.remove(place);
        if !imply(&few) {
            few.insert(place, spared);
        }
    }
    few
}
