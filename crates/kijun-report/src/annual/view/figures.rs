//! Counts of results with their rates in words.

use kijun_findings::{Figures, Outcome, Part, Partition, Rate, RunRecord};
use serde::Serialize;

use super::people::Titles;
use crate::annual::words::Words;

/// A partition, its rate, and both in words.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct PartitionView {
    pub(crate) pass: u64,
    pub(crate) fail: u64,
    pub(crate) unknown: u64,
    pub(crate) error: u64,
    pub(crate) waived: u64,
    pub(crate) not_applicable: u64,
    pub(crate) total: u64,
    /// Of the rate; 0 where nothing was assessed.
    pub(crate) numerator: u64,
    pub(crate) denominator: u64,
    /// In tenths of a percent; absent where nothing was assessed.
    pub(crate) per_mille: Option<u64>,
    /// `98.9%`; absent where nothing was assessed.
    pub(crate) percent: Option<String>,
    /// Percentage, numerator and denominator, or that nothing was assessed.
    pub(crate) rate: String,
    /// What is in the total and not in the rate, and what of the rate could not be told; empty where nothing is.
    pub(crate) left_out: String,
}

impl PartitionView {
    /// Results of statements: what is waived does not pass and stays in the denominator.
    pub(crate) fn of(partition: &Partition, words: &Words) -> PartitionView {
        let aside = [Outcome::Pass, Outcome::Fail];
        PartitionView::with(partition, partition.rate(), &aside, words)
    }

    /// A share: what was left out is not in the denominator.
    pub(crate) fn of_share(partition: &Partition, words: &Words) -> PartitionView {
        let kept = Partition { waived: 0, ..*partition };
        let aside = [Outcome::Pass, Outcome::Fail];
        let left_out = words.counts_of_measure(partition, &aside);
        PartitionView { left_out, ..PartitionView::with(partition, kept.rate(), &aside, words) }
    }

    fn with(partition: &Partition, rate: Option<Rate>, aside: &[Outcome], words: &Words) -> PartitionView {
        PartitionView {
            pass: partition.pass,
            fail: partition.fail,
            unknown: partition.unknown,
            error: partition.error,
            waived: partition.waived,
            not_applicable: partition.not_applicable,
            total: partition.total(),
            numerator: rate.map_or(0, |rate| rate.numerator),
            denominator: rate.map_or(0, |rate| rate.denominator),
            per_mille: rate.map(Rate::per_mille),
            percent: rate.map(|rate| words.percent(rate)),
            rate: words.rate(rate),
            left_out: words.counts(partition, aside),
        }
    }
}

/// The figures of a run.
#[derive(Debug, Serialize)]
pub(crate) struct FiguresView {
    pub(crate) total: PartitionView,
    pub(crate) before_exceptions: PartitionView,
    pub(crate) by_tier: Vec<PartView>,
    pub(crate) by_kind: Vec<PartView>,
    pub(crate) by_unit: Vec<PartView>,
    pub(crate) by_role: Vec<PartView>,
    pub(crate) n_findings: usize,
}

#[derive(Debug, Serialize)]
pub(crate) struct PartView {
    pub(crate) name: String,
    pub(crate) title: String,
    pub(crate) figures: PartitionView,
}

impl FiguresView {
    pub(super) fn of(record: &RunRecord, titles: &Titles, words: &Words) -> FiguresView {
        let Figures { total, before_exceptions, by_tier, by_kind, by_unit, by_role, .. } = &record.figures;
        let parts = |parts: &[Part], title: &dyn Fn(&str) -> String| -> Vec<PartView> {
            let view = |part: &Part| PartView {
                name: part.name.clone(),
                title: title(&part.name),
                figures: PartitionView::of(&part.figures, words),
            };
            parts.iter().map(view).collect()
        };
        FiguresView {
            total: PartitionView::of(total, words),
            before_exceptions: PartitionView::of(before_exceptions, words),
            by_tier: parts(by_tier, &|name| words.tier(name)),
            by_kind: parts(by_kind, &str::to_owned),
            by_unit: parts(by_unit, &|name| titles.unit(name)),
            by_role: parts(by_role, &|name| titles.role(name)),
            n_findings: record.findings.len(),
        }
    }
}
