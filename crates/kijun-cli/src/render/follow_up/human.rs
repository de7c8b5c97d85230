//! A follow-up on a screen: first what is said and is not so, then what is open, then the rest.

use anstyle::Style;
use kijun_findings::{FollowUp, Followed, Level, Status};

use super::{
    ORDER, changes, figures, is_not_so, level, objection, periods, place, reason, response, since, status,
};
use crate::render::audit::{Report, hang, level_style, line};
use crate::screen::{columns, harmless, one_line, pad, width, wrap};

/// The whole follow-up.
pub(crate) fn human(report: &Report<'_>, followed: &FollowUp) -> String {
    let mut out = String::new();
    let page = Page { report, followed };
    page.head(&mut out);
    page.not_so(&mut out);
    for of in ORDER {
        page.section(&mut out, of);
    }
    if !report.quiet {
        page.figures(&mut out);
    }
    out
}

struct Page<'a> {
    report: &'a Report<'a>,
    followed: &'a FollowUp,
}

impl Page<'_> {
    fn head(&self, out: &mut String) {
        let report = self.report;
        for words in wrap(&one_line(&report.pick(&self.followed.new.title)), columns()) {
            line(out, &report.bold(&words));
        }
        for period in periods(report, self.followed) {
            hang(out, "", &one_line(&period));
        }
        line(out, "");
        let (total, counts) = super::summary(report, self.followed);
        let mut summary = String::new();
        hang(&mut summary, "", &format!("{total}{}", counts.join("  ")));
        out.push_str(&summary.replacen(&total, &report.bold(&total), 1));
        if !self.has_responses() {
            line(out, &report.text("follow-up-no-response", &[]));
        }
        line(out, "");
    }

    /// Whether anybody has answered anything. If not, it is said once, not of every finding.
    fn has_responses(&self) -> bool {
        self.followed.findings.iter().any(|finding| finding.response.is_some())
    }

    /// What is said of findings and is not borne out.
    fn not_so(&self, out: &mut String) {
        let all: Vec<&Followed> = self.followed.findings.iter().filter(|f| is_not_so(f)).collect();
        if !all.is_empty() {
            self.title(out, &self.report.text("follow-up-not-so", &[]), all.len());
            self.list(out, &all, true);
            line(out, "");
        }
    }

    /// The findings of one status.
    fn section(&self, out: &mut String, of: Status) {
        let all: Vec<&Followed> = self.followed.findings.iter().filter(|f| f.status == of).collect();
        if all.is_empty() {
            return;
        }
        self.title(out, &status(self.report, of), all.len());
        if of == Status::Fixed && !self.report.verbose {
            line(out, &format!("  {}", self.report.dim(&self.report.text("follow-up-verbose", &[]))));
        } else {
            self.by_level(out, &all);
        }
        line(out, "");
    }

    /// By the level that they have now; what is not told any more has the one it had.
    fn by_level(&self, out: &mut String, all: &[&Followed]) {
        for level in Level::ALL {
            let some: Vec<&Followed> = all.iter().copied().filter(|f| f.presses() == level).collect();
            if !some.is_empty() {
                let name = super::level(self.report, level);
                let count = self.report.text("audit-count", &[("n", some.len().into())]);
                line(
                    out,
                    &format!("  {}", self.report.paint(level_style(level), &format!("{name} {count}"))),
                );
                self.list(out, &some, false);
            }
        }
    }

    fn title(&self, out: &mut String, name: &str, n: usize) {
        let count = self.report.text("audit-count", &[("n", n.into())]);
        line(out, &self.report.bold(&format!("{name} {count}")));
    }

    /// Findings by provision.
    fn list(&self, out: &mut String, all: &[&Followed], first: bool) {
        for group in all.chunk_by(|a, b| a.provision == b.provision) {
            let Some(one) = group.first() else { continue };
            let title = one_line(&self.report.pick(&one.title));
            let parts = [one_line(&one.provision), title].map(|words| (Style::new(), words));
            line(out, &format!("    {}", self.report.fill(&parts, 4)));
            for finding in group {
                self.finding(out, finding, first);
            }
        }
    }

    /// A finding. `first`: among what is said and is not so, which is told whole.
    fn finding(&self, out: &mut String, finding: &Followed, first: bool) {
        let report = self.report;
        let plain = Style::new();
        let mut parts = vec![(Style::new().dimmed(), finding.id.clone())];
        let subject = finding.subject.as_ref().map(|s| one_line(&format!("{}/{}", s.kind, s.key)));
        parts.extend(subject.map(|subject| (plain, subject)));
        let role = finding.role.as_ref().map(|role| report.pick(&role.title));
        let who: Vec<String> =
            [role, finding.unit.clone()].into_iter().flatten().map(|w| one_line(&w)).collect();
        if !who.is_empty() {
            parts.push((plain, report.text("audit-who", &[("who", who.join(" / ").into())])));
        }
        line(out, &format!("      {}", report.fill(&parts, 6)));
        if finding.subject.is_none() {
            self.wrapped(out, &report.pick(&finding.message));
        }
        if first {
            self.objection(out, finding);
            self.stands(out, finding);
        }
        let told = [since(report, finding)].into_iter().flatten();
        let told: Vec<String> = told.chain(changes(report, finding)).chain(reason(report, finding)).collect();
        if !told.is_empty() {
            self.wrapped(out, &told.join(&report.text("follow-up-semicolon", &[])));
        }
        if !first {
            self.objection(out, finding);
        }
        // What is not so has been told with its response already.
        if first || !is_not_so(finding) {
            self.response(out, finding);
        }
    }

    fn stands(&self, out: &mut String, finding: &Followed) {
        let args = [
            ("status", status(self.report, finding.status).into()),
            ("level", level(self.report, finding.presses()).into()),
        ];
        self.wrapped(out, &self.report.text("follow-up-stands", &args));
    }

    fn response(&self, out: &mut String, finding: &Followed) {
        let Some(said) = &finding.response else { return };
        let args = [("text", response(self.report, said).into()), ("at", place(&said.at).into())];
        self.wrapped(out, &self.report.text("follow-up-response", &args));
    }

    fn objection(&self, out: &mut String, finding: &Followed) {
        let objected = finding.objection.filter(|_| self.has_responses());
        if let Some(objection) = objected.map(|objected| objection(self.report, objected)) {
            self.says(out, &self.report.warn(&objection), &objection);
        }
    }

    /// Something short in its colour, or something long without.
    fn says(&self, out: &mut String, painted: &str, text: &str) {
        if width(text) + 8 <= columns() {
            line(out, &format!("        {painted}"))
        } else {
            self.wrapped(out, text)
        }
    }

    fn wrapped(&self, out: &mut String, text: &str) {
        for words in wrap(&harmless(text), columns().saturating_sub(8)) {
            line(out, &format!("        {words}"));
        }
    }

    fn figures(&self, out: &mut String) {
        line(out, &self.report.bold(&self.report.text("audit-figures", &[])));
        let rows = figures(self.report, self.followed);
        let n_columns = rows.first().map_or(0, Vec::len);
        let widest =
            |i: usize| rows.iter().filter_map(|row| row.get(i)).map(|cell| width(cell)).max().unwrap_or(0);
        let widths: Vec<usize> = (0..n_columns).map(widest).collect();
        for row in &rows {
            let cells = row.iter().zip(&widths).enumerate().map(|(i, (cell, &to))| match i {
                0 => pad(cell, to),
                _ => format!("{}{cell}", " ".repeat(to.saturating_sub(width(cell)))),
            });
            line(out, &format!("  {}", cells.collect::<Vec<_>>().join("  ")));
        }
    }
}
