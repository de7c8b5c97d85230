//! Arithmetic: sums of unknowns where it is linear, days moved along the calendar, opaque otherwise.

use kijun_model::{Arithmetic, Duration, Expr, ExprKind, Type, Value};
use num_traits::Zero;
use rust_decimal::Decimal;

use super::{Lower, Moved, Shift};
use crate::solver::atom::Unknown;
use crate::solver::formula::Formula;
use crate::solver::sum::{Sum, whole};
use crate::solver::term::{Counted, Env, Scalar, Term};
use crate::theory::linear::{Rational, Var};

const DAY: i64 = 86_400;

impl<'a> Lower<'a> {
    pub(super) fn arithmetic(
        &mut self,
        op: Arithmetic,
        a: &Scalar<'a>,
        b: &Scalar<'a>,
        expr: &'a Expr,
        env: &Env<'a>,
    ) -> Scalar<'a> {
        let mut cases = Vec::new();
        for (when_a, left) in &a.cases {
            for (when_b, right) in &b.cases {
                let when = self.formulas.and([*when_a, *when_b]);
                match self.combine(op, left, right, expr) {
                    Combined::Known(term) => cases.push((when, term)),
                    Combined::Unknown => {}
                    Combined::Opaque => {
                        for (known, term) in self.opaque_scalar(expr, env).cases {
                            cases.push((self.formulas.and([when, known]), term));
                        }
                    }
                }
            }
        }
        cases.retain(|(when, _)| *when != Formula::FALSE);
        Scalar { cases, absent: Formula::FALSE }
    }

    fn combine(&mut self, op: Arithmetic, a: &Term<'a>, b: &Term<'a>, expr: &'a Expr) -> Combined<'a> {
        if let (Term::Value(a), Term::Value(b)) = (a, b)
            && let Some(value) = constant(op, a, b)
        {
            return Combined::Known(Term::Value(value));
        }
        if let Some(count) = self.count_shifted(op, a, b) {
            return Combined::Known(count);
        }
        match (expr.ty.required(), op) {
            (Type::Date, Arithmetic::Add) => match (a, b) {
                (Term::Value(Value::Duration(_) | Value::BusinessDays(_)), day) => {
                    self.later(day, a, 1, expr)
                }
                (day, by) => self.later(day, by, 1, expr),
            },
            (Type::Date, _) => self.later(a, b, -1, expr),
            (Type::DateTime, op) => self.later_time(op, a, b),
            _ => self.linear(op, a, b, expr),
        }
    }

    /// A day moved by a length: months along the calendar first, then days.
    fn later(&mut self, day: &Term<'a>, by: &Term<'a>, sign: i64, expr: &'a Expr) -> Combined<'a> {
        let Some(day) = self.sum(day) else { return Combined::Opaque };
        let moved = match by {
            Term::Value(Value::Duration(by)) => {
                if by.seconds % DAY != 0 {
                    return Combined::Unknown;
                }
                let days = Sum::constant(whole(sign * (by.seconds / DAY)));
                self.moved(day, Shift::Months(sign * by.months), expr).plus(&days)
            }
            Term::Value(Value::BusinessDays(n)) => self.moved(day, Shift::Business(sign * n), expr),
            Term::Sum { sum, days: true } => {
                let days = sum.times(&Rational::new(sign.into(), DAY.into()));
                if !days.terms.values().chain([&days.constant]).all(Rational::is_integer) {
                    return Combined::Opaque;
                }
                day.plus(&days)
            }
            _ => return Combined::Opaque,
        };
        Combined::Known(Term::Sum { sum: moved, days: false })
    }

    /// A day moved along the calendar: exact for a known day, else an unknown of its own.
    fn moved(&mut self, from: Sum, by: Shift, expr: &Expr) -> Sum {
        if matches!(by, Shift::Months(0) | Shift::Business(0)) {
            return from;
        }
        if let Some(day) = from.known().and_then(|n| self.shifted(n, by)) {
            return Sum::constant(day);
        }
        if let Some(known) = self.moved.iter().find(|m| m.from == from && m.by == by) {
            return Sum::var(known.var);
        }
        let number = u32::try_from(self.moved.len()).unwrap_or(u32::MAX);
        let var = Var(self.numbers.number(Unknown::Moved(number)));
        let reach = self.reach(by);
        self.moved.push(Moved { from, by, var, reach, span: expr.span });
        Sum::var(var)
    }

    /// Moments move by seconds; by months they leave the fragment.
    fn later_time(&mut self, op: Arithmetic, a: &Term<'a>, b: &Term<'a>) -> Combined<'a> {
        let (at, by) = if self.is_length(a) { (b, a) } else { (a, b) };
        let (Some(at), Some(length)) = (self.sum(at), self.sum(by)) else { return Combined::Opaque };
        if !self.without_months(by) {
            return Combined::Opaque;
        }
        let sum = if op == Arithmetic::Add { at.plus(&length) } else { at.minus(&length) };
        Combined::Known(Term::Sum { sum, days: false })
    }

    /// Whether a term is a length of time, as far as moments need to tell.
    fn is_length(&self, term: &Term<'a>) -> bool {
        match term {
            Term::Value(value) => matches!(value, Value::Duration(_)),
            Term::Sum { days, .. } => *days,
            _ => false,
        }
    }

    fn linear(&mut self, op: Arithmetic, a: &Term<'a>, b: &Term<'a>, expr: &'a Expr) -> Combined<'a> {
        let (Some(x), Some(y)) = (self.sum(a), self.sum(b)) else { return Combined::Opaque };
        let between_days = matches!(&expr.kind, ExprKind::Arithmetic(Arithmetic::Sub, day, _) if *day.ty.required() == Type::Date);
        let days = between_days || [a, b].iter().all(|term| self.without_months(term));
        let sum = match op {
            Arithmetic::Add => x.plus(&y),
            Arithmetic::Sub if between_days => x.minus(&y).times(&whole(DAY)),
            Arithmetic::Sub => x.minus(&y),
            Arithmetic::Mul => match (x.known(), y.known()) {
                (Some(by), _) if by.is_integer() || !rounded(expr) => y.times(by),
                (_, Some(by)) if by.is_integer() || !rounded(expr) => x.times(by),
                _ => return Combined::Opaque,
            },
            Arithmetic::Div => match y.known() {
                Some(by) if by.is_zero() => return Combined::Unknown,
                Some(by) => x.times(&by.recip()),
                None => return Combined::Opaque,
            },
        };
        Combined::Known(Term::Sum { sum, days })
    }

    /// `count(…) + n` and `count(…) - n` stay counts.
    fn count_shifted(&self, op: Arithmetic, a: &Term<'a>, b: &Term<'a>) -> Option<Term<'a>> {
        let (count, by) = match (op, a, b) {
            (Arithmetic::Add, Term::Count(count), by) | (Arithmetic::Add, by, Term::Count(count)) => {
                (count, self.sum(by)?.known()?.clone())
            }
            (Arithmetic::Sub, Term::Count(count), by) => (count, -self.sum(by)?.known()?.clone()),
            _ => return None,
        };
        let plus = &count.plus + by;
        Some(Term::Count(std::rc::Rc::new(Counted { over: count.over.clone(), plus })))
    }

    /// Whether an unknown is a day.
    pub(crate) fn is_day(&self, var: Var) -> bool {
        match self.numbers.all.get(var.0 as usize) {
            Some(Unknown::Place(place)) => *self.places.ty(*place).required() == Type::Date,
            Some(Unknown::Day(_) | Unknown::Moved(_)) => true,
            _ => false,
        }
    }

    /// Whether a length is known to hold no months.
    fn without_months(&self, term: &Term<'a>) -> bool {
        match term {
            Term::Value(Value::Duration(d)) => d.months == 0,
            Term::Value(Value::Number(_)) => true,
            Term::Sum { days, .. } => *days,
            _ => false,
        }
    }
}

