//! For whom exceptions are: as the rules write it, and who that is in the evidence.

use std::collections::BTreeMap;
use std::sync::Arc;

use kijun_diag::Sources;
use kijun_findings::{ExceptedKind, ForWhom};
use kijun_model::Model;
use kijun_standards::EffectiveException;

use crate::judge::Judged;
use crate::words::one_line;

/// For whom each exception is, by its place in the rules; `None` where it is for all that its clauses bind.
pub(crate) fn for_whom(
    model: &Model,
    sources: &Sources,
    effective: &[EffectiveException],
    judged: &[Judged],
) -> Vec<Option<ForWhom>> {
    let mut kinds = kinds(model, judged);
    let mut held = BTreeMap::new();
    for (place, exception) in effective.iter().enumerate() {
        held.insert(exception.exception.index(), kinds.remove(&place).unwrap_or_default());
    }
    let whom = |(i, exception): (usize, &kijun_model::Exception)| {
        let written = one_line(sources.slice(exception.subjects.as_ref()?.span));
        Some(ForWhom { written, subjects: held.remove(&i).unwrap_or_default() })
    };
    model.exceptions.iter().enumerate().map(whom).collect()
}

/// Who was found to be one of theirs, by the place of the exception among those that hold; subjects are in order of kind and key.
fn kinds(model: &Model, judged: &[Judged]) -> BTreeMap<usize, Vec<ExceptedKind>> {
    let mut all: BTreeMap<usize, Vec<ExceptedKind>> = BTreeMap::new();
    for subject in judged {
        for &place in &subject.excepting {
            let (kind, key) = (&*model.kind(subject.kind).name, Arc::clone(&subject.key));
            let of = all.entry(place).or_default();
            match of.last_mut().filter(|last| last.kind == kind) {
                Some(last) => last.keys.push(key.to_string()),
                None => of.push(ExceptedKind { kind: kind.to_owned(), keys: vec![key.to_string()] }),
            }
        }
    }
    all
}
