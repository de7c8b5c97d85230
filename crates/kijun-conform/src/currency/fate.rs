//! What became of a clause: it is held against those that continue it, and they against it.

use std::collections::BTreeSet;

use kijun_model::{ClauseId, Model, RoleId, StatementId};
use kijun_standards::{EffectiveSet, Standards};

use super::is_in_force;
use crate::continued::continued_by;
use crate::movement::movement;
use crate::{Dimension, Fate, Solver};

pub(super) fn of(solver: &Solver<'_>, standards: &Standards, set: &EffectiveSet, clause: ClauseId) -> Fate {
    let model = solver.model;
    let binds = |later| set.editions.contains(&model.clause(later).edition) && is_in_force(model, later, set);
    let continuing = continued_by(model, standards, clause, binds);
    if continuing.is_empty() {
        return Fate::Vanished;
    }
    let now: Vec<StatementId> =
        continuing.iter().flat_map(|&c| model.clause(c).statements.iter().copied()).collect();
    let moved = movement(solver, &model.clause(clause).statements, &now);
    let mut dimensions: BTreeSet<Dimension> = moved.dimensions();
    if responsible(model, &continuing) != responsible(model, &[clause]) {
        dimensions.insert(Dimension::Responsibility);
    }
    match dimensions.is_empty() && moved.undecided().is_none() {
        true => Fate::Same(continuing),
        false => Fate::Changed(continuing, dimensions.into_iter().collect()),
    }
}

fn responsible(model: &Model, clauses: &[ClauseId]) -> BTreeSet<Option<RoleId>> {
    clauses.iter().map(|&c| model.clause(c).by).collect()
}
