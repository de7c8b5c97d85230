//! Impact before the fact: what other rules would have found in the evidence of a run.

use std::path::PathBuf;

use jiff::civil::Date;
use kijun_diag::{Diagnostics, Sources};
use kijun_findings::{Diff, Doubt, InputFile};
use kijun_model::Edition;

use super::overlay::{Laid, Names, Overlay, read};
use super::{DiffOptions, DiffSide, diff};
use crate::load::{Loaded, Written};
use crate::words::Words;
use crate::{Options, Restored, audit, record_digest};

/// A run beside what it would have been.
#[derive(Debug)]
pub struct Impact {
    /// From the run to the hypothetical one.
    pub diff: Diff,
    /// The new edition that comes into force last, if that is later than the day whose editions bind in the run: the hypothetical run goes
    /// by the editions of its first day.
    pub moved_by: Option<String>,
    /// Other documents that are in force on that day and did not bind in the run.
    pub besides: Vec<String>,
    /// What of the run's own rules and manifest cannot stand beside the new ones, and was left out.
    pub left_out: Diagnostics,
    /// The project with the new rules.
    pub loaded: Box<Loaded>,
}

/// Why nothing was judged.
#[derive(Debug)]
pub enum ImpactError {
    /// Files that the run was made from are not at hand.
    Gone(Vec<InputFile>),
    /// The new rules are wrong, or do not go together with the rest of the run's: what is wrong, and the texts.
    Wrong(Box<Loaded>),
    /// There is no rule in what was named as new rules.
    NoRules,
}

/// Judges the evidence of a run by its rules with new ones laid over them, on the run's audit date. The editions of `as_of` bind; without
/// it those of the run's day, or of the first day on which every new edition is in force if that is later.
///
/// # Errors
///
/// If the run's inputs are gone or the new rules are wrong; then nothing is judged.
pub fn impact(
    run: &DiffSide,
    rules: &[PathBuf],
    as_of: Option<Date>,
    options: DiffOptions,
) -> Result<Impact, ImpactError> {
    let inputs = run.inputs.as_ref().map_err(|gone| ImpactError::Gone(gone.clone()))?;
    let mut sources = Sources::default();
    let new = read(rules, &mut sources);
    let names = Names::of(&new.trees);
    if new.trees.is_empty() && !new.diagnostics.has_errors() {
        return Err(ImpactError::NoRules);
    }
    let [own, today] = [&run.record.as_of, &run.record.today].map(|day| day.parse().unwrap_or_default());
    let overlay = |as_of| Overlay { rules: rules.to_vec(), as_of, today };
    let (loaded, _) = laid(&inputs.root, &overlay(own));
    let latest = latest(&loaded, &names).filter(|edition| edition.from > own && as_of.is_none());
    let moved_by = latest.map(|edition| format!("{}@{}", edition.name, edition.date));
    let overlay = overlay(as_of.or(latest.map(|edition| edition.from)).unwrap_or(own));
    let (loaded, left_out) = laid(&inputs.root, &overlay);
    let judged = audit(&loaded, Options { as_of: None, threads: options.threads });
    let Some(judged) = judged else { return Err(ImpactError::Wrong(Box::new(loaded))) };
    let blake3 = record_digest(&judged.record);
    let inputs = Ok(Restored::in_place(&inputs.root));
    let hypothetical =
        DiffSide { record: judged.record, blake3, inputs, overlay: Some(overlay), is_judged_now: true };
    let besides = besides(run, &hypothetical, &names);
    let mut diff = diff(run, &hypothetical, options);
    // The same year twice: that it is not later is meant.
    diff.doubts.retain(|doubt| *doubt != Doubt::NotLater);
    // Every rendering shows titles, and none may look like something that happened.
    diff.new.title = Words::new().each(|catalogue| {
        let title = diff.new.title.get(catalogue.lang().tag()).cloned().unwrap_or_default();
        catalogue.text("impact-title", &[("title", title.into())])
    });
    Ok(Impact { diff, moved_by, besides, left_out, loaded: Box::new(loaded) })
}

/// The project with the new rules, and what is told of what is left out.
fn laid(root: &std::path::Path, overlay: &Overlay) -> (Loaded, Diagnostics) {
    let mut sources = Sources::default();
    let written = Written::of_project(root, &mut sources);
    let Laid { written, left_out } = overlay.over(written, &mut sources);
    let mut loaded = Loaded::of(sources, written);
    loaded.judge_documents();
    (loaded, left_out)
}

/// The new edition whose first day in force is the last.
fn latest<'l>(loaded: &'l Loaded, names: &Names) -> Option<&'l Edition> {
    let editions = loaded.model.editions.iter();
    editions.filter(|edition| names.has(&edition.name, edition.date)).max_by_key(|edition| edition.from)
}

/// Documents of the hypothetical run that the run does not have, and the new rules neither.
fn besides(run: &DiffSide, hypothetical: &DiffSide, names: &Names) -> Vec<String> {
    let had = |cited: &String| run.record.standards.iter().any(|standard| standard.standard == *cited);
    let is_new = |cited: &String| names.cited().any(|new| new == *cited);
    let all = hypothetical.record.standards.iter().map(|standard| &standard.standard);
    all.filter(|cited| !had(cited) && !is_new(cited)).cloned().collect()
}
