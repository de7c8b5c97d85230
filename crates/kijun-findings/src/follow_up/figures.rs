//! How many earlier findings came to what: counts by status and level that sum to all of them.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Followed, Status};
use crate::Level;

/// Counts by status, each by level: urgent, finding, advice, recommendation. Every earlier finding is in exactly one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "one row for each status")]
pub struct FollowUpFigures {
    pub fixed: [u64; 4],
    pub persisting: [u64; 4],
    pub accepted: [u64; 4],
    pub not_comparable: [u64; 4],
    pub lost_from_sight: [u64; 4],
}

impl FollowUpFigures {
    /// The counts of a status, by level.
    #[must_use]
    pub fn of(&self, status: Status) -> [u64; 4] {
        match status {
            Status::Fixed => self.fixed,
            Status::Persisting => self.persisting,
            Status::Accepted => self.accepted,
            Status::NotComparable => self.not_comparable,
            Status::LostFromSight => self.lost_from_sight,
        }
    }

    /// The count of a level, over all statuses.
    #[must_use]
    pub fn of_level(&self, level: Level) -> u64 {
        Status::ALL.iter().map(|status| self.of(*status)[level as usize]).sum()
    }

    /// All earlier findings.
    #[must_use]
    pub fn total(&self) -> u64 {
        Level::ALL.iter().map(|level| self.of_level(*level)).sum()
    }

    fn row(&mut self, status: Status) -> &mut [u64; 4] {
        match status {
            Status::Fixed => &mut self.fixed,
            Status::Persisting => &mut self.persisting,
            Status::Accepted => &mut self.accepted,
            Status::NotComparable => &mut self.not_comparable,
            Status::LostFromSight => &mut self.lost_from_sight,
        }
    }
}

impl<'f> FromIterator<&'f Followed> for FollowUpFigures {
    fn from_iter<I: IntoIterator<Item = &'f Followed>>(findings: I) -> FollowUpFigures {
        let mut figures = FollowUpFigures::default();
        for finding in findings {
            figures.row(finding.status)[finding.level as usize] += 1;
        }
        figures
    }
}
