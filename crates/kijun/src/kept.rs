//! What one audit leaves to the next of the same project on another day: the evidence as it was read, and what documents came to
//! where the same provisions are in force.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use kijun_diag::Sources;
use kijun_evidence::{Plan, Reading};
use kijun_findings::Finding;
use kijun_model::{KindId, Subject};

use crate::context::Context;

/// Subjects that are kept at most; where there are more, the files are read again.
const MOST_SUBJECTS: usize = 200_000;

/// What is kept from audit to audit.
#[derive(Debug, Default)]
pub(crate) struct Kept {
    /// By the kinds that were read together.
    read: Mutex<BTreeMap<Vec<KindId>, Arc<Read>>>,
    /// By what is in force.
    documents: Mutex<BTreeMap<String, Vec<Finding>>>,
}

/// What reads some kinds from their files.
type Reader<'a> = dyn FnMut(&mut Sources, &mut dyn FnMut(Subject)) -> Reading + 'a;

/// Some kinds as they were read.
#[derive(Debug)]
struct Read {
    subjects: Vec<Subject>,
    reading: Reading,
    /// Every file met until then.
    sources: Sources,
}

/// Reads some kinds of a plan, or tells again what was read of them.
pub(crate) fn read(
    cx: &Context<'_>,
    plan: &Plan,
    is_wanted: &dyn Fn(KindId) -> bool,
    sources: &mut Sources,
    sink: &mut dyn FnMut(Subject),
) -> Reading {
    let model = &cx.loaded.model;
    let mut read = |sources: &mut Sources, sink: &mut dyn FnMut(Subject)| {
        kijun_evidence::read(model, &plan.only(is_wanted), &cx.loaded.root, sources, sink)
    };
    let Some(kept) = cx.kept else { return read(sources, sink) };
    let kinds = (0..model.kinds.len()).map(KindId::from_index).filter(|&kind| is_wanted(kind)).collect();
    kept.again(kinds, sources, sink, &mut read)
}

impl Kept {
    fn again(
        &self,
        kinds: Vec<KindId>,
        sources: &mut Sources,
        sink: &mut dyn FnMut(Subject),
        read: &mut Reader<'_>,
    ) -> Reading {
        let known = self.read.lock().unwrap_or_else(PoisonError::into_inner).get(&kinds).cloned();
        if let Some(known) = known {
            sources.clone_from(&known.sources);
            known.subjects.iter().cloned().for_each(sink);
            return known.reading.clone();
        }
        let mut subjects = Some(Vec::new());
        let reading = read(sources, &mut |subject| {
            if let Some(all) = subjects.take_if(|all| all.len() == MOST_SUBJECTS) {
                drop(all);
            }
            subjects.iter_mut().for_each(|all| all.push(subject.clone()));
            sink(subject);
        });
        if let Some(subjects) = subjects {
            let read = Read { subjects, reading: reading.clone(), sources: sources.clone() };
            self.read.lock().unwrap_or_else(PoisonError::into_inner).insert(kinds, Arc::new(read));
        }
        reading
    }

    /// What documents come to. Whether one demands as much as another is asked for every day there may be, so that the answer is
    /// the same as long as the same is in force.
    pub(crate) fn of_documents(&self, cx: &Context<'_>, find: impl Fn() -> Vec<Finding>) -> Vec<Finding> {
        let set = &cx.effective.set;
        let stale = cx.loaded.standards.citations(&cx.loaded.model, set.as_of);
        let in_force = (&set.editions, &set.statements, &set.parameters, &set.exceptions, stale);
        let key = format!("{in_force:?}");
        let known = self.documents.lock().unwrap_or_else(PoisonError::into_inner).get(&key).cloned();
        known.unwrap_or_else(|| {
            let found = find();
            self.documents.lock().unwrap_or_else(PoisonError::into_inner).insert(key, found.clone());
            found
        })
    }
}
