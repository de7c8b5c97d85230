//! How much came to what: partitions that sum.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Change, Class};
use crate::{Outcome, Partition};

/// The figures of a diff.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct DiffFigures {
    /// Findings that are told now and were not.
    pub new: u64,
    /// Findings that press more.
    pub worse: u64,
    /// Findings of which one run could not see the matter.
    pub not_comparable: u64,
    /// Findings that press less.
    pub better: u64,
    /// Findings that are not told any more.
    pub resolved: u64,
    /// Findings that only moved.
    pub moved: u64,
    /// Findings that are the same.
    pub persisting: u64,
    /// Findings of the older run by level: urgent, finding, advice, recommendation.
    pub old_findings: [u64; 4],
    /// Findings of the newer run by level.
    pub new_findings: [u64; 4],
    /// Results of the older run.
    pub old: Partition,
    /// Results of the newer run.
    pub new_results: Partition,
    /// Results of the older run as they would be without exceptions.
    pub old_before_exceptions: Partition,
    /// Results of the newer run as they would be without exceptions.
    pub new_before_exceptions: Partition,
    /// What every result turned into. Every pair of statement (by lineage) and subject that either run judged is in exactly one.
    pub transitions: Vec<Transition>,
}

/// How many results turned from one outcome into another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Transition {
    /// The older result; absent where there was none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Outcome>,
    /// The newer result; absent where there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Outcome>,
    /// How many.
    pub n: u64,
}

impl Transition {
    /// Where it stands among the others: by outcome, none last.
    pub(super) fn order(&self) -> (bool, Option<Outcome>, bool, Option<Outcome>) {
        (self.from.is_none(), self.from, self.to.is_none(), self.to)
    }
}

impl DiffFigures {
    /// Counts the classes of changes.
    pub(super) fn count(&mut self, changes: &[Change]) {
        for change in changes {
            *self.of_mut(change.class) += 1;
        }
    }

    /// How many changes there are of a class.
    #[must_use]
    pub fn of(&self, class: Class) -> u64 {
        match class {
            Class::New => self.new,
            Class::Worse => self.worse,
            Class::NotComparable => self.not_comparable,
            Class::Better => self.better,
            Class::Resolved => self.resolved,
            Class::Moved => self.moved,
        }
    }

    fn of_mut(&mut self, class: Class) -> &mut u64 {
        match class {
            Class::New => &mut self.new,
            Class::Worse => &mut self.worse,
            Class::NotComparable => &mut self.not_comparable,
            Class::Better => &mut self.better,
            Class::Resolved => &mut self.resolved,
            Class::Moved => &mut self.moved,
        }
    }
}
