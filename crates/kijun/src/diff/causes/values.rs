//! Which values of the evidence made a finding change: the least part of the newer evidence that, put into the older, makes the
//! matter stand as in the newer.

mod beside;
mod seen;
mod together;
mod trial;

use std::collections::BTreeSet;

use kijun_diag::{Place, Sources};
use kijun_eval::Coverage;
use kijun_findings::{Cause, Found, SubjectRef};
use kijun_model::{KindId, Subject};

use super::cells::{Leaf, Sort, leaves};
use super::opened::{Evidence, named, root};
use super::standing::Matter;
use crate::words::location;
use beside::Other;
pub(super) use seen::Seen;
use trial::Trial;

/// How many values are named where none can be shown to matter.
const MAX_NAMED: usize = 10;

/// The evidence of two worlds with the same rules, and a subject that both have.
pub(super) struct Values<'a> {
    matter: &'a Matter<'a>,
    old: &'a Evidence,
    new: &'a Evidence,
    was: &'a Subject,
    is: &'a Subject,
    own: Vec<Leaf>,
    /// What decided in the older evidence, and in the newer.
    seen: [Seen; 2],
    /// Whether the evidence was taken again in time: that this was done is nothing new.
    renewed: bool,
    /// The most general kinds that are joined.
    kinds: BTreeSet<KindId>,
    others: Vec<Other>,
    by_day: bool,
}

/// Something of the newer evidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Piece {
    /// A value of the subject.
    Own(usize),
    /// Another subject, whole.
    Other(usize),
    /// A value of another subject.
    Part(usize, usize),
    /// How much of a kind could be read.
    Coverage(KindId),
}

/// Two bodies of evidence.
#[derive(Clone, Copy)]
pub(super) struct Sides<'a> {
    pub(super) old: &'a Evidence,
    pub(super) new: &'a Evidence,
    /// Whether both are judged on the later day, on which older evidence has grown old.
    pub(super) aged: bool,
}

/// What made a matter change between two bodies of evidence, judged by the same rules.
pub(super) fn causes(matter: &Matter<'_>, sides: Sides<'_>, wanted: &SubjectRef) -> Vec<Cause> {
    let (model, Sides { old, new, .. }) = (matter.opened.model(), sides);
    match (old.subject(wanted), new.subject(wanted)) {
        (Some(was), Some(is)) => Values::new(matter, sides, was, is).causes(),
        (was, is) => {
            let Some(kind) = model.kind_named(&wanted.kind) else { return Vec::new() };
            let other = |evidence: &Evidence| evidence.of_other_kind(model, wanted);
            let whole = [old, new].map(|evidence| evidence.coverage(kind) == Coverage::Whole);
            let subject = wanted.clone();
            match (was, is) {
                (None, None) => Vec::new(),
                (None, _) if let Some(before) = other(old) => {
                    vec![Cause::KindChanged { before, after: subject }]
                }
                (_, None) if let Some(after) = other(new) => {
                    vec![Cause::KindChanged { before: subject, after }]
                }
                _ if whole[0] != whole[1] => vec![source(&wanted.kind, whole)],
                (None, _) => vec![Cause::SubjectAppeared { subject }],
                _ => vec![Cause::SubjectLeft { subject }],
            }
        }
    }
}

pub(super) fn source(kind: &str, [before, after]: [bool; 2]) -> Cause {
    Cause::Source { kind: kind.to_owned(), before, after }
}

