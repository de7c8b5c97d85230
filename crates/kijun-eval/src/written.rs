//! The expressions as they were written, each with the node it was compiled to, for those who ask why.

use std::sync::Arc;

use kijun_diag::Span;
use kijun_model::{DefineId, KindId, ParameterId, Quantifier, RecordId};

use crate::arena::{NodeId, Slot};

/// A written expression. Shared where a definition is called several times with the same arguments.
#[derive(Clone, Debug)]
pub(crate) struct Written {
    pub(crate) node: NodeId,
    pub(crate) span: Span,
    pub(crate) shape: Shape,
    /// What it is made of, in the order of writing.
    pub(crate) parts: Vec<Arc<Written>>,
}

/// What an expression is, as far as an explanation cares.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Shape {
    /// A constant, a day.
    Known,
    Parameter(ParameterId),
    /// The subject or an element.
    Bound(Slot),
    Field(Owner, u32),
    Not,
    /// Any number of operands.
    And,
    /// Any number of operands.
    Or,
    Implies,
    /// A test or a computation that needs all its operands.
    Strict(Form),
    InList,
    IsPresent,
    /// The parts: the list (of [`Origin::List`]), the filter, the condition or value, each if there is one.
    Range(Form, Ranged),
    If,
    /// The one part is the body.
    Call(DefineId),
    Unanswered,
    /// Not compiled, because a limit was reached.
    Refused,
}

/// What a field belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Owner {
    Record(RecordId),
    Kind(KindId),
    /// A type without fields; only of a model with errors.
    Nothing,
}

/// The parts of a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Ranged {
    pub(crate) slot: Slot,
    pub(crate) origin: Origin,
    /// Whose fields an element has.
    pub(crate) element: Owner,
    pub(crate) filtered: bool,
    pub(crate) quantifier: Option<Quantifier>,
}

/// Where a range's elements come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Origin {
    /// From the first part.
    List,
    All(KindId),
}

/// The form of an expression, by the word it is known by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the forms of the language, by name")]
pub enum Form {
    Constant,
    Parameter,
    Element,
    Field,
    Not,
    And,
    Or,
    Implies,
    Compare,
    InSet,
    InList,
    Matches,
    Text,
    Within,
    Under,
    IsPresent,
    Every,
    Some,
    No,
    Count,
    Sum,
    Min,
    Max,
    Arithmetic,
    Negate,
    Age,
    If,
    Call,
    Unanswered,
    Refused,
}

impl Written {
    /// The form, by its word.
    pub(crate) fn form(&self) -> Form {
        match self.shape {
            Shape::Known => Form::Constant,
            Shape::Parameter(_) => Form::Parameter,
            Shape::Bound(_) => Form::Element,
            Shape::Field(..) => Form::Field,
            Shape::Not => Form::Not,
            Shape::And => Form::And,
            Shape::Or => Form::Or,
            Shape::Implies => Form::Implies,
            Shape::Strict(form) | Shape::Range(form, _) => form,
            Shape::InList => Form::InList,
            Shape::IsPresent => Form::IsPresent,
            Shape::If => Form::If,
            Shape::Call(_) => Form::Call,
            Shape::Unanswered => Form::Unanswered,
            Shape::Refused => Form::Refused,
        }
    }

    /// The parts of a range: the list, the filter, and the condition or value.
    pub(crate) fn range_parts(&self, ranged: Ranged) -> RangeParts<'_> {
        let mut parts = self.parts.iter();
        let list = if ranged.origin == Origin::List { parts.next() } else { None };
        let filter = if ranged.filtered { parts.next() } else { None };
        RangeParts { list, filter, body: parts.next() }
    }
}

/// The parts of a range, each if there is one.
#[derive(Clone, Copy, Debug)]
pub(crate) struct RangeParts<'w> {
    pub(crate) list: Option<&'w Arc<Written>>,
    pub(crate) filter: Option<&'w Arc<Written>>,
    pub(crate) body: Option<&'w Arc<Written>>,
}
