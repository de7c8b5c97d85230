//! Quantities written out: how many elements are needed, and what is asked of each.
//!
//! A subject for which a formula holds needs, of each list, no more elements than the formula's positive quantities ask for: whatever
//! is asked of all elements still holds when the others are taken away. So it is enough to look at that many.

use kijun_model::{KindId, Type};
use rustc_hash::{FxHashMap, FxHashSet};

use super::atom::Atom;
use super::formula::{Formula, Node, QuantityId};
use super::lower::Lower;
use super::place::{PlaceId, Pool, SOUGHT, Step};
use super::term::Scalar;
use crate::effort::Exhausted;

/// Quantities as plain formulas.
#[derive(Debug, Default)]
pub(crate) struct Written {
    /// The elements that a quantity may count on.
    own: FxHashMap<QuantityId, Vec<PlaceId>>,
    instances: FxHashMap<(QuantityId, PlaceId), Formula>,
    /// By quantity and polarity.
    forms: FxHashMap<(QuantityId, bool), Formula>,
    /// Pools of which something asks that there be only so many. An element of these is not made twice because two quantities
    /// ask for one like it.
    scarce: FxHashSet<Pool>,
    /// How many elements a pool may have at most, where that was cut short.
    most: Option<u32>,
}

/// A pool that has no more elements than this lets every quantity count on each of them.
const FEW: usize = 4;

impl Written {
    /// The formula that stands for a quantity where it has to hold (`positive`), or must not.
    pub(crate) fn form(&self, quantity: QuantityId, positive: bool) -> Formula {
        self.forms.get(&(quantity, positive)).copied().unwrap_or(Formula::TRUE)
    }
}

/// Writes out all quantities that matter to a formula. With `most` no pool gets more elements than that, and that there is no
/// subject is no proof.
pub(crate) fn write_out(
    lower: &mut Lower<'_>,
    roots: &[Formula],
    most: Option<u32>,
) -> Result<Written, Exhausted> {
    let mut written = Written { most, ..Written::default() };
    while written.pass(lower, roots)? {}
    let met: Vec<(QuantityId, bool)> = written.forms.keys().copied().collect();
    let mut met = met;
    met.sort_unstable();
    for (quantity, positive) in met {
        let form = written.formula(lower, quantity, positive);
        written.forms.insert((quantity, positive), form);
    }
    Ok(written)
}

impl Written {
    /// Gives elements to quantities that have none; whether there was one.
    ///
    /// Where a quantity counts on an element that it was not given (`borrowed`), what is asked there gets no elements of its own
    /// but in lists of that very element: the elements that were given to it elsewhere will do, since it is enough
    /// that each of a subject's elements has a place.
    fn pass(&mut self, lower: &mut Lower<'_>, roots: &[Formula]) -> Result<bool, Exhausted> {
        let mut changed = false;
        let mut seen = FxHashSet::default();
        let mut stack: Vec<(Formula, bool, Option<PlaceId>)> =
            roots.iter().map(|root| (*root, true, None)).collect();
        while let Some((formula, positive, borrowed)) = stack.pop() {
            let positive = positive != formula.is_negated();
            if !seen.insert((formula.number(), positive, borrowed)) {
                continue;
            }
            match lower.formulas.node(formula).clone() {
                Node::And(parts) => stack.extend(parts.iter().map(|part| (*part, positive, borrowed))),
                Node::Quantity(quantity) => {
                    let asked = &lower.quantities[quantity.0 as usize];
                    let (pool, least) = (asked.pool, asked.least);
                    changed |= !positive && least > 1 && self.scarce.insert(pool);
                    if positive && borrowed.is_none_or(|element| lower.places.is_below(pool, element)) {
                        changed |= self.allot(lower, quantity)?;
                    }
                    for element in self.counted(lower, quantity, positive) {
                        let own = self.own.get(&quantity).is_some_and(|own| own.contains(&element));
                        let borrowed = if positive && !own { Some(element) } else { borrowed };
                        stack.push((self.instance(lower, quantity, element), positive, borrowed));
                    }
                    changed |= self.forms.insert((quantity, positive), Formula::TRUE).is_none();
                }
                Node::True | Node::Atom(_) => {}
            }
            if lower.full || lower.formulas.len() > lower.solver.limits.formula {
                return Err(Exhausted);
            }
        }
        Ok(changed)
    }

