//! A diff on a screen: first what is new and worse, then what cannot be compared, then what was resolved and by what; the rest as counts.

mod rest;

use anstyle::Style;
use kijun_findings::{Change, Class, Diff, Level};
use kijun_report::diff::{CauseSort, DiffWords, Group, groups, place, subject};

use super::{GONE, WORST, of};
use crate::render::audit::{Report, hang_in, level_style, line};
use crate::screen::{columns, harmless, one_line, width, wrap};

/// Groups of one provision that are shown when not every one is.
const GROUPS: usize = 4;
/// Subjects with the same cause that are shown.
const SUBJECTS: usize = 4;
/// Observations of a finding that are shown.
const OBSERVATIONS: usize = 2;
/// Groups of one sort of cause that are listed of what was resolved.
const LISTED: usize = 12;
/// Findings that are named where many were resolved together.
const NAMED: usize = 3;

/// The whole diff.
pub(crate) fn human(report: &Report<'_>, diff: &Diff) -> String {
    let words = DiffWords::new(report.catalogue.lang());
    let page = Page { report, words, diff, columns: columns() };
    let mut out = String::new();
    page.head(&mut out);
    if diff.is_empty() {
        page.hang(&mut out, "", &report.text("diff-empty", &[]));
        return out;
    }
    page.counts(&mut out);
    page.pressing(&mut out, "diff-worst", &WORST);
    page.pressing(&mut out, "diff-class-not-comparable", &[Class::NotComparable]);
    page.gone(&mut out);
    if !report.quiet {
        page.rest(&mut out);
    }
    out
}

