//! Following up: what became of every finding of an earlier run.
//!
//! Every one of them ends in exactly one [`Status`]; none is silently gone. Nothing here says why something changed.

mod claims;
mod fate;
mod figures;
mod matters;

use std::sync::Arc;

use schemars::{JsonSchema, Schema};
use serde::{Deserialize, Serialize};

use crate::matrix::{Matrix, document};
use crate::{
    Altitude, Finding, Level, Matter, Outcome, Period, ResponseRecord, RoleRef, RunRecord, SubjectRef, Texts,
};
use fate::Fate;
pub(crate) use fate::{EARLIER, Trace, Tracing};
pub(crate) use matters::{clauses, same_parts};

pub use claims::Objection;
pub use fate::{Reason, Status};
pub use figures::FollowUpFigures;

/// The version of the shape of a [`FollowUp`].
pub const FOLLOW_UP_SCHEMA: &str = "kijun/follow-up/1";

/// The diagnostic of a response to a finding that the earlier run does not have. It leaves the response out, and loses nothing else.
pub const UNKNOWN_FINDING: &str = "evidence/unknown-finding";

/// What became of the findings of one run in another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct FollowUp {
    /// The version of this shape: `kijun/follow-up/1`.
    pub schema: String,
    /// The earlier run.
    pub old: RunRef,
    /// The later run.
    pub new: RunRef,
    /// Why the two may not be fit to be compared.
    pub doubts: Vec<Doubt>,
    /// How many findings came to what.
    pub figures: FollowUpFigures,
    /// Every finding of the earlier run, most pressing first.
    pub findings: Vec<Followed>,
    /// Responses to findings that the earlier run does not have.
    pub unknown: Vec<ResponseRecord>,
}

/// What a run record keeps of a follow-up, so that it can be told without the earlier record.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct FollowUpRecord {
    /// How many findings came to what.
    pub figures: FollowUpFigures,
    /// Every finding of the earlier run, most pressing first.
    pub findings: Vec<Followed>,
}

impl From<FollowUp> for FollowUpRecord {
    fn from(follow_up: FollowUp) -> FollowUpRecord {
        FollowUpRecord { figures: follow_up.figures, findings: follow_up.findings }
    }
}

/// A run, as a follow-up names it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct RunRef {
    /// Its project.
    pub project: String,
    /// The project's title.
    pub title: Texts,
    /// Its audited period.
    pub period: Period,
    /// Its audit date.
    pub today: String,
}

/// Why two runs may not be fit to be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Doubt {
    /// The later run is not later.
    NotLater,
    /// No document binds in both.
    NoCommonDocument,
    /// Part of the input of the earlier run was wrong.
    OldIncomplete,
    /// Part of the input of the later run was.
    NewIncomplete,
}

impl Doubt {
    /// Its name, as every output writes it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Doubt::NotLater => "not-later",
            Doubt::NoCommonDocument => "no-common-document",
            Doubt::OldIncomplete => "old-incomplete",
            Doubt::NewIncomplete => "new-incomplete",
        }
    }
}

/// A finding of the earlier run, and what became of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Followed {
    /// Its identity.
    pub id: String,
    /// How much it pressed.
    pub level: Level,
    /// What kind of matter it is.
    pub matter: Matter,
    /// The result behind it, where there was one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Outcome>,
    /// The provision, as the earlier run cites it.
    pub provision: Arc<str>,
    /// The provision's identity through editions.
    pub lineage: Arc<str>,
    /// Its title.
    pub title: Arc<Texts>,
    /// The subject, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<SubjectRef>,
    /// How far up the documents the violation reached.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub altitude: Option<Altitude>,
    /// Who is responsible.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<Arc<RoleRef>>,
    /// The unit that answers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// What was found.
    pub message: Texts,
    /// What became of it.
    pub status: Status,
    /// Why, where the status alone does not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Reason>,
    /// The finding of the later run that goes on telling it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub now: Option<Standing>,
    /// The exception that covers it, where the record can tell which one does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exception: Option<String>,
    /// The first day of the period of the run that first found it.
    pub since: String,
    /// In how many runs in a row it has been found, this one included where it persists.
    pub runs: u32,
    /// What those who answer for it say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub response: Option<ResponseRecord>,
    /// What is to be said of that, or of silence.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub objection: Option<Objection>,
}

impl Followed {
    /// How much it presses: as now, where it is still told.
    #[must_use]
    pub fn presses(&self) -> Level {
        self.now.as_ref().map_or(self.level, |now| now.level)
    }
}

/// How a finding stands in the later run.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Standing {
    /// The finding that tells it now: its own identity, or that of one that speaks for it.
    pub finding: String,
    /// How much that presses.
    pub level: Level,
    /// Its result.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Outcome>,
    /// Its provision.
    pub provision: Arc<str>,
    /// How far up it reaches.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub altitude: Option<Altitude>,
}

