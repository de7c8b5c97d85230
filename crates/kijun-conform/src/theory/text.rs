//! Texts: equal to each other or to constants, and what patterns say of them. Patterns are automata.

mod automata;
mod search;
mod solve;
mod utf8;

use std::collections::BTreeMap;
use std::sync::Arc;

use automata::Automaton;

use crate::effort::Effort;
use crate::theory::{Solved, classes};

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
#[derive(Debug)]
pub(crate) struct Patterns {
    numbers: BTreeMap<Pattern, Option<PatternId>>,
    automata: Vec<Automaton>,
    /// For what no pattern speaks of.
    anything: Automaton,
}

impl Default for Patterns {
    fn default() -> Patterns {
        Patterns { numbers: BTreeMap::new(), automata: Vec::new(), anything: Automaton::anything() }
    }
}

impl Patterns {
    /// The number of a pattern; `None` where no automaton of bearable size decides it.
    pub(crate) fn number(&mut self, pattern: Pattern) -> Option<PatternId> {
        if let Some(number) = self.numbers.get(&pattern) {
            return *number;
        }
        let number = Automaton::new(&regex(&pattern)).map(|automaton| {
            self.automata.push(automaton);
            PatternId(u32::try_from(self.automata.len() - 1).unwrap_or(u32::MAX))
        });
        self.numbers.insert(pattern, number);
        number
    }

    fn automaton(&self, id: PatternId) -> &Automaton {
        &self.automata[id.0 as usize]
    }
}

/// The regular expression that is found in just the texts that a pattern fits.
fn regex(pattern: &Pattern) -> Arc<str> {
    match pattern {
        Pattern::Matches(regex) => Arc::clone(regex),
        Pattern::StartsWith(text) => format!(r"\A{}", literal(text)).into(),
        Pattern::EndsWith(text) => format!(r"{}\z", literal(text)).into(),
        Pattern::Contains(text) => literal(text).into(),
    }
}

/// The regular expression of a text: each character by its number, so that none means anything else.
fn literal(text: &str) -> String {
    text.chars().map(|c| format!(r"\x{{{:x}}}", u32::from(c))).collect()
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
    classes::solve(&solve::Texts(patterns), n_vars, literals, effort)
}

#[cfg(test)]
mod tests;
