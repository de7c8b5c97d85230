//! Taking any value away from the evidence never makes a statement hold that did not.
//!
//! Each cell of each subject is emptied in turn, records and elements of lists included, and what could have changed is judged
//! again. Subjects that others ask about are emptied where a finding rests on them, and otherwise one cell in
//! [`STRIDE`]: each of these changes needs a new population.

use std::collections::BTreeSet;

use jiff::civil::Date;
use kijun::Loaded;
use kijun_diag::Sources;
use kijun_eval::{Calendar, Coverage, Days, Population, Program, Scratch};
use kijun_findings::Outcome;
use kijun_model::{Cell, Content, KindId, Subject};

use crate::{YEARS, audit, folder, load};

/// Of the cells of joined subjects on which no finding rests, one in so many is emptied.
const STRIDE: usize = 23;

/// A year's evidence, compiled rules, and what each subject came to.
struct Year {
    loaded: Loaded,
    program: Program,
    subjects: Vec<Subject>,
    has_source: BTreeSet<KindId>,
    population: Population,
    baseline: Vec<Vec<Outcome>>,
}

impl Year {
    fn of(year: &str) -> Year {
        let loaded = load(&folder(year));
        let program = program(&loaded);
        let mut subjects = Vec::new();
        let mut sources = Sources::default();
        let plan = loaded.plan.clone().unwrap();
        let reading =
            kijun_evidence::read(&loaded.model, &plan, &loaded.root, &mut sources, &mut |s| subjects.push(s));
        let kinds = (0..loaded.model.kinds.len()).map(KindId::from_index);
        let has_source: BTreeSet<KindId> = kinds.filter(|&k| reading.has_source(k)).collect();
        let empty = program.population(Vec::new(), |_| Coverage::None);
        let mut year =
            Year { loaded, program, subjects, has_source, population: empty, baseline: Vec::new() };
        year.population = year.population_with(None, None);
        year.baseline = year.subjects.iter().map(|s| year.judge(&year.population, s)).collect();
        year
    }

    fn is_joined(&self, subject: &Subject) -> bool {
        self.program.joined_kinds().contains(&subject.kind)
    }

    /// The population with one subject in place of the one at a number, or (where there is none in its place) without it: its
    /// kind is then known only in part, as it is when a record has lost its key.
    fn population_with(&self, at: Option<usize>, instead: Option<&Subject>) -> Population {
        let joined = self.subjects.iter().enumerate().filter(|(_, s)| self.is_joined(s));
        let others = joined.filter(|(i, _)| Some(*i) != at).map(|(_, s)| s.clone());
        let lost = at.filter(|_| instead.is_none()).map(|i| self.subjects[i].kind);
        let coverage = |kind: KindId| match self.has_source.contains(&kind) {
            _ if lost == Some(kind) => Coverage::Partial,
            true => Coverage::Whole,
            false => Coverage::None,
        };
        self.program.population(others.chain(instead.cloned()).collect(), coverage)
    }

    fn judge(&self, population: &Population, subject: &Subject) -> Vec<Outcome> {
        let mut outcomes = Vec::new();
        self.program.evaluate(population, subject, &mut Scratch::default(), &mut outcomes);
        outcomes
    }

    /// Statements that pass for a subject, and did not before.
    fn improved(&self, at: usize, population: &Population, subject: &Subject) -> Vec<String> {
        let now = self.judge(population, subject);
        let bound = self.program.bound(subject.kind).iter();
        let pairs = bound.zip(self.baseline[at].iter().zip(&now));
        let better = pairs.filter(|(_, (was, is))| **was != Outcome::Pass && **is == Outcome::Pass);
        better.map(|(index, (was, _))| format!("statement {index} was {}", was.name())).collect()
    }

    fn describe(&self, at: usize, path: &[usize]) -> String {
        let subject = &self.subjects[at];
        let kind = self.loaded.model.kind(subject.kind);
        format!("{}/{} {}{:?}", kind.name, subject.key, kind.fields[path[0]].name, &path[1..])
    }

    /// Whether the kind's key has this field: a record without it is no subject.
    fn is_key(&self, subject: &Subject, path: &[usize]) -> bool {
        self.loaded.model.kind(subject.kind).key().any(|field| [field] == path)
    }
}

