//! A comparison for a person: the matrix, what is objected to, the orphans, one line that sums up.

use kijun_findings::{ConformanceRecord, Finding, Level};

use super::matrix::matrix;
use super::summary;
use crate::render::audit::Report;
use crate::screen::{columns, harmless, pad, width, wrap};

/// The whole comparison.
pub(crate) fn human(report: &Report<'_>, record: &ConformanceRecord) -> String {
    let mut lines = head(report, record);
    if record.rows.is_empty() {
        lines.extend(wrap(&report.text("conform-nothing", &[]), columns()));
        lines.push(String::new());
    } else if !report.quiet {
        lines.extend(matrix(report, record));
        lines.push(String::new());
    }
    lines.extend(objections(report, record));
    if !report.quiet {
        lines.extend(orphans(report, record));
    }
    if !record.rows.is_empty() {
        lines.extend(total(report, record).iter().map(|line| report.bold(line)));
    }
    finish(&lines)
}

/// The summary, broken between its parts where it is too long for a line.
fn total(report: &Report<'_>, record: &ConformanceRecord) -> Vec<String> {
    let (mut line, counts) = summary(report, record);
    let comma = report.text("conform-comma", &[]);
    let mut lines = Vec::new();
    for (i, count) in counts.iter().enumerate() {
        let part = if i + 1 < counts.len() { format!("{count}{comma}") } else { count.clone() };
        if width(&line) + width(part.trim_end()) > columns() {
            lines.push(std::mem::replace(&mut line, "  ".to_owned()).trim_end().to_owned());
        }
        line.push_str(&part);
    }
    lines.push(line);
    lines
}

fn finish(lines: &[String]) -> String {
    lines.iter().map(|line| format!("{}\n", line.trim_end())).collect()
}

fn head(report: &Report<'_>, record: &ConformanceRecord) -> Vec<String> {
    let args = [("as-of", record.as_of.as_str().into()), ("today", record.today.as_str().into())];
    let days = report.text("conform-days", &args);
    vec![report.bold(&harmless(&report.pick(&record.title))), days, String::new()]
}

/// What the checks object to, most pressing first.
fn objections(report: &Report<'_>, record: &ConformanceRecord) -> Vec<String> {
    let mut lines = Vec::new();
    for level in Level::ALL {
        let findings: Vec<&Finding> = record.findings.iter().filter(|f| f.level == level).collect();
        if !findings.is_empty() {
            lines.extend(report.of_level(level, &findings).lines().map(ToOwned::to_owned));
            lines.push(String::new());
        }
    }
    lines
}

/// Clauses that nothing above asks for: listed, for it is no fault.
fn orphans(report: &Report<'_>, record: &ConformanceRecord) -> Vec<String> {
    if record.orphans.is_empty() {
        return Vec::new();
    }
    let mut lines = vec![report.text("conform-orphans", &[("n", record.orphans.len().into())])];
    let longest = record.orphans.iter().map(|orphan| width(&orphan.clause)).max().unwrap_or(0);
    for orphan in &record.orphans {
        let title = harmless(&report.pick(&orphan.title));
        lines.push(format!("  {}  {title}", pad(&harmless(&orphan.clause), longest)));
    }
    lines.push(String::new());
    lines
}
