//! Evidence that the report shows as it is: of the subjects that pass by, the listed fields in words, and nothing else.

use kijun_evidence::{ColumnPlan, ListingPlan};
use kijun_findings::{ListingColumn, ListingRecord, ListingRow, Texts, UnitRecord};
use kijun_model::{Cell, Content, KindId, Model, Subject, Type, Value};

use crate::context::Context;
use crate::words::Words;

/// The rows of every listing so far.
#[derive(Default)]
pub(crate) struct Listed {
    plans: Vec<ListingPlan>,
    rows: Vec<Vec<Row>>,
}

/// A subject's listed fields.
struct Row {
    kind: KindId,
    key: String,
    /// For each column, what stands there, in order; none where nothing does.
    cells: Vec<Vec<Told>>,
}

/// A value in words; of a unit, its key, until all units are known.
enum Told {
    Words(Texts),
    Unit(String),
}

impl Listed {
    pub(crate) fn new(plans: &[ListingPlan]) -> Listed {
        Listed { plans: plans.to_vec(), rows: plans.iter().map(|_| Vec::new()).collect() }
    }

    /// Keeps what is listed of these subjects.
    pub(crate) fn look(&mut self, cx: &Context<'_>, subjects: &[Subject]) {
        let teller = Teller { cx, model: &cx.loaded.model };
        for (plan, rows) in self.plans.iter().zip(&mut self.rows) {
            let listed = subjects.iter().filter(|subject| teller.model.is_a(subject.kind, plan.kind));
            rows.extend(listed.map(|subject| teller.row(plan, subject)));
        }
    }

    /// The listings, their rows by key.
    pub(crate) fn finish(self, model: &Model, words: &Words, units: &[UnitRecord]) -> Vec<ListingRecord> {
        let both = self.plans.into_iter().zip(self.rows);
        both.map(|(plan, mut rows)| {
            rows.sort_by(|a, b| (&a.key, a.kind).cmp(&(&b.key, b.kind)));
            let kind = model.kind(plan.kind);
            ListingRecord {
                name: plan.name.clone(),
                kind: kind.name.to_string(),
                title: words.titles(&kind.titles, &kind.name),
                columns: plan.columns.iter().map(|c| column(c, words)).collect(),
                rows: rows.into_iter().map(|row| finished(row, words, units)).collect(),
            }
        })
        .collect()
    }
}

fn column(plan: &ColumnPlan, words: &Words) -> ListingColumn {
    let name = plan.path.rsplit('.').next().unwrap_or(&plan.path);
    ListingColumn { path: plan.path.clone(), title: words.titles(&plan.field.titles, name) }
}

fn finished(row: Row, words: &Words, units: &[UnitRecord]) -> ListingRow {
    let title = |told: Told| match told {
        Told::Words(texts) => texts,
        Told::Unit(key) => match units.iter().find(|unit| unit.id == key) {
            Some(unit) => unit.title.clone(),
            None => words.each(|_| key.clone()),
        },
    };
    let cell = |all: Vec<Told>| {
        let all: Vec<Texts> = all.into_iter().map(title).collect();
        (!all.is_empty()).then(|| words.listed(&all))
    };
    ListingRow { key: row.key, cells: row.cells.into_iter().map(cell).collect() }
}

/// Puts values into words.
struct Teller<'a> {
    cx: &'a Context<'a>,
    model: &'a Model,
}

impl Teller<'_> {
    fn row(&self, plan: &ListingPlan, subject: &Subject) -> Row {
        let cells = plan.columns.iter().map(|column| {
            let mut told = Vec::new();
            self.walk(&subject.cells, &column.steps, &column.field.ty, &mut told);
            told
        });
        Row { kind: subject.kind, key: subject.key.to_string(), cells: cells.collect() }
    }

    /// Follows the steps through records, lists and maps.
    fn walk(&self, cells: &[Cell], steps: &[usize], ty: &Type, told: &mut Vec<Told>) {
        let Some((&step, rest)) = steps.split_first() else { return };
        let Some(cell) = cells.get(step) else { return };
        self.descend(cell, rest, ty, told);
    }

    fn descend(&self, cell: &Cell, rest: &[usize], ty: &Type, told: &mut Vec<Told>) {
        match &cell.content {
            Content::Record(cells) if rest.is_empty() => {
                cells.iter().for_each(|cell| self.descend(cell, rest, &Type::Text, told));
            }
            Content::Record(cells) => self.walk(cells, rest, ty, told),
            Content::List(items) => items.iter().for_each(|item| self.descend(item, rest, ty, told)),
            Content::Map(entries) => entries.iter().for_each(|(_, item)| self.descend(item, rest, ty, told)),
            Content::Value(value) => told.push(self.value(value, ty)),
            Content::Absent | Content::Null | Content::Malformed => {}
        }
    }

    fn value(&self, value: &Value, ty: &Type) -> Told {
        let words = self.cx.words;
        let units = self.cx.loaded.plan.as_ref().and_then(|plan| plan.organised.units);
        match (value, refers(ty)) {
            (Value::Text(key), Some(kind))
                if units.is_some_and(|units| self.model.is_a(kind, units.kind)) =>
            {
                Told::Unit(key.to_string())
            }
            (Value::Date(date), _) => Told::Words(words.each(|c| crate::words::day(c, *date))),
            (Value::Bool(holds), _) => Told::Words(words.each(|c| crate::words::truth(c, *holds))),
            _ => Told::Words(words.each(|c| self.model.say_value(value, c.lang().tag()))),
        }
    }
}

/// The kind that a type refers to, itself or in each of its elements.
fn refers(ty: &Type) -> Option<KindId> {
    match ty.required() {
        Type::Ref(kind) => Some(*kind),
        Type::List(of) | Type::Map(of) => refers(of),
        _ => None,
    }
}
