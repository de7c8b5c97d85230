//! Measures with their values in words.

use std::collections::BTreeMap;

use kijun_findings::{Breakdown, MeasureRecord, MeasureSort, Measured, MeasuredPart, RunRecord};
use serde::Serialize;

use super::{PartitionView, place};
use crate::annual::words::{Words, target_name};

/// A measure.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct MeasureView {
    pub(crate) name: String,
    pub(crate) document: Option<String>,
    pub(crate) title: String,
    pub(crate) over: String,
    pub(crate) sort: String,
    /// What the whole comes to, in words.
    pub(crate) text: String,
    pub(crate) figures: PartitionView,
    pub(crate) target: Option<String>,
    pub(crate) each: Option<String>,
    pub(crate) reached: Option<&'static str>,
    pub(crate) reached_title: Option<String>,
    pub(crate) breakdowns: Vec<BreakdownView>,
    pub(crate) role: Option<String>,
    pub(crate) role_title: Option<String>,
    pub(crate) see: Vec<String>,
    pub(crate) rule: String,
}

#[derive(Clone, Debug, Serialize)]
pub(crate) struct BreakdownView {
    pub(crate) by: String,
    pub(crate) kind: Option<String>,
    pub(crate) parts: Vec<PartView>,
}

#[derive(Clone, Debug, Serialize)]
pub(crate) struct PartView {
    pub(crate) key: Option<String>,
    pub(crate) title: String,
    pub(crate) depth: usize,
    pub(crate) text: String,
    pub(crate) figures: PartitionView,
    pub(crate) reached: Option<&'static str>,
    pub(crate) reached_title: Option<String>,
}

/// Every measure by its name; by its name without the document too, where only one has it.
pub(super) fn by_name(record: &RunRecord, words: &Words) -> BTreeMap<String, MeasureView> {
    let mut named = BTreeMap::new();
    let mut ambiguous = Vec::new();
    for measure in &record.measures {
        let view = MeasureView::of(measure, words);
        if view.name != measure.measure && named.insert(view.name.clone(), view.clone()).is_some() {
            ambiguous.push(view.name.clone());
        }
        named.insert(measure.measure.clone(), view);
    }
    let is_whole = |name: &String| record.measures.iter().any(|measure| measure.measure == *name);
    ambiguous.into_iter().filter(|name| !is_whole(name)).for_each(|name| _ = named.remove(&name));
    named
}

impl MeasureView {
    pub(super) fn of(measure: &MeasureRecord, words: &Words) -> MeasureView {
        let (document, name) = match measure.measure.rsplit_once(':') {
            Some((document, name)) => (Some(document.to_owned()), name),
            None => (None, &*measure.measure),
        };
        MeasureView {
            name: name.to_owned(),
            document,
            title: words.pick(&measure.title),
            over: measure.over.clone(),
            sort: format!("{:?}", measure.sort).to_lowercase(),
            text: text(measure.sort, &measure.whole, words),
            figures: PartitionView::of_share(&measure.whole.figures, words),
            target: measure.target.as_deref().map(|aim| words.aim(aim)),
            each: measure.each.as_deref().map(|aim| words.aim(aim)),
            reached: measure.whole.target.map(target_name),
            reached_title: measure.whole.target.map(|target| words.target(target)),
            breakdowns: measure.breakdowns.iter().map(|b| breakdown(measure.sort, b, words)).collect(),
            role: measure.role.as_ref().map(|role| role.name.clone()),
            role_title: measure.role.as_ref().map(|role| words.pick(&role.title)),
            see: measure.see.clone(),
            rule: place(&measure.rule),
        }
    }
}

fn breakdown(sort: MeasureSort, breakdown: &Breakdown, words: &Words) -> BreakdownView {
    let mut depths: BTreeMap<&str, usize> = BTreeMap::new();
    let mut parts = Vec::new();
    for part in &breakdown.parts {
        let depth = part.parent.as_deref().and_then(|p| depths.get(p)).map_or(0, |above| above + 1);
        part.key.iter().for_each(|key| _ = depths.insert(key, depth));
        parts.push(view(sort, part, depth, words));
    }
    BreakdownView { by: words.pick(&breakdown.by), kind: breakdown.kind.clone(), parts }
}

fn view(sort: MeasureSort, part: &MeasuredPart, depth: usize, words: &Words) -> PartView {
    PartView {
        key: part.key.clone(),
        title: words.pick(&part.title),
        depth,
        text: text(sort, &part.measured, words),
        figures: PartitionView::of_share(&part.measured.figures, words),
        reached: part.measured.target.map(target_name),
        reached_title: part.measured.target.map(|target| words.target(target)),
    }
}

/// What a measure comes to, in words.
pub(crate) fn text(sort: MeasureSort, measured: &Measured, words: &Words) -> String {
    match (sort, &measured.value) {
        (MeasureSort::Share, _) => PartitionView::of_share(&measured.figures, words).rate,
        (_, Some(value)) => words.marked(words.pick(value)),
        (_, None) => words.text("report-no-value", &[]),
    }
}
