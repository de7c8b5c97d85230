//! Atoms: what a formula can say of evidence, each the business of one theory or of none.

use kijun_model::Day;
use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{One, Signed, Zero};
use rustc_hash::FxHashMap;

use super::place::PlaceId;
use super::sum::Sum;
use crate::theory::linear::{Form, Rational, Var};
use crate::theory::{network, text};

/// An atom by its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct AtomId(pub(crate) u32);

/// Something that nothing is known about but its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct OpaqueId(pub(crate) u32);

/// What a formula can say.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Atom {
    /// An optional place holds something.
    Present(PlaceId),
    /// An element of a pool is there.
    Exists(PlaceId),
    /// A place that holds true or false holds true.
    Flag(PlaceId),
    /// A condition outside the fragment is true; is false; a value outside of it is known.
    OpaqueTrue(OpaqueId),
    OpaqueFalse(OpaqueId),
    OpaqueKnown(OpaqueId),
    /// A form is at most a bound; below it if `strict`.
    Bound {
        form: Form,
        bound: Rational,
        strict: bool,
    },
    Text(text::Literal),
    Network(network::Literal),
}

/// Where an unknown value stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Unknown {
    Place(PlaceId),
    Day(Day),
    /// A day moved along the calendar, by its number.
    Moved(u32),
    Opaque(OpaqueId),
}

/// The unknowns of one sort. Each has a number of its own.
#[derive(Debug, Default)]
pub(crate) struct Unknowns {
    pub(crate) all: Vec<Unknown>,
    known: FxHashMap<Unknown, u32>,
}

impl Unknowns {
    pub(crate) fn number(&mut self, unknown: Unknown) -> u32 {
        let next = u32::try_from(self.all.len()).unwrap_or(u32::MAX);
        let number = *self.known.entry(unknown).or_insert(next);
        if number == next {
            self.all.push(unknown);
        }
        number
    }

    pub(crate) fn find(&self, unknown: Unknown) -> Option<u32> {
        self.known.get(&unknown).copied()
    }
}

/// All atoms of a question.
#[derive(Debug, Default)]
pub(crate) struct Atoms {
    pub(crate) all: Vec<Atom>,
    known: FxHashMap<Atom, AtomId>,
}

impl Atoms {
    pub(crate) fn get(&self, atom: AtomId) -> &Atom {
        &self.all[atom.0 as usize]
    }

    pub(crate) fn number(&mut self, atom: Atom) -> AtomId {
        if let Some(known) = self.known.get(&atom) {
            return *known;
        }
        let id = AtomId(u32::try_from(self.all.len()).unwrap_or(u32::MAX));
        self.all.push(atom.clone());
        self.known.insert(atom, id);
        id
    }
}

/// What `sum <= 0` (`< 0` if strict) comes to.
#[derive(Debug)]
pub(crate) enum Bounded {
    Settled(bool),
    /// An atom, or its negation.
    Atom(Atom, bool),
}

/// Brings `sum <= 0` (`< 0` if strict) into the one shape in which it is an atom: whole factors without a common divisor,
/// the first of them positive, and over whole unknowns a whole bound that belongs to it.
pub(crate) fn bounded(sum: &Sum, mut strict: bool, whole: impl Fn(Var) -> bool) -> Bounded {
    let Some((_, first)) = sum.terms.first_key_value() else {
        let zero = Rational::zero();
        return Bounded::Settled(if strict { sum.constant < zero } else { sum.constant <= zero });
    };
    let scale = scale(sum) / if first.is_negative() { -Rational::one() } else { Rational::one() };
    let form = Form(sum.terms.iter().map(|(var, factor)| (*var, factor * &scale)).collect());
    let mut bound = -&sum.constant * &scale;
    // `-x <= b` is `not (x < -b)`.
    let negated = scale.is_negative();
    if negated {
        strict = !strict;
    }
    if form.0.iter().all(|(var, _)| whole(*var)) {
        bound = if strict { bound.ceil() - Rational::one() } else { bound.floor() };
        strict = false;
    }
    Bounded::Atom(Atom::Bound { form, bound, strict }, !negated)
}

/// The positive number that makes all factors whole, without a common divisor.
fn scale(sum: &Sum) -> Rational {
    let mut denominators = BigInt::one();
    for factor in sum.terms.values() {
        denominators = lcm(&denominators, factor.denom());
    }
    let mut divisor = BigInt::zero();
    for factor in sum.terms.values() {
        divisor = gcd(&divisor, &(factor * BigRational::from(denominators.clone())).to_integer());
    }
    BigRational::new(denominators, divisor)
}

fn gcd(a: &BigInt, b: &BigInt) -> BigInt {
    let (mut a, mut b) = (a.abs(), b.abs());
    while !b.is_zero() {
        (a, b) = (b.clone(), a % &b);
    }
    a
}

fn lcm(a: &BigInt, b: &BigInt) -> BigInt {
    a / gcd(a, b) * b
}
