//! What scalar expressions stand for, before anything is known about the evidence.

use std::rc::Rc;

use kijun_model::{Expr, Fold, Range, Value};

use super::formula::Formula;
use super::place::{PlaceId, Pool};
use super::sum::Sum;
use crate::theory::linear::Rational;
use crate::theory::{network, text};

/// When a condition is true, and when it is false; neither where it is unknown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Rails {
    pub(crate) yes: Formula,
    pub(crate) no: Formula,
}

impl Rails {
    pub(crate) const UNKNOWN: Rails = Rails { yes: Formula::FALSE, no: Formula::FALSE };

    pub(crate) fn known(holds: Formula) -> Rails {
        Rails { yes: holds, no: !holds }
    }

    /// A doubt stays a doubt.
    pub(crate) fn opposite(self) -> Rails {
        Rails { yes: self.no, no: self.yes }
    }
}

/// A scalar: under which condition it is known, and as what. Conditions exclude each other, unless terms are the same.
#[derive(Clone, Debug)]
pub(crate) struct Scalar<'a> {
    pub(crate) cases: Vec<(Formula, Term<'a>)>,
    /// Where it is rightly absent.
    pub(crate) absent: Formula,
}

impl<'a> Scalar<'a> {
    pub(crate) fn known(term: Term<'a>) -> Scalar<'a> {
        Scalar { cases: vec![(Formula::TRUE, term)], absent: Formula::FALSE }
    }

    pub(crate) fn unknown() -> Scalar<'a> {
        Scalar { cases: Vec::new(), absent: Formula::FALSE }
    }
}

/// A known scalar.
#[derive(Clone, Debug)]
pub(crate) enum Term<'a> {
    Value(Value),
    /// A number, or what is compared like one. `days`: of a duration, that it holds no months.
    Sum {
        sum: Sum,
        days: bool,
    },
    Text(text::Var),
    Network(network::Var),
    /// A condition; where it is unknown the term is.
    Truth(Rails),
    /// A count; where its list is unknown, or elements are undecided, it is a range.
    Count(Rc<Counted<'a>>),
    /// The least or greatest; where anything is undecided, unknown.
    Extreme(Rc<Extreme<'a>>),
}

/// `count(x in xs where P)`, shifted by a constant.
#[derive(Clone, Debug)]
pub(crate) struct Counted<'a> {
    pub(crate) over: Over<'a>,
    pub(crate) plus: Rational,
}

/// `min(e for x in xs where P)`, `max(…)`
#[derive(Clone, Debug)]
pub(crate) struct Extreme<'a> {
    pub(crate) over: Over<'a>,
    pub(crate) value: &'a Expr,
    pub(crate) fold: Fold,
}

/// Elements and a condition on them, with what the locals around them stand for.
#[derive(Clone, Debug)]
pub(crate) struct Over<'a> {
    pub(crate) pool: Pool,
    /// Where the list is there.
    pub(crate) there: Formula,
    pub(crate) range: &'a Range,
    pub(crate) env: Env<'a>,
}

/// What locals stand for.
pub(crate) type Env<'a> = Rc<Vec<Local<'a>>>;

/// What a local stands for, with a name that is the same for the same thing.
#[derive(Clone, Debug)]
pub(crate) struct Local<'a> {
    pub(crate) is: Is<'a>,
    pub(crate) name: Rc<str>,
}

/// What an expression stands for.
#[derive(Clone, Debug)]
pub(crate) enum Is<'a> {
    /// Evidence: a subject, record, list, map or scalar.
    Place(PlaceId),
    /// A scalar.
    Scalar(Rc<Scalar<'a>>),
}

/// What is asked of an element.
#[derive(Clone, Debug)]
pub(crate) enum Test<'a> {
    /// The range's filter, and the body or its opposite.
    Holds { range: &'a Range, body: Option<(&'a Expr, bool)>, env: Env<'a> },
    /// It is the same as an item of an expression.
    Same(Rc<Scalar<'a>>, &'a Expr),
    /// It passes the filter, and its value stands so to another.
    Stands { extreme: Rc<Extreme<'a>>, comparison: kijun_model::Comparison, other: Rc<Term<'a>> },
    /// The filter is undecided, or passed with a value that is not known.
    Undecided(Rc<Extreme<'a>>),
}

/// So many elements of a pool, for which a test is certain or at least possible.
#[derive(Clone, Debug)]
pub(crate) struct Quantity<'a> {
    pub(crate) least: usize,
    pub(crate) pool: Pool,
    pub(crate) test: Rc<Test<'a>>,
    /// Whether the test has to be true, or only not false.
    pub(crate) certain: bool,
    /// A field of the subject that has another value where this was asked.
    pub(crate) with: Option<(u32, Value)>,
}
