//! A comparison as Markdown: a table for each higher document, then what is objected to.

use kijun_findings::{ConformanceRecord, Finding};

use super::{Table, is_recommended, judged, place, summary, tables, title, word};
use crate::render::audit::Report;
use crate::render::markdown::{code, code_in_row, plain, row};

/// The whole comparison.
pub(crate) fn markdown(report: &Report<'_>, record: &ConformanceRecord) -> String {
    let args = [("as-of", record.as_of.as_str().into()), ("today", record.today.as_str().into())];
    let (total, counts) = summary(report, record);
    let mut parts = vec![
        format!("# {}", plain(&report.pick(&record.title))),
        report.text("conform-days", &args),
        total + &counts.join(&report.text("conform-comma", &[])),
    ];
    parts.extend(tables(record).iter().map(|table| self::table(report, record, table)));
    if record.rows.iter().any(is_recommended) {
        parts.push(format!("\\* {}", report.text("conform-recommended", &[])));
    }
    parts.extend(record.findings.iter().map(|finding| self::finding(report, finding)));
    if !record.orphans.is_empty() {
        parts.push(orphans(report, record));
    }
    parts.join("\n\n") + "\n"
}

fn table(report: &Report<'_>, record: &ConformanceRecord, table: &Table<'_>) -> String {
    let head = format!("## {} {}\n\n", plain(&title(report, record, table.document)), code(table.document));
    let own = ["statement", "title", "together"].map(|name| report.text(&format!("conform-{name}"), &[]));
    let heads: Vec<String> =
        own.into_iter().chain(table.lower.iter().map(|name| code_in_row(name))).collect();
    let mut lines = vec![row(&heads), row(&vec!["---".to_owned(); heads.len()])];
    for of in table.rows {
        let cells = of.cells.iter().map(|cell| word(report, cell.judgement.verdict));
        let mark = if is_recommended(of) { " \\*" } else { "" };
        let own = [
            code_in_row(place(&of.statement)) + mark,
            plain(&report.pick(&of.title)),
            judged(report, &of.judgement),
        ];
        lines.push(row(&own.into_iter().chain(cells).collect::<Vec<_>>()));
    }
    head + &lines.join("\n")
}

fn finding(report: &Report<'_>, finding: &Finding) -> String {
    let level = report.text(&format!("level-one-{}", finding.level.name()), &[]);
    let mut parts = vec![
        format!("### {level}: {} {}", code(&finding.provision), plain(&report.pick(&finding.title))),
        // Our own words, with citations in backticks already.
        report.pick(&finding.message),
    ];
    let Some(objected) = &finding.documents else { return parts.join("\n\n") };
    let rule = &finding.rule;
    let own = format!("- {} `{}:{}:{}`", code(&finding.provision), rule.file, rule.line, rule.column);
    let other = |o: &kijun_findings::CitedPlace| {
        format!("- {} `{}:{}:{}`", code(&o.provision), o.at.file, o.at.line, o.at.column)
    };
    parts.push(std::iter::once(own).chain(objected.others.iter().map(other)).collect::<Vec<_>>().join("\n"));
    if let Some(case) = &objected.case {
        parts.push(format!("```yaml\n{}```", report.pick(&case.yaml)));
    }
    parts.extend(finding.fix.as_ref().map(|fix| report.pick(fix)));
    parts.join("\n\n")
}

fn orphans(report: &Report<'_>, record: &ConformanceRecord) -> String {
    let head = report.text("conform-orphans", &[("n", record.orphans.len().into())]);
    let lines = record
        .orphans
        .iter()
        .map(|orphan| format!("- {} {}", code(&orphan.clause), plain(&report.pick(&orphan.title))));
    std::iter::once(format!("{head}\n")).chain(lines).collect::<Vec<_>>().join("\n")
}