fn program(loaded: &Loaded) -> Program {
    let manifest = loaded.manifest.as_ref().unwrap();
    let (as_of, today) = loaded.days().unwrap();
    let (effective, _) =
        loaded.standards.effective(&loaded.model, as_of, today, manifest.standards.as_deref());
    let mut weekend = [false; 7];
    weekend[5] = true;
    weekend[6] = true;
    let holidays: BTreeSet<Date> = manifest.calendar.holidays.iter().map(|day| day.0).collect();
    let calendar = Calendar { weekend, holidays };
    let (period_start, period_end) = (manifest.period.start.0, manifest.period.end.0);
    kijun_eval::compile(&loaded.model, &effective.set, &Days { today, period_start, period_end, calendar })
}

/// Every place of a cell, from the outermost inwards.
fn paths(cells: &[Cell]) -> Vec<Vec<usize>> {
    let mut found = Vec::new();
    for (i, cell) in cells.iter().enumerate() {
        if cell.content == Content::Absent {
            continue;
        }
        found.push(vec![i]);
        let inner = match &cell.content {
            Content::Record(cells) => paths(cells),
            Content::List(cells) => paths(cells),
            Content::Map(entries) => paths(&entries.iter().map(|(_, c)| c.clone()).collect::<Vec<_>>()),
            _ => Vec::new(),
        };
        found.extend(inner.into_iter().map(|path| [vec![i], path].concat()));
    }
    found
}

/// The subject with nothing at a place.
fn without(subject: &Subject, path: &[usize]) -> Subject {
    let mut emptied = subject.clone();
    let cell = path[1..].iter().fold(&mut emptied.cells[path[0]], |cell, &i| match &mut cell.content {
        Content::Record(cells) => &mut cells[i],
        Content::List(cells) => &mut cells[i],
        Content::Map(entries) => &mut entries[i].1,
        _ => panic!("no way through a scalar"),
    });
    cell.content = Content::Absent;
    emptied
}

#[test]
fn a_subject_without_one_of_its_values_passes_nothing_that_it_did_not_pass() {
    for year in YEARS {
        let year = Year::of(year);
        let mut n = 0;
        for (at, subject) in year.subjects.iter().enumerate() {
            for path in paths(&subject.cells).iter().filter(|path| !year.is_key(subject, path)) {
                let improved = year.improved(at, &year.population, &without(subject, path));
                assert!(improved.is_empty(), "{}: {improved:?}", year.describe(at, path));
                n += 1;
            }
        }
        assert!(n > 5000, "only {n} cells were emptied");
    }
}

#[test]
fn a_joined_subject_without_one_of_its_values_makes_nobody_pass() {
    for name in YEARS {
        let year = Year::of(name);
        let suspects: Vec<usize> = (0..year.subjects.len())
            .filter(|&i| {
                year.baseline[i].iter().any(|o| !matches!(o, Outcome::Pass | Outcome::NotApplicable))
            })
            .collect();
        let blamed = blamed(name);
        let mut n = 0;
        for (at, subject) in year.subjects.iter().enumerate().filter(|(_, s)| year.is_joined(s)) {
            let kind = year.loaded.model.kind(subject.kind).name.to_string();
            let is_blamed = blamed.contains(&(kind, subject.key.to_string()));
            for path in paths(&subject.cells) {
                n += 1;
                if !is_blamed && n % STRIDE != 0 {
                    continue;
                }
                let emptied = without(subject, &path);
                let instead = (!year.is_key(subject, &path)).then_some(&emptied);
                let population = year.population_with(Some(at), instead);
                for &suspect in &suspects {
                    let improved = year.improved(suspect, &population, &year.subjects[suspect]);
                    let whom = &year.subjects[suspect].key;
                    assert!(improved.is_empty(), "{}, {whom}: {improved:?}", year.describe(at, &path));
                }
            }
        }
        assert!(n > 2000, "only {n} cells could have been emptied");
    }
}

/// Subjects on whose values a finding against another rests.
fn blamed(year: &str) -> BTreeSet<(String, String)> {
    let record = audit(&folder(year), 1).record;
    let seen = record.findings.iter().flat_map(|f| &f.evidence).filter_map(|o| o.subject.as_ref());
    seen.map(|s| (s.kind.to_string(), s.key.to_string())).collect()
}
