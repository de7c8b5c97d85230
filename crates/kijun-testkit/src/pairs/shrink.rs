//! Smaller pairs, for finding the smallest that still shows something.

use super::say::Say;
use super::{Pair, Provision};

impl Pair {
    /// Pairs with one thing less each.
    #[must_use]
    pub fn smaller(&self) -> Vec<Pair> {
        let mut found: Vec<Pair> = Vec::new();
        for at in 0..self.lowers.len() {
            let mut pair = self.clone();
            pair.lowers.remove(at);
            found.push(pair);
        }
        found.extend(provisions(&self.higher).into_iter().map(|higher| Pair { higher, ..self.clone() }));
        for (at, lower) in self.lowers.iter().enumerate() {
            found.extend(provisions(lower).into_iter().map(|lower| {
                let mut pair = self.clone();
                pair.lowers[at] = lower;
                pair
            }));
        }
        for (at, define) in self.defines.iter().enumerate() {
            let mut pair = self.clone();
            pair.defines.remove(at);
            found.push(pair);
            for body in conditions(&define.body) {
                let mut pair = self.clone();
                pair.defines[at].body = body;
                found.push(pair);
            }
        }
        found
    }

    /// The smallest pair, one thing after another taken away, of which something still holds.
    #[must_use]
    pub fn shrunk(self, mut holds: impl FnMut(&Pair) -> bool) -> Pair {
        let mut pair = self;
        while let Some(smaller) = pair.smaller().into_iter().find(|smaller| holds(smaller)) {
            pair = smaller;
        }
        pair
    }
}

fn provisions(provision: &Provision) -> Vec<Provision> {
    let mut found = Vec::new();
    for filter in guards(provision.filter.as_ref()) {
        found.push(Provision { filter, ..provision.clone() });
    }
    for when in guards(provision.when.as_ref()) {
        found.push(Provision { when, ..provision.clone() });
    }
    for requirement in conditions(&provision.requirement) {
        found.push(Provision { requirement, ..provision.clone() });
    }
    found
}

fn guards(guard: Option<&Say>) -> Vec<Option<Say>> {
    guard
        .map_or_else(Vec::new, |g| std::iter::once(None).chain(conditions(g).into_iter().map(Some)).collect())
}

/// Conditions with one thing less each.
fn conditions(say: &Say) -> Vec<Say> {
    let mut found = Vec::new();
    if let Say::And(a, b) | Say::Or(a, b) | Say::Implies(a, b) = say {
        found.extend([(**a).clone(), (**b).clone()]);
    }
    if let Say::Not(a) = say {
        found.push((**a).clone());
    }
    if let Say::If(a, b, c) = say {
        found.extend([(**a).clone(), (**b).clone(), (**c).clone()]);
    }
    if let Say::Quantified(_, range, _) | Say::Count(range, ..) | Say::Extreme(_, _, range, ..) = say
        && range.filter.is_some()
    {
        found.push(without_filter(say));
    }
    if *say != Say::plain("true") && *say != Say::plain("false") {
        found.extend([Say::plain("true"), Say::plain("false")]);
    }
    let count = say.clone().parts().len();
    for at in 0..count {
        let smaller = conditions(say.clone().parts()[at]);
        found.extend(smaller.into_iter().map(|part| {
            let mut whole = say.clone();
            *whole.parts()[at] = part;
            whole
        }));
    }
    found
}

fn without_filter(say: &Say) -> Say {
    let mut say = say.clone();
    if let Say::Quantified(_, range, _) | Say::Count(range, ..) | Say::Extreme(_, _, range, ..) = &mut say {
        range.filter = None;
    }
    say
}
