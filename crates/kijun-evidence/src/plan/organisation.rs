//! Units and people, with every name resolved against the model.

use kijun_model::{Field, KindId, Type};

use super::Planner;
use crate::manifest::{People, Units, wrong};

/// The kinds and fields by which units and people are known.
#[derive(Clone, Debug, Default)]
pub struct Organised {
    /// The units.
    pub units: Option<UnitFields>,
    /// The people.
    pub people: Option<PeopleFields>,
}

/// What a unit's fields say. An index of a field holds for the kinds below too.
#[derive(Clone, Copy, Debug)]
pub struct UnitFields {
    /// The kind.
    pub kind: KindId,
    /// What a unit is called; absent: its key.
    pub name: Option<usize>,
    /// The unit above it; absent: the units are no tree.
    pub parent: Option<usize>,
}

/// What a person's fields say.
#[derive(Clone, Debug)]
pub struct PeopleFields {
    /// The kind.
    pub kind: KindId,
    /// The roles that a person holds, in the order of the manifest.
    pub roles: Vec<usize>,
}

impl Planner<'_> {
    /// Resolves what the manifest says of the organisation; of what is wrong, nothing is left.
    pub(super) fn organised(&mut self) -> Organised {
        let organisation = &self.manifest.organisation;
        let units = organisation.units.as_ref().and_then(|units| self.units(units));
        let people = organisation.people.as_ref().and_then(|people| self.people(people));
        Organised { units, people }
    }

    fn units(&mut self, units: &Units) -> Option<UnitFields> {
        let kind = self.sourced_kind("organisation.units", &units.kind)?;
        let name = match &units.name {
            Some(name) => {
                Some(self.field_of("organisation.units.name", kind, name, ("type-text", is_name))?)
            }
            None => None,
        };
        Some(UnitFields { kind, name, parent: self.model.parent_field(kind) })
    }

    fn people(&mut self, people: &People) -> Option<PeopleFields> {
        let kind = self.sourced_kind("organisation.people", &people.kind)?;
        let at = |i: usize| format!("organisation.people.roles.{i}");
        let fields = people.roles.iter().enumerate();
        let fields: Vec<Option<usize>> =
            fields.map(|(i, name)| self.field_of(&at(i), kind, name, ("type-roles", is_roles))).collect();
        Some(PeopleFields { kind, roles: fields.into_iter().collect::<Option<_>>()? })
    }

    /// A kind of which some source tells, or one below it; of any other there would be nobody.
    fn sourced_kind(&mut self, path: &str, name: &str) -> Option<KindId> {
        let kind = self.kind(path, name)?;
        let mut sourced =
            self.manifest.evidence.iter().filter_map(|source| self.model.kind_named(&source.kind));
        if sourced.any(|sourced| self.model.is_a(sourced, kind)) || self.manifest.expects_empty(name) {
            return Some(kind);
        }
        let at = self.value(&format!("{path}.kind"))?;
        self.diagnostics.push(wrong::no_source(at, name));
        None
    }

    fn field_of(
        &mut self,
        path: &str,
        kind: KindId,
        name: &str,
        (expected, fits): (&'static str, fn(&Type) -> bool),
    ) -> Option<usize> {
        let at = self.value(path)?;
        let kind = self.model.kind(kind);
        let fields: &[Field] = &kind.fields;
        let Some(index) = fields.iter().position(|field| *field.name == *name) else {
            self.unknown_field(at, name, &kind.name, fields);
            return None;
        };
        match fits(fields[index].ty.required()) {
            true => Some(index),
            false => self.field_type(at, &fields[index], vec![expected]),
        }
    }
}

/// Whether a field may say what something is called.
fn is_name(ty: &Type) -> bool {
    matches!(ty, Type::Text | Type::Enum(_))
}

/// Whether a field may name roles.
fn is_roles(ty: &Type) -> bool {
    match ty {
        Type::List(inner) => is_name(inner.required()),
        other => is_name(other),
    }
}
