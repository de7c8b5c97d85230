//! Measures, a line for each; why, where a target is reached no longer, or again, or is missed.

use kijun_findings::{MeasureChange, MeasureState, TargetReached};

use super::Page;
use super::pressing::few;
use crate::render::audit::line;
use crate::screen::{one_line, pad, width};

/// Columns that values have at least beside the title.
const VALUES: usize = 36;

impl Page<'_> {
    pub(super) fn measures(&self, out: &mut String) {
        let all = &self.diff.measures;
        if all.is_empty() {
            return;
        }
        self.title(out, "diff-table-measures", all.len());
        let rows = all.iter().map(|one| {
            let (target, values) = self.words.measure(self.diff, one);
            [one_line(&self.words.measure_title(one)), target, values]
        });
        let rows: Vec<[String; 3]> = rows.collect();
        let widest = |i: usize| rows.iter().map(|row| width(&row[i])).max().unwrap_or(0);
        let (titles, targets) = (widest(0), widest(1));
        for (one, [title, target, values]) in all.iter().zip(&rows) {
            let target = pad(target, targets);
            match 2 + titles + 2 + targets + 2 + VALUES <= self.columns {
                true => self.hang(out, &format!("  {}  {target}  ", pad(title, titles)), values),
                false => {
                    self.hang(out, "  ", title);
                    self.hang(out, &format!("    {target}  "), values);
                }
            }
            self.why_measured(out, one);
        }
        line(out, "");
    }

    /// The first causes.
    fn why_measured(&self, out: &mut String, measure: &MeasureChange) {
        let why = measure.why.as_ref().filter(|_| self.report.verbose || presses(measure));
        let why = why.map(|why| self.words.why(why)).unwrap_or_default();
        let shown = if self.report.verbose { why.len() } else { few(why.len()) };
        for cause in why.iter().take(shown) {
            self.hang(out, "      ", &one_line(cause));
        }
        self.more(out, "      ", why.len().saturating_sub(shown));
    }
}

/// Whether somebody will ask why: a target is missed, or was.
fn presses(measure: &MeasureChange) -> bool {
    let target = |state: &Option<MeasureState>| state.as_ref().and_then(|state| state.whole.target);
    let [before, after] = [target(&measure.before), target(&measure.after)];
    before != after || after == Some(TargetReached::Missed)
}
