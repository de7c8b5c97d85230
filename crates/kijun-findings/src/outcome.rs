//! The result of one statement for one subject.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The result of one statement for one subject, as XCCDF names them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// The evidence shows that the statement holds. XCCDF `pass`.
    Pass,
    /// A guard is false: the statement asks nothing of this subject. XCCDF `notapplicable`.
    NotApplicable,
    /// It does not hold, or cannot be told, and a valid exception covers it. XCCDF has no word for it; `informational` comes nearest.
    Waived,
    /// Evidence is missing or too old. XCCDF `unknown`.
    Unknown,
    /// It cannot be told because evidence has the wrong type. XCCDF `error`.
    Error,
    /// The evidence shows that it does not hold. XCCDF `fail`.
    Fail,
}

impl Outcome {
    /// Every outcome, from best to worst.
    pub const ALL: [Outcome; 6] = [
        Outcome::Pass,
        Outcome::NotApplicable,
        Outcome::Waived,
        Outcome::Unknown,
        Outcome::Error,
        Outcome::Fail,
    ];

    /// The one letter that stands for it in a run record: `P - W U E F`.
    #[must_use]
    pub fn letter(self) -> char {
        match self {
            Outcome::Pass => 'P',
            Outcome::NotApplicable => '-',
            Outcome::Waived => 'W',
            Outcome::Unknown => 'U',
            Outcome::Error => 'E',
            Outcome::Fail => 'F',
        }
    }

    /// The outcome of a letter.
    #[must_use]
    pub fn from_letter(letter: char) -> Option<Outcome> {
        Outcome::ALL.into_iter().find(|o| o.letter() == letter)
    }

    /// Its name in the rule language and in every output.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Outcome::Pass => "pass",
            Outcome::NotApplicable => "not-applicable",
            Outcome::Waived => "waived",
            Outcome::Unknown => "unknown",
            Outcome::Error => "error",
            Outcome::Fail => "fail",
        }
    }

    /// The result of several statements together: the worst, where a statement that asks nothing counts for nothing.
    ///
    /// Commutative, associative and idempotent; `NotApplicable` is the neutral element.
    #[must_use]
    pub fn and(self, other: Outcome) -> Outcome {
        match (self, other) {
            (Outcome::NotApplicable, one) | (one, Outcome::NotApplicable) => one,
            (a, b) => a.max(b),
        }
    }
}
