//! Scalars: what is known of them, and when.

use std::rc::Rc;

use kijun_model::{Day, Expr, ExprKind, ParameterId, Type, Value};

use super::Lower;
use crate::solver::atom::{Atom, Bounded, Unknown, bounded};
use crate::solver::formula::Formula;
use crate::solver::place::{PlaceId, SOUGHT};
use crate::solver::sum::{Sum, number_of, whole};
use crate::solver::term::{Counted, Env, Extreme, Is, Rails, Scalar, Term};
use crate::theory::linear::{Rational, Var};
use crate::theory::{network, text};

impl<'a> Lower<'a> {
    /// What an expression stands for: evidence as it is, or a scalar.
    pub(super) fn what(&mut self, expr: &'a Expr, env: &Env<'a>) -> Is<'a> {
        match &expr.kind {
            ExprKind::Local(local) => match env.get(local.index()) {
                Some(local) => local.is.clone(),
                None => Is::Scalar(Rc::new(Scalar::unknown())),
            },
            ExprKind::Field(base, field) => match self.what(base, env) {
                Is::Place(SOUGHT) if self.with.as_ref().is_some_and(|(with, _)| with == field) => {
                    let value = self.with.as_ref().map(|(_, value)| value.clone());
                    Is::Scalar(Rc::new(value.map_or_else(Scalar::unknown, |v| Scalar::known(Term::Value(v)))))
                }
                Is::Place(place) => match self.places.field(place, *field) {
                    Some(place) => Is::Place(place),
                    None => Is::Scalar(Rc::new(Scalar::unknown())),
                },
                other => other,
            },
            ExprKind::Call(define, args) => {
                let inner = self.arguments(args, env);
                self.what(&self.model().define(*define).body, &inner)
            }
            _ => Is::Scalar(Rc::new(self.scalar(expr, env))),
        }
    }

    /// A scalar.
    pub(crate) fn scalar(&mut self, expr: &'a Expr, env: &Env<'a>) -> Scalar<'a> {
        match &expr.kind {
            ExprKind::Const(value) => Scalar::known(Term::Value(value.clone())),
            ExprKind::Local(_) | ExprKind::Field(..) | ExprKind::Call(..) => match self.what(expr, env) {
                Is::Place(place) => self.at(place),
                Is::Scalar(scalar) => (*scalar).clone(),
            },
            ExprKind::Parameter(id) => self.parameter(*id),
            ExprKind::Day(day) => Scalar::known(self.day(*day)),
            ExprKind::Count(range) => match self.over(range, env) {
                Some(over) => {
                    Scalar::known(Term::Count(Rc::new(Counted { over, plus: Rational::default() })))
                }
                None => self.opaque_scalar(expr, env),
            },
            ExprKind::Fold(fold, value, range) => match (fold, self.over(range, env)) {
                (kijun_model::Fold::Min | kijun_model::Fold::Max, Some(over)) => {
                    Scalar::known(Term::Extreme(Rc::new(Extreme { over, value, fold: *fold })))
                }
                _ => self.opaque_scalar(expr, env),
            },
            ExprKind::Arithmetic(op, a, b) => {
                let (left, right) = (self.scalar(a, env), self.scalar(b, env));
                self.arithmetic(*op, &left, &right, expr, env)
            }
            ExprKind::Negate(a) => {
                let inner = self.scalar(a, env);
                let minus = Scalar::known(Term::Value(Value::Number((-1).into())));
                self.arithmetic(kijun_model::Arithmetic::Mul, &inner, &minus, expr, env)
            }
            ExprKind::Age(since) => self.age(since, env),
            ExprKind::If(c, a, b) if *expr.ty.required() != Type::Bool => self.if_scalar(c, a, b, expr, env),
            ExprKind::Unanswered | ExprKind::Broken => Scalar::unknown(),
            _ => Scalar::known(Term::Truth(self.rails(expr, env))),
        }
    }

    /// Where a place is there: nothing optional on the way is absent.
    pub(crate) fn there(&mut self, place: PlaceId) -> Formula {
        let way = self.places.optional_on_way(place);
        let present: Vec<Formula> = way.into_iter().map(|p| self.atom(Atom::Present(p))).collect();
        self.formulas.and(present)
    }

    /// What stands at a place.
    pub(crate) fn at(&mut self, place: PlaceId) -> Scalar<'a> {
        let there = self.there(place);
        let ty = self.places.ty(place).required().clone();
        match self.unknown(Unknown::Place(place), &ty) {
            Some(term) => Scalar { cases: vec![(there, term)], absent: !there },
            None => Scalar::unknown(),
        }
    }

    /// An unknown value of a type.
    pub(super) fn unknown(&mut self, unknown: Unknown, ty: &Type) -> Option<Term<'a>> {
        Some(match ty {
            Type::Bool => {
                let atom = match unknown {
                    Unknown::Place(place) => Atom::Flag(place),
                    Unknown::Opaque(id) => Atom::OpaqueTrue(id),
                    _ => return None,
                };
                let flag = self.atom(atom);
                Term::Truth(Rails::known(flag))
            }
            Type::Text | Type::Ref(_) => Term::Text(text::Var(self.texts.number(unknown))),
            Type::Ip => Term::Network(network::Var(self.networks.number(unknown))),
            Type::Record(_) | Type::Subject(_) | Type::List(_) | Type::Map(_) | Type::Broken => return None,
            Type::Optional(inner) => return self.unknown(unknown, inner),
            _ => Term::Sum { sum: Sum::var(Var(self.numbers.number(unknown))), days: false },
        })
    }

    fn day(&mut self, day: Day) -> Term<'a> {
        Term::Sum { sum: Sum::var(Var(self.numbers.number(Unknown::Day(day)))), days: false }
    }

    /// The value that is set; one that is not set is unknown to the evaluator too.
    fn parameter(&mut self, id: ParameterId) -> Scalar<'a> {
        match self.solver.parameters.get(&id) {
            Some(value) => Scalar::known(Term::Value(value.clone())),
            None => Scalar::unknown(),
        }
    }

    /// Of a day to come nobody knows an age.
    fn age(&mut self, since: &'a Expr, env: &Env<'a>) -> Scalar<'a> {
        let since = self.scalar(since, env);
        let mut cases = Vec::new();
        for (when, term) in &since.cases {
            let (Some(day), Term::Sum { sum: today, .. }) = (self.sum(term), self.day(Day::Today)) else {
                continue;
            };
            let past = self.at_most(&day.minus(&today), false);
            let sum = today.minus(&day).times(&whole(86_400));
            cases.push((self.formulas.and([*when, past]), Term::Sum { sum, days: true }));
        }
        Scalar { cases, absent: Formula::FALSE }
    }

    fn if_scalar(
        &mut self,
        c: &'a Expr,
        a: &'a Expr,
        b: &'a Expr,
        expr: &'a Expr,
        env: &Env<'a>,
    ) -> Scalar<'a> {
        let c = self.rails(c, env);
        let (a, b) = (self.scalar(a, env), self.scalar(b, env));
        let mut cases = Vec::new();
        for (branch, side) in [(c.yes, &a), (c.no, &b)] {
            for (when, term) in &side.cases {
                cases.push((self.formulas.and([branch, *when]), term.clone()));
            }
        }
        let doubt = self.formulas.and([!c.yes, !c.no]);
        for (when, term) in &a.cases {
            let alone = Scalar { cases: vec![(*when, term.clone())], absent: Formula::FALSE };
            let same = self.compare(kijun_model::Comparison::Eq, &alone, &b, expr, env);
            cases.push((self.formulas.and([doubt, same.yes]), term.clone()));
        }
        cases.retain(|(when, _)| *when != Formula::FALSE);
        let absent = [self.formulas.and([c.yes, a.absent]), self.formulas.and([c.no, b.absent])];
        Scalar { cases, absent: self.formulas.or(absent) }
    }

    pub(super) fn is_present(&mut self, inner: &'a Expr, env: &Env<'a>) -> Rails {
        match self.what(inner, env) {
            Is::Place(place) => Rails::known(self.there(place)),
            Is::Scalar(scalar) => {
                let known: Vec<Formula> = scalar.cases.iter().map(|(when, _)| *when).collect();
                Rails { yes: self.formulas.or(known), no: scalar.absent }
            }
        }
    }

    /// A scalar of which nothing is known but its name, not even whether it is known.
    pub(super) fn opaque_scalar(&mut self, expr: &'a Expr, env: &Env<'a>) -> Scalar<'a> {
        let id = self.opaque(expr, env);
        let ty = expr.ty.required().clone();
        let known = self.atom(Atom::OpaqueKnown(id));
        match self.unknown(Unknown::Opaque(id), &ty) {
            Some(term) => Scalar { cases: vec![(known, term)], absent: Formula::FALSE },
            None => Scalar::unknown(),
        }
    }

    /// A term as a sum, where it is of an ordered sort.
    pub(crate) fn sum(&self, term: &Term<'a>) -> Option<Sum> {
        match term {
            Term::Sum { sum, .. } => Some(sum.clone()),
            Term::Value(Value::Version(version)) => {
                let rank = self.versions.binary_search(version).ok()?;
                Some(Sum::constant(whole(i64::try_from(rank).ok()?)))
            }
            Term::Value(value) => number_of(value).map(Sum::constant),
            _ => None,
        }
    }

    /// `sum <= 0`, or `< 0`.
    pub(crate) fn at_most(&mut self, sum: &Sum, strict: bool) -> Formula {
        if let Some(formula) = self.moved_at_most(sum, strict) {
            return formula;
        }
        match bounded(sum, strict, |var| self.is_whole(var)) {
            Bounded::Settled(true) => Formula::TRUE,
            Bounded::Settled(false) => Formula::FALSE,
            Bounded::Atom(atom, holds) => {
                let atom = self.atom(atom);
                if holds { atom } else { !atom }
            }
        }
    }
}
