//! Samples to be drawn, as a manifest plans them.

use schemars::JsonSchema;
use serde::Deserialize;

use super::Scalar;

/// A sample of subjects, drawn by strata.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Sample {
    /// Its name.
    pub name: String,
    /// The statements whose subjects it is drawn from (`standard:clause#label`, or a clause for all of its statements): those to whom one
    /// of them applies.
    pub of: Vec<String>,
    /// The fields by whose values subjects are divided into strata. Empty: all are one stratum.
    #[serde(default)]
    pub strata: Vec<String>,
    /// How many are drawn from each stratum, as a share of it (`10%`, rounded up) or a number (`3`).
    pub size: Scalar,
    /// How many at least are drawn from each stratum, or all of it where it has fewer.
    #[serde(default)]
    pub at_least: u32,
    /// What the draw follows from, beside the names of strata and subjects. Say it before the strata are known.
    pub seed: String,
}
