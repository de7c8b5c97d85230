//! What happened to a provision or an exception, and in what.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What happened to a provision.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum RuleEvent {
    /// It is in force now, and continues nothing that was.
    Issued,
    /// It is not in force any more.
    Repealed,
    /// It says something else.
    Changed,
    /// It stands above the provision of the finding, and says something else; or it stands there in one run only.
    Above,
    /// It stands below the provision of the finding, and speaks for it where both are violated; it says something else, or stands
    /// there in one run only.
    Below,
}

impl RuleEvent {
    /// Its name, as every output writes it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            RuleEvent::Issued => "issued",
            RuleEvent::Repealed => "repealed",
            RuleEvent::Changed => "changed",
            RuleEvent::Above => "above",
            RuleEvent::Below => "below",
        }
    }
}

/// In what a provision may be changed: the dimensions in which documents are compared, and what only a finding shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Aspect {
    /// `must`, `should`, `may`.
    Force,
    /// Which subjects are bound, and from when to when.
    Scope,
    /// What is demanded of them.
    Strength,
    /// Within what time, how often, or how old evidence may be.
    Timeframe,
    /// Who is responsible.
    Responsibility,
    /// How bad a violation is.
    Severity,
    /// Who may derogate from it.
    Exceptions,
    /// Which higher provisions it puts into effect.
    Implements,
}

impl Aspect {
    /// Every aspect.
    pub const ALL: [Aspect; 8] = [
        Aspect::Force,
        Aspect::Scope,
        Aspect::Strength,
        Aspect::Timeframe,
        Aspect::Responsibility,
        Aspect::Severity,
        Aspect::Exceptions,
        Aspect::Implements,
    ];

    /// Its name, as every output writes it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Aspect::Force => "force",
            Aspect::Scope => "scope",
            Aspect::Strength => "strength",
            Aspect::Timeframe => "timeframe",
            Aspect::Responsibility => "responsibility",
            Aspect::Severity => "severity",
            Aspect::Exceptions => "exceptions",
            Aspect::Implements => "implements",
        }
    }
}

/// In what a provision was changed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct DimensionChange {
    /// In what.
    pub dimension: Aspect,
    /// As it was, as the language writes it; absent where there was nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<String>,
    /// As it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
}

/// What of an exception may be changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ExceptionPart {
    /// From which provisions.
    To,
    /// For which subjects.
    For,
    /// Approved by whom, and when.
    Approved,
    /// The first day.
    From,
    /// The last day.
    Until,
    /// Why.
    Because,
    /// What makes up for it.
    Compensated,
}

impl ExceptionPart {
    /// Every one, in the order in which an exception is written.
    pub const ALL: [ExceptionPart; 7] = [
        ExceptionPart::To,
        ExceptionPart::For,
        ExceptionPart::Approved,
        ExceptionPart::From,
        ExceptionPart::Until,
        ExceptionPart::Because,
        ExceptionPart::Compensated,
    ];

    /// Its name, as every output writes it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            ExceptionPart::To => "to",
            ExceptionPart::For => "for",
            ExceptionPart::Approved => "approved",
            ExceptionPart::From => "from",
            ExceptionPart::Until => "until",
            ExceptionPart::Because => "because",
            ExceptionPart::Compensated => "compensated",
        }
    }
}

/// What of an exception was changed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct PartChange {
    /// What.
    pub part: ExceptionPart,
    /// As it was, as the language writes it; absent where there was nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<String>,
    /// As it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
}