/// What two known terms come to.
enum Combined<'a> {
    Known(Term<'a>),
    Unknown,
    Opaque,
}

/// Lengths and business days come in whole numbers; other factors may not.
fn rounded(expr: &Expr) -> bool {
    matches!(expr.ty.required(), Type::Duration | Type::BusinessDays)
}

/// Arithmetic of two constants, for what later stands beside an unknown. What is not here is treated as unknowns are.
fn constant(op: Arithmetic, a: &Value, b: &Value) -> Option<Value> {
    let plus = |a: &Duration, b: &Duration, sign: i64| {
        let months = a.months.checked_add(sign * b.months)?;
        Some(Value::Duration(Duration { months, seconds: a.seconds.checked_add(sign * b.seconds)? }))
    };
    match (op, a, b) {
        (Arithmetic::Add, Value::Duration(a), Value::Duration(b)) => plus(a, b, 1),
        (Arithmetic::Sub, Value::Duration(a), Value::Duration(b)) => plus(a, b, -1),
        (Arithmetic::Mul, Value::Duration(d), Value::Number(n))
        | (Arithmetic::Mul, Value::Number(n), Value::Duration(d)) => {
            let n = i64::try_from(*n).ok().filter(|whole| Decimal::from(*whole) == *n)?;
            Some(Value::Duration(Duration {
                months: d.months.checked_mul(n)?,
                seconds: d.seconds.checked_mul(n)?,
            }))
        }
        (Arithmetic::Add, Value::BusinessDays(a), Value::BusinessDays(b)) => {
            a.checked_add(*b).map(Value::BusinessDays)
        }
        (Arithmetic::Sub, Value::BusinessDays(a), Value::BusinessDays(b)) => {
            a.checked_sub(*b).map(Value::BusinessDays)
        }
        _ => None,
    }
}
