//! The record agrees with itself and with the files it names.

use std::collections::{BTreeMap, BTreeSet};

use kijun_findings::{Finding, Level, Location, Outcome, Partition, RunRecord};

use crate::{YEARS, audit, folder, repository};

fn records() -> [RunRecord; 2] {
    YEARS.map(|year| audit(&folder(year), 2).record)
}

fn sum<'a>(parts: impl IntoIterator<Item = &'a Partition>) -> Partition {
    let mut sum = Partition::default();
    parts.into_iter().for_each(|part| sum.merge(*part));
    sum
}

#[test]
fn every_breakdown_sums_to_the_total() {
    for record in records() {
        let figures = &record.figures;
        assert!(figures.total.total() > 1000);
        assert_eq!(sum(figures.by_tier.iter().map(|part| &part.figures)), figures.total);
        assert_eq!(sum(figures.by_kind.iter().map(|part| &part.figures)), figures.total);
        assert_eq!(sum(record.statements.iter().map(|s| &s.figures)), figures.total);
        assert_eq!(figures.before_exceptions.total(), figures.total.total());
        assert_eq!(figures.before_exceptions.waived, 0);
        assert_eq!(figures.before_exceptions.pass, figures.total.pass);
    }
}

#[test]
fn the_matrix_of_results_has_the_figures_of_each_statement() {
    for record in records() {
        let mut counted = vec![Partition::default(); record.statements.len()];
        for kind in &record.results {
            let distinct: BTreeSet<&String> = kind.subjects.iter().collect();
            assert_eq!(distinct.len(), kind.subjects.len(), "{} has a subject twice", kind.kind);
            for kijun_findings::Row { statement, outcomes: letters, .. } in &kind.rows {
                let row: Vec<Outcome> = letters.chars().map(|c| Outcome::from_letter(c).unwrap()).collect();
                assert_eq!(row.len(), kind.subjects.len());
                row.into_iter().for_each(|outcome| counted[*statement as usize].add(outcome));
            }
        }
        for (statement, counted) in record.statements.iter().zip(counted) {
            assert_eq!(statement.figures, counted, "{}", statement.statement);
        }
    }
}

#[test]
fn every_figure_and_id_of_a_finding_is_its_own() {
    for record in records() {
        let ids: BTreeSet<&String> = record.findings.iter().map(|f| &f.id).collect();
        assert_eq!(ids.len(), record.findings.len());
        let of_level = |level| record.findings.iter().filter(|f| f.level == level).count() as u64;
        assert_eq!(record.figures.findings, Level::ALL.map(of_level));
        assert!(record.findings.is_sorted_by_key(|f| f.level));
    }
}

/// What each statement came to for each subject: the letters of the matrix, by statement, kind and key.
fn results(record: &RunRecord) -> BTreeMap<(&str, &str, &str), Outcome> {
    let mut results = BTreeMap::new();
    for kind in &record.results {
        for kijun_findings::Row { statement, outcomes: letters, .. } in &kind.rows {
            let cited = record.statements[*statement as usize].statement.as_str();
            for (key, letter) in kind.subjects.iter().zip(letters.chars()) {
                results
                    .insert((cited, kind.kind.as_str(), key.as_str()), Outcome::from_letter(letter).unwrap());
            }
        }
    }
    results
}

#[test]
fn a_finding_has_the_outcome_of_the_matrix_and_every_bad_outcome_is_in_some_finding() {
    for record in records() {
        let results = results(&record);
        let mut told = BTreeSet::new();
        for finding in record.findings.iter().filter(|f| f.subject.is_some()) {
            let subject = finding.subject.as_ref().unwrap();
            let key = |statement| (statement, &*subject.kind, &*subject.key);
            assert_eq!(results.get(&key(&*finding.provision)).copied(), finding.outcome, "{}", finding.id);
            for link in &finding.chain {
                assert_eq!(results.get(&key(&*link.statement)).copied(), link.outcome);
                told.insert(key(&*link.statement));
            }
        }
        let bad =
            results.iter().filter(|(_, o)| matches!(o, Outcome::Fail | Outcome::Unknown | Outcome::Error));
        let untold: Vec<_> = bad.filter(|(key, _)| !told.contains(*key)).collect();
        assert!(untold.is_empty(), "{untold:?}");
    }
}

#[test]
fn every_place_that_a_finding_names_is_in_its_file() {
    for (year, record) in YEARS.iter().zip(records()) {
        let places = record.findings.iter().flat_map(places);
        for place in places.chain(record.diagnostics.iter().filter_map(|d| d.at.as_ref())) {
            let path = folder(year).join(&place.file).canonicalize();
            let path = path.unwrap_or_else(|_| panic!("{} is not there", place.file));
            assert!(path.starts_with(repository()));
            // The rows of a workbook are not the lines of its file.
            if place.file.ends_with(".xlsx") {
                continue;
            }
            // In Shift_JIS no character is fewer than it is here.
            let bytes = std::fs::read(path).unwrap();
            let text = String::from_utf8_lossy(&bytes);
            let text = text.trim_start_matches('\u{feff}');
            let line = text.lines().nth(place.line as usize - 1);
            let line = line.unwrap_or_else(|| panic!("{}:{} is not there", place.file, place.line));
            let columns = line.chars().count() + 1;
            assert!((1..=columns).contains(&(place.column as usize)), "{place:?}: {columns} columns");
        }
    }
}

fn places(finding: &Finding) -> impl Iterator<Item = &Location> {
    finding.evidence.iter().map(|o| &o.at).chain([&*finding.rule])
}

#[test]
fn every_input_has_its_size_and_none_is_named_twice() {
    for (year, record) in YEARS.iter().zip(records()) {
        for input in &record.inputs {
            let bytes = std::fs::read(folder(year).join(&input.path)).unwrap();
            assert_eq!(bytes.len() as u64, input.bytes, "{}", input.path);
            assert_eq!(blake3::hash(&bytes).to_hex().as_str(), input.blake3);
        }
        let distinct: BTreeSet<&String> = record.inputs.iter().map(|i| &i.path).collect();
        assert_eq!(distinct.len(), record.inputs.len());
        assert!(record.inputs.is_sorted());
    }
}
