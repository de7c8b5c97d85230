//! What a text may be of which literals hold or do not.

use std::sync::Arc;

use super::automata::Automaton;
use super::{Literal, Patterns, search};
use crate::effort::{Effort, Exhausted};
use crate::theory::classes::Sort;

/// Texts, and the patterns that are spoken of.
pub(super) struct Texts<'a>(pub(super) &'a Patterns);

impl Sort for Texts<'_> {
    type Literal = Literal;
    type Value = Arc<str>;

    fn unknowns(literal: &Literal) -> (u32, Option<u32>) {
        match literal {
            Literal::Is(var, _) | Literal::Fits(var, _) => (var.0, None),
            Literal::Same(a, b) => (a.0, Some(b.0)),
        }
    }

    fn values(
        &self,
        literals: &[&(Literal, bool)],
        n: usize,
        effort: &mut Effort,
    ) -> Result<Vec<Arc<str>>, Exhausted> {
        let fine =
            |text: &Arc<str>| literals.iter().all(|(literal, holds)| self.holds(literal, text) == *holds);
        if let Some(text) = literals.iter().find_map(|literal| required(literal)) {
            return Ok(Some(text).filter(|text| fine(text)).cloned().into_iter().collect());
        }
        let anything = [(&self.0.anything, true)];
        let spoken: Vec<(&Automaton, bool)> =
            literals.iter().filter_map(|literal| self.spoken(literal)).collect();
        let wanted = if spoken.is_empty() { &anything[..] } else { &spoken };
        // Texts that it must not be stand in no automaton: where they come up, more is asked for.
        let mut asked = n;
        loop {
            let texts = search::texts(wanted, asked, effort)?;
            let (n_texts, mut good) = (texts.len(), texts);
            good.retain(&fine);
            if good.len() >= n || n_texts < asked {
                good.truncate(n);
                return Ok(good);
            }
            asked *= 2;
        }
    }
}

impl Texts<'_> {
    fn holds(&self, literal: &Literal, text: &Arc<str>) -> bool {
        match literal {
            Literal::Is(_, constant) => constant == text,
            Literal::Fits(_, pattern) => self.0.automaton(*pattern).fits(text),
            // One unknown: the other is the same.
            Literal::Same(..) => true,
        }
    }

    fn spoken(&self, (literal, holds): &(Literal, bool)) -> Option<(&Automaton, bool)> {
        match literal {
            Literal::Fits(_, pattern) => Some((self.0.automaton(*pattern), *holds)),
            _ => None,
        }
    }
}

fn required(literal: &(Literal, bool)) -> Option<&Arc<str>> {
    match literal {
        (Literal::Is(_, text), true) => Some(text),
        _ => None,
    }
}
