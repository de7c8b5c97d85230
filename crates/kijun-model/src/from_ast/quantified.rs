//! Quantifiers, counts and folds; and what the language says with them on its own account.

use std::sync::Arc;

use jiff::civil::Date;
use kijun_diag::{Diagnostic, Span};
use kijun_syntax::ast;

use super::Cx;
use super::complaints;
use super::expr::{Typer, broken, make};
use super::names::TypeName;
use super::operators::compared;
use crate::{
    Arithmetic, Comparison, Day, Domain, Duration, Expr, ExprKind, Fold, KindId, LocalId, Logic, Quantifier,
    Range, SUBJECT, Type, Value,
};

impl Typer<'_> {
    pub(super) fn quantified(
        &mut self,
        quantifier: ast::Quantifier,
        range: &ast::Range,
        body: &ast::Expr,
        span: Span,
    ) -> Expr {
        let quantifier = match quantifier {
            ast::Quantifier::Every => Quantifier::Every,
            ast::Quantifier::Some => Quantifier::Some,
            ast::Quantifier::No => Quantifier::No,
        };
        self.ranging(range, span, |typer, range| {
            let body = typer.condition(body);
            make(ExprKind::Quantified(quantifier, range, Box::new(body)), Type::Bool, span)
        })
    }

    pub(super) fn count(&mut self, range: &ast::Range, span: Span) -> Expr {
        self.ranging(range, span, |_, range| make(ExprKind::Count(range), Type::Int, span))
    }

    pub(super) fn fold(
        &mut self,
        fold: ast::Fold,
        value: &ast::Expr,
        range: &ast::Range,
        span: Span,
    ) -> Expr {
        let fold = match fold {
            ast::Fold::Sum => Fold::Sum,
            ast::Fold::Min => Fold::Min,
            ast::Fold::Max => Fold::Max,
        };
        self.ranging(range, span, |typer, range| {
            let value = if fold == Fold::Sum { typer.quantity(value) } else { typer.in_order(value) };
            let ty = value.ty.required().clone();
            if ty == Type::Broken {
                return broken(span);
            }
            make(ExprKind::Fold(fold, Box::new(value), range), ty, span)
        })
    }

    /// A value that can be added up.
    pub(super) fn quantity(&mut self, value: &ast::Expr) -> Expr {
        let adds = |_: &Self, ty: &Type| {
            matches!(ty, Type::Int | Type::Number | Type::Size | Type::Percent | Type::Duration)
        };
        self.such_a_value(value, adds, complaints::not_a_quantity)
    }

    /// A value of which there is a least and a greatest.
    pub(super) fn in_order(&mut self, value: &ast::Expr) -> Expr {
        self.such_a_value(value, Self::ordered, complaints::not_ordered)
    }

    fn such_a_value(
        &mut self,
        value: &ast::Expr,
        fits: impl Fn(&Self, &Type) -> bool,
        complaint: fn(&str, Span) -> Diagnostic,
    ) -> Expr {
        let value = self.scalar(value);
        let ty = value.ty.required();
        if *ty == Type::Broken || fits(self, ty) {
            return value;
        }
        let shown = self.show(ty);
        self.cx.report(complaint(&shown, value.span));
        broken(value.span)
    }

    /// Types the domain, then what is asked of each element with the binder in scope.
    fn ranging(
        &mut self,
        range: &ast::Range,
        span: Span,
        build: impl FnOnce(&mut Self, Range) -> Expr,
    ) -> Expr {
        let Some((domain, element)) = self.domain(&range.domain) else { return broken(span) };
        let binder = LocalId::from_index(self.locals.len());
        self.locals.push((Some(Arc::from(range.binder.name.as_str())), element.clone()));
        let filter = range.filter.as_ref().map(|filter| Box::new(self.condition(filter)));
        let built = build(self, Range { binder, element, domain, filter });
        self.locals.pop();
        built
    }

    fn domain(&mut self, domain: &ast::Domain) -> Option<(Domain, Type)> {
        match domain {
            ast::Domain::All(kind) => {
                let kind = self.cx.kind_named(self.scope, kind)?;
                Some((Domain::All(kind), Type::Subject(kind)))
            }
            ast::Domain::Expr(list) => {
                let list = self.infer(list, None);
                let element = match list.ty.required() {
                    Type::List(element) | Type::Map(element) => (**element).clone(),
                    Type::Broken => return None,
                    other => {
                        let shown = self.show(other);
                        self.cx.report(complaints::not_a_list(&shown, list.span));
                        return None;
                    }
                };
                Some((Domain::Elements(Box::new(list)), element))
            }
        }
    }
}

/// `left and right`.
pub(super) fn both(left: Expr, right: Expr) -> Expr {
    let span = left.span;
    make(ExprKind::Logic(Logic::And, Box::new(left), Box::new(right)), Type::Bool, span)
}

