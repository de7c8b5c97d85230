//! Why a run and a baseline may not be fit to be compared: other rules, another scope of evidence, another time, another program.
//!
//! None of them is an error. Each says what differs, so that whoever reads the result knows how far it holds.

use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::matrix::document;
use crate::{Finding, InputFile, InputKind, Period, RunRecord};

/// Why a run and a baseline may not be fit to be compared.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", tag = "doubt")]
pub enum BaselineDoubt {
    /// They are of different projects.
    Project {
        /// The baseline's.
        baseline: String,
        /// The run's.
        run: String,
    },
    /// Not all could be judged when the baseline was made.
    Incomplete,
    /// The baseline has a later audit date.
    Later {
        /// The baseline's audit date.
        baseline: String,
        /// The run's.
        run: String,
    },
    /// They were made by different versions of the program.
    Engine {
        /// What made the baseline.
        baseline: String,
        /// What made the run.
        run: String,
    },
    /// They are about different periods.
    Period {
        /// The baseline's.
        baseline: Period,
        /// The run's.
        run: Period,
    },
    /// The editions of different days bind.
    AsOf {
        /// The baseline's day.
        baseline: String,
        /// The run's.
        run: String,
    },
    /// Other documents bind, or other editions.
    Documents {
        /// Those that bind in the baseline only, `name@edition`.
        gone: Vec<String>,
        /// Those that bind in the run only.
        added: Vec<String>,
    },
    /// Statements are in force in one of them only, through all renumbering.
    Statements {
        /// How many in the baseline only.
        gone: u64,
        /// How many in the run only.
        added: u64,
    },
    /// Exceptions hold that did not.
    Exceptions {
        /// Their ids.
        added: Vec<String>,
    },
    /// Findings with the same result press less: their levels are set otherwise.
    Lighter {
        /// The findings.
        findings: Vec<String>,
    },
    /// Rule files are others. One that only has another name is the same.
    RuleFiles {
        /// Paths of files that hold something else.
        changed: Vec<String>,
        /// Paths of files that only the baseline has.
        gone: Vec<String>,
        /// Paths of files that only the run has.
        added: Vec<String>,
    },
    /// The manifest is another: what is read, and as what, may be.
    Manifest,
    /// Kinds that have subjects in the baseline have none in the run.
    Kinds {
        /// The kinds.
        gone: Vec<String>,
    },
    /// Kinds have fewer subjects than in the baseline.
    Subjects {
        /// The kinds.
        fewer: Vec<Shrunk>,
    },
    /// Files of evidence of the baseline were not read.
    EvidenceFiles {
        /// Their paths.
        gone: Vec<String>,
    },
}

/// A kind with fewer subjects.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Shrunk {
    /// The kind.
    pub kind: String,
    /// How many subjects it has in the baseline.
    pub baseline: u64,
    /// How many in the run.
    pub run: u64,
}

impl BaselineDoubt {
    /// Its name, as every output writes it.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            BaselineDoubt::Project { .. } => "project",
            BaselineDoubt::Incomplete => "incomplete",
            BaselineDoubt::Later { .. } => "later",
            BaselineDoubt::Engine { .. } => "engine",
            BaselineDoubt::Period { .. } => "period",
            BaselineDoubt::AsOf { .. } => "as-of",
            BaselineDoubt::Documents { .. } => "documents",
            BaselineDoubt::Statements { .. } => "statements",
            BaselineDoubt::Exceptions { .. } => "exceptions",
            BaselineDoubt::Lighter { .. } => "lighter",
            BaselineDoubt::RuleFiles { .. } => "rule-files",
            BaselineDoubt::Manifest => "manifest",
            BaselineDoubt::Kinds { .. } => "kinds",
            BaselineDoubt::Subjects { .. } => "subjects",
            BaselineDoubt::EvidenceFiles { .. } => "evidence-files",
        }
    }

    /// Whether the run sees less than the baseline did: a kind, a document or a provision is gone, or the same presses less.
    #[must_use]
    pub fn is_blind(&self) -> bool {
        match self {
            BaselineDoubt::Kinds { .. } | BaselineDoubt::Lighter { .. } => true,
            BaselineDoubt::Statements { gone, .. } => *gone > 0,
            BaselineDoubt::Documents { gone, added } => {
                gone.iter().any(|gone| !added.iter().any(|added| document(added) == document(gone)))
            }
            _ => false,
        }
    }
}

