//! Plain values: of all that would do, those a person would have written.

use std::collections::BTreeSet;

use jiff::SignedDuration;
use jiff::civil::date;
use kijun_model::{Day, Type};
use num_bigint::BigInt;
use num_traits::{One, Zero};

use super::atom::Unknown;
use super::clauses::Fact;
use super::facts::{Values, bounds, form, wholes};
use super::lower::{Lower, Moved};
use super::sum::{Sum, day_number, whole};
use crate::effort::{Effort, Exhausted};
use crate::theory::Solved;
use crate::theory::linear::{self, Constraint, End, Interval, Rational, Relation, Var};

/// Chooses a plain number for each unknown that facts speak of, one after another, so that all still hold.
pub(crate) fn choose(
    lower: &Lower<'_>,
    facts: &[Fact],
    values: Values,
    effort: &mut Effort,
) -> Result<Values, Exhausted> {
    let (constraints, _) = bounds(lower, facts);
    let used: BTreeSet<Var> = constraints.iter().flat_map(|c| c.form.0.iter().map(|(var, _)| *var)).collect();
    let mut choice = Choice {
        lower,
        whole: wholes(lower),
        constraints,
        numbers: values.numbers.clone(),
        fixed: BTreeSet::new(),
    };
    for var in order(lower, &used) {
        choice.fix(var, effort)?;
    }
    Ok(Values { numbers: choice.numbers, ..values })
}

/// The days of the audit first, so that they stay what they are where they can; then days that are moved along the calendar, so
/// that others can follow them; what they are moved to is settled with them.
fn order(lower: &Lower<'_>, used: &BTreeSet<Var>) -> Vec<Var> {
    let moves = |var: &Var| lower.moved.iter().any(|moved| moved.from.terms.contains_key(var));
    let rank = |var: &Var| match lower.numbers.all.get(var.0 as usize) {
        Some(Unknown::Day(_)) => 0,
        Some(Unknown::Moved(_)) => 3,
        _ if moves(var) => 1,
        _ => 2,
    };
    let mut order: Vec<Var> = used.iter().copied().collect();
    order.sort_by_key(|var| (rank(var), *var));
    order
}

struct Choice<'l, 'a> {
    lower: &'l Lower<'a>,
    whole: Vec<bool>,
    constraints: Vec<Constraint>,
    numbers: Vec<Rational>,
    fixed: BTreeSet<Var>,
}

impl Choice<'_, '_> {
    fn fix(&mut self, var: Var, effort: &mut Effort) -> Result<(), Exhausted> {
        if self.fixed.contains(&var) {
            return Ok(());
        }
        let interval = linear::interval(&self.whole, &self.constraints, var, effort)?;
        for candidate in self.candidates(var, &interval) {
            if self.attempt(var, candidate, effort)? {
                return Ok(());
            }
        }
        Ok(())
    }

    /// Takes a value if everything can still hold, days moved from there included.
    fn attempt(&mut self, var: Var, value: Rational, effort: &mut Effort) -> Result<bool, Exhausted> {
        let n_before = self.constraints.len();
        self.constraints.push(equal(&Sum::var(var), value.clone()));
        self.fixed.insert(var);
        let old = std::mem::replace(&mut self.numbers[var.0 as usize], value);
        let moved: Vec<Moved> = self.lower.moved.iter().filter(|m| self.settles(m)).cloned().collect();
        let mut settled = true;
        for moved in &moved {
            match self.lower.shifted(&self.value(&moved.from), moved.by) {
                Some(day) => self.constraints.push(equal(&Sum::var(moved.var), day)),
                None => settled = false,
            }
        }
        match linear::solve(&self.whole, &self.constraints, effort) {
            Solved::Yes(numbers) if settled => {
                self.numbers = numbers;
                self.fixed.extend(moved.iter().map(|m| m.var));
                Ok(true)
            }
            Solved::TooHard => Err(Exhausted),
            _ => {
                self.constraints.truncate(n_before);
                self.fixed.remove(&var);
                self.numbers[var.0 as usize] = old;
                Ok(false)
            }
        }
    }

    /// Whether a moved day is known, now that the day it was moved from is.
    fn settles(&self, moved: &Moved) -> bool {
        !self.fixed.contains(&moved.var) && moved.from.terms.keys().all(|var| self.fixed.contains(var))
    }

    fn value(&self, sum: &Sum) -> Rational {
        sum.terms.iter().map(|(var, factor)| &self.numbers[var.0 as usize] * factor).sum::<Rational>()
            + &sum.constant
    }