    fn allot(&mut self, lower: &mut Lower<'_>, quantity: QuantityId) -> Result<bool, Exhausted> {
        if self.own.contains_key(&quantity) {
            return Ok(false);
        }
        let asked = &lower.quantities[quantity.0 as usize];
        let (pool, least) = (asked.pool, asked.least);
        let room = self.most.map_or(u32::MAX, |most| most.saturating_sub(lower.places.size(pool)));
        let least = least.min(room as usize);
        let own: Vec<PlaceId> = (0..least).map(|_| lower.places.element(pool)).collect();
        self.own.insert(quantity, own);
        let total: u32 = lower.places.pools.iter().map(|&pool| lower.places.size(pool)).sum();
        if total as usize > lower.solver.limits.elements { Err(Exhausted) } else { Ok(least > 0) }
    }

    /// The elements that count: of what must not hold all, of what has to hold a few.
    fn counted(&self, lower: &Lower<'_>, quantity: QuantityId, positive: bool) -> Vec<PlaceId> {
        let pool = lower.quantities[quantity.0 as usize].pool;
        let all = members(lower, pool);
        let own = self.own.get(&quantity).filter(|_| self.most.is_none() && !self.scarce.contains(&pool));
        match (positive, pool, own) {
            (true, Pool::List(_), Some(own)) if all.len() > FEW => own.clone(),
            _ => all,
        }
    }

    fn instance(&mut self, lower: &mut Lower<'_>, quantity: QuantityId, element: PlaceId) -> Formula {
        if let Some(known) = self.instances.get(&(quantity, element)) {
            return *known;
        }
        let holds = lower.instance_of(quantity, element);
        let there = exists(lower, element);
        let formula = lower.formulas.and([there, holds]);
        self.instances.insert((quantity, element), formula);
        formula
    }

    fn formula(&mut self, lower: &mut Lower<'_>, quantity: QuantityId, positive: bool) -> Formula {
        let least = lower.quantities[quantity.0 as usize].least;
        let elements = self.counted(lower, quantity, positive);
        let each: Vec<Formula> = elements.iter().map(|&e| self.instance(lower, quantity, e)).collect();
        lower.formulas.at_least(least, &each)
    }
}

/// Whether an element is there. The subject that is sought always is.
pub(crate) fn exists(lower: &mut Lower<'_>, element: PlaceId) -> Formula {
    match lower.places.step(element) {
        Step::Subject => Formula::TRUE,
        _ => lower.atom(Atom::Exists(element)),
    }
}

/// The elements of a pool; of a kind, those of the kinds below it too, and the subject that is sought.
pub(crate) fn members(lower: &Lower<'_>, pool: Pool) -> Vec<PlaceId> {
    let of = |pool: Pool| {
        (0..lower.places.size(pool)).filter_map(move |number| lower.places.element_at(pool, number))
    };
    match pool {
        Pool::List(_) => of(pool).collect(),
        Pool::Kind(kind) => {
            let is_a = |k: KindId| lower.model().is_a(k, kind);
            let sought = kind_of(lower, SOUGHT).is_some_and(is_a);
            let below = lower.places.pools.iter().filter(|p| matches!(p, Pool::Kind(k) if is_a(*k)));
            sought.then_some(SOUGHT).into_iter().chain(below.flat_map(|&p| of(p))).collect()
        }
    }
}

pub(crate) fn kind_of(lower: &Lower<'_>, place: PlaceId) -> Option<KindId> {
    match lower.places.ty(place) {
        Type::Subject(kind) => Some(*kind),
        _ => None,
    }
}

/// Two subjects of a kind never have the same key.
pub(crate) fn keys_differ(lower: &mut Lower<'_>) -> Vec<Formula> {
    let pools: Vec<Pool> =
        lower.places.pools.iter().copied().filter(|p| matches!(p, Pool::Kind(_))).collect();
    let mut subjects: Vec<PlaceId> = vec![SOUGHT];
    for pool in pools {
        subjects.extend((0..lower.places.size(pool)).filter_map(|n| lower.places.element_at(pool, n)));
    }
    let mut rules = Vec::new();
    for (i, &a) in subjects.iter().enumerate() {
        for &b in &subjects[i + 1..] {
            rules.extend(differ(lower, a, b));
        }
    }
    rules
}

fn differ(lower: &mut Lower<'_>, a: PlaceId, b: PlaceId) -> Option<Formula> {
    let kind = kind_of(lower, a).filter(|kind| kind_of(lower, b) == Some(*kind))?;
    let key: Vec<u32> = lower.model().kind(kind).key().filter_map(|i| u32::try_from(i).ok()).collect();
    if key.is_empty() {
        return None;
    }
    let mut same = vec![exists(lower, a), exists(lower, b)];
    for field in key {
        let (Some(x), Some(y)) = (lower.places.field(a, field), lower.places.field(b, field)) else {
            return None;
        };
        let (x, y): (Scalar<'_>, Scalar<'_>) = (lower.at(x), lower.at(y));
        same.push(lower.same(&x, &y)?.yes);
    }
    Some(!lower.formulas.and(same))
}
