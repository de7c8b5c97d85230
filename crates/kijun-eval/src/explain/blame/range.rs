//! Of quantifiers, counts and folds: the elements that decided.

use std::collections::BTreeSet;
use std::sync::Arc;

use kijun_model::Quantifier;

use super::super::elements::Domain;
use super::super::{Explainer, Found};
use crate::arena::NodeId;
use crate::population::Coverage;
use crate::run::Bound;
use crate::trail::{Name, Trail};
use crate::truth::Truth;
use crate::written::{Form, Origin, RangeParts, Ranged, Written};

/// What part of an element's expressions counts.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    /// Whether it was meant at all.
    Filter,
    /// What was asked of it.
    Body,
    /// Whatever of the two is undecided.
    Doubtful,
}

impl<'a> Explainer<'a, '_> {
    pub(super) fn blame_range(
        &mut self,
        written: &Written,
        form: Form,
        ranged: Ranged,
        trail: &Trail<'a, '_>,
    ) {
        let parts = written.range_parts(ranged);
        let (elements, coverage) = match self.domain(written, ranged, trail) {
            Domain::Elements { elements, coverage } => (elements, coverage),
            Domain::Missing => return parts.list.into_iter().for_each(|list| self.blame(list, trail)),
        };
        let in_doubt = !self.only_certain && self.undecided(written, trail);
        if in_doubt && self.blame_unknown_key(written, trail) {
            return;
        }
        let unread = match coverage {
            Coverage::Whole => None,
            Coverage::Partial => Some(Found::Unread),
            Coverage::None => Some(Found::Unsourced),
        };
        if let Some(unread) = unread.filter(|_| in_doubt) {
            self.observe_domain(ranged, parts, unread, trail);
        }
        let n_before = self.n_observed;
        let chosen = match in_doubt {
            true => self.doubtful(&elements, ranged, parts, trail),
            false => match ranged.quantifier {
                Some(quantifier) => self.decisive(&elements, written, quantifier, ranged, parts, trail),
                None => self.counted(&elements, written, form, ranged, trail),
            },
        };
        for (number, side) in chosen {
            let (bound, name) = &elements[number];
            let inside = trail.inside(ranged.slot, *bound, name.clone());
            self.blame_element(parts, side, &inside);
        }
        // A condition of constants says nothing: then it is that there are elements, or none.
        if !in_doubt && self.n_observed == n_before {
            self.observe_met(&elements, written, ranged, trail);
        }
    }

    fn blame_element(&mut self, parts: RangeParts<'_>, side: Side, inside: &Trail<'a, '_>) {
        let n_before = self.n_observed;
        for (part, its) in [(parts.filter, Side::Filter), (parts.body, Side::Body)] {
            let Some(part) = part else { continue };
            let wanted = if side == Side::Doubtful { self.undecided(part, inside) } else { side == its };
            if wanted {
                self.blame(part, inside);
            }
        }
        // What is asked of everybody who is meant may read nothing of them: then it is that they are meant.
        if let (Side::Body, Some(filter)) = (side, parts.filter)
            && self.n_observed == n_before
        {
            self.blame(filter, inside);
        }
    }

    /// Elements of which something is undecided, and does not matter less because the rest is settled.
    fn doubtful(
        &mut self,
        elements: &[(Bound<'a>, Name)],
        ranged: Ranged,
        parts: RangeParts<'_>,
        trail: &Trail<'a, '_>,
    ) -> Vec<(usize, Side)> {
        let mut chosen = Vec::new();
        for (number, (bound, name)) in elements.iter().enumerate() {
            let inside = trail.inside(ranged.slot, *bound, name.clone());
            let filter = parts.filter.map_or(Truth::True, |f| self.truth(f, &inside));
            let open = match (filter, parts.body, ranged.quantifier) {
                (Truth::False, _, _) => false,
                (filter, None, _) => filter.doubt().is_some(),
                (filter, Some(body), None) => filter.doubt().is_some() || self.undecided(body, &inside),
                (filter, Some(body), Some(quantifier)) => {
                    self.hit(filter, body, quantifier, &inside).doubt().is_some()
                }
            };
            if open {
                chosen.push((number, Side::Doubtful));
            }
        }
        chosen
    }

    /// Whether an element is one that `every` and `no` forbid and `some` seeks.
    fn hit(
        &mut self,
        filter: Truth,
        body: &Arc<Written>,
        quantifier: Quantifier,
        inside: &Trail<'a, '_>,
    ) -> Truth {
        let body = self.truth(body, inside);
        filter.and(if quantifier == Quantifier::Every { body.not() } else { body })
    }

    /// The elements that are hit; if none is, those that were asked; if none was, why they were not.
    fn decisive(
        &mut self,
        elements: &[(Bound<'a>, Name)],
        written: &Written,
        quantifier: Quantifier,
        ranged: Ranged,
        parts: RangeParts<'_>,
        trail: &Trail<'a, '_>,
    ) -> Vec<(usize, Side)> {
        let sought = quantifier == Quantifier::Some;
        let any_hit = self.truth(written, trail) == Truth::known(sought);
        let (mut chosen, mut not_meant) = (Vec::new(), Vec::new());
        for (number, (bound, name)) in elements.iter().enumerate() {
            let inside = trail.inside(ranged.slot, *bound, name.clone());
            let filter = parts.filter.map_or(Truth::True, |f| self.truth(f, &inside));
            let Some(body) = parts.body else { continue };
            let hit = self.hit(filter, body, quantifier, &inside) == Truth::True;
            if hit == any_hit && (hit || filter != Truth::False) {
                chosen.push((number, Side::Body));
            } else if filter == Truth::False {
                not_meant.push((number, Side::Filter));
            }
        }
        if chosen.is_empty() {
            self.observe_met(elements, written, ranged, trail);
            self.blame_key(written, trail);
            chosen = not_meant;
        }
        chosen
    }

    /// The elements that were counted, summed up or compared.
    fn counted(
        &mut self,
        elements: &[(Bound<'a>, Name)],
        written: &Written,
        form: Form,
        ranged: Ranged,
        trail: &Trail<'a, '_>,
    ) -> Vec<(usize, Side)> {
        let parts = written.range_parts(ranged);
        let side = if form == Form::Count { Side::Filter } else { Side::Body };
        let mut chosen = Vec::new();
        for (number, (bound, name)) in elements.iter().enumerate() {
            let inside = trail.inside(ranged.slot, *bound, name.clone());
            if parts.filter.is_none_or(|filter| self.truth(filter, &inside) == Truth::True) {
                chosen.push((number, side));
            }
        }
        if form == Form::Count || chosen.is_empty() {
            self.observe_met(elements, written, ranged, trail);
        }
        chosen
    }

    /// Of a join that found nobody: what it looked for.
    fn blame_key(&mut self, written: &Written, trail: &Trail<'a, '_>) {
        let join = self.run.arena.over(written.node).and_then(|over| over.join);
        if let Some(key) = join.and_then(|join| find(written, join.key)) {
            self.blame(key, trail);
        }
    }

    /// Of a join that cannot know whom to look for: what it would have looked for, not everybody it might have found;
    /// unless among these is a graver doubt.
    fn blame_unknown_key(&mut self, written: &Written, trail: &Trail<'a, '_>) -> bool {
        let join = self.run.arena.over(written.node).and_then(|over| over.join);
        let Some(key) = join.and_then(|join| find(written, join.key)) else { return false };
        let doubt = self.run.scalar(key.node, Some(&trail.frame)).doubt();
        if doubt.is_some() {
            self.blame(key, trail);
        }
        doubt.is_some() && doubt >= self.run.scalar(written.node, Some(&trail.frame)).doubt()
    }

    /// Notes how many there are; of a join that found nobody, whom it looked for.
    fn observe_met(
        &mut self,
        elements: &[(Bound<'a>, Name)],
        written: &Written,
        ranged: Ranged,
        trail: &Trail<'a, '_>,
    ) {
        let found = match ranged.origin {
            Origin::All(kind) => self.met(written, kind, elements.len(), trail),
            Origin::List => Found::Elements(elements.len()),
        };
        self.observe_domain(ranged, written.range_parts(ranged), found, trail);
    }

    fn observe_domain(&mut self, ranged: Ranged, parts: RangeParts<'_>, found: Found, trail: &Trail<'a, '_>) {
        match (ranged.origin, parts.list) {
            (Origin::All(kind), _) => {
                let path = format!("all {}", self.model.kind(kind).name);
                self.observe(Name { path, subject: None }, self.subject.place, found);
            }
            (Origin::List, Some(list)) => self.blame(list, trail),
            (Origin::List, None) => {}
        }
    }
}

/// The first part of an expression that was compiled to a node.
pub(in super::super) fn find(written: &Written, node: NodeId) -> Option<&Arc<Written>> {
    let mut waiting: Vec<&Arc<Written>> = written.parts.iter().rev().collect();
    let mut seen = BTreeSet::new();
    while let Some(next) = waiting.pop() {
        if next.node == node {
            return Some(next);
        }
        if seen.insert(next.node) {
            waiting.extend(next.parts.iter().rev());
        }
    }
    None
}
