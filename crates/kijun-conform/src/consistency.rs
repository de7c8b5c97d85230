//! Whether what binds together can be kept together: impossible and empty statements, contradictions, redundancy.
//!
//! What the decision procedure leaves undecided is no objection here.

mod alone;
mod pairs;
mod parts;
mod redundant;

pub(crate) use parts::{fields, is_one_of};

use std::collections::BTreeSet;

use kijun_model::StatementId;
use kijun_standards::{EffectiveSet, Standards};

use crate::{Objection, Solver, demand};

/// What is wrong within what binds, in the order of the statements: alone, in pairs, within a document.
pub(crate) fn check(solver: &Solver<'_>, _: &Standards, set: &EffectiveSet) -> Vec<Objection> {
    let all = set.statements.iter().map(|s| s.statement).filter(|&s| demand::asks(solver.model, s));
    let (sound, mut objections) = alone::check(solver, all);
    let pairs = pairs::check(solver, &sound);
    // From two statements that nobody can keep together everything would follow.
    let torn = torn(&pairs);
    let whole: Vec<StatementId> = sound.into_iter().filter(|s| !torn.contains(s)).collect();
    objections.extend(pairs);
    objections.extend(redundant::check(solver, &whole));
    objections
}

fn torn(objections: &[Objection]) -> BTreeSet<StatementId> {
    let both = |objection: &Objection| match objection {
        Objection::Contradiction { first, second, .. } => vec![*first, *second],
        _ => Vec::new(),
    };
    objections.iter().flat_map(both).collect()
}
