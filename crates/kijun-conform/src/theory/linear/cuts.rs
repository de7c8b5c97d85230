//! Cuts: what follows for whole numbers from limits, and no longer holds for the fractions that were found (Gomory's, for whole
//! numbers among fractions). They settle what cases without end do not.

use super::delta::Delta;
use super::fraction::Fraction;
use super::quantity::{Limit, Quantity, Seat, Side};
use super::tableau::{Row, Stop, Tableau};
use crate::effort::Effort;

/// How often cuts are made, and how many at a time.
const ROUNDS: usize = 6;
const AT_ONCE: usize = 8;

/// Reasons of limits that follow from others.
#[derive(Debug)]
pub(super) struct Derived {
    /// Reasons from here on are in the list.
    pub(super) from: usize,
    /// For each, the constraints that it follows from.
    pub(super) list: Vec<Vec<usize>>,
}

impl Derived {
    /// Only constraints and cases as reasons.
    pub(super) fn expand(&self, reasons: Vec<usize>) -> Vec<usize> {
        let constraints = |reason: usize| match reason.checked_sub(self.from).and_then(|at| self.list.get(at))
        {
            Some(reasons) => reasons.clone(),
            None => vec![reason],
        };
        let mut all: Vec<usize> = reasons.into_iter().flat_map(constraints).collect();
        all.sort_unstable();
        all.dedup();
        all
    }
}

/// A sum over the columns that is not less than a limit.
struct Cut {
    factors: Vec<Fraction>,
    low: Fraction,
    reasons: Vec<usize>,
}

impl Cut {
    /// One more part of the sum, counted from the limit at which it is.
    fn add(&mut self, column: usize, factor: Fraction, limit: &Limit) {
        self.low = &self.low + &(&factor * &limit.value.main);
        self.factors[column] = factor;
        self.reasons.push(limit.reason);
    }
}

/// A part of a sum, at one of its limits.
struct Part<'a> {
    column: usize,
    factor: Fraction,
    whole: bool,
    side: Side,
    limit: &'a Limit,
    /// The other limit, if it is the same.
    across: Option<&'a Limit>,
}

impl Part<'_> {
    fn value(&self) -> Fraction {
        &self.factor * &self.limit.value.main
    }

    /// Counts a part that is fixed from the limit that makes its factor positive, or negative.
    fn turn(&mut self, positive: bool) {
        if let Some(across) = self.across.filter(|_| self.inwards().is_positive() != positive) {
            self.across = Some(std::mem::replace(&mut self.limit, across));
            self.side = self.side.opposite();
        }
    }

    /// The factor with which the sum grows as the part leaves its limit.
    fn inwards(&self) -> Fraction {
        self.side.opposite().signed(&self.factor)
    }
}

impl Tableau {
    /// Adds sums with limits that every solution in whole numbers keeps. Precondition: no limit is of a case.
    pub(super) fn cut(&mut self, derived: &mut Derived, effort: &mut Effort) -> Result<(), Stop> {
        self.go_to_limits();
        self.check(effort)?;
        self.seat_fixed(effort)?;
        for _ in 0..ROUNDS {
            let rows = self.rows.iter().filter(|row| self.quantities[row.sum].whole);
            let units = rows.flat_map(|row| self.units(row).map(move |unit| (row, unit)));
            let cuts: Vec<Cut> =
                units.filter_map(|(row, unit)| self.cut_from(row, &unit)).take(AT_ONCE).collect();
            if cuts.is_empty() {
                break;
            }
            for cut in cuts {
                effort.spend(1)?;
                self.add_cut(cut, derived);
            }
            self.check(effort)?;
        }
        Ok(())
    }

    /// Moves what is in columns to limits, where it has some: cuts are counted from there.
    fn go_to_limits(&mut self) {
        for column in 0..self.columns.len() {
            let quantity = &self.quantities[self.columns[column]];
            if quantity.resting().is_none() {
                let limit = quantity.low.as_ref().or(quantity.high.as_ref());
                let goal = limit.map_or(Delta::ZERO, |limit| limit.value.clone());
                let step = quantity.value.to(&goal);
                self.shift(column, &step);
            }
        }
    }

