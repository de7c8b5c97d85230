//! One statement and one subject, judged and held against what was expected.

use kijun_diag::{Arg, Diagnostic};
use kijun_eval::{Observation, Scratch};
use kijun_findings::{ExpectationVerdict, Expected, Found, Outcome, SubjectRef};
use kijun_model::{Expectation, ExpectedResult, Given, StatementId, Subject};

use super::days::Judge;
use super::wrong::{self, Unmet};
use super::{all_there_is, reason};
use crate::judge::seen;
use crate::load::Loaded;
use crate::words::location;

/// An expectation of one statement.
pub(super) struct Trial<'a> {
    pub(super) loaded: &'a Loaded,
    /// All subjects of the test.
    pub(super) subjects: &'a [Subject],
    /// The one that is judged.
    pub(super) given: &'a Given,
    pub(super) expectation: &'a Expectation,
    pub(super) statement: StatementId,
}

impl Trial<'_> {
    /// What came of it, and what is wrong. Nobody judges a statement that is never in force.
    pub(super) fn judge(&self, judge: Option<&Judge>) -> (Expected, Option<Diagnostic>) {
        let found = judge.map(|judge| self.found(judge));
        let verdict = found
            .as_ref()
            .map_or(ExpectationVerdict::NotInForce, |(outcome, deciding)| self.verdict(*outcome, deciding));
        let expected = self.expected(found, verdict);
        let unmet = self.unmet(&expected);
        (expected, unmet)
    }

    /// The outcome, and the evidence that made it so.
    fn found(&self, judge: &Judge) -> (Outcome, Vec<Observation>) {
        let model = &self.loaded.model;
        let population = judge.program.population(self.subjects.to_vec(), all_there_is);
        let subject = self.subject();
        let Some(place) = judge.place(self.statement) else { return (Outcome::NotApplicable, Vec::new()) };
        let bound = judge.program.bound(subject.kind).iter().position(|&bound| bound == place);
        // A statement that does not bind the kind asks nothing of it.
        let Some(at) = bound else { return (Outcome::NotApplicable, Vec::new()) };
        let mut outcomes = Vec::new();
        judge.program.evaluate(&population, subject, &mut Scratch::default(), &mut outcomes);
        (outcomes[at], judge.program.deciding(model, &population, subject, place))
    }

    fn subject(&self) -> &Subject {
        &self.subjects[self.expectation.subject]
    }

    fn verdict(&self, found: Outcome, deciding: &[Observation]) -> ExpectationVerdict {
        if found != outcome(self.expectation.result) {
            return ExpectationVerdict::OtherResult;
        }
        match self.because() {
            Some(because) if !reason::decided(&because, deciding) => ExpectationVerdict::OtherReason,
            _ => ExpectationVerdict::Met,
        }
    }

    /// The path that should have made it so.
    fn because(&self) -> Option<String> {
        self.expectation.because.as_ref().and_then(|because| reason::path(&self.loaded.model, because))
    }

    fn expected(&self, found: Option<(Outcome, Vec<Observation>)>, verdict: ExpectationVerdict) -> Expected {
        let Loaded { model, sources, .. } = self.loaded;
        let (outcome_found, deciding) = found.map_or((None, Vec::new()), |(o, deciding)| (Some(o), deciding));
        let taken_on = self.subject().taken_on;
        Expected {
            statement: model.cite(self.statement),
            subject: SubjectRef {
                kind: model.kind(self.given.kind).name.to_string(),
                key: self.given.name.to_string(),
            },
            expected: outcome(self.expectation.result),
            because: self.because(),
            found: outcome_found,
            deciding: deciding.iter().map(|o| seen(model, sources, o, taken_on)).collect(),
            verdict,
            at: location(sources, self.expectation.span),
        }
    }

    /// What is wrong, if the expectation was not met.
    fn unmet(&self, expected: &Expected) -> Option<Diagnostic> {
        let unmet = Unmet {
            at: self.expectation.span,
            statement: &expected.statement,
            written: self.loaded.model.statement(self.statement).span,
            subject: &self.given.name,
            found: expected.found.unwrap_or(Outcome::NotApplicable),
            deciding: told(expected),
        };
        match expected.verdict {
            ExpectationVerdict::Met => None,
            ExpectationVerdict::NotInForce => Some(wrong::not_in_force(&unmet)),
            ExpectationVerdict::OtherResult => Some(wrong::other_result(&unmet, expected.expected)),
            ExpectationVerdict::OtherReason => {
                Some(wrong::other_reason(&unmet, expected.because.as_deref().unwrap_or("")))
            }
        }
    }
}

/// So many pieces of evidence are named in a message.
const MOST: usize = 3;

/// What decided, for a message.
fn told(expected: &Expected) -> Arg {
    let one = |observation: &kijun_findings::Observation| match &observation.found {
        Found::Value(value) => format!("`{}` ({value})", observation.path),
        _ => format!("`{}`", observation.path),
    };
    let named: Vec<String> =
        expected.deciding.iter().filter(|o| !o.path.is_empty()).take(MOST).map(one).collect();
    if named.is_empty() { Arg::Word("test-nothing") } else { Arg::Text(named.join(", ")) }
}

fn outcome(expected: ExpectedResult) -> Outcome {
    match expected {
        ExpectedResult::Pass => Outcome::Pass,
        ExpectedResult::Fail => Outcome::Fail,
        ExpectedResult::Unknown => Outcome::Unknown,
        ExpectedResult::NotApplicable => Outcome::NotApplicable,
        ExpectedResult::Waived => Outcome::Waived,
        ExpectedResult::Error => Outcome::Error,
    }
}
