//! Fractions with a part too small to count: `x < 3` is `x <= 3 - tiny`, whatever positive number tiny turns out to be.

use super::fraction::Fraction;
use super::quantity::Side;

/// A fraction and how many times the tiny number is added to it. They are ordered as for any tiny number that is small enough.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Delta {
    pub(super) main: Fraction,
    pub(super) tiny: Fraction,
}

impl Delta {
    pub(super) const ZERO: Delta = Delta { main: Fraction::ZERO, tiny: Fraction::ZERO };

    pub(super) fn exactly(main: Fraction) -> Delta {
        Delta { main, tiny: Fraction::ZERO }
    }

    /// Adds a multiple of another.
    pub(super) fn add(&mut self, factor: &Fraction, other: &Delta) {
        if !other.main.is_zero() {
            self.main = &self.main + &(factor * &other.main);
        }
        if !other.tiny.is_zero() {
            self.tiny = &self.tiny + &(factor * &other.tiny);
        }
    }

    /// How far it is to another.
    pub(super) fn to(&self, other: &Delta) -> Delta {
        Delta { main: &other.main - &self.main, tiny: &other.tiny - &self.tiny }
    }

    /// Precondition: the divisor is not zero.
    pub(super) fn over(&self, divisor: &Fraction) -> Delta {
        Delta { main: &self.main / divisor, tiny: &self.tiny / divisor }
    }

    pub(super) fn is_whole(&self) -> bool {
        self.tiny.is_zero() && self.main.is_whole()
    }

    /// The greatest whole number that is not above it.
    pub(super) fn floor(&self) -> Fraction {
        if self.main.is_whole() && self.tiny.is_negative() {
            return &self.main + &Fraction::MINUS_ONE;
        }
        self.main.floor()
    }

    /// The least whole number that is not below it.
    pub(super) fn ceiling(&self) -> Fraction {
        if self.is_whole() {
            return self.main.clone();
        }
        &self.floor() + &Fraction::ONE
    }

    /// The nearest whole number inside of it, if it is a limit on this side.
    pub(super) fn inwards(&self, side: Side) -> Delta {
        Delta::exactly(match side {
            Side::Low => self.ceiling(),
            Side::High => self.floor(),
        })
    }
}
