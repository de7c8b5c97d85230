//! The stratum of a candidate: the values of some fields, through records and references.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use kijun_evidence::{SamplePlan, Step, StratumPath};
use kijun_model::{Cell, Content, KindId, Model, Subject, Type, Value};

use super::escaped;
use crate::context::Context;
use crate::reach::Held;

/// The strata of a sample.
pub(super) struct Strata<'a> {
    model: &'a Model,
    paths: &'a [StratumPath],
    /// What the stratum of those is called whose value is not there. It is the same in every language, for the draw follows from it.
    missing: String,
    /// What references lead to, by the kind that is referred to and key.
    referred: BTreeMap<(KindId, Arc<str>), Subject>,
    /// The values that were met, by the place of the path.
    met: BTreeSet<(usize, String)>,
}

/// The kinds that must be read to know the strata.
pub(super) fn kinds(plan: &SamplePlan) -> Vec<KindId> {
    let through = plan.strata.iter().flat_map(|path| &path.steps).filter_map(|step| match step {
        Step::Through(kind) => Some(*kind),
        Step::Field(_) => None,
    });
    let last = plan.strata.iter().filter_map(|path| match path.ty.required() {
        Type::Ref(kind) => Some(*kind),
        _ => None,
    });
    through.chain(last).collect::<BTreeSet<_>>().into_iter().collect()
}

impl<'a> Strata<'a> {
    pub(super) fn of(cx: &Context<'a>, plan: &'a SamplePlan, held: &Held) -> Strata<'a> {
        let mut referred = BTreeMap::new();
        for kind in kinds(plan) {
            for subject in held.subjects(cx.loaded, kind) {
                referred.insert((kind, Arc::clone(&subject.key)), subject.clone());
            }
        }
        let missing = cx.words.each(|catalogue| catalogue.text("sample-missing", &[]));
        Strata {
            model: &cx.loaded.model,
            paths: &plan.strata,
            missing: missing.into_values().next().unwrap_or_default(),
            referred,
            met: BTreeSet::new(),
        }
    }

    /// The stratum of a candidate: its values, joined by `/`. Where there are several, a `/` inside of one is written `\/`, and a value that
    /// reads like the name of none has a `\` before it, so that no two strata have one name.
    pub(super) fn name(&mut self, subject: &Subject) -> String {
        let several = self.paths.len() > 1;
        let mut names = Vec::new();
        for (place, path) in self.paths.iter().enumerate() {
            let value = self.value(&path.steps, &subject.cells);
            let name = match value {
                Some(value) => {
                    self.met.insert((place, value.clone()));
                    self.apart(value)
                }
                None => self.missing.clone(),
            };
            names.push(if several { escaped(&name) } else { name });
        }
        names.join("/")
    }

    /// A value that could be taken for a missing one, or for what this makes of such a value, with one `\` more before it.
    fn apart(&self, value: String) -> String {
        match value.trim_start_matches('\\') == self.missing {
            true => format!("\\{value}"),
            false => value,
        }
    }

    /// Values that candidates might have had and none has: members, what references may mean, and what else is found on the way.
    pub(super) fn empty(&self) -> Vec<(String, String)> {
        let mut empty = Vec::new();
        for (place, path) in self.paths.iter().enumerate() {
            let expected =
                self.expected(path).into_iter().filter(|value| !self.met.contains(&(place, value.clone())));
            empty.extend(expected.map(|value| (path.written.clone(), value)));
        }
        empty
    }

    fn expected(&self, path: &StratumPath) -> BTreeSet<String> {
        let of_kind = |kind: KindId| self.referred.iter().filter(move |((of, _), _)| *of == kind);
        match path.ty.required() {
            Type::Enum(id) => {
                self.model.enumeration(*id).members.iter().map(|m| m.name.to_string()).collect()
            }
            Type::Bool => [true, false].map(|value| value.to_string()).into(),
            Type::Ref(kind) => of_kind(*kind).map(|((_, key), _)| key.to_string()).collect(),
            _ => {
                let through = |step: &Step| matches!(step, Step::Through(_));
                let Some(at) = path.steps.iter().position(through) else { return BTreeSet::new() };
                let Step::Through(kind) = path.steps[at] else { return BTreeSet::new() };
                of_kind(kind).filter_map(|(_, s)| self.value(&path.steps[at + 1..], &s.cells)).collect()
            }
        }
    }

    /// The value at the end of a way, as its name.
    fn value(&self, steps: &[Step], cells: &[Cell]) -> Option<String> {
        let (first, rest) = steps.split_first()?;
        let Step::Field(field) = *first else { return None };
        match (&cells.get(field)?.content, rest) {
            (Content::Value(Value::Text(text)), []) if text.is_empty() => None,
            (Content::Value(value), []) => Some(self.model.show_value(value)),
            (Content::Value(value), [Step::Through(kind), rest @ ..]) => {
                let key = self.model.show_value(value).into();
                self.value(rest, &self.referred.get(&(*kind, key))?.cells)
            }
            (Content::Record(cells), rest) => self.value(rest, cells),
            _ => None,
        }
    }
}
