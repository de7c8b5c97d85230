//! All results as a table, then their parts, and how it all would be without exceptions.

use kijun_diag::Arg;
use kijun_findings::{Figures, Partition, RunRecord};

use super::Report;
use super::paint::line;
use crate::args::By;
use crate::screen::{pad, width};

impl Report<'_> {
    /// All results, then their parts: by tier and kind, or by who answers.
    pub(super) fn figures(&self, out: &mut String, record: &RunRecord, by: Option<By>) {
        let figures = &record.figures;
        line(out, &self.bold(&self.text("audit-figures", &[])));
        let mut rows = vec![(self.text("audit-total", &[]), figures.total)];
        if let Some(by) = by {
            rows.extend(self.answering(record, by));
        } else {
            rows.extend(figures.by_tier.iter().map(|part| (self.tier(&part.name), part.figures)));
            rows.extend(figures.by_kind.iter().map(|part| (part.name.clone(), part.figures)));
        }
        if !record.exceptions.is_empty() || figures.before_exceptions != figures.total {
            rows.push((self.text("audit-before-exceptions", &[]), figures.before_exceptions));
        }
        self.table(out, &rows);
    }

    /// How much does not pass before and after exceptions, where there are any: what is waived does not pass, so that the rate is the same.
    pub(super) fn open(&self, record: &RunRecord) -> Option<String> {
        let Figures { total, before_exceptions, .. } = &record.figures;
        if record.exceptions.is_empty() && total == before_exceptions {
            return None;
        }
        let open = |p: &Partition| [p.fail, p.unknown, p.error].into_iter().fold(0, u64::saturating_add);
        let open = |p: &Partition| Arg::from(open(p).to_string());
        Some(self.text("audit-open", &[("before", open(before_exceptions)), ("after", open(total))]))
    }

    fn table(&self, out: &mut String, rows: &[(String, Partition)]) {
        let heads = ["pass", "fail", "unknown", "error", "waived", "not-applicable"];
        let mut cells: Vec<Vec<String>> = vec![
            std::iter::once(String::new())
                .chain(heads.iter().map(|h| self.text(&format!("outcome-{h}"), &[])))
                .chain(["audit-sum", "audit-rate"].map(|key| self.text(key, &[])))
                .collect(),
        ];
        for (name, p) in rows {
            let counts = [p.pass, p.fail, p.unknown, p.error, p.waived, p.not_applicable, p.total()];
            let counts = counts.map(|n| n.to_string());
            cells.push(std::iter::once(name.clone()).chain(counts).chain([self.rate(*p)]).collect());
        }
        let n_columns = cells.first().map_or(0, Vec::len);
        let widths: Vec<usize> =
            (0..n_columns).map(|i| cells.iter().map(|row| width(&row[i])).max().unwrap_or(0)).collect();
        for row in &cells {
            let shown = row.iter().zip(&widths).enumerate().map(|(i, (cell, &w))| {
                if i == 0 {
                    pad(cell, w)
                } else {
                    format!("{}{cell}", " ".repeat(w.saturating_sub(width(cell))))
                }
            });
            line(out, &format!("  {}", shown.collect::<Vec<_>>().join("  ")));
        }
    }

    pub(crate) fn rate(&self, partition: Partition) -> String {
        match partition.rate() {
            Some(rate) => rate.to_string(),
            None => self.text("audit-no-rate", &[]),
        }
    }
}