    /// What follows from a row whose sum must be whole and is not; `None` where nothing does that is any use.
    fn cut_from(&self, row: &Row, unit: &Fraction) -> Option<Cut> {
        let mut parts = self.parts(row, unit)?;
        let value = parts.iter().fold(Fraction::ZERO, |sum, part| &sum + &part.value());
        let over = match value.past_floor() {
            over if over.is_zero() => strictly_over(&mut parts)?,
            over => over,
        };
        let factors = vec![Fraction::ZERO; self.columns.len()];
        let mut cut = Cut { factors, low: Fraction::ONE, reasons: Vec::new() };
        for part in parts {
            let weight = weight(&part.inwards(), part.whole, &over);
            cut.add(part.column, part.side.opposite().signed(&weight), part.limit);
        }
        cut.factors.iter().all(Fraction::is_handy).then_some(cut)
    }

    /// The parts of a sum that could make it other than whole. `None` if one of them has no limit to count from.
    fn parts(&self, row: &Row, unit: &Fraction) -> Option<Vec<Part<'_>>> {
        let terms = row.factors.iter().zip(&self.columns).enumerate();
        let terms = terms.map(|(column, (factor, at))| (column, factor / unit, &self.quantities[*at]));
        let broken = terms.filter(|(_, factor, part)| !(factor.is_zero() || part.whole && factor.is_whole()));
        broken
            .map(|(column, factor, quantity)| {
                let (side, limit) = quantity.resting()?;
                Some(Part {
                    column,
                    factor,
                    whole: quantity.whole,
                    side,
                    limit,
                    across: quantity.across(side),
                })
            })
            .collect()
    }

    /// Numbers by which a row can be divided so that its sum and whole numbers in it are whole multiples: all of them, or only
    /// those without limits to count from.
    fn units(&self, row: &Row) -> impl Iterator<Item = Fraction> {
        let unit = |all: bool| {
            let whole = row.factors.iter().zip(&self.columns).filter(|(_, at)| self.quantities[**at].whole);
            let taken = whole.filter(|(_, at)| all || self.quantities[**at].resting().is_none());
            taken.fold(Fraction::ONE, |unit, (factor, _)| unit.common(factor))
        };
        let (all, free) = (unit(true), unit(false));
        let second = Some(free).filter(|free| *free != all);
        std::iter::once(all).chain(second)
    }

    fn add_cut(&mut self, cut: Cut, derived: &mut Derived) {
        let mut value = Delta::ZERO;
        for (factor, at) in cut.factors.iter().zip(&self.columns) {
            value.add(factor, &self.quantities[*at].value);
        }
        let low = Limit { value: Delta::exactly(cut.low), reason: derived.from + derived.list.len() };
        derived.list.push(derived.expand(cut.reasons));
        let seat = Seat::Row(self.rows.len());
        self.rows.push(Row { sum: self.quantities.len(), factors: cut.factors });
        self.quantities.push(Quantity { low: Some(low), high: None, value, whole: false, seat });
    }
}

impl Quantity {
    /// The limit at which its value is.
    fn resting(&self) -> Option<(Side, &Limit)> {
        let limits = [Side::Low, Side::High].into_iter().filter_map(|side| Some((side, self.limit(side)?)));
        limits.into_iter().find(|(_, limit)| limit.value.main == self.value.main)
    }

    /// The limit on the other side, if it is the same.
    fn across(&self, side: Side) -> Option<&Limit> {
        let limit = self.limit(side)?;
        self.limit(side.opposite()).filter(|across| across.value == limit.value)
    }
}

/// A sum that is whole but for limits that it may not reach is as good as just above, or just below, a whole number if all parts
/// lead to one side.
fn strictly_over(parts: &mut [Part<'_>]) -> Option<Fraction> {
    let strict = parts.iter().find(|part| !part.limit.value.tiny.is_zero())?;
    let positive = strict.inwards().is_positive();
    parts.iter_mut().for_each(|part| part.turn(positive));
    let aligned = parts.iter().all(|part| part.whole || part.inwards().is_positive() == positive);
    aligned.then_some(if positive { Fraction::ZERO } else { Fraction::ONE })
}

/// What a part of a sum weighs in the cut, by the factor with which it leads away from its limit. `over`: how far the sum is above
/// the next whole number.
fn weight(factor: &Fraction, whole: bool, over: &Fraction) -> Fraction {
    let under = &Fraction::ONE - over;
    let past = if whole { factor.past_floor() } else { factor.clone() };
    if whole && past > under {
        &(&Fraction::ONE - &past) / over
    } else if past.is_negative() {
        -&(&past / over)
    } else if past.is_zero() {
        past
    } else {
        &past / &under
    }
}
