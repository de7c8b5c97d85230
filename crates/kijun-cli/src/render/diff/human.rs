//! A diff on a screen: first what is new and worse, then what cannot be compared, then what was resolved and by what; the rest as counts.

mod listed;
mod measures;
mod pressing;
mod rest;

use anstyle::Style;
use kijun_findings::{Class, Diff, RunRecord};
use kijun_report::diff::DiffWords;

use super::{GONE, WORST};
use crate::render::audit::{Report, hang_in, line};
use crate::screen::{columns, harmless, one_line, wrap};

/// The whole diff; what goes on unchanged is listed from a record where everything is.
pub(crate) fn human(report: &Report<'_>, diff: &Diff, record: &RunRecord) -> String {
    let words = DiffWords::new(report.catalogue.lang());
    let page = Page { report, words, diff, record, columns: columns() };
    let mut out = String::new();
    page.head(&mut out);
    if diff.is_empty() {
        page.hang(&mut out, "", &report.text("diff-empty", &[]));
        return out;
    }
    page.counts(&mut out);
    page.tables(&mut out, &["sorts"]);
    page.pressing(&mut out, "diff-worst", &WORST);
    let (key, classes) = ("diff-class-not-comparable", [Class::NotComparable]);
    match report.verbose {
        true => page.pressing(&mut out, key, &classes),
        false => page.listed(&mut out, key, &classes),
    }
    page.listed(&mut out, "diff-gone", &GONE);
    if !report.quiet {
        page.rest(&mut out);
    }
    out
}

struct Page<'a> {
    report: &'a Report<'a>,
    words: DiffWords,
    diff: &'a Diff,
    /// One of the two runs.
    record: &'a RunRecord,
    /// How wide the screen is.
    columns: usize,
}

impl Page<'_> {
    /// The two runs, what differs at all, and what must be known before the rest is read.
    fn head(&self, out: &mut String) {
        for (title, days) in self.words.runs(self.diff) {
            self.headed(out, "", &one_line(&title), "");
            self.hang(out, "  ", &one_line(&days));
        }
        line(out, "");
        if let Some(factors) = self.words.factors(self.diff) {
            self.hang(out, "", &factors);
        }
        let doubts = self.words.doubts(self.diff).into_iter().chain(self.words.unattributed(self.diff));
        for doubt in doubts {
            for words in wrap(&one_line(&doubt), self.columns) {
                line(out, &self.report.warn(&words));
            }
        }
    }

    /// How many findings came to what.
    fn counts(&self, out: &mut String) {
        let persisting = (self.report.text("diff-persisting", &[]), self.diff.figures.persisting, false);
        let of = |class| {
            let presses = WORST.contains(&class) || class == Class::NotComparable;
            (self.words.class(class), self.diff.figures.of(class), presses)
        };
        let counts = Class::ALL.into_iter().map(of).chain([persisting]);
        let parts: Vec<(Style, String)> = counts
            .map(|(name, n, presses)| {
                let args = [("name", name.into()), ("n", n.to_string().into())];
                let style = match n {
                    0 => Style::new().dimmed(),
                    _ if presses => Style::new().bold(),
                    _ => Style::new(),
                };
                (style, self.report.text("audit-level", &args))
            })
            .collect();
        line(out, &self.report.fill_in(&parts, 0, self.columns));
        line(out, "");
    }

    fn hang(&self, out: &mut String, lead: &str, text: &str) {
        hang_in(out, lead, text, self.columns);
    }

    /// A name and what it is called, over as many lines as they need; the name stands out.
    fn headed(&self, out: &mut String, lead: &str, name: &str, rest: &str) {
        let mut text = String::new();
        self.hang(&mut text, lead, format!("{name}  {rest}").trim_end());
        line(out, &text.replacen(name, &self.report.bold(name), 1));
    }

    fn title(&self, out: &mut String, key: &str, n: usize) {
        let count = self.report.text("audit-count", &[("n", n.into())]);
        line(out, &self.report.bold(&format!("{} {count}", self.report.text(key, &[]))));
    }

    fn more(&self, out: &mut String, lead: &str, n: usize) {
        if n > 0 {
            line(
                out,
                &format!("{lead}{}", self.report.dim(&self.report.text("audit-more", &[("n", n.into())]))),
            );
        }
    }

    fn dimmed(&self, out: &mut String, lead: &str, text: &str) {
        let room = self.columns.saturating_sub(lead.len() + 2);
        for (i, words) in wrap(&harmless(text), room).iter().enumerate() {
            let lead = if i == 0 { lead.to_owned() } else { format!("{lead}  ") };
            line(out, &format!("{lead}{}", self.report.dim(words)));
        }
    }
}

#[cfg(test)]
mod tests {
    use kijun_diag::{Catalogue, Lang};

    use super::*;

    #[test]
    fn a_table_that_the_screen_is_too_narrow_for_is_told_row_by_row() {
        let text = include_str!("../../../../../fixtures/moj/fy2012/previous/fy2011.json");
        let record = kijun_findings::from_json(text).unwrap();
        let diff = kijun_findings::diff(&record, &record);
        for lang in [Lang::En, Lang::Ja] {
            let catalogue = Catalogue::new(lang);
            let report = Report { catalogue: &catalogue, quiet: false, verbose: false };
            let page = |columns| Page {
                report: &report,
                words: DiffWords::new(lang),
                diff: &diff,
                record: &record,
                columns,
            };
            let told = |columns| {
                let mut out = String::new();
                page(columns).tables(&mut out, &["figures"]);
                out
            };
            let (wide, narrow) = (told(100), told(40));
            assert_eq!(wide.lines().count(), 7, "{wide}");
            assert!(narrow.lines().all(|line| crate::screen::width(line) <= 40), "{narrow}");
            assert!(narrow.contains("6959") && narrow.contains("98.6%"), "{narrow}");
        }
    }
}
