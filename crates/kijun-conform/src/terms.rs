//! Terms that a lower document defines anew: whether they still mean what they mean above.

use std::sync::Arc;

use kijun_model::{Define, Expr, KindId, Model, Type};
use kijun_standards::{EffectiveSet, Standards};
use unicode_normalization::UnicodeNormalization;

use crate::same::alike;
use crate::{Answer, Objection, Rail, Solver, Wish};

/// The terms of documents in force that mean something else than the same words above, in the order of the terms.
pub(crate) fn check(solver: &Solver<'_>, standards: &Standards, set: &EffectiveSet) -> Vec<Objection> {
    let model = solver.model;
    let words: Vec<String> = model.terms.iter().map(|term| spelt(&term.words)).collect();
    let edition = |term: usize| model.terms[term].edition.filter(|e| set.editions.contains(e));
    let mut found = Vec::new();
    for lower in 0..words.len() {
        let Some(below) = edition(lower) else { continue };
        let stands_above = |&higher: &usize| {
            let above = edition(higher).filter(|&above| words[higher] == words[lower] && above != below);
            above.is_some_and(|above| standards.held_to(above, &[below]) == [below])
        };
        // Said of the highest document; between two of them that is said of the lower one.
        let mut higher: Vec<usize> = (0..words.len()).filter(stands_above).collect();
        higher.sort_by_key(|&term| edition(term).map(|above| standards.rank(above)));
        found.extend(higher.into_iter().find_map(|higher| redefined(solver, lower, higher)));
    }
    found
}

/// One spelling for what differs in width or blanks only.
fn spelt(words: &str) -> String {
    let folded: String = words.nfkc().collect();
    folded.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn redefined(solver: &Solver<'_>, lower: usize, higher: usize) -> Option<Objection> {
    let model = solver.model;
    let [below, above] = [lower, higher].map(|term| model.terms[term].means);
    if below == above {
        return None;
    }
    let [below, above] = [below, above].map(|id| model.define(id));
    match common_kind(model, below, above).map(|kind| differ(solver, kind, &below.body, &above.body)) {
        Some(Answer::Impossible) => None,
        Some(Answer::Possible(case)) => {
            Some(Objection::RedefinedTerm { lower, higher, case: Some(Arc::from(case)) })
        }
        Some(Answer::Undecided(_)) | None => {
            let same = signatures(model, below, above) && alike(model, &below.body, &above.body);
            (!same).then_some(Objection::RedefinedTerm { lower, higher, case: None })
        }
    }
}

/// The more special kind of two conditions on a subject.
fn common_kind(model: &Model, one: &Define, other: &Define) -> Option<KindId> {
    let conditions = [one, other].iter().all(|d| *d.body.ty.required() == Type::Bool);
    match (&one.params[..], &other.params[..]) {
        ([Type::Subject(a)], [Type::Subject(b)]) if conditions => related(model, *a, *b),
        _ => None,
    }
}

fn related(model: &Model, a: KindId, b: KindId) -> Option<KindId> {
    match (model.is_a(a, b), model.is_a(b, a)) {
        (true, _) => Some(a),
        (_, true) => Some(b),
        _ => None,
    }
}

/// A subject of which one holds and the other does not, or one does not hold and of the other that cannot be said.
fn differ(solver: &Solver<'_>, kind: KindId, one: &Expr, other: &Expr) -> Answer {
    let pairs = [(one, other), (other, one)];
    let rails = [(Rail::True, Rail::NotTrue), (Rail::False, Rail::NotFalse)];
    let ways = pairs.into_iter().flat_map(|pair| rails.map(|rails| (pair, rails)));
    let way = |((a, b), (here, there))| Wish::All(vec![Wish::Is(a, here), Wish::Is(b, there)]);
    solver.find(kind, &Wish::Any(ways.map(way).collect()))
}

/// Whether two definitions are about the same things.
fn signatures(model: &Model, one: &Define, other: &Define) -> bool {
    let fits = |(a, b): (&Type, &Type)| match (a, b) {
        (Type::Subject(a), Type::Subject(b)) => related(model, *a, *b).is_some(),
        (a, b) => a == b,
    };
    one.params.len() == other.params.len() && one.params.iter().zip(&other.params).all(fits)
}
