//! Tests of rules: given subjects judged by the program that judges evidence, held against what was expected.
//!
//! What a test gives is all there is: of each kind, no other subject exists. An expectation is judged by the editions in force on the
//! test's own day, else on the project's, else on the first day of the statement's edition.

mod bench;
mod coverage;
mod days;
mod documents;
mod generate;
mod hearing;
mod mutate;
mod reason;
mod trial;
mod wrong;

use kijun_diag::Diagnostics;
use kijun_findings::{ExpectationVerdict, TestRun, Tested};
use kijun_model::Test;
use rayon::prelude::*;

use crate::load::Loaded;
use crate::words::location;
use bench::Bench;
use coverage::Seen;
use days::Judges;
use documents::Documents;
pub use generate::{Generated, RulesFrom, generate};
use mutate::Met;

/// What may be asked of a run of tests.
#[derive(Clone, Debug, Default)]
pub struct TestOptions {
    /// Only tests whose title holds one of these; empty: all.
    pub filters: Vec<String>,
    /// Say what was seen of the rules.
    pub coverage: bool,
    /// Try so many small changes to tested statements.
    pub mutants: Option<usize>,
    /// Of these documents only: `standard` or `standard@edition`; empty: of all.
    pub of: Vec<String>,
}

/// Tests that were run.
#[derive(Debug)]
pub struct TestsRun {
    /// What they came to.
    pub record: TestRun,
    /// What is wrong: expectations that were not met, values that cannot be read.
    pub diagnostics: Diagnostics,
    /// Names that were asked for and are no document.
    pub unknown: Vec<String>,
}

/// Runs the tests of rules that were loaded without errors. `None`: there were errors.
#[must_use]
pub fn test(loaded: &Loaded, options: &TestOptions) -> Option<TestsRun> {
    if loaded.diagnostics.has_errors() {
        return None;
    }
    let tests = wanted(loaded, &options.filters);
    let judges = Judges::of(loaded, &tests);
    let run: Vec<Ran<'_>> =
        tests.par_iter().map(|test| run(loaded, &judges, test, options.coverage)).collect();
    let (documents, unknown) = Documents::named(&loaded.model, &options.of);
    let (mut tested, mut diagnostics, mut seen) = (Vec::new(), Diagnostics::default(), Seen::default());
    let mut met = Vec::new();
    for ran in run {
        met.extend(ran.met);
        tested.push(ran.tested);
        diagnostics.append(ran.found);
        seen.append(ran.seen);
    }
    if tested.is_empty() {
        diagnostics.push(wrong::no_tests());
    }
    diagnostics.sort();
    let mut record = TestRun::of(tested);
    record.coverage = options.coverage.then(|| coverage::coverage(loaded, &documents, &seen));
    record.mutants = options.mutants.map(|most| mutate::mutate(loaded, &judges, &met, &documents, most));
    Some(TestsRun { record, diagnostics, unknown })
}

/// The tests whose title holds one of the filters; without filters, all.
fn wanted<'l>(loaded: &'l Loaded, filters: &[String]) -> Vec<&'l Test> {
    let holds = |test: &&Test| filters.iter().any(|filter| test.title.contains(filter.as_str()));
    loaded.model.tests.iter().filter(|test| filters.is_empty() || holds(test)).collect()
}

/// A test that was run.
struct Ran<'l> {
    tested: Tested,
    found: Diagnostics,
    seen: Seen,
    met: Vec<Met<'l>>,
}

fn run<'l>(loaded: &'l Loaded, judges: &Judges, test: &'l Test, look: bool) -> Ran<'l> {
    let (bench, mut found) = Bench::of(loaded, test);
    let hearings = bench.hearings(test.named().filter_map(|statement| judges.judge(test, statement)));
    let (mut expectations, mut seen, mut met) = (Vec::new(), Seen::default(), Vec::new());
    for expectation in &test.expect {
        if test.given.get(expectation.subject).is_none() {
            found.push(wrong::nobody(expectation.span));
            continue;
        }
        for &statement in &expectation.statements {
            let trial = bench.trial(expectation, statement);
            let judge = judges.judge(test, statement);
            let hearing = hearings.iter().find(|hearing| judge.is_some_and(|judge| hearing.is_before(judge)));
            let (expected, unmet) = trial.judge(hearing);
            if expected.verdict == ExpectationVerdict::Met {
                met.push(Met { test, expectation, statement });
            }
            if let (true, Some(hearing), Some(outcome)) = (look, hearing, expected.found)
                && expected.verdict == ExpectationVerdict::Met
            {
                let explained = hearing.explain(&loaded.model, statement, expectation.subject);
                seen.note(statement, outcome, explained.as_ref());
            }
            expectations.push(expected);
            found.extend(unmet);
        }
    }
    let at = location(&loaded.sources, test.span);
    let case = test.case.iter().map(ToString::to_string).collect();
    let passed = !found.has_errors();
    let tested = Tested { title: test.title.to_string(), case, at, expectations, passed };
    Ran { tested, found, seen, met }
}
