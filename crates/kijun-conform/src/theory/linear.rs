//! Linear constraints over fractions and whole numbers, exactly.

mod conflict;
mod cuts;
mod delta;
mod divisors;
mod fraction;
mod from_constraints;
mod optimum;
mod plain;
mod quantity;
mod tableau;
#[cfg(test)]
mod tests;
mod whole;

use num_rational::BigRational;

use crate::effort::{Effort, Exhausted};
use crate::theory::Solved;
use delta::Delta;
use from_constraints::{Problem, from_constraints};
use plain::plain_values;
use quantity::Side;
use tableau::Stop;
use whole::Search;

/// An exact fraction.
pub(crate) type Rational = BigRational;

/// An unknown number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Var(pub(crate) u32);

/// A sum of unknowns, each with its factor.
///
/// # Invariants
///
/// Unknowns ascend, none twice, no factor is zero.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Form(pub(crate) Vec<(Var, Rational)>);

/// How a form stands to its bound.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Relation {
    AtMost,
    Below,
    AtLeast,
    Above,
    Equal,
}

/// A form beside its bound.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Constraint {
    pub(crate) form: Form,
    pub(crate) relation: Relation,
    pub(crate) bound: Rational,
}

/// What an unknown may be; an end that is absent is without bound.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Interval {
    pub(crate) low: Option<End>,
    pub(crate) high: Option<End>,
}

/// An end of an interval; `open` if it does not belong to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct End {
    pub(crate) value: Rational,
    pub(crate) open: bool,
}

/// How many cases of whole numbers may be looked at.
const MOST_CASES: usize = 1_000;

/// Whether constraints hold together; then a value for each unknown, as plain as there is freedom for it. `whole` says for each
/// unknown, by its number, whether it is a whole number.
pub(crate) fn solve(
    whole: &[bool],
    constraints: &[Constraint],
    effort: &mut Effort,
) -> Solved<Vec<Rational>> {
    match settled(whole, constraints, MOST_CASES, effort) {
        Ok(problem) => Solved::Yes(plain_values(&problem).into_iter().map(Rational::from).collect()),
        Err(Stop::Contradiction(core)) if whole.contains(&true) && core.len() > 1 => {
            Solved::No(conflict::shrink(whole, constraints, core, effort))
        }
        Err(Stop::Contradiction(core)) => Solved::No(core),
        Err(Stop::TooHard) => Solved::TooHard,
    }
}

/// The constraints with values that keep them, found in not more than some cases.
fn settled(
    whole: &[bool],
    constraints: &[Constraint],
    most: usize,
    effort: &mut Effort,
) -> Result<Problem, Stop> {
    let mut problem = from_constraints(whole, constraints)?;
    Search::new(&mut problem.tableau, constraints.len(), most, effort).run()?;
    Ok(problem)
}

/// What one unknown may be where constraints hold together. Precondition: they do. For a whole unknown the ends are whole and
/// closed; where others are whole too the interval may be wider than the truth.
pub(crate) fn interval(
    whole: &[bool],
    constraints: &[Constraint],
    var: Var,
    effort: &mut Effort,
) -> Result<Interval, Exhausted> {
    let anything = Interval { low: None, high: None };
    let Ok(Problem { mut tableau, .. }) = from_constraints(whole, constraints) else { return Ok(anything) };
    match tableau.check(effort) {
        Err(Stop::TooHard) => return Err(Exhausted),
        Err(Stop::Contradiction(_)) => return Ok(anything),
        Ok(()) => {}
    }
    let at = var.0 as usize;
    let mut end = |side| {
        let furthest = tableau.optimum(at, side, effort)?;
        Ok(furthest.map(|delta| End::from_delta(if whole[at] { delta.inwards(side) } else { delta })))
    };
    Ok(Interval { low: end(Side::Low)?, high: end(Side::High)? })
}

impl End {
    fn from_delta(delta: Delta) -> End {
        End { open: !delta.tiny.is_zero(), value: delta.main.into() }
    }
}
