//! Unknowns with limits, and sums of unknowns with limits: the general simplex method of Dutertre and de Moura.
//!
//! A sum is an unknown like others that a row of the tableau ties to those in the columns. Those in columns always keep their
//! limits; [`Tableau::check`] moves them until those in rows do too, or shows which limits can never be kept together.

use super::delta::Delta;
use super::fraction::Fraction;
use super::quantity::{Limit, Quantity, Seat, Side};
use crate::effort::{Effort, Exhausted};

/// Why there are no values.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Stop {
    /// Limits for these reasons, ascending, cannot be kept together.
    Contradiction(Vec<usize>),
    /// Not settled with the effort allowed.
    TooHard,
}

impl From<Exhausted> for Stop {
    fn from(_: Exhausted) -> Stop {
        Stop::TooHard
    }
}

impl Stop {
    pub(super) fn contradiction(mut reasons: Vec<usize>) -> Stop {
        reasons.sort_unstable();
        reasons.dedup();
        Stop::Contradiction(reasons)
    }
}

/// A sum: the quantity that sits here and the factors of those in the columns.
#[derive(Clone, Debug)]
pub(super) struct Row {
    pub(super) sum: usize,
    pub(super) factors: Vec<Fraction>,
}

/// Quantities, and the sums among them.
///
/// # Invariants
///
/// Every quantity in a column is within its limits; the value of one in a row is the sum of those in the columns.
#[derive(Clone, Debug, Default)]
pub(super) struct Tableau {
    pub(super) quantities: Vec<Quantity>,
    pub(super) rows: Vec<Row>,
    /// The quantity in each column.
    pub(super) columns: Vec<usize>,
}

impl Tableau {
    /// Moves values until all limits are kept. At first values rather grow than shrink, so that fewer are negative; then the
    /// least quantity goes first (Bland's rule), so that it ends.
    pub(super) fn check(&mut self, effort: &mut Effort) -> Result<(), Stop> {
        let mut polite = 2 * self.rows.len();
        while let Some((row, side)) = self.violated() {
            let Some(column) = self.choose(row, side.opposite(), polite > 0) else {
                return Err(self.explain(row, side));
            };
            effort.spend(1)?;
            polite = polite.saturating_sub(1);
            self.mend(row, column, side);
        }
        Ok(())
    }

    fn choose(&self, row: usize, side: Side, polite: bool) -> Option<usize> {
        let growing = |column: &usize| side.through(&self.rows[row].factors[*column]) == Side::High;
        let grown = self.helpers(row, side).filter(growing).min_by_key(|column| self.columns[*column]);
        grown.filter(|_| polite).or_else(|| self.helper(row, side))
    }

    fn violated(&self) -> Option<(usize, Side)> {
        let outside = |(at, row): (usize, &Row)| Some((row.sum, at, self.quantities[row.sum].violation()?));
        let (_, row, side) = self.rows.iter().enumerate().filter_map(outside).min_by_key(|(sum, ..)| *sum)?;
        Some((row, side))
    }

    /// The column of the least quantity that can move so that a sum goes to a side.
    pub(super) fn helper(&self, row: usize, side: Side) -> Option<usize> {
        self.helpers(row, side).min_by_key(|column| self.columns[*column])
    }

    fn helpers(&self, row: usize, side: Side) -> impl Iterator<Item = usize> {
        let factors = self.rows[row].factors.iter().zip(&self.columns).enumerate();
        let helps = move |(_, (factor, at)): &(usize, (&Fraction, &usize))| {
            !factor.is_zero() && self.quantities[**at].can_move(side.through(factor))
        };
        factors.filter(helps).map(|(column, _)| column)
    }

    /// Which limits keep a sum outside of its own.
    fn explain(&self, row: usize, side: Side) -> Stop {
        let Row { sum, factors } = &self.rows[row];
        let towards = side.opposite();
        let used = factors.iter().zip(&self.columns).filter(|(factor, _)| !factor.is_zero());
        let held =
            used.filter_map(|(factor, column)| self.quantities[*column].limit(towards.through(factor)));
        let own = self.quantities[*sum].limit(side);
        Stop::contradiction(held.chain(own).map(|limit| limit.reason).collect())
    }

