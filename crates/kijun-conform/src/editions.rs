//! One edition of a standard against another: per provision, what it is called now and what it demands now.
//!
//! These are two axes. A provision may be renumbered and stricter, or split and equal. What only stands elsewhere or is set in another
//! way is told as such; what is the same in every respect is only counted.

mod groups;
mod heads;
mod hints;
mod identity;
mod provision;
mod sections;
mod values;
mod wordings;

use kijun_model::{ClauseId, EditionId, Model, StatementId};
use kijun_standards::Standards;

use crate::order::number;
use crate::{Movement, Solver, movement};
use groups::{Group, groups};
pub use provision::{
    EditionDiff, Field, Head, HeadChange, Hint, Identity, Known, Provision, Resembles, Substance, Way,
    WordMark, Wording,
};

/// What is different between two editions, each of which may be several documents.
///
/// Clauses are one provision where `was` says so, where they have the same number and nothing is said, or where they alone have
/// the same words.
#[must_use]
pub fn editions(
    solver: &Solver<'_>,
    standards: &Standards,
    old: &[EditionId],
    new: &[EditionId],
) -> EditionDiff {
    let model = solver.model;
    // An edition on both sides is not different from itself.
    let apart = |side: &[EditionId], other: &[EditionId]| -> Vec<EditionId> {
        side.iter().copied().filter(|edition| !other.contains(edition)).collect()
    };
    let in_both = old.iter().filter(|edition| new.contains(edition));
    let same: usize = in_both.map(|&edition| model.edition(edition).clauses.len()).sum();
    let sides = (old.to_vec(), new.to_vec());
    let (old, new) = (&apart(old, new)[..], &apart(new, old)[..]);
    let parameters = values::shared(solver, old, new);
    let solver = &Solver { parameters: &parameters, ..*solver };
    let groups = groups(model, standards, old, new);
    let sections = sections::Sections::of(model, old, new);
    let all = groups.len();
    let mut provisions: Vec<Provision> = groups
        .into_iter()
        .map(|group| provision(solver, &sections, group))
        .filter(|provision| !provision.is_unchanged())
        .collect();
    let unchanged = same + all - provisions.len();
    hints::give(model, &mut provisions);
    provisions.sort_by_cached_key(|provision| place(model, (old, new), provision));
    EditionDiff { old: sides.0, new: sides.1, provisions, unchanged }
}

fn provision(solver: &Solver<'_>, sections: &sections::Sections, group: Group) -> Provision {
    let model = solver.model;
    let Group { before, after, identity, known } = group;
    if identity == Identity::TakenOver {
        return Provision::bare(before, after, identity, known);
    }
    let [old, new] = [&before, &after].map(|clauses| statements(model, clauses));
    let movement = movement(solver, &old, &new);
    let heads = heads::changes(model, &before, &after);
    let wordings = wordings::changes(model, &before, &after);
    let formal = substance(&movement, &heads, !old.is_empty() || !new.is_empty());
    let reworded = wordings.iter().any(|wording| wording.field != Field::Fix);
    let substance = match (formal, reworded && identity.is_continued()) {
        (Substance::Equal | Substance::Nothing, true) => Substance::TextOnly,
        (formal, _) => formal,
    };
    let marks = match identity.is_continued() {
        true => wordings::marks(model, (&before, &after), formal, &wordings),
        false => Vec::new(),
    };
    let section = match (&before[..], &after[..]) {
        (&[old], &[new]) if identity == Identity::Same => sections.moved(model, old, new),
        _ => None,
    };
    Provision {
        before,
        after,
        identity,
        known,
        substance,
        movement,
        heads,
        wordings,
        marks,
        section,
        hint: None,
    }
}

fn statements(model: &Model, clauses: &[ClauseId]) -> Vec<StatementId> {
    clauses.iter().flat_map(|&clause| model.clause(clause).statements.iter().copied()).collect()
}

fn substance(movement: &Movement, heads: &[HeadChange], is_formal: bool) -> Substance {
    let headed = |way: Way| heads.iter().any(|change| change.way == way);
    let stricter = movement.tightens() || headed(Way::Stricter);
    let weaker = movement.loosens() || headed(Way::Weaker);
    match (stricter, weaker) {
        (true, true) => Substance::Incomparable,
        (true, false) => Substance::Stricter,
        (false, true) => Substance::Weaker,
        _ if headed(Way::Other) => Substance::Incomparable,
        _ if movement.undecided().is_some() => Substance::Undecided,
        _ if is_formal => Substance::Equal,
        _ => Substance::Nothing,
    }
}

/// In the order of the newer edition; what it does not have stands at the end, in the order of the older one.
fn place(
    model: &Model,
    (old, new): (&[EditionId], &[EditionId]),
    provision: &Provision,
) -> (bool, usize, Vec<crate::order::Piece>) {
    let of = |editions: &[EditionId], clause: ClauseId| {
        let edition = model.clause(clause).edition;
        editions.iter().position(|&e| e == edition).unwrap_or(editions.len())
    };
    match (provision.after.first(), provision.before.first()) {
        (Some(&clause), _) if provision.identity != Identity::TakenOver => {
            (false, of(new, clause), number(model, clause))
        }
        (_, Some(&clause)) => (true, of(old, clause), number(model, clause)),
        _ => (true, usize::MAX, Vec::new()),
    }
}