/// Every doubt, the gravest first.
pub(super) fn doubts(baseline: &RunRecord, run: &RunRecord) -> Vec<BaselineDoubt> {
    let days = of_runs(baseline, run);
    let rules = [
        documents(baseline, run),
        statements(baseline, run),
        exceptions(baseline, run),
        lighter(baseline, run),
        rule_files(baseline, run),
    ];
    let scope = [
        manifest(baseline, run),
        kinds(baseline, run),
        subjects(baseline, run),
        evidence_files(baseline, run),
    ];
    days.into_iter().chain(rules).chain(scope).flatten().collect()
}

fn of_runs(baseline: &RunRecord, run: &RunRecord) -> [Option<BaselineDoubt>; 6] {
    let engine = |record: &RunRecord| format!("{} {}", record.engine.name, record.engine.version);
    let both = |of: fn(&RunRecord) -> &String| (of(baseline).clone(), of(run).clone());
    let (project, today, as_of) = (both(|r| &r.project), both(|r| &r.today), both(|r| &r.as_of));
    let engines = (engine(baseline), engine(run));
    let periods = (baseline.period.clone(), run.period.clone());
    [
        (project.0 != project.1).then_some(BaselineDoubt::Project { baseline: project.0, run: project.1 }),
        (!baseline.complete).then_some(BaselineDoubt::Incomplete),
        (today.0 > today.1).then_some(BaselineDoubt::Later { baseline: today.0, run: today.1 }),
        (engines.0 != engines.1).then_some(BaselineDoubt::Engine { baseline: engines.0, run: engines.1 }),
        (periods.0 != periods.1).then_some(BaselineDoubt::Period { baseline: periods.0, run: periods.1 }),
        (as_of.0 != as_of.1).then_some(BaselineDoubt::AsOf { baseline: as_of.0, run: as_of.1 }),
    ]
}

fn documents(baseline: &RunRecord, run: &RunRecord) -> Option<BaselineDoubt> {
    let names = |record: &RunRecord| -> Vec<String> {
        record.standards.iter().map(|standard| standard.standard.clone()).collect()
    };
    let (before, now) = (names(baseline), names(run));
    let gone = without(&before, &now);
    let added = without(&now, &before);
    (!gone.is_empty() || !added.is_empty()).then_some(BaselineDoubt::Documents { gone, added })
}

fn statements(baseline: &RunRecord, run: &RunRecord) -> Option<BaselineDoubt> {
    let lineages = |record: &RunRecord| -> BTreeSet<String> {
        record.statements.iter().map(|statement| statement.lineage.clone()).collect()
    };
    let (before, now) = (lineages(baseline), lineages(run));
    let gone = before.difference(&now).count() as u64;
    let added = now.difference(&before).count() as u64;
    (gone + added > 0).then_some(BaselineDoubt::Statements { gone, added })
}

fn exceptions(baseline: &RunRecord, run: &RunRecord) -> Option<BaselineDoubt> {
    let holding = |record: &RunRecord| -> Vec<String> {
        let holding = record.exceptions.iter().filter(|exception| exception.status == "holds");
        holding.map(|exception| exception.id.clone()).collect()
    };
    let added = without(&holding(run), &holding(baseline));
    (!added.is_empty()).then_some(BaselineDoubt::Exceptions { added })
}

fn lighter(baseline: &RunRecord, run: &RunRecord) -> Option<BaselineDoubt> {
    let had = baseline.findings.iter().map(|finding| (finding.id.as_str(), finding));
    let had: BTreeMap<&str, &Finding> = had.collect();
    let is_lighter = |finding: &&Finding| {
        let was = had.get(finding.id.as_str());
        was.is_some_and(|was| was.outcome == finding.outcome && was.level < finding.level)
    };
    let findings: Vec<String> =
        run.findings.iter().filter(is_lighter).map(|finding| finding.id.clone()).collect();
    (!findings.is_empty()).then_some(BaselineDoubt::Lighter { findings })
}

