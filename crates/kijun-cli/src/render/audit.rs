//! A run record for a person: what matters first, then where, then the figures.

mod baseline;
mod evidence;
mod exceptions;
mod figures;
mod findings;
mod outlook;
mod paint;
mod routes;
mod unseen;

use kijun_diag::Catalogue;
use kijun_findings::RunRecord;

pub(crate) use paint::{hang, hang_in, level_style, line, location};
use unseen::Titles;

use crate::args::By;
use crate::screen::{columns, one_line, pad, width, wrap};

/// Writes run records in one language.
pub(crate) struct Report<'a> {
    pub(crate) catalogue: &'a Catalogue,
    /// Leave out what is fine.
    pub(crate) quiet: bool,
    /// Every finding whole, not only the first of each statement.
    pub(crate) verbose: bool,
}

impl Report<'_> {
    /// The whole report; findings by level, or by who answers.
    pub(crate) fn audit(&self, record: &RunRecord, by: Option<By>) -> String {
        let mut out = String::new();
        self.head(&mut out, record);
        self.overview(&mut out, record);
        let titles = unseen::titles(record);
        match by {
            Some(by) => self.recipients(&mut out, record, by, &titles),
            None => self.by_level(&mut out, record, &titles),
        }
        self.rest(&mut out, record, by);
        out
    }

    /// What is not about findings: measures, exceptions, figures.
    fn rest(&self, out: &mut String, record: &RunRecord, by: Option<By>) {
        if self.quiet {
            return;
        }
        if !record.measures.is_empty() {
            line(out, &self.bold(&self.text("audit-measures", &[])));
            out.push_str(&self.measures(&record.measures));
            line(out, "");
        }
        self.exceptions(out, record);
        self.figures(out, record, by);
    }

    fn head(&self, out: &mut String, record: &RunRecord) {
        let title = self.pick(&record.title);
        line(out, &self.bold(&one_line(&title)));
        let args = [
            ("start", record.period.start.as_str().into()),
            ("end", record.period.end.as_str().into()),
            ("today", record.today.as_str().into()),
            ("as-of", record.as_of.as_str().into()),
        ];
        line(out, &self.text("audit-period", &args));
        let longest = |texts: Vec<String>| texts.iter().map(|text| width(text)).max().unwrap_or(0);
        let tiers = longest(record.standards.iter().map(|s| self.tier(&s.tier)).collect());
        let names = longest(record.standards.iter().map(|s| s.standard.clone()).collect());
        for standard in &record.standards {
            let (tier, name) = (pad(&self.tier(&standard.tier), tiers), pad(&standard.standard, names));
            hang(out, &format!("  {tier}  {name}  "), &one_line(&self.pick(&standard.title)));
        }
        line(out, "");
    }

    /// How many findings there are of each level, and how much passes.
    fn overview(&self, out: &mut String, record: &RunRecord) {
        let rate = self.text("audit-passing", &[("rate", self.rate(record.figures.total).into())]);
        line(out, &format!("{}  {}", self.counts(record.figures.findings), self.bold(&rate)));
        if let Some(open) = self.open(record) {
            line(out, &open);
        }
        if !record.complete {
            for words in wrap(&self.text("audit-incomplete", &[]), columns()) {
                line(out, &self.warn(&words));
            }
        }
        line(out, "");
    }
}
