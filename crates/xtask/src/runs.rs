//! Two run records of any size, to measure how they are held beside each other.
//!
//! `cargo xtask runs N DIR` writes `old.json` and `new.json`: 40 statements and N/40 subjects each, so that there are N results. Of
//! these, one in twenty makes a finding, and one in fifty is not the same in both. The same N gives the same bytes.

use std::fs::{self, File};
use std::io::{BufWriter, Write as _};
use std::path::Path;
use std::sync::Arc;

use kijun_findings::{
    Altitude, ChainLink, Engine, Figures, Finding, Found, InputFile, InputKind, KindResults, Level, Location,
    Matter, Observation, Outcome, Part, Partition, Period, Row, RunRecord, SCHEMA, StandardRecord,
    StatementRecord, SubjectRef, Texts, finding_id,
};

const STATEMENTS: u64 = 40;

/// Writes two records of `n` results each into a folder.
pub(crate) fn write(n: &str, folder: &str) -> Result<Vec<String>, String> {
    let n: u64 = n.parse().map_err(|_| format!("`{n}` is not a number"))?;
    let folder = Path::new(folder);
    fs::create_dir_all(folder).map_err(|error| error.to_string())?;
    for (year, name) in [(0, "old.json"), (1, "new.json")] {
        let text =
            kijun_findings::to_json(&record(n / STATEMENTS, year)).map_err(|error| error.to_string())?;
        let file = File::create(folder.join(name)).map_err(|error| error.to_string())?;
        let mut out = BufWriter::new(file);
        out.write_all(text.as_bytes()).and_then(|()| out.flush()).map_err(|error| error.to_string())?;
    }
    Ok(Vec::new())
}

/// What a statement comes to for a subject in the first year or the second. Of the results that are not the same, half are wrong in
/// one of the two.
fn outcome(statement: u64, subject: u64, year: u64) -> Outcome {
    let mixed = mix(statement << 40 | subject);
    let then = match mixed % 1000 {
        0..40 => Outcome::Fail,
        40..50 => Outcome::Unknown,
        50..60 => Outcome::Waived,
        60..160 => Outcome::NotApplicable,
        _ => Outcome::Pass,
    };
    match (year, (mixed >> 20) % 100, then) {
        (1, 0, Outcome::Pass) => Outcome::Fail,
        (1, 1, Outcome::Pass) => Outcome::NotApplicable,
        (1, 0..25, Outcome::Fail) => Outcome::Pass,
        _ => then,
    }
}

