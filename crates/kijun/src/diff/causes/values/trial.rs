//! Mixtures of the older and the newer evidence, judged.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use kijun_eval::Population;
use kijun_model::{KindId, Subject};

use super::{Piece, Values};
use crate::diff::causes::cells::{Leaf, mixed};
use crate::diff::causes::opened::root;
use crate::diff::causes::search::least;
use crate::diff::causes::standing::Standing;

/// How many mixtures of one matter are judged, and of them with joined subjects put together anew.
const MAX_TRIED: u32 = 4000;
const MAX_GATHERED: u32 = 1000;

/// Mixtures under trial.
pub(super) struct Trial<'a> {
    values: &'a Values<'a>,
    tried: u32,
    gathered: u32,
}

impl<'a> Trial<'a> {
    pub(super) fn of(values: &'a Values<'a>) -> Trial<'a> {
        Trial { values, tried: 0, gathered: 0 }
    }

    /// The least of some pieces that have to be newer for the matter to stand so.
    pub(super) fn least(&mut self, pieces: &[Piece], goal: &Standing) -> Option<Vec<Piece>> {
        let choose =
            |chosen: &BTreeSet<usize>| -> BTreeSet<Piece> { chosen.iter().map(|&i| pieces[i]).collect() };
        let found = least(pieces.len(), &mut |chosen| self.stands(&choose(chosen), goal))?;
        Some(found.into_iter().map(|i| pieces[i]).collect())
    }

    /// Whether the matter stands so with some pieces newer; no where too many were tried.
    pub(super) fn stands(&mut self, chosen: &BTreeSet<Piece>, goal: &Standing) -> bool {
        self.tried += 1;
        if self.tried > MAX_TRIED || self.gathered > MAX_GATHERED {
            self.values.matter.opened.give_up();
            return false;
        }
        self.standing(chosen) == *goal
    }

    /// How the matter stands with some pieces newer.
    pub(super) fn standing(&mut self, chosen: &BTreeSet<Piece>) -> Standing {
        let values = self.values;
        let model = values.matter.opened.model();
        let own = |j| chosen.contains(&Piece::Own(j)) || values.goes_along(j);
        let subject = mix(own, |take| mixed(model, values.was, values.is, take));
        let is_member = values.kinds.contains(&root(model, subject.kind));
        let is_own = |piece: &Piece| matches!(piece, Piece::Own(_));
        if chosen.iter().all(is_own) && !(is_member && chosen.iter().any(is_own)) {
            return values.matter.standing(&values.matter.opened.population(values.old), &subject);
        }
        self.gathered += 1;
        values.matter.standing(&self.gather(chosen, &subject), &subject)
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
        let program = self.values.matter.opened.program();
        // What other matters join is not asked for.
        let is_member = |s: &Subject| self.values.kinds.contains(&root(model, s.kind));
        let same = old.joined.iter().filter(|s| is_member(s));
        let same = same.filter(|s| !exchanged.contains_key(&(s.kind, &s.key))).cloned();
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
