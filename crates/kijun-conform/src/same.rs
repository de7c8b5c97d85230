//! Whether two expressions are written alike, places and names of definitions aside.

use kijun_model::{Domain, Expr, ExprKind, Model, Range, Type, Value};

/// Whether two expressions are built alike from the same fields and constants.
#[must_use]
pub fn alike(model: &Model, one: &Expr, other: &Expr) -> bool {
    let (parts, others) = (one.children(), other.children());
    heads(model, one, other)
        && parts.len() == others.len()
        && parts.into_iter().zip(others).all(|(a, b)| alike(model, a, b))
}

/// Whether they are alike but for what is inside.
fn heads(model: &Model, one: &Expr, other: &Expr) -> bool {
    match (&one.kind, &other.kind) {
        // Not `same`: a year compares equal to 365 days, and moves a day differently.
        (ExprKind::Const(a), ExprKind::Const(b)) => a == b,
        (ExprKind::Local(a), ExprKind::Local(b)) => a == b,
        (ExprKind::Field(a, i), ExprKind::Field(b, j)) => i == j && owners(&a.ty, &b.ty),
        (ExprKind::Parameter(a), ExprKind::Parameter(b)) => a == b,
        (ExprKind::Day(a), ExprKind::Day(b)) => a == b,
        (ExprKind::Logic(a, ..), ExprKind::Logic(b, ..)) => a == b,
        (ExprKind::Compare(a, ..), ExprKind::Compare(b, ..)) => a == b,
        (ExprKind::InSet(_, a), ExprKind::InSet(_, b)) => covers(a, b) && covers(b, a),
        (ExprKind::Matches(_, a), ExprKind::Matches(_, b)) => a == b,
        (ExprKind::Text(a, ..), ExprKind::Text(b, ..)) => a == b,
        (ExprKind::Quantified(a, r, _), ExprKind::Quantified(b, s, _)) => a == b && ranges(r, s),
        (ExprKind::Count(r), ExprKind::Count(s)) => ranges(r, s),
        (ExprKind::Fold(a, _, r), ExprKind::Fold(b, _, s)) => a == b && ranges(r, s),
        (ExprKind::Arithmetic(a, ..), ExprKind::Arithmetic(b, ..)) => a == b,
        (ExprKind::Call(a, _), ExprKind::Call(b, _)) => {
            a == b || alike(model, &model.define(*a).body, &model.define(*b).body)
        }
        (ExprKind::Broken, _) => false,
        (a, b) => std::mem::discriminant(a) == std::mem::discriminant(b),
    }
}

/// Whether a field of one number is the same field in both. In kinds of one line it is.
fn owners(one: &Type, other: &Type) -> bool {
    match (one.required(), other.required()) {
        (Type::Record(a), Type::Record(b)) => a == b,
        (Type::Subject(_), Type::Subject(_)) => true,
        _ => false,
    }
}

fn covers(all: &[Value], some: &[Value]) -> bool {
    some.iter().all(|value| all.contains(value))
}

fn ranges(one: &Range, other: &Range) -> bool {
    let domains = match (&one.domain, &other.domain) {
        (Domain::All(a), Domain::All(b)) => a == b,
        (Domain::Elements(_), Domain::Elements(_)) => true,
        _ => false,
    };
    domains && one.binder == other.binder && one.filter.is_some() == other.filter.is_some()
}