impl Standing {
    fn of(finding: &Finding) -> Standing {
        Standing {
            finding: finding.id.clone(),
            level: finding.level,
            outcome: finding.outcome,
            provision: finding.provision.clone(),
            altitude: finding.altitude.clone(),
        }
    }
}

/// Follows every finding of `old` into `new`. What is said of the findings is taken from the responses of `new`.
///
/// The same run twice: everything persists.
#[must_use]
pub fn follow_up(old: &RunRecord, new: &RunRecord) -> FollowUp {
    let (of_old, of_new) = (Matrix::of(old), Matrix::of(new));
    let tracing = Tracing::of(&of_old, &of_new);
    let mut findings: Vec<Followed> =
        old.findings.iter().map(|finding| followed(&tracing, finding)).collect();
    sort(tracing.old, &mut findings);
    let known = |response: &&ResponseRecord| tracing.old.finding(&response.finding).is_none();
    let mut unknown: Vec<ResponseRecord> = new.responses.iter().filter(known).cloned().collect();
    unknown.sort();
    FollowUp {
        schema: FOLLOW_UP_SCHEMA.to_owned(),
        old: run(old),
        new: run(new),
        doubts: doubts(&tracing),
        figures: findings.iter().collect(),
        findings,
        unknown,
    }
}

fn followed(tracing: &Tracing<'_>, finding: &Finding) -> Followed {
    let fate = tracing.fate(&Trace::of(finding));
    let (since, runs) = tracing.found_before(finding);
    let response = tracing.response(&finding.id);
    let objection = claims::objection(tracing, finding, fate.status, response);
    let Fate { status, reason, exception, now } = fate;
    Followed {
        id: finding.id.clone(),
        level: finding.level,
        matter: finding.matter,
        outcome: finding.outcome,
        provision: finding.provision.clone(),
        lineage: finding.lineage.clone(),
        title: finding.title.clone(),
        subject: finding.subject.clone(),
        altitude: finding.altitude.clone(),
        role: finding.role.clone(),
        unit: finding.unit.clone(),
        message: finding.message.clone(),
        status,
        reason,
        now: now.map(Standing::of),
        exception,
        since: since.to_owned(),
        runs: runs.saturating_add(u32::from(status == Status::Persisting)),
        response: response.cloned(),
        objection,
    }
}

/// As in the earlier record: by level, then in the order of its documents, then by subject.
fn sort(old: &Matrix<'_>, findings: &mut [Followed]) {
    let place = |f: &Followed| old.statements(&f.lineage).first().copied().unwrap_or(usize::MAX);
    findings.sort_by(|a, b| {
        let order = (a.level, a.matter, place(a)).cmp(&(b.level, b.matter, place(b)));
        order.then_with(|| (&a.provision, &a.subject, &a.id).cmp(&(&b.provision, &b.subject, &b.id)))
    });
}

fn run(record: &RunRecord) -> RunRef {
    RunRef {
        project: record.project.clone(),
        title: record.title.clone(),
        period: record.period.clone(),
        today: record.today.clone(),
    }
}

fn doubts(tracing: &Tracing<'_>) -> Vec<Doubt> {
    let (old, new) = (tracing.old.record, tracing.new.record);
    let when =
        |record: &RunRecord| (record.period.start.clone(), record.period.end.clone(), record.today.clone());
    let common = old.standards.iter().any(|standard| tracing.new.has_document(document(&standard.standard)));
    let doubts = [
        (Doubt::NotLater, when(new) <= when(old)),
        (Doubt::NoCommonDocument, !common),
        (Doubt::OldIncomplete, may_lack(old)),
        (Doubt::NewIncomplete, may_lack(new)),
    ];
    doubts.into_iter().filter_map(|(doubt, holds)| holds.then_some(doubt)).collect()
}

/// Whether something may not have been judged: there were errors, and not only responses to findings that are not there.
pub(crate) fn may_lack(record: &RunRecord) -> bool {
    let mut errors = record.diagnostics.iter().filter(|stated| stated.severity == "error").peekable();
    !record.complete && (errors.peek().is_none() || errors.any(|stated| stated.id != UNKNOWN_FINDING))
}

/// A follow-up as JSON: fields in the order of the type, two spaces, a newline at the end.
///
/// # Errors
///
/// None that a follow-up of ours can cause; the writer's own error is passed on.
pub fn follow_up_to_json(follow_up: &FollowUp) -> Result<String, serde_json::Error> {
    Ok(serde_json::to_string_pretty(follow_up)? + "\n")
}

/// The JSON Schema of a [`FollowUp`].
#[must_use]
pub fn follow_up_schema() -> Schema {
    schemars::schema_for!(FollowUp)
}
