//! Connectives, written with `and` and `not` alone.

use std::sync::Arc;

use kijun_diag::Span;
use kijun_model::{Expr, ExprKind, Logic, Value};
use rustc_hash::FxHashSet;

use super::{Compiler, Scope};
use crate::arena::{Node, NodeId};
use crate::written::{Shape, Written};

impl Compiler<'_> {
    pub(super) fn not_written(&mut self, a: &Expr, span: Span, scope: &Scope) -> Arc<Written> {
        let part = self.expr(a, scope);
        let node = self.not(part.node);
        Arc::new(Written { node, span, shape: Shape::Not, parts: vec![part] })
    }

    pub(super) fn logic(&mut self, logic: Logic, expr: &Expr, scope: &Scope) -> Arc<Written> {
        let parts: Vec<_> = operands(logic, expr).into_iter().map(|e| self.expr(e, scope)).collect();
        let nodes: Vec<NodeId> = parts.iter().map(|part| part.node).collect();
        let (shape, node) = match logic {
            Logic::And => (Shape::And, self.and(&nodes)),
            Logic::Or => (Shape::Or, self.or(&nodes)),
            Logic::Implies => {
                let unless = self.not(nodes[1]);
                let both = self.and(&[nodes[0], unless]);
                (Shape::Implies, self.not(both))
            }
        };
        Arc::new(Written { node, span: expr.span, shape, parts })
    }

    pub(super) fn not(&mut self, a: NodeId) -> NodeId {
        match *self.arena.node(a) {
            Node::Not(inner) => inner,
            _ => self.intern(Node::Not(a)),
        }
    }

    /// Flat, without repetition and without what is always true.
    pub(crate) fn and(&mut self, parts: &[NodeId]) -> NodeId {
        let yes = self.constant_node(Value::Bool(true));
        let mut flat: Vec<NodeId> = Vec::with_capacity(parts.len());
        let mut met = FxHashSet::default();
        for &part in parts {
            let inner = match self.arena.node(part) {
                Node::And(inner) => inner.to_vec(),
                _ => vec![part],
            };
            for one in inner {
                if one != yes && met.insert(one) {
                    flat.push(one);
                }
            }
        }
        match flat[..] {
            [] => yes,
            [one] => one,
            _ => self.conjunction(flat),
        }
    }

    /// False as soon as a part is always false.
    fn conjunction(&mut self, flat: Vec<NodeId>) -> NodeId {
        let no = self.constant_node(Value::Bool(false));
        if flat.contains(&no) { no } else { self.intern(Node::And(flat.into())) }
    }

    fn or(&mut self, parts: &[NodeId]) -> NodeId {
        let neither: Vec<NodeId> = parts.iter().map(|&part| self.not(part)).collect();
        let all = self.and(&neither);
        self.not(all)
    }
}

/// The operands of a chain of the same connective. A long chain is as deep as it is long, so this does not recurse.
fn operands(logic: Logic, expr: &Expr) -> Vec<&Expr> {
    let mut operands = Vec::new();
    let mut waiting = vec![expr];
    let mut first = true;
    while let Some(next) = waiting.pop() {
        match &next.kind {
            ExprKind::Logic(same, a, b) if *same == logic && (first || logic != Logic::Implies) => {
                waiting.push(b);
                waiting.push(a);
            }
            _ => operands.push(next),
        }
        first = false;
    }
    operands
}
