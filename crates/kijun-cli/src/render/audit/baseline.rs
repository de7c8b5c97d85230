//! A run beside a baseline: first what is new or worse, then what is known, in counts.

use std::collections::BTreeMap;

use kijun_diag::Arg;
use kijun_findings::{
    BaselineDoubt, BaselineFinding, Baselined, Class, Finding, Level, RunRecord, Shrunk, without_edition,
};

use super::unseen::{Titles, titles};
use super::{Report, hang, level_style, line};
use crate::args::By;
use crate::screen::{columns, one_line, wrap};

/// Names in a doubt that are shown.
const NAMED: usize = 5;

impl Report<'_> {
    /// The whole report of a run that is held against a baseline.
    pub(crate) fn audit_against(
        &self,
        record: &RunRecord,
        held: &Baselined,
        baseline: &RunRecord,
        by: Option<By>,
    ) -> String {
        let mut out = String::new();
        self.head(&mut out, record);
        self.overview(&mut out, record);
        self.against(&mut out, held);
        let titles = titles(record);
        for class in [Class::New, Class::Worse, Class::NotComparable] {
            let is_of = |one: &BaselineFinding| one.is_news() && one.class == Some(class);
            let part = Part { record, findings: some_of(record, held, is_of) };
            self.part(&mut out, part, &format!("baseline-{}", class.name()), by, &titles);
        }
        if self.verbose {
            let known = Part { record, findings: some_of(record, held, |one| !one.is_news()) };
            self.part(&mut out, known, "baseline-known", by, &titles);
            self.gone(&mut out, held, baseline);
        }
        self.rest(&mut out, record, by);
        out
    }

    /// Against what, how many came to what, and why the two may not be fit to be compared.
    fn against(&self, out: &mut String, held: &Baselined) {
        let figures = &held.figures;
        let count = |n: u64| Arg::from(n.to_string());
        let args = [
            ("today", held.baseline.today.as_str().into()),
            ("project", one_line(&held.baseline.project).into()),
            ("new", count(figures.new)),
            ("worse", count(figures.worse)),
            ("blind", count(figures.not_comparable)),
            ("known", count(figures.known)),
            ("resolved", count(figures.resolved + figures.elsewhere)),
            ("lost", count(figures.lost)),
        ];
        line(out, &self.bold(&self.text("baseline-against", &args[..2])));
        hang(out, "  ", &self.text("baseline-counts", &args[2..]));
        for doubt in &held.doubts {
            let (key, args) = self.doubt(doubt);
            self.caution(out, "  ! ", &self.text(&format!("baseline-doubt-{key}"), &args));
        }
        let hidden = figures.known + figures.resolved + figures.elsewhere + figures.lost;
        if hidden > 0 && !self.verbose {
            let known = usize::try_from(figures.known).unwrap_or(usize::MAX);
            let shown = self.text("baseline-not-shown", &[("known", known.into()), args[0].clone()]);
            for words in wrap(&shown, columns().saturating_sub(2)) {
                line(out, &format!("  {}", self.dim(&words)));
            }
        }
        line(out, "");
    }

    /// Findings of one sort under a heading; nothing where there are none.
    fn part(&self, out: &mut String, part: Part<'_>, key: &str, by: Option<By>, titles: &Titles<'_>) {
        if part.findings.is_empty() {
            return;
        }
        let count = self.text("audit-count", &[("n", part.findings.len().into())]);
        line(out, &self.bold(&format!("══ {} {count}", self.text(key, &[]))));
        line(out, "");
        if let Some(by) = by {
            self.each_recipient(out, part.record, part.findings, by, titles);
            return;
        }
        let all = part.findings;
        self.unseen(out, &all, titles);
        for level in Level::ALL {
            let findings: Vec<&Finding> = all.iter().copied().filter(|f| f.level == level).collect();
            if findings.iter().any(|finding| !finding.unseen) {
                self.section(out, level, &findings, titles);
                line(out, "");
            }
        }
    }

    /// What only the baseline has, a line each: first what the run lost sight of.
    fn gone(&self, out: &mut String, held: &Baselined, baseline: &RunRecord) {
        let had: BTreeMap<&str, &Finding> = baseline.findings.iter().map(|f| (f.id.as_str(), f)).collect();
        for (key, class) in
            [("lost", Class::NotComparable), ("resolved", Class::Resolved), ("elsewhere", Class::Moved)]
        {
            let gone = held.findings.iter().skip(held.findings.len() - n_gone(held));
            let of: Vec<&Finding> = gone
                .filter(|one| one.class == Some(class))
                .filter_map(|one| had.get(one.finding.as_str()).copied())
                .collect();
            if of.is_empty() {
                continue;
            }
            let count = self.text("audit-count", &[("n", of.len().into())]);
            line(out, &self.bold(&format!("══ {} {count}", self.text(&format!("baseline-{key}"), &[]))));
            of.iter().for_each(|finding| self.one_gone(out, finding));
            line(out, "");
        }
    }

    fn one_gone(&self, out: &mut String, finding: &Finding) {
        let level = self.text(&format!("level-one-{}", finding.level.name()), &[]);
        let level = self.paint(level_style(finding.level), &level);
        let subject = finding.subject.as_ref().map(|s| format!("  {}/{}", s.kind, s.key)).unwrap_or_default();
        let title = self.pick(&finding.title);
        let provision = without_edition(&finding.provision);
        let about = one_line(&format!("{provision}{subject}  {title}"));
        line(out, &format!("  {}  {level}  {about}", self.dim(&finding.id)));
    }

    /// The key of a doubt's words, and what they are given.
    fn doubt(&self, doubt: &BaselineDoubt) -> (&'static str, Vec<(&'static str, Arg)>) {
        let two = |baseline: String, run: String| {
            vec![("baseline", one_line(&baseline).into()), ("run", one_line(&run).into())]
        };
        let args = match doubt {
            BaselineDoubt::Incomplete | BaselineDoubt::Manifest => Vec::new(),
            BaselineDoubt::Project { baseline, run }
            | BaselineDoubt::Later { baseline, run }
            | BaselineDoubt::Engine { baseline, run }
            | BaselineDoubt::AsOf { baseline, run } => two(baseline.clone(), run.clone()),
            BaselineDoubt::Period { baseline, run } => {
                let days = |period: &kijun_findings::Period| format!("{} – {}", period.start, period.end);
                two(days(baseline), days(run))
            }
            BaselineDoubt::Documents { gone, added } => two(self.some(gone), self.some(added)),
            BaselineDoubt::Statements { gone, added } => two(gone.to_string(), added.to_string()),
            BaselineDoubt::Exceptions { added } => vec![("exceptions", self.some(added).into())],
            BaselineDoubt::Lighter { findings } => vec![("findings", self.some(findings).into())],
            BaselineDoubt::RuleFiles { changed, gone, added } => {
                let all: Vec<String> = changed.iter().chain(gone).chain(added).cloned().collect();
                vec![("files", self.some(&all).into())]
            }
            BaselineDoubt::Kinds { gone } => vec![("kinds", self.some(gone).into())],
            BaselineDoubt::Subjects { fewer } => {
                let shown = |kind: &Shrunk| format!("{} {} → {}", kind.kind, kind.baseline, kind.run);
                vec![("kinds", self.some(&fewer.iter().map(shown).collect::<Vec<_>>()).into())]
            }
            BaselineDoubt::EvidenceFiles { gone } => vec![("files", self.some(gone).into())],
        };
        (doubt.name(), args)
    }

    /// Names one after another, at most so many; a dash for none.
    fn some(&self, names: &[String]) -> String {
        if names.is_empty() {
            return "–".to_owned();
        }
        let mut shown: Vec<String> = names.iter().take(NAMED).map(|name| one_line(name)).collect();
        if names.len() > NAMED {
            shown.push(self.text("baseline-more", &[("n", (names.len() - NAMED).to_string().into())]));
        }
        shown.join(&self.text("conform-comma", &[]))
    }
}

fn n_gone(held: &Baselined) -> usize {
    let gone = |one: &&BaselineFinding| one.state == kijun_findings::BaselineState::Absent;
    held.findings.iter().filter(gone).count()
}

/// Some findings of a record.
struct Part<'r> {
    record: &'r RunRecord,
    findings: Vec<&'r Finding>,
}

fn some_of<'r>(
    record: &'r RunRecord,
    held: &Baselined,
    is_of: impl Fn(&BaselineFinding) -> bool,
) -> Vec<&'r Finding> {
    let findings = record.findings.iter().zip(&held.findings);
    findings.filter(|(_, one)| is_of(one)).map(|(finding, _)| finding).collect()
}
