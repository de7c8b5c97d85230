//! From values to subjects: the evidence for which facts would hold.

mod values;

use std::collections::BTreeMap;
use std::sync::Arc;

use ipnet::IpNet;
use jiff::civil::{Date, date};
use kijun_diag::Place;
use kijun_model::{Cell, Content, Day, Field, KindId, RecordId, Subject, Type, Value, Version};
use rustc_hash::FxHashMap;

use super::atom::{Atom, Unknown};
use super::calendar::day;
use super::clauses::Fact;
use super::facts::Values;
use super::lower::Lower;
use super::place::{PlaceId, Pool, SOUGHT, Step};
use super::sum::whole;
use values::{ANY_ADDRESS, key_text, versions};

use crate::theory::linear::{Rational, Var};
use crate::theory::versions::between;
use crate::theory::{network, text};

/// Evidence that may show something, and the days on which it would.
#[derive(Clone, Debug)]
pub(crate) struct Candidate {
    pub(crate) subject: Subject,
    pub(crate) others: Vec<Subject>,
    pub(crate) today: Date,
    pub(crate) period: (Date, Date),
}

impl Candidate {
    /// The subject sought, then the others.
    pub(crate) fn nth(&self, number: usize) -> &Subject {
        number.checked_sub(1).and_then(|n| self.others.get(n)).unwrap_or(&self.subject)
    }

    pub(crate) fn nth_mut(&mut self, number: usize) -> &mut Subject {
        match number.checked_sub(1) {
            Some(n) if n < self.others.len() => &mut self.others[n],
            _ => &mut self.subject,
        }
    }
}

/// Builds the evidence.
pub(crate) fn build(lower: &Lower<'_>, facts: &[Fact], values: &Values) -> Candidate {
    let mut children: BTreeMap<PlaceId, Vec<PlaceId>> = BTreeMap::new();
    for place in lower.places.all() {
        if let Step::Field(of, _) = lower.places.step(place) {
            children.entry(of).or_default().push(place);
        }
    }
    let facts: FxHashMap<&Atom, bool> =
        facts.iter().map(|(atom, holds)| (lower.atoms.get(*atom), *holds)).collect();
    let build = Build { lower, facts, values, children, versions: versions(lower, values) };
    let others = build.others();
    let day = |which| build.audit_day(which);
    Candidate {
        subject: build.subject(SOUGHT, 0),
        others,
        today: day(Day::Today),
        period: (day(Day::PeriodStart), day(Day::PeriodEnd)),
    }
}

struct Build<'l, 'a> {
    lower: &'l Lower<'a>,
    facts: FxHashMap<&'l Atom, bool>,
    values: &'l Values,
    children: BTreeMap<PlaceId, Vec<PlaceId>>,
    versions: BTreeMap<Rational, Version>,
}

impl Build<'_, '_> {
    fn others(&self) -> Vec<Subject> {
        let pools = self.lower.places.pools.iter().filter(|pool| matches!(pool, Pool::Kind(_)));
        let elements = pools.flat_map(|&pool| self.elements(pool));
        elements.zip(1..).map(|(place, number)| self.subject(place, number)).collect()
    }

    /// The elements that are there.
    fn elements(&self, pool: Pool) -> impl Iterator<Item = PlaceId> {
        let all =
            (0..self.lower.places.size(pool)).filter_map(move |n| self.lower.places.element_at(pool, n));
        all.filter(|&place| self.fact(&Atom::Exists(place)))
    }

    fn fact(&self, atom: &Atom) -> bool {
        self.facts.get(atom).copied().unwrap_or(false)
    }

    fn subject(&self, place: PlaceId, number: usize) -> Subject {
        let kind = self.kind(place);
        let declared = self.lower.model().kind(kind);
        let mut cells = self.fields(place, &declared.fields);
        let mut key: Vec<Arc<str>> = Vec::new();
        for index in declared.key() {
            if cells[index].content == Content::Absent {
                let name = if number == 0 { "example".to_owned() } else { format!("example-{number}") };
                cells[index].content =
                    Content::Value(self.key_value(declared.fields[index].ty.required(), &name, number));
            }
            if let Content::Value(value) = &cells[index].content {
                key.push(key_text(value));
            }
        }
        let key = key.join("/").into();
        Subject {
            kind,
            key,
            cells: cells.into(),
            place: self.nowhere(),
            taken_on: Some(self.audit_day(Day::Today)),
            taken_at: None,
        }
    }

    fn kind(&self, place: PlaceId) -> KindId {
        match self.lower.places.ty(place) {
            Type::Subject(kind) => *kind,
            _ => KindId::from_index(0),
        }
    }

    /// A value for a part of a key that nothing speaks of.
    fn key_value(&self, ty: &Type, name: &str, number: usize) -> Value {
        match ty {
            Type::Text | Type::Ref(_) => Value::Text(name.into()),
            other => {
                let nth = Rational::from(num_bigint::BigInt::from(number + 1));
                self.of_number(other, &nth, None).unwrap_or(Value::Text(name.into()))
            }
        }
    }

