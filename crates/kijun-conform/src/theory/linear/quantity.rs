//! A quantity: an unknown or a sum of unknowns, its limits, and where it sits in the tableau.

use super::delta::Delta;
use super::fraction::Fraction;

/// A limit and the reason for it.
#[derive(Clone, Debug)]
pub(super) struct Limit {
    pub(super) value: Delta,
    pub(super) reason: usize,
}

/// Which of the two limits; also the direction in which a value moves towards it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Low,
    High,
}

impl Side {
    pub(super) fn opposite(self) -> Side {
        match self {
            Side::Low => Side::High,
            Side::High => Side::Low,
        }
    }

    /// The same side, or the other one if a factor is negative.
    pub(super) fn through(self, factor: &Fraction) -> Side {
        if factor.is_negative() { self.opposite() } else { self }
    }

    /// A number as it is when this side is where it grows, else with the other sign.
    pub(super) fn signed(self, number: &Fraction) -> Fraction {
        match self {
            Side::High => number.clone(),
            Side::Low => -number,
        }
    }

    /// Whether a value lies on this side of a limit, outside of it.
    pub(super) fn beyond(self, value: &Delta, limit: &Delta) -> bool {
        match self {
            Side::Low => value < limit,
            Side::High => value > limit,
        }
    }
}

/// Where an unknown sits in the tableau.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Seat {
    /// It is the sum that the row tells.
    Row(usize),
    /// Sums are made of it.
    Column(usize),
    /// No sum has it.
    Loose,
}

/// An unknown or a sum of unknowns.
#[derive(Clone, Debug)]
pub(super) struct Quantity {
    pub(super) low: Option<Limit>,
    pub(super) high: Option<Limit>,
    pub(super) value: Delta,
    pub(super) whole: bool,
    pub(super) seat: Seat,
}

impl Quantity {
    pub(super) fn limit(&self, side: Side) -> Option<&Limit> {
        match side {
            Side::Low => self.low.as_ref(),
            Side::High => self.high.as_ref(),
        }
    }

    /// The side on which its value lies outside its limits.
    pub(super) fn violation(&self) -> Option<Side> {
        [Side::Low, Side::High]
            .into_iter()
            .find(|side| self.limit(*side).is_some_and(|l| side.beyond(&self.value, &l.value)))
    }

    /// Whether its value can move further to a side.
    pub(super) fn can_move(&self, side: Side) -> bool {
        match side {
            Side::Low => self.low.as_ref().is_none_or(|l| self.value > l.value),
            Side::High => self.high.as_ref().is_none_or(|l| self.value < l.value),
        }
    }
}
