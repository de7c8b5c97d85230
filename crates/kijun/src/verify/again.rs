//! Whether the inputs of a run give its record again.

use std::collections::BTreeMap;

use jiff::civil::Date;
use kijun_findings::{Finding, RunRecord};
use serde_json::Value;

use super::{Check, Part, Told, Verdict};
use crate::inputs::{Places, restore_from};
use crate::load::Loaded;
use crate::{Options, audit, load, warn_of_ends};

/// Names of findings and files that are told.
const TOLD: usize = 3;

/// Audits the inputs anew and compares.
pub(super) fn check(record: &RunRecord, places: &Places) -> Check {
    let restored = match restore_from(record, places) {
        Ok(restored) => restored,
        Err(gone) => {
            let first: Vec<&str> = gone.iter().take(TOLD).map(|file| &*file.path).collect();
            let args = [("n", gone.len().to_string()), ("first", first.join(", "))];
            return Check::new(Part::Again, Verdict::Unchecked, vec![Told::new("again-gone", args)]);
        }
    };
    let loaded = load(&restored.root);
    let options = Options { as_of: as_of(record, &loaded), ..Options::default() };
    let Some(mut audit) = audit(&loaded, options) else {
        return Check::new(Part::Again, Verdict::Differs, vec![Told::new("again-not-begun", [])]);
    };
    // As `--warn-days` said then.
    warn_of_ends(&mut audit.record, record.warn_days);
    compare(record, &audit.record)
}

/// The day of `--as-of`, where the record was made with one.
fn as_of(record: &RunRecord, loaded: &Loaded) -> Option<Date> {
    let usual = loaded.days().map(|(as_of, today)| (as_of.to_string(), today.to_string()));
    let is_usual = usual.is_some_and(|(as_of, today)| as_of == record.as_of && today == record.today);
    let one_day = !is_usual && record.as_of == record.today;
    one_day.then(|| record.today.parse().ok()).flatten()
}

fn compare(then: &RunRecord, now: &RunRecord) -> Check {
    let mut told = Vec::new();
    let fields = differing_fields(then, now);
    if fields.iter().any(|field| field == "results" || field == "statements") {
        let (n, of) = results(then, now);
        told.push(Told::new("again-results", [("n", n.to_string()), ("of", of.to_string())]));
    }
    if fields.iter().any(|field| field == "findings") {
        told.push(findings(then, now));
    }
    if !fields.is_empty() {
        told.push(Told::new("again-fields", [("fields", fields.join(", "))]));
    }
    if then.engine != now.engine {
        let versions = [("before", then.engine.version.clone()), ("after", now.engine.version.clone())];
        told.push(Told::new("again-engine", versions));
    }
    let verdict = if fields.is_empty() { Verdict::Holds } else { Verdict::Differs };
    Check::new(Part::Again, verdict, told)
}

/// The parts of a record that are not the same, what made it excepted.
fn differing_fields(then: &RunRecord, now: &RunRecord) -> Vec<String> {
    let fields = |record: &RunRecord| match serde_json::to_value(record) {
        Ok(Value::Object(fields)) => fields,
        _ => serde_json::Map::new(),
    };
    let (then, now) = (fields(then), fields(now));
    let names = then.keys().chain(now.keys().filter(|name| !then.contains_key(*name)));
    let differ = names.filter(|name| !matches!(name.as_str(), "engine" | "schema"));
    differ.filter(|name| then.get(*name) != now.get(*name)).cloned().collect()
}

/// How many results are there in one only or are not the same; and of how many.
fn results(then: &RunRecord, now: &RunRecord) -> (usize, usize) {
    let (then, now) = (matrix(then), matrix(now));
    let differ = then.iter().filter(|(place, letter)| now.get(*place) != Some(letter)).count();
    let new = now.keys().filter(|place| !then.contains_key(*place)).count();
    (differ + new, then.len() + new)
}

/// Every result by kind, statement and subject.
fn matrix(record: &RunRecord) -> BTreeMap<(&str, &str, &str), char> {
    let mut all = BTreeMap::new();
    for kind in &record.results {
        for row in &kind.rows {
            let Some(statement) = record.statements.get(row.statement as usize) else { continue };
            let of_row = kind.subjects.iter().zip(row.outcomes.chars());
            all.extend(of_row.map(|(key, letter)| ((&*kind.kind, &*statement.statement, &**key), letter)));
        }
    }
    all
}

/// How many findings are there in one only or say something else, and the first of them.
fn findings(then: &RunRecord, now: &RunRecord) -> Told {
    let by_id = |record: &'_ RunRecord| -> BTreeMap<String, Finding> {
        record.findings.iter().map(|finding| (finding.id.clone(), finding.clone())).collect()
    };
    let (old, new) = (by_id(then), by_id(now));
    let differ = old.iter().filter(|(id, finding)| new.get(*id) != Some(finding)).map(|(id, _)| id);
    let differ: Vec<&String> = differ.chain(new.keys().filter(|id| !old.contains_key(*id))).collect();
    let first: Vec<&str> = differ.iter().take(TOLD).map(|id| id.as_str()).collect();
    Told::new("again-findings", [("n", differ.len().to_string()), ("first", first.join(", "))])
}
