//! Common divisors: sums that cannot be right whatever whole numbers they are made of.

use super::delta::Delta;
use super::fraction::Fraction;
use super::quantity::Side;
use super::tableau::{Stop, Tableau};
use crate::effort::Effort;

impl Tableau {
    /// Whether some sum cannot be right because of common divisors: `2x - 2y` is never 1.
    pub(super) fn check_divisors(&self) -> Result<(), Stop> {
        self.rows.iter().try_for_each(|row| {
            let factors = row.factors.iter().chain([&Fraction::MINUS_ONE]);
            let terms = factors.zip(self.columns.iter().copied().chain([row.sum]));
            let terms: Vec<_> = terms.filter(|(factor, _)| !factor.is_zero()).collect();
            self.check_divisor(&terms, |at| self.is_fixed(at))?;
            self.check_divisor(&terms, |at| self.is_bounded(at))
        })
    }

    /// Terms add up to zero. Those that are known make up, together, a number between two limits; the others, if whole, a
    /// multiple of their common divisor.
    fn check_divisor(&self, terms: &[(&Fraction, usize)], known: impl Fn(usize) -> bool) -> Result<(), Stop> {
        let mut divisor = Fraction::ZERO;
        for (factor, at) in terms.iter().filter(|(_, at)| !known(*at)) {
            if !self.quantities[*at].whole {
                return Ok(());
            }
            divisor = divisor.common(factor);
        }
        if divisor.is_zero() {
            return Ok(());
        }
        let tied = |(factor, at): &&(&Fraction, usize)| {
            known(*at) && !(self.quantities[*at].whole && (*factor / &divisor).is_whole())
        };
        self.check_sum(&terms.iter().filter(tied).copied().collect::<Vec<_>>(), &divisor)
    }

    /// Whether a sum of quantities with limits on both sides can be a multiple of a divisor.
    fn check_sum(&self, terms: &[(&Fraction, usize)], divisor: &Fraction) -> Result<(), Stop> {
        let end = |side: Side| {
            let limits =
                terms.iter().map(|(factor, at)| (*factor, self.quantities[*at].limit(side.through(factor))));
            limits.fold(Delta::ZERO, |mut sum, (factor, limit)| {
                if let Some(limit) = limit {
                    sum.add(factor, &limit.value);
                }
                sum
            })
        };
        let (low, high) = (end(Side::Low).over(divisor), end(Side::High).over(divisor));
        if low.ceiling() <= high.floor() {
            return Ok(());
        }
        let quantities = terms.iter().map(|(_, at)| &self.quantities[*at]);
        let limits = quantities.flat_map(|quantity| quantity.low.iter().chain(&quantity.high));
        Err(Stop::contradiction(limits.map(|limit| limit.reason).collect()))
    }

    /// Seats fixed sums in columns, each for a quantity that is not: so that rows tell of common divisors what they can. A
    /// fraction goes into a row first, as rows with fractions in their columns tell nothing; then the least factor.
    pub(super) fn seat_fixed(&mut self, effort: &mut Effort) -> Result<(), Stop> {
        for row in 0..self.rows.len() {
            if !self.is_fixed(self.rows[row].sum) {
                continue;
            }
            let factors = self.rows[row].factors.iter().zip(&self.columns).enumerate();
            let free = factors.filter(|(_, (factor, at))| !factor.is_zero() && !self.is_fixed(**at));
            let rank = |factor: &Fraction, at: usize| {
                let size = if factor.is_negative() { -factor } else { factor.clone() };
                (self.quantities[at].whole, size, at)
            };
            let best = free.min_by_key(|(_, (factor, at))| rank(factor, **at)).map(|(column, _)| column);
            if let Some(column) = best {
                effort.spend(1)?;
                self.pivot(row, column);
            }
        }
        Ok(())
    }

    fn is_bounded(&self, at: usize) -> bool {
        self.quantities[at].low.is_some() && self.quantities[at].high.is_some()
    }

    fn is_fixed(&self, at: usize) -> bool {
        let quantity = &self.quantities[at];
        matches!((&quantity.low, &quantity.high), (Some(low), Some(high)) if low.value == high.value)
    }
}
