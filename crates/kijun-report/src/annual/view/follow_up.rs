//! What became of the findings of the year before.

use kijun_findings::{FollowUpRecord, Followed, Status};
use serde::Serialize;

use super::people::Titles;
use crate::annual::words::Words;

/// What became of each finding, and how many came to what.
#[derive(Debug, Serialize)]
pub(crate) struct FollowUpView {
    pub(crate) figures: Vec<StatusView>,
    pub(crate) findings: Vec<FollowedView>,
}

/// How many findings came to this.
#[derive(Debug, Serialize)]
pub(crate) struct StatusView {
    pub(crate) name: &'static str,
    pub(crate) title: String,
    pub(crate) count: u64,
    /// By level, most pressing first.
    pub(crate) by_level: [u64; 4],
}

/// An earlier finding and what became of it.
#[derive(Debug, Serialize)]
pub(crate) struct FollowedView {
    pub(crate) id: String,
    pub(crate) level: &'static str,
    pub(crate) level_title: String,
    pub(crate) title: String,
    pub(crate) provision: String,
    pub(crate) subject: Option<String>,
    pub(crate) unit: Option<String>,
    pub(crate) unit_title: Option<String>,
    pub(crate) role_title: Option<String>,
    pub(crate) message: String,
    pub(crate) status: &'static str,
    pub(crate) status_title: String,
    /// The finding of this run that goes on telling it.
    pub(crate) now: Option<String>,
    pub(crate) exception: Option<String>,
    pub(crate) since: String,
    pub(crate) runs: u32,
    pub(crate) due_on: Option<String>,
    /// What is to be said of the response, or of silence.
    pub(crate) objection: Option<String>,
}

impl FollowUpView {
    pub(super) fn of(record: &FollowUpRecord, titles: &Titles, words: &Words) -> FollowUpView {
        let status = |status: Status| {
            let by_level = record.figures.of(status);
            StatusView {
                name: status.name(),
                title: title(status, words),
                count: by_level.iter().sum(),
                by_level,
            }
        };
        FollowUpView {
            figures: Status::ALL.into_iter().map(status).collect(),
            findings: record.findings.iter().map(|f| followed(f, titles, words)).collect(),
        }
    }
}

fn title(status: Status, words: &Words) -> String {
    words.named(&format!("follow-up-status-{}", status.name()), status.name())
}

fn followed(f: &Followed, titles: &Titles, words: &Words) -> FollowedView {
    FollowedView {
        id: f.id.clone(),
        level: f.level.name(),
        level_title: words.named(&format!("level-one-{}", f.level.name()), f.level.name()),
        title: words.pick(&f.title),
        provision: f.provision.to_string(),
        subject: f.subject.as_ref().map(|subject| subject.key.clone()),
        unit_title: f.unit.as_deref().map(|unit| titles.unit(unit)),
        unit: f.unit.clone(),
        role_title: f.role.as_ref().map(|role| words.pick(&role.title)),
        message: words.pick(&f.message),
        status: f.status.name(),
        status_title: title(f.status, words),
        now: f.now.as_ref().map(|now| now.finding.clone()),
        exception: f.exception.clone(),
        since: f.since.clone(),
        runs: f.runs,
        due_on: f.response.as_ref().and_then(|response| response.due_on.clone()),
        objection: f.objection.map(|objection| {
            words.named(&format!("follow-up-objection-{}", objection.name()), objection.name())
        }),
    }
}
