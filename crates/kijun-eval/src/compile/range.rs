//! Quantifiers, counts and folds, and the joins among them.
//!
//! `every x : Q` is written `not some x : not Q`, and `no x : Q` is written `not some x : Q`.

use std::sync::Arc;

use kijun_diag::Span;
use kijun_model::{Comparison, Domain, Duration, Expr, Fold, KindId, Quantifier, Range, Type, Value};
use rust_decimal::Decimal;

use super::{Compiler, Scope, owner};
use crate::arena::{From, Join, Node, NodeId, Over, Slot, bit};
use crate::written::{Form, Origin, Owner, Ranged, Shape, Written};

/// A range whose elements, but not yet whose condition, have been compiled.
struct Opened {
    from: From,
    slot: Slot,
    filter: NodeId,
    parts: Vec<Arc<Written>>,
    inside: Scope,
    element: Owner,
    filtered: bool,
}

impl Compiler<'_> {
    pub(super) fn quantified(
        &mut self,
        quantifier: Quantifier,
        range: &Range,
        body: &Expr,
        span: Span,
        scope: &Scope,
    ) -> Arc<Written> {
        let mut opened = self.open(range, span, scope);
        let body = self.expr(body, &opened.inside);
        let wanted = if quantifier == Quantifier::Every { self.not(body.node) } else { body.node };
        let holds = self.and(&[opened.filter, wanted]);
        let over = self.over(&opened, holds);
        let some = self.intern(Node::Some(over));
        opened.parts.push(body);
        let (form, node) = match quantifier {
            Quantifier::Every => (Form::Every, self.not(some)),
            Quantifier::Some => (Form::Some, some),
            Quantifier::No => (Form::No, self.not(some)),
        };
        opened.written(node, form, Some(quantifier), span)
    }

    pub(super) fn count(&mut self, range: &Range, span: Span, scope: &Scope) -> Arc<Written> {
        let opened = self.open(range, span, scope);
        let over = self.over(&opened, opened.filter);
        let node = self.intern(Node::Count(over));
        opened.written(node, Form::Count, None, span)
    }

    pub(super) fn fold(
        &mut self,
        fold: Fold,
        value: &Expr,
        range: &Range,
        expr: &Expr,
        scope: &Scope,
    ) -> Arc<Written> {
        let mut opened = self.open(range, expr.span, scope);
        let value = self.expr(value, &opened.inside);
        let over = self.over(&opened, opened.filter);
        let (form, zero) = match fold {
            Fold::Sum => (Form::Sum, zero(&expr.ty).map(|zero| self.arena.constant_number(zero))),
            Fold::Min => (Form::Min, None),
            Fold::Max => (Form::Max, None),
        };
        let node = self.intern(Node::Fold(fold, value.node, over, zero));
        opened.parts.push(value);
        opened.written(node, form, None, expr.span)
    }

    fn open(&mut self, range: &Range, span: Span, scope: &Scope) -> Opened {
        let mut parts = Vec::new();
        let from = match &range.domain {
            Domain::All(kind) => From::All(*kind),
            Domain::Elements(list) => {
                parts.push(self.expr(list, scope));
                From::List(parts[0].node)
            }
        };
        let slot = scope.next;
        let mut inside = Scope { locals: scope.locals.clone(), next: slot + 1 };
        let element = self.bound(slot, range.element.is_optional(), span);
        inside.locals.resize(range.binder.index(), Arc::clone(&element));
        inside.locals.push(element);
        let filter = match &range.filter {
            Some(filter) => {
                parts.push(self.expr(filter, &inside));
                parts[parts.len() - 1].node
            }
            None => self.constant_node(Value::Bool(true)),
        };
        Opened {
            from,
            slot,
            filter,
            parts,
            inside,
            element: owner(&range.element),
            filtered: range.filter.is_some(),
        }
    }

    fn over(&mut self, opened: &Opened, holds: NodeId) -> Over {
        let join = match opened.from {
            From::All(kind) => self.join(kind, opened.slot, holds),
            From::List(_) => None,
        };
        Over { from: opened.from, slot: opened.slot, holds, join }
    }

    /// Looks in a condition for `element.field == key`; best a key that is not the same for all subjects.
    fn join(&mut self, kind: KindId, slot: Slot, holds: NodeId) -> Option<Join> {
        let conjuncts = match self.arena.node(holds) {
            Node::And(all) => all.to_vec(),
            _ => vec![holds],
        };
        let mut keys: Vec<_> = conjuncts.iter().filter_map(|&c| Some((c, self.key(slot, c)?))).collect();
        keys.sort_by_key(|(_, (_, _, key))| self.arena.facts(*key).reads == 0);
        let (conjunct, (field, number, key)) = *keys.first()?;
        let others: Vec<NodeId> = conjuncts.into_iter().filter(|&c| c != conjunct).collect();
        let rest = self.and(&others);
        let index = self.arena.index_number(kind, number);
        let alone = self.arena.facts(rest).reads & !bit(slot) == 0;
        let shared = alone.then(|| self.arena.rest_number(index, rest));
        Some(Join { index, field, key, rest, shared })
    }

    /// The field (with its number) and the key of an equality that an index can answer.
    fn key(&self, slot: Slot, conjunct: NodeId) -> Option<(NodeId, u32, NodeId)> {
        let Node::Compare(Comparison::Eq, a, b) = *self.arena.node(conjunct) else { return None };
        [(a, b), (b, a)].into_iter().find_map(|(field, key)| {
            let Node::Field { base, field: number, .. } = *self.arena.node(field) else { return None };
            let of_element = matches!(self.arena.node(base), Node::Slot { slot: s, .. } if *s == slot);
            let free = self.arena.facts(key).reads & bit(slot) == 0;
            (of_element && free).then_some((field, number, key))
        })
    }
}

impl Opened {
    fn written(self, node: NodeId, form: Form, quantifier: Option<Quantifier>, span: Span) -> Arc<Written> {
        let origin = match self.from {
            From::List(_) => Origin::List,
            From::All(kind) => Origin::All(kind),
        };
        let ranged =
            Ranged { slot: self.slot, origin, element: self.element, filtered: self.filtered, quantifier };
        Arc::new(Written { node, span, shape: Shape::Range(form, ranged), parts: self.parts })
    }
}

/// The sum of nothing.
pub(crate) fn zero(ty: &Type) -> Option<Value> {
    Some(match ty.required() {
        Type::Int | Type::Number => Value::Number(Decimal::ZERO),
        Type::Size => Value::Size(Decimal::ZERO),
        Type::Percent => Value::Percent(Decimal::ZERO),
        Type::Duration => Value::Duration(Duration::default()),
        Type::BusinessDays => Value::BusinessDays(0),
        _ => return None,
    })
}