/// The grace has run out, or does not touch this subject: `today >= from + duration or not of`.
pub(super) fn run_out(from: Date, duration: Duration, of: Option<Expr>, span: Span) -> Expr {
    let constant = |value, ty| make(ExprKind::Const(value), ty, span);
    let today = make(ExprKind::Day(Day::Today), Type::Date, span);
    let start = Box::new(constant(Value::Date(from), Type::Date));
    let length = Box::new(constant(Value::Duration(duration), Type::Duration));
    let end = make(ExprKind::Arithmetic(Arithmetic::Add, start, length), Type::Date, span);
    let over = compared(Comparison::Ge, today, end, span);
    let Some(of) = of else { return over };
    let untouched = make(ExprKind::Not(Box::new(of)), Type::Bool, span);
    make(ExprKind::Logic(Logic::Or, Box::new(over), Box::new(untouched)), Type::Bool, span)
}

/// The requirement of an `attest`, over the built-in kind `answer`: the subject has answered the question, recently
/// enough, and no such answer says no. Without an answer it is unknown.
pub(super) fn answered(
    cx: &mut Cx,
    kind: Option<KindId>,
    cited: &str,
    every: Option<Duration>,
    span: Span,
) -> Expr {
    let answer = match cx.names.types.get("answer").map(|t| t.what) {
        Some(TypeName::Kind(answer)) => answer,
        _ => return broken(span),
    };
    let Some(kind) = kind else { return broken(span) };
    let keys: Vec<usize> = cx.model.kind(kind).key().collect();
    let [key] = keys[..] else {
        let name = cx.model.kind(kind).name.clone();
        cx.report(complaints::no_key(&name, span));
        return broken(span);
    };
    let wanted = Answers { cx, answer, kind, key, cited, every, span };
    let given =
        wanted.quantified(Quantifier::Some, make(ExprKind::Const(Value::Bool(true)), Type::Bool, span));
    let fine = wanted.quantified(Quantifier::Every, wanted.affirmative());
    let nobody = make(ExprKind::Unanswered, Type::Bool, span);
    make(ExprKind::If(Box::new(given), Box::new(fine), Box::new(nobody)), Type::Bool, span)
}

struct Answers<'a> {
    cx: &'a Cx,
    answer: KindId,
    kind: KindId,
    key: usize,
    cited: &'a str,
    every: Option<Duration>,
    span: Span,
}

impl Answers<'_> {
    fn binder(&self) -> LocalId {
        LocalId(1)
    }

    fn make(&self, kind: ExprKind, ty: Type) -> Expr {
        make(kind, ty, self.span)
    }

    fn field(&self, name: &str) -> Expr {
        let fields = &self.cx.model.kind(self.answer).fields;
        let Some(index) = fields.iter().position(|f| &*f.name == name) else { return broken(self.span) };
        let element = self.make(ExprKind::Local(self.binder()), Type::Subject(self.answer));
        let ty = fields[index].ty.clone();
        self.make(ExprKind::Field(Box::new(element), u32::try_from(index).unwrap_or(u32::MAX)), ty)
    }

    fn affirmative(&self) -> Expr {
        let yes = self.field("yes");
        let Type::Enum(reply) = yes.ty else { return broken(self.span) };
        let position = self.cx.model.enumeration(reply).member("affirmative").unwrap_or(0);
        let wanted = self.make(ExprKind::Const(Value::Member(reply, position)), Type::Enum(reply));
        compared(Comparison::Eq, yes, wanted, self.span)
    }

    /// Which answers count: to this question, by this subject, given recently enough.
    fn filter(&self) -> Expr {
        let text = |text: &str| self.make(ExprKind::Const(Value::Text(text.into())), Type::Text);
        let equal = |left, right| compared(Comparison::Eq, left, right, self.span);
        let subject = self.make(ExprKind::Local(SUBJECT), Type::Subject(self.kind));
        let index = u32::try_from(self.key).unwrap_or(u32::MAX);
        let key = self.make(ExprKind::Field(Box::new(subject), index), Type::Text);
        let mine = equal(self.field("subject"), key);
        let filter = both(mine, equal(self.field("statement"), text(self.cited)));
        let Some(every) = self.every else { return filter };
        let age = self.make(ExprKind::Age(Box::new(self.field("answered_on"))), Type::Duration);
        let limit = self.make(ExprKind::Const(Value::Duration(every)), Type::Duration);
        both(filter, compared(Comparison::Le, age, limit, self.span))
    }

    fn quantified(&self, quantifier: Quantifier, body: Expr) -> Expr {
        let range = Range {
            binder: self.binder(),
            element: Type::Subject(self.answer),
            domain: Domain::All(self.answer),
            filter: Some(Box::new(self.filter())),
        };
        self.make(ExprKind::Quantified(quantifier, range, Box::new(body)), Type::Bool)
    }
}
