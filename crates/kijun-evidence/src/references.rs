//! References that lead nowhere: a value of `ref KIND` for which there is no subject of the kind.
//!
//! Kept are the keys of kinds that some reference may name, and the references whose subject has not come yet, each once.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::sync::Arc;

use kijun_diag::{Diagnostics, Place};
use kijun_model::{KindId, Model, RecordId, Subject, Type};

use crate::decode::shown;
use crate::plan::Plan;
use crate::report::Reports;
use crate::wrong;

/// References and keys, as far as subjects have been looked at.
#[derive(Debug)]
pub struct References<'m> {
    model: &'m Model,
    /// By kind: its fields that are references, or hold some.
    fields: Vec<Vec<usize>>,
    /// By kind: the kinds for which a reference may ask, and to which its subjects belong.
    meant: Vec<Vec<KindId>>,
    keys: BTreeMap<KindId, HashSet<Arc<str>>>,
    open: BTreeMap<(KindId, Arc<str>), Open>,
}

/// A reference whose subject has not come yet.
#[derive(Clone, Copy, Debug)]
struct Open {
    /// Where it stands first.
    place: Place,
    /// In how many places it stands.
    n: u64,
}

/// So many keys are looked through, in all, for those that may have been meant.
const EFFORT: usize = 1_000_000;

impl<'m> References<'m> {
    /// For the subjects of a plan. `more`: kinds that are asked for besides, by [`References::expect`].
    #[must_use]
    pub fn new(model: &'m Model, plan: &Plan, more: &[KindId]) -> References<'m> {
        let kinds = || (0..model.kinds.len()).map(KindId::from_index);
        let mut asked: BTreeSet<KindId> = more.iter().copied().collect();
        let sourced: BTreeSet<KindId> = plan.sources.iter().map(|source| source.kind).collect();
        let mut fields = vec![Vec::new(); model.kinds.len()];
        for &kind in &sourced {
            for (i, field) in model.kind(kind).fields.iter().enumerate() {
                let targets = targets(model, &field.ty);
                if !targets.is_empty() {
                    fields[kind.index()].push(i);
                    asked.extend(targets);
                }
            }
        }
        let meant = |kind| asked.iter().copied().filter(|&asked| model.is_a(kind, asked)).collect();
        References {
            model,
            fields,
            meant: kinds().map(meant).collect(),
            keys: asked.iter().map(|&kind| (kind, HashSet::new())).collect(),
            open: BTreeMap::new(),
        }
    }

    /// Notes a subject's key and the references that it holds.
    pub fn look(&mut self, subject: &Subject) {
        for &kind in self.meant.get(subject.kind.index()).into_iter().flatten() {
            self.keys.entry(kind).or_default().insert(Arc::clone(&subject.key));
            self.open.remove(&(kind, Arc::clone(&subject.key)));
        }
        let model = self.model;
        let fields = self.fields.get(subject.kind.index()).cloned().unwrap_or_default();
        for field in fields {
            let ty = &model.kind(subject.kind).fields[field].ty;
            if let Some(cell) = subject.cells.get(field) {
                model.each_reference(ty, cell, &mut |kind, key, place| self.expect(kind, key, place));
            }
        }
    }

    /// Notes that a subject of a kind is named.
    pub fn expect(&mut self, kind: KindId, key: &Arc<str>, place: Place) {
        if self.keys.get(&kind).is_some_and(|keys| !keys.contains(key)) {
            let open = self.open.entry((kind, Arc::clone(key))).or_insert(Open { place, n: 0 });
            open.n += 1;
        }
    }

    /// What leads nowhere when all subjects have been looked at; at most so much of it. `whole`: whether all subjects of a
    /// kind are known, for of no other can it be told. `spelt`: whether something is the key of a kind in another spelling.
    #[must_use]
    pub fn finish(
        self,
        most: u32,
        whole: &dyn Fn(KindId) -> bool,
        spelt: &dyn Fn(KindId, &str) -> bool,
    ) -> Diagnostics {
        let mut reports = Reports::new(most);
        let mut effort = EFFORT;
        for ((kind, key), Open { place, n }) in &self.open {
            if !whole(*kind) || spelt(*kind, key) {
                continue;
            }
            let known = self.keys.get(kind).filter(|keys| keys.len() <= effort);
            effort -= known.map_or(0, HashSet::len);
            let near = kijun_diag::nearest(key, known.into_iter().flatten().map(|key| &**key));
            let name = &self.model.kind(*kind).name;
            reports.push(*place, wrong::dangling_reference(*place, name, &shown(key), *n, near));
        }
        reports.finish()
    }
}

/// The kinds that references of a type name, inside of lists, maps and records too.
fn targets(model: &Model, ty: &Type) -> BTreeSet<KindId> {
    let (mut found, mut seen) = (BTreeSet::new(), BTreeSet::new());
    collect(model, ty, &mut found, &mut seen);
    found
}

fn collect(model: &Model, ty: &Type, found: &mut BTreeSet<KindId>, seen: &mut BTreeSet<RecordId>) {
    match ty.required() {
        Type::Ref(kind) => {
            found.insert(*kind);
        }
        Type::List(inner) | Type::Map(inner) => collect(model, inner, found, seen),
        Type::Record(id) if seen.insert(*id) => {
            model.record(*id).fields.iter().for_each(|field| collect(model, &field.ty, found, seen));
        }
        _ => {}
    }
}