struct Page<'a> {
    report: &'a Report<'a>,
    words: DiffWords,
    diff: &'a Diff,
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

    /// Changes by level, most pressing first, each with its cause.
    fn pressing(&self, out: &mut String, key: &str, classes: &[Class]) {
        let changes = of(self.diff, classes);
        if changes.is_empty() {
            return;
        }
        self.title(out, key, changes.len());
        for level in Level::ALL {
            let some: Vec<&Change> = changes.iter().copied().filter(|c| c.level() == Some(level)).collect();
            if some.is_empty() {
                continue;
            }
            let count = self.report.text("audit-count", &[("n", some.len().into())]);
            let name = format!("{} {count}", self.words.level(level));
            line(out, &format!("  {}", self.report.paint(level_style(level), &name)));
            self.provisions(out, &groups(some, &self.words));
        }
        line(out, "");
    }

    /// Groups under the provisions that they are about.
    fn provisions(&self, out: &mut String, groups: &[Group<'_>]) {
        let lineage = |group: &Group<'_>| group.changes.first().map(|c| (c.lineage.clone(), c.matter));
        for some in groups.chunk_by(|a, b| lineage(a) == lineage(b)) {
            let Some(first) = some.first().and_then(|group| group.changes.first()) else { continue };
            let title = one_line(&self.words.pick(&first.title));
            let cited = one_line(&self.words.provision(first));
            self.headed(out, "    ", &cited, &title);
            let shown = if self.report.verbose { some.len() } else { GROUPS };
            for group in some.iter().take(shown) {
                self.group(out, group);
            }
            let left: usize = some.iter().skip(shown).map(|group| group.changes.len()).sum();
            self.more(out, "      ", left);
        }
    }

    /// Findings with one cause: the first whole, the others by what they are about; then why.
    fn group(&self, out: &mut String, group: &Group<'_>) {
        let shown = if self.report.verbose { group.changes.len() } else { SUBJECTS };
        for (i, change) in group.changes.iter().take(shown).enumerate() {
            line(out, &format!("      {}", self.about(change)));
            if i == 0 || self.report.verbose {
                self.told(out, change);
            }
        }
        self.more(out, "        ", group.changes.len().saturating_sub(shown));
        self.why(out, group);
    }

    fn more(&self, out: &mut String, lead: &str, n: usize) {
        if n > 0 {
            line(
                out,
                &format!("{lead}{}", self.report.dim(&self.report.text("audit-more", &[("n", n.into())]))),
            );
        }
    }

    /// `F-… new  server/web-01  → system officer / Civil Affairs Bureau`
    fn about(&self, change: &Change) -> String {
        let plain = Style::new();
        let mut parts =
            vec![(Style::new().dimmed(), change.id.clone()), (plain, self.words.class(change.class))];
        parts.extend(change.subject.as_ref().map(|of| (plain, one_line(&subject(of)))));
        let who = self.words.who(change).join(" / ");
        if !who.is_empty() {
            parts.push((plain, one_line(&self.report.text("audit-who", &[("who", who.into())]))));
        }
        self.report.fill_in(&parts, 6, self.columns)
    }

    /// What was found, what is not as it was, and where.
    fn told(&self, out: &mut String, change: &Change) {
        let Some(told) = change.after.told.as_ref().or(change.before.told.as_ref()) else { return };
        self.hang(out, "        ", &one_line(&self.words.pick(&told.message)));
        let turned = self.words.turned(change).into_iter();
        let turned: Vec<String> = turned.chain(self.words.unseen(change)).collect();
        if !turned.is_empty() {
            self.hang(out, "        ", &one_line(&turned.join(&self.report.text("diff-comma", &[]))));
        }
        for seen in told.evidence.iter().take(OBSERVATIONS) {
            let seen = format!("{}  {}", self.words.observation(seen), place(&seen.at));
            let seen = self.report.text("diff-evidence", &[("seen", seen.into())]);
            self.dimmed(out, "        ", &one_line(&seen));
        }
        let at = self.report.text("diff-rule-at", &[("at", place(&told.rule).into())]);
        self.dimmed(out, "        ", &one_line(&at));
    }

    fn dimmed(&self, out: &mut String, lead: &str, text: &str) {
        for words in wrap(&harmless(text), self.columns.saturating_sub(lead.len())) {
            line(out, &format!("{lead}{}", self.report.dim(&words)));
        }
    }

    /// Why, each cause on its own line.
    fn why(&self, out: &mut String, group: &Group<'_>) {
        let undo = group.changes.first().and_then(|change| change.why.as_ref());
        let undo = undo.filter(|_| self.report.verbose).and_then(|why| self.words.undo(why));
        let lead = self.report.text("diff-why", &[]);
        let indent = " ".repeat(width(&lead));
        for (i, why) in group.why.iter().chain(undo.iter()).enumerate() {
            let lead = format!("        {}", if i == 0 { &lead } else { &indent });
            self.hang(out, &lead, &one_line(why));
        }
    }

    /// What was resolved or is better, by the sort of its cause.
    fn gone(&self, out: &mut String) {
        let changes = of(self.diff, &GONE);
        if changes.is_empty() {
            return;
        }
        self.title(out, "diff-gone", changes.len());
        for sort in CauseSort::ALL {
            let some: Vec<&Change> = changes.iter().copied().filter(|c| CauseSort::of(c) == sort).collect();
            if some.is_empty() {
                continue;
            }
            let count = self.report.text("audit-count", &[("n", some.len().into())]);
            line(out, &format!("  {} {count}", self.words.sort(sort)));
            self.listed(out, &groups(some, &self.words));
        }
        line(out, "");
    }

    /// Groups in a line each: what, of whom, why.
    fn listed(&self, out: &mut String, groups: &[Group<'_>]) {
        let shown = if self.report.verbose { groups.len() } else { LISTED };
        for group in groups.iter().take(shown) {
            let lines = wrap(&one_line(&self.in_short(group)), self.columns.saturating_sub(6));
            for (i, words) in lines.iter().enumerate() {
                line(out, &format!("{}{words}", if i == 0 { "    " } else { "      " }));
            }
        }
        self.more(out, "    ", groups.iter().skip(shown).map(|group| group.changes.len()).sum());
    }

    fn in_short(&self, group: &Group<'_>) -> String {
        let Some(first) = group.changes.first() else { return String::new() };
        let named = if self.report.verbose { group.changes.len() } else { NAMED };
        let name = |change: &&Change| match &change.subject {
            Some(of) => subject(of),
            None => format!("{} {}", change.id, self.words.pick(&change.title)),
        };
        let names: Vec<String> = group.changes.iter().take(named).map(name).collect();
        let mut names = names.join(&self.report.text("diff-comma", &[]));
        if group.changes.len() > named {
            let n = group.changes.len() - named;
            names.push_str(&self.report.text("diff-gone-more", &[("n", n.into())]));
        }
        let level = first.level().map(|level| self.words.level(level)).unwrap_or_default();
        let head = [self.words.class(first.class), level, self.words.provision(first), names].join("  ");
        let turned = self.words.turned(first);
        let seen = first.after.told.is_none().then(|| self.words.seen(first.after.seen));
        let tail = turned.into_iter().chain(seen).chain(group.why.iter().cloned());
        let tail: Vec<String> = tail.collect();
        format!("{head}  {}", tail.join(&self.report.text("diff-or", &[])))
    }
}
