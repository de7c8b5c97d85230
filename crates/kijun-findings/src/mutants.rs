//! Rules that were changed a little, to see whether the tests notice.

use schemars::JsonSchema;
use serde::Serialize;

use crate::Location;

/// What became of small changes to tested statements.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Mutants {
    /// How many came to what.
    pub figures: MutantFigures,
    /// Those that no test noticed, in the order of the rules.
    pub survivors: Vec<Survivor>,
}

/// How many changes came to what. The last four make up those that were tried.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct MutantFigures {
    /// Changes that there are.
    pub found: usize,
    /// Those that were tried; the others were beyond the limit.
    pub tried: usize,
    /// An expectation was no longer met.
    pub killed: usize,
    /// Proved to change no result where all required evidence is there.
    pub equal: usize,
    /// No test noticed, and a subject was found that would.
    pub survived: usize,
    /// No test noticed, and it was not decided whether any could.
    pub undecided: usize,
}

/// A change that no test noticed.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Survivor {
    /// The tested statements that it changes.
    pub statements: Vec<String>,
    /// Where.
    pub at: Location,
    /// What stands there, on one line.
    pub old: String,
    /// What the rules were run with instead; absent where it was left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub new: Option<String>,
    /// Whether a subject was found that the change judges otherwise.
    pub decided: bool,
}
