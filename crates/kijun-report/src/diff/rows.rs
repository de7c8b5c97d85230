//! A change as a flat row, for what sorts and filters.

use kijun_findings::{Change, Diff, Level, Side, Telling};

use super::CauseSort;
use super::words::{DiffWords, place};

/// The columns by their keys.
pub(super) const COLUMNS: [&str; 25] = [
    "class",
    "id",
    "level",
    "provision",
    "title",
    "kind",
    "subject",
    "unit",
    "unit-title",
    "role",
    "sort",
    "why",
    "level-before",
    "level-after",
    "seen-before",
    "seen-after",
    "message-before",
    "message-after",
    "provision-before",
    "provision-after",
    "at-before",
    "at-after",
    "enough",
    "undo",
    "lineage",
];

/// The names of the columns.
pub(super) fn head(words: &DiffWords) -> Vec<String> {
    COLUMNS.iter().map(|name| words.word(&format!("diff-column-{name}"))).collect()
}

/// The row of a change.
pub(super) fn row(words: &DiffWords, diff: &Diff, change: &Change) -> [String; COLUMNS.len()] {
    let (before, after) = (change.before.told.as_ref(), change.after.told.as_ref());
    let level = |level: Option<Level>| level.map(|level| words.level(level)).unwrap_or_default();
    let told = |told: Option<&Telling>, of: &dyn Fn(&Telling) -> String| told.map(of).unwrap_or_default();
    let why = change.why.as_ref();
    let sets = |sets: Option<&Vec<_>>| sets.map(|sets| words.sets(sets)).unwrap_or_default();
    [
        words.class(change.class),
        change.id.clone(),
        level(change.level()),
        words.provision(change),
        words.pick(&change.title),
        change.subject.as_ref().map(|subject| subject.kind.clone()).unwrap_or_default(),
        change.subject.as_ref().map(|subject| subject.key.clone()).unwrap_or_default(),
        change.unit.clone().unwrap_or_default(),
        change.unit.as_deref().and_then(|unit| words.unit_title(diff, unit)).unwrap_or_default(),
        change.role.as_ref().map(|role| words.pick(&role.title)).unwrap_or_default(),
        words.sort(CauseSort::of(change)),
        why.map(|why| words.why(why).join("\n")).unwrap_or_default(),
        level(before.map(|told| told.level)),
        level(after.map(|told| told.level)),
        words.seen(change.before.seen),
        words.seen(change.after.seen),
        told(before, &|told| words.pick(&told.message)),
        told(after, &|told| words.pick(&told.message)),
        told(before, &|told| told.provision.to_string()),
        told(after, &|told| told.provision.to_string()),
        at(&change.before),
        at(&change.after),
        sets(why.map(|why| &why.enough)),
        sets(why.map(|why| &why.undo)),
        change.lineage.to_string(),
    ]
}

/// Where the evidence stood that a run tells of; else the provision.
fn at(side: &Side) -> String {
    let Some(told) = &side.told else { return String::new() };
    match told.evidence.is_empty() {
        true => place(&told.rule),
        false => told.evidence.iter().map(|seen| place(&seen.at)).collect::<Vec<_>>().join("\n"),
    }
}
