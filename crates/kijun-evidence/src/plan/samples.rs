//! Samples to be drawn, with every name resolved against the model.

use std::collections::BTreeMap;

use kijun_diag::Span;
use kijun_model::{Field, KindId, StatementId, Type};
use rust_decimal::Decimal;

use super::{Planner, is_scalar};
use crate::manifest::{Sample, wrong};
use crate::scalar;

/// A sample to be drawn.
#[derive(Clone, Debug)]
pub struct SamplePlan {
    /// Its name.
    pub name: String,
    /// What the draw follows from.
    pub seed: String,
    /// The statements whose subjects it is drawn from, those of all editions.
    pub statements: Vec<StatementId>,
    /// The kind that they bind.
    pub kind: KindId,
    /// By what its candidates are divided.
    pub strata: Vec<StratumPath>,
    /// How many are drawn from each stratum.
    pub size: SampleSize,
    /// How many at least.
    pub at_least: u64,
}

/// How many are drawn from a stratum.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SampleSize {
    /// A share of it, in percent, rounded up.
    Share(Decimal),
    /// A number.
    Number(u64),
}

/// A way from a subject to a value.
#[derive(Clone, Debug)]
pub struct StratumPath {
    /// As it was written.
    pub written: String,
    /// The steps: into records, and through references to the subjects that they mean.
    pub steps: Vec<Step>,
    /// The type of the value.
    pub ty: Type,
}

/// A step on the way to a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// A field of the subject or record.
    Field(usize),
    /// The subject of this kind whose key the value before is.
    Through(KindId),
}

impl SampleSize {
    /// How many are drawn from a stratum of a size, if nothing else is said.
    #[must_use]
    pub fn of(self, size: u64) -> u64 {
        match self {
            SampleSize::Number(n) => n,
            SampleSize::Share(percent) => {
                let share = percent * Decimal::from(size) / Decimal::ONE_HUNDRED;
                u64::try_from(share.ceil()).unwrap_or(size)
            }
        }
    }
}

impl Planner<'_> {
    /// Resolves the samples. One with an error is left out.
    pub(super) fn samples(&mut self) -> Vec<SamplePlan> {
        let mut planned = Vec::new();
        let mut names: BTreeMap<&str, Option<Span>> = BTreeMap::new();
        for (i, sample) in self.manifest.samples.iter().enumerate() {
            let path = format!("samples.{i}");
            let before = self.diagnostics.len();
            let name = self.value(&format!("{path}.name"));
            if let (Some(first), Some(at)) = (names.get(sample.name.as_str()).copied().flatten(), name) {
                self.diagnostics.push(wrong::duplicate_sample(at, &sample.name, first));
            }
            names.entry(&sample.name).or_insert(name);
            let resolved = self.sample(&path, sample);
            planned.extend(resolved.filter(|_| self.diagnostics.len() == before));
        }
        planned
    }

    fn sample(&mut self, path: &str, sample: &Sample) -> Option<SamplePlan> {
        for (name, empty) in
            [("name", sample.name.is_empty()), ("seed", sample.seed.is_empty()), ("of", sample.of.is_empty())]
        {
            if let Some(at) = self.value(&format!("{path}.{name}")).filter(|_| empty) {
                self.diagnostics.push(wrong::empty_value(at, name));
            }
        }
        let size = self.sample_size(path, sample);
        let (statements, kind) = self.drawn_from(path, sample)?;
        let paths = sample.strata.iter().enumerate();
        let strata: Vec<Option<StratumPath>> =
            paths.map(|(i, written)| self.stratum(&format!("{path}.strata.{i}"), kind, written)).collect();
        Some(SamplePlan {
            name: sample.name.clone(),
            seed: sample.seed.clone(),
            statements,
            kind,
            strata: strata.into_iter().collect::<Option<_>>()?,
            size: size?,
            at_least: u64::from(sample.at_least),
        })
    }

    /// A share of at most all, or a number; one of them, or `at_least`, must draw somebody.
    fn sample_size(&mut self, path: &str, sample: &Sample) -> Option<SampleSize> {
        let written = sample.size.text();
        let text = written.trim();
        let size = match text.strip_suffix('%') {
            Some(share) => scalar::number(share.trim_end())
                .filter(|share| (Decimal::ZERO..=Decimal::ONE_HUNDRED).contains(share))
                .map(SampleSize::Share),
            None => text.parse().ok().map(SampleSize::Number),
        };
        let draws = |size: &SampleSize| size.of(1) > 0 || sample.at_least > 0;
        let size = size.filter(draws);
        if let (None, Some(at)) = (size, self.value(&format!("{path}.size"))) {
            self.diagnostics.push(wrong::sample_size(at, &written));
        }
        size
    }

    /// The statements that are named, and the one kind that they bind.
    fn drawn_from(&mut self, path: &str, sample: &Sample) -> Option<(Vec<StatementId>, KindId)> {
        let (mut statements, mut kind) = (Vec::new(), None);
        for (i, name) in sample.of.iter().enumerate() {
            let path = format!("{path}.of.{i}");
            self.statement_exists(&path, name);
            for id in self.model.statements_cited(name) {
                let clause = self.model.clause(self.model.statement(id).clause);
                let Some(bound) = clause.subjects.as_ref().map(|subjects| subjects.kind) else { continue };
                let first = *kind.get_or_insert(bound);
                if first != bound {
                    let (first, bound) = (&self.model.kind(first).name, &self.model.kind(bound).name);
                    let at = self.value(&path)?;
                    self.diagnostics.push(wrong::mixed_kinds(at, name, bound, first));
                    break;
                }
                statements.push(id);
            }
        }
        Some((statements, kind?))
    }

    /// A dotted path to a single value, through records and references.
    fn stratum(&mut self, path: &str, kind: KindId, written: &str) -> Option<StratumPath> {
        let at = self.value(path)?;
        let model = self.model;
        let kind = model.kind(kind);
        let (mut fields, mut of): (&[Field], &str) = (&kind.fields, &kind.name);
        let mut steps = Vec::new();
        let mut parts = written.split('.').peekable();
        while let Some(part) = parts.next() {
            let Some(index) = fields.iter().position(|field| *field.name == *part) else {
                self.unknown_field(at, part, of, fields);
                return None;
            };
            let field = &fields[index];
            steps.push(Step::Field(index));
            match (parts.peek().is_some(), field.ty.required()) {
                (false, _) if is_scalar(&field.ty) => {
                    return Some(StratumPath { written: written.to_owned(), steps, ty: field.ty.clone() });
                }
                (true, Type::Record(id)) => (fields, of) = (&model.record(*id).fields, &field.name),
                (true, Type::Ref(to)) => {
                    steps.push(Step::Through(*to));
                    (fields, of) = (&model.kind(*to).fields, &model.kind(*to).name);
                }
                (false, _) => return self.field_type(at, field, vec!["type-scalar"]),
                (true, _) => return self.field_type(at, field, vec!["type-record"]),
            }
        }
        None
    }
}
