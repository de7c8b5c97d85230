//! Two runs: what is different, and why.

use std::path::Path;

use kijun::{DiffOptions, DiffSide, SideError};
use kijun_findings::{Change, Class, Diff};

use crate::args::{DiffArgs, DiffFormat};
use crate::commands::{Cx, runs};
use crate::exit::Exit;

/// Reads both runs, prints what is different, and answers by the exit code.
pub(super) fn run(cx: &Cx<'_>, args: &DiffArgs, old: &Path, new: &Path) -> Exit {
    let old = side(cx, old, args.old_project.as_deref());
    let new = side(cx, new, args.new_project.as_deref());
    let (old, new) = match (old, new) {
        (Ok(old), Ok(new)) => (old, new),
        (Err(exit), _) | (_, Err(exit)) => return exit,
    };
    let diff = kijun::diff(&old, &new, options(args));
    print(cx, args, &diff).max(verdict(args, &diff))
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

/// Prints a diff as it is asked for.
pub(super) fn print(cx: &Cx<'_>, args: &DiffArgs, diff: &Diff) -> Exit {
    match args.format {
        DiffFormat::Json => kijun_findings::diff_to_json(diff).map_or(Exit::Fault, |json| cx.print(&json)),
        _ => Exit::Fine,
    }
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
