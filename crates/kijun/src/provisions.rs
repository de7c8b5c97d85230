//! Provisions that evidence names: what a value of `ref provision` means, however it is written.

use std::collections::BTreeSet;

use kijun_model::{Cited, KindId, Model, Subject};
use kijun_standards::EffectiveSet;

use crate::supplied::PROVISION;

/// The provisions that a subject's own evidence names, `standard:clause`, each once in the order of the evidence.
pub(crate) fn named(model: &Model, subject: &Subject) -> Vec<String> {
    let Some(provision) = model.kind_named(PROVISION) else { return Vec::new() };
    let mut seen = BTreeSet::new();
    let mut named = Vec::new();
    for (field, cell) in model.kind(subject.kind).fields.iter().zip(&subject.cells) {
        model.each_reference(&field.ty, cell, &mut |kind, key, _| {
            if model.is_a(kind, provision) {
                let provision = Cited::parse(key).map_or_else(|| key.to_string(), |cited| cited.provision());
                if seen.insert(provision.clone()) {
                    named.push(provision);
                }
            }
        });
    }
    named
}

/// Whether a value of `ref provision` names a clause of a document that binds, with its edition or a statement's label.
pub(crate) fn is_one(model: &Model, set: &EffectiveSet, kind: KindId, text: &str) -> bool {
    let binds = |clause| set.editions.contains(&model.clause(clause).edition);
    let named = |cited: Cited<'_>| {
        let statements = model.statements_cited(text);
        match cited.label {
            Some(_) => statements.iter().any(|&id| binds(model.statement(id).clause)),
            None => model.clauses_cited(cited).any(binds),
        }
    };
    *model.kind(kind).name == *PROVISION && Cited::parse(text).is_some_and(named)
}
