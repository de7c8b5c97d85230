//! Tests of rules: given subjects judged by the program that judges evidence, held against what was expected.
//!
//! What a test gives is all there is: of each kind, no other subject exists. An expectation is judged by the editions in force on the
//! test's own day, else on the project's, else on the first day of the statement's edition.

mod days;
mod reason;
mod trial;
mod wrong;

use kijun_diag::Diagnostics;
use kijun_eval::Coverage;
use kijun_findings::{TestRun, Tested};
use kijun_model::{ExpectedResult, Subject, Test};
use rayon::prelude::*;

use crate::load::Loaded;
use crate::words::location;
use days::Judges;
use trial::Trial;

/// Tests that were run.
#[derive(Debug)]
pub struct TestsRun {
    /// What they came to.
    pub record: TestRun,
    /// What is wrong: expectations that were not met, values that cannot be read.
    pub diagnostics: Diagnostics,
}

/// Runs the tests of rules that were loaded without errors, those whose title holds one of the filters; without filters, all.
/// `None`: there were errors.
#[must_use]
pub fn test(loaded: &Loaded, filters: &[String]) -> Option<TestsRun> {
    if loaded.diagnostics.has_errors() {
        return None;
    }
    let holds = |test: &Test| filters.iter().any(|filter| test.title.contains(filter.as_str()));
    let wanted = loaded.model.tests.iter().filter(|test| filters.is_empty() || holds(test));
    let tests: Vec<&Test> = wanted.collect();
    let judges = Judges::of(loaded, &tests);
    let run: Vec<(Tested, Diagnostics)> = tests.par_iter().map(|test| run(loaded, &judges, test)).collect();
    let (tested, found): (Vec<Tested>, Vec<Diagnostics>) = run.into_iter().unzip();
    let mut diagnostics: Diagnostics = found.into_iter().flatten().collect();
    if tested.is_empty() {
        diagnostics.push(wrong::no_tests());
    }
    diagnostics.sort();
    Some(TestsRun { record: TestRun::of(tested), diagnostics })
}

fn run(loaded: &Loaded, judges: &Judges, test: &Test) -> (Tested, Diagnostics) {
    let (subjects, mut found) = subjects(loaded, test);
    let mut expectations = Vec::new();
    for expectation in &test.expect {
        let Some(given) = test.given.get(expectation.subject) else {
            found.push(wrong::nobody(expectation.span));
            continue;
        };
        for &statement in &expectation.statements {
            let trial = Trial { loaded, subjects: &subjects, given, expectation, statement };
            let (expected, unmet) = trial.judge(judges.judge(test, statement));
            expectations.push(expected);
            found.extend(unmet);
        }
    }
    let at = location(&loaded.sources, test.span);
    let case = test.case.iter().map(ToString::to_string).collect();
    let passed = !found.has_errors();
    (Tested { title: test.title.to_string(), case, at, expectations, passed }, found)
}

/// The subjects that a test gives, in its order, and what is wrong with their values. Of one that is expected to come to *error*,
/// something should be.
fn subjects(loaded: &Loaded, test: &Test) -> (Vec<Subject>, Diagnostics) {
    let today = days::today(loaded, test);
    let mut wrong = Diagnostics::default();
    let subject = |(i, given): (usize, &kijun_model::Given)| {
        let taken = given.taken.unwrap_or(today);
        let (subject, found) = kijun_evidence::given(&loaded.model, &loaded.sources, given, taken);
        let is_meant = |e: &kijun_model::Expectation| e.subject == i && e.result == ExpectedResult::Error;
        if !test.expect.iter().any(is_meant) {
            wrong.append(found);
        }
        subject
    };
    let subjects = test.given.iter().enumerate().map(subject).collect();
    (subjects, wrong)
}

/// How much of a kind a test tells: all.
fn all_there_is(_: kijun_model::KindId) -> Coverage {
    Coverage::Whole
}