/// Scatters the bits of a number (the last step of SplitMix64).
fn mix(n: u64) -> u64 {
    let n = n.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let n = (n ^ n >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let n = (n ^ n >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
    n ^ n >> 31
}

fn record(n_subjects: u64, year: u64) -> RunRecord {
    let rows: Vec<Vec<Outcome>> =
        (0..STATEMENTS).map(|i| (0..n_subjects).map(|s| outcome(i, s, year)).collect()).collect();
    let all = || rows.iter().flatten().copied();
    let findings = findings(&rows, year);
    let total: Partition = all().collect();
    let part = |name: &str| vec![Part { name: name.to_owned(), figures: total }];
    let statement = |(i, row): (u64, &Vec<Outcome>)| StatementRecord {
        statement: citation(i, year),
        lineage: lineage(i),
        tier: "office".to_owned(),
        force: "must".to_owned(),
        title: Texts::from([("en".to_owned(), format!("Requirement {i}"))]),
        merged: Vec::new(),
        above: Vec::new(),
        figures: row.iter().copied().collect(),
    };
    RunRecord {
        schema: SCHEMA.to_owned(),
        engine: Engine { name: "kijun".to_owned(), version: env!("CARGO_PKG_VERSION").to_owned() },
        project: "fleet".to_owned(),
        title: Texts::from([("en".to_owned(), "A fleet".to_owned())]),
        period: Period { start: format!("{}-04-01", 2011 + year), end: format!("{}-03-31", 2012 + year) },
        as_of: format!("{}-04-01", 2011 + year),
        today: format!("{}-03-31", 2012 + year),
        complete: true,
        standards: vec![StandardRecord {
            standard: format!("fleet@{}-04-01", 2010 + year),
            tier: "office".to_owned(),
            title: Texts::new(),
            conforms_to: Vec::new(),
        }],
        inputs: vec![InputFile {
            path: "evidence/servers.jsonl".to_owned(),
            kind: InputKind::Evidence,
            bytes: n_subjects,
            blake3: format!("{year:064}"),
        }],
        figures: Figures {
            total,
            before_exceptions: all().map(before).collect(),
            by_tier: part("office"),
            by_kind: part("server"),
            by_unit: Vec::new(),
            by_role: Vec::new(),
            findings: [0, findings.len() as u64, 0, 0],
        },
        statements: (0..).zip(&rows).map(statement).collect(),
        results: vec![KindResults {
            kind: "server".to_owned(),
            subjects: (0..n_subjects).map(key).collect(),
            rows: (0..).zip(&rows).map(|(i, row)| letters(i, row)).collect(),
        }],
        measures: Vec::new(),
        units: Vec::new(),
        roles: Vec::new(),
        listings: Vec::new(),
        exceptions: Vec::new(),
        warn_days: 0,
        previous: None,
        follow_up: None,
        responses: Vec::new(),
        findings,
        diagnostics: Vec::new(),
    }
}

fn letters(statement: u32, row: &[Outcome]) -> Row {
    Row {
        statement,
        outcomes: row.iter().map(|outcome| outcome.letter()).collect(),
        before_exceptions: Some(row.iter().map(|outcome| before(*outcome).letter()).collect()),
    }
}

fn before(outcome: Outcome) -> Outcome {
    if outcome == Outcome::Waived { Outcome::Fail } else { outcome }
}

fn key(subject: u64) -> String {
    format!("srv-{subject:07}")
}

fn lineage(statement: u64) -> String {
    format!("fleet:{}.{}#1", statement / 10 + 1, statement % 10 + 1)
}

fn citation(statement: u64, year: u64) -> String {
    lineage(statement).replacen(':', &format!("@{}-04-01:", 2010 + year), 1)
}

fn findings(rows: &[Vec<Outcome>], year: u64) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (i, row) in (0..).zip(rows) {
        let shared = Shared::of(i, year);
        let bad = (0..).zip(row).filter(|(_, o)| matches!(o, Outcome::Fail | Outcome::Unknown));
        findings.extend(bad.map(|(subject, outcome)| shared.finding(subject, *outcome)));
    }
    findings
}

/// What all findings of a statement have in common.
struct Shared {
    citation: Arc<str>,
    lineage: Arc<str>,
    tier: Arc<str>,
    title: Arc<Texts>,
    rule: Arc<Location>,
}

impl Shared {
    fn of(statement: u64, year: u64) -> Shared {
        Shared {
            citation: citation(statement, year).into(),
            lineage: lineage(statement).into(),
            tier: "office".into(),
            title: Texts::from([("en".to_owned(), format!("Requirement {statement}"))]).into(),
            rule: Location { file: "rules/fleet.kijun".to_owned(), line: 9, column: 3 }.into(),
        }
    }

    fn finding(&self, subject: u64, outcome: Outcome) -> Finding {
        let about = SubjectRef { kind: "server".to_owned(), key: key(subject) };
        let text = format!("{}: the minimum length is 6, and 10 is required", about.key);
        let line = u32::try_from(subject + 1).unwrap_or(u32::MAX);
        Finding {
            id: finding_id(&self.lineage, Some(&about)),
            level: Level::Finding,
            matter: Matter::Statement,
            outcome: Some(outcome),
            provision: self.citation.clone(),
            lineage: self.lineage.clone(),
            title: self.title.clone(),
            subject: Some(about),
            altitude: Some(Altitude { tier: self.tier.clone(), statement: self.citation.clone() }),
            chain: vec![ChainLink {
                statement: self.citation.clone(),
                tier: self.tier.clone(),
                title: self.title.clone(),
                outcome: Some(outcome),
            }],
            role: None,
            unit: Some(format!("u{}", subject % 40)),
            message: Texts::from([("en".to_owned(), text.clone()), ("ja".to_owned(), text)]),
            fix: None,
            rule: self.rule.clone(),
            evidence: vec![Observation {
                path: "password.min_length".to_owned(),
                subject: None,
                found: Found::Value("6".to_owned()),
                at: Location { file: "evidence/servers.jsonl".to_owned(), line, column: 180 },
            }],
            concerns: Vec::new(),
            unseen: false,
            documents: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_records_agree_with_themselves_and_differ_in_about_one_of_fifty_results() {
        let [old, new] = [0, 1].map(|year| record(1000, year));
        for run in [&old, &new] {
            let text = kijun_findings::to_json(run).unwrap();
            assert_eq!(kijun_findings::from_json(&text).unwrap(), *run);
        }
        let diff = kijun_findings::diff(&old, &new);
        let differ: usize = diff.results.iter().map(|row| row.subjects.len()).sum();
        assert!((700..1100).contains(&differ), "{differ}");
        assert!((1600..2400).contains(&old.findings.len()), "{}", old.findings.len());
        assert!(diff.changes.len() > 400 && diff.figures.persisting > 1400, "{:?}", diff.figures);
    }
}
