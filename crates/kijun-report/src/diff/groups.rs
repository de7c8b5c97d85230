//! Changes that are told together: of the same provision, with the same cause.

use std::collections::HashMap;

use kijun_findings::{Change, Class, Level, Matter};

use super::DiffWords;

/// Changes of one class and level against one provision that have the same cause.
#[derive(Debug)]
pub struct Group<'d> {
    /// The changes, in the order of the diff.
    pub changes: Vec<&'d Change>,
    /// Why, in sentences; nothing where that is not known.
    pub why: Vec<String>,
}

/// Puts changes into groups, each where its first one stands.
#[must_use]
pub fn groups<'d>(changes: impl IntoIterator<Item = &'d Change>, words: &DiffWords) -> Vec<Group<'d>> {
    type Key<'d> = (Class, Option<Level>, Matter, &'d str, Vec<String>);
    let mut places: HashMap<Key<'d>, usize> = HashMap::new();
    let mut groups: Vec<Group<'d>> = Vec::new();
    for change in changes {
        let why = words.why_of(change);
        let key = (change.class, change.level(), change.matter, &*change.lineage, why.clone());
        let at = *places.entry(key).or_insert_with(|| {
            groups.push(Group { changes: Vec::new(), why });
            groups.len() - 1
        });
        groups[at].changes.push(change);
    }
    groups
}
