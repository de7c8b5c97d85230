//! Subjects that no file holds: what Kijun itself knows, for rules to look at.

use std::collections::BTreeMap;
use std::sync::Arc;

use kijun_diag::{Place, Sources, Span};
use kijun_model::{Cell, Content, KindId, Model, Subject, Value};
use kijun_standards::EffectiveSet;

use crate::load::Loaded;
use crate::words::location;

/// The built-in kind of provisions.
pub(crate) const PROVISION: &str = "provision";

/// The kinds that Kijun fills itself.
pub(crate) const KINDS: &[&str] = &[PROVISION];

/// Whether Kijun fills this kind itself.
pub(crate) fn is_supplied(model: &Model, kind: KindId) -> bool {
    KINDS.contains(&&*model.kind(kind).name)
}

/// The subjects of all kinds that Kijun fills itself.
pub(crate) fn subjects(loaded: &Loaded, set: &EffectiveSet) -> Vec<Subject> {
    provisions(loaded, set)
}

/// The clauses of the documents that bind.
fn provisions(loaded: &Loaded, set: &EffectiveSet) -> Vec<Subject> {
    let model = &loaded.model;
    let Some(kind) = model.kind_named(PROVISION) else { return Vec::new() };
    let bound = model.clauses.iter().filter(|clause| set.editions.contains(&clause.edition));
    let subject = |clause: &kijun_model::Clause| {
        let edition = model.edition(clause.edition);
        let title = clause.titles.plain.as_deref().unwrap_or("");
        let values = [
            ("id", format!("{}:{}", edition.name, clause.number)),
            ("standard", edition.name.to_string()),
            ("number", clause.number.to_string()),
            ("name", title.to_owned()),
            ("tier", edition.tier.as_deref().unwrap_or("").to_owned()),
        ];
        let values = values.map(|(name, text)| (name, Some(Value::Text(text.into()))));
        record(model, kind, &BTreeMap::from(values), place(&loaded.sources, clause.span))
    };
    bound.map(subject).collect()
}

/// A subject whose values are known; those without a value are absent.
pub(crate) fn record(
    model: &Model,
    kind: KindId,
    values: &BTreeMap<&str, Option<Value>>,
    place: Place,
) -> Subject {
    let fields = &model.kind(kind).fields;
    let value = |name: &str| values.get(name).cloned().flatten();
    let cell = |value: Option<Value>| Cell { content: value.map_or(Content::Absent, Content::Value), place };
    let keys = model.kind(kind).key().filter_map(|i| value(&fields[i].name));
    let key: Vec<String> = keys.map(|value| model.show_value(&value)).collect();
    Subject {
        kind,
        key: Arc::from(key.join("/")),
        cells: fields.iter().map(|field| cell(value(&field.name))).collect(),
        place,
        taken_on: None,
    }
}

fn place(sources: &Sources, span: Span) -> Place {
    let at = location(sources, span);
    Place { file: span.file, line: at.line, column: at.column, width: 0 }
}
