//! Two editions of a standard, or two sets of rules, of which the standards that both hold are compared.

use std::path::Path;

use kijun::{EditionsError, EditionsOperand, EditionsOptions, Loaded};
use kijun_findings::{BelowStatus, EditionsRecord, Level};

use crate::args::{DiffArgs, DiffFormat};
use crate::commands::Cx;
use crate::exit::Exit;
use crate::files::with_ending;
use crate::render::audit::Report;
use crate::render::editions;

/// Reads the rules, compares, prints, and answers by the exit code.
pub(super) fn run(cx: &Cx<'_>, args: &DiffArgs, old: &Path, new: &Path) -> Exit {
    if args.format == DiffFormat::Xlsx && args.output.is_none() {
        cx.complain("diff-workbook-needs-file", &[]);
        return Exit::BadInput;
    }
    let loaded = match load(cx, old, new) {
        Ok(loaded) => loaded,
        Err(exit) => return exit,
    };
    let inputs = loaded.inputs.iter().map(|file| loaded.root.join(&file.path));
    let named = [old, new].into_iter().flat_map(|path| with_ending(path, &["kijun"]));
    if let Err(exit) = cx.spares(args.output.as_deref(), &inputs.chain(named).collect::<Vec<_>>()) {
        return exit;
    }
    let (old, new) = (operand(old), operand(new));
    match kijun::editions(&loaded, &old, &new, EditionsOptions::default()) {
        Ok(record) => print(cx, args, &record).max(verdict(args, &record)),
        Err(error) => refused(cx, &loaded, &error),
    }
}

/// Rule files by themselves; names are those of the project.
fn load(cx: &Cx<'_>, old: &Path, new: &Path) -> Result<Loaded, Exit> {
    let paths: Vec<_> = [old, new].into_iter().filter(|path| path.exists()).map(Path::to_path_buf).collect();
    if paths.is_empty() { cx.load() } else { Ok(kijun::load_both(&paths)) }
}

fn operand(path: &Path) -> EditionsOperand<'_> {
    if path.exists() {
        return EditionsOperand::Rules(path);
    }
    let names = path.to_str().unwrap_or_default().split(',').map(str::trim);
    EditionsOperand::Names(names.filter(|name| !name.is_empty()).collect())
}

fn refused(cx: &Cx<'_>, loaded: &Loaded, error: &EditionsError) -> Exit {
    match error {
        EditionsError::NotBegun => {
            cx.diagnostics(loaded, &loaded.sources, &loaded.diagnostics);
            cx.complain("editions-not-begun", &[]);
        }
        EditionsError::NothingInCommon => cx.complain("editions-in-common", &[]),
        EditionsError::Unknown(name, known) => {
            cx.complain("diff-no-edition", &[("edition", name.as_str().into())]);
            if let Some(near) = kijun_diag::nearest(name, known.iter().map(String::as_str)) {
                cx.complain("did-you-mean", &[("name", near.into())]);
            }
            let all = known.join(&cx.catalogue.text("editions-comma", &[]));
            cx.complain_wrapped("editions-known", &[("editions", all.into())]);
        }
    }
    Exit::BadInput
}

fn print(cx: &Cx<'_>, args: &DiffArgs, record: &EditionsRecord) -> Exit {
    let report = Report { catalogue: &cx.catalogue, quiet: cx.common.quiet, verbose: args.verbose };
    let text = match args.format {
        DiffFormat::Xlsx => return workbook(cx, args, &report, record),
        DiffFormat::Human => editions::human(&report, record),
        DiffFormat::Markdown => editions::markdown(&report, record),
        DiffFormat::Csv => editions::csv(&report, record),
        DiffFormat::Html => editions::html(&report, record),
        DiffFormat::Json => match kijun_findings::editions_to_json(record) {
            Ok(json) => json,
            Err(_) => return Exit::Fault,
        },
    };
    match &args.output {
        Some(path) => cx.write(path, text.as_bytes()).err().unwrap_or(Exit::Fine),
        None if args.format == DiffFormat::Human => cx.show(&text),
        None => cx.print(&text),
    }
}

fn workbook(cx: &Cx<'_>, args: &DiffArgs, report: &Report<'_>, record: &EditionsRecord) -> Exit {
    let Some(path) = &args.output else { return Exit::BadInput };
    match editions::workbook(report, record) {
        Ok(bytes) => cx.write(path, &bytes).err().unwrap_or(Exit::Fine),
        Err(error) => {
            cx.complain("report-workbook-failed", &[("why", error.to_string().into())]);
            Exit::Fault
        }
    }
}

/// What becomes of a document below: a finding where it must be changed, advice where somebody has to look at it.
fn verdict(args: &DiffArgs, record: &EditionsRecord) -> Exit {
    let level = |status: BelowStatus| match status {
        status if status.presses() => Some(Level::Finding),
        BelowStatus::Undecided | BelowStatus::Excludes | BelowStatus::Recite => Some(Level::Advice),
        _ => None,
    };
    let statuses = record.provisions.iter().flat_map(|provision| &provision.below).map(|below| below.status);
    let presses = |level: Level| args.fail_on.level().is_some_and(|least| level <= least);
    if statuses.filter_map(level).any(presses) { Exit::Findings } else { Exit::Fine }
}
