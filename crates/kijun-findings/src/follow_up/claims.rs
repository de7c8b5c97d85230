//! What those who answer say, held against what became of the finding.
//!
//! | | fixed | persisting | accepted | not comparable | lost from sight |
//! |---|---|---|---|---|---|
//! | said to be fixed | – | not borne out | – | not borne out | not borne out |
//! | planned, and overdue | – | overdue | – | – | overdue |
//! | planned for later, or without a day | – | – | – | – | – |
//! | said to be accepted | – | without an exception | – | – | without an exception |
//! | disputed | – | – | – | – | – |
//! | nothing | – | unanswered | – | – | unanswered |

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::fate::{EARLIER, Status, Tracing};
use crate::{Claim, Finding, Level, Matter, ResponseRecord};

/// What is to be said of a response, or of silence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Objection {
    /// It is said to be fixed, and that is not borne out.
    ClaimedFixedWithoutEvidence,
    /// It was to be done by a day that is past.
    Overdue,
    /// It is said to be accepted, and no valid exception covers it.
    AcceptedWithoutException,
    /// Nobody has answered.
    Unanswered,
}

impl Objection {
    /// Every objection.
    pub const ALL: [Objection; 4] = [
        Objection::ClaimedFixedWithoutEvidence,
        Objection::Overdue,
        Objection::AcceptedWithoutException,
        Objection::Unanswered,
    ];

    /// Its name, as every output writes it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Objection::ClaimedFixedWithoutEvidence => "claimed-fixed-without-evidence",
            Objection::Overdue => "overdue",
            Objection::AcceptedWithoutException => "accepted-without-exception",
            Objection::Unanswered => "unanswered",
        }
    }

    /// What is to be said of a claim, or of none, where the earlier finding has come to this.
    #[must_use]
    pub fn to(claim: Option<Claim>, status: Status, is_overdue: bool) -> Option<Objection> {
        let open = matches!(status, Status::Persisting | Status::LostFromSight);
        match claim {
            Some(Claim::Fixed) if open || status == Status::NotComparable => {
                Some(Objection::ClaimedFixedWithoutEvidence)
            }
            Some(Claim::Planned) if open && is_overdue => Some(Objection::Overdue),
            Some(Claim::Accepted) if open => Some(Objection::AcceptedWithoutException),
            None if open => Some(Objection::Unanswered),
            _ => None,
        }
    }

    /// How much it presses.
    #[must_use]
    pub fn level(self) -> Level {
        match self {
            Objection::Unanswered => Level::Advice,
            _ => Level::Finding,
        }
    }
}

/// What is to be said of a response to a finding, or of silence about it.
pub(super) fn objection(
    tracing: &Tracing<'_>,
    finding: &Finding,
    status: Status,
    response: Option<&ResponseRecord>,
) -> Option<Objection> {
    // What is said of responses asks for no response of its own.
    let of_follow_up = finding.subject.as_ref().is_some_and(|subject| subject.kind == EARLIER);
    if of_follow_up || finding.matter == Matter::FollowUp {
        return None;
    }
    let overdue = response.and_then(|r| r.due_on.as_ref()).is_some_and(|due| *due < tracing.new.record.today);
    let objection = Objection::to(response.and_then(|response| response.claim), status, overdue)?;
    let is_silence = objection == Objection::Unanswered;
    (!(is_silence && tracing.is_objected_by_rules(&finding.id))).then_some(objection)
}