    /// What to try, best first: the day of the audit; what the provisions name; the ends; what was found; and, where the
    /// calendar matters, days on which months differ.
    fn candidates(&self, var: Var, interval: &Interval) -> Vec<Rational> {
        let mut found: Vec<Rational> = self.pinned(var).into_iter().collect();
        let hints = self.lower.hints.iter().filter(|hint| hint.0 == var).map(|hint| hint.1.clone());
        found.extend(hints);
        let step = self.step(var);
        let real = |end: &&End| !self.lower.is_day(var) || is_plain_day(&end.value);
        let low = interval.low.as_ref().filter(real).map(|end| inward(end, &step, true));
        let high = interval.high.as_ref().filter(real).map(|end| inward(end, &step, false));
        found.extend(self.nearest_first(var, low, high));
        if self.lower.is_day(var) {
            found.push(whole(day_number(self.lower.solver.days.today)));
        }
        if !self.lower.is_day(var) {
            found.extend([Rational::zero(), Rational::one()]);
        }
        if self.lower.moved.iter().any(|moved| moved.from.terms.contains_key(&var)) {
            found.extend(self.sample_days());
        }
        found.extend(middle(interval));
        found.push(self.numbers[var.0 as usize].clone());
        found.retain(|value| inside(value, interval));
        let mut seen = BTreeSet::new();
        found.retain(|value| seen.insert(value.clone()));
        found
    }

    /// The ends of the interval, the one nearer to what the provisions name first.
    fn nearest_first(&self, var: Var, low: Option<Rational>, high: Option<Rational>) -> Vec<Rational> {
        let distance = |end: &Rational| {
            let hints = self.lower.hints.iter().filter(|hint| hint.0 == var);
            hints.map(|hint| num_traits::Signed::abs(&(&hint.1 - end))).min()
        };
        let mut ends: Vec<Rational> = low.into_iter().chain(high).collect();
        ends.sort_by_key(|end| distance(end).map_or((true, Rational::zero()), |d| (false, d)));
        ends
    }

    fn pinned(&self, var: Var) -> Option<Rational> {
        let days = self.lower.solver.days;
        let day = match self.lower.numbers.all.get(var.0 as usize)? {
            Unknown::Day(Day::Today) => days.today,
            Unknown::Day(Day::PeriodStart) => days.period_start,
            Unknown::Day(Day::PeriodEnd) => days.period_end,
            _ => return None,
        };
        Some(whole(day_number(day)))
    }

    /// In what steps a person counts it.
    fn step(&self, var: Var) -> Rational {
        let duration = |ty: &Type| *ty.required() == Type::Duration;
        match self.lower.numbers.all.get(var.0 as usize) {
            Some(Unknown::Place(place)) if duration(self.lower.places.ty(*place)) => whole(86_400),
            _ => Rational::one(),
        }
    }

    /// Two years around the audit, one of them with a leap day, from the audit's day backwards.
    fn sample_days(&self) -> impl Iterator<Item = Rational> + use<> {
        let today = self.lower.solver.days.today;
        let back = move |n: i64| today.checked_sub(SignedDuration::from_hours(24 * n)).ok();
        (0..4 * 366).filter_map(back).map(|day| whole(day_number(day)))
    }
}

fn equal(sum: &Sum, value: Rational) -> Constraint {
    Constraint { form: form(sum), relation: Relation::Equal, bound: value }
}

/// The first multiple of a step inside an end; the end itself where it belongs and is nearer than any such.
fn inward(end: &End, step: &Rational, low: bool) -> Rational {
    let steps = &end.value / step;
    let whole_steps = if low { steps.ceil() } else { steps.floor() };
    let inside = whole_steps * step;
    match (end.open && inside == end.value, low) {
        (true, true) => inside + step,
        (true, false) => inside - step,
        (false, _) => inside,
    }
}

fn inside(value: &Rational, interval: &Interval) -> bool {
    let above = |end: &End| if end.open { *value > end.value } else { *value >= end.value };
    let below = |end: &End| if end.open { *value < end.value } else { *value <= end.value };
    interval.low.as_ref().is_none_or(above) && interval.high.as_ref().is_none_or(below)
}

/// Whether a day lies within lifetimes, and not at an end of the calendar.
fn is_plain_day(number: &Rational) -> bool {
    (whole(day_number(date(1900, 1, 1)))..whole(day_number(date(2200, 1, 1)))).contains(number)
}

/// A number with few digits between two ends.
fn middle(interval: &Interval) -> Vec<Rational> {
    let (Some(low), Some(high)) = (&interval.low, &interval.high) else { return Vec::new() };
    let middle = (&low.value + &high.value) / whole(2);
    let round = |digits: u32| {
        let scale = Rational::from(BigInt::from(10).pow(digits));
        (&middle * &scale).round() / scale
    };
    (0..6).map(round).chain([low.value.clone(), high.value.clone()]).collect()
}
