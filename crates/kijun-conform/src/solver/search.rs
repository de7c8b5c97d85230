//! The search: an assignment of the atoms, then the theories, then a subject, then the evaluator.

use kijun_model::KindId;

use super::atom::{Atom, OpaqueId};
use super::build::build;
use super::choose::choose;
use super::clauses::{Clauses, Fact};
use super::facts::{Checked, check};
use super::formula::Formula;
use super::ground::{Written, keys_differ, write_out};
use super::lower::{Lower, versions_of};
use super::shrink::shrink;
use super::sum::Sum;
use super::witness::Witness;
use crate::effort::{Effort, Exhausted};
use crate::solver::{Answer, Solver};
use crate::{Why, Wish};

/// So many candidates that the evaluator does not confirm are tried.
const TRIES: usize = 12;

/// Whether there can be a subject of a kind for which a wish holds.
pub(crate) fn search<'a>(solver: Solver<'a>, kind: KindId, wish: &Wish<'a>) -> Answer {
    if let Ok(answer) = decide(solver, kind, wish, None) {
        return answer;
    }
    // Where not all elements could be looked at, a case may still be found among few.
    match decide(solver, kind, wish, Some(FEW)) {
        Ok(Answer::Possible(case)) => Answer::Possible(case),
        _ => Answer::Undecided(Why::Effort),
    }
}

/// So many elements a list has where it cannot be looked at whole.
const FEW: u32 = 2;

fn decide<'a>(
    solver: Solver<'a>,
    kind: KindId,
    wish: &Wish<'a>,
    most: Option<u32>,
) -> Result<Answer, Exhausted> {
    let mut lower = Lower::new(solver, kind, versions_of(&solver, wish));
    let lower = &mut lower;
    let root = lower.wish(wish);
    if lower.full {
        return Err(Exhausted);
    }
    if root == Formula::FALSE {
        return Ok(Answer::Impossible);
    }
    if contradicts_itself(lower, root)? {
        return Ok(Answer::Impossible);
    }
    let written = write_out(lower, &[root], most)?;
    let mut roots = vec![root];
    roots.extend(keys_differ(lower));
    roots.extend(calendar_keeps_order(lower));
    let mut clauses = Clauses::new();
    roots.iter().for_each(|root| clauses.demand(&lower.formulas, Some(&written), *root));
    clauses.order_bounds(&lower.atoms);
    let mut effort = Effort::new(lower.solver.limits.steps);
    run(lower, &written, &mut clauses, &roots, wish, &mut effort)
}

/// Whether a formula cannot hold whatever becomes of its atoms and quantities: a provision beside itself, however large.
fn contradicts_itself(lower: &mut Lower<'_>, root: Formula) -> Result<bool, Exhausted> {
    let mut clauses = Clauses::new();
    clauses.demand(&lower.formulas, None, root);
    for rails in lower.conditions.clone() {
        let both = lower.formulas.and([rails.yes, rails.no]);
        clauses.demand(&lower.formulas, None, !both);
    }
    let mut effort = Effort::new(lower.solver.limits.steps);
    Ok(!clauses.solve(&mut effort, &[])?)
}

fn run<'a>(
    lower: &mut Lower<'a>,
    written: &Written,
    clauses: &mut Clauses,
    roots: &[Formula],
    wish: &Wish<'a>,
    effort: &mut Effort,
) -> Result<Answer, Exhausted> {
    let mut doubt = None;
    let mut tries = 0;
    while tries < TRIES {
        if !clauses.solve(effort, &[])? {
            return Ok(doubt.map_or(Answer::Impossible, Answer::Undecided));
        }
        let facts = clauses.reasons(&lower.formulas, written, roots);
        match check(lower, &facts, effort)? {
            Checked::Conflicts(conflicts) => conflicts.iter().for_each(|facts| clauses.exclude(facts)),
            Checked::Holds(values) => {
                let values = choose(lower, &facts, values, effort)?;
                let candidate = build(lower, &facts, &values);
                if let Some(witness) = Witness::judge(lower, wish, candidate) {
                    return Ok(Answer::Possible(Box::new(shrink(lower, wish, &witness))));
                }
                doubt = Some(doubt.unwrap_or_else(|| why(lower, &facts)));
                clauses.exclude(&facts);
                tries += 1;
            }
        }
    }
    Ok(Answer::Undecided(doubt.unwrap_or(Why::Effort)))
}

/// An earlier day moved along the calendar does not pass a later one moved as far.
fn calendar_keeps_order(lower: &mut Lower<'_>) -> Vec<Formula> {
    const MOST: usize = 12;
    let moved = lower.moved.clone();
    let mut rules = Vec::new();
    for a in moved.iter().take(MOST) {
        for b in moved.iter().take(MOST).filter(|b| b.by == a.by && b.var != a.var) {
            let before = lower.at_most(&a.from.minus(&b.from), false);
            let still = lower.at_most(&Sum::var(a.var).minus(&Sum::var(b.var)), false);
            rules.push(lower.formulas.or([!before, still]));
        }
    }
    rules
}

/// Why a candidate came to nothing: what is outside the fragment, else the calendar.
fn why(lower: &Lower<'_>, facts: &[Fact]) -> Why {
    let opaque = |id: &OpaqueId| Why::Fragment { span: lower.opaque[id.0 as usize] };
    for (atom, _) in facts {
        match lower.atoms.get(*atom) {
            Atom::OpaqueTrue(id) | Atom::OpaqueFalse(id) | Atom::OpaqueKnown(id) => return opaque(id),
            _ => {}
        }
    }
    let first = lower.opaque.first().map(|&span| Why::Fragment { span });
    let moved = lower.moved.first().map(|moved| Why::Calendar { span: moved.span });
    moved.or(first).unwrap_or(Why::Effort)
}
