//! A diff as Markdown for a pull request: what came to what first, then tables, the long ones folded; never longer than a comment may be.

use kijun_findings::{Change, Class, Diff};
use kijun_report::diff::{CauseSort, DiffWords, Group, Table, groups, subject, tables};

use super::{FIRST, GONE, WORST, of};
use crate::render::audit::Report;
use crate::render::markdown::{code_in_row, comment, row};
use crate::screen::cut;

/// Characters after which nothing more is said of what presses, of what was settled, of the rest. A comment may have 65 536.
const PRESSING: usize = 40_000;
const SETTLED: usize = 54_000;
const LONGEST: usize = 64_000;
/// Rows that stand open; more are folded.
const OPEN: usize = 25;
/// Findings that are named where many have a cause in common.
const NAMED: usize = 5;
/// Columns of a message that are shown.
const MESSAGE: usize = 400;

/// The whole diff, as far as it fits.
pub(crate) fn markdown(report: &Report<'_>, diff: &Diff) -> String {
    let words = DiffWords::new(report.catalogue.lang());
    let mut page = Page { report, diff, words, out: String::new(), left_out: 0 };
    page.head(diff);
    if !diff.is_empty() {
        page.summary(diff);
        page.changes("diff-worst", &of(diff, &WORST), PRESSING);
        page.changes("diff-class-not-comparable", &of(diff, &[Class::NotComparable]), PRESSING);
        page.changes("diff-gone", &of(diff, &GONE), SETTLED);
        page.rest(diff);
    }
    page.end()
}

struct Page<'a> {
    report: &'a Report<'a>,
    diff: &'a Diff,
    words: DiffWords,
    out: String,
    /// Rows that did not fit.
    left_out: usize,
}

