//! Plain values: zero where it will do, else a whole number near it, else few digits.

use super::delta::Delta;
use super::fraction::Fraction;
use super::from_constraints::Problem;
use super::quantity::{Limit, Quantity, Side};

/// How many digits after the point are tried.
const DIGITS: usize = 18;

/// An end of what a value may be.
struct Edge {
    value: Fraction,
    open: bool,
}

impl Edge {
    fn admits(&self, side: Side, value: &Fraction) -> bool {
        match side {
            _ if *value == self.value => !self.open,
            Side::Low => *value > self.value,
            Side::High => *value < self.value,
        }
    }

    fn is_within(&self, side: Side, other: &Edge) -> bool {
        other.admits(side, &self.value) || self.value == other.value && self.open
    }
}

/// Values that keep all limits, each as plain as the others allow. Precondition: the values in the tableau do.
pub(super) fn plain_values(problem: &Problem) -> Vec<Fraction> {
    let quantities = &problem.tableau.quantities;
    let tiny = tiny(quantities);
    let fixed = |quantity: &Quantity| &quantity.value.main + &(&tiny * &quantity.value.tiny);
    let mut values: Vec<Fraction> = quantities.iter().map(fixed).collect();
    for at in 0..problem.n_unknowns {
        if !values[at].is_zero() {
            improve(problem, &mut values, at);
        }
    }
    values.truncate(problem.n_unknowns);
    values
}

/// A number that is small enough for all limits to be kept once it is what is added to open ones.
fn tiny(quantities: &[Quantity]) -> Fraction {
    let rooms = |quantity: &Quantity| {
        let low = quantity.low.as_ref().and_then(|limit| room(&limit.value.to(&quantity.value)));
        let high = quantity.high.as_ref().and_then(|limit| room(&quantity.value.to(&limit.value)));
        low.into_iter().chain(high).min()
    };
    quantities.iter().filter_map(rooms).fold(Fraction::ONE, Ord::min)
}

/// How great the tiny number may be for a distance, not negative, to stay so.
fn room(distance: &Delta) -> Option<Fraction> {
    distance.tiny.is_negative().then(|| &distance.main / &-&distance.tiny)
}

/// Makes the value of an unknown plainer; others stay.
fn improve(problem: &Problem, values: &mut [Fraction], at: usize) {
    let parts = parts(problem, at);
    let end = |side| edge(problem, values, at, &parts, side);
    let Some(value) = plainest(end(Side::Low).as_ref(), end(Side::High).as_ref()) else { return };
    let step = &value - &values[at];
    values[at] = value;
    for (sum, factor) in parts {
        values[sum] = &values[sum] + &(factor * &step);
    }
}

/// The sums that an unknown is part of, with its factor.
fn parts(problem: &Problem, at: usize) -> Vec<(usize, &Fraction)> {
    let sums = problem.sums.iter().enumerate();
    sums.filter_map(|(sum, terms)| {
        let place = terms.binary_search_by_key(&at, |(unknown, _)| *unknown).ok()?;
        Some((problem.n_unknowns + sum, &terms[place].1))
    })
    .collect()
}

/// How far an unknown can move to a side while others stay.
fn edge(
    problem: &Problem,
    values: &[Fraction],
    at: usize,
    parts: &[(usize, &Fraction)],
    side: Side,
) -> Option<Edge> {
    let quantities = &problem.tableau.quantities;
    let own = quantities[at].limit(side).map(plain_edge);
    let through = parts.iter().filter_map(|(sum, factor)| {
        let Edge { value, open } = plain_edge(quantities[*sum].limit(side.through(factor))?);
        Some(Edge { value: &values[at] + &(&(&value - &values[*sum]) / factor), open })
    });
    let nearer = |one: Edge, other: Edge| if one.is_within(side, &other) { one } else { other };
    let edge = own.into_iter().chain(through).reduce(nearer)?;
    Some(if quantities[at].whole { whole_edge(side, &edge) } else { edge })
}

fn plain_edge(limit: &Limit) -> Edge {
    Edge { value: limit.value.main.clone(), open: !limit.value.tiny.is_zero() }
}

fn whole_edge(side: Side, edge: &Edge) -> Edge {
    Edge { value: inner(side, edge, &Fraction::ONE), open: false }
}

/// The multiple of a fraction that is nearest to an edge inside of it.
fn inner(side: Side, edge: &Edge, unit: &Fraction) -> Fraction {
    let tiny = match side {
        _ if !edge.open => Fraction::ZERO,
        Side::Low => Fraction::ONE,
        Side::High => Fraction::MINUS_ONE,
    };
    let times = Delta { main: &edge.value / unit, tiny };
    &times.inwards(side).main * unit
}

/// The plainest value between two ends: zero, or the one nearest to it with the fewest digits. `None`: there is no choice, or
/// none that is plain.
fn plainest(low: Option<&Edge>, high: Option<&Edge>) -> Option<Fraction> {
    let (side, near, far) = match (low, high) {
        (Some(low), _) if !low.admits(Side::Low, &Fraction::ZERO) => (Side::Low, low, high),
        (_, Some(high)) if !high.admits(Side::High, &Fraction::ZERO) => (Side::High, high, low),
        _ => return Some(Fraction::ZERO),
    };
    if far.is_some_and(|far| far.value == near.value) {
        return None;
    }
    let ten = Fraction::Small(10, 1);
    let units = std::iter::successors(Some(Fraction::ONE), |unit| Some(unit / &ten));
    let mut candidates = units.take(DIGITS).map(|unit| inner(side, near, &unit));
    candidates.find(|value| far.is_none_or(|far| far.admits(side.opposite(), value)))
}
