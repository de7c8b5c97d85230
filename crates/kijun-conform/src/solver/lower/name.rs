//! Names of expressions: the same for the same expression about the same evidence, whoever wrote it.

use std::fmt::Write;

use kijun_model::{Domain, Expr, ExprKind, Range};

use super::Lower;
use crate::solver::term::Env;

impl<'a> Lower<'a> {
    /// A name that tells what an expression is about, definitions and locals filled in.
    pub(super) fn name(&self, expr: &Expr, env: &Env<'a>) -> String {
        let mut name = String::new();
        let locals: Vec<std::rc::Rc<str>> = env.iter().map(|local| std::rc::Rc::clone(&local.name)).collect();
        self.spell(expr, &locals, &mut name, 0);
        name
    }

    fn spell(&self, expr: &Expr, locals: &[std::rc::Rc<str>], out: &mut String, depth: u32) {
        // What is cut off here is told apart by its place.
        if depth > super::DEEPEST || out.len() > 1 << 16 {
            _ = write!(out, "<{:?}>", expr.span);
            return;
        }
        let parts = expr.children();
        match &expr.kind {
            ExprKind::Local(local) => match locals.get(local.index()) {
                Some(name) => out.push_str(name),
                None => _ = write!(out, "?{}", local.index()),
            },
            ExprKind::Call(define, args) => {
                let args: Vec<std::rc::Rc<str>> = args
                    .iter()
                    .map(|arg| {
                        let mut name = String::new();
                        self.spell(arg, locals, &mut name, depth + 1);
                        name.into()
                    })
                    .collect();
                self.spell(&self.model().define(*define).body, &args, out, depth + 1);
            }
            ExprKind::Quantified(_, range, _) | ExprKind::Count(range) | ExprKind::Fold(_, _, range) => {
                let mut inner = locals.to_vec();
                inner.resize(range.binder.index(), "?".into());
                inner.push(format!("x{depth}").into());
                _ = write!(out, "{}(", head(expr));
                spell_domain(range, out);
                for part in parts {
                    self.spell(part, &inner, out, depth + 1);
                    out.push(';');
                }
                out.push(')');
            }
            _ => {
                _ = write!(out, "{}(", head(expr));
                for part in parts {
                    self.spell(part, locals, out, depth + 1);
                    out.push(',');
                }
                out.push(')');
            }
        }
    }
}

fn spell_domain(range: &Range, out: &mut String) {
    if let Domain::All(kind) = &range.domain {
        _ = write!(out, "all {};", kind.index());
    }
    _ = write!(out, "{};", range.filter.is_some());
}

/// What an expression is, its parts aside.
fn head(expr: &Expr) -> String {
    match &expr.kind {
        ExprKind::Const(value) => format!("{value:?}"),
        ExprKind::Field(_, field) => format!("field {field}"),
        ExprKind::Parameter(id) => format!("parameter {}", id.index()),
        ExprKind::Day(day) => format!("{day:?}"),
        ExprKind::Not(_) => "not".into(),
        ExprKind::Logic(logic, ..) => format!("{logic:?}"),
        ExprKind::Compare(op, ..) => format!("{op:?}"),
        ExprKind::InSet(_, set) => format!("in {set:?}"),
        ExprKind::InList(..) => "in list".into(),
        ExprKind::Matches(_, pattern) => format!("matches {pattern:?}"),
        ExprKind::Text(test, ..) => format!("{test:?}"),
        ExprKind::Within(..) => "within".into(),
        ExprKind::Under(_, _, kind) => format!("under {}", kind.index()),
        ExprKind::IsPresent(_) => "is present".into(),
        ExprKind::Quantified(quantifier, ..) => format!("{quantifier:?}"),
        ExprKind::Count(_) => "count".into(),
        ExprKind::Fold(fold, ..) => format!("{fold:?}"),
        ExprKind::Arithmetic(op, ..) => format!("{op:?}"),
        ExprKind::Negate(_) => "minus".into(),
        ExprKind::Age(_) => "age".into(),
        ExprKind::If(..) => "if".into(),
        ExprKind::Local(_) | ExprKind::Call(..) => String::new(),
        ExprKind::Unanswered => "unanswered".into(),
        ExprKind::Broken => "broken".into(),
    }
}