impl Page<'_> {
    fn part(&mut self, text: &str) {
        self.out.push_str(text);
        self.out.push_str("\n\n");
    }

    fn head(&mut self, diff: &Diff) {
        self.part(&format!("# {}", comment(&self.report.text("diff-title", &[]))));
        let runs = self.words.runs(diff).map(|(title, days)| {
            format!("- {}: {}", comment(cut(&title, MESSAGE).trim()), comment(&cut(&days, MESSAGE)))
        });
        self.part(&runs.join("\n"));
        let empty = diff.is_empty().then(|| self.report.text("diff-empty", &[]));
        let plain: Vec<String> = empty.into_iter().chain(self.words.factors(diff)).collect();
        plain.iter().for_each(|text| self.part(&comment(text)));
        let doubts = self.words.doubts(diff).into_iter().chain(self.words.unattributed(diff));
        let doubts: Vec<String> = doubts.collect();
        doubts.iter().for_each(|text| self.part(&format!("> {}", comment(&cut(text, 4 * MESSAGE)))));
    }

    /// How many findings came to what.
    fn summary(&mut self, diff: &Diff) {
        for table in tables(diff, &self.words).iter().filter(|table| FIRST.contains(&table.name)) {
            let rows =
                table.rows().map(|cells| row(&cells.iter().map(|cell| comment(cell)).collect::<Vec<_>>()));
            let rows: Vec<String> = head(table).into_iter().chain(rows).collect();
            self.part(&rows.join("\n"));
        }
    }

    /// A table of changes, a row for those that have a cause in common.
    fn changes(&mut self, key: &str, changes: &[&Change], until: usize) {
        let pressing = until == PRESSING;
        if changes.is_empty() {
            return;
        }
        let mut changes = changes.to_vec();
        match pressing {
            true => changes.sort_by_key(|change| change.level()),
            false => changes.sort_by_key(|change| CauseSort::of(change)),
        }
        let groups = groups(changes.iter().copied(), &self.words);
        let count = self.report.text("audit-count", &[("n", changes.len().into())]);
        let title = format!("{} {count}", self.report.text(key, &[]));
        let third = if pressing { "why" } else { "sort" };
        let heads = ["provision", "subject", third];
        let heads = heads.map(|name| comment(&self.report.text(&format!("diff-column-{name}"), &[])));
        let head = vec![row(&heads), row(&heads.clone().map(|_| "---".to_owned()))];
        let rows = groups.iter().map(|group| (row(&self.cells(group, pressing)), group.changes.len()));
        let rows: Vec<(String, usize)> = rows.collect();
        let (open, folded) = rows.split_at(if pressing { rows.len().min(OPEN) } else { 0 });
        let n_folded = folded.iter().map(|(_, n)| n).sum::<usize>();
        let more = self.report.text("diff-more", &[("n", n_folded.into())]);
        self.table(&title, head.clone(), open, until, true);
        self.table(if pressing { &more } else { &title }, head, folded, until, false);
    }

    /// A table under its title, open or folded, with the rows that fit.
    fn table(&mut self, title: &str, head: Vec<String>, rows: &[(String, usize)], until: usize, open: bool) {
        let title = comment(title);
        let (before, after) = match open {
            true => (format!("## {title}\n\n"), ""),
            false => (format!("<details>\n<summary>{title}</summary>\n\n"), "\n\n</details>"),
        };
        let mut text = before + &head.join("\n");
        let mut length = self.out.chars().count() + text.chars().count() + after.len() + 2;
        let fits = |row: &&(String, usize)| {
            length += row.0.chars().count() + 1;
            length <= until
        };
        let some: Vec<&(String, usize)> = rows.iter().take_while(fits).collect();
        self.left_out += rows.iter().skip(some.len()).map(|(_, n)| n).sum::<usize>();
        if some.is_empty() {
            return;
        }
        some.iter().for_each(|(row, _)| text.extend(["\n", row]));
        self.part(&(text + after));
    }

    /// What has become of what, of whom, and why. Few cells, for a comment is narrow.
    fn cells(&self, group: &Group<'_>, pressing: bool) -> [String; 3] {
        let Some(first) = group.changes.first() else { return Default::default() };
        let title = comment(&cut(&self.words.pick(&first.title), MESSAGE));
        let class = comment(&self.words.class(first.class));
        let level = comment(&first.level().map(|level| self.words.level(level)).unwrap_or_default());
        [
            format!(
                "**{class}** {level}<br>{}<br>{title}",
                code_in_row(&cut(&self.words.provision(first), MESSAGE))
            ),
            self.about(group),
            if pressing { self.told(group, first) } else { self.settled(group, first) },
        ]
    }

    /// The subjects, and who answers for the first.
    fn about(&self, group: &Group<'_>) -> String {
        let name = |change: &&Change| match &change.subject {
            Some(of) => code_in_row(&cut(&subject(of), MESSAGE)),
            None => code_in_row(&change.id),
        };
        let names = group.changes.iter().take(NAMED).map(name).collect::<Vec<_>>().join("<br>");
        let more = group.changes.len().saturating_sub(NAMED);
        let more = (more > 0).then(|| self.report.text("diff-more", &[("n", more.into())]));
        let who = group
            .changes
            .first()
            .map(|change| self.words.who_by_title(self.diff, change).join(" / "))
            .unwrap_or_default();
        let who = (!who.is_empty()).then(|| self.report.text("audit-who", &[("who", who.into())]));
        let rest = more.into_iter().chain(who).map(|text| comment(&cut(&text, MESSAGE)));
        std::iter::once(names).chain(rest).collect::<Vec<_>>().join("<br>")
    }

    /// What was found, then what is not as it was, then why.
    fn told(&self, group: &Group<'_>, first: &Change) -> String {
        let told = first.after.told.as_ref().or(first.before.told.as_ref());
        let message = told.map(|told| self.words.pick(&told.message));
        let turned = self.words.turned(first).into_iter();
        let unseen = self.words.unseen(first).filter(|_| first.class == Class::NotComparable);
        let lines = message.into_iter().chain(turned).chain(unseen).chain(self.why(group));
        joined(lines)
    }

    /// By what it was settled.
    fn settled(&self, group: &Group<'_>, first: &Change) -> String {
        let seen = first.after.told.is_none().then(|| self.words.seen(first.after.seen));
        let lines = std::iter::once(self.words.sort(CauseSort::of(first))).chain(self.words.turned(first));
        joined(lines.chain(seen).chain(group.why.iter().cloned()))
    }

    fn why<'g>(&self, group: &'g Group<'_>) -> impl Iterator<Item = String> + 'g {
        let lead = self.report.text("diff-why", &[]);
        group.why.iter().enumerate().map(move |(i, why)| match i {
            0 => format!("{lead}{why}"),
            _ => why.clone(),
        })
    }

    /// Figures and what else changed, each folded.
    fn rest(&mut self, diff: &Diff) {
        for table in tables(diff, &self.words).iter().filter(|table| !FIRST.contains(&table.name)) {
            let line = |cells: Vec<String>| row(&cells.iter().map(|c| cell(c)).collect::<Vec<_>>());
            let rows: Vec<(String, usize)> = table.rows().map(|cells| (line(cells), 1)).collect();
            self.table(&table.title, head(table), &rows, LONGEST, false);
        }
        let totals = self.words.totals(diff);
        totals.iter().for_each(|total| self.part(&comment(total)));
    }

    fn end(mut self) -> String {
        if self.left_out > 0 {
            let said = self.report.text("diff-left-out", &[("n", self.left_out.into())]);
            self.part(&format!("> {said}"));
        }
        self.out.trim_end().to_owned() + "\n"
    }
}

fn joined(lines: impl Iterator<Item = String>) -> String {
    lines.map(|line| comment(&cut(&line, MESSAGE))).collect::<Vec<_>>().join("<br>")
}

fn cell(text: &str) -> String {
    joined(text.lines().map(str::to_owned))
}

fn head(table: &Table) -> Vec<String> {
    let heads: Vec<String> = table.head.iter().map(|head| comment(head)).collect();
    let line = |i| if table.is_number(i) { "---:" } else { "---" }.to_owned();
    vec![row(&heads), row(&(0..heads.len()).map(line).collect::<Vec<_>>())]
}
