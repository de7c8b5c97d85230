//! Measures for a person: the figure, what was left out, the target, the parts.

use anstyle::{AnsiColor, Style};
use kijun_findings::{Breakdown, MeasureRecord, MeasureSort, Measured, MeasuredPart, TargetReached};

use crate::render::audit::Report;
use crate::screen::{columns, cut, one_line, pad, width};

/// The columns that the name of a measure or part takes at most.
const NAME: usize = 44;
/// Parts of a breakdown that are shown when not every one is.
const PARTS: usize = 8;

/// A line of the table.
struct Row {
    indent: usize,
    name: String,
    figure: String,
    /// Whether the target is reached, in words, and their style.
    target: Option<(Style, String)>,
    /// What was left out, what is not known.
    aside: String,
    bold: bool,
}

impl Report<'_> {
    /// Every measure with its parts.
    pub(crate) fn measures(&self, measures: &[MeasureRecord]) -> String {
        let rows: Vec<Row> = measures.iter().flat_map(|measure| self.measure_rows(measure)).collect();
        let names = rows.iter().map(|row| row.indent + width(&row.name)).max().unwrap_or(0).min(NAME);
        let figures = rows.iter().map(|row| width(&row.figure)).max().unwrap_or(0);
        rows.iter().map(|row| self.row(row, names, figures)).collect()
    }

    fn measure_rows(&self, measure: &MeasureRecord) -> Vec<Row> {
        let mut rows = vec![Row {
            indent: 2,
            name: one_line(&self.pick(&measure.title)),
            figure: self.measured(measure.sort, &measure.whole),
            target: self.target(measure.target.as_deref(), &measure.whole),
            aside: self.aside(&measure.whole, measure.partial),
            bold: true,
        }];
        for breakdown in &measure.breakdowns {
            self.part_rows(measure, breakdown, &mut rows);
        }
        rows
    }

    fn part_rows(&self, measure: &MeasureRecord, breakdown: &Breakdown, rows: &mut Vec<Row>) {
        let by = [("by", one_line(&self.pick(&breakdown.by)).into())];
        let head = |name| Row {
            indent: 4,
            name,
            figure: String::new(),
            target: None,
            aside: String::new(),
            bold: false,
        };
        let by = self.text("measure-by", &by);
        let n = breakdown.parts.len();
        if n > PARTS && !self.verbose {
            let open = |part: &&MeasuredPart| {
                part.measured.target.is_some_and(|target| target != TargetReached::Reached)
            };
            let open = breakdown.parts.iter().filter(open).count();
            let key = if open > 0 { "measure-parts-open" } else { "measure-parts" };
            let hidden = self.text(key, &[("n", n.to_string().into()), ("open", open.to_string().into())]);
            rows.push(head(format!("{by}  {hidden}")));
            return;
        }
        rows.push(head(by));
        for part in &breakdown.parts {
            rows.push(Row {
                indent: 6 + 2 * depth(breakdown, part),
                name: one_line(&self.pick(&part.title)),
                figure: self.measured(measure.sort, &part.measured),
                target: self.target(measure.each.as_deref(), &part.measured),
                aside: self.aside(&part.measured, measure.partial),
                bold: false,
            });
        }
    }

    fn row(&self, row: &Row, names: usize, figures: usize) -> String {
        if row.figure.is_empty() {
            let name = cut(&row.name, columns().saturating_sub(row.indent));
            return format!("{}{}\n", " ".repeat(row.indent), self.dim(&name));
        }
        let name = pad(&cut(&row.name, names.saturating_sub(row.indent)), names.saturating_sub(row.indent));
        let name = if row.bold { self.bold(&name) } else { name };
        let gap = " ".repeat(figures.saturating_sub(width(&row.figure)));
        let mut line = format!("{}{name}  {gap}{}", " ".repeat(row.indent), row.figure);
        let mut used = names + 2 + figures;
        let target =
            row.target.as_ref().map(|(style, words)| (format!("{style}{words}{style:#}"), width(words)));
        let aside = (!row.aside.is_empty()).then(|| (self.dim(&row.aside), width(&row.aside)));
        for (words, wide) in target.into_iter().chain(aside) {
            if used + 2 + wide > columns() {
                line.push_str(&format!("\n{}", " ".repeat(row.indent + 2)));
                used = row.indent + 2;
            } else {
                line.push_str("  ");
                used += 2;
            }
            line.push_str(&words);
            used += wide;
        }
        format!("{}\n", line.trim_end())
    }

    /// The figure: `276/279 = 98.9%`, a value, or that there is none.
    pub(crate) fn measured(&self, sort: MeasureSort, measured: &Measured) -> String {
        let mut figures = measured.figures;
        figures.waived = 0;
        match (&measured.value, sort) {
            (Some(value), _) => one_line(&self.pick(value)),
            (None, MeasureSort::Share) => self.rate(figures),
            (None, _) if figures.assessed() == 0 => self.text("audit-no-rate", &[]),
            (None, _) => self.text("measure-no-value", &[]),
        }
    }

    fn target(&self, target: Option<&str>, measured: &Measured) -> Option<(Style, String)> {
        let (target, reached) = (target?, measured.target?);
        let (colour, key) = match reached {
            TargetReached::Reached => (AnsiColor::Green, "measure-reached"),
            TargetReached::Missed => (AnsiColor::Red, "measure-missed"),
            TargetReached::Undecided => (AnsiColor::Magenta, "measure-undecided"),
            TargetReached::NothingAssessed => (AnsiColor::Magenta, "measure-nothing"),
        };
        let words = self.text(key, &[("target", one_line(target).into())]);
        Some((Style::new().fg_color(Some(colour.into())), words))
    }

    /// What was left out and what is not known, where there is any; and that a part of the evidence could not be read.
    fn aside(&self, measured: &Measured, partial: bool) -> String {
        let figures = measured.figures;
        let counts =
            [("measure-left-out", figures.waived), ("measure-not-known", figures.unknown + figures.error)];
        let told = counts.iter().filter(|(_, n)| *n > 0);
        let told = told.map(|(key, n)| self.text(key, &[("n", n.to_string().into())]));
        let told: Vec<String> = told.chain(partial.then(|| self.text("measure-partial", &[]))).collect();
        told.join(&self.text("measure-and", &[]))
    }
}

/// How many parts stand above one.
fn depth(breakdown: &Breakdown, part: &MeasuredPart) -> usize {
    let above = |part: &&MeasuredPart| {
        let parent = part.parent.as_deref()?;
        breakdown.parts.iter().find(|other| other.key.as_deref() == Some(parent))
    };
    std::iter::successors(Some(part), above).take(breakdown.parts.len()).count().saturating_sub(1)
}
