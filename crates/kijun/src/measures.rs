//! What measures came to, for the record; findings follow from it.

mod finding;
mod say;

use std::collections::BTreeMap;
use std::sync::Arc;

use kijun_eval::{Coverage, Figure, PartFigure, Population, Tallies, Total};
use kijun_findings::{
    Breakdown, Finding, MeasureRecord, MeasureSort, Measured, MeasuredPart, RoleRef, Texts,
};
use kijun_model::{Content, Expr, ExprKind, KindId, Measure, Sort, Target, Type, Value};
use kijun_standards::cite_edition;

use crate::context::Context;
use crate::words::{location, one_line};

/// The measures of a run, and the findings about them.
#[derive(Default)]
pub(crate) struct Measures {
    pub(crate) records: Vec<MeasureRecord>,
    pub(crate) findings: Vec<Finding>,
}

/// What measures are told with.
struct Telling<'a> {
    cx: &'a Context<'a>,
    population: &'a Population,
}

/// Settles what every measure came to.
pub(crate) fn settle(
    cx: &Context<'_>,
    program: &kijun_eval::Program,
    population: &Population,
    tallies: Tallies,
    coverage: impl Fn(KindId) -> Coverage,
) -> Measures {
    let telling = Telling { cx, population };
    let mut measures = Measures::default();
    for figure in program.figures(population, tallies, &coverage) {
        let record = telling.record(&figure);
        measures.findings.extend(telling.findings(&figure, &record));
        measures.records.push(record);
    }
    measures
}

impl Telling<'_> {
    fn record(&self, figure: &Figure) -> MeasureRecord {
        let model = &self.cx.loaded.model;
        let sources = &self.cx.loaded.sources;
        let measure = model.measure(figure.measure);
        let written = |goal: &kijun_model::Goal| one_line(sources.slice(goal.span));
        let breakdowns = measure.by.iter().zip(&figure.breakdowns);
        MeasureRecord {
            measure: model.cite_measure(figure.measure),
            title: self.cx.words.titles(&measure.titles, &measure.name),
            over: model.kind(measure.over.kind).name.to_string(),
            sort: sort(measure.sort),
            whole: self.measured(&figure.whole),
            breakdowns: breakdowns.map(|(by, parts)| self.breakdown(by, parts)).collect(),
            target: measure.target.as_ref().map(written),
            each: measure.each.as_ref().map(written),
            role: self.role(measure),
            see: self.see(measure),
            partial: figure.partial,
            rule: location(sources, measure.span),
        }
    }

    fn measured(&self, total: &Total) -> Measured {
        Measured {
            figures: total.figures,
            value: total.value.as_ref().map(|value| self.say(value)),
            target: total.target,
        }
    }

    fn breakdown(&self, by: &Expr, parts: &[PartFigure]) -> Breakdown {
        let kind = part_kind(by);
        let names = kind.map(|kind| self.names(kind)).unwrap_or_default();
        let part = |part: &PartFigure| MeasuredPart {
            key: part.value.as_ref().map(|value| self.cx.loaded.model.show_value(value)),
            title: self.part_title(part, &names),
            parent: part.above.as_ref().map(ToString::to_string),
            measured: self.measured(&part.total),
        };
        Breakdown {
            by: self.by_title(by),
            kind: kind.map(|kind| self.cx.loaded.model.kind(kind).name.to_string()),
            parts: parts.iter().map(part).collect(),
        }
    }

    /// The field's title, else the expression as written.
    fn by_title(&self, by: &Expr) -> Texts {
        let model = &self.cx.loaded.model;
        let field = match &by.kind {
            ExprKind::Field(base, field) => match base.ty.required() {
                Type::Record(id) => model.record(*id).fields.get(*field as usize),
                Type::Subject(id) => model.kind(*id).fields.get(*field as usize),
                _ => None,
            },
            _ => None,
        };
        let written = one_line(self.cx.loaded.sources.slice(by.span));
        let titles = field.map(|field| field.titles.clone()).unwrap_or_default();
        self.cx.words.titles(&titles, &written)
    }

    fn part_title(&self, part: &PartFigure, names: &BTreeMap<Arc<str>, String>) -> Texts {
        let Some(value) = &part.value else {
            let key = match (part.outside, part.total.figures.assessed()) {
                (0, _) => "measure-part-unknown",
                (outside, all) if outside == all => "measure-part-none",
                _ => "measure-part-unknown-or-none",
            };
            return self.cx.words.each(|catalogue| catalogue.text(key, &[]));
        };
        match value {
            Value::Text(key) => match names.get(key) {
                Some(name) => self.cx.words.each(|_| name.clone()),
                None => self.say(value),
            },
            value => self.say(value),
        }
    }

    /// What the units of the manifest are called, by key; of any other kind, nothing.
    fn names(&self, kind: KindId) -> BTreeMap<Arc<str>, String> {
        let model = &self.cx.loaded.model;
        let units = self.cx.loaded.plan.as_ref().and_then(|plan| plan.organised.units);
        let Some(units) = units.filter(|units| model.is_a(kind, units.kind)) else { return BTreeMap::new() };
        let Some(field) = units.name else { return BTreeMap::new() };
        let name = |subject: &kijun_model::Subject| match &subject.cells.get(field)?.content {
            Content::Value(Value::Text(name)) => Some((subject.key.clone(), name.to_string())),
            Content::Value(value) => Some((subject.key.clone(), model.show_value(value))),
            _ => None,
        };
        self.population.of_kind(kind).filter_map(name).collect()
    }

    fn role(&self, measure: &Measure) -> Option<RoleRef> {
        let role = self.cx.loaded.model.role(measure.owner?);
        let title = self.cx.words.titles(&role.titles, &role.name);
        Some(RoleRef { name: role.name.to_string(), title })
    }

    /// Provisions of editions that bind; where none does, all that it names.
    fn see(&self, measure: &Measure) -> Vec<String> {
        let model = &self.cx.loaded.model;
        let cited = measure.see.iter().map(|link| match link.to {
            Target::Statement(id) => (model.clause(model.statement(id).clause).edition, model.cite(id)),
            Target::Clause(id) => (model.clause(id).edition, model.cite_clause(id)),
            Target::Section(id) => {
                let section = model.section(id);
                (section.edition, format!("{}:{}", cite_edition(model, section.edition), section.number))
            }
        });
        let (binding, others): (Vec<_>, Vec<_>) =
            cited.partition(|(edition, _)| self.cx.effective.set.editions.contains(edition));
        let told = if binding.is_empty() { others } else { binding };
        told.into_iter().map(|(_, cited)| cited).collect()
    }
}

/// The kind of which the parts of a breakdown are subjects.
fn part_kind(by: &Expr) -> Option<KindId> {
    match by.ty.required() {
        Type::Ref(kind) => Some(*kind),
        _ => None,
    }
}

fn sort(sort: Sort) -> MeasureSort {
    match sort {
        Sort::Share => MeasureSort::Share,
        Sort::Count => MeasureSort::Count,
        Sort::Sum => MeasureSort::Sum,
        Sort::Mean => MeasureSort::Mean,
        Sort::Min => MeasureSort::Min,
        Sort::Max => MeasureSort::Max,
    }
}
