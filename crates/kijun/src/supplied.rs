//! Subjects that no file holds: what Kijun itself knows, for rules to look at.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use kijun_diag::{Place, Sources, Span};
use kijun_eval::Coverage;
use kijun_findings::{Finding, without_edition};
use kijun_model::{Cell, Content, KindId, Model, Subject, Type, Value};
use kijun_standards::EffectiveSet;

use crate::load::Loaded;
use crate::words::location;

/// The built-in kind of provisions.
pub(crate) const PROVISION: &str = "provision";

/// The built-in kind of what the run before found.
pub(crate) const EARLIER_FINDING: &str = "earlier_finding";
/// The built-in kind of what those who answer say of it.
pub(crate) const FINDING_RESPONSE: &str = "finding_response";

/// Whether Kijun fills this kind itself and knows all of it. What names an earlier finding is looked after where that is followed up.
pub(crate) fn is_whole(model: &Model, kind: KindId) -> bool {
    *model.kind(kind).name == *PROVISION
}

/// How much is known of a kind that Kijun fills itself; `None` of any other kind.
pub(crate) fn coverage(loaded: &Loaded, kind: KindId) -> Option<Coverage> {
    match &*loaded.model.kind(kind).name {
        PROVISION => Some(Coverage::Whole),
        EARLIER_FINDING if loaded.previous.is_some() => Some(Coverage::Whole),
        // What the audit before found is not known, which is not the same as nothing.
        EARLIER_FINDING => Some(Coverage::None),
        _ => None,
    }
}

/// Whether a kind may rightly have no subject, or none that a statement asks anything of: that the run before found nothing
/// is known from its record.
pub(crate) fn may_be_empty(loaded: &Loaded, kind: KindId) -> bool {
    *loaded.model.kind(kind).name == *EARLIER_FINDING && loaded.previous.is_some()
}

/// The subjects of all kinds that Kijun fills itself.
pub(crate) fn subjects(loaded: &Loaded, set: &EffectiveSet) -> Vec<Subject> {
    let mut subjects = provisions(loaded, set);
    subjects.extend(earlier_findings(loaded));
    subjects
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

/// What the run before found. Of two findings with one identity, the first.
fn earlier_findings(loaded: &Loaded) -> Vec<Subject> {
    let model = &loaded.model;
    let (Some(kind), Some(previous)) = (model.kind_named(EARLIER_FINDING), &loaded.previous) else {
        return Vec::new();
    };
    let subject = |finding: &Finding| {
        let text = |text: &str| Some(Value::Text(text.into()));
        let values = [
            ("id", text(&finding.id)),
            ("weight", member(model, kind, "weight", finding.level.name())),
            ("provision", text(&without_edition(&finding.provision))),
            ("subject", finding.subject.as_ref().and_then(|subject| text(&subject.key))),
            ("unit", finding.unit.as_deref().and_then(text)),
            ("role", finding.role.as_ref().and_then(|role| text(&role.name))),
        ];
        record(model, kind, &BTreeMap::from(values), previous.place)
    };
    let mut seen = BTreeSet::new();
    let findings = previous.record.findings.iter().filter(|finding| seen.insert(&finding.id));
    findings.map(subject).collect()
}

/// A member of the enumeration that a field of a kind has as its type.
fn member(model: &Model, kind: KindId, field: &str, name: &str) -> Option<Value> {
    let field = model.kind(kind).fields.iter().find(|other| *other.name == *field)?;
    match field.ty.required() {
        Type::Enum(id) => Some(Value::Member(*id, model.enumeration(*id).member(name)?)),
        _ => None,
    }
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
        taken_at: None,
    }
}

fn place(sources: &Sources, span: Span) -> Place {
    let at = location(sources, span);
    Place { file: span.file, line: at.line, column: at.column, width: 0 }
}
