//! Mixtures of the older and the newer evidence, judged.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use kijun_eval::Population;
use kijun_model::{KindId, Subject};

use super::{Piece, Values};
use crate::diff::causes::cells::{Leaf, mixed};
use crate::diff::causes::search::least;
use crate::diff::causes::standing::Standing;

/// How many mixtures of one matter are judged, and of them with joined subjects put together anew.
const MAX_TRIED: u32 = 4000;
const MAX_GATHERED: u32 = 300;

/// Mixtures under trial.
pub(super) struct Trial<'a> {
    values: &'a Values<'a>,
    goal: Standing,
    tried: u32,
    gathered: u32,
}

impl<'a> Trial<'a> {
    pub(super) fn of(values: &'a Values<'a>, goal: Standing) -> Trial<'a> {
        Trial { values, goal, tried: 0, gathered: 0 }
    }

    /// The least of some pieces that have to be newer.
    pub(super) fn least(&mut self, pieces: &[Piece]) -> Option<Vec<Piece>> {
        let choose =
            |chosen: &BTreeSet<usize>| -> BTreeSet<Piece> { chosen.iter().map(|&i| pieces[i]).collect() };
        let found = least(pieces.len(), &mut |chosen| self.holds(&choose(chosen)))?;
        Some(found.into_iter().map(|i| pieces[i]).collect())
    }

    fn holds(&mut self, chosen: &BTreeSet<Piece>) -> bool {
        self.tried += 1;
        if self.tried > MAX_TRIED || self.gathered > MAX_GATHERED {
            return false;
        }
        let values = self.values;
        let model = values.matter.opened.model();
        let own = |j| chosen.contains(&Piece::Own(j)) || values.goes_along(j);
        let subject = mix(own, |take| mixed(model, values.was, values.is, take));
        let is_member = values.matter.opened.program().joined_kinds().contains(&subject.kind);
        let untouched = chosen.iter().all(|piece| matches!(piece, Piece::Own(_)));
        if untouched && !(is_member && chosen.iter().any(|piece| matches!(piece, Piece::Own(_)))) {
            let population = values.matter.opened.population(values.old);
            return values.matter.standing(&population, &subject) == self.goal;
        }
        self.gathered += 1;
        let population = self.gather(chosen, &subject);
        values.matter.standing(&population, &subject) == self.goal
    }

    /// The older joined subjects with what was chosen of the newer.
    fn gather(&self, chosen: &BTreeSet<Piece>, subject: &Subject) -> Population {
        let Values { old, new, others, .. } = self.values;
        let model = self.values.matter.opened.model();
        let mut exchanged: BTreeMap<(KindId, &Arc<str>), Vec<Subject>> = BTreeMap::new();
        exchanged.insert((subject.kind, &subject.key), vec![subject.clone()]);
        for (i, other) in others.iter().enumerate() {
            let Some(any) = other.was.first().or(other.is.first()) else { continue };
            let subjects = match (&other.was[..], &other.is[..]) {
                _ if chosen.contains(&Piece::Other(i)) => other.is.clone(),
                ([was], [is]) => {
                    let part = |j| chosen.contains(&Piece::Part(i, j));
                    vec![mix(part, |take| mixed(model, was, is, take))]
                }
                _ => other.was.clone(),
            };
            exchanged.insert((any.kind, &any.key), subjects);
        }
        let same = old.joined.iter().filter(|s| !exchanged.contains_key(&(s.kind, &s.key))).cloned();
        let program = self.values.matter.opened.program();
        let is_member = |s: &Subject| program.joined_kinds().contains(&s.kind);
        let all = same.chain(exchanged.values().flatten().filter(|s| is_member(s)).cloned()).collect();
        program.population(all, |kind| match chosen.contains(&Piece::Coverage(kind)) {
            true => new.coverage(kind),
            false => old.coverage(kind),
        })
    }
}

/// A mixture that takes of the newer the differences with some numbers.
fn mix(
    newer: impl Fn(usize) -> bool,
    mixed: impl FnOnce(&mut dyn FnMut(Leaf) -> bool) -> Subject,
) -> Subject {
    let mut number = 0;
    mixed(&mut |_| {
        number += 1;
        newer(number - 1)
    })
}
