//! The subjects of a test, read once, for whoever judges them.

use kijun_diag::Diagnostics;
use kijun_model::{Expectation, ExpectedResult, Given, StatementId, Subject, Test};

use super::days::{self, Judge};
use super::hearing::Hearing;
use super::trial::Trial;
use crate::load::Loaded;

/// A test with its subjects.
pub(super) struct Bench<'l> {
    loaded: &'l Loaded,
    test: &'l Test,
    subjects: Vec<Subject>,
}

impl<'l> Bench<'l> {
    /// The subjects that a test gives, in its order, and what is wrong with their values. Of one that is expected to come to
    /// *error*, something should be.
    pub(super) fn of(loaded: &'l Loaded, test: &'l Test) -> (Bench<'l>, Diagnostics) {
        let today = days::today(loaded, test);
        let mut wrong = Diagnostics::default();
        let subject = |(i, given): (usize, &Given)| {
            let taken = given.taken.unwrap_or(today);
            let (subject, found) = kijun_evidence::given(&loaded.model, &loaded.sources, given, taken);
            let is_meant = |e: &Expectation| e.subject == i && e.result == ExpectedResult::Error;
            if !test.expect.iter().any(is_meant) {
                wrong.append(found);
            }
            subject
        };
        let subjects = test.given.iter().enumerate().map(subject).collect();
        (Bench { loaded, test, subjects }, wrong)
    }

    /// The subjects before each of these judges, once.
    pub(super) fn hearings<'a>(&'a self, judges: impl Iterator<Item = &'a Judge>) -> Vec<Hearing<'a>> {
        let mut hearings: Vec<Hearing<'a>> = Vec::new();
        for judge in judges {
            if !hearings.iter().any(|hearing| hearing.is_before(judge)) {
                hearings.push(Hearing::new(judge, &self.subjects));
            }
        }
        hearings
    }

    /// The subjects, in the test's order.
    pub(super) fn subjects(&self) -> &[Subject] {
        &self.subjects
    }

    /// What is expected of one statement.
    pub(super) fn trial<'a>(&'a self, expectation: &'a Expectation, statement: StatementId) -> Trial<'a> {
        let given = &self.test.given[expectation.subject];
        Trial { loaded: self.loaded, subjects: &self.subjects, given, expectation, statement }
    }
}
