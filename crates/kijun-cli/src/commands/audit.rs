//! `kijun audit`: the evidence against the documents in force.

use kijun::{Audit, Loaded, Options};
use kijun_findings::RunRecord;

use super::Cx;
use crate::args::{AuditArgs, Format};
use crate::exit::Exit;
use crate::render::audit::Report;

/// Audits, writes the record if asked, prints, and answers by the exit code.
pub(crate) fn run(cx: &Cx<'_>, args: &AuditArgs) -> Exit {
    if args.by.is_some() && args.format != Format::Human {
        cx.complain("by-for-people", &[]);
        return Exit::BadInput;
    }
    let Ok(as_of) = cx.day(args.as_of.as_deref()) else { return Exit::BadInput };
    let options = Options { as_of, threads: args.threads.map(usize::from) };
    let loaded = match cx.load() {
        Ok(loaded) => loaded,
        Err(exit) => return exit,
    };
    let Some(audit) = kijun::audit(&loaded, options) else {
        return not_begun(cx, args.format, &loaded).max(Exit::BadInput);
    };
    if args.format == Format::Human {
        cx.diagnostics(&loaded, &audit.sources, &audit.diagnostics);
    }
    if let Err(exit) = write_record(cx, args, &audit.record) {
        return exit;
    }
    let printed = match args.format {
        Format::Human => human(cx, args, &audit),
        Format::Json => json(cx, &audit.record),
        Format::Jsonl => jsonl(cx, &audit.record),
    };
    printed.max(verdict(args, &audit.record))
}

/// Writes the record, where one is asked for.
fn write_record(cx: &Cx<'_>, args: &AuditArgs, record: &RunRecord) -> Result<(), Exit> {
    let Some(path) = &args.output else { return Ok(()) };
    let json = kijun_findings::to_json(record).map_err(|_| Exit::Fault)?;
    cx.write(path, json.as_bytes())
}

/// Says what keeps the audit from being begun; a program gets that as data, and valid data.
fn not_begun(cx: &Cx<'_>, format: Format, loaded: &Loaded) -> Exit {
    if format == Format::Human {
        cx.diagnostics(loaded, &loaded.sources, &loaded.diagnostics);
        cx.complain("audit-not-begun", &[]);
        return Exit::BadInput;
    }
    let renderer = cx.renderer(loaded, &loaded.sources);
    let all: Vec<serde_json::Value> = loaded.diagnostics.iter().map(|d| renderer.json(d)).collect();
    if format == Format::Json {
        return cx.print(&format!("{:#}\n", serde_json::json!({ "complete": false, "diagnostics": all })));
    }
    let lines = all.into_iter().map(|d| serde_json::json!({ "diagnostic": d }));
    let end = serde_json::json!({ "complete": false });
    cx.print(&lines.chain([end]).map(|value| format!("{value}\n")).collect::<String>())
}

fn human(cx: &Cx<'_>, args: &AuditArgs, audit: &Audit) -> Exit {
    let report = Report { catalogue: &cx.catalogue, verbose: args.verbose, quiet: cx.common.quiet };
    cx.show(&report.audit(&audit.record, args.by))
}

fn json(cx: &Cx<'_>, record: &RunRecord) -> Exit {
    kijun_findings::to_json(record).map_or(Exit::Fault, |json| cx.print(&json))
}

/// A line for each finding, then one for each diagnostic, then the figures.
fn jsonl(cx: &Cx<'_>, record: &RunRecord) -> Exit {
    let findings = record.findings.iter().map(|f| serde_json::json!({ "finding": f }));
    let diagnostics = record.diagnostics.iter().map(|d| serde_json::json!({ "diagnostic": d }));
    let figures = serde_json::json!({ "figures": record.figures, "complete": record.complete });
    let lines: String =
        findings.chain(diagnostics).chain([figures]).map(|value| format!("{value}\n")).collect();
    cx.print(&lines)
}

/// Findings at or above the threshold; else whether all could be judged.
fn verdict(args: &AuditArgs, record: &RunRecord) -> Exit {
    let presses = |level| args.fail_on.level().is_some_and(|least| level <= least);
    if record.findings.iter().any(|finding| presses(finding.level)) {
        Exit::Findings
    } else if !record.complete {
        Exit::BadInput
    } else {
        Exit::Fine
    }
}
