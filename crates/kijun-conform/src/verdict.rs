//! What a comparison of provisions comes to.

use std::sync::Arc;

use kijun_diag::Span;
use kijun_model::{EditionId, StatementId};

use crate::Case;

/// What lower provisions come to beside a higher statement.
#[derive(Clone, Debug, PartialEq)]
pub enum Verdict {
    /// Proved: they demand all that it demands; and more, or it was not decided whether more.
    Stricter,
    /// Proved, both ways.
    Equal,
    /// A document takes it over whole.
    Adopted(EditionId),
    /// A document says why it cannot apply; the place of the reason in `Edition::excludes`.
    Excluded(EditionId, usize),
    /// They demand less on subjects that they bind; the first gap is the one to tell.
    Weaker(Vec<Gap>),
    /// They demand less in one way and more in another, on the same subjects.
    Incomparable(Vec<Gap>),
    /// Some of its subjects nobody binds; of those that they bind, nothing shows that they demand less.
    Partial(Vec<Gap>),
    /// Nothing puts it into effect.
    Uncovered,
    /// Only clauses without a statement put it into effect.
    Undeclared,
    /// Not decided.
    Undecided(Why),
    /// It is a permission: nobody owes anything.
    Permission,
}

/// A way in which lower provisions fall short.
#[derive(Clone, Debug, PartialEq)]
pub struct Gap {
    /// In what.
    pub dimension: Dimension,
    /// A subject that shows it; absent where the provisions' heads show it already.
    pub case: Option<Arc<Case>>,
    /// The lower statements that let it pass; empty where none applies.
    pub lower: Vec<StatementId>,
}

/// What a provision is compared in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Dimension {
    /// `must`, `should`, `may`.
    Force,
    /// Which subjects are bound.
    Scope,
    /// What is demanded of them.
    Strength,
    /// Within what time, or how often.
    Timeframe,
    /// Who is responsible.
    Responsibility,
}

/// Why something was not decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// It took more effort than allowed.
    Effort,
    /// An expression has left the decided fragment.
    Fragment {
        /// The expression.
        span: Span,
    },
    /// Months or business days: the calendar was not exhausted.
    Calendar {
        /// The expression.
        span: Span,
    },
    /// A person answers it, and questions cannot be compared.
    Attested {
        /// The question.
        span: Span,
    },
}
