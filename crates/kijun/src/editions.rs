//! Two editions of a standard beside each other, and what the newer one means for the documents below.

mod heads;
mod names;
mod naming;
mod operands;
mod record;
mod review;

use kijun_conform::{Limits, Solver};
use kijun_findings::EditionsRecord;
use kijun_model::EditionId;

use crate::audit::days;
use crate::load::Loaded;
use crate::words::Words;

pub use operands::EditionsOperand;

/// What may be asked of a comparison of editions.
#[derive(Clone, Copy, Debug, Default)]
pub struct EditionsOptions {
    /// Steps of search that one question may take; absent: as the manifest says.
    pub effort: Option<u64>,
}

/// Why there is no comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EditionsError {
    /// Rules or manifest are wrong.
    NotBegun,
    /// Nothing has this name; all editions that there are.
    Unknown(String, Vec<String>),
    /// Two sets of rules have no standard in common.
    NothingInCommon,
}

/// Holds two editions beside each other. Of what is wrong with the rules, that the documents contradict the calendar is no
/// hindrance: two files that nobody meant to bind together may do so.
///
/// # Errors
///
/// If rules are wrong, or an operand names no edition.
pub fn editions(
    loaded: &Loaded,
    old: &EditionsOperand<'_>,
    new: &EditionsOperand<'_>,
    options: EditionsOptions,
) -> Result<EditionsRecord, EditionsError> {
    let hinders = |d: &&kijun_diag::Diagnostic| d.is_error() && !d.id.name().starts_with("graph/");
    if loaded.diagnostics.iter().any(|d| hinders(&d)) {
        return Err(EditionsError::NotBegun);
    }
    let (old, new) = operands::editions(loaded, old, new)?;
    Ok(compare(loaded, &old, &new, options))
}

fn compare(
    loaded: &Loaded,
    old: &[EditionId],
    new: &[EditionId],
    options: EditionsOptions,
) -> EditionsRecord {
    let (model, standards, words) = (&loaded.model, &loaded.standards, Words::new());
    let from = |editions: &[EditionId]| editions.iter().map(|&e| model.edition(e).from).max();
    // What binds below is looked at on the day of the newer edition.
    let day = from(new).max(from(old)).unwrap_or(jiff::civil::Date::MIN);
    let set = standards.effective(model, day, day, None).0.set;
    let mut parameters = from(old)
        .map(|then| standards.effective(model, then, then, None).0.set.parameters)
        .unwrap_or_default();
    parameters.extend(set.parameters.clone());
    let steps = options.effort.or(loaded.manifest.as_ref().map(|m| m.limits.solver_steps));
    let usual = Limits::default();
    let limits = Limits { steps: steps.unwrap_or(usual.steps), ..usual };
    let days = days(loaded, day);
    let solver = Solver { model, parameters: &parameters, days: &days, limits };
    let diff = kijun_conform::editions(&solver, standards, old, new);
    let below = review::Review::new(&solver, standards, &set, &diff);
    record::record(loaded, &words, &diff, &below, day)
}
