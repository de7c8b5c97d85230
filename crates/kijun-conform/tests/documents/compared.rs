//! Rules to what comparing their documents comes to.

use jiff::civil::Date;
use kijun_conform::{Conformance, Limits, Scope, Solver, conformance};
use kijun_eval::{Calendar, Days};
use kijun_standards::EffectiveSet;
use kijun_testkit::Rules;

/// Compares the documents in force on a day.
pub(crate) fn compared(rules: &Rules, on: Date, scope: &Scope) -> Conformance {
    let effective = in_force(rules, on);
    let days = days(on);
    let solver = Solver {
        model: &rules.model,
        parameters: &effective.parameters,
        days: &days,
        limits: Limits::default(),
    };
    conformance(&solver, &rules.standards, &effective, scope)
}

pub(crate) fn in_force(rules: &Rules, on: Date) -> EffectiveSet {
    rules.standards.effective(&rules.model, on, on, None).0.set
}

/// A year from a day, today being its last.
pub(crate) fn days(on: Date) -> Days {
    let end = on.checked_add(jiff::Span::new().years(1)).unwrap().yesterday().unwrap();
    Days { today: end, period_start: on, period_end: end, calendar: Calendar::default() }
}
