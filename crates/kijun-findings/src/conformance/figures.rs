//! How many higher statements came to what: numbers that sum.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::VerdictName;

/// How many statements there are of each verdict. Every higher statement is in exactly one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "one count for each verdict")]
pub struct ConformanceFigures {
    pub stricter: u64,
    pub equal: u64,
    pub adopted: u64,
    pub excluded: u64,
    pub weaker: u64,
    pub incomparable: u64,
    pub partial: u64,
    pub uncovered: u64,
    pub undeclared: u64,
    pub undecided: u64,
    pub permission: u64,
}

impl ConformanceFigures {
    /// Counts one more.
    pub fn add(&mut self, verdict: VerdictName) {
        *self.slot(verdict) += 1;
    }

    /// How many there are of a verdict.
    #[must_use]
    pub fn of(mut self, verdict: VerdictName) -> u64 {
        *self.slot(verdict)
    }

    /// All of them.
    #[must_use]
    pub fn total(self) -> u64 {
        VerdictName::ALL.into_iter().map(|verdict| self.of(verdict)).sum()
    }

    fn slot(&mut self, verdict: VerdictName) -> &mut u64 {
        match verdict {
            VerdictName::Stricter => &mut self.stricter,
            VerdictName::Equal => &mut self.equal,
            VerdictName::Adopted => &mut self.adopted,
            VerdictName::Excluded => &mut self.excluded,
            VerdictName::Weaker => &mut self.weaker,
            VerdictName::Incomparable => &mut self.incomparable,
            VerdictName::Partial => &mut self.partial,
            VerdictName::Uncovered => &mut self.uncovered,
            VerdictName::Undeclared => &mut self.undeclared,
            VerdictName::Undecided => &mut self.undecided,
            VerdictName::Permission => &mut self.permission,
        }
    }
}

impl FromIterator<VerdictName> for ConformanceFigures {
    fn from_iter<I: IntoIterator<Item = VerdictName>>(verdicts: I) -> ConformanceFigures {
        let mut figures = ConformanceFigures::default();
        verdicts.into_iter().for_each(|verdict| figures.add(verdict));
        figures
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_verdict_is_counted_once() {
        let figures: ConformanceFigures = VerdictName::ALL.into_iter().collect();
        assert!(VerdictName::ALL.into_iter().all(|verdict| figures.of(verdict) == 1));
        assert_eq!(figures.total(), VerdictName::ALL.len() as u64);
    }
}
