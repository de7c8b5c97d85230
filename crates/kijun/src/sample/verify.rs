//! A file of a draw, held against what it says itself and against the evidence of today.

use std::collections::{BTreeMap, BTreeSet};

use kijun_diag::Lang;
use kijun_evidence::SamplePlan;
use kijun_model::Model;

use super::{Draw, Ranked, draw, ranked};
use crate::load::Loaded;
use crate::words::Words;

/// What came of looking at a file.
#[derive(Debug)]
pub struct Verified {
    /// How many candidates the file has.
    pub n_rows: usize,
    /// What differs, in the order of the file; then what the file does not have.
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
    /// It is a candidate now, and is not in the file.
    New { subject: String, stratum: String },
}

/// A row of the file.
#[derive(Clone, Debug, Default)]
struct Line {
    row: usize,
    sample: String,
    stratum: String,
    subject: String,
    drawn: String,
    rank: String,
    digest: String,
}

/// Holds a file against itself and against the project.
///
/// # Errors
///
/// Where the file is no sample, or the project cannot be read.
pub fn verify_sample(loaded: &Loaded, bytes: &[u8]) -> Result<Verified, NotASample> {
    let table = kijun_evidence::cells(bytes).map_err(NotASample::Unreadable)?;
    let lines = lines(&loaded.model, &table).ok_or(NotASample::NoHeader)?;
    let mut by_sample: BTreeMap<&str, Vec<&Line>> = BTreeMap::new();
    for line in &lines {
        by_sample.entry(&line.sample).or_default().push(line);
    }
    let plans = loaded.plan.as_ref().map_or(&[][..], |plan| &plan.samples);
    let (mut deviations, mut draws) = (Vec::new(), Vec::new());
    for (name, lines) in by_sample {
        let Some(plan) = plans.iter().find(|plan| plan.name == name) else {
            let row = lines.first().map_or(0, |line| line.row);
            deviations.push(Deviation::Sample { row, name: name.to_owned() });
            continue;
        };
        let drawn = draw(loaded, name, Lang::En).ok_or(NotASample::Errors)?;
        deviations.extend(of_itself(&loaded.model, plan, &lines));
        deviations.extend(of_population(&drawn, &lines));
        draws.push(drawn);
    }
    Ok(Verified { n_rows: lines.len(), deviations, draws })
}

/// What the file says of its own candidates, computed again.
fn of_itself(model: &Model, plan: &SamplePlan, lines: &[&Line]) -> Vec<Deviation> {
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
    deviations
}

/// The candidates of the file against those of today.
fn of_population(draw: &Draw, lines: &[&Line]) -> Vec<Deviation> {
    let today: BTreeMap<&str, &str> =
        draw.sheet.rows.iter().map(|row| (row.subject.as_str(), row.stratum.as_str())).collect();
    let mut deviations = Vec::new();
    for line in lines {
        let (row, subject) = (line.row, line.subject.clone());
        match today.get(line.subject.as_str()) {
            None => deviations.push(Deviation::Left { row, subject }),
            Some(stratum) if *stratum != line.stratum => {
                let (from, to) = (line.stratum.clone(), (*stratum).to_owned());
                deviations.push(Deviation::Moved { row, subject, from, to });
            }
            Some(_) => {}
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

/// The rows below the header; `None`: there is no header.
fn lines(model: &Model, table: &[Vec<String>]) -> Option<Vec<Line>> {
    let fields = model.kind_named("sample_member").map(|kind| &model.kind(kind).fields)?;
    let column = |row: &[String], name: &str| {
        let field = fields.iter().find(|field| *field.name == *name)?;
        row.iter().position(|cell| field.from.iter().any(|from| **from == **cell))
    };
    let words = Words::new();
    let ours = |row: &[String], key: &str| {
        let names = words.each(|catalogue| catalogue.text(key, &[]));
        row.iter().position(|cell| names.values().any(|name| name == cell))
    };
    let at = |row: &Vec<String>| {
        Some([
            column(row, "sample")?,
            column(row, "subject")?,
            column(row, "stratum")?,
            column(row, "drawn")?,
        ])
    };
    let (header, [sample, subject, stratum, drawn]) =
        table.iter().enumerate().find_map(|(i, row)| Some((i, at(row)?)))?;
    let (rank, digest) = (ours(&table[header], "sample-rank"), ours(&table[header], "sample-digest"));
    let line = |(i, row): (usize, &Vec<String>)| {
        let cell = |at: Option<usize>| at.and_then(|at| row.get(at)).cloned().unwrap_or_default();
        Line {
            row: header + i + 2,
            sample: cell(Some(sample)),
            subject: cell(Some(subject)),
            stratum: cell(Some(stratum)),
            drawn: cell(Some(drawn)),
            rank: cell(rank),
            digest: cell(digest),
        }
    };
    let filled = |(_, row): &(usize, &Vec<String>)| row.iter().any(|cell| !cell.is_empty());
    Some(table[header + 1..].iter().enumerate().filter(filled).map(line).collect())
}

impl Deviation {
    fn row(&self) -> usize {
        match self {
            Deviation::Sample { row, .. }
            | Deviation::Twice { row, .. }
            | Deviation::Digest { row, .. }
            | Deviation::Rank { row, .. }
            | Deviation::Drawn { row, .. }
            | Deviation::Left { row, .. }
            | Deviation::Moved { row, .. } => *row,
            Deviation::New { .. } => usize::MAX,
        }
    }
}
