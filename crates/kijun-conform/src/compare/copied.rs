//! What is written alike needs no question: whatever it says, it says twice.
//!
//! This holds outside the decided fragment too, since the evaluator runs both as the same expression.

use kijun_model::{Expr, Force, Model, StatementId};

use crate::demand;
use crate::same::alike;

/// Whether a lower statement says in the same words what a higher one says, of all that it says it of.
pub(super) fn repeats(model: &Model, lower: StatementId, higher: StatementId) -> bool {
    let wide = match (demand::kind(model, higher), demand::kind(model, lower)) {
        (Some(higher), Some(lower)) => model.is_a(higher, lower),
        _ => false,
    };
    wide && same_guards(model, lower, higher) && same_demand(model, lower, higher)
}

/// Whether two statements apply under the same conditions, kinds aside.
pub(crate) fn same_guards(model: &Model, one: StatementId, other: StatementId) -> bool {
    let same = |a: Option<&Expr>, b: Option<&Expr>| match (a, b) {
        (None, None) => true,
        (Some(a), Some(b)) => alike(model, a, b),
        _ => false,
    };
    let [filter, other_filter] = [one, other].map(|s| {
        model
            .clause(model.statement(s).clause)
            .subjects
            .as_ref()
            .and_then(|subjects| subjects.filter.as_ref())
    });
    let [when, other_when] = [one, other].map(|s| model.statement(s).when.as_ref());
    same(filter, other_filter) && same(when, other_when)
}

/// Whether two statements require, or forbid, the same.
pub(crate) fn same_demand(model: &Model, one: StatementId, other: StatementId) -> bool {
    let [forbids, other_forbids] =
        [one, other].map(|s| matches!(model.statement(s).force, Force::MustNot | Force::ShouldNot));
    let [demand, other_demand] = [one, other].map(|s| &model.statement(s).requirement);
    forbids == other_forbids && alike(model, demand, other_demand)
}
