//! The table of levels, as a manifest writes it.

use schemars::JsonSchema;
use serde::Deserialize;

/// A row of the table of levels: all conditions given must hold.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LevelRow {
    /// The level.
    pub level: Level,
    /// Results for which the row is meant: `fail`, `unknown`, `error`. Empty: any.
    #[serde(default)]
    pub result: Vec<LevelResult>,
    /// Forces: `must`, `should`. Empty: any.
    #[serde(default)]
    pub force: Vec<LevelForce>,
    /// Severities: `critical`, `high`, `medium`, `low`. Empty: any.
    #[serde(default)]
    pub severity: Vec<LevelSeverity>,
    /// Tiers that the violation reaches; of documents, the tier of the higher one. Empty: any.
    #[serde(default)]
    pub tier: Vec<String>,
    /// Checks of documents for which the row is meant. Empty: the row is meant for what evidence comes to, and for no
    /// check. Force and severity are then those of the higher provision.
    #[serde(default)]
    pub conformance: Vec<LevelCheck>,
    /// Other matters for which the row is meant, whatever else it says: `independence`, `exception`, `citation`. Empty: none of them.
    #[serde(default)]
    pub matter: Vec<LevelMatter>,
    /// What a measure's target may come to: `missed`, `undecided`, `nothing-assessed`. Empty: the row is meant for no measure.
    /// A measure has no result, force or severity; its tier is that of its document.
    #[serde(default)]
    pub measure: Vec<LevelMeasure>,
}

/// A matter beside statements and checks that a level is given to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum LevelMatter {
    /// Somebody holds duties that do not go together.
    Independence,
    /// An exception does not hold, or nothing needs it.
    Exception,
    /// A document cites another that does not bind.
    Citation,
}

/// What a measure's target came to, that a level is given to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum LevelMeasure {
    /// It is missed, whatever the unknown comes to.
    Missed,
    /// What is unknown decides.
    Undecided,
    /// There was nothing to take it of.
    NothingAssessed,
}

/// A result that a level is given to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "the results of the language, by name")]
pub enum LevelResult {
    Fail,
    Unknown,
    Error,
}

/// A force that a level is given to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "the forces of the language, by name")]
pub enum LevelForce {
    Must,
    Should,
}

/// A severity that a level is given to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "the severities of the language, by name")]
pub enum LevelSeverity {
    Critical,
    High,
    Medium,
    Low,
}

macro_rules! checks {
    ($($check:ident = $name:literal;)*) => {
        /// A check of documents that a level is given to, by the name that follows `conform/` in its diagnostic's id.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
        #[expect(missing_docs, reason = "the checks, by the names of their diagnostics")]
        pub enum LevelCheck {
            $(#[serde(rename = $name)] $check,)*
        }

        impl LevelCheck {
            /// Every check.
            pub const ALL: &[LevelCheck] = &[$(LevelCheck::$check),*];

            /// Its name, as the manifest writes it.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self {
                    $(LevelCheck::$check => $name,)*
                }
            }
        }
    };
}

checks! {
    Uncovered = "uncovered";
    Undeclared = "undeclared";
    Unbound = "unbound";
    Weaker = "weaker";
    Incomparable = "incomparable";
    Undecided = "undecided";
    WeakerForce = "weaker-force";
    PermitsForbidden = "permits-forbidden";
    LowerRole = "lower-role";
    LaxerExceptions = "laxer-exceptions";
    OlderEvidence = "older-evidence";
    ParameterUnset = "parameter-unset";
    ParameterOutOfRange = "parameter-out-of-range";
    ProvisionMoved = "provision-moved";
    ProvisionChanged = "provision-changed";
    ProvisionVanished = "provision-vanished";
    RedefinedTerm = "redefined-term";
    UnclearTerm = "unclear-term";
    Contradiction = "contradiction";
    Impossible = "impossible";
    AppliesToNothing = "applies-to-nothing";
    DemandsNothing = "demands-nothing";
    Redundant = "redundant";
    NotMonotone = "not-monotone";
    LevelWithoutText = "level-without-text";
}

/// How much a finding presses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// 緊急改善
    Urgent,
    /// 指摘事項
    Finding,
    /// 助言
    Advice,
    /// 推奨
    Recommendation,
}
