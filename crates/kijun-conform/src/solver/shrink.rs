//! As little as will do: fields, elements and subjects that do not matter are taken away.
//!
//! Meanwhile what is required and taken away counts as malformed, so that the evaluator tells a doubt that comes from it
//! from one that comes from an optional field: what is required does not matter only if nothing comes to depend on it.

use kijun_model::{Content, Model, Subject, Value};

use super::build::Candidate;
use super::lower::Lower;
use super::marks::{alternatives, marks, missing};
use super::ways::{all_scalars, paths, remove, set, settle, value_at};
use super::witness::{Support, Witness};
use crate::Wish;
use crate::case::Case;

/// The witness as a case.
pub(crate) fn shrink(lower: &Lower<'_>, wish: &Wish<'_>, witness: &Witness<'_>) -> Case {
    let model = lower.model();
    let mut best = Shrunk::of(model, witness, &witness.candidate, witness.support.clone());
    let mut whole = witness.candidate.clone();
    while let Some((other, less)) = simpler(model, wish, witness, &whole, &best) {
        (whole, best) = (other, less);
    }
    let marks = marks(model, witness, &best.support, &best.candidate);
    let mut candidate = best.candidate;
    let subjects = std::iter::once(&mut candidate.subject).chain(&mut candidate.others);
    subjects.for_each(|subject| subject.cells.iter_mut().for_each(settle));
    let absent = (0..=candidate.others.len()).flat_map(|n| {
        let ways = missing(lower, candidate.nth(n));
        ways.into_iter().map(move |way| (n, way))
    });
    Case {
        absent: absent.collect(),
        subject: candidate.subject,
        others: candidate.others,
        today: candidate.today,
        period: candidate.period,
        marks,
        outcomes: Vec::new(),
    }
}

/// A candidate from which nothing more can be taken.
struct Shrunk {
    candidate: Candidate,
    support: Support,
}

impl Shrunk {
    fn of(model: &Model, witness: &Witness<'_>, whole: &Candidate, support: Support) -> Shrunk {
        let mut shrunk = Shrunk { candidate: whole.clone(), support };
        while shrunk.without_a_subject(witness) || shrunk.without_a_part(model, witness) {}
        shrunk
    }

    fn without_a_subject(&mut self, witness: &Witness<'_>) -> bool {
        for place in (0..self.candidate.others.len()).rev() {
            let mut less = self.candidate.clone();
            less.others.remove(place);
            if witness.still(&self.support, &less) {
                self.candidate = less;
                return true;
            }
        }
        false
    }

    /// Takes away the first field or element that does not matter.
    fn without_a_part(&mut self, model: &Model, witness: &Witness<'_>) -> bool {
        for subject in 0..=self.candidate.others.len() {
            for path in paths(model, self.candidate.nth(subject)) {
                let mut less = self.candidate.clone();
                if remove(model, less.nth_mut(subject), &path) && witness.still(&self.support, &less) {
                    self.candidate = less;
                    return true;
                }
            }
        }
        false
    }

    /// How much there is to read.
    fn n_parts(&self, model: &Model) -> usize {
        let subjects = (0..=self.candidate.others.len()).map(|n| self.candidate.nth(n));
        subjects.map(|subject| 1 + paths(model, subject).len()).sum()
    }
}

/// Another choice of a level or a yes or no, for which less has to be there: with the whole of it.
fn simpler(
    model: &Model,
    wish: &Wish<'_>,
    witness: &Witness<'_>,
    whole: &Candidate,
    best: &Shrunk,
) -> Option<(Candidate, Shrunk)> {
    for path in all_scalars(&best.candidate.subject) {
        let Some(value) = choice(&best.candidate.subject, &path) else { continue };
        for other in alternatives(model, value) {
            let mut changed = whole.clone();
            if !set(&mut changed.subject, &path, other) {
                continue;
            }
            let Some(support) = witness.support_of(wish, &changed) else { continue };
            let less = Shrunk::of(model, witness, &changed, support);
            if less.n_parts(model) < best.n_parts(model) {
                return Some((changed, less));
            }
        }
    }
    None
}

/// A value of few, in no list.
fn choice<'s>(subject: &'s Subject, path: &[usize]) -> Option<&'s Value> {
    let outer = subject.cells.get(*path.first()?)?;
    let plain = !matches!(outer.content, Content::List(_) | Content::Map(_));
    let value = value_at(subject, path).filter(|_| plain)?;
    matches!(value, Value::Bool(_) | Value::Member(..)).then_some(value)
}
