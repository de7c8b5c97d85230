//! What an expression of scalar type comes to: a value, a range of numbers, or a doubt.

use std::borrow::Cow;

use kijun_model::{Cell, Content, Value};
use rust_decimal::Decimal;

use crate::truth::{Doubt, Truth};

/// What an expression of scalar type comes to.
#[derive(Clone, Debug)]
pub(crate) enum Scalar<'a> {
    /// A value; of evidence, without a copy.
    Known(Cow<'a, Value>),
    /// A number that lies somewhere in a range, because elements were undecided.
    Between(Bounds),
    /// Nothing that could be told.
    Unknown(Doubt),
}

/// A range of numbers, ends included; an end that is absent is without bound.
#[derive(Clone, Debug)]
pub(crate) struct Bounds {
    pub(crate) low: Option<Decimal>,
    pub(crate) high: Option<Decimal>,
    /// Why it is not one number.
    pub(crate) doubt: Doubt,
}

impl<'a> Scalar<'a> {
    pub(crate) fn owned(value: Value) -> Scalar<'a> {
        Scalar::Known(Cow::Owned(value))
    }

    /// A value if there is one; what cannot be computed is missing.
    pub(crate) fn computed(value: Option<Value>) -> Scalar<'a> {
        value.map_or(Scalar::Unknown(Doubt::Missing), Scalar::owned)
    }

    /// A range; one that has shrunk to a point is a value.
    pub(crate) fn between(bounds: Bounds) -> Scalar<'a> {
        match (bounds.low, bounds.high) {
            (Some(low), Some(high)) if low == high => Scalar::owned(Value::Number(low)),
            _ => Scalar::Between(bounds),
        }
    }

    /// What a cell holds.
    pub(crate) fn of_cell(cell: &'a Cell) -> Scalar<'a> {
        match &cell.content {
            Content::Value(value) => Scalar::Known(Cow::Borrowed(value)),
            Content::Malformed => Scalar::Unknown(Doubt::Malformed),
            _ => Scalar::Unknown(Doubt::Missing),
        }
    }

    pub(crate) fn of_truth(truth: Truth) -> Scalar<'a> {
        match truth {
            Truth::True => Scalar::owned(Value::Bool(true)),
            Truth::False => Scalar::owned(Value::Bool(false)),
            Truth::Unknown(doubt) => Scalar::Unknown(doubt),
        }
    }

    pub(crate) fn truth(&self) -> Truth {
        match self.known() {
            Some(Value::Bool(holds)) => Truth::known(*holds),
            Some(_) => Truth::Unknown(Doubt::Missing),
            None => Truth::Unknown(self.doubt().unwrap_or(Doubt::Missing)),
        }
    }

    pub(crate) fn known(&self) -> Option<&Value> {
        match self {
            Scalar::Known(value) => Some(value),
            _ => None,
        }
    }

    /// Why it is not one value, unless it is.
    pub(crate) fn doubt(&self) -> Option<Doubt> {
        match self {
            Scalar::Known(_) => None,
            Scalar::Between(bounds) => Some(bounds.doubt),
            Scalar::Unknown(doubt) => Some(*doubt),
        }
    }

    pub(crate) fn into_owned(self) -> Scalar<'static> {
        match self {
            Scalar::Known(value) => Scalar::owned(value.into_owned()),
            Scalar::Between(bounds) => Scalar::Between(bounds),
            Scalar::Unknown(doubt) => Scalar::Unknown(doubt),
        }
    }

    /// The range of a number, a single number included.
    pub(crate) fn bounds(&self) -> Option<Bounds> {
        match self {
            Scalar::Known(value) => match **value {
                Value::Number(n) => Some(Bounds { low: Some(n), high: Some(n), doubt: Doubt::Missing }),
                _ => None,
            },
            Scalar::Between(bounds) => Some(bounds.clone()),
            Scalar::Unknown(_) => None,
        }
    }
}

/// The graver of the doubts of two operands, of which at least one is in doubt.
pub(crate) fn doubt_of(a: &Scalar<'_>, b: &Scalar<'_>) -> Doubt {
    a.doubt().max(b.doubt()).unwrap_or(Doubt::Missing)
}
