//! Counts of results: partitions that sum, and rates that say what they leave out.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::Outcome;

/// How many results there are of each outcome. Every pair of statement and bound subject is in exactly one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "one count for each outcome")]
pub struct Partition {
    pub pass: u64,
    pub fail: u64,
    pub unknown: u64,
    pub error: u64,
    pub waived: u64,
    pub not_applicable: u64,
}

impl Partition {
    /// Counts one more result.
    pub fn add(&mut self, outcome: Outcome) {
        let count = match outcome {
            Outcome::Pass => &mut self.pass,
            Outcome::Fail => &mut self.fail,
            Outcome::Unknown => &mut self.unknown,
            Outcome::Error => &mut self.error,
            Outcome::Waived => &mut self.waived,
            Outcome::NotApplicable => &mut self.not_applicable,
        };
        *count = count.saturating_add(1);
    }

    /// Adds another partition's counts. A record that was edited by hand may hold any number, so that no sum here overflows.
    pub fn merge(&mut self, other: Partition) {
        let add = |count: &mut u64, more: u64| *count = count.saturating_add(more);
        add(&mut self.pass, other.pass);
        add(&mut self.fail, other.fail);
        add(&mut self.unknown, other.unknown);
        add(&mut self.error, other.error);
        add(&mut self.waived, other.waived);
        add(&mut self.not_applicable, other.not_applicable);
    }

    /// All results.
    #[must_use]
    pub fn total(&self) -> u64 {
        self.assessed().saturating_add(self.not_applicable)
    }

    /// Results of statements that ask something of their subject.
    #[must_use]
    pub fn assessed(&self) -> u64 {
        let counts = [self.fail, self.unknown, self.error, self.waived];
        counts.into_iter().fold(self.pass, u64::saturating_add)
    }

    /// The share that passes. What is unknown, in error or waived does not pass and stays in the denominator; `None` where
    /// nothing was assessed.
    #[must_use]
    pub fn rate(&self) -> Option<Rate> {
        (self.assessed() > 0).then(|| Rate { numerator: self.pass, denominator: self.assessed() })
    }
}

impl FromIterator<Outcome> for Partition {
    fn from_iter<I: IntoIterator<Item = Outcome>>(outcomes: I) -> Partition {
        let mut partition = Partition::default();
        outcomes.into_iter().for_each(|outcome| partition.add(outcome));
        partition
    }
}

/// A share as two whole numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Rate {
    /// What counts.
    pub numerator: u64,
    /// Of how many; never 0.
    pub denominator: u64,
}

impl Rate {
    /// In tenths of a percent, rounded half up; 100.0 % only if all count, and 0.0 % only if none does.
    #[must_use]
    pub fn per_mille(self) -> u64 {
        let (part, whole) = (u128::from(self.numerator), u128::from(self.denominator.max(1)));
        let rounded = (part * 2000 + whole) / (whole * 2);
        let rounded = match (rounded, part) {
            (1000, _) if part < whole => 999,
            (0, 1..) => 1,
            _ => rounded,
        };
        u64::try_from(rounded).unwrap_or(u64::MAX)
    }
}

impl std::fmt::Display for Rate {
    /// `276/279 = 98.9%`
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let tenths = self.per_mille();
        write!(f, "{}/{} = {}.{}%", self.numerator, self.denominator, tenths / 10, tenths % 10)
    }
}

/// The figures of a run, before and after exceptions.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Figures {
    /// All results.
    pub total: Partition,
    /// All results as they would be if no exception held.
    pub before_exceptions: Partition,
    /// By tier, highest first.
    pub by_tier: Vec<Part>,
    /// By kind of subject, by name.
    pub by_kind: Vec<Part>,
    /// By the unit that answers, in the order of the units; what no unit answers for is in none of them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub by_unit: Vec<Part>,
    /// By the role that answers, by name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub by_role: Vec<Part>,
    /// Findings by level: urgent, finding, advice, recommendation.
    pub findings: [u64; 4],
}

/// The figures of a part of the results.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Part {
    /// The tier, kind, unit or role.
    pub name: String,
    /// Its results.
    pub figures: Partition,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_sum_to_the_total() {
        let partition: Partition = Outcome::ALL.into_iter().chain([Outcome::Pass]).collect();
        assert_eq!(partition.total(), 7);
        assert_eq!(partition.rate(), Some(Rate { numerator: 2, denominator: 6 }));
    }

    #[test]
    fn counts_as_large_as_can_be_written_do_not_overflow() {
        let mut most =
            Partition { pass: u64::MAX, fail: u64::MAX, not_applicable: 1, ..Partition::default() };
        most.merge(most);
        most.add(Outcome::Pass);
        assert_eq!(most.total(), u64::MAX);
        assert_eq!(most.rate().map(Rate::per_mille), Some(1000));
    }

    #[test]
    fn nothing_assessed_has_no_rate() {
        let partition: Partition = [Outcome::NotApplicable].into_iter().collect();
        assert_eq!(partition.rate(), None);
    }

    #[test]
    fn almost_all_is_not_all() {
        assert_eq!(Rate { numerator: 99_999, denominator: 100_000 }.per_mille(), 999);
        assert_eq!(Rate { numerator: 1, denominator: 100_000 }.per_mille(), 1);
        assert_eq!(Rate { numerator: 276, denominator: 279 }.per_mille(), 989);
    }
}
