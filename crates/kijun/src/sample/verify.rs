//! A file of a draw, held against what it says itself and against the evidence of today.

mod above;
mod table;

use std::collections::{BTreeMap, BTreeSet};

use kijun_diag::Lang;
use kijun_evidence::SamplePlan;
use kijun_model::Model;
use kijun_report::sample::Row;

use super::{Draw, Ranked, draw, ranked};
use crate::load::Loaded;
use crate::words::Words;
use above::Above;
use table::{Line, lines};

/// What came of looking at a file.
#[derive(Debug)]
pub struct Verified {
    /// How many candidates the file has.
    pub n_rows: usize,
    /// What differs: above the header, then in the order of the rows; then what the file does not have.
    pub deviations: Vec<Deviation>,
    /// The samples as they would be drawn today.
    pub draws: Vec<Draw>,
}

/// Why a file cannot be looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotASample {
    /// It is no table that can be read.
    Unreadable(String),
    /// It has no header that names the columns of a sample.
    NoHeader,
    /// The project has errors.
    Errors,
}

/// Something that differs. The line is that of the row, counted from 1 among the rows of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each field is named for what it holds")]
pub enum Deviation {
    /// There is no candidate in the file.
    Empty,
    /// A line above the header says something else than how it was drawn.
    Said { row: usize, found: String, right: String },
    /// A line above the header is missing.
    Unsaid { right: String },
    /// The manifest plans no such sample.
    Sample { row: usize, name: String },
    /// A candidate stands twice.
    Twice { row: usize, subject: String },
    /// The digest is not that of seed, stratum and key.
    Digest { row: usize, subject: String, found: String, right: String },
    /// The rank does not follow from the digests of the stratum.
    Rank { row: usize, subject: String, found: String, right: u64 },
    /// Whether it is drawn does not follow from the rank and the size of the stratum.
    Drawn { row: usize, subject: String, found: String, right: bool },
    /// It is no candidate any more.
    Left { row: usize, subject: String },
    /// It is in another stratum now.
    Moved { row: usize, subject: String, from: String, to: String },
    /// It is of another unit now.
    Unit { row: usize, subject: String, found: String, right: String },
    /// It is a candidate now, and is not in the file.
    New { subject: String, stratum: String },
}

/// Holds a file against itself and against the project.
///
/// # Errors
///
/// Where the file is no sample, or the project cannot be read.
pub fn verify_sample(loaded: &Loaded, bytes: &[u8]) -> Result<Verified, NotASample> {
    let table = kijun_evidence::cells(bytes).map_err(NotASample::Unreadable)?;
    let words = Words::new();
    let (header, lines) = lines(&loaded.model, &words, &table).ok_or(NotASample::NoHeader)?;
    let above = Above::of(&words, &table[..header]);
    let plans = loaded.plan.as_ref().map_or(&[][..], |plan| &plan.samples);
    let titled = plans.iter().find(|plan| above.names(&plan.name)).map(|plan| plan.name.as_str());
    let by_sample = by_sample(plans, titled, &lines);
    let of_above = titled.or_else(|| by_sample.keys().next().copied());
    let mut deviations = Vec::new();
    if lines.is_empty() {
        deviations.push(Deviation::Empty);
    }
    let mut draws = Vec::new();
    for (name, lines) in &by_sample {
        let Some(plan) = plans.iter().find(|plan| plan.name == *name) else {
            let row = lines.first().map_or(0, |line| line.row);
            deviations.push(Deviation::Sample { row, name: (*name).to_owned() });
            continue;
        };
        let drawn = draw(loaded, name, Lang::En).ok_or(NotASample::Errors)?;
        let (of_rows, counts) = of_itself(&loaded.model, plan, lines);
        if of_above == Some(*name) {
            let counts =
                if lines.is_empty() { (drawn.sheet.rows.len(), drawn.sheet.n_drawn()) } else { counts };
            deviations.extend(above.deviations(plan, counts));
        }
        deviations.extend(of_rows);
        deviations.extend(of_population(&drawn, lines));
        draws.push(drawn);
    }
    Ok(Verified { n_rows: lines.len(), deviations, draws })
}

/// The rows by their sample. A file that has lost its rows is one of the sample that its title names, or else of any.
fn by_sample<'l>(
    plans: &'l [SamplePlan],
    titled: Option<&'l str>,
    lines: &'l [Line],
) -> BTreeMap<&'l str, Vec<&'l Line>> {
    let mut by_sample: BTreeMap<&str, Vec<&Line>> = BTreeMap::new();
    for line in lines {
        by_sample.entry(&line.sample).or_default().push(line);
    }
    let any = plans.iter().map(|plan| plan.name.as_str()).filter(|_| titled.is_none() && lines.is_empty());
    for name in titled.into_iter().chain(any) {
        by_sample.entry(name).or_default();
    }
    by_sample
}