    /// Puts a sum on its limit and moves the quantity in a column for it; they change seats.
    fn mend(&mut self, row: usize, column: usize, side: Side) {
        let sum = &self.quantities[self.rows[row].sum];
        let Some(limit) = sum.limit(side) else { return };
        let step = sum.value.to(&limit.value).over(&self.rows[row].factors[column]);
        self.shift(column, &step);
        self.pivot(row, column);
    }

    /// Moves the quantity in a column, and all sums with it.
    pub(super) fn shift(&mut self, column: usize, step: &Delta) {
        self.quantities[self.columns[column]].value.add(&Fraction::ONE, step);
        for row in &self.rows {
            let factor = &row.factors[column];
            if !factor.is_zero() {
                self.quantities[row.sum].value.add(factor, step);
            }
        }
    }

    /// A quantity in a row and one in a column change seats; no value changes. Precondition: the factor there is not zero.
    pub(super) fn pivot(&mut self, row: usize, column: usize) {
        self.solve_for(row, column);
        let solved = std::mem::take(&mut self.rows[row].factors);
        for other in &mut self.rows {
            if other.factors.get(column).is_some_and(|factor| !factor.is_zero()) {
                substitute(&mut other.factors, column, &solved);
            }
        }
        self.rows[row].factors = solved;
        std::mem::swap(&mut self.rows[row].sum, &mut self.columns[column]);
        self.quantities[self.rows[row].sum].seat = Seat::Row(row);
        self.quantities[self.columns[column]].seat = Seat::Column(column);
    }

    /// Turns `sum = a·x + rest` round to `x = sum/a - rest/a`.
    fn solve_for(&mut self, row: usize, column: usize) {
        let factors = &mut self.rows[row].factors;
        let inverse = &Fraction::ONE / &factors[column];
        let minus = -&inverse;
        factors[column] = Fraction::MINUS_ONE;
        for factor in factors.iter_mut().filter(|factor| !factor.is_zero()) {
            *factor = &*factor * &minus;
        }
    }

    /// Narrows a limit, whatever it was, and gives back the limit that stood there.
    ///
    /// # Errors
    ///
    /// It contradicts the other limit; then nothing has changed.
    pub(super) fn narrow(&mut self, at: usize, side: Side, limit: Limit) -> Result<Option<Limit>, Stop> {
        let quantity = &mut self.quantities[at];
        let other = side.opposite();
        if let Some(against) = quantity.limit(other).filter(|l| other.beyond(&limit.value, &l.value)) {
            return Err(Stop::contradiction(vec![against.reason, limit.reason]));
        }
        if quantity.limit(side).is_some_and(|old| !side.beyond(&old.value, &limit.value)) {
            return Ok(quantity.limit(side).cloned());
        }
        let outside = side.beyond(&quantity.value, &limit.value);
        let step = quantity.value.to(&limit.value);
        let seat = quantity.seat;
        let old = match side {
            Side::Low => quantity.low.replace(limit),
            Side::High => quantity.high.replace(limit),
        };
        match seat {
            Seat::Column(column) if outside => self.shift(column, &step),
            Seat::Loose if outside => self.quantities[at].value.add(&Fraction::ONE, &step),
            _ => {}
        }
        Ok(old)
    }

    /// Puts back a limit that [`Tableau::narrow`] gave.
    pub(super) fn restore(&mut self, at: usize, side: Side, limit: Option<Limit>) {
        match side {
            Side::Low => self.quantities[at].low = limit,
            Side::High => self.quantities[at].high = limit,
        }
    }
}

/// Puts what is known of a column in its place.
fn substitute(factors: &mut [Fraction], column: usize, solved: &[Fraction]) {
    let factor = std::mem::replace(&mut factors[column], Fraction::ZERO);
    for (mine, theirs) in factors.iter_mut().zip(solved).filter(|(_, theirs)| !theirs.is_zero()) {
        *mine = &*mine + &(&factor * theirs);
    }
}
