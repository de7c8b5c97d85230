//! The other subjects that a matter joins, as far as they differ.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use kijun_model::{KindId, Subject};

use super::seen::Joined;
use super::{Sides, texts};
use crate::diff::causes::cells::{Leaf, alike, leaves};
use crate::diff::causes::opened::root;
use crate::diff::causes::reads;
use crate::diff::causes::standing::Matter;

/// Other subjects of one key, where they differ.
pub(super) struct Other {
    /// Whose key it is.
    pub(super) joined: Joined,
    /// Whether it has to do with the subject: one names the other, or they name the same.
    pub(super) is_near: bool,
    pub(super) was: Vec<Subject>,
    pub(super) is: Vec<Subject>,
    /// Where there is one on each side, how they differ.
    pub(super) leaves: Vec<Leaf>,
}

/// The most general kinds that a statement, one beside it, or an exception joins.
pub(super) fn kinds(matter: &Matter<'_>) -> BTreeSet<KindId> {
    let model = matter.opened.model();
    let mut reads = BTreeSet::new();
    for &relative in &matter.relatives {
        let statement = model.statement(matter.opened.cx.sheets[relative].statement);
        let subjects = model.clause(statement.clause).subjects.as_ref();
        let guards = subjects.and_then(|s| s.filter.as_ref()).into_iter().chain(&statement.when);
        guards.chain([&statement.requirement]).for_each(|expr| reads.extend(model.reads_of(expr)));
    }
    for held in &matter.opened.prepared.effective.set.exceptions {
        let subjects = model.exceptions[held.exception.index()].subjects.as_ref();
        reads.extend(subjects.and_then(|s| s.filter.as_ref()).into_iter().flat_map(|f| model.reads_of(f)));
    }
    reads::joined(model, &reads)
}

/// The other subjects of these kinds that differ.
pub(super) fn differing(
    matter: &Matter<'_>,
    kinds: &BTreeSet<KindId>,
    Sides { old, new, .. }: Sides<'_>,
    [was, is]: [&Subject; 2],
) -> Vec<Other> {
    let model = matter.opened.model();
    let mut others: BTreeMap<(KindId, &Arc<str>), [Vec<&Subject>; 2]> = BTreeMap::new();
    for (side, evidence) in [old, new].into_iter().enumerate() {
        let joined = evidence.joined.iter().filter(|s| kinds.contains(&root(model, s.kind)));
        for subject in joined.filter(|s| (s.kind, &s.key) != (is.kind, &is.key)) {
            others.entry((subject.kind, &subject.key)).or_default()[side].push(subject);
        }
    }
    let same = |[was, is]: &[Vec<&Subject>; 2]| {
        was.len() == is.len() && was.iter().zip(is).all(|(was, is)| alike(was, is))
    };
    let owned = |side: &[&Subject]| side.iter().map(|s| (*s).clone()).collect::<Vec<Subject>>();
    let texts = texts(was).chain(texts(is)).collect::<BTreeSet<&str>>();
    let is_near = |s: &&Subject| self::texts(s).any(|text| texts.contains(text));
    let differing = others.iter().filter(|(_, sides)| !same(sides));
    let differing = differing.map(|((kind, key), [was, is])| Other {
        joined: (*kind, Arc::clone(key)),
        is_near: was.iter().chain(is).any(is_near),
        leaves: match (&was[..], &is[..]) {
            ([was], [is]) => leaves(model, was, is),
            _ => Vec::new(),
        },
        was: owned(was),
        is: owned(is),
    });
    differing.collect()
}
