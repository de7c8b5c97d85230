//! `kijun conform`: lower documents against higher ones.

use jiff::civil::Date;
use kijun::{ConformOptions, Loaded};
use kijun_diag::{At, Diagnostic, Diagnostics};
use kijun_findings::{ConformanceRecord, Location, Objected};

use super::Cx;
use crate::args::{ConformArgs, ConformFormat};
use crate::exit::Exit;
use crate::render::audit::Report;
use crate::render::conform;
use crate::screen;

/// Compares, prints, and answers by the exit code.
pub(crate) fn run(cx: &Cx<'_>, args: &ConformArgs) -> Exit {
    let Ok(as_of) = cx.day(args.as_of.as_deref()) else { return Exit::BadInput };
    let loaded = match cx.load() {
        Ok(loaded) => loaded,
        Err(exit) => return exit,
    };
    let Some(compared) = kijun::conform(&loaded, &options(args, as_of)) else {
        return not_begun(cx, args.format, &loaded).max(Exit::BadInput);
    };
    if let Some(name) = compared.unknown.first() {
        return unknown_standard(cx, &loaded, name);
    }
    match &args.explain {
        Some(reference) => explain(cx, &loaded, &compared.record, reference),
        None => print(cx, args, &loaded, &compared.record).max(verdict(args, &compared.record)),
    }
}

/// Says what keeps the comparison from being begun; a program gets that as data.
fn not_begun(cx: &Cx<'_>, format: ConformFormat, loaded: &Loaded) -> Exit {
    if format == ConformFormat::Json {
        let renderer = cx.renderer(loaded, &loaded.sources);
        let all: Vec<serde_json::Value> = loaded.diagnostics.iter().map(|d| renderer.json(d)).collect();
        return cx.print(&format!("{:#}\n", serde_json::json!({ "diagnostics": all })));
    }
    cx.diagnostics(loaded, &loaded.sources, &loaded.diagnostics);
    cx.complain("conform-not-begun", &[]);
    Exit::BadInput
}

fn options(args: &ConformArgs, as_of: Option<Date>) -> ConformOptions {
    ConformOptions { as_of, from: args.from.clone(), to: args.to.clone(), effort: args.effort }
}

fn print(cx: &Cx<'_>, args: &ConformArgs, loaded: &Loaded, record: &ConformanceRecord) -> Exit {
    let report = Report { catalogue: &cx.catalogue, quiet: cx.common.quiet, verbose: true };
    match args.format {
        ConformFormat::Human => {
            cx.diagnostics(loaded, &loaded.sources, &apart_from_findings(loaded, record));
            cx.show(&conform::human(&report, record))
        }
        ConformFormat::Markdown => cx.print(&conform::markdown(&report, record)),
        ConformFormat::Csv => cx.print(&conform::csv(&report, record)),
        ConformFormat::Json => {
            kijun_findings::conformance_to_json(record).map_or(Exit::Fault, |json| cx.print(&json))
        }
    }
}

/// What is wrong with the rules, without what the findings of the comparison say.
fn apart_from_findings(loaded: &Loaded, record: &ConformanceRecord) -> Diagnostics {
    let diagnostics = (&loaded.diagnostics).into_iter();
    diagnostics.filter(|diagnostic| !is_told(loaded, record, diagnostic)).cloned().collect()
}

/// Whether a finding tells a diagnostic: of the same check, at the same place.
fn is_told(loaded: &Loaded, record: &ConformanceRecord, diagnostic: &Diagnostic) -> bool {
    let Some(At::Span(span)) = diagnostic.at else { return false };
    let source = loaded.sources.get(span.file);
    let at = source.position(span.start);
    let here = |rule: &Location| (&*rule.file, rule.line, rule.column) == (source.name(), at.line, at.column);
    let of_check = |o: &Objected| o.checks.iter().any(|check| check == diagnostic.id.name());
    let mut findings = record.findings.iter().filter(|finding| here(&finding.rule));
    findings.any(|finding| finding.documents.as_ref().is_some_and(|objected| of_check(objected)))
}

/// Every higher statement that a reference is about, each with the question that was asked and its answer.
fn explain(cx: &Cx<'_>, loaded: &Loaded, record: &ConformanceRecord, reference: &str) -> Exit {
    let report = Report { catalogue: &cx.catalogue, quiet: cx.common.quiet, verbose: true };
    let rows = record.rows.iter().filter(|row| kijun::concerns(row, reference));
    let page = |row| conform::Page { report: &report, loaded, record, row, columns: screen::columns() };
    let pages: Vec<String> = rows.map(|row| page(row).text()).collect();
    if !pages.is_empty() {
        return cx.show(&pages.join("\n"));
    }
    if !exists(loaded, reference) {
        let known = kijun::citations(loaded);
        cx.complain("explain-unknown", &[("what", reference.into())]);
        if let Some(near) = kijun_diag::nearest(reference, known.iter().map(String::as_str)) {
            cx.complain("did-you-mean", &[("name", near.into())]);
        }
    } else {
        cx.complain("conform-not-compared", &[("what", reference.into())]);
    }
    Exit::BadInput
}

/// Whether there is such a provision; of a statement, with its label.
fn exists(loaded: &Loaded, reference: &str) -> bool {
    let provisions = kijun::provisions(loaded, reference);
    let Some((_, label)) = reference.split_once('#') else { return !provisions.is_empty() };
    let mut cited = provisions.iter().flat_map(|provision| &provision.demands).map(|(cited, _)| cited);
    cited.any(|cited| cited.rsplit('#').next() == Some(label))
}

fn unknown_standard(cx: &Cx<'_>, loaded: &Loaded, name: &str) -> Exit {
    cx.complain("conform-unknown-standard", &[("name", name.into())]);
    let known: Vec<&str> = loaded.model.editions.iter().map(|edition| &*edition.name).collect();
    if let Some(near) = kijun_diag::nearest(name, known.into_iter().filter(|known| *known != name)) {
        cx.complain("did-you-mean", &[("name", near.into())]);
    }
    Exit::BadInput
}

/// Findings at or above the threshold.
fn verdict(args: &ConformArgs, record: &ConformanceRecord) -> Exit {
    let presses = |level| args.fail_on.level().is_some_and(|least| level <= least);
    match record.findings.iter().any(|finding| presses(finding.level)) {
        true => Exit::Findings,
        false => Exit::Fine,
    }
}
