//! Days moved along the calendar: what is true of them whatever the day, and what exactly for one day.

use std::cell::RefCell;

use jiff::civil::{Date, date};
use jiff::{SignedDuration, Span};
use kijun_eval::Days;
use num_traits::ToPrimitive;
use rustc_hash::FxHashMap;

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

    /// What is true of a moved day beside the day it was moved from, and beside others moved from there.
    pub(crate) fn calendar_axioms(&self, moved: &Moved) -> Vec<Constraint> {
        let var = Sum::var(moved.var);
        let mut axioms = Vec::new();
        let (low, high) = self.reach(moved.by);
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
    fn reach(&self, by: Shift) -> (Option<i64>, Option<i64>) {
        match by {
            Shift::Months(_) => apart_by(Shift::Months(0), by),
            Shift::Business(n) => {
                let longest = self.longest(n.unsigned_abs());
                if n > 0 { (Some(n), longest) } else { (longest.map(|days| -days), Some(n)) }
            }
        }
    }

    /// How many days so many business days can take: whole weeks for each week's worth, and a week for each holiday.
    fn longest(&self, n: u64) -> Option<i64> {
        let calendar = &self.solver.days.calendar;
        let working = calendar.weekend.iter().filter(|free| !**free).count() as u64;
        let weeks = n.checked_div(working)? + 1 + calendar.holidays.len() as u64;
        i64::try_from(weeks * 7).ok()
    }
}

fn constraint(sum: &Sum, relation: Relation, bound: i64) -> Constraint {
    let form = Form(sum.terms.iter().map(|(var, factor)| (*var, factor.clone())).collect());
    Constraint { form, relation, bound: whole(bound) - &sum.constant }
}

/// How many days lie between two moves of one day, at least and at most.
fn apart_by(first: Shift, second: Shift) -> (Option<i64>, Option<i64>) {
    match (first, second) {
        (Shift::Months(first), Shift::Months(second)) => months_apart(first, second),
        (Shift::Business(first), Shift::Business(second)) => {
            let least = second - first;
            if least >= 0 { (Some(least), None) } else { (None, Some(least)) }
        }
        _ => (None, None),
    }
}

thread_local! {
    static APART: RefCell<FxHashMap<(i64, i64), (Option<i64>, Option<i64>)>> = RefCell::default();
}

/// Tried on every day of sixteen years around a century that skips its leap day, which holds every way months follow each
/// other.
fn months_apart(first: i64, second: i64) -> (Option<i64>, Option<i64>) {
    APART
        .with_borrow_mut(|known| *known.entry((first, second)).or_insert_with(|| count_months(first, second)))
}

/// Longer moves can pass more than one century without its leap day.
const CENTURY: i64 = 1200;

fn count_months(first: i64, second: i64) -> (Option<i64>, Option<i64>) {
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
