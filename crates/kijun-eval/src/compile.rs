//! Compiles typed expressions: fills in definitions, parameters and days, and shares what is equal.

mod logic;
mod range;

pub(crate) use range::zero;

use std::collections::BTreeMap;
use std::sync::Arc;

use kijun_diag::Span;
use kijun_model::{Comparison, Day, DefineId, Expr, ExprKind, KindId, Model, ParameterId, Type, Value};
use regex::{Regex, RegexBuilder};
use rustc_hash::FxHashMap;

use crate::arena::{Arena, MAX_SLOTS, Node, NodeId, Slot, Tree};
use crate::calendar::{Days, Workdays};
use crate::population::Population;
use crate::run::{Run, Scratch};
use crate::scalar::Scalar;
use crate::written::{Form, Owner, Shape, Written};

/// How deep a compiled expression may be, definitions filled in; of its levels at most 63 may be quantifiers, counts and
/// folds. A run takes stack for each level.
pub const MAX_DEPTH: u32 = 512;
/// How many nodes one statement may add. Definitions that call definitions can grow beyond any bound.
pub const MAX_NODES: usize = 100_000;
/// How many bytes a compiled regular expression may take.
const MAX_REGEX: usize = 1 << 20;

/// Why an expression was not compiled. What holds it is unknown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Refusal {
    /// With its definitions filled in it is deeper than [`MAX_DEPTH`], or has more than 63 binders inside each other.
    TooDeep,
    /// With its definitions filled in it has more than [`MAX_NODES`] parts.
    TooLarge,
    /// A regular expression takes too much memory.
    Regex,
}

/// A compiler at work.
pub(crate) struct Compiler<'m> {
    model: &'m Model,
    parameters: &'m BTreeMap<ParameterId, Value>,
    days: &'m Days,
    pub(crate) arena: Arena,
    calls: FxHashMap<(DefineId, Vec<NodeId>, Slot), Arc<Written>>,
    depth: u32,
    /// The number of nodes that the statement at hand may not exceed.
    budget: usize,
    /// What was refused in the statement at hand.
    pub(crate) refusals: Vec<(Refusal, Span)>,
}

/// What the locals of an expression stand for.
#[derive(Clone, Debug)]
pub(crate) struct Scope {
    locals: Vec<Arc<Written>>,
    /// The next binder's slot.
    next: Slot,
}

