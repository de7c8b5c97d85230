//! Findings by level and provision: the first of each whole, some more in a line, the rest counted.

use anstyle::Style;
use kijun_findings::{Finding, Level, Matter, Outcome, RunRecord};

use super::paint::{level_style, line, location, outcome_style};
use super::{Report, Titles};
use crate::screen::{columns, harmless, one_line, wrap};

/// Findings of one statement that are shown whole when not every one is.
const SHOWN_WHOLE: usize = 1;
/// Further findings of the statement that are shown in one line each.
const SHOWN_SHORT: usize = 4;
/// Observations of a finding that are shown.
const OBSERVATIONS: usize = 3;

impl Report<'_> {
    /// One finding whole.
    pub(crate) fn finding(&self, finding: &Finding) -> String {
        let mut out = String::new();
        let level = self.text(&format!("level-{}", finding.level.name()), &[]);
        line(&mut out, &self.paint(level_style(finding.level), &level));
        self.group(&mut out, &[finding], &Titles::new());
        out
    }

    pub(super) fn by_level(&self, out: &mut String, record: &RunRecord, titles: &Titles<'_>) {
        let all: Vec<&Finding> = record.findings.iter().collect();
        self.unseen(out, &all, titles);
        for level in Level::ALL {
            let findings: Vec<&Finding> = all.iter().copied().filter(|f| f.level == level).collect();
            self.section(out, level, &findings, titles);
            line(out, "");
        }
    }

    /// Findings of one level, by provision, under its name.
    pub(crate) fn of_level(&self, level: Level, findings: &[&Finding]) -> String {
        let mut out = String::new();
        self.section(&mut out, level, findings, &Titles::new());
        out
    }

    /// The same. What is outside the view was shown before, and is counted here.
    pub(super) fn section(&self, out: &mut String, level: Level, findings: &[&Finding], titles: &Titles<'_>) {
        let name = self.text(&format!("level-{}", level.name()), &[]);
        let head = format!("{} {}", name, self.text("audit-count", &[("n", findings.len().into())]));
        line(out, &self.paint(level_style(level), &head));
        let listed: Vec<&Finding> = findings.iter().copied().filter(|f| !f.unseen).collect();
        if listed.len() < findings.len() {
            let n = findings.len() - listed.len();
            line(out, &format!("  {}", self.dim(&self.text("audit-unseen-above", &[("n", n.into())]))));
        }
        self.groups(out, &listed, titles);
    }

    pub(super) fn groups(&self, out: &mut String, findings: &[&Finding], titles: &Titles<'_>) {
        for group in findings.chunk_by(|a, b| a.provision == b.provision && a.matter == b.matter) {
            self.group(out, group, titles);
        }
    }

    /// Findings against one provision.
    pub(super) fn group(&self, out: &mut String, group: &[&Finding], titles: &Titles<'_>) {
        let Some(first) = group.first() else { return };
        let title = one_line(&self.pick(&first.title));
        line(out, &format!("  {}  {title}", self.bold(&first.provision)));
        line(
            out,
            &format!("    {}", self.dim(&location(&first.rule.file, first.rule.line, first.rule.column))),
        );
        let of_statements = first.matter == Matter::Statement;
        let whole = if self.verbose || !of_statements { group.len() } else { SHOWN_WHOLE };
        for finding in &group[..whole.min(group.len())] {
            self.whole(out, finding, titles);
        }
        let rest = &group[whole.min(group.len())..];
        for finding in rest.iter().take(SHOWN_SHORT) {
            self.short(out, finding);
        }
        if rest.len() > SHOWN_SHORT {
            let more = self.text("audit-more", &[("n", (rest.len() - SHOWN_SHORT).into())]);
            line(out, &format!("    {}", self.dim(&more)));
        }
    }

    fn whole(&self, out: &mut String, finding: &Finding, titles: &Titles<'_>) {
        line(out, &format!("    {}", self.about(finding)));
        for words in wrap(&harmless(&self.pick(&finding.message)), columns().saturating_sub(6)) {
            line(out, &format!("      {words}"));
        }
        for observation in finding.evidence.iter().take(OBSERVATIONS) {
            self.labelled(out, "audit-evidence", &self.observation(observation));
        }
        if finding.evidence.len() > OBSERVATIONS {
            let n = finding.evidence.len() - OBSERVATIONS;
            self.labelled(out, "audit-evidence", &self.text("audit-more-evidence", &[("n", n.into())]));
        }
        self.concerns(out, finding, titles);
        match &finding.documents {
            Some(objected) => self.objected(out, finding, objected),
            None if finding.chain.len() > 1 => self.chain(out, finding),
            None => {}
        }
        if let Some(fix) = &finding.fix {
            self.labelled(out, "audit-fix", &self.pick(fix));
        }
    }

    fn short(&self, out: &mut String, finding: &Finding) {
        line(out, &format!("    {}", self.about(finding)));
        if let Some(observation) = finding.evidence.first() {
            self.labelled(out, "audit-evidence", &self.observation(observation));
        }
    }

    /// Who and how far: `F-… server/web-01 [ministry] system officer, Civil Affairs Bureau`.
    pub(super) fn about(&self, finding: &Finding) -> String {
        let plain = Style::new();
        let mut parts = vec![(Style::new().dimmed(), finding.id.clone())];
        if finding.unseen {
            let level = self.text(&format!("level-one-{}", finding.level.name()), &[]);
            parts.push((level_style(finding.level), level));
        }
        if let Some(subject) = &finding.subject {
            parts.push((plain, one_line(&format!("{}/{}", subject.kind, subject.key))));
        }
        if let Some(outcome) = finding.outcome.filter(|o| *o != Outcome::Fail) {
            parts.push((outcome_style(outcome), self.outcome(outcome)));
        }
        if let Some(altitude) = finding.altitude.as_ref().filter(|altitude| !altitude.tier.is_empty()) {
            let tier = self.tier(&altitude.tier);
            let key = match (finding.matter, finding.outcome) {
                (Matter::Conformance, _) => "audit-altitude-documents",
                (_, Some(Outcome::Fail)) => "audit-altitude",
                _ => "audit-altitude-open",
            };
            parts.push((plain, self.text(key, &[("tier", tier.into())])));
        }
        let who = [finding.role.as_ref().map(|role| self.pick(&role.title)), finding.unit.clone()];
        let who: Vec<String> = who.into_iter().flatten().map(|w| one_line(&w)).collect();
        if !who.is_empty() {
            parts.push((plain, self.text("audit-who", &[("who", who.join(" / ").into())])));
        }
        self.fill(&parts, 4)
    }
}
