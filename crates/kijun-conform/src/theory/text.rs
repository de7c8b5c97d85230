//! Texts: equal to each other or to constants, and what patterns say of them. Patterns are automata.

use std::sync::Arc;

use crate::effort::Effort;
use crate::theory::Solved;

/// An unknown text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Var(pub(crate) u32);

/// A pattern by its number among [`Patterns`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct PatternId(pub(crate) u32);

/// A pattern as it is written.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Pattern {
    /// `matches /re/`: found anywhere in the text, as `regex` does.
    Matches(Arc<str>),
    StartsWith(Arc<str>),
    EndsWith(Arc<str>),
    Contains(Arc<str>),
}

/// Patterns as automata, each made once.
#[derive(Debug, Default)]
pub(crate) struct Patterns {}

impl Patterns {
    /// The number of a pattern; `None` where no automaton of bearable size decides it.
    pub(crate) fn number(&mut self, pattern: Pattern) -> Option<PatternId> {
        todo!()
    }
}

/// What can be said of texts.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Literal {
    /// It is this text.
    Is(Var, Arc<str>),
    /// A pattern holds of it.
    Fits(Var, PatternId),
    /// Two are the same.
    Same(Var, Var),
}

/// Whether literals, each with whether it holds, hold together; then the shortest readable text for each unknown.
pub(crate) fn solve(
    patterns: &Patterns,
    n_vars: usize,
    literals: &[(Literal, bool)],
    effort: &mut Effort,
) -> Solved<Vec<Arc<str>>> {
    todo!()
}