impl<'m> Compiler<'m> {
    pub(crate) fn new(
        model: &'m Model,
        parameters: &'m BTreeMap<ParameterId, Value>,
        days: &'m Days,
    ) -> Compiler<'m> {
        Compiler {
            model,
            parameters,
            days,
            arena: Arena::new(Workdays::new(&days.calendar)),
            calls: FxHashMap::default(),
            depth: 0,
            budget: MAX_NODES,
            refusals: Vec::new(),
        }
    }

    /// Begins with another statement.
    pub(crate) fn begin(&mut self) {
        self.budget = self.arena.nodes.len() + MAX_NODES;
        self.refusals.clear();
    }

    /// An expression about a subject.
    pub(crate) fn about_subject(&mut self, expr: &Expr) -> Arc<Written> {
        let subject = self.bound(0, false, expr.span);
        self.expr(expr, &Scope { locals: vec![subject], next: 1 })
    }

    /// The tree in which subjects of a kind stand, by its number.
    pub(crate) fn tree(&mut self, kind: KindId) -> Option<u32> {
        let (kind, field) = self.model.tree(kind)?;
        let optional = self.model.kind(kind).fields[field].ty.is_optional();
        Some(self.arena.tree_number(Tree { kind, field: u32::try_from(field).ok()?, optional }))
    }

    fn expr(&mut self, expr: &Expr, scope: &Scope) -> Arc<Written> {
        if self.depth >= MAX_DEPTH || scope.next > MAX_SLOTS {
            return self.refuse(Refusal::TooDeep, expr.span);
        }
        if self.arena.nodes.len() >= self.budget {
            return self.refuse(Refusal::TooLarge, expr.span);
        }
        self.depth += 1;
        let written = self.form(expr, scope);
        self.depth -= 1;
        match self.arena.facts(written.node).depth > MAX_DEPTH {
            true => self.refuse(Refusal::TooDeep, expr.span),
            false => written,
        }
    }

    fn form(&mut self, expr: &Expr, scope: &Scope) -> Arc<Written> {
        match &expr.kind {
            ExprKind::Const(value) => self.constant(value.clone(), expr.span),
            ExprKind::Local(local) => match scope.locals.get(local.index()) {
                Some(written) => Arc::clone(written),
                None => self.unknown(Shape::Unanswered, expr.span),
            },
            ExprKind::Field(base, field) => self.field(base, *field, expr.span, scope),
            ExprKind::Parameter(id) => self.parameter(*id, expr.span),
            ExprKind::Day(day) => self.constant(Value::Date(self.day(*day)), expr.span),
            ExprKind::Not(a) => self.not_written(a, expr.span, scope),
            ExprKind::Logic(logic, ..) => self.logic(*logic, expr, scope),
            ExprKind::Compare(op, a, b) => {
                self.two(Form::Compare, a, b, expr.span, scope, |a, b| Node::Compare(*op, a, b))
            }
            ExprKind::InSet(item, values) => {
                let set = self.arena.set_number(values);
                self.one(Form::InSet, item, expr.span, scope, |item| Node::InSet(item, set))
            }
            ExprKind::InList(item, list) => {
                let parts = vec![self.expr(item, scope), self.expr(list, scope)];
                self.written(Shape::InList, parts, expr.span, |p| Node::InList(p[0], p[1]))
            }
            ExprKind::Matches(text, pattern) => self.matches(text, pattern, expr.span, scope),
            ExprKind::Text(test, a, b) => {
                self.two(Form::Text, a, b, expr.span, scope, |a, b| Node::Text(*test, a, b))
            }
            ExprKind::Within(a, b) => self.two(Form::Within, a, b, expr.span, scope, Node::Within),
            ExprKind::Under(a, b, kind) => match self.tree(*kind) {
                Some(tree) => self.two(Form::Under, a, b, expr.span, scope, |a, b| Node::Under(a, b, tree)),
                None => self.unknown(Shape::Unanswered, expr.span),
            },
            ExprKind::IsPresent(a) => {
                let parts = vec![self.expr(a, scope)];
                self.written(Shape::IsPresent, parts, expr.span, |p| Node::IsPresent(p[0]))
            }
            ExprKind::Quantified(quantifier, range, body) => {
                self.quantified(*quantifier, range, body, expr.span, scope)
            }
            ExprKind::Count(range) => self.count(range, expr.span, scope),
            ExprKind::Fold(fold, value, range) => self.fold(*fold, value, range, expr, scope),
            ExprKind::Arithmetic(op, a, b) => {
                self.two(Form::Arithmetic, a, b, expr.span, scope, |a, b| Node::Arithmetic(*op, a, b))
            }
            ExprKind::Negate(a) => self.one(Form::Negate, a, expr.span, scope, Node::Negate),
            ExprKind::Age(since) => self.age(since, expr.span, scope),
            ExprKind::If(c, a, b) => {
                let parts = vec![self.expr(c, scope), self.expr(a, scope), self.expr(b, scope)];
                self.written(Shape::If, parts, expr.span, |p| Node::If(p[0], p[1], p[2]))
            }
            ExprKind::Call(define, args) => self.call(*define, args, expr.span, scope),
            ExprKind::Unanswered | ExprKind::Broken => self.unknown(Shape::Unanswered, expr.span),
        }
    }

    fn field(&mut self, base: &Expr, field: u32, span: Span, scope: &Scope) -> Arc<Written> {
        let owner = owner(&base.ty);
        let fields = match owner {
            Owner::Record(id) => &self.model.record(id).fields[..],
            Owner::Kind(id) => &self.model.kind(id).fields[..],
            Owner::Nothing => &[],
        };
        let optional = fields.get(field as usize).is_some_and(|f| f.ty.is_optional());
        let parts = vec![self.expr(base, scope)];
        self.written(Shape::Field(owner, field), parts, span, |p| Node::Field { base: p[0], field, optional })
    }

    fn parameter(&mut self, id: ParameterId, span: Span) -> Arc<Written> {
        let node = match self.parameters.get(&id) {
            Some(value) => self.constant_node(value.clone()),
            None => self.intern(Node::Unknown),
        };
        leaf(node, Shape::Parameter(id), span)
    }

    fn matches(&mut self, text: &Expr, pattern: &str, span: Span, scope: &Scope) -> Arc<Written> {
        match self.arena.regex_number(pattern, || regex(pattern)) {
            Some(number) => self.one(Form::Matches, text, span, scope, |text| Node::Matches(text, number)),
            None => self.refuse(Refusal::Regex, span),
        }
    }

    /// The days since a date. Of a day to come nobody knows an age: it is a mistake of the evidence, and must not pass
    /// for a young one.
    fn age(&mut self, since: &Expr, span: Span, scope: &Scope) -> Arc<Written> {
        let today = self.constant_node(Value::Date(self.days.today));
        let since = self.expr(since, scope);
        let past = self.intern(Node::Compare(Comparison::Le, since.node, today));
        let length = self.intern(Node::Arithmetic(kijun_model::Arithmetic::Sub, today, since.node));
        let nobody = self.intern(Node::Unknown);
        self.written(Shape::Strict(Form::Age), vec![since], span, |_| Node::If(past, length, nobody))
    }

    /// A definition's body with its arguments filled in. The same call is compiled once.
    fn call(&mut self, id: DefineId, args: &[Expr], span: Span, scope: &Scope) -> Arc<Written> {
        let locals: Vec<_> = args.iter().map(|arg| self.expr(arg, scope)).collect();
        let key = (id, locals.iter().map(|l| l.node).collect::<Vec<_>>(), scope.next);
        let body = match self.calls.get(&key) {
            Some(body) => Arc::clone(body),
            None => {
                let model = self.model;
                let body = self.expr(&model.define(id).body, &Scope { locals, next: scope.next });
                if self.refusals.is_empty() {
                    self.calls.insert(key, Arc::clone(&body));
                }
                body
            }
        };
        Arc::new(Written { node: body.node, span, shape: Shape::Call(id), parts: vec![body] })
    }

    fn day(&self, day: Day) -> jiff::civil::Date {
        match day {
            Day::Today => self.days.today,
            Day::PeriodStart => self.days.period_start,
            Day::PeriodEnd => self.days.period_end,
        }
    }

    fn one(
        &mut self,
        form: Form,
        a: &Expr,
        span: Span,
        scope: &Scope,
        node: impl FnOnce(NodeId) -> Node,
    ) -> Arc<Written> {
        let parts = vec![self.expr(a, scope)];
        self.written(Shape::Strict(form), parts, span, |p| node(p[0]))
    }

    fn two(
        &mut self,
        form: Form,
        a: &Expr,
        b: &Expr,
        span: Span,
        scope: &Scope,
        node: impl FnOnce(NodeId, NodeId) -> Node,
    ) -> Arc<Written> {
        let parts = vec![self.expr(a, scope), self.expr(b, scope)];
        self.written(Shape::Strict(form), parts, span, |p| node(p[0], p[1]))
    }

    fn written(
        &mut self,
        shape: Shape,
        parts: Vec<Arc<Written>>,
        span: Span,
        node: impl FnOnce(&[NodeId]) -> Node,
    ) -> Arc<Written> {
        let ids: Vec<NodeId> = parts.iter().map(|part| part.node).collect();
        let node = self.intern(node(&ids));
        Arc::new(Written { node, span, shape, parts })
    }

    fn bound(&mut self, slot: Slot, optional: bool, span: Span) -> Arc<Written> {
        let node = self.intern(Node::Slot { slot, optional });
        leaf(node, Shape::Bound(slot), span)
    }

    fn constant(&mut self, value: Value, span: Span) -> Arc<Written> {
        let node = self.constant_node(value);
        leaf(node, Shape::Known, span)
    }

    fn unknown(&mut self, shape: Shape, span: Span) -> Arc<Written> {
        let node = self.intern(Node::Unknown);
        leaf(node, shape, span)
    }

    fn refuse(&mut self, refusal: Refusal, span: Span) -> Arc<Written> {
        if !self.refusals.iter().any(|(known, _)| *known == refusal) {
            self.refusals.push((refusal, span));
        }
        self.unknown(Shape::Refused, span)
    }

    fn constant_node(&mut self, value: Value) -> NodeId {
        let number = self.arena.constant_number(value);
        self.intern(Node::Const(number))
    }

    /// The number of a node. One that reads no evidence is computed here and now.
    pub(crate) fn intern(&mut self, node: Node) -> NodeId {
        if let Some(id) = self.arena.find(&node) {
            return id;
        }
        let settled = matches!(node, Node::Const(_) | Node::Unknown);
        let id = self.arena.push(node);
        let facts = self.arena.facts(id);
        if settled || facts.reads != 0 || facts.joins || facts.depth > MAX_DEPTH {
            return id;
        }
        let folded = self.run_without_evidence(id);
        self.arena.pop();
        match folded {
            Scalar::Known(value) => self.constant_node(value.into_owned()),
            Scalar::Between(_) | Scalar::Unknown(_) => self.intern(Node::Unknown),
        }
    }

    fn run_without_evidence(&self, id: NodeId) -> Scalar<'static> {
        let population = Population::empty();
        let mut run = Run { arena: &self.arena, population: &population, scratch: &mut Scratch::default() };
        run.scalar(id, None).into_owned()
    }
}

/// What the fields of a type belong to.
fn owner(ty: &Type) -> Owner {
    match *ty.required() {
        Type::Record(id) => Owner::Record(id),
        Type::Subject(id) => Owner::Kind(id),
        _ => Owner::Nothing,
    }
}

fn leaf(node: NodeId, shape: Shape, span: Span) -> Arc<Written> {
    Arc::new(Written { node, span, shape, parts: Vec::new() })
}

fn regex(pattern: &str) -> Option<Regex> {
    RegexBuilder::new(pattern).size_limit(MAX_REGEX).build().ok()
}