fn rule_files(baseline: &RunRecord, run: &RunRecord) -> Option<BaselineDoubt> {
    let (before, now) = (files(baseline, InputKind::Rule), files(run, InputKind::Rule));
    let changed = changed(&before, &now);
    let (gone, added) = (only_in(&before, &now), only_in(&now, &before));
    let differ = !changed.is_empty() || !gone.is_empty() || !added.is_empty();
    differ.then_some(BaselineDoubt::RuleFiles { changed, gone, added })
}

fn manifest(baseline: &RunRecord, run: &RunRecord) -> Option<BaselineDoubt> {
    let digests = |record| -> Vec<&str> {
        files(record, InputKind::Manifest).into_iter().map(|file| file.blake3.as_str()).collect()
    };
    (digests(baseline) != digests(run)).then_some(BaselineDoubt::Manifest)
}

fn kinds(baseline: &RunRecord, run: &RunRecord) -> Option<BaselineDoubt> {
    let now = sizes(run);
    let gone: Vec<String> =
        sizes(baseline).into_keys().filter(|kind| !now.contains_key(kind)).map(str::to_owned).collect();
    (!gone.is_empty()).then_some(BaselineDoubt::Kinds { gone })
}

fn subjects(baseline: &RunRecord, run: &RunRecord) -> Option<BaselineDoubt> {
    let now = sizes(run);
    let shrunk = |(kind, n): (&str, u64)| {
        let left = now.get(kind).copied().filter(|left| *left < n)?;
        Some(Shrunk { kind: kind.to_owned(), baseline: n, run: left })
    };
    let fewer: Vec<Shrunk> = sizes(baseline).into_iter().filter_map(shrunk).collect();
    (!fewer.is_empty()).then_some(BaselineDoubt::Subjects { fewer })
}

fn evidence_files(baseline: &RunRecord, run: &RunRecord) -> Option<BaselineDoubt> {
    let gone = only_in(&files(baseline, InputKind::Evidence), &files(run, InputKind::Evidence));
    (!gone.is_empty()).then_some(BaselineDoubt::EvidenceFiles { gone })
}

/// How many subjects there are of each kind that has any.
fn sizes(record: &RunRecord) -> BTreeMap<&str, u64> {
    let some = record.results.iter().filter(|results| !results.subjects.is_empty());
    some.map(|results| (results.kind.as_str(), results.subjects.len() as u64)).collect()
}

fn files(record: &RunRecord, kind: InputKind) -> Vec<&InputFile> {
    record.inputs.iter().filter(|file| file.kind == kind).collect()
}

/// Paths under which both have a file, and not the same.
fn changed(before: &[&InputFile], now: &[&InputFile]) -> Vec<String> {
    let digests: BTreeMap<&str, &str> = now.iter().map(|f| (f.path.as_str(), f.blake3.as_str())).collect();
    let differs = |f: &&&InputFile| digests.get(f.path.as_str()).is_some_and(|digest| *digest != f.blake3);
    before.iter().filter(differs).map(|file| file.path.clone()).collect()
}

/// Paths of what is there under no name and with no content in the others.
fn only_in(files: &[&InputFile], others: &[&InputFile]) -> Vec<String> {
    let known: BTreeSet<&str> =
        others.iter().flat_map(|file| [file.path.as_str(), file.blake3.as_str()]).collect();
    let unknown =
        |file: &&&InputFile| !known.contains(file.path.as_str()) && !known.contains(file.blake3.as_str());
    files.iter().filter(unknown).map(|file| file.path.clone()).collect()
}

fn without(names: &[String], others: &[String]) -> Vec<String> {
    names.iter().filter(|name| !others.contains(name)).cloned().collect()
}
