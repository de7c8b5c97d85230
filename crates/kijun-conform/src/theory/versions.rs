//! Versions to choose from.

use kijun_model::Version;

/// A plain version after one and before another, neither included; an end that is absent is without bound. `None` where none
/// was found.
pub(crate) fn between(low: Option<&Version>, high: Option<&Version>) -> Option<Version> {
    todo!()
}
