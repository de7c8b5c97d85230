//! How many elements lists need at most.
//!
//! Conditions in reach of this encoding ask of a list only whether it has an element of some sort, or whether it has as many
//! as a constant. If a subject answers a question, so does one with shorter lists: keep one witness for each quantifier,
//! membership or extreme that asks for one (an extreme beside a value is that an element reaches it, or that there is
//! one at all, or one that is undecided), `n + 1` for each count beside `n`, first of the certain elements, then of
//! the possible ones; drop the rest. Dropping makes nothing true or false that asks for *no* such element or for at most
//! `n`. A quantifier's truth does not depend on elements outside of its own list (comparing elements of two lists is not
//! in reach), so a quantifier inside another counts once.

use std::collections::BTreeMap;

use kijun_model::{Domain, Expr, ExprKind, KindId, RecordId, Type, Value};
use rust_decimal::prelude::ToPrimitive;

use super::Question;

/// Whose elements.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Owner {
    /// A field of a record.
    Record(RecordId, u32),
    /// A field of every kind that has it.
    Subject(u32),
    /// All subjects of a kind.
    Kind(KindId),
}

/// How many elements each list needs.
#[derive(Debug, Default)]
pub(super) struct Bounds {
    needs: BTreeMap<Owner, usize>,
}

impl Bounds {
    pub(super) fn of(question: &Question<'_>) -> Bounds {
        let mut bounds = Bounds::default();
        for id in std::iter::once(&question.higher).chain(question.lowers) {
            let statement = question.model.statement(*id);
            let guards = question.guards(*id).unwrap_or_default();
            for expr in guards.into_iter().chain([&statement.requirement]) {
                bounds.add(question, expr, 1);
            }
        }
        bounds
    }

    pub(super) fn need(&self, owner: Owner) -> usize {
        self.needs.get(&owner).copied().unwrap_or(0)
    }

    /// Adds what an expression needs; a count in it needs so many.
    fn add(&mut self, question: &Question<'_>, expr: &Expr, count: usize) {
        match &expr.kind {
            ExprKind::Quantified(_, range, _) | ExprKind::Fold(_, _, range) => self.domain(&range.domain, 1),
            ExprKind::Count(range) => self.domain(&range.domain, count),
            ExprKind::InList(_, list) => self.list(list, 1),
            ExprKind::Call(id, _) => self.add(question, &question.model.define(*id).body, count),
            _ => {}
        }
        let inside = match &expr.kind {
            ExprKind::Compare(_, a, b) => 1 + size(a).max(size(b)),
            ExprKind::Arithmetic(_, a, b) => count + size(a).max(size(b)),
            _ => 1,
        };
        for child in expr.children() {
            self.add(question, child, inside);
        }
    }

    fn domain(&mut self, domain: &Domain, n: usize) {
        match domain {
            Domain::Elements(list) => self.list(list, n),
            Domain::All(kind) => *self.needs.entry(Owner::Kind(*kind)).or_default() += n,
        }
    }

    fn list(&mut self, list: &Expr, n: usize) {
        let ExprKind::Field(base, field) = &list.kind else { return };
        let owner = match base.ty.required() {
            Type::Record(id) => Owner::Record(*id, *field),
            _ => Owner::Subject(*field),
        };
        *self.needs.entry(owner).or_default() += n;
    }
}

fn size(expr: &Expr) -> usize {
    match &expr.kind {
        ExprKind::Const(Value::Number(n)) => n.ceil().to_usize().unwrap_or(0),
        _ => 0,
    }
}
