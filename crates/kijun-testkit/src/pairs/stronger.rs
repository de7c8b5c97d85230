//! Steps that make a provision demand more, or less, or the same in other words.
//!
//! A condition is pushed up or down in the order of truth, false below unknown below true. Every connective is monotone in
//! it, so a step anywhere inside is a step of the whole.

use super::Provision;
use super::atoms::{Scope, atom};
use super::say::{Atom, Range, Say};
use crate::Dice;

/// Which way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// More is demanded.
    More,
    /// Less is.
    Less,
}

/// One step of a provision: in what it demands, of whom, or when.
pub(super) fn step(dice: &mut Dice<'_>, scope: &Scope, provision: &mut Provision, step: Step) {
    let more = step == Step::More;
    let demand = |dice: &mut Dice<'_>, provision: &mut Provision| {
        let down = more != provision.forbids;
        provision.requirement = push(dice, scope, provision.requirement.clone(), !down);
    };
    match dice.below(8) {
        0 => provision.filter = guard(dice, scope, provision.filter.take(), more),
        1 => provision.when = guard(dice, scope, provision.when.take(), more),
        2 => provision.requirement = rephrase(dice, provision.requirement.clone()),
        3 => {
            provision.forbids = !provision.forbids;
            provision.requirement = provision.requirement.clone().negated();
        }
        4 => {
            demand(dice, provision);
            provision.requirement = rephrase(dice, provision.requirement.clone());
        }
        _ => demand(dice, provision),
    }
}

/// A guard that lets more subjects in, or fewer.
fn guard(dice: &mut Dice<'_>, scope: &Scope, guard: Option<Say>, wider: bool) -> Option<Say> {
    match guard {
        Some(_) if wider && dice.once_in(3) => None,
        Some(guard) => Some(push(dice, scope, guard, wider)),
        None if wider => None,
        None => Some(atom(dice, scope)),
    }
}

/// One provision as several that share the work.
pub(super) fn split(dice: &mut Dice<'_>, scope: &Scope, provision: Provision) -> Vec<Provision> {
    let with = |requirement: &Say| Provision { requirement: requirement.clone(), ..provision.clone() };
    match (&provision.requirement, dice.below(4)) {
        (Say::And(a, b), 0 | 1) if !provision.forbids => vec![with(a), with(b)],
        (Say::Or(a, b), 0 | 1) if provision.forbids => vec![with(a), with(b)],
        (_, 2) => {
            let by = atom(dice, scope);
            let narrowed = |by: Say| Provision {
                filter: Some(provision.filter.clone().map_or(by.clone(), |f| f.and(by))),
                ..provision.clone()
            };
            vec![narrowed(by.clone()), narrowed(by.negated())]
        }
        _ => vec![provision],
    }
}

/// A condition that is true more often (`up`) or less often.
pub(super) fn push(dice: &mut Dice<'_>, scope: &Scope, say: Say, up: bool) -> Say {
    let first = dice.once_in(2);
    let mut inner = |say: Box<Say>, up: bool| Box::new(push(dice, scope, *say, up));
    match say {
        Say::Atom(atom) => shift(dice, scope, atom, up),
        Say::Not(a) => Say::Not(inner(a, !up)),
        Say::And(a, b) if up && first => *[a, b][dice.below(2)].clone(),
        Say::Or(a, b) if !up && first => *[a, b][dice.below(2)].clone(),
        Say::And(a, b) if first => Say::And(a, inner(b, up)),
        Say::And(a, b) => Say::And(inner(a, up), b),
        Say::Or(a, b) if first => Say::Or(a, inner(b, up)),
        Say::Or(a, b) => Say::Or(inner(a, up), b),
        Say::Implies(a, b) if first => Say::Implies(inner(a, !up), b),
        Say::Implies(a, b) => Say::Implies(a, inner(b, up)),
        Say::If(c, a, b) if first => Say::If(c, inner(a, up), b),
        Say::If(c, a, b) => Say::If(c, a, inner(b, up)),
        Say::Quantified(how, range, body) => quantified(dice, how, range, body, up),
        Say::Count(range, op, n) => Say::Count(range, op, counted(op, n, up)),
        Say::Extreme(fold, value, range, op, ladder, at) => {
            Say::Extreme(fold, value, range, op, ladder, rung(op, at, ladder.len(), up).unwrap_or(at))
        }
    }
}

