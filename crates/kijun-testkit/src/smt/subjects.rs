//! A subject that could be any: one unknown for each value that evidence would hold.

use std::rc::Rc;

use jiff::civil::{Date, date};
use kijun_model::{Field, KindId, RecordId, Type};

use super::Writer;
use super::bounds::Owner;
use super::constants::day;
use super::terms::{Scalar, Sort, Sym, Truth, not};

/// Days of evidence and of audits: the first one, and the first one after.
const DAYS: (Date, Date) = (date(1, 1, 1), date(9001, 1, 1));

impl Writer<'_> {
    pub(super) fn subject(&mut self, kind: KindId) -> Sym {
        let model = self.question.model;
        let cells = self.cells(&model.kind(kind).fields, None);
        Sym::Record(Rc::new(cells), "false".to_owned())
    }

    /// Every subject of a kind: the same ones each time they are asked about.
    pub(super) fn population(&mut self, kind: KindId, own: &Sym) -> Sym {
        if let Some(known) = self.populations.get(&kind) {
            return known.clone();
        }
        let mut elements: Vec<(String, Sym)> = (0..self.bounds.need(Owner::Kind(kind)))
            .map(|_| (self.unknown("Bool"), self.subject(kind)))
            .collect();
        if self.question.model.is_a(self.question.kind, kind) {
            elements.push(("true".to_owned(), own.clone()));
        }
        let all = Sym::List(Rc::new(elements), "false".to_owned());
        self.populations.insert(kind, all.clone());
        all
    }

    fn cells(&mut self, fields: &[Field], record: Option<RecordId>) -> Vec<Sym> {
        let owner = |at: usize| {
            let at = u32::try_from(at).unwrap_or(u32::MAX);
            record.map_or(Owner::Subject(at), |id| Owner::Record(id, at))
        };
        fields.iter().enumerate().map(|(at, field)| self.cell(&field.ty, Some(owner(at)))).collect()
    }

    fn cell(&mut self, ty: &Type, owner: Option<Owner>) -> Sym {
        let absent = if ty.is_optional() { self.unknown("Bool") } else { "false".to_owned() };
        let there = match ty.required() {
            Type::Record(id) => {
                let model = self.question.model;
                Sym::Record(Rc::new(self.cells(&model.record(*id).fields, Some(*id))), "false".to_owned())
            }
            Type::List(element) | Type::Map(element) => {
                let n = owner.map_or(0, |owner| self.bounds.need(owner));
                let elements = (0..n).map(|_| (self.unknown("Bool"), self.cell(element, None))).collect();
                Sym::List(Rc::new(elements), "false".to_owned())
            }
            Type::Bool => {
                let value = self.unknown("Bool");
                Sym::Bool(Truth { f: not(&value), t: value }, "false".to_owned())
            }
            scalar => Sym::Scalar(self.scalar_of(scalar)),
        };
        there.inside(&absent)
    }

    /// An unknown of a type, within the values that the type has.
    fn scalar_of(&mut self, ty: &Type) -> Scalar {
        let sort = match ty {
            Type::Number | Type::Size | Type::Percent | Type::Version => Sort::Real,
            Type::Text | Type::Ref(_) => Sort::String,
            _ => Sort::Int,
        };
        let value = self.unknown(sort.name());
        let end = match ty {
            Type::Size => Some(("0.0", None)),
            Type::Duration | Type::BusinessDays => Some(("0", None)),
            Type::Enum(id) => Some(("0", Some(self.question.model.enumeration(*id).members.len()))),
            Type::Ip => Some(("0", Some(self.constants.networks.len()))),
            _ => None,
        };
        if let Some((least, below)) = end {
            self.assert(&format!("(>= {value} {least})"));
            if let Some(below) = below {
                self.assert(&format!("(< {value} {below})"));
            }
        }
        match ty {
            Type::Date => self.within_calendar(&value, 1),
            Type::DateTime => self.within_calendar(&value, 86_400),
            _ => {}
        }
        Scalar::known(sort, value)
    }

    fn within_calendar(&mut self, value: &str, unit: i64) {
        let (first, end) = (day(DAYS.0) * unit, day(DAYS.1) * unit);
        self.assert(&format!("(and (>= {value} {first}) (< {value} {end}))"));
    }

    /// A day of the audit, the same each time it is named. The audited period has begun by the audit date.
    pub(super) fn day_of_audit(&mut self, name: &'static str) -> Scalar {
        if let Some(value) = self.days.get(name) {
            return Scalar::known(Sort::Int, value.clone());
        }
        for name in ["start", "end", "today"] {
            let value = self.unknown("Int");
            self.within_calendar(&value, 1);
            self.days.insert(name, value);
        }
        let [start, end, today] = ["start", "end", "today"].map(|name| self.days[name].clone());
        self.assert(&format!("(and (<= {start} {end}) (<= {start} {today}))"));
        Scalar::known(Sort::Int, self.days[name].clone())
    }
}
