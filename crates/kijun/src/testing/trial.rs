//! One statement and one subject, judged and held against what was expected.

use kijun_diag::{Arg, Diagnostic};
use kijun_eval::Observation;
use kijun_findings::{ExpectationVerdict, Expected, Found, Outcome, SubjectRef};
use kijun_model::{Expectation, ExpectedResult, Given, StatementId, Subject};

use super::hearing::Hearing;
use super::reason;
use super::wrong::{self, Unmet};
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
    pub(super) fn judge(&self, hearing: Option<&Hearing<'_>>) -> (Expected, Option<Diagnostic>) {
        let found = hearing.map(|hearing| self.found(hearing));
        let verdict = found
            .as_ref()
            .map_or(ExpectationVerdict::NotInForce, |(outcome, deciding)| self.verdict(*outcome, deciding));
        let expected = self.expected(found, verdict);
        let unmet = self.unmet(&expected);
        (expected, unmet)
    }

    /// Whether the expectation is met before other judges.
    pub(super) fn is_met(&self, hearing: &Hearing<'_>) -> bool {
        let subject = self.expectation.subject;
        let outcome = hearing.outcome(self.statement, subject);
        // What decided is looked for only where it matters.
        let decides = outcome == self::outcome(self.expectation.result) && self.expectation.because.is_some();
        let deciding = decides.then(|| hearing.deciding(&self.loaded.model, self.statement, subject));
        self.verdict(outcome, &deciding.unwrap_or_default()) == ExpectationVerdict::Met
    }

    /// The outcome, and the evidence that made it so.
    fn found(&self, hearing: &Hearing<'_>) -> (Outcome, Vec<Observation>) {
        let subject = self.expectation.subject;
        let outcome = hearing.outcome(self.statement, subject);
        (outcome, hearing.deciding(&self.loaded.model, self.statement, subject))
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
