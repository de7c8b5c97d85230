//! The lists of evidence that a report shows, with every name resolved against the model.

use kijun_model::{Field, KindId, Type};

use super::Planner;
use crate::manifest::{Listing, wrong};

/// A list of subjects for the report.
#[derive(Clone, Debug)]
pub struct ListingPlan {
    /// The name by which templates ask for it.
    pub name: String,
    /// The kind; those below it are meant too.
    pub kind: KindId,
    /// The columns.
    pub columns: Vec<ColumnPlan>,
}

/// A column of a list.
#[derive(Clone, Debug)]
pub struct ColumnPlan {
    /// As written: names separated by dots.
    pub path: String,
    /// The indices of the fields: of the kind, then of the records inside. Lists and maps on the way have a value for each element.
    pub steps: Vec<usize>,
    /// The last field.
    pub field: Field,
}

impl Planner<'_> {
    /// Resolves the listings; one with a mistake is left out.
    pub(super) fn listings(&mut self) -> Vec<ListingPlan> {
        let listings = self.manifest.report.listings.iter().enumerate();
        listings.filter_map(|(i, listing)| self.listing(i, listing)).collect()
    }

    fn listing(&mut self, i: usize, listing: &Listing) -> Option<ListingPlan> {
        let path = format!("report.listings.{i}");
        let kind = self.kind(&path, &listing.kind)?;
        let columns = listing.columns.iter().enumerate();
        let columns: Vec<Option<ColumnPlan>> =
            columns.map(|(j, column)| self.column(&format!("{path}.columns.{j}"), kind, column)).collect();
        Some(ListingPlan {
            name: listing.name.clone(),
            kind,
            columns: columns.into_iter().collect::<Option<_>>()?,
        })
    }

    fn column(&mut self, at: &str, kind: KindId, path: &str) -> Option<ColumnPlan> {
        let mut owner = self.model.kind(kind).name.to_string();
        let mut fields: &[Field] = &self.model.kind(kind).fields;
        let mut steps = Vec::new();
        let mut last = None;
        for name in path.split('.') {
            let Some(index) = fields.iter().position(|field| *field.name == *name) else {
                let at = self.value(at)?;
                let known = fields.iter().map(|field| &*field.name);
                self.diagnostics.push(wrong::unknown_field(at, name, &owner, known));
                return None;
            };
            steps.push(index);
            let field = &fields[index];
            name.clone_into(&mut owner);
            fields = inner(field.ty.required()).map_or(&[], |record| &*self.model.record(record).fields);
            last = Some(field.clone());
        }
        Some(ColumnPlan { path: path.to_owned(), steps, field: last? })
    }
}

/// The record that a type holds, itself or in each of its elements.
fn inner(ty: &Type) -> Option<kijun_model::RecordId> {
    match ty {
        Type::Record(record) => Some(*record),
        Type::List(of) | Type::Map(of) => inner(of.required()),
        _ => None,
    }
}
