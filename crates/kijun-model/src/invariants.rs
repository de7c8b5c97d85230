//! What every model that was built without errors keeps to.

use kijun_diag::Span;

use crate::{Expr, ExprKind, MessagePart, Model, Subjects, Type};

impl Model {
    /// INVARIANT: a model without errors holds no broken expression and no broken type. Gives the first place where it does.
    #[must_use]
    pub fn first_broken(&self) -> Option<Span> {
        let fields = self.kinds.iter().map(|k| &k.fields).chain(self.records.iter().map(|r| &r.fields));
        let field = fields.flatten().find(|field| holds_broken(&field.ty)).map(|field| field.span);
        field.or_else(|| self.expressions().into_iter().find_map(broken_in))
    }

    /// Every expression of the model, outermost ones only.
    #[must_use]
    pub fn expressions(&self) -> Vec<&Expr> {
        let mut all: Vec<&Expr> = Vec::new();
        let filter = |subjects: &'_ Subjects| subjects.filter.is_some();
        let of_clauses = self.clauses.iter().filter_map(|c| c.subjects.as_ref()).filter(|s| filter(s));
        let of_exceptions = self.exceptions.iter().filter_map(|e| e.subjects.as_ref()).filter(|s| filter(s));
        all.extend(of_clauses.chain(of_exceptions).filter_map(|s| s.filter.as_ref()));
        for statement in &self.statements {
            all.push(&statement.requirement);
            all.extend(&statement.when);
            let parts = statement.messages.iter().flat_map(|(_, parts)| parts);
            all.extend(parts.filter_map(|part| if let MessagePart::Expr(e) = part { Some(e) } else { None }));
        }
        all.extend(self.defines.iter().map(|define| &define.body));
        all.extend(self.measures.iter().flat_map(crate::Measure::expressions));
        let reasons = self.tests.iter().flat_map(|test| &test.expect).filter_map(|e| e.because.as_ref());
        all.extend(reasons);
        all
    }
}

fn broken_in(expr: &Expr) -> Option<Span> {
    if matches!(expr.kind, ExprKind::Broken) || holds_broken(&expr.ty) {
        return Some(expr.span);
    }
    expr.children().into_iter().find_map(broken_in)
}

fn holds_broken(ty: &Type) -> bool {
    match ty {
        Type::Broken => true,
        Type::List(inner) | Type::Map(inner) | Type::Optional(inner) => holds_broken(inner),
        _ => false,
    }
}
