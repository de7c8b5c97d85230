//! What a diff speaks of in one run, so that it can be said what applying a diff means.

use std::collections::BTreeMap;

use super::Diff;
use crate::{Level, RunRecord};

/// What a diff speaks of in one run.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Snapshot {
    /// By identity of the finding.
    findings: BTreeMap<String, Level>,
}

impl Snapshot {
    /// Of a run.
    #[must_use]
    pub fn of(record: &RunRecord) -> Snapshot {
        Snapshot { findings: record.findings.iter().map(|f| (f.id.clone(), f.level)).collect() }
    }
}

/// What a run becomes by a diff: `apply(of(a), diff(a, b)) == of(b)`.
#[must_use]
pub fn apply(mut snapshot: Snapshot, diff: &Diff) -> Snapshot {
    for change in &diff.changes {
        if let Some(told) = &change.before.told {
            snapshot.findings.remove(&told.finding);
        }
        if let Some(told) = &change.after.told {
            snapshot.findings.insert(told.finding.clone(), told.level);
        }
    }
    snapshot
}
