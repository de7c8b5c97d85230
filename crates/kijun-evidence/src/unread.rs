//! Names in evidence that no field takes, and those of them that were probably meant.

use std::collections::BTreeMap;
use std::sync::Arc;

use kijun_diag::{Place, nearest};
use kijun_model::{Cell, Content, Model};

use crate::names::Names;
use crate::plan::SourcePlan;
use crate::raw::Raw;
use crate::report::Report;
use crate::wrong;

/// A name in evidence that no field takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnreadName {
    /// The pattern of its source.
    pub pattern: String,
    /// The name.
    pub name: Arc<str>,
    /// Where it stands first.
    pub place: Place,
}

/// Unread names of one source.
#[derive(Debug, Default)]
pub(crate) struct Unread {
    names: BTreeMap<Arc<str>, Seen>,
}

#[derive(Debug)]
struct Seen {
    place: Place,
    told: bool,
    /// Missing fields, by index, with which the name has been compared.
    compared: Vec<usize>,
}

/// So many names of a source are remembered.
const MOST: usize = 1000;

impl Unread {
    /// Looks at one record: notes its unread names, and warns once of each that is near a name that is missing.
    pub(crate) fn look(
        &mut self,
        model: &Model,
        source: &SourcePlan,
        raw: &Raw,
        cells: &[Cell],
        report: &mut Report,
    ) {
        let mut any = false;
        for entry in raw.entries() {
            let first = entry.name.split('.').next().unwrap_or("");
            if source.taken.contains(&*entry.name) || source.taken.contains(first) {
                continue;
            }
            any = true;
            if !self.names.contains_key(&entry.name) && self.names.len() < MOST {
                self.names.insert(
                    Arc::clone(&entry.name),
                    Seen { place: entry.place, told: false, compared: Vec::new() },
                );
            }
        }
        if any {
            self.warn(model, source, raw, cells, report);
        }
    }

    fn warn(&mut self, model: &Model, source: &SourcePlan, raw: &Raw, cells: &[Cell], report: &mut Report) {
        // An optional field too: a misspelt day of leaving reads like a subject that has not left.
        let missing = source.fields(model).iter().zip(cells).enumerate();
        let missing = missing.filter(|(_, (_, cell))| cell.content == Content::Absent);
        for (i, (field, _)) in missing {
            let known =
                if field.from.is_empty() { std::slice::from_ref(&field.name) } else { &field.from[..] };
            for entry in raw.entries() {
                let seen = self.names.get_mut(&entry.name).filter(|s| !s.told && !s.compared.contains(&i));
                let Some(seen) = seen else { continue };
                seen.compared.push(i);
                let given = source.names.below(&field.name).and_then(Names::own).map(|own| own.name.as_str());
                if let Some(near) = nearest(&entry.name, given.into_iter().chain(known.iter().map(|n| &**n)))
                {
                    seen.told = true;
                    report.push(wrong::near_name(entry.place, &entry.name, near, field.span));
                }
            }
        }
    }

    /// All of them, in order of name.
    pub(crate) fn into_names(self, pattern: &str) -> impl Iterator<Item = UnreadName> {
        let pattern = pattern.to_owned();
        self.names.into_iter().map(move |(name, seen)| UnreadName {
            pattern: pattern.clone(),
            name,
            place: seen.place,
        })
    }
}
