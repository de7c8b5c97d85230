//! What rules are made of beside provisions, as far as a statement uses it: definitions, parameters, fields, enumerations.

mod declared;
pub(super) mod settings;

use std::collections::BTreeMap;

use kijun_diag::{Sources, Span};
use kijun_findings::Cause;
use kijun_model::{Expr, ExprKind, KindId, Model, ParameterId, StatementId, Type, Value};

use super::aspects::without;
use crate::words::location;
pub(super) use declared::Declared;

/// Something that rules use by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Sort {
    Define,
    Parameter,
    Enum,
    Kind,
    Record,
}

impl Sort {
    /// As the language calls it.
    pub(super) fn name(self) -> &'static str {
        match self {
            Sort::Define => "define",
            Sort::Parameter => "parameter",
            Sort::Enum => "enum",
            Sort::Kind => "kind",
            Sort::Record => "record",
        }
    }
}

/// By sort and name; a field as `kind.field`.
pub(super) type Term = (Sort, String);

/// A term that both rules declare, otherwise.
pub(super) fn changed((sort, name): &Term, was: &Declared, is: &Declared, sources: &Sources) -> Cause {
    let [before, after] = [was, is].map(|declared| declared.written(sources));
    Cause::Term {
        sort: sort.name().to_owned(),
        name: name.clone(),
        before: without(&before, &after),
        after: without(&after, &before),
        at_before: Some(location(sources, was.span)),
        at_after: Some(location(sources, is.span)),
    }
}

/// What statements use, of definitions and chosen parameters with the place where that was written.
pub(super) fn used(
    model: &Model,
    parameters: &BTreeMap<ParameterId, Value>,
    statements: impl Iterator<Item = StatementId>,
) -> BTreeMap<Term, Option<Span>> {
    let mut uses = Uses { model, parameters, terms: BTreeMap::new() };
    for id in statements {
        let statement = model.statement(id);
        let subjects = model.clause(statement.clause).subjects.as_ref();
        let filter = subjects.and_then(|subjects| subjects.filter.as_ref());
        filter.into_iter().chain(&statement.when).chain([&statement.requirement]).for_each(|e| uses.walk(e));
    }
    uses.terms
}

struct Uses<'m> {
    model: &'m Model,
    parameters: &'m BTreeMap<ParameterId, Value>,
    terms: BTreeMap<Term, Option<Span>>,
}

impl Uses<'_> {
    fn walk(&mut self, expr: &Expr) {
        let model = self.model;
        match &expr.kind {
            ExprKind::Call(id, _) => {
                let define = model.define(*id);
                let term = (Sort::Define, define.name.to_string());
                if self.terms.insert(term, Some(define.span)).is_none() {
                    self.walk(&define.body);
                }
            }
            ExprKind::Parameter(id) => {
                let name = model.parameter(*id).name.to_string();
                self.terms.insert((Sort::Parameter, name), self.chosen(*id));
            }
            ExprKind::Const(value) => self.value(value),
            ExprKind::InSet(_, values) => values.iter().for_each(|value| self.value(value)),
            ExprKind::Field(base, index) => self.field(&base.ty, *index),
            _ => {}
        }
        expr.children().into_iter().for_each(|child| self.walk(child));
    }

    /// Where the choice that counts was written.
    fn chosen(&self, id: ParameterId) -> Option<Span> {
        let value = self.parameters.get(&id)?;
        let mut choices = self.model.settings.iter().filter(|set| set.parameter == id);
        choices.find(|set| set.value == *value).map(|set| set.span)
    }

    fn value(&mut self, value: &Value) {
        if let Value::Member(id, _) = value {
            self.terms.insert((Sort::Enum, self.model.enumeration(*id).name.to_string()), None);
        }
    }

    fn field(&mut self, owner: &Type, index: u32) {
        let model = self.model;
        let (sort, of, fields) = match owner.required() {
            Type::Record(id) => (Sort::Record, &model.record(*id).name, &model.record(*id).fields),
            Type::Subject(id) => {
                let id = declaring(model, *id, index);
                (Sort::Kind, &model.kind(id).name, &model.kind(id).fields)
            }
            _ => return,
        };
        let Some(field) = fields.get(index as usize) else { return };
        self.terms.insert((sort, format!("{of}.{}", field.name)), None);
        if let Type::Enum(id) = innermost(&field.ty) {
            self.terms.insert((Sort::Enum, model.enumeration(*id).name.to_string()), None);
        }
    }
}

fn innermost(ty: &Type) -> &Type {
    match ty.required() {
        Type::List(inner) | Type::Map(inner) => innermost(inner),
        other => other,
    }
}

/// The most general kind that has a field.
fn declaring(model: &Model, kind: KindId, index: u32) -> KindId {
    let has = |k: &KindId| model.kind(*k).fields.len() > index as usize;
    let line = std::iter::successors(Some(kind), |&k| model.kind(k).is);
    line.take_while(has).last().unwrap_or(kind)
}
