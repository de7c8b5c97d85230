//! Linear constraints over fractions and whole numbers, exactly.

use num_rational::BigRational;

use crate::effort::{Effort, Exhausted};
use crate::theory::Solved;

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

/// Whether constraints hold together; then a value for each unknown. `whole` says for each unknown, by its number, whether it
/// is a whole number.
pub(crate) fn solve(
    whole: &[bool],
    constraints: &[Constraint],
    effort: &mut Effort,
) -> Solved<Vec<Rational>> {
    todo!()
}

/// What one unknown may be where constraints hold together. Precondition: they do. For a whole unknown the ends are whole and
/// closed; where others are whole too the interval may be wider than the truth.
pub(crate) fn interval(
    whole: &[bool],
    constraints: &[Constraint],
    var: Var,
    effort: &mut Effort,
) -> Result<Interval, Exhausted> {
    todo!()
}
