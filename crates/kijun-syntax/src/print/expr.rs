//! Expressions on one line.

use crate::ast::{BinaryOp, Direction, Domain, Expr, ExprKind, Fold, Quantifier, Range};
use crate::print::{date, duration, ident, join, node, quoted};

pub(super) fn expr(e: &Expr) -> String {
    match &e.kind {
        ExprKind::Bool(value) => value.to_string(),
        ExprKind::Number(digits) => digits.clone(),
        ExprKind::Percent(digits) => format!("{digits}%"),
        ExprKind::Size(digits, unit) => format!("{digits}{unit}"),
        ExprKind::Text(value) => quoted(value),
        ExprKind::Date(value) => date(value),
        ExprKind::DateTime(written) => written.clone(),
        ExprKind::Duration(value) => duration(value),
        ExprKind::Version(written) => format!("v{}", quoted(written)),
        ExprKind::Ip(written) => format!("ip{}", quoted(written)),
        ExprKind::Name(name) => ident(name),
        ExprKind::Parameter(name) => format!("${}", name.name),
        ExprKind::This => "self".to_owned(),
        ExprKind::Today => "today".to_owned(),
        _ => compound(e),
    }
}

fn compound(e: &Expr) -> String {
    match &e.kind {
        ExprKind::List(items) => node("list", items.iter().map(expr)),
        ExprKind::Field(base, name) => node(".", [expr(base), ident(name)]),
        ExprKind::Not(inner) => node("not", [expr(inner)]),
        ExprKind::Negate(inner) => node("-", [expr(inner)]),
        ExprKind::Binary(op, left, right) => node(binary_op(*op), [expr(left), expr(right)]),
        ExprKind::InSet { negated, item, set } => {
            node(if *negated { "not-in" } else { "in" }, [expr(item), node("set", set.iter().map(expr))])
        }
        ExprKind::InList { negated, item, list } => {
            node(if *negated { "not-in" } else { "in" }, [expr(item), expr(list)])
        }
        ExprKind::Matches(inner, regex) => node("matches", [expr(inner), format!("/{}/", regex.value)]),
        ExprKind::Is(inner, present) => node(if *present { "present" } else { "absent" }, [expr(inner)]),
        ExprKind::Within { date, duration, direction, anchor } => {
            node(direction_word(*direction), [expr(date), expr(duration), expr(anchor)])
        }
        ExprKind::Quantified { quantifier, range: over, body } => {
            node(quantifier_word(*quantifier), [range(over), expr(body)])
        }
        ExprKind::Count(over) => node("count", [range(over)]),
        ExprKind::Fold { fold, value, range: over } => node(fold_word(*fold), [expr(value), range(over)]),
        ExprKind::Age(inner) => node("age", [expr(inner)]),
        ExprKind::If(condition, yes, no) => node("if", [expr(condition), expr(yes), expr(no)]),
        ExprKind::Call(name, args) => node("call", [ident(name), join(args.iter().map(expr))]),
        _ => String::new(),
    }
}

fn range(range: &Range) -> String {
    let domain = match &range.domain {
        Domain::Expr(inner) => expr(inner),
        Domain::All(kind) => node("all", [ident(kind)]),
    };
    let filter = range.filter.as_ref().map(|filter| node("where", [expr(filter)])).unwrap_or_default();
    node("in", [ident(&range.binder), domain, filter])
}

pub(super) fn binary_op(op: BinaryOp) -> &'static str {
    match op {
        BinaryOp::Or => "or",
        BinaryOp::And => "and",
        BinaryOp::Implies => "implies",
        BinaryOp::Eq => "==",
        BinaryOp::Ne => "!=",
        BinaryOp::Lt => "<",
        BinaryOp::Le => "<=",
        BinaryOp::Gt => ">",
        BinaryOp::Ge => ">=",
        BinaryOp::Contains => "contains",
        BinaryOp::StartsWith => "starts-with",
        BinaryOp::EndsWith => "ends-with",
        BinaryOp::Add => "+",
        BinaryOp::Sub => "-",
        BinaryOp::Mul => "*",
        BinaryOp::Div => "/",
    }
}

fn direction_word(direction: Direction) -> &'static str {
    match direction {
        Direction::Before => "within-before",
        Direction::After => "within-after",
        Direction::Of => "within-of",
    }
}

fn quantifier_word(quantifier: Quantifier) -> &'static str {
    match quantifier {
        Quantifier::Every => "every",
        Quantifier::Some => "some",
        Quantifier::No => "no",
    }
}

fn fold_word(fold: Fold) -> &'static str {
    match fold {
        Fold::Sum => "sum",
        Fold::Min => "min",
        Fold::Max => "max",
    }
}
