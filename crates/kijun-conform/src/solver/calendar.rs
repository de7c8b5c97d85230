//! Days moved along the calendar: what is true of them whatever the day, and what exactly for one day.

use std::cell::RefCell;

use jiff::civil::{Date, date};
use jiff::{SignedDuration, Span};
use kijun_eval::{Calendar, Days};
use num_traits::{Signed, ToPrimitive};
use rustc_hash::FxHashMap;

use super::formula::Formula;
use super::lower::{Lower, Moved, Shift};
use super::sum::{Sum, day_number, whole};
use crate::theory::linear::{Constraint, Form, Rational, Relation};

/// The day with a number.
pub(crate) fn day(number: &Rational) -> Option<Date> {
    let days = number.to_integer().to_i64()?;
    date(1970, 1, 1).checked_add(SignedDuration::from_hours(days.checked_mul(24)?)).ok()
}

impl Lower<'_> {
    /// Where a known day comes to when it is moved.
    pub(crate) fn shifted(&self, from: &Rational, by: Shift) -> Option<Rational> {
        let to = shift(day(from)?, by, self.solver.days)?;
        Some(whole(day_number(to)))
    }

    /// `sum <= 0` where all of the sum is one moved day and a constant: then it is a bound on the day it was moved from, since a later
    /// day is never moved to an earlier one.
    pub(crate) fn moved_at_most(&mut self, sum: &Sum, strict: bool) -> Option<Formula> {
        let (var, factor) = sum.terms.first_key_value().filter(|_| sum.terms.len() == 1)?;
        let moved = self.moved.iter().find(|moved| moved.var == *var)?.clone();
        let bound = -&sum.constant / factor;
        // `f*x <= b` is `x <= b/f`, or with a negative factor `not (x < b/f)`.
        let holds = factor.is_positive();
        let below = if strict == holds { bound.ceil() - whole(1) } else { bound.floor() };
        let last = self.last_moved_to(&moved, &below)?;
        let formula = self.at_most(&moved.from.minus(&Sum::constant(last)), false);
        Some(if holds { formula } else { !formula })
    }

    /// The last day that is moved to a day or before it.
    fn last_moved_to(&self, moved: &Moved, day: &Rational) -> Option<Rational> {
        let (mut low, mut high) = (day_number(date(1, 1, 1)), day_number(date(9000, 12, 31)));
        let reaches = |from: i64| self.shifted(&whole(from), moved.by).map(|to| to <= *day);
        if !reaches(low)? || reaches(high)? {
            return None;
        }
        while high - low > 1 {
            let middle = low + (high - low) / 2;
            if reaches(middle)? { low = middle } else { high = middle }
        }
        Some(whole(low))
    }

    /// What is true of a moved day beside the day it was moved from, and beside others moved from there.
    pub(crate) fn calendar_axioms(&self, moved: &Moved) -> Vec<Constraint> {
        let var = Sum::var(moved.var);
        let mut axioms = Vec::new();
        let (low, high) = moved.reach;
        let way = var.minus(&moved.from);
        axioms.extend(low.map(|low| constraint(&way, Relation::AtLeast, low)));
        axioms.extend(high.map(|high| constraint(&way, Relation::AtMost, high)));
        for other in self.moved.iter().filter(|o| o.from == moved.from && o.var < moved.var) {
            let apart = var.minus(&Sum::var(other.var));
            let (low, high) = apart_by(other.by, moved.by);
            axioms.extend(low.map(|low| constraint(&apart, Relation::AtLeast, low)));
            axioms.extend(high.map(|high| constraint(&apart, Relation::AtMost, high)));
        }
        axioms
    }

    /// How many days a move takes, at least and at most.
    pub(crate) fn reach(&self, by: Shift) -> Apart {
        match by {
            Shift::Months(_) => apart_by(Shift::Months(0), by),
            Shift::Business(n) => self.business_reach(n),
        }
    }

    /// Tried from every day of the week in a week without holidays, and from every day on which a holiday can matter. A
    /// calendar whose holidays lie too far apart to try them all says only that no day is passed twice.
    fn business_reach(&self, n: i64) -> Apart {
        let calendar = &self.solver.days.calendar;
        let usual = Calendar { holidays: Default::default(), ..calendar.clone() };
        let start = date(2001, 1, 1);
        let (mut low, mut high) = span(&usual, n, start, 7);
        if let (Some(first), Some(last)) = (calendar.holidays.first(), calendar.holidays.last()) {
            let around = 2 * n.abs() + 30;
            let all = day_number(*last) - day_number(*first) + 2 * around;
            let from = first.checked_sub(SignedDuration::from_hours(24 * around)).ok();
            let Some(from) = from.filter(|_| all <= MOST_DAYS) else {
                return apart_by(Shift::Business(0), Shift::Business(n));
            };
            let (lower, higher) = span(calendar, n, from, all);
            (low, high) = (low.min(lower), higher.and_then(|h| high.map(|high| h.max(high))));
        }
        (low, high)
    }
}

