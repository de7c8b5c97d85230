//! A follow-up for a person, as Markdown and as CSV.

mod csv;
mod human;
mod markdown;

use kijun_findings::{FollowUp, Followed, Level, Location, Objection, Outcome, ResponseRecord, Status};

use super::audit::{Report, location};

pub(crate) use csv::csv;
pub(crate) use human::human;
pub(crate) use markdown::markdown;

/// The statuses that are open first.
const ORDER: [Status; 5] =
    [Status::Persisting, Status::LostFromSight, Status::NotComparable, Status::Accepted, Status::Fixed];

/// A place as the screen shows it.
pub(crate) fn place(at: &Location) -> String {
    location(&at.file, at.line, at.column)
}

/// The word for a status.
fn status(report: &Report<'_>, status: Status) -> String {
    report.text(&format!("follow-up-status-{}", status.name()), &[])
}

/// The word for the level of one finding.
fn level(report: &Report<'_>, level: Level) -> String {
    report.text(&format!("level-one-{}", level.name()), &[])
}

fn outcome(report: &Report<'_>, outcome: Outcome) -> String {
    report.text(&format!("outcome-{}", outcome.name()), &[])
}

/// What is to be said of a response.
fn objection(report: &Report<'_>, objection: Objection) -> String {
    report.text(&format!("follow-up-objection-{}", objection.name()), &[])
}

/// Whether something is said of a finding that is not so. Silence says nothing.
fn is_not_so(followed: &Followed) -> bool {
    followed.objection.is_some_and(|objection| objection != Objection::Unanswered)
}

/// Why a finding has its status.
fn reason(report: &Report<'_>, followed: &Followed) -> Option<String> {
    let reason = followed.reason.map(|r| report.text(&format!("follow-up-reason-{}", r.name()), &[]));
    let exception = followed.exception.as_ref();
    let exception = || exception.map(|id| report.text("follow-up-exception", &[("id", id.as_str().into())]));
    reason.or_else(exception)
}

/// What is not as it was: level, result, how far up.
fn changes(report: &Report<'_>, followed: &Followed) -> Vec<String> {
    let Some(now) = &followed.now else { return Vec::new() };
    let change = |key: &str, old: String, new: String| {
        (old != new).then(|| report.text(key, &[("old", old.into()), ("new", new.into())]))
    };
    let outcomes = followed.outcome.zip(now.outcome);
    let tier = |altitude: &Option<kijun_findings::Altitude>| altitude.as_ref().map(|a| report.tier(&a.tier));
    let tiers = tier(&followed.altitude).zip(tier(&now.altitude));
    let changed = [
        change("follow-up-level-changed", level(report, followed.level), level(report, now.level)),
        outcomes.and_then(|(old, new)| {
            change("follow-up-outcome-changed", outcome(report, old), outcome(report, new))
        }),
        tiers.and_then(|(old, new)| change("follow-up-altitude-changed", old, new)),
    ];
    changed.into_iter().flatten().collect()
}

/// Since when it has been found, where that is longer than since the run before.
fn since(report: &Report<'_>, followed: &Followed) -> Option<String> {
    let args = [("since", followed.since.as_str().into()), ("n", followed.runs.to_string().into())];
    (followed.runs > 2).then(|| report.text("follow-up-since", &args))
}

/// What those who answer say.
fn response(report: &Report<'_>, response: &ResponseRecord) -> String {
    let claim = response.claim.map_or("none", kijun_findings::Claim::name);
    let mut parts = vec![report.text(&format!("follow-up-claim-{claim}"), &[])];
    let dated = [("follow-up-on", &response.stated_on), ("follow-up-due", &response.due_on)];
    let dated = dated.into_iter().filter_map(|(key, day)| Some((key, day.as_deref()?)));
    parts.extend(dated.map(|(key, day)| report.text(key, &[("day", day.into())])));
    let evidence = response.evidence.as_deref();
    parts.extend(evidence.map(|text| report.text("follow-up-evidence", &[("text", text.into())])));
    parts.join(&report.text("follow-up-comma", &[]))
}

/// How many findings there were, and how many came to what.
fn summary(report: &Report<'_>, followed: &FollowUp) -> (String, Vec<String>) {
    let counts = ORDER.iter().rev().map(|&of| {
        let n: u64 = followed.figures.of(of).iter().sum();
        report.text("audit-level", &[("name", status(report, of).into()), ("n", n.to_string().into())])
    });
    let total = report.text("follow-up-total", &[("n", followed.figures.total().to_string().into())]);
    (total, counts.collect())
}

/// The figures as a table: a row for each status, a column for each level, and sums.
fn figures(report: &Report<'_>, followed: &FollowUp) -> Vec<Vec<String>> {
    let figures = &followed.figures;
    let sum = || report.text("audit-sum", &[]);
    let heads = Level::ALL.iter().map(|&of| level(report, of));
    let row = |name: String, counts: [u64; 4]| {
        let total: u64 = counts.iter().sum();
        let counts = counts.iter().chain([&total]).map(u64::to_string);
        std::iter::once(name).chain(counts).collect::<Vec<_>>()
    };
    let mut rows = vec![std::iter::once(String::new()).chain(heads).chain([sum()]).collect()];
    rows.extend(ORDER.iter().rev().map(|&of| row(status(report, of), figures.of(of))));
    rows.push(row(sum(), Level::ALL.map(|level| figures.of_level(level))));
    rows
}

/// The periods of the two runs.
fn periods(report: &Report<'_>, followed: &FollowUp) -> [String; 2] {
    [("follow-up-old", &followed.old), ("follow-up-new", &followed.new)].map(|(key, run)| {
        let args = [
            ("project", run.project.as_str().into()),
            ("start", run.period.start.as_str().into()),
            ("end", run.period.end.as_str().into()),
        ];
        report.text(key, &args)
    })
}
