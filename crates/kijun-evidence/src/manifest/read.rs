//! The manifest's text to the manifest.

use kijun_diag::{Arg, At, Diagnostic, Diagnostics, FileId, Place, ids};
use schemars::{Schema, schema_for};

use super::check::Check;
use super::places::Text;
use super::{Limits, Manifest, Places, wrong};
use crate::build::{Bounds, Output, Select, Unit};
use crate::pattern::Fault;
use crate::raw::{Node, Raw};
use crate::report::Report;
use crate::yaml;

/// The schema of `kijun.yaml`.
#[must_use]
pub fn manifest_schema() -> Schema {
    schema_for!(Manifest)
}

/// Reads a manifest. Everything that is wrong with it is reported, not only the first thing; it is `None` if it
/// could not be understood.
///
/// A leading byte order mark must have been removed.
#[must_use]
pub fn read_manifest(file: FileId, text: &str) -> (Option<Manifest>, Diagnostics) {
    let lines = Text::new(file, text);
    let mut diagnostics = Diagnostics::default();
    let Some(raw) = tree(file, text, &lines, &mut diagnostics) else { return (None, diagnostics) };
    let schema = manifest_schema();
    let mut check = Check::new(schema.as_value(), &lines);
    check.document(&raw);
    diagnostics.append(check.diagnostics);
    if diagnostics.has_errors() {
        return (None, diagnostics);
    }
    match serde_yaml::from_str::<Manifest>(text) {
        Ok(mut manifest) => {
            manifest.places = Places::collect(&raw, &lines);
            relations(&manifest, &mut diagnostics);
            (Some(manifest), diagnostics)
        }
        Err(error) => {
            let at =
                error.location().map_or(Place { file, line: 1, column: 1, width: 0 }, |location| Place {
                    file,
                    line: u32::try_from(location.line()).unwrap_or(1),
                    column: u32::try_from(location.column()).unwrap_or(1),
                    width: 0,
                });
            diagnostics.push(wrong::invalid(lines.span(at), first_line(&error.to_string())));
            (None, diagnostics)
        }
    }
}

/// The paths under `rules` of a manifest that could not be understood, so that what is wrong with the rules can be
/// told at once with what is wrong with it. Text that is not YAML names none.
#[must_use]
pub fn rules_named(file: FileId, text: &str) -> Vec<String> {
    let raw = tree(file, text, &Text::new(file, text), &mut Diagnostics::default());
    let Some(Raw { node: Node::List(rules), .. }) = raw.as_ref().and_then(|raw| raw.get("rules")) else {
        return Vec::new();
    };
    let text = |rule: &Raw| match &rule.node {
        Node::Text(text) | Node::Plain(text) => Some(text.to_string()),
        _ => None,
    };
    rules.iter().filter_map(text).collect()
}

/// The tree of the text. What the reader of evidence says about YAML is said here of the manifest.
fn tree(file: FileId, text: &str, lines: &Text<'_>, diagnostics: &mut Diagnostics) -> Option<Raw> {
    let limits = Limits::default();
    let bounds = Bounds { depth: limits.depth, values: MOST_VALUES };
    let mut report = Report::new(limits.diagnostics);
    let mut documents = Vec::new();
    let mut sink = |record: crate::build::Record, _: &mut Report| documents.push(record.raw);
    let select = Select { path: &[], unit: Unit::Whole };
    let read = yaml::read(file, text, select, bounds, &mut Output { sink: &mut sink, report: &mut report });
    diagnostics.extend(report.finish().into_iter().map(|d| of_manifest(d, lines)));
    let whole = read.is_ok() && documents.len() == 1;
    if read.is_ok() && documents.len() > 1 {
        diagnostics.push(wrong::syntax(lines.span(documents[1].place), "a second document"));
    }
    documents.pop().filter(|_| whole)
}

/// A manifest has no use for more.
const MOST_VALUES: u64 = 100_000;

fn of_manifest(diagnostic: Diagnostic, lines: &Text<'_>) -> Diagnostic {
    let span = |at: &At| match at {
        At::Place(place) => lines.span(*place),
        At::Span(span) => *span,
    };
    let at = diagnostic.at.as_ref().map_or_else(|| lines.start(), span);
    if diagnostic.id == ids::EVIDENCE_DUPLICATE_KEY {
        let name = diagnostic.args.iter().find_map(|(_, arg)| match arg {
            Arg::Text(text) => Some(text.as_str()),
            _ => None,
        });
        let first = diagnostic.related.first().map_or(at, |label| span(&label.at));
        return wrong::duplicate_key(at, name.unwrap_or(""), first);
    }
    if diagnostic.id == ids::EVIDENCE_NO_RECORDS {
        return wrong::syntax(lines.start(), Arg::Word("manifest-empty"));
    }
    let detail = diagnostic.args.into_iter().rev().map(|(_, arg)| arg).next();
    wrong::syntax(at, detail.unwrap_or_else(|| Arg::Text(String::new())))
}

/// What must hold between parts that are each fine by themselves.
fn relations(manifest: &Manifest, diagnostics: &mut Diagnostics) {
    let at = |path: &str| manifest.places.value(path);
    if manifest.period.end < manifest.period.start
        && let (Some(end), Some(start)) = (at("period.end"), at("period.start"))
    {
        diagnostics.push(wrong::empty_period(end, start));
    }
    let limits = &manifest.limits;
    let bounds =
        [("depth", limits.depth as usize, MOST_DEPTH), ("diagnostics", limits.diagnostics as usize, 100_000)];
    for (name, value, most) in bounds {
        if let Some(at) = at(&format!("limits.{name}")).filter(|_| !(1..=most).contains(&value)) {
            diagnostics.push(wrong::limit_range(at, name, 1, most));
        }
    }
    patterns_of_lints(manifest, diagnostics);
}

/// What is no pattern among the files for which lints are planned.
fn patterns_of_lints(manifest: &Manifest, diagnostics: &mut Diagnostics) {
    for (i, row) in manifest.lint.paths.iter().enumerate() {
        for (j, pattern) in row.files.iter().enumerate() {
            let Some(at) = manifest.places.value(&format!("lint.paths.{i}.files.{j}")) else { continue };
            diagnostics.extend(super::lint::fault(pattern).map(|fault| match fault {
                Fault::Outside => wrong::outside(at, pattern),
                Fault::Bad(reason) => wrong::bad_pattern(at, pattern, reason),
            }));
        }
    }
}

/// Deeper nesting could exhaust the stack of a thread.
const MOST_DEPTH: usize = 1000;

fn first_line(text: &str) -> String {
    text.lines().next().unwrap_or("").to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_are_named_by_a_manifest_with_errors_too() {
        let mut sources = kijun_diag::Sources::default();
        let file = sources.add_name("kijun.yaml");
        let text = "kijun: 1\nperiod: never\nrules: [rules, 7, ../shared]\nstrange: 1\n";
        assert!(read_manifest(file, text).0.is_none());
        assert_eq!(rules_named(file, text), ["rules", "../shared"]);
        for odd in ["", "rules: {a: b}", "rules: [a", "- rules"] {
            assert!(rules_named(file, odd).is_empty(), "{odd}");
        }
    }
}
