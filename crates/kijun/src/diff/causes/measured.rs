//! What made a measure come to something else: what its text says, the subjects that count otherwise, or time.

use kijun_findings::{Aspect, Cause, DimensionChange, Factor, RuleEvent};
use kijun_model::{Measure, MeasureId};

use super::Between;
use super::aspects::folded;
use super::opened::Opened;
use super::{dates, members};
use crate::words::{location, one_line};

/// What made a measure change, by its name with or without its document; of a part of it, the part's key.
pub(super) fn causes(between: &Between<'_>, name: &str, part: Option<&str>) -> Vec<Cause> {
    let name = name.rsplit(':').next().unwrap_or_default();
    let find = |opened: &'_ Opened<'_>| -> Option<usize> {
        let in_force = |measure: &Measure| {
            let editions = &opened.prepared.effective.set.editions;
            measure.edition.is_none_or(|edition| editions.contains(&edition))
        };
        let measures = opened.model().measures.iter();
        measures.enumerate().find(|(_, m)| *m.name == *name && in_force(m)).map(|(i, _)| i)
    };
    let (old, new) = (find(between.old), find(between.new));
    match between.factor {
        Factor::Date => vec![dates::cause(between.old, between.new, None)],
        Factor::Rules => text(between, old, new),
        Factor::Evidence => new.map(|new| members::causes(between, new, part)).unwrap_or_default(),
        Factor::Exceptions | Factor::Engine => Vec::new(),
    }
}

/// What a measure says, from its first span to its last.
fn text(between: &Between<'_>, old: Option<usize>, new: Option<usize>) -> Vec<Cause> {
    let measure = |opened: &Opened<'_>, at: usize| {
        let id = MeasureId::from_index(at);
        let measure = opened.model().measure(id);
        (opened.model().cite_measure(id), location(&opened.loaded.sources, measure.span))
    };
    let before = old.map(|old| measure(between.old, old));
    let after = new.map(|new| measure(between.new, new));
    let event = match (&before, &after) {
        (None, _) => RuleEvent::Issued,
        (_, None) => RuleEvent::Repealed,
        _ => RuleEvent::Changed,
    };
    let dimensions = match (old, new) {
        (Some(old), Some(new)) => differing(&parts(between.old, old), &parts(between.new, new)),
        _ => Vec::new(),
    };
    let (before, at_before) = before.unzip();
    let (after, at_after) = after.unzip();
    vec![Cause::Rule { event, before, after, dimensions, at_before, at_after }]
}

fn differing(old: &[(Aspect, Option<String>)], new: &[(Aspect, Option<String>)]) -> Vec<DimensionChange> {
    let pairs = old.iter().zip(new).filter(|(was, is)| was != is);
    pairs
        .map(|((dimension, before), (_, after))| DimensionChange {
            dimension: *dimension,
            before: before.clone(),
            after: after.clone(),
        })
        .collect()
}

/// Over whom, who is left out, of what, and what it should come to.
fn parts(opened: &Opened<'_>, at: usize) -> Vec<(Aspect, Option<String>)> {
    let measure = &opened.model().measures[at];
    let written = |span| folded(&one_line(opened.loaded.sources.slice(span)));
    vec![
        (Aspect::Scope, Some(written(measure.over.span))),
        (Aspect::Scope, measure.except.as_ref().map(|(except, _)| written(except.span))),
        (Aspect::Strength, measure.value.as_ref().map(|value| written(value.span))),
        (Aspect::Strength, measure.target.as_ref().map(|goal| written(goal.span))),
        (Aspect::Strength, measure.each.as_ref().map(|goal| written(goal.span))),
    ]
}
