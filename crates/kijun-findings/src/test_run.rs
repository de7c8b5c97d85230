//! What tests of rules came to.

use schemars::{JsonSchema, Schema};
use serde::Serialize;

use crate::{Location, Mutants, Observation, Outcome, SubjectRef, TestCoverage};

/// The version of this record.
pub const TEST_RUN_SCHEMA: &str = "kijun/tests/1";

/// A run of tests.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct TestRun {
    /// [`TEST_RUN_SCHEMA`]
    pub schema: String,
    /// How many came to what.
    pub figures: TestFigures,
    /// Every test, in the order of the files.
    pub tests: Vec<Tested>,
    /// What they have seen of the rules, where that was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub coverage: Option<TestCoverage>,
    /// What became of small changes to the rules, where that was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mutants: Option<Mutants>,
}

/// How many tests and expectations there were.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct TestFigures {
    /// Tests of which every expectation was met.
    pub passed: usize,
    /// The others.
    pub failed: usize,
    /// Expectations, one for each statement.
    pub expectations: usize,
    /// Those that were met.
    pub met: usize,
}

/// A test, or a row of a table of cases.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Tested {
    /// Its title.
    pub title: String,
    /// Of a row: the values of its columns.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub case: Vec<String>,
    /// Where it stands.
    pub at: Location,
    /// What was expected, and what it came to.
    pub expectations: Vec<Expected>,
    /// Whether all was as expected, and every value given could be read.
    pub passed: bool,
}

/// An expectation of one statement and one subject.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Expected {
    /// The statement.
    pub statement: String,
    /// The subject.
    pub subject: SubjectRef,
    /// What was expected.
    pub expected: Outcome,
    /// The path that should have made it so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub because: Option<String>,
    /// What it came to; absent where the statement is never in force.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub found: Option<Outcome>,
    /// The evidence that made it so.
    pub deciding: Vec<Observation>,
    /// Whether it was met.
    pub verdict: ExpectationVerdict,
    /// Where it was written.
    pub at: Location,
}

/// Whether an expectation was met.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ExpectationVerdict {
    /// It was.
    Met,
    /// The result is another.
    OtherResult,
    /// The result is right, and something else made it so.
    OtherReason,
    /// No day was found on which the statement is in force.
    NotInForce,
}

impl Tested {
    /// Its title, with the values of its row.
    #[must_use]
    pub fn name(&self) -> String {
        match &self.case[..] {
            [] => self.title.clone(),
            values => format!("{} ({})", self.title, values.join(", ")),
        }
    }
}

impl TestRun {
    /// A record of tests, with its figures.
    #[must_use]
    pub fn of(tests: Vec<Tested>) -> TestRun {
        let passed = tests.iter().filter(|test| test.passed).count();
        let expectations = || tests.iter().flat_map(|test| &test.expectations);
        let figures = TestFigures {
            passed,
            failed: tests.len() - passed,
            expectations: expectations().count(),
            met: expectations().filter(|expected| expected.verdict == ExpectationVerdict::Met).count(),
        };
        TestRun { schema: TEST_RUN_SCHEMA.to_owned(), figures, tests, coverage: None, mutants: None }
    }
}

/// The JSON Schema of a [`TestRun`].
#[must_use]
pub fn test_run_schema() -> Schema {
    schemars::schema_for!(TestRun)
}
