//! A follow-up as Markdown: the figures, then a table for each status.

use kijun_findings::{FollowUp, Followed, Status};

use super::{ORDER, changes, figures, is_not_so, level, objection, periods, reason, response, since, status};
use crate::render::audit::Report;
use crate::render::markdown::{code_in_row, plain, row};

/// The whole follow-up.
pub(crate) fn markdown(report: &Report<'_>, followed: &FollowUp) -> String {
    let periods = periods(report, followed).map(|period| format!("- {}", plain(&period)));
    let mut parts = vec![
        format!("# {}", plain(&report.pick(&followed.new.title))),
        periods.join("\n"),
        counts(report, followed),
    ];
    let not_so: Vec<&Followed> = followed.findings.iter().filter(|finding| is_not_so(finding)).collect();
    parts.extend(section(report, &report.text("follow-up-not-so", &[]), &not_so, None));
    for of in ORDER {
        let some: Vec<&Followed> = followed.findings.iter().filter(|finding| finding.status == of).collect();
        parts.extend(section(report, &status(report, of), &some, Some(of)));
    }
    parts.join("\n\n") + "\n"
}

fn counts(report: &Report<'_>, followed: &FollowUp) -> String {
    let rows = figures(report, followed);
    let n_columns = rows.first().map_or(0, Vec::len);
    let line: Vec<String> = (0..n_columns).map(|i| if i == 0 { "---" } else { "---:" }.to_owned()).collect();
    let mut lines: Vec<String> = rows.iter().map(|cells| row(cells)).collect();
    lines.insert(lines.len().min(1), row(&line));
    lines.join("\n")
}

/// A table of some findings; of one status, where they have one in common.
fn section(report: &Report<'_>, name: &str, some: &[&Followed], of: Option<Status>) -> Option<String> {
    if some.is_empty() {
        return None;
    }
    let count = report.text("audit-count", &[("n", some.len().into())]);
    let heads = ["id", "level", "provision", "subject", "role", "unit", "how", "response"];
    let heads = heads.map(|name| report.text(&format!("follow-up-column-{name}"), &[]));
    let line = row(&vec!["---".to_owned(); heads.len()]);
    let rows = some.iter().map(|finding| row(&cells(report, finding, of)));
    let lines: Vec<String> = [row(&heads), line].into_iter().chain(rows).collect();
    Some(format!("## {name} {count}\n\n{}", lines.join("\n")))
}

fn cells(report: &Report<'_>, finding: &Followed, of: Option<Status>) -> [String; 8] {
    let semicolon = report.text("follow-up-semicolon", &[]);
    let own = of.is_none().then(|| status(report, finding.status));
    let objected = finding.objection.map(|objected| objection(report, objected));
    let how = own.into_iter().chain(objected).chain(since(report, finding)).chain(changes(report, finding));
    let how: Vec<String> = how.chain(reason(report, finding)).collect();
    [
        code_in_row(&finding.id),
        level(report, finding.presses()),
        format!("{} {}", code_in_row(&finding.provision), plain(&report.pick(&finding.title))),
        finding.subject.as_ref().map(|s| code_in_row(&format!("{}/{}", s.kind, s.key))).unwrap_or_default(),
        plain(&finding.role.as_ref().map(|role| report.pick(&role.title)).unwrap_or_default()),
        plain(finding.unit.as_deref().unwrap_or("")),
        plain(&how.join(&semicolon)),
        plain(&finding.response.as_ref().map(|said| response(report, said)).unwrap_or_default()),
    ]
}
