//! Exact fractions that are quick while they are small. What does not fit into machine words is kept as big numbers.

use std::cmp::Ordering;
use std::ops::{Add, Div, Mul, Neg, Sub};

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{Signed, ToPrimitive};

/// An exact fraction.
///
/// # Invariants
///
/// Small: the second is positive, they have no common factor, and neither is the least number of its type. Big: does not fit
/// into small. So equal fractions are alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Fraction {
    Small(i64, i64),
    Big(Box<BigRational>),
}

use Fraction::Small;

impl Fraction {
    pub(super) const ZERO: Fraction = Small(0, 1);
    pub(super) const ONE: Fraction = Small(1, 1);
    pub(super) const MINUS_ONE: Fraction = Small(-1, 1);

    pub(super) fn is_zero(&self) -> bool {
        matches!(self, Small(0, _))
    }

    pub(super) fn is_positive(&self) -> bool {
        match self {
            Small(n, _) => *n > 0,
            Fraction::Big(big) => big.is_positive(),
        }
    }

    pub(super) fn is_negative(&self) -> bool {
        match self {
            Small(n, _) => *n < 0,
            Fraction::Big(big) => big.is_negative(),
        }
    }

    pub(super) fn is_whole(&self) -> bool {
        match self {
            Small(_, d) => *d == 1,
            Fraction::Big(big) => big.is_integer(),
        }
    }

    /// Whether it is so small and simple that a good deal of reckoning with it stays quick.
    pub(super) fn is_handy(&self) -> bool {
        matches!(self, Small(n, d) if n.unsigned_abs() < 1 << 20 && *d < 1 << 20)
    }

    /// The greatest whole number that is not above it.
    pub(super) fn floor(&self) -> Fraction {
        match self {
            Small(_, 1) => self.clone(),
            Small(n, d) => Small(n.div_euclid(*d), 1),
            Fraction::Big(big) => big.floor().into(),
        }
    }

    /// How far it is above the greatest whole number that is not.
    pub(super) fn past_floor(&self) -> Fraction {
        self - &self.floor()
    }

    /// The greatest fraction of which both are whole multiples; not negative.
    pub(super) fn common(&self, other: &Fraction) -> Fraction {
        let (mut a, mut b) = (self.clone(), other.clone());
        while !b.is_zero() {
            let rest = &a - &(&b * &(&a / &b).floor());
            (a, b) = (b, rest);
        }
        if a.is_negative() { -&a } else { a }
    }

    pub(super) fn to_rational(&self) -> BigRational {
        match self {
            Small(n, d) => BigRational::new_raw(BigInt::from(*n), BigInt::from(*d)),
            Fraction::Big(big) => (**big).clone(),
        }
    }
}

impl From<BigRational> for Fraction {
    fn from(rational: BigRational) -> Fraction {
        match (fitting(rational.numer()), fitting(rational.denom())) {
            (Some(n), Some(d)) => Small(n, d),
            _ => Fraction::Big(Box::new(rational)),
        }
    }
}

impl From<Fraction> for BigRational {
    fn from(fraction: Fraction) -> BigRational {
        match fraction {
            Small(..) => fraction.to_rational(),
            Fraction::Big(big) => *big,
        }
    }
}

fn fitting(number: &BigInt) -> Option<i64> {
    number.to_i64().filter(|n| *n != i64::MIN)
}

impl From<&BigRational> for Fraction {
    fn from(rational: &BigRational) -> Fraction {
        match (fitting(rational.numer()), fitting(rational.denom())) {
            (Some(n), Some(d)) => Small(n, d),
            _ => Fraction::Big(Box::new(rational.clone())),
        }
    }
}

/// A quotient in its lowest terms. Precondition: `d` is not zero, and neither is the least number of its type.
fn quotient(n: i128, d: i128) -> Fraction {
    let common = divisor(n.unsigned_abs(), d.unsigned_abs()).cast_signed();
    let (n, d) = (n / common * d.signum(), d.abs() / common);
    match (i64::try_from(n), i64::try_from(d)) {
        (Ok(n), Ok(d)) if n != i64::MIN => Small(n, d),
        _ => Fraction::Big(Box::new(BigRational::new_raw(BigInt::from(n), BigInt::from(d)))),
    }
}

/// The greatest common divisor. Words of one register are much quicker to divide than those of two.
fn divisor(mut a: u128, mut b: u128) -> u128 {
    while b != 0 {
        if let (Ok(a), Ok(b)) = (u64::try_from(a), u64::try_from(b)) {
            return u128::from(short_divisor(a, b));
        }
        (a, b) = (b, a % b);
    }
    a
}

fn short_divisor(mut a: u64, mut b: u64) -> u64 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

fn wide(number: &i64) -> i128 {
    i128::from(*number)
}

impl Add for &Fraction {
    type Output = Fraction;

    fn add(self, other: &Fraction) -> Fraction {
        match (self, other) {
            (Small(a, 1), Small(c, 1)) => quotient(wide(a) + wide(c), 1),
            (Small(a, b), Small(c, d)) => quotient(wide(a) * wide(d) + wide(c) * wide(b), wide(b) * wide(d)),
            _ => (self.to_rational() + other.to_rational()).into(),
        }
    }
}

impl Sub for &Fraction {
    type Output = Fraction;

    fn sub(self, other: &Fraction) -> Fraction {
        self + &-other
    }
}

impl Mul for &Fraction {
    type Output = Fraction;

    fn mul(self, other: &Fraction) -> Fraction {
        match (self, other) {
            (Small(0, _), _) | (_, Small(0, _)) => Fraction::ZERO,
            (Small(1, 1), same) | (same, Small(1, 1)) => same.clone(),
            (Small(a, b), Small(c, d)) => quotient(wide(a) * wide(c), wide(b) * wide(d)),
            _ => (self.to_rational() * other.to_rational()).into(),
        }
    }
}

impl Div for &Fraction {
    type Output = Fraction;

    /// Precondition: the other is not zero.
    fn div(self, other: &Fraction) -> Fraction {
        match (self, other) {
            (same, Small(1, 1)) => same.clone(),
            (Small(a, b), Small(c, d)) => quotient(wide(a) * wide(d), wide(b) * wide(c)),
            _ => (self.to_rational() / other.to_rational()).into(),
        }
    }
}

impl Neg for &Fraction {
    type Output = Fraction;

    fn neg(self) -> Fraction {
        match self {
            Small(n, d) => Small(-n, *d),
            Fraction::Big(big) => Fraction::Big(Box::new(-(**big).clone())),
        }
    }
}

impl Ord for Fraction {
    fn cmp(&self, other: &Fraction) -> Ordering {
        match (self, other) {
            (Small(a, b), Small(c, d)) if b == d => a.cmp(c),
            (Small(a, b), Small(c, d)) => (wide(a) * wide(d)).cmp(&(wide(c) * wide(b))),
            _ => self.to_rational().cmp(&other.to_rational()),
        }
    }
}

impl PartialOrd for Fraction {
    fn partial_cmp(&self, other: &Fraction) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
