//! A row for each earlier finding, for a spreadsheet.

use kijun_findings::{Claim, FollowUp, Followed};

use super::{ORDER, level, objection, reason, status};
use crate::render::audit::Report;
use crate::render::csv::table;

const COLUMNS: [&str; 18] = [
    "id",
    "level",
    "status",
    "reason",
    "provision",
    "title",
    "subject",
    "role",
    "unit",
    "now",
    "level-now",
    "since",
    "runs",
    "claim",
    "stated",
    "due",
    "evidence",
    "objection",
];

/// All of them, open ones first.
pub(crate) fn csv(report: &Report<'_>, followed: &FollowUp) -> String {
    let head = COLUMNS.iter().map(|name| report.text(&format!("follow-up-column-{name}"), &[])).collect();
    let of = |status| followed.findings.iter().filter(move |finding| finding.status == status);
    let rows = ORDER.into_iter().flat_map(of).map(|finding| cells(report, finding).into());
    table(std::iter::once(head).chain(rows))
}

fn cells(report: &Report<'_>, finding: &Followed) -> [String; COLUMNS.len()] {
    let response = finding.response.as_ref();
    let text = |text: Option<&String>| text.cloned().unwrap_or_default();
    let claim = |claim: Claim| report.text(&format!("follow-up-claim-{}", claim.name()), &[]);
    let now = finding.now.as_ref();
    [
        finding.id.clone(),
        level(report, finding.level),
        status(report, finding.status),
        reason(report, finding).unwrap_or_default(),
        finding.provision.to_string(),
        report.pick(&finding.title),
        finding.subject.as_ref().map(|s| format!("{}/{}", s.kind, s.key)).unwrap_or_default(),
        finding.role.as_ref().map(|role| report.pick(&role.title)).unwrap_or_default(),
        text(finding.unit.as_ref()),
        now.map(|now| now.finding.clone()).unwrap_or_default(),
        now.map(|now| level(report, now.level)).unwrap_or_default(),
        finding.since.clone(),
        finding.runs.to_string(),
        response.and_then(|r| r.claim).map(claim).unwrap_or_default(),
        text(response.and_then(|r| r.stated_on.as_ref())),
        text(response.and_then(|r| r.due_on.as_ref())),
        text(response.and_then(|r| r.evidence.as_ref())),
        finding.objection.map(|objected| objection(report, objected)).unwrap_or_default(),
    ]
}
