//! `kijun audit --baseline`: the run against an earlier one, and what may take the earlier one's place.

use std::path::Path;

use kijun::RecordFile;
use kijun_findings::{Baselined, RunRecord};

use crate::args::AuditArgs;
use crate::commands::{Cx, runs};
use crate::exit::Exit;

/// A run held against a baseline.
pub(super) struct Held {
    /// The baseline's record.
    pub(super) record: RunRecord,
    pub(super) against: Baselined,
}

/// Reads the baseline, where there is one; says so if it cannot be used.
pub(super) fn read(cx: &Cx<'_>, args: &AuditArgs) -> Result<Option<RecordFile>, Exit> {
    let Some(path) = &args.baseline else { return Ok(None) };
    if args.accept_worse && !writes_over(args) {
        cx.complain("baseline-accepts-nothing", &[]);
        return Err(Exit::BadInput);
    }
    // A run as if on another day is of a day that may never be like that: nobody's baseline, unless somebody says so.
    if args.as_of.is_some() && writes_over(args) && !args.accept_worse {
        cx.complain_wrapped("baseline-kept-as-of", &[("path", path.display().to_string().into())]);
        return Err(Exit::BadInput);
    }
    kijun::read_record(path, None).map(Some).map_err(|error| runs::no_record(cx, path, error))
}

/// Holds a run against the baseline; says so if they have nothing in common.
pub(super) fn hold(cx: &Cx<'_>, baseline: RecordFile, run: &RunRecord) -> Result<Held, Exit> {
    let RecordFile { record, blake3, .. } = baseline;
    let diff = kijun_findings::diff(&record, run);
    match Baselined::of(&record, &blake3, run, &diff) {
        Some(against) => Ok(Held { record, against }),
        None => {
            let names = [("baseline", record.project.as_str().into()), ("run", run.project.as_str().into())];
            cx.complain("baseline-nothing-common", &names);
            Err(Exit::BadInput)
        }
    }
}

/// Whether the run may be written where it is to be written. Over its baseline it may if it hides nothing, or if somebody says so; if
/// not all of it could be judged, never.
pub(super) fn may_write(cx: &Cx<'_>, args: &AuditArgs, held: &Held, run: &RunRecord) -> bool {
    if !writes_over(args) {
        return true;
    }
    let path = args.baseline.as_deref().unwrap_or(Path::new("")).display().to_string();
    let path = ("path", path.into());
    if !run.complete {
        cx.complain_wrapped("baseline-kept-incomplete", &[path]);
        return false;
    }
    if let Some(day) = &args.as_of {
        cx.complain_wrapped("baseline-accepted-as-of", &[path.clone(), ("day", day.as_str().into())]);
    }
    if !held.against.is_worse() {
        return true;
    }
    let figures = held.against.figures;
    let key = if args.accept_worse { "baseline-accepted" } else { "baseline-kept" };
    let counts = [
        path,
        ("new", figures.new.to_string().into()),
        ("worse", figures.worse.to_string().into()),
        ("blind", figures.not_comparable.to_string().into()),
        ("lost", figures.lost.to_string().into()),
    ];
    cx.complain_wrapped(key, &counts);
    args.accept_worse
}

/// Whether the record is to be written over the very baseline, under whatever name.
fn writes_over(args: &AuditArgs) -> bool {
    let (Some(baseline), Some(output)) = (&args.baseline, &args.output) else { return false };
    // What cannot be opened is not the file that was just read.
    same_file::is_same_file(baseline, output).unwrap_or(false)
}
