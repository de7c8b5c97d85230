//! The day on which a grace period is over, and its statement asks for what it spared some of.

use jiff::ToSpan as _;
use jiff::civil::Date;
use kijun_diag::Span;
use kijun_findings::{Aspect, Cause, DimensionChange, RuleEvent};
use kijun_model::{Arithmetic, Comparison, Day, Duration, Expr, ExprKind, Logic, Model, StatementId, Value};

use crate::load::Loaded;
use crate::words::{location, one_line};

/// A cause, if the grace of a statement is over from this day on: the same provision, without its grace, with what it asks for.
pub(super) fn over(loaded: &Loaded, statement: StatementId, cited: &str, day: Date) -> Option<Cause> {
    let model = &loaded.model;
    let grace = grace(model, statement).filter(|(_, end)| *end == day)?.0;
    let text = |span: Span| Some(one_line(loaded.sources.slice(span))).filter(|text| !text.is_empty());
    let span = model.statement(statement).span;
    let change = |dimension, before, after| DimensionChange { dimension, before, after };
    Some(Cause::Rule {
        event: RuleEvent::Changed,
        before: Some(cited.to_owned()),
        after: Some(cited.to_owned()),
        dimensions: vec![
            change(Aspect::Scope, text(grace), None),
            change(Aspect::Strength, None, text(span)),
        ],
        at_before: Some(location(&loaded.sources, span)),
        at_after: Some(location(&loaded.sources, span)),
    })
}

/// Where the grace of a statement is written, and the first day without it.
fn grace(model: &Model, statement: StatementId) -> Option<(Span, Date)> {
    let clause = model.clause(model.statement(statement).clause);
    run_out(clause.subjects.as_ref()?.filter.as_ref()?)
}

/// `today >= from + duration` in a filter, as a grace is made of.
fn run_out(filter: &Expr) -> Option<(Span, Date)> {
    match &filter.kind {
        ExprKind::Logic(Logic::And | Logic::Or, left, right) => run_out(right).or_else(|| run_out(left)),
        ExprKind::Compare(Comparison::Ge, today, end) if matches!(today.kind, ExprKind::Day(Day::Today)) => {
            let ExprKind::Arithmetic(Arithmetic::Add, from, length) = &end.kind else { return None };
            match (&from.kind, &length.kind) {
                (ExprKind::Const(Value::Date(from)), ExprKind::Const(Value::Duration(length))) => {
                    Some((filter.span, later(*from, *length)?))
                }
                _ => None,
            }
        }
        _ => None,
    }
}

fn later(day: Date, by: Duration) -> Option<Date> {
    let months = i32::try_from(by.months).ok()?;
    day.checked_add(months.months()).ok()?.checked_add((by.seconds / 86_400).days()).ok()
}