/// What the file says of its own candidates, computed again; and how many they are, and how many of them are drawn.
fn of_itself(model: &Model, plan: &SamplePlan, lines: &[&Line]) -> (Vec<Deviation>, (usize, usize)) {
    let mut deviations = Vec::new();
    let mut by_subject: BTreeMap<&str, &Line> = BTreeMap::new();
    for line in lines {
        if by_subject.insert(&line.subject, line).is_some() {
            deviations.push(Deviation::Twice { row: line.row, subject: line.subject.clone() });
        }
    }
    let candidates = by_subject.values().map(|line| (line.stratum.as_str(), line.subject.as_str()));
    let ranked = ranked(plan, candidates);
    let line = |right: &Ranked<'_>| by_subject.get(right.subject).copied();
    let wrong = |right: &&Ranked<'_>| line(right).is_some_and(|line| line.digest != right.digest);
    // Where a digest is wrong, so are the ranks of its stratum, and there is no more to say.
    let spoilt: BTreeSet<&str> = ranked.iter().filter(wrong).map(|right| right.stratum).collect();
    for right in &ranked {
        let Some(line) = line(right) else { continue };
        let (row, subject) = (line.row, line.subject.clone());
        if line.digest != right.digest {
            let (subject, found) = (subject.clone(), line.digest.clone());
            deviations.push(Deviation::Digest { row, subject, found, right: right.digest.clone() });
        }
        if !spoilt.contains(right.stratum) && line.rank.parse() != Ok(right.rank) {
            let (subject, found) = (subject.clone(), line.rank.clone());
            deviations.push(Deviation::Rank { row, subject, found, right: right.rank });
        }
        if says(model, &line.drawn) != Some(right.drawn) {
            let found = line.drawn.clone();
            deviations.push(Deviation::Drawn { row, subject, found, right: right.drawn });
        }
    }
    deviations.sort_by_key(Deviation::row);
    (deviations, (ranked.len(), ranked.iter().filter(|right| right.drawn).count()))
}

/// The candidates of the file against those of today.
fn of_population(draw: &Draw, lines: &[&Line]) -> Vec<Deviation> {
    let today: BTreeMap<&str, &Row> = draw.sheet.rows.iter().map(|row| (row.subject.as_str(), row)).collect();
    let mut deviations = Vec::new();
    for line in lines {
        let (row, subject) = (line.row, line.subject.clone());
        let Some(now) = today.get(line.subject.as_str()) else {
            deviations.push(Deviation::Left { row, subject });
            continue;
        };
        if now.stratum != line.stratum {
            let (subject, from, to) = (subject.clone(), line.stratum.clone(), now.stratum.clone());
            deviations.push(Deviation::Moved { row, subject, from, to });
        }
        if now.unit != line.unit {
            let (found, right) = (line.unit.clone(), now.unit.clone());
            deviations.push(Deviation::Unit { row, subject, found, right });
        }
    }
    let there: BTreeSet<&str> = lines.iter().map(|line| line.subject.as_str()).collect();
    let new = draw.sheet.rows.iter().filter(|row| !there.contains(row.subject.as_str()));
    let new = new.map(|row| Deviation::New { subject: row.subject.clone(), stratum: row.stratum.clone() });
    deviations.into_iter().chain(new).collect()
}

/// Whether a word of evidence says that it is so.
fn says(model: &Model, word: &str) -> Option<bool> {
    let reply = model.enums.iter().find(|e| &*e.name == "reply")?;
    let affirmative = reply.member("affirmative")?;
    reply.spelt(word).map(|member| member == affirmative)
}

impl Deviation {
    fn row(&self) -> usize {
        match self {
            Deviation::Said { row, .. }
            | Deviation::Sample { row, .. }
            | Deviation::Twice { row, .. }
            | Deviation::Digest { row, .. }
            | Deviation::Rank { row, .. }
            | Deviation::Drawn { row, .. }
            | Deviation::Left { row, .. }
            | Deviation::Moved { row, .. }
            | Deviation::Unit { row, .. } => *row,
            Deviation::Empty | Deviation::Unsaid { .. } => 0,
            Deviation::New { .. } => usize::MAX,
        }
    }
}
