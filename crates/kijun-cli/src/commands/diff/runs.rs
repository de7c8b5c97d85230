//! Two runs: what is different, and why.

use std::path::{Path, PathBuf};

use anstream::adapter::strip_str;
use kijun::{DiffOptions, DiffSide, SideError};
use kijun_findings::{Change, Class, Diff, RunRecord};

use crate::args::{DiffArgs, DiffFormat};
use crate::commands::{Cx, runs};
use crate::exit::Exit;
use crate::render::audit::Report;
use crate::render::diff as render;

/// Reads both runs, prints what is different, and answers by the exit code.
pub(super) fn run(cx: &Cx<'_>, args: &DiffArgs, old: &Path, new: &Path) -> Exit {
    let places = [(old, args.old_project.as_deref()), (new, args.new_project.as_deref())];
    let (old, new) = match (side(cx, old, places[0].1), side(cx, new, places[1].1)) {
        (Ok(old), Ok(new)) => (old, new),
        (Err(exit), _) | (_, Err(exit)) => return exit,
    };
    let read =
        [&old, &new].into_iter().zip(places).flat_map(|(side, (path, project))| read(side, path, project));
    if let Err(exit) = cx.spares(args.output.as_deref(), &read.collect::<Vec<_>>()) {
        return exit;
    }
    let diff = kijun::diff(&old, &new, options(args));
    print(cx, args, &diff, &new.record).max(verdict(args, &diff))
}

/// What may be asked of a diff.
pub(super) fn options(args: &DiffArgs) -> DiffOptions {
    DiffOptions { causes: !args.no_causes, threads: None }
}

/// The run in a record, or that of the project in a folder, which is audited.
pub(super) fn side(cx: &Cx<'_>, path: &Path, project: Option<&Path>) -> Result<DiffSide, Exit> {
    let side = if path.is_dir() {
        runs::is_project(cx, path)?;
        DiffSide::of_project(path)
    } else {
        DiffSide::of_record(path, project)
    };
    side.map_err(|error| match error {
        SideError::Record(error) => runs::no_record(cx, path, error),
        SideError::NotBegun(loaded) => runs::not_begun(cx, &loaded),
    })
}

/// The files that a run was read from: its record, and what it was made from, wherever that may stand.
pub(super) fn read(side: &DiffSide, path: &Path, project: Option<&Path>) -> Vec<PathBuf> {
    let beside = || kijun::find_root(std::path::absolute(path).ok()?.parent()?);
    let roots = if path.is_dir() {
        vec![path.to_path_buf()]
    } else {
        project.map(Path::to_path_buf).into_iter().chain(beside()).collect()
    };
    let inputs = roots.iter().flat_map(|root| side.record.inputs.iter().map(|file| root.join(&file.path)));
    std::iter::once(path.to_path_buf()).chain(inputs).collect()
}

/// Prints a diff as it is asked for; what goes on unchanged is named from the record of one of the runs.
pub(super) fn print(cx: &Cx<'_>, args: &DiffArgs, diff: &Diff, record: &RunRecord) -> Exit {
    let report = Report { catalogue: &cx.catalogue, quiet: cx.common.quiet, verbose: args.verbose };
    let lang = cx.catalogue.lang();
    match (args.format, &args.output) {
        (DiffFormat::Human, None) => cx.show(&render::human(&report, diff, record)),
        (DiffFormat::Human, Some(path)) => {
            write(cx, path, strip_str(&render::human(&report, diff, record)).to_string().as_bytes())
        }
        (DiffFormat::Markdown, path) => put(cx, path, &render::markdown(&report, diff)),
        (DiffFormat::Html, path) => put(cx, path, &kijun_report::diff::html(diff, lang)),
        (DiffFormat::Csv, path) => put(cx, path, &kijun_report::diff::csv(diff, lang)),
        (DiffFormat::Json, path) => {
            kijun_findings::diff_to_json(diff).map_or(Exit::Fault, |json| put(cx, path, &json))
        }
        (DiffFormat::Xlsx, Some(path)) => workbook(cx, diff, path),
        (DiffFormat::Xlsx, None) => {
            cx.complain("diff-workbook-needs-file", &[]);
            Exit::BadInput
        }
    }
}

fn workbook(cx: &Cx<'_>, diff: &Diff, path: &Path) -> Exit {
    match kijun_report::diff::workbook(diff, cx.catalogue.lang()) {
        Ok(bytes) => write(cx, path, &bytes),
        Err(error) => {
            cx.complain("report-workbook-failed", &[("why", error.to_string().into())]);
            Exit::Fault
        }
    }
}

/// To a file where one is named, else to standard output.
fn put(cx: &Cx<'_>, path: &Option<PathBuf>, text: &str) -> Exit {
    match path {
        Some(path) => write(cx, path, text.as_bytes()),
        None => cx.print(text),
    }
}

fn write(cx: &Cx<'_>, path: &Path, bytes: &[u8]) -> Exit {
    cx.write(path, bytes).map_or_else(|exit| exit, |()| Exit::Fine)
}

/// Findings at or above the threshold that are new or worse, or are told now and cannot be compared.
pub(super) fn verdict(args: &DiffArgs, diff: &Diff) -> Exit {
    let presses = |change: &Change| {
        let told = change.after.told.as_ref();
        told.is_some_and(|told| args.fail_on.level().is_some_and(|least| told.level <= least))
    };
    let open = |class| matches!(class, Class::New | Class::Worse | Class::NotComparable);
    let fails = diff.changes.iter().any(|change| open(change.class) && presses(change));
    if fails { Exit::Findings } else { Exit::Fine }
}
