//! Comparisons and membership in sets of constants.

use std::rc::Rc;

use kijun_model::{Comparison, Expr, Fold, Type, Value};
use num_traits::{Signed, ToPrimitive};

use super::Lower;
use crate::solver::atom::Atom;
use crate::solver::formula::Formula;
use crate::solver::sum::{Sum, whole};
use crate::solver::term::{Counted, Env, Extreme, Quantity, Rails, Scalar, Term, Test};
use crate::theory::linear::Rational;
use crate::theory::{network, text};

impl<'a> Lower<'a> {
    pub(super) fn compare(
        &mut self,
        op: Comparison,
        a: &Scalar<'a>,
        b: &Scalar<'a>,
        expr: &'a Expr,
        env: &Env<'a>,
    ) -> Rails {
        let (mut yes, mut no) = (Vec::new(), Vec::new());
        for (when_a, left) in &a.cases {
            for (when_b, right) in &b.cases {
                let when = self.formulas.and([*when_a, *when_b]);
                if when == Formula::FALSE {
                    continue;
                }
                let related = match self.relate(op, left, right) {
                    Some(related) => related,
                    None => self.opaque_condition(expr, env),
                };
                yes.push(self.formulas.and([when, related.yes]));
                no.push(self.formulas.and([when, related.no]));
            }
        }
        Rails { yes: self.formulas.or(yes), no: self.formulas.or(no) }
    }

    /// How two known terms stand to each other; `None` outside the fragment.
    pub(super) fn relate(&mut self, op: Comparison, a: &Term<'a>, b: &Term<'a>) -> Option<Rails> {
        match (a, b) {
            (Term::Value(a), Term::Value(b)) => {
                Some(Rails::known(if op.holds(a.order(b)?) { Formula::TRUE } else { Formula::FALSE }))
            }
            (Term::Count(count), other) => self.count_stands(op, count, other),
            (other, Term::Count(count)) => self.count_stands(op.turned(), count, other),
            (Term::Extreme(extreme), other) => self.extreme_stands(op, extreme, other),
            (other, Term::Extreme(extreme)) => self.extreme_stands(op.turned(), extreme, other),
            (Term::Truth(_) | Term::Value(Value::Bool(_)), _) => match op {
                Comparison::Eq | Comparison::Ne => Some(self.same_truth(op, a, b)),
                _ => None,
            },
            (Term::Text(_), _) | (_, Term::Text(_)) => equality(op, self.same_text(a, b)?),
            (Term::Network(_), _) | (_, Term::Network(_)) => equality(op, self.same_network(a, b)?),
            _ => {
                let difference = self.sum(a)?.minus(&self.sum(b)?);
                self.hint(&difference, a, b);
                Some(Rails::known(self.sign(op, &difference)))
            }
        }
    }

    /// `sum op 0`
    fn sign(&mut self, op: Comparison, sum: &Sum) -> Formula {
        match op {
            Comparison::Le => self.at_most(sum, false),
            Comparison::Lt => self.at_most(sum, true),
            Comparison::Ge => !self.at_most(sum, true),
            Comparison::Gt => !self.at_most(sum, false),
            Comparison::Eq => {
                let parts = [self.at_most(sum, false), !self.at_most(sum, true)];
                self.formulas.and(parts)
            }
            Comparison::Ne => !self.sign(Comparison::Eq, sum),
        }
    }

    /// Remembers what a provision names beside an unknown.
    fn hint(&mut self, difference: &Sum, a: &Term<'a>, b: &Term<'a>) {
        let mut terms = difference.terms.iter();
        let (Some((var, factor)), None) = (terms.next(), terms.next()) else { return };
        let alone = |sum: Option<Sum>| sum.is_some_and(|sum| sum == Sum::var(*var));
        let written = match (a, b) {
            (Term::Value(value), other) | (other, Term::Value(value)) if alone(self.sum(other)) => {
                Some(value.clone())
            }
            _ => None,
        };
        let number = -&difference.constant / factor;
        self.hints.push((*var, number, written));
    }

    /// The condition of a term of truth.
    pub(super) fn held(&mut self, term: &Term<'a>) -> Rails {
        match term {
            Term::Truth(rails) => *rails,
            Term::Value(Value::Bool(true)) => Rails::known(Formula::TRUE),
            Term::Value(Value::Bool(false)) => Rails::known(Formula::FALSE),
            _ => Rails::UNKNOWN,
        }
    }

    fn same_truth(&mut self, op: Comparison, a: &Term<'a>, b: &Term<'a>) -> Rails {
        let (a, b) = (self.held(a), self.held(b));
        let same = [self.formulas.and([a.yes, b.yes]), self.formulas.and([a.no, b.no])];
        let other = [self.formulas.and([a.yes, b.no]), self.formulas.and([a.no, b.yes])];
        let rails = Rails { yes: self.formulas.or(same), no: self.formulas.or(other) };
        if op == Comparison::Ne { rails.opposite() } else { rails }
    }

    fn same_text(&mut self, a: &Term<'a>, b: &Term<'a>) -> Option<Formula> {
        let literal = match (a, b) {
            (Term::Text(a), Term::Text(b)) if a == b => return Some(Formula::TRUE),
            (Term::Text(a), Term::Text(b)) => text::Literal::Same(*a.min(b), *a.max(b)),
            (Term::Text(var), Term::Value(Value::Text(text)))
            | (Term::Value(Value::Text(text)), Term::Text(var)) => text::Literal::Is(*var, text.clone()),
            _ => return None,
        };
        Some(self.atom(Atom::Text(literal)))
    }

