//! Which results a statement can come to.

use kijun_findings::Outcome;
use kijun_model::{Domain, Expr, ExprKind, Model, StatementId};

/// The results that tests should see: *not-applicable* where there is a guard, *unknown* where evidence can be missing.
pub(super) fn results(model: &Model, id: StatementId) -> Vec<Outcome> {
    let statement = model.statement(id);
    let clause = model.clause(statement.clause);
    let filter = clause.subjects.as_ref().and_then(|subjects| subjects.filter.as_ref());
    let guards: Vec<&Expr> = filter.into_iter().chain(&statement.when).collect();
    let mut exprs = guards.iter().copied().chain([&statement.requirement]);
    let doubtful = clause.evidence_at_most.is_some() || exprs.any(|expr| can_miss(model, expr));
    let mut results = vec![Outcome::Pass, Outcome::Fail];
    results.extend(doubtful.then_some(Outcome::Unknown));
    results.extend((!guards.is_empty()).then_some(Outcome::NotApplicable));
    results
}

/// Whether evidence that is missing can make an expression unknown. A key is always there, and of what may rightly be absent, `is
/// present` is false.
fn can_miss(model: &Model, expr: &Expr) -> bool {
    match &expr.kind {
        ExprKind::Field(owner, index) => !is_key(model, owner, *index),
        ExprKind::IsPresent(path) => match &path.kind {
            ExprKind::Field(owner, _) => !is_bound(owner) && !owner.ty.is_optional(),
            _ => can_miss(model, path),
        },
        ExprKind::Call(define, args) => {
            can_miss(model, &model.define(*define).body) || args.iter().any(|arg| can_miss(model, arg))
        }
        ExprKind::Parameter(_) | ExprKind::Unanswered => true,
        ExprKind::Quantified(_, range, _) | ExprKind::Count(range) | ExprKind::Fold(_, _, range)
            if matches!(range.domain, Domain::Elements(_)) =>
        {
            true
        }
        _ => expr.children().into_iter().any(|child| can_miss(model, child)),
    }
}

/// Whether this is a subject or an element itself.
fn is_bound(expr: &Expr) -> bool {
    matches!(expr.kind, ExprKind::Local(_))
}

fn is_key(model: &Model, owner: &Expr, index: u32) -> bool {
    match owner.ty.required() {
        kijun_model::Type::Subject(kind) => model.kind(*kind).key().any(|key| key == index as usize),
        _ => false,
    }
}