fn quantified(dice: &mut Dice<'_>, how: &'static str, mut range: Range, body: Box<Say>, up: bool) -> Say {
    let (filter_up, body_up) = match how {
        "every" => (!up, up),
        "some" => (up, up),
        _ => (!up, !up),
    };
    // What joins two kinds must stay.
    let loose = !range.domain.starts_with("all ");
    match range.filter.take() {
        Some(_) if loose && filter_up && dice.once_in(2) => Say::Quantified(how, range, body),
        Some(filter) if dice.once_in(3) => {
            let filter = without_scope(*filter, filter_up);
            Say::Quantified(how, Range { filter: Some(Box::new(filter)), ..range }, body)
        }
        filter => Say::Quantified(how, Range { filter, ..range }, Box::new(without_scope(*body, body_up))),
    }
}

/// A step that brings in nothing new: of elements this place does not know the names.
fn without_scope(say: Say, up: bool) -> Say {
    match say {
        Say::Atom(atom) => Say::Atom(moved(atom, up)),
        Say::Not(a) => Say::Not(Box::new(without_scope(*a, !up))),
        Say::And(a, b) if up => Say::And(a, Box::new(without_scope(*b, up))),
        Say::And(a, b) => Say::And(Box::new(without_scope(*a, up)), b),
        Say::Or(_, b) if !up => *b,
        Say::Or(a, b) => Say::Or(Box::new(without_scope(*a, up)), b),
        Say::Implies(a, b) => Say::Implies(a, Box::new(without_scope(*b, up))),
        other => other,
    }
}

fn counted(op: &str, n: i64, up: bool) -> i64 {
    match (op, up) {
        (">=" | ">", true) | ("<=" | "<", false) => (n - 1).max(0),
        (">=" | ">", false) | ("<=" | "<", true) => n + 1,
        _ => n,
    }
}

/// The next rung of an ascending ladder that makes a comparison true more often, or less often.
fn rung(op: &str, at: usize, rungs: usize, up: bool) -> Option<usize> {
    match (op, up) {
        (">=" | ">", true) | ("<=" | "<", false) => at.checked_sub(1),
        (">=" | ">", false) | ("<=" | "<", true) => Some(at + 1).filter(|at| *at < rungs),
        _ => None,
    }
}

fn shift(dice: &mut Dice<'_>, scope: &Scope, old: Atom, up: bool) -> Say {
    let new = moved(old.clone(), up);
    match (new == old, up) {
        (false, _) if !dice.once_in(4) => Say::Atom(new),
        (_, true) => Say::Atom(old).or(atom(dice, scope)),
        (_, false) => Say::Atom(old).and(atom(dice, scope)),
    }
}

fn moved(atom: Atom, up: bool) -> Atom {
    match atom {
        Atom::Bound(left, op, middle, ladder, at) => {
            let at = rung(op, at, ladder.len(), up).unwrap_or(at);
            Atom::Bound(left, op, middle, ladder, at)
        }
        Atom::Chain(left, chain, at) => {
            let next = if up { at.checked_sub(1) } else { Some(at + 1).filter(|at| *at < chain.len()) };
            Atom::Chain(left, chain, next.unwrap_or(at))
        }
        Atom::Set(left, inside, mut members) if inside != up && members.len() > 1 => {
            members.pop();
            Atom::Set(left, inside, members)
        }
        other => other,
    }
}

/// The same in other words.
pub(super) fn rephrase(dice: &mut Dice<'_>, mut say: Say) -> Say {
    let mut parts = say.parts();
    if !parts.is_empty() && !dice.once_in(3) {
        let at = dice.below(parts.len());
        *parts[at] = rephrase(dice, parts[at].clone());
        return say;
    }
    let not = |a: Box<Say>| Box::new(Say::Not(a));
    match say {
        Say::And(a, b) => Say::Or(not(a), not(b)).negated(),
        Say::Or(a, b) if dice.once_in(2) => Say::Implies(not(a), b),
        Say::Or(a, b) => Say::Or(b, a),
        Say::Implies(a, b) => Say::Or(not(a), b),
        Say::Not(a) if matches!(*a, Say::Not(_)) => *a,
        Say::Quantified("every", range, body) => Say::Quantified("no", range, not(body)),
        Say::Quantified("some", range, body) => Say::Quantified("no", range, body).negated(),
        Say::Quantified(_, range, body) => Say::Quantified("every", range, not(body)),
        Say::Count(range, ">=", 1) => Say::Quantified("some", range, Box::new(Say::plain("true"))),
        Say::Count(range, ">=", n) => Say::Count(range, "<", n).negated(),
        other => other.negated().negated(),
    }
}

/// A definition's body in place of its call.
pub(super) fn inlined(mut say: Say, call: &str, body: &Say) -> Say {
    if say == Say::plain(call) {
        return body.clone();
    }
    for part in say.parts() {
        *part = inlined(part.clone(), call, body);
    }
    say
}
