//! The elements of a range, each with the path by which it is called.

use std::sync::Arc;

use kijun_model::KindId;

use super::{Explainer, Found};
use crate::arena::{Join, Node, Over};
use crate::population::Coverage;
use crate::run::{Bound, Target, elements};
use crate::trail::{Name, Trail, labels};
use crate::written::{Origin, Ranged, Written};

/// What a range is over.
pub(super) enum Domain<'a> {
    /// Elements with their names, and whether these are all there are.
    Elements { elements: Vec<(Bound<'a>, Name)>, coverage: Coverage },
    /// What should be a list is not there.
    Missing,
}

impl<'a> Explainer<'a, '_> {
    /// The elements that can matter: of a join those whose field has the key's value, or none that is known.
    pub(super) fn domain(&mut self, written: &Written, ranged: Ranged, trail: &Trail<'a, '_>) -> Domain<'a> {
        match ranged.origin {
            Origin::List => self.listed(written, ranged, trail),
            Origin::All(kind) => self.joined(written, kind, trail),
        }
    }

    fn listed(&mut self, written: &Written, ranged: Ranged, trail: &Trail<'a, '_>) -> Domain<'a> {
        let Some(list) = written.range_parts(ranged).list else { return Domain::Missing };
        let target = self.run.target(list.node, Some(&trail.frame));
        let (Target::Cell(cell), Ok(cells)) = (&target, elements(&target)) else { return Domain::Missing };
        let name = trail.name_of(list, self.model).unwrap_or_default();
        let labels = labels(&cell.content, ranged.element, self.model);
        let named = cells.zip(labels).map(|(cell, label)| (Bound::Cell(cell), name.element(&label)));
        Domain::Elements { elements: named.collect(), coverage: Coverage::Whole }
    }

    fn joined(&mut self, written: &Written, kind: KindId, trail: &Trail<'a, '_>) -> Domain<'a> {
        let population = self.run.population;
        let Some(members) = population.members(kind) else {
            return Domain::Elements { elements: Vec::new(), coverage: Coverage::Partial };
        };
        let join = self.run.arena.over(written.node).and_then(|over: &Over| over.join);
        let mut numbers =
            join.and_then(|join| self.candidates(join, trail)).unwrap_or_else(|| members.subjects.clone());
        numbers.sort_unstable();
        let named = |number: u32| {
            let subject = population.subject(number);
            (Bound::Subject(subject), Name::of_subject(subject))
        };
        Domain::Elements { elements: numbers.into_iter().map(named).collect(), coverage: members.coverage }
    }

    /// What a range over all of a kind met: so many, or none that has what was looked for.
    pub(super) fn met(&mut self, written: &Written, kind: KindId, n: usize, trail: &Trail<'a, '_>) -> Found {
        let join = self.run.arena.over(written.node).and_then(|over: &Over| over.join);
        let sought = join.filter(|_| n == 0).and_then(|join| self.sought(join, kind, trail));
        sought.unwrap_or(Found::Elements(n))
    }

    fn sought(&mut self, join: Join, kind: KindId, trail: &Trail<'a, '_>) -> Option<Found> {
        let Node::Field { field, .. } = *self.run.arena.node(join.field) else { return None };
        let field = &self.model.kind(kind).fields.get(field as usize)?.name;
        let key = self.run.scalar(join.key, Some(&trail.frame));
        Some(Found::Unmatched(Arc::clone(field), key.known()?.clone()))
    }

    /// The members that an index names, if the key is known.
    fn candidates(&mut self, join: Join, trail: &Trail<'a, '_>) -> Option<Vec<u32>> {
        let population = self.run.population;
        let key = self.run.scalar(join.key, Some(&trail.frame));
        let known = population.candidates(join.index, key.known()?);
        Some(known.chain(population.without(join.index).iter().copied()).collect())
    }
}
