//! A sample as a sheet that an auditor can check by hand: how it was drawn, then every candidate, drawn or not.
//!
//! The columns that are read back are named by whoever declares the kind `sample_member`.

mod workbook;

use kijun_diag::{Arg, Catalogue};

use crate::Refused;
use crate::csv;

/// A sample that was drawn.
#[derive(Clone, Debug)]
pub struct Sample {
    /// Its name.
    pub name: String,
    /// What the draw followed from.
    pub seed: String,
    /// The audit date, `YYYY-MM-DD`; the workbook says that it was made on this day.
    pub day: String,
    /// The names of the columns that are read back.
    pub names: Names,
    /// The word for what was drawn.
    pub yes: String,
    /// The word for what was not.
    pub no: String,
    /// The candidates, by stratum and rank.
    pub rows: Vec<Row>,
}

/// The names of the columns that are read back.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "the fields of a candidate, by name")]
pub struct Names {
    pub sample: String,
    pub stratum: String,
    pub subject: String,
    pub drawn: String,
}

/// A candidate.
#[derive(Clone, Debug)]
pub struct Row {
    /// The stratum.
    pub stratum: String,
    /// The key of the subject.
    pub subject: String,
    /// Its place in the stratum, from 1.
    pub rank: u64,
    /// Whether it is drawn.
    pub drawn: bool,
    /// What it is ranked by: SHA-256 of seed, stratum and key.
    pub digest: String,
    /// The unit of the subject.
    pub unit: String,
}

/// How many columns there are.
const N_COLUMNS: usize = 7;
/// How digests can be computed by hand.
pub const CHECK: &str = "printf '%s' 'SEED/STRATUM/KEY' | sha256sum";

impl Sample {
    /// How many candidates are drawn.
    #[must_use]
    pub fn n_drawn(&self) -> usize {
        self.rows.iter().filter(|row| row.drawn).count()
    }

    /// As comma-separated values: how it was drawn, a header, then the candidates.
    #[must_use]
    pub fn csv(&self, catalogue: &Catalogue) -> String {
        let pad = |text: String| csv::row([text.as_str(), "", "", "", "", "", ""]);
        let top = self.top(catalogue).into_iter().map(pad);
        let header = csv::row(self.header(catalogue));
        let rows = self.rows.iter().map(|row| csv::row(self.cells(row)));
        let all: String = top.chain([header]).chain(rows).collect();
        format!("{}{all}", csv::BYTE_ORDER_MARK)
    }

    /// As a workbook of one sheet.
    ///
    /// # Errors
    ///
    /// Where the format cannot hold the candidates.
    pub fn xlsx(&self, catalogue: &Catalogue) -> Result<Vec<u8>, Refused> {
        workbook::write(catalogue, self)
    }

    /// How it was drawn. No cell of it is the name of a column, so that nothing takes it for the header.
    fn top(&self, catalogue: &Catalogue) -> [String; 5] {
        let (n, n_drawn) = (self.rows.len(), self.n_drawn());
        let filled =
            [self.name.as_str().into(), n.into(), n_drawn.into(), self.seed.as_str().into(), CHECK.into()];
        said(catalogue, filled)
    }

    fn header(&self, catalogue: &Catalogue) -> [String; N_COLUMNS] {
        let word = |key: &str| catalogue.text(&format!("sample-{key}"), &[]);
        let Names { sample, stratum, subject, drawn } = self.names.clone();
        [sample, stratum, subject, word("rank"), drawn, word("digest"), word("unit")]
    }

    fn cells(&self, row: &Row) -> [String; N_COLUMNS] {
        let drawn = if row.drawn { &self.yes } else { &self.no };
        [
            self.name.clone(),
            row.stratum.clone(),
            row.subject.clone(),
            row.rank.to_string(),
            drawn.clone(),
            row.digest.clone(),
            row.unit.clone(),
        ]
    }
}

/// What stands above the header: the title, the seed, the ranking, how to check it, and what is meant. It is filled with the name, how many
/// candidates there are, how many are drawn, the seed, and the command.
#[must_use]
pub fn said(catalogue: &Catalogue, [name, n, drawn, seed, command]: [Arg; 5]) -> [String; 5] {
    [
        catalogue.text("sample-title", &[("name", name), ("n", n), ("drawn", drawn)]),
        catalogue.text("sample-seed", &[("seed", seed)]),
        catalogue.text("sample-how", &[]),
        catalogue.text("sample-check", &[("command", command)]),
        catalogue.text("sample-names", &[]),
    ]
}
