//! Whole numbers: where an unknown that must be whole is not, it is either less or more.

use super::cuts::Derived;
use super::delta::Delta;
use super::fraction::Fraction;
use super::quantity::{Limit, Side};
use super::tableau::{Stop, Tableau};
use crate::effort::Effort;

/// How many cases may lie within each other. Without limits there can be cases without end.
const DEEPEST: usize = 60;

/// How many cases are looked at before cuts are made.
const FEW: usize = 32;

/// The search through cases.
pub(super) struct Search<'a> {
    tableau: &'a mut Tableau,
    effort: &'a mut Effort,
    /// Reasons from here on are cases, not constraints.
    n_reasons: usize,
    /// How many cases may yet be looked at.
    cases: usize,
    derived: Derived,
}

impl<'a> Search<'a> {
    pub(super) fn new(
        tableau: &'a mut Tableau,
        n_reasons: usize,
        cases: usize,
        effort: &'a mut Effort,
    ) -> Search<'a> {
        let derived = Derived { from: n_reasons + DEEPEST, list: Vec::new() };
        Search { tableau, effort, n_reasons, cases, derived }
    }

    /// Moves values until all limits are kept and what must be whole is. The limits of cases do not stay.
    ///
    /// # Errors
    ///
    /// There are no such values; or none were found.
    pub(super) fn run(&mut self) -> Result<(), Stop> {
        let cases = self.cases;
        self.cases = cases.min(FEW);
        let settled = match self.within(0) {
            Err(Stop::TooHard) => {
                self.cases = cases;
                self.tableau.cut(&mut self.derived, self.effort).and_then(|()| self.within(0))
            }
            settled => settled,
        };
        settled.map_err(|stop| match stop {
            Stop::Contradiction(reasons) => Stop::Contradiction(self.derived.expand(reasons)),
            Stop::TooHard => Stop::TooHard,
        })
    }

    fn within(&mut self, depth: usize) -> Result<(), Stop> {
        self.tableau.check(self.effort)?;
        let Some(at) = self.tableau.broken() else { return Ok(()) };
        if depth == 0 {
            self.tableau.seat_fixed(self.effort)?;
        }
        self.tableau.check_divisors()?;
        if depth == DEEPEST || self.cases == 0 {
            return Err(Stop::TooHard);
        }
        self.cases -= 1;
        self.effort.spend(1)?;
        self.split(at, depth)
    }

    /// First the case nearer to zero. If it failed for reasons that have nothing to do with it, the other fails too.
    fn split(&mut self, at: usize, depth: usize) -> Result<(), Stop> {
        let value = &self.tableau.quantities[at].value;
        let less = (Side::High, value.floor());
        let more = (Side::Low, value.ceiling());
        let (first, second) = if value.main.is_negative() { (more, less) } else { (less, more) };
        let mark = self.n_reasons + depth;
        let depends = |stop: &Stop| !matches!(stop, Stop::Contradiction(reasons) if !reasons.contains(&mark));
        match self.case(at, first, depth) {
            Err(one) if depends(&one) => match self.case(at, second, depth) {
                Err(other) if depends(&other) => Err(either(one, other, mark)),
                settled => settled,
            },
            settled => settled,
        }
    }

    fn case(&mut self, at: usize, (side, value): (Side, Fraction), depth: usize) -> Result<(), Stop> {
        let limit = Limit { value: Delta::exactly(value), reason: self.n_reasons + depth };
        let old = self.tableau.narrow(at, side, limit)?;
        let settled = self.within(depth + 1);
        self.tableau.restore(at, side, old);
        settled
    }
}

/// Why neither of two cases has values.
fn either(one: Stop, other: Stop, mark: usize) -> Stop {
    match (one, other) {
        (Stop::Contradiction(mut reasons), Stop::Contradiction(others)) => {
            reasons.extend(others);
            reasons.retain(|reason| *reason != mark);
            Stop::contradiction(reasons)
        }
        _ => Stop::TooHard,
    }
}

impl Tableau {
    /// The first quantity that must be whole and is not. A sum of whole unknowns is whole once they are.
    fn broken(&self) -> Option<usize> {
        self.quantities.iter().position(|quantity| quantity.whole && !quantity.value.is_whole())
    }
}
