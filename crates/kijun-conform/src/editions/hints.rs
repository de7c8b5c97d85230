//! What a new provision may have been, and a repealed one may have become: no more than a hint, from how many words they share.
//!
//! Clauses are found by the few rarest pieces of their words, so that the effort grows with the clauses and not with their pairs.

use std::collections::{BTreeMap, BTreeSet};

use kijun_model::{ClauseId, Model};

use super::{Hint, Identity, Provision, Resembles};
use crate::words::Words;

/// Percent of the words of both that must be the same for a hint that they are one.
const WHOLE: usize = 80;
/// Percent of the words of one that must be found in the other for a hint that it is a part.
const PART: usize = 75;
/// Rarest pieces by which a clause is looked up.
const RAREST: usize = 12;
/// A piece that more clauses have finds none of them.
const COMMON: usize = 24;
/// Fewer pieces than these say too little.
const LEAST: usize = 6;

/// Gives a hint to provisions that are new or repealed.
pub(super) fn give(model: &Model, provisions: &mut [Provision]) {
    let is = |identity: Identity| move |p: &&Provision| p.identity == identity;
    let of = |clauses: &[ClauseId]| clauses.iter().map(|&c| (c, Pieces::of(model, c))).collect::<Vec<_>>();
    let changed = |p: &&Provision| p.identity.is_continued() && !p.wordings.is_empty();
    let (mut old, mut new, mut hints) = (Vec::new(), Vec::new(), BTreeMap::new());
    for provision in provisions.iter().filter(is(Identity::Repealed)) {
        old.extend(of(&provision.before));
    }
    for provision in provisions.iter().filter(is(Identity::New)) {
        new.extend(of(&provision.after));
    }
    let (mut olds, mut news) = (old.clone(), new.clone());
    for provision in provisions.iter().filter(changed) {
        olds.extend(of(&provision.before));
        news.extend(of(&provision.after));
    }
    hinted(&old, &Index::of(&news), &mut hints);
    hinted(&new, &Index::of(&olds), &mut hints);
    let open = old.iter().chain(&new).map(|(clause, _)| *clause).collect();
    one_another(&mut hints, &open);
    for provision in provisions {
        let own = match provision.identity {
            Identity::Repealed => provision.before.first(),
            Identity::New => provision.after.first(),
            _ => None,
        };
        provision.hint = own.and_then(|clause| hints.get(clause)).copied();
    }
}

/// That two are one is said of both or of neither, and of none that is still there.
fn one_another(hints: &mut BTreeMap<ClauseId, Hint>, open: &BTreeSet<ClauseId>) {
    let all = hints.clone();
    let is_open = |clause: ClauseId| open.contains(&clause);
    let back =
        |clause: ClauseId, hint: &Hint| all.get(&hint.clause).is_some_and(|other| other.clause == clause);
    for (&clause, hint) in hints {
        let another = all.contains_key(&hint.clause) && !back(clause, hint);
        if hint.resembles == Resembles::Whole && (another || !is_open(hint.clause)) {
            hint.resembles = Resembles::Part;
        }
    }
}

fn hinted(clauses: &[(ClauseId, Pieces)], others: &Index<'_>, hints: &mut BTreeMap<ClauseId, Hint>) {
    for (clause, pieces) in clauses.iter().filter(|(_, pieces)| pieces.n >= LEAST) {
        let mut found: Vec<Hint> =
            others.near(pieces).filter_map(|(other, its)| hint(other, pieces, its)).collect();
        found.sort_by_key(|hint| (hint.resembles, std::cmp::Reverse(hint.percent), hint.clause));
        let best = found.first().copied();
        let tied = |best: &Hint| {
            found.get(1).is_some_and(|next| (next.resembles, next.percent) == (best.resembles, best.percent))
        };
        if let Some(best) = best.filter(|best| !tied(best)) {
            hints.insert(*clause, best);
        }
    }
}

fn hint(clause: ClauseId, own: &Pieces, other: &Pieces) -> Option<Hint> {
    let shared = own.shared(other);
    let percent = |of: usize, n: usize| (shared * of * 100).checked_div(n).unwrap_or(0);
    let (whole, part) = (percent(2, own.n + other.n), percent(1, own.n));
    let (resembles, percent) = match (whole >= WHOLE, part >= PART) {
        (true, _) => (Resembles::Whole, whole),
        (_, true) => (Resembles::Part, part),
        _ => return None,
    };
    Some(Hint { clause, resembles, percent: u8::try_from(percent.min(100)).unwrap_or(100) })
}

/// Words of a clause two by two, with how often each pair is there.
#[derive(Clone)]
struct Pieces {
    counts: BTreeMap<String, usize>,
    n: usize,
}

impl Pieces {
    fn of(model: &Model, clause: ClauseId) -> Pieces {
        let own = model.clause(clause);
        let asked = own.statements.iter().filter_map(|&s| model.statement(s).attest.as_ref());
        let text = own.text.all().next().or(asked.flat_map(|attest| attest.question.all()).next());
        let words = Words::of(text.map_or("", |text| text));
        let words: Vec<&str> = words.iter().collect();
        let mut counts = BTreeMap::new();
        for pair in words.windows(2) {
            *counts.entry(pair.join(" ")).or_default() += 1;
        }
        let n = counts.values().sum();
        Pieces { counts, n }
    }

    fn shared(&self, other: &Pieces) -> usize {
        let both = self.counts.iter().filter_map(|(piece, n)| Some((*n).min(*other.counts.get(piece)?)));
        both.sum()
    }
}

/// Clauses by their pieces.
struct Index<'p> {
    clauses: &'p [(ClauseId, Pieces)],
    by_piece: BTreeMap<&'p str, Vec<usize>>,
}

impl<'p> Index<'p> {
    fn of(clauses: &'p [(ClauseId, Pieces)]) -> Index<'p> {
        let mut by_piece: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (place, (_, pieces)) in clauses.iter().enumerate() {
            for piece in pieces.counts.keys() {
                by_piece.entry(piece).or_default().push(place);
            }
        }
        Index { clauses, by_piece }
    }

    /// The clauses that have one of the rarest pieces.
    fn near(&self, pieces: &Pieces) -> impl Iterator<Item = (ClauseId, &'p Pieces)> {
        let mut had: Vec<&Vec<usize>> =
            pieces.counts.keys().filter_map(|piece| self.by_piece.get(piece.as_str())).collect();
        had.sort_by_key(|places| places.len());
        let rare = had.into_iter().filter(|places| places.len() <= COMMON).take(RAREST);
        let places: BTreeSet<usize> = rare.flatten().copied().collect();
        places.into_iter().map(|place| (self.clauses[place].0, &self.clauses[place].1))
    }
}
