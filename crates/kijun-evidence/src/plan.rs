//! The manifest's sources, with every name resolved against the model: what is read, how, into which fields.

mod check;
mod fills;
mod listings;
mod organisation;
mod samples;
mod statements;

use std::collections::HashSet;
use std::sync::Arc;

use jiff::civil::Date;
use kijun_diag::{Diagnostics, Span};
use kijun_model::{Cell, Field, KindId, Model, RecordId, Type};

use crate::build::Unit;
use crate::manifest::{Encoding, Format, Limits, Manifest};
use crate::names::{Given, Names};
use crate::pattern::Pattern;

pub use listings::{ColumnPlan, ListingPlan};
pub use organisation::{Organised, PeopleFields, UnitFields};
pub use samples::{SamplePlan, SampleSize, Step, StratumPath};

/// What will be read.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    pub(crate) sources: Vec<SourcePlan>,
    pub(crate) limits: Limits,
    /// How units and people are known.
    pub organised: Organised,
    /// Samples to be drawn.
    pub samples: Vec<SamplePlan>,
    /// Lists of evidence for the report.
    pub listings: Vec<ListingPlan>,
}

/// How one source is read.
#[derive(Clone, Debug)]
pub(crate) struct SourcePlan {
    pub(crate) kind: KindId,
    pub(crate) pattern: Pattern,
    /// Where the pattern was written.
    pub(crate) span: Option<Span>,
    /// Whether the manifest expects that it finds nothing.
    pub(crate) may_be_empty: bool,
    pub(crate) format: Format,
    pub(crate) encoding: Encoding,
    /// Of a workbook: the name of its sheet.
    pub(crate) sheet: Option<String>,
    /// Of a table: the row of its header.
    pub(crate) header: Option<u32>,
    pub(crate) records: Vec<String>,
    pub(crate) unit: Unit,
    pub(crate) names: Names,
    /// Every name that the manifest expects in this evidence: under `from`, then `join.on`, then `taken_from`.
    pub(crate) given: Vec<Given>,
    /// The field that takes each entry's name.
    pub(crate) entry: Option<Slot>,
    /// The fields that the pattern's captures fill, in order.
    pub(crate) captures: Vec<Slot>,
    pub(crate) constants: Vec<(Slot, Cell)>,
    pub(crate) taken_on: Option<Date>,
    /// Where a record says on which day it was taken.
    pub(crate) taken_from: Option<TakenFrom>,
    pub(crate) join: Option<JoinPlan>,
    /// Names in evidence that something takes.
    pub(crate) taken: HashSet<String>,
}

/// Where a record says on which day it was taken.
#[derive(Clone, Debug)]
pub(crate) struct TakenFrom {
    /// The number of the name.
    pub(crate) number: usize,
    /// The field that takes the same value; where none does, the name.
    pub(crate) called: Arc<str>,
}

/// How a source's records join into subjects.
#[derive(Clone, Debug)]
pub(crate) struct JoinPlan {
    /// The field that takes the record, and the record's type.
    pub(crate) at: Option<At>,
    /// The number of the name of the value that equals the key.
    pub(crate) on: Option<usize>,
}

/// A field that takes joined records.
#[derive(Clone, Copy, Debug)]
pub(crate) struct At {
    pub(crate) field: usize,
    pub(crate) record: RecordId,
    pub(crate) list: bool,
}

/// A field that a source fills: of what its records become, or (where that is no subject) of the subject's key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Slot {
    Field(usize),
    Key(usize),
}

impl Plan {
    /// The part of the plan that reads some kinds, with what joins into them.
    #[must_use]
    pub fn only(&self, kinds: impl Fn(KindId) -> bool) -> Plan {
        let sources = self.sources.iter().filter(|source| kinds(source.kind)).cloned().collect();
        let (organised, samples) = (self.organised.clone(), self.samples.clone());
        let listings = self.listings.clone();
        Plan { sources, limits: self.limits.clone(), organised, samples, listings }
    }

    /// The pattern of the first source that would read a file at this path, relative to the project's folder, with forward slashes.
    #[must_use]
    pub fn reads(&self, path: &str) -> Option<&str> {
        let mut patterns = self.sources.iter().map(|source| &source.pattern);
        patterns.find(|pattern| pattern.meets(path)).map(|pattern| pattern.text.as_str())
    }
}

impl SourcePlan {
    /// The fields of what a record becomes: the kind's, or those of the record that it joins as.
    pub(crate) fn fields<'m>(&self, model: &'m Model) -> &'m [Field] {
        match self.at() {
            Some(at) => &model.record(at.record).fields,
            None => &model.kind(self.kind).fields,
        }
    }

    /// The field that takes joined records.
    pub(crate) fn at(&self) -> Option<At> {
        self.join.as_ref().and_then(|join| join.at)
    }

    /// The declaration of a slot.
    pub(crate) fn declaration<'m>(&self, model: &'m Model, slot: Slot) -> &'m Field {
        match slot {
            Slot::Field(i) => &self.fields(model)[i],
            Slot::Key(i) => &model.kind(self.kind).fields[i],
        }
    }

    /// The slot of a field's name.
    pub(crate) fn slot(&self, model: &Model, name: &str) -> Option<Slot> {
        let kind = model.kind(self.kind);
        let position = |fields: &[Field]| fields.iter().position(|f| &*f.name == name);
        let key = || kind.key().find(|&i| &*kind.fields[i].name == name).map(Slot::Key);
        match self.at() {
            Some(_) => key().or_else(|| position(self.fields(model)).map(Slot::Field)),
            None => position(&kind.fields).map(Slot::Field),
        }
    }
}

/// Resolves the manifest's sources against the model. A source with an error is left out.
#[must_use]
pub fn plan(model: &Model, manifest: &Manifest) -> (Plan, Diagnostics) {
    let mut planner = Planner { model, manifest, diagnostics: Diagnostics::default() };
    let mut sources = Vec::new();
    for (i, source) in manifest.evidence.iter().enumerate() {
        let before = planner.diagnostics.len();
        let planned = planner.source(i, source);
        sources.extend(planned.filter(|_| planner.diagnostics.len() == before));
    }
    planner.expectations_exist();
    planner.coverage_exists();
    planner.unit_exists();
    let organised = planner.organised();
    let samples = planner.samples();
    let listings = planner.listings();
    (Plan { sources, limits: manifest.limits.clone(), organised, samples, listings }, planner.diagnostics)
}

pub(crate) struct Planner<'a> {
    model: &'a Model,
    manifest: &'a Manifest,
    diagnostics: Diagnostics,
}

/// Whether a field holds one value.
pub(crate) fn is_scalar(ty: &Type) -> bool {
    !matches!(ty.required(), Type::List(_) | Type::Map(_) | Type::Record(_) | Type::Subject(_))
}
