//! Provisions and findings explained to a person.

mod named;

pub(crate) use named::{document, exception, kind, measure};

use kijun::{Explained, Provision, Row};
use kijun_findings::Texts;

use super::audit::{Report, location};
use crate::screen::{columns, harmless, pad, width, wrap};

/// A provision: what it says, under what it stands, what puts it into effect.
pub(crate) fn provision(report: &Report<'_>, provision: &Provision) -> String {
    let mut out = String::new();
    let title = harmless(&report.pick(&provision.title));
    push(&mut out, &format!("{}  {title}", report.bold(&provision.clause)));
    push(
        &mut out,
        &format!("{}  [{}]", harmless(&report.pick(&provision.document)), report.tier(&provision.tier)),
    );
    let at = &provision.at;
    push(&mut out, &report.dim(&location(&at.file, at.line, at.column)));
    if let Some(text) = &provision.text {
        push(&mut out, "");
        for words in wrap(&harmless(&report.pick(text)), columns().saturating_sub(2)) {
            push(&mut out, &format!("  {words}"));
        }
    }
    push(&mut out, "");
    if let Some(subjects) = &provision.subjects {
        push(&mut out, &format!("  for {}", harmless(subjects)));
    }
    if let Some(role) = &provision.role {
        push(&mut out, &format!("  by {}  {}", role.name, harmless(&report.pick(&role.title))));
    }
    for (cited, rule) in &provision.statements {
        let label = cited.rsplit('#').next().unwrap_or("");
        for (i, words) in harmless(rule).lines().enumerate() {
            let lead = if i == 0 { format!("#{label}") } else { String::new() };
            push(
                &mut out,
                &format!("  {} {}", pad(&lead, 14), if i == 0 { words } else { words.trim_start() }),
            );
        }
    }
    neighbours(&mut out, report, "explain-above", &provision.above);
    neighbours(&mut out, report, "explain-below", &provision.below);
    out
}

fn neighbours(out: &mut String, report: &Report<'_>, key: &str, all: &[(String, Texts)]) {
    if all.is_empty() {
        return;
    }
    push(out, "");
    push(out, &report.text(key, &[]));
    let longest = all.iter().map(|(clause, _)| width(clause)).max().unwrap_or(0);
    for (clause, title) in all {
        push(out, &format!("  {}  {}", pad(clause, longest), harmless(&report.pick(title))));
    }
}

/// A finding, then the evaluation of its rule with every value and its place.
pub(crate) fn finding(report: &Report<'_>, explained: &Explained) -> String {
    let mut out = report.finding(&explained.finding);
    if explained.rows.is_empty() {
        return out;
    }
    push(&mut out, "");
    push(&mut out, &report.text("explain-evaluation", &[]));
    for row in &explained.rows {
        self::row(&mut out, report, row);
    }
    out
}

/// Columns that the expression takes before what it came to.
const EXPRESSION: usize = 56;

fn row(out: &mut String, report: &Report<'_>, row: &Row) {
    let indent = "  ".repeat(row.depth + 1);
    let found = harmless(&report.found(&row.found));
    let at =
        row.at.as_ref().map_or(String::new(), |at| format!("  {}", location(&at.file, at.line, at.column)));
    let lines =
        wrap(&harmless(&report.pick(&row.text)), (EXPRESSION - 4).saturating_sub(indent.len()).max(16));
    for (i, line) in lines.iter().enumerate() {
        let line = format!("{indent}{line}");
        if i + 1 == lines.len() {
            push(out, &format!("{}  {found}{}", pad(&line, EXPRESSION), report.dim(&at)));
        } else {
            push(out, &line);
        }
    }
    if row.omitted > 0 {
        let more = report.text("audit-more-evidence", &[("n", row.omitted.into())]);
        push(out, &format!("{indent}  {more}"));
    }
}

fn push(out: &mut String, line: &str) {
    out.push_str(line.trim_end());
    out.push('\n');
}