impl<'a> Values<'a> {
    pub(super) fn new(
        matter: &'a Matter<'a>,
        sides: Sides<'a>,
        was: &'a Subject,
        is: &'a Subject,
    ) -> Values<'a> {
        let Sides { old, new, aged } = sides;
        let own = leaves(matter.opened.model(), was, is);
        let seen = [Seen::of(matter, old, was), Seen::of(matter, new, is)];
        let renewed = aged && !seen[1].is_stale;
        let kinds = beside::kinds(matter);
        let others = beside::differing(matter, &kinds, sides, [was, is]);
        Values { matter, old, new, was, is, own, seen, renewed, kinds, others, by_day: false }
    }

    /// Of several that do as well, what came first is told.
    pub(super) fn by_day(self) -> Values<'a> {
        Values { by_day: true, ..self }
    }

    /// The least values that have to be newer; `None` where nothing is enough.
    pub(super) fn leaves(&self) -> Option<Vec<Leaf>> {
        let chosen = self.chosen()?;
        Some(chosen.iter().filter_map(|&piece| self.leaf(piece)).cloned().collect())
    }

    /// Everything that differs: what decided first, then what has to do with the subject.
    fn pieces(&self) -> Vec<Piece> {
        let model = self.matter.opened.model();
        let own = (0..self.own.len()).filter(|&i| !self.goes_along(i)).map(Piece::Own);
        let kinds = (0..model.kinds.len()).map(KindId::from_index);
        let covered = kinds.filter(|&kind| self.old.coverage(kind) != self.new.coverage(kind));
        let covered = covered.filter(|&kind| self.kinds.contains(&root(model, kind)));
        let others = (0..self.others.len()).map(Piece::Other);
        let mut pieces: Vec<Piece> = own.chain(covered.map(Piece::Coverage)).chain(others).collect();
        pieces.sort_by(|&one, &other| self.rank(one).cmp(&self.rank(other)));
        pieces
    }

    /// The subject's own first, those that decided before the others; then other subjects, in the same way.
    fn rank(&self, piece: Piece) -> (bool, bool, bool, Option<&str>) {
        let is_other = matches!(piece, Piece::Other(_) | Piece::Part(..));
        let day = self.leaf(piece).filter(|_| self.by_day).map(|leaf| match &leaf.after {
            Found::Value(day) => day.as_str(),
            _ => "",
        });
        (is_other, !self.has_decided(piece), !self.is_near(piece), day)
    }

    fn has_decided(&self, piece: Piece) -> bool {
        (0..2).any(|side| self.decided(piece, side))
    }

    fn is_near(&self, piece: Piece) -> bool {
        match piece {
            Piece::Other(i) | Piece::Part(i, _) => self.others[i].is_near,
            Piece::Own(_) | Piece::Coverage(_) => true,
        }
    }

    /// Whether something decided in the older evidence, or in the newer.
    fn decided(&self, piece: Piece, side: usize) -> bool {
        let seen = &self.seen[side];
        match piece {
            Piece::Own(i) => seen.has(None, &self.own[i]),
            Piece::Part(i, j) => seen.has(Some(&self.others[i].joined), &self.others[i].leaves[j]),
            Piece::Other(i) => seen.names(&self.others[i].joined),
            Piece::Coverage(_) => true,
        }
    }

    fn causes(&self) -> Vec<Cause> {
        // Where nothing else has to change, it was that the evidence was taken again.
        let renewed = (0..self.own.len()).filter(|&i| self.goes_along(i)).map(Piece::Own);
        match self.chosen() {
            Some(chosen) if !chosen.is_empty() => self.tell(&self.together(chosen)),
            Some(_) if self.renewed => self.tell(&renewed.collect::<Vec<_>>()),
            _ => self.named(),
        }
    }

    /// The least that has to be newer, sought among what decided, then among what has to do with the subject, then among everything.
    fn chosen(&self) -> Option<Vec<Piece>> {
        let mut trial = Trial::of(self);
        let goal = self.matter.standing(&self.matter.opened.population(self.new), self.is);
        let all = self.pieces();
        let decided: Vec<Piece> = all.iter().copied().filter(|&piece| self.has_decided(piece)).collect();
        let near: Vec<Piece> = all.iter().copied().filter(|&piece| self.is_near(piece)).collect();
        let chosen = [decided, near, all].iter().find_map(|pieces| trial.least(pieces, &goal))?;
        let mut parts: Vec<Piece> = chosen.iter().flat_map(|&piece| self.parts(piece)).collect();
        parts.sort_by(|&one, &other| self.rank(one).cmp(&self.rank(other)));
        Some(trial.least(&parts, &goal).unwrap_or(chosen))
    }

    /// Another subject as the values that differ of it.
    fn parts(&self, piece: Piece) -> Vec<Piece> {
        match piece {
            Piece::Other(i) if !self.others[i].leaves.is_empty() => {
                (0..self.others[i].leaves.len()).map(|j| Piece::Part(i, j)).collect()
            }
            other => vec![other],
        }
    }

    /// Where no least part was found: the first few of what differs, what decided first.
    fn named(&self) -> Vec<Cause> {
        self.matter.opened.give_up();
        let parts = self.pieces().into_iter().flat_map(|piece| self.parts(piece));
        self.tell(&parts.take(MAX_NAMED).collect::<Vec<_>>())
    }

    fn tell(&self, pieces: &[Piece]) -> Vec<Cause> {
        let mut causes: Vec<Cause> = pieces.iter().flat_map(|&piece| self.cause(piece)).collect();
        causes.sort();
        causes.dedup();
        causes
    }

    fn cause(&self, piece: Piece) -> Vec<Cause> {
        let model = self.matter.opened.model();
        match piece {
            Piece::Own(i) => vec![self.value(&self.own[i], None)],
            Piece::Part(i, j) => {
                let other = &self.others[i];
                let subject = other.is.first().map(|subject| named(model, subject));
                vec![self.value(&other.leaves[j], subject)]
            }
            Piece::Coverage(kind) => {
                let whole = [self.old, self.new].map(|e| e.coverage(kind) == Coverage::Whole);
                vec![source(&model.kind(kind).name, whole)]
            }
            Piece::Other(i) => {
                let other = &self.others[i];
                let [was, is] = [&other.was, &other.is].map(|side| side.first().map(|s| named(model, s)));
                match (was, is) {
                    (None, Some(subject)) => vec![Cause::SubjectAppeared { subject }],
                    (Some(subject), None) => vec![Cause::SubjectLeft { subject }],
                    (_, subject) => {
                        other.leaves.iter().map(|leaf| self.value(leaf, subject.clone())).collect()
                    }
                }
            }
        }
    }

    fn value(&self, leaf: &Leaf, subject: Option<SubjectRef>) -> Cause {
        let own = subject.is_none();
        let leaf = leaf.of_age([0, 1].map(|side: usize| own && self.seen[side].is_stale));
        value(&leaf, subject, self.old, self.new)
    }

    /// Whether a value of the subject is taken from the newer evidence in any case.
    fn goes_along(&self, leaf: usize) -> bool {
        self.renewed && self.own[leaf].sort == Sort::Taken
    }
}

/// What a subject is known by, and what it names.
pub(super) fn texts(subject: &Subject) -> impl Iterator<Item = &str> {
    let cells = subject.cells.iter().filter_map(|cell| match &cell.content {
        kijun_model::Content::Value(kijun_model::Value::Text(text)) if !text.is_empty() => Some(&**text),
        _ => None,
    });
    cells.chain([&*subject.key])
}

/// A value that differs, in both places.
pub(super) fn value(leaf: &Leaf, subject: Option<SubjectRef>, old: &Evidence, new: &Evidence) -> Cause {
    let at = |sources: &Sources, place: Option<Place>| place.map(|place| location(sources, place));
    Cause::Value {
        path: leaf.path.clone(),
        subject,
        before: leaf.before.clone(),
        after: leaf.after.clone(),
        at_before: at(&old.sources, leaf.at_before),
        at_after: at(&new.sources, leaf.at_after),
    }
}