/// So many days are tried for a calendar with holidays.
const MOST_DAYS: i64 = 20_000;

/// How many days a move of business days takes from any of some days, at least and at most.
fn span(calendar: &Calendar, n: i64, from: Date, days: i64) -> Apart {
    let (mut low, mut high) = (None, None);
    for offset in 0..days {
        let Some(day) = from.checked_add(SignedDuration::from_hours(24 * offset)).ok() else { continue };
        let Some(to) = calendar.business_day(day, n) else { return (None, None) };
        let apart = day_number(to) - day_number(day);
        low = Some(low.map_or(apart, |low: i64| low.min(apart)));
        high = Some(high.map_or(apart, |high: i64| high.max(apart)));
    }
    (low, high)
}

fn constraint(sum: &Sum, relation: Relation, bound: i64) -> Constraint {
    let form = Form(sum.terms.iter().map(|(var, factor)| (*var, factor.clone())).collect());
    Constraint { form, relation, bound: whole(bound) - &sum.constant }
}

/// How many days lie between two moves of one day, at least and at most.
fn apart_by(first: Shift, second: Shift) -> Apart {
    match (first, second) {
        (Shift::Months(first), Shift::Months(second)) => months_apart(first, second),
        (Shift::Business(first), Shift::Business(second)) => {
            let least = second - first;
            if least >= 0 { (Some(least), None) } else { (None, Some(least)) }
        }
        _ => (None, None),
    }
}

/// How many days apart, at least and at most.
type Apart = (Option<i64>, Option<i64>);

thread_local! {
    static APART: RefCell<FxHashMap<(i64, i64), Apart>> = RefCell::default();
}

/// Tried on every day of sixteen years around a century that skips its leap day, which holds every way months follow each
/// other.
fn months_apart(first: i64, second: i64) -> Apart {
    APART
        .with_borrow_mut(|known| *known.entry((first, second)).or_insert_with(|| count_months(first, second)))
}

/// Longer moves can pass more than one century without its leap day.
const CENTURY: i64 = 1200;

fn count_months(first: i64, second: i64) -> Apart {
    let (mut low, mut high) = (None, None);
    if first.abs().max(second.abs()) > CENTURY {
        return (None, None);
    }
    for start in [date(1892, 1, 1), date(1992, 1, 1)] {
        for offset in 0..16 * 366 {
            let Some(day) = start.checked_add(SignedDuration::from_hours(offset * 24)).ok() else { continue };
            let (Some(a), Some(b)) = (months_after(day, first), months_after(day, second)) else {
                return (None, None);
            };
            let apart = day_number(b) - day_number(a);
            low = Some(low.map_or(apart, |low: i64| low.min(apart)));
            high = Some(high.map_or(apart, |high: i64| high.max(apart)));
        }
    }
    (low, high)
}

fn months_after(day: Date, months: i64) -> Option<Date> {
    day.checked_add(Span::new().try_months(months).ok()?).ok()
}

/// A day moved, exactly.
fn shift(day: Date, by: Shift, days: &Days) -> Option<Date> {
    match by {
        Shift::Months(months) => months_after(day, months),
        Shift::Business(n) => days.calendar.business_day(day, n),
    }
}