    fn fields(&self, of: PlaceId, declared: &[Field]) -> Vec<Cell> {
        let mut cells = self.plain_fields(record_of(self.lower.places.ty(of)), declared);
        for &child in self.children.get(&of).into_iter().flatten() {
            if let Step::Field(_, field) = self.lower.places.step(child)
                && let Some(cell) = cells.get_mut(field as usize)
            {
                *cell = self.cell(child);
            }
        }
        cells
    }

    /// Plain values for what is required and named somewhere: it matters even where no fact speaks of it.
    fn plain_fields(&self, record: Option<RecordId>, declared: &[Field]) -> Vec<Cell> {
        let plain = |(place, field): (u32, &Field)| {
            let wanted = !field.key && !field.ty.is_optional() && self.lower.named.contains(&(record, place));
            let content = if wanted { self.plain(&field.ty) } else { Content::Absent };
            Cell { content, place: self.nowhere() }
        };
        (0..).zip(declared).map(plain).collect()
    }

    fn plain(&self, ty: &Type) -> Content {
        match ty.required() {
            Type::Record(id) => {
                Content::Record(self.plain_fields(Some(*id), &self.lower.model().record(*id).fields).into())
            }
            Type::List(_) => Content::List(Vec::new()),
            Type::Map(_) => Content::Map(Vec::new()),
            Type::Bool => Content::Value(Value::Bool(false)),
            Type::Text | Type::Ref(_) => Content::Value(Value::Text("a".into())),
            other => self.anything(other).map_or(Content::Absent, Content::Value),
        }
    }

    fn cell(&self, place: PlaceId) -> Cell {
        let absent = self.lower.places.ty(place).is_optional() && !self.fact(&Atom::Present(place));
        let content = if absent { Content::Absent } else { self.content(place) };
        Cell { content, place: self.nowhere() }
    }

    fn content(&self, place: PlaceId) -> Content {
        let list = || self.elements(Pool::List(place)).map(|element| self.cell(element));
        match self.lower.places.ty(place).required() {
            Type::Record(id) => {
                Content::Record(self.fields(place, &self.lower.model().record(*id).fields).into())
            }
            Type::List(_) => Content::List(list().collect()),
            Type::Map(_) => {
                let named = |(n, cell)| (Arc::from(format!("entry{n}")), cell);
                Content::Map((1..).zip(list()).map(named).collect())
            }
            Type::Bool => Content::Value(Value::Bool(self.fact(&Atom::Flag(place)))),
            ty => self.scalar(place, ty).map_or(Content::Absent, Content::Value),
        }
    }

    fn scalar(&self, place: PlaceId, ty: &Type) -> Option<Value> {
        let unknown = Unknown::Place(place);
        match ty {
            Type::Text | Type::Ref(_) => {
                let text = self.lower.texts.find(unknown).map(text::Var);
                let text = text.and_then(|var| self.values.texts.get(var.0 as usize)).cloned();
                Some(Value::Text(text.unwrap_or_else(|| "a".into())))
            }
            Type::Ip => {
                let var = self.lower.networks.find(unknown).map(network::Var);
                let net = var.and_then(|var| self.values.networks.get(var.0 as usize)).copied();
                Some(Value::Ip(net.unwrap_or(IpNet::from(ANY_ADDRESS))))
            }
            _ => {
                let var = self.lower.numbers.find(unknown).map(Var);
                let number = var.and_then(|var| Some((var, self.values.numbers.get(var.0 as usize)?)));
                let Some((var, number)) = number else { return self.anything(ty) };
                let written = self.lower.hints.iter().find(|hint| hint.0 == var && hint.1 == *number);
                self.of_number(ty, number, written.and_then(|hint| hint.2.as_ref()))
            }
        }
    }

    /// Some value of a type, where nothing is asked but that there is one.
    fn anything(&self, ty: &Type) -> Option<Value> {
        match ty {
            Type::Version => between(None, None).map(Value::Version),
            Type::Date => Some(Value::Date(self.audit_day(Day::Today))),
            Type::Ip => Some(Value::Ip(IpNet::from(ANY_ADDRESS))),
            Type::DateTime => Some(Value::DateTime(self.audit_day(Day::Today).at(9, 0, 0, 0))),
            ty => self.of_number(ty, &whole(0), None),
        }
    }

    fn audit_day(&self, which: Day) -> Date {
        let days = self.lower.solver.days;
        let chosen = self.lower.numbers.find(Unknown::Day(which));
        let chosen = chosen.and_then(|var| self.values.numbers.get(var as usize)).and_then(day);
        let usual = match which {
            Day::Today => days.today,
            Day::PeriodStart => days.period_start,
            Day::PeriodEnd => days.period_end,
        };
        // An unknown that no fact speaks of stands at zero, which is a day like any other, but not a plain one.
        let spoken = |day: &Date| *day != date(1970, 1, 1);
        chosen.filter(spoken).unwrap_or(usual)
    }

    /// Made-up evidence stands in no file: it takes the file of the vocabulary.
    fn nowhere(&self) -> Place {
        Place { file: self.lower.model().kind(self.kind(SOUGHT)).span.file, line: 1, column: 1, width: 0 }
    }
}

fn record_of(ty: &Type) -> Option<RecordId> {
    match ty.required() {
        Type::Record(id) => Some(*id),
        _ => None,
    }
}
