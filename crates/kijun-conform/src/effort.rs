//! How much work a question may take. Work is counted in steps, never in time, so that the same question has the same answer
//! on every machine.

/// What a question may cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Steps of search for one question: decisions, pivots, states of automata.
    pub steps: u64,
    /// Parts of a formula, quantifiers written out.
    pub formula: usize,
    /// Elements that lists may have together.
    pub elements: usize,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits { steps: 200_000, formula: 100_000, elements: 256 }
    }
}

/// The steps that are left to a question.
#[derive(Debug)]
pub(crate) struct Effort {
    left: u64,
}

/// No step is left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Exhausted;

impl Effort {
    pub(crate) fn new(steps: u64) -> Effort {
        Effort { left: steps }
    }

    /// The steps left.
    pub(crate) fn left(&self) -> u64 {
        self.left
    }

    /// Takes steps away.
    pub(crate) fn spend(&mut self, steps: u64) -> Result<(), Exhausted> {
        self.left = self.left.checked_sub(steps).ok_or(Exhausted)?;
        Ok(())
    }
}
