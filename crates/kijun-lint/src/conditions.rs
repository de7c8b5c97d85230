//! The conditions of which the decision procedure can be asked what they come to, each with what holds where it matters.
//!
//! A condition inside of a quantifier is asked of some element. What speaks of a parameter is left out: it is constant once the
//! documents below have chosen.

mod questions;

pub(crate) use questions::constants;

use kijun_conform::alike;
use kijun_diag::Span;
use kijun_model::{Clause, Domain, Expr, ExprKind, KindId, Logic, Model, Range, Type};

use crate::Cx;

/// A condition that can be asked by itself.
#[derive(Clone, Debug)]
pub(crate) struct Condition<'a> {
    /// The condition.
    pub(crate) expr: &'a Expr,
    /// The subjects that it is about.
    kind: KindId,
    /// What holds wherever it matters, and what each of that comes to. Empty inside of quantifiers.
    given: Vec<Given<'a>>,
    /// The quantifiers around it, outermost first.
    ranges: Vec<&'a Range>,
}

/// A condition and what it comes to.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Given<'a> {
    /// The condition.
    pub(crate) expr: &'a Expr,
    /// Whether it is true, or false.
    pub(crate) holds: bool,
    /// Whether it is the other side of an `and`.
    pub(crate) is_beside: bool,
}

impl<'a> Given<'a> {
    fn guard(expr: &'a Expr) -> Given<'a> {
        Given { expr, holds: true, is_beside: false }
    }
}

/// Every condition of the project's own rules that the decision procedure can be asked about: outer ones before those inside of them.
pub(crate) fn conditions<'a>(cx: &Cx<'a>) -> Vec<Condition<'a>> {
    let model = cx.model;
    let mut walk = Walk { model, kind: KindId(0), given: Vec::new(), ranges: Vec::new(), found: Vec::new() };
    model.clauses.iter().filter(|clause| cx.is_own(clause.span)).for_each(|clause| walk.clause(clause));
    for define in &model.defines {
        if let [Type::Subject(kind)] = define.params[..] {
            walk.from(kind, &[], Some(&define.body));
        }
    }
    let excepted = model.exceptions.iter().filter_map(|exception| exception.subjects.as_ref());
    let measured = model.measures.iter().map(|measure| &measure.over);
    excepted.chain(measured).for_each(|subjects| walk.from(subjects.kind, &[], subjects.filter.as_ref()));
    let mut found = walk.found;
    found.retain(|condition| cx.is_own(condition.expr.span));
    found
}

struct Walk<'a> {
    model: &'a Model,
    kind: KindId,
    given: Vec<Given<'a>>,
    ranges: Vec<&'a Range>,
    found: Vec<Condition<'a>>,
}

impl<'a> Walk<'a> {
    /// Its guards, and what it requires of those whom they let through. A question is not written as a condition.
    fn clause(&mut self, clause: &'a Clause) {
        let Some(subjects) = &clause.subjects else { return };
        self.from(subjects.kind, &[], subjects.filter.as_ref());
        for statement in clause.statements.iter().map(|&id| self.model.statement(id)) {
            let guards: Vec<Given<'a>> =
                subjects.filter.iter().chain(&statement.when).map(Given::guard).collect();
            let n_outer = usize::from(subjects.filter.is_some());
            self.from(subjects.kind, &guards[..n_outer], statement.when.as_ref());
            if statement.attest.is_none() {
                self.from(subjects.kind, &guards, Some(&statement.requirement));
            }
        }
    }

    fn from(&mut self, kind: KindId, given: &[Given<'a>], expr: Option<&'a Expr>) {
        let Some(expr) = expr else { return };
        self.kind = kind;
        self.given = given.to_vec();
        self.visit(expr, None);
    }

    /// `outer`: where what it stands for was written, if that is the same place.
    fn visit(&mut self, expr: &'a Expr, outer: Option<Span>) {
        if is_asked(expr) && outer != Some(expr.span) && !speaks_of_parameters(self.model, expr) {
            let (given, ranges) = (self.given.clone(), self.ranges.clone());
            self.found.push(Condition { expr, kind: self.kind, given, ranges });
        }
        match &expr.kind {
            ExprKind::Logic(Logic::And, one, other) => {
                self.knowing(Given { expr: other, holds: true, is_beside: true }, one, expr.span);
                self.knowing(Given { expr: one, holds: true, is_beside: true }, other, expr.span);
            }
            ExprKind::If(condition, then, otherwise) => {
                self.visit(condition, Some(expr.span));
                self.knowing(Given::guard(condition), then, expr.span);
                self.knowing(Given { holds: false, ..Given::guard(condition) }, otherwise, expr.span);
            }
            // Whether a condition is there is another question than whether it holds.
            ExprKind::IsPresent(_) => {}
            ExprKind::Quantified(_, range, body) => self.range(range, Some(body), expr.span),
            ExprKind::Count(range) => self.range(range, None, expr.span),
            ExprKind::Fold(_, value, range) => self.range(range, Some(value), expr.span),
            _ => expr.children().into_iter().for_each(|part| self.visit(part, Some(expr.span))),
        }
    }

    fn knowing(&mut self, given: Given<'a>, expr: &'a Expr, outer: Span) {
        // Two sides that are alike are another lint's matter; what was not written as two is nobody's.
        let is_one = given.is_beside && alike(self.model, given.expr, expr);
        if is_one || given.expr.span == outer {
            return self.visit(expr, Some(outer));
        }
        self.given.push(given);
        self.visit(expr, Some(outer));
        self.given.pop();
    }

    fn range(&mut self, range: &'a Range, body: Option<&'a Expr>, outer: Span) {
        if let Domain::Elements(list) = &range.domain {
            self.visit(list, Some(outer));
        }
        let given = std::mem::take(&mut self.given);
        self.ranges.push(range);
        range.filter.iter().for_each(|filter| self.visit(filter, Some(outer)));
        body.into_iter().for_each(|body| self.visit(body, Some(outer)));
        self.ranges.pop();
        self.given = given;
    }
}

/// Whether it is a condition of its own: not what is only the opposite of another.
fn is_asked(expr: &Expr) -> bool {
    let is_opposite = matches!(expr.kind, ExprKind::Not(_) | ExprKind::Const(_));
    *expr.ty.required() == Type::Bool && !is_opposite
}

/// Whether it may come to the same for every subject: not a field, nor what compares one with a constant, unless the field's type has
/// bounds.
fn may_be_constant(expr: &Expr) -> bool {
    match &expr.kind {
        ExprKind::Compare(_, one, other) => !is_free(one, other) && !is_free(other, one),
        ExprKind::InSet(item, _) => matches!(item.ty.required(), Type::Enum(_)),
        ExprKind::Logic(..) | ExprKind::Matches(..) | ExprKind::Quantified(..) => true,
        _ => false,
    }
}

/// Whether a side can be any value of a type without bounds, beside a constant.
fn is_free(side: &Expr, constant: &Expr) -> bool {
    let has_bounds = matches!(side.ty.required(), Type::Enum(_) | Type::Bool);
    !has_bounds && matches!(side.kind, ExprKind::Field(..)) && matches!(constant.kind, ExprKind::Const(_))
}

fn speaks_of_parameters(model: &Model, expr: &Expr) -> bool {
    match &expr.kind {
        ExprKind::Parameter(_) => true,
        ExprKind::Call(define, arguments) => {
            speaks_of_parameters(model, &model.define(*define).body)
                || arguments.iter().any(|argument| speaks_of_parameters(model, argument))
        }
        _ => expr.children().into_iter().any(|part| speaks_of_parameters(model, part)),
    }
}
