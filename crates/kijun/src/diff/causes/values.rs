//! Which values of the evidence made a finding change: the least part of the newer evidence that, put into the older, makes the
//! matter stand as in the newer.

mod trial;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use kijun_diag::{Place, Sources};
use kijun_eval::Coverage;
use kijun_findings::{Cause, Found, SubjectRef};
use kijun_model::{KindId, Subject};

use super::cells::{Leaf, alike, leaves};
use super::opened::{Evidence, named, root};
use super::reads;
use super::standing::Matter;
use crate::words::location;
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
    /// Whether the evidence was taken again in time: that this was done is nothing new.
    renewed: bool,
    others: Vec<Other>,
}

/// Other subjects of one key, where they differ.
struct Other {
    /// Whether it has to do with the subject: one names the other, or they name the same.
    is_near: bool,
    was: Vec<Subject>,
    is: Vec<Subject>,
    /// Where there is one on each side, how they differ.
    leaves: Vec<Leaf>,
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
    fn new(
        matter: &'a Matter<'a>,
        Sides { old, new, aged }: Sides<'a>,
        was: &'a Subject,
        is: &'a Subject,
    ) -> Values<'a> {
        let own = leaves(matter.opened.model(), was, is);
        let mut values = Values { matter, old, new, was, is, own, renewed: false, others: Vec::new() };
        values.renewed = aged && !is_stale(matter, new, is);
        values.others = values.differing();
        values
    }

    /// The kinds that the statement, or one beside it, joins.
    fn joined(&self) -> BTreeSet<KindId> {
        let model = self.matter.opened.model();
        let mut reads = BTreeSet::new();
        for &relative in &self.matter.relatives {
            let statement = model.statement(self.matter.opened.cx.sheets[relative].statement);
            let subjects = model.clause(statement.clause).subjects.as_ref();
            let guards = subjects.and_then(|s| s.filter.as_ref()).into_iter().chain(&statement.when);
            guards.chain([&statement.requirement]).for_each(|expr| reads.extend(model.reads_of(expr)));
        }
        reads::joined(model, &reads)
    }

    /// The other subjects that are joined and differ, those that have to do with the subject first.
    fn differing(&self) -> Vec<Other> {
        let model = self.matter.opened.model();
        let kinds = self.joined();
        let mut others: BTreeMap<(KindId, &Arc<str>), [Vec<&Subject>; 2]> = BTreeMap::new();
        for (side, evidence) in [self.old, self.new].into_iter().enumerate() {
            let joined = evidence.joined.iter().filter(|s| kinds.contains(&root(model, s.kind)));
            for subject in joined.filter(|s| (s.kind, &s.key) != (self.is.kind, &self.is.key)) {
                others.entry((subject.kind, &subject.key)).or_default()[side].push(subject);
            }
        }
        let same = |[was, is]: &[Vec<&Subject>; 2]| {
            was.len() == is.len() && was.iter().zip(is).all(|(was, is)| alike(was, is))
        };
        let owned = |side: &[&Subject]| side.iter().map(|s| (*s).clone()).collect::<Vec<Subject>>();
        let differing = others.values().filter(|sides| !same(sides));
        let texts = texts(self.was).chain(texts(self.is)).collect::<BTreeSet<&str>>();
        let is_near = |s: &&Subject| self::texts(s).any(|text| texts.contains(text));
        let mut differing: Vec<Other> = differing
            .map(|[was, is]| Other {
                is_near: was.iter().chain(is).any(is_near),
                leaves: match (&was[..], &is[..]) {
                    ([was], [is]) => leaves(model, was, is),
                    _ => Vec::new(),
                },
                was: owned(was),
                is: owned(is),
            })
            .collect();
        differing.sort_by_key(|other| !other.is_near);
        differing
    }

    /// Everything that differs, what has been seen to decide first.
    fn pieces(&self) -> Vec<Piece> {
        let model = self.matter.opened.model();
        let decided = |evidence: &Evidence, subject: &Subject| {
            let population = self.matter.opened.population(evidence);
            self.matter.deciding(&population, subject).into_iter().map(|seen| seen.path)
        };
        let paths: BTreeSet<String> = decided(self.old, self.was).chain(decided(self.new, self.is)).collect();
        let mut own: Vec<usize> = (0..self.own.len()).filter(|&i| !self.goes_along(i)).collect();
        own.sort_by_key(|&i| !paths.contains(&self.own[i].path));
        let kinds = (0..model.kinds.len()).map(KindId::from_index);
        let covered = kinds.filter(|&kind| self.old.coverage(kind) != self.new.coverage(kind));
        let joined = self.joined();
        let covered = covered.filter(|&kind| joined.contains(&root(model, kind)));
        let others = (0..self.others.len()).map(Piece::Other);
        own.into_iter().map(Piece::Own).chain(covered.map(Piece::Coverage)).chain(others).collect()
    }

    fn causes(&self) -> Vec<Cause> {
        let goal = self.matter.standing(&self.matter.opened.population(self.new), self.is);
        let mut trial = Trial::of(self, goal);
        let pieces = self.pieces();
        let is_near = |piece: &Piece| !matches!(piece, Piece::Other(i) if !self.others[*i].is_near);
        let near: Vec<Piece> = pieces.iter().copied().filter(is_near).collect();
        let Some(chosen) = trial.least(&near).or_else(|| trial.least(&pieces)) else {
            return self.named(&pieces);
        };
        // What is in the other subjects that matter.
        let parts = chosen.iter().flat_map(|&piece| match piece {
            Piece::Other(i) if !self.others[i].leaves.is_empty() => {
                (0..self.others[i].leaves.len()).map(|j| Piece::Part(i, j)).collect()
            }
            other => vec![other],
        });
        let parts: Vec<Piece> = parts.collect();
        let chosen = trial.least(&parts).unwrap_or(chosen);
        // Where nothing else has to change, it was that the evidence was taken again.
        let renewed = (0..self.own.len()).filter(|&i| self.goes_along(i)).map(Piece::Own);
        match chosen.is_empty() {
            true if self.renewed => self.tell(&renewed.collect::<Vec<_>>()),
            true => self.named(&pieces),
            false => self.tell(&chosen),
        }
    }

    /// Where no least part was found: what decides on either side and differs; else the first few of what differs.
    fn named(&self, pieces: &[Piece]) -> Vec<Cause> {
        self.tell(&pieces.iter().copied().take(MAX_NAMED).collect::<Vec<_>>())
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
        if !leaf.path.is_empty() || subject.is_some() {
            return value(leaf, subject, self.old, self.new);
        }
        let before = taken(self.matter, self.old, self.was, &leaf.before);
        let after = taken(self.matter, self.new, self.is, &leaf.after);
        value(&Leaf { before, after, ..leaf.clone() }, None, self.old, self.new)
    }

    /// Whether a value of the subject is taken from the newer evidence in any case.
    fn goes_along(&self, leaf: usize) -> bool {
        self.renewed && self.own[leaf].path.is_empty()
    }
}

/// The day on which evidence was taken; and that it is too long ago, where that decides.
pub(super) fn taken(matter: &Matter<'_>, evidence: &Evidence, subject: &Subject, found: &Found) -> Found {
    match found {
        Found::Value(day) if is_stale(matter, evidence, subject) => Found::Stale(day.clone()),
        other => other.clone(),
    }
}

/// Whether it matters that the evidence was taken too long ago, or nobody knows when.
fn is_stale(matter: &Matter<'_>, evidence: &Evidence, subject: &Subject) -> bool {
    let deciding = matter.deciding(&matter.opened.population(evidence), subject);
    let stale = |found: &_| matches!(found, kijun_eval::Found::Stale | kijun_eval::Found::Undated);
    deciding.iter().any(|seen| stale(&seen.found))
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
