//! `kijun follow-up`: what became of every finding of an earlier run.

use std::path::Path;

use kijun::Options;
use kijun_diag::Arg;
use kijun_findings::{FollowUp, RunRecord, Status};

use super::{Cx, runs};
use crate::args::{FollowUpArgs, FollowUpFormat};
use crate::exit::Exit;
use crate::render::audit::Report;
use crate::render::follow_up;

/// Reads both runs, prints what became of the findings, and answers by the exit code.
pub(crate) fn run(cx: &Cx<'_>, args: &FollowUpArgs) -> Exit {
    let (old, new) = match (record(cx, &args.old), record(cx, &args.new)) {
        (Ok(old), Ok(new)) => (old, new),
        (Err(exit), _) | (_, Err(exit)) => return exit,
    };
    let followed = kijun_findings::follow_up(&old.record, &new.record);
    doubts(cx, &followed, &old, &new);
    let printed = print(cx, args, &followed);
    printed.max(unknown(cx, &followed, &old.record)).max(verdict(args, &followed))
}

/// A run, with the digest of its record.
struct Run {
    record: RunRecord,
    blake3: String,
}

/// The record in a file; or that of the project in a folder, which is audited.
fn record(cx: &Cx<'_>, path: &Path) -> Result<Run, Exit> {
    if path.is_dir() {
        return audited(cx, path);
    }
    match kijun::read_record(path, None) {
        Ok(file) => Ok(Run { record: file.record, blake3: file.blake3 }),
        Err(error) => Err(runs::no_record(cx, path, error)),
    }
}

fn audited(cx: &Cx<'_>, folder: &Path) -> Result<Run, Exit> {
    runs::is_project(cx, folder)?;
    let loaded = kijun::load(folder);
    let Some(audit) = kijun::audit(&loaded, Options::default()) else {
        return Err(runs::not_begun(cx, &loaded));
    };
    Ok(Run { blake3: kijun::record_digest(&audit.record), record: audit.record })
}

/// Why the two runs may not be fit to be compared.
fn doubts(cx: &Cx<'_>, followed: &FollowUp, old: &Run, new: &Run) {
    for doubt in &followed.doubts {
        let args: [(&'static str, Arg); 2] =
            [("old", followed.old.project.as_str().into()), ("new", followed.new.project.as_str().into())];
        cx.complain(&format!("follow-up-doubt-{}", doubt.name()), &args);
    }
    let other = |previous: &kijun_findings::PreviousRun| previous.blake3 != old.blake3;
    if new.record.previous.as_ref().is_some_and(other) {
        let args =
            [("old", followed.old.project.as_str().into()), ("new", followed.new.project.as_str().into())];
        cx.complain("follow-up-another-previous", &args);
    }
}

/// Says which responses are to no finding of the earlier run.
fn unknown(cx: &Cx<'_>, followed: &FollowUp, old: &RunRecord) -> Exit {
    for response in &followed.unknown {
        let at = follow_up::place(&response.at);
        let project = old.project.as_str();
        let args = [("id", response.finding.as_str().into()), ("project", project.into()), ("at", at.into())];
        cx.complain("follow-up-unknown-finding", &args);
        let known = old.findings.iter().map(|finding| finding.id.as_str());
        if let Some(near) = kijun_diag::nearest(&response.finding, known) {
            cx.complain("did-you-mean", &[("name", near.into())]);
        }
    }
    if followed.unknown.is_empty() { Exit::Fine } else { Exit::BadInput }
}

fn print(cx: &Cx<'_>, args: &FollowUpArgs, followed: &FollowUp) -> Exit {
    let report = Report { catalogue: &cx.catalogue, quiet: cx.common.quiet, verbose: args.verbose };
    match args.format {
        FollowUpFormat::Human => cx.show(&follow_up::human(&report, followed)),
        FollowUpFormat::Markdown => cx.print(&follow_up::markdown(&report, followed)),
        FollowUpFormat::Csv => cx.print(&follow_up::csv(&report, followed)),
        FollowUpFormat::Json => {
            kijun_findings::follow_up_to_json(followed).map_or(Exit::Fault, |json| cx.print(&json))
        }
    }
}

/// Findings at or above the threshold that persist or are lost from sight, and what is said of findings without being so.
fn verdict(args: &FollowUpArgs, followed: &FollowUp) -> Exit {
    let presses = |level| args.fail_on.level().is_some_and(|least| level <= least);
    let open = |status| matches!(status, Status::Persisting | Status::LostFromSight);
    let fails = followed.findings.iter().any(|finding| {
        let objected = finding.objection.is_some_and(|objection| presses(objection.level()));
        objected || open(finding.status) && presses(finding.presses())
    });
    if fails { Exit::Findings } else { Exit::Fine }
}
