//! The lines above the header of a file of a draw, held against what would be written there.
//!
//! What says how it was drawn is looked at: the title with its counts, the seed, the ranking and the command that checks a digest. The line
//! that explains the command is for a reader, and may be that of another version.

use kijun_diag::{Arg, Catalogue};
use kijun_evidence::SamplePlan;
use kijun_report::sample::{CHECK, said};

use super::Deviation;
use crate::words::Words;

/// Stands for what a line is filled with, where only how it begins matters.
const FILLED: &str = "\u{1}";
/// How many lines are looked at.
const N_SAID: usize = 4;

/// The lines above the header.
pub(super) struct Above<'a> {
    words: &'a Words,
    /// The text of each with its row, from 1.
    lines: Vec<(usize, &'a str)>,
}

impl<'a> Above<'a> {
    pub(super) fn of(words: &'a Words, rows: &'a [Vec<String>]) -> Above<'a> {
        let text = |row: &'a Vec<String>| row.iter().map(String::as_str).find(|cell| !cell.is_empty());
        let lines = (1..).zip(rows).filter_map(|(row, cells)| Some((row, text(cells)?))).collect();
        Above { words, lines }
    }

    /// Whether the title is that of this sample.
    pub(super) fn names(&self, sample: &str) -> bool {
        let begins = |catalogue: &Catalogue| beginnings(catalogue, sample)[0].clone();
        let begins: Vec<String> = self.words.catalogues().iter().map(begins).collect();
        self.lines.iter().any(|(_, line)| begins.iter().any(|begins| line.starts_with(begins)))
    }

    /// What differs from what would be written above so many candidates, of whom so many are drawn.
    pub(super) fn deviations(&self, plan: &SamplePlan, (n, n_drawn): (usize, usize)) -> Vec<Deviation> {
        let catalogues = self.words.catalogues();
        let filled =
            || [plan.name.as_str().into(), n.into(), n_drawn.into(), plan.seed.as_str().into(), CHECK.into()];
        let right: Vec<[String; 5]> = catalogues.iter().map(|catalogue| said(catalogue, filled())).collect();
        let begins: Vec<[String; 5]> =
            catalogues.iter().map(|catalogue| beginnings(catalogue, FILLED)).collect();
        let is_like = |at: usize, line: &str| begins.iter().any(|begins| line.starts_with(&begins[at]));
        let alike = |begins: &[String; 5]| {
            self.lines.iter().filter(|(_, line)| begins.iter().any(|begins| line.starts_with(begins))).count()
        };
        // Of two languages that fit alike, the last; so they are met in reverse.
        let lang = (0..begins.len()).rev().max_by_key(|&lang| alike(&begins[lang])).unwrap_or(0);
        let mut deviations = Vec::new();
        for at in 0..N_SAID {
            let is_right = |line: &str| right.iter().any(|right| right[at] == line);
            let others = self.lines.iter().filter(|(_, line)| is_like(at, line) && !is_right(line));
            let said = |(row, found): &(usize, &str)| Deviation::Said {
                row: *row,
                found: (*found).to_owned(),
                right: right[lang][at].clone(),
            };
            let before = deviations.len();
            deviations.extend(others.map(said));
            if deviations.len() == before && !self.lines.iter().any(|(_, line)| is_right(line)) {
                deviations.push(Deviation::Unsaid { right: right[lang][at].clone() });
            }
        }
        deviations.sort_by_key(Deviation::row);
        deviations
    }
}

/// How each line begins, whatever it is filled with; the title, of this sample.
fn beginnings(catalogue: &Catalogue, sample: &str) -> [String; 5] {
    let filled = || Arg::from(FILLED);
    let lines = said(catalogue, [Arg::from(sample), filled(), filled(), filled(), filled()]);
    lines.map(|line| line.split(FILLED).next().unwrap_or_default().to_owned())
}