    fn same_network(&mut self, a: &Term<'a>, b: &Term<'a>) -> Option<Formula> {
        let literal = match (a, b) {
            (Term::Network(a), Term::Network(b)) if a == b => return Some(Formula::TRUE),
            (Term::Network(a), Term::Network(b)) => network::Literal::Same(*a.min(b), *a.max(b)),
            (Term::Network(var), Term::Value(Value::Ip(ip)))
            | (Term::Value(Value::Ip(ip)), Term::Network(var)) => network::Literal::Is(*var, *ip),
            _ => return None,
        };
        Some(self.atom(Atom::Network(literal)))
    }

    /// A range of counts beside a constant: true if it holds for the whole range, false if for none of it.
    fn count_stands(&mut self, op: Comparison, count: &Counted<'a>, other: &Term<'a>) -> Option<Rails> {
        let bound = self.sum(other)?.known()? - &count.plus;
        let there = count.over.there;
        let above = bound.floor() + whole(1);
        let reaches = |lower: &mut Self, least: &Rational, certain| lower.counted(count, least, certain);
        let rails = match op {
            Comparison::Ge | Comparison::Lt => {
                let least = bound.ceil();
                Rails { yes: reaches(self, &least, true)?, no: !reaches(self, &least, false)? }
            }
            Comparison::Gt | Comparison::Le => {
                Rails { yes: reaches(self, &above, true)?, no: !reaches(self, &above, false)? }
            }
            Comparison::Eq | Comparison::Ne => {
                let low = [reaches(self, &bound.ceil(), true)?, !reaches(self, &above, false)?];
                let yes = if bound.is_integer() { self.formulas.and(low) } else { Formula::FALSE };
                let beyond = [!reaches(self, &bound.ceil(), false)?, reaches(self, &above, true)?];
                Rails { yes, no: self.formulas.or(beyond) }
            }
        };
        let rails = match op {
            Comparison::Lt | Comparison::Le | Comparison::Ne => rails.opposite(),
            _ => rails,
        };
        Some(Rails { yes: self.formulas.and([there, rails.yes]), no: self.formulas.and([there, rails.no]) })
    }

    /// Whether a count reaches a number, certainly or possibly.
    fn counted(&mut self, count: &Counted<'a>, least: &Rational, certain: bool) -> Option<Formula> {
        if !least.is_positive() {
            return Some(Formula::TRUE);
        }
        let least = least.to_integer().to_usize().filter(|n| *n <= self.solver.limits.elements)?;
        let over = &count.over;
        let test = Rc::new(Test::Holds { range: over.range, body: None, env: Rc::clone(&over.env) });
        Some(self.quantity(Quantity { least, pool: over.pool, test, certain, with: None }))
    }

    /// The least or greatest beside another term. Everything must be decided, and there must be something.
    fn extreme_stands(
        &mut self,
        op: Comparison,
        extreme: &Rc<Extreme<'a>>,
        other: &Term<'a>,
    ) -> Option<Rails> {
        if matches!(other, Term::Count(_) | Term::Extreme(_)) || *extreme.value.ty.required() == Type::Bool {
            return None;
        }
        let decided = !self.some_element(extreme, Test::Undecided(Rc::clone(extreme)));
        let stands = |lower: &mut Self, comparison: Comparison| {
            let test =
                Test::Stands { extreme: Rc::clone(extreme), comparison, other: Rc::new(other.clone()) };
            lower.some_element(extreme, test)
        };
        let any = [stands(self, Comparison::Le), stands(self, Comparison::Gt)];
        let any = self.formulas.or(any);
        let known = self.formulas.and([extreme.over.there, decided, any]);
        // The greatest reaches a bound if one does; the least does if all do.
        let holds = match (op, extreme.fold) {
            (Comparison::Ge | Comparison::Gt, Fold::Max) | (Comparison::Le | Comparison::Lt, Fold::Min) => {
                stands(self, op)
            }
            (Comparison::Eq | Comparison::Ne, fold) => {
                let toward = if fold == Fold::Max { Comparison::Ge } else { Comparison::Le };
                let beyond = if fold == Fold::Max { Comparison::Gt } else { Comparison::Lt };
                let parts = [stands(self, toward), !stands(self, beyond)];
                let equal = self.formulas.and(parts);
                if op == Comparison::Eq { equal } else { !equal }
            }
            _ => !stands(self, op.opposite()),
        };
        Some(Rails { yes: self.formulas.and([known, holds]), no: self.formulas.and([known, !holds]) })
    }

    fn some_element(&mut self, extreme: &Extreme<'a>, test: Test<'a>) -> Formula {
        self.quantity(Quantity {
            least: 1,
            pool: extreme.over.pool,
            test: Rc::new(test),
            certain: true,
            with: None,
        })
    }

    pub(super) fn in_set(
        &mut self,
        item: &'a Expr,
        set: &'a [Value],
        expr: &'a Expr,
        env: &Env<'a>,
    ) -> Rails {
        let item = self.scalar(item, env);
        let mut rails = Rails { yes: Formula::FALSE, no: Formula::TRUE };
        for value in set {
            let member = Scalar::known(Term::Value(value.clone()));
            let same = self.compare(Comparison::Eq, &item, &member, expr, env);
            rails = self.either(rails, same);
        }
        rails
    }
}

fn equality(op: Comparison, same: Formula) -> Option<Rails> {
    match op {
        Comparison::Eq => Some(Rails::known(same)),
        Comparison::Ne => Some(Rails::known(!same)),
        _ => None,
    }
}
