//! Expressions: names to ids, and a type for each.

use std::sync::Arc;

use kijun_diag::Span;
use kijun_syntax::ast;

use super::Cx;
use super::complaints::{self, Unknown};
use super::names::TypeName;
use super::scope::Scope;
use crate::{Day, Expr, ExprKind, Field, KindId, LocalId, SUBJECT, Type, Value};

/// Types the expressions of one item.
pub(super) struct Typer<'c> {
    pub(super) cx: &'c mut Cx,
    pub(super) scope: &'c Scope,
    /// Names of locals with their types; the index is the [`LocalId`].
    pub(super) locals: Vec<(Option<Arc<str>>, Type)>,
    /// Whether local 0 is a subject whose fields are in scope by name.
    has_subject: bool,
}

impl<'c> Typer<'c> {
    /// For expressions about a subject. Without a kind (its name did not resolve) every name fits.
    pub(super) fn of_subject(cx: &'c mut Cx, scope: &'c Scope, kind: Option<KindId>) -> Typer<'c> {
        let subject = kind.map_or(Type::Broken, Type::Subject);
        Typer { cx, scope, locals: vec![(scope.subject.clone(), subject)], has_subject: true }
    }

    /// For the body of a definition, or for a constant.
    pub(super) fn of_params(cx: &'c mut Cx, scope: &'c Scope, params: Vec<(Arc<str>, Type)>) -> Typer<'c> {
        let locals = params.into_iter().map(|(name, ty)| (Some(name), ty)).collect();
        Typer { cx, scope, locals, has_subject: false }
    }

    /// Gives the subject a name beside `self`.
    pub(super) fn name_subject(&mut self, name: Option<Arc<str>>) {
        if let Some(subject) = self.locals.first_mut() {
            subject.0 = name;
        }
    }

    /// A condition.
    pub(super) fn condition(&mut self, expr: &ast::Expr) -> Expr {
        let typed = self.infer(expr, Some(&Type::Bool));
        match typed.ty.required() {
            Type::Bool | Type::Broken => typed,
            other => {
                let shown = self.show(other);
                self.cx.report(complaints::not_a_condition(&shown, expr.span));
                broken(expr.span)
            }
        }
    }

    /// A scalar of any type.
    pub(super) fn scalar(&mut self, expr: &ast::Expr) -> Expr {
        let typed = self.infer(expr, None);
        self.check_scalar(typed)
    }

    pub(super) fn check_scalar(&mut self, typed: Expr) -> Expr {
        if is_scalar(&typed.ty) || typed.ty == Type::Broken {
            return typed;
        }
        let shown = self.show(&typed.ty);
        self.cx.report(complaints::not_a_scalar(&shown, typed.span));
        broken(typed.span)
    }

    /// A constant of a type.
    pub(super) fn constant(&mut self, expr: &ast::Expr, expected: &Type) -> Option<Value> {
        let typed = self.infer(expr, Some(expected));
        if typed.ty == Type::Broken || *expected == Type::Broken {
            return None;
        }
        let Some(value) = constant(&typed) else {
            self.cx.report(complaints::not_constant(expr.span));
            return None;
        };
        if !fits(expected.required(), typed.ty.required()) {
            let (found, wanted) = (self.show(&typed.ty), self.show(expected));
            self.cx.report(complaints::wrong_type(&found, &wanted, expr.span));
            return None;
        }
        Some(value)
    }

    /// An expression with its type. `expected` helps a bare enum member to find its enumeration.
    pub(super) fn infer(&mut self, expr: &ast::Expr, expected: Option<&Type>) -> Expr {
        let span = expr.span;
        match &expr.kind {
            ast::ExprKind::Name(name) => self.name(name, expected),
            ast::ExprKind::Field(base, field) => self.field(base, field, span),
            ast::ExprKind::Parameter(name) => self.parameter(name, span),
            ast::ExprKind::This => self.this(span),
            ast::ExprKind::Today => day(Day::Today, span),
            ast::ExprKind::Not(inner) => {
                let inner = self.condition(inner);
                make(ExprKind::Not(Box::new(inner)), Type::Bool, span)
            }
            ast::ExprKind::Binary(op, left, right) => self.binary(*op, left, right, span),
            ast::ExprKind::InSet { negated, item, set } => self.in_set(*negated, item, set, span),
            ast::ExprKind::InList { negated, item, list } => self.in_list(*negated, item, list, span),
            ast::ExprKind::Matches(text, regex) => self.matches(text, regex, span),
            ast::ExprKind::Is(inner, present) => self.is_present(inner, *present, span),
            ast::ExprKind::Within { date, duration, direction, anchor } => {
                self.within(date, duration, *direction, anchor, span)
            }
            ast::ExprKind::Quantified { quantifier, range, body } => {
                self.quantified(*quantifier, range, body, span)
            }
            ast::ExprKind::Count(range) => self.count(range, span),
            ast::ExprKind::Fold { fold, value, range } => self.fold(*fold, value, range, span),
            ast::ExprKind::Age(date) => self.age(date, span),
            ast::ExprKind::If(condition, then, otherwise) => {
                self.if_then_else(condition, then, otherwise, expected, span)
            }
            ast::ExprKind::Call(name, args) => self.call(name, args, span),
            ast::ExprKind::Negate(inner) => self.negate(inner, span),
            ast::ExprKind::List(_) => {
                self.cx.report(complaints::not_a_scalar("list", span));
                broken(span)
            }
            _ => match self.cx.literal(expr) {
                Some((value, ty)) => make(ExprKind::Const(value), ty, span),
                None => broken(span),
            },
        }
    }

    /// The path that an expected result gives as its reason. It may go through a list into its elements.
    pub(super) fn reason(&mut self, path: &ast::Expr) -> Expr {
        let ast::ExprKind::Field(base, field) = &path.kind else { return self.infer(path, None) };
        let base = self.reason(base);
        let ty = match base.ty.required() {
            Type::List(element) | Type::Map(element) => element.required().clone(),
            other => other.clone(),
        };
        self.select_named(Expr { ty, ..base }, field, path.span)
    }

    fn this(&mut self, span: Span) -> Expr {
        if !self.has_subject {
            self.cx.report(complaints::unknown(Unknown::Name, "self", span, []));
            return broken(span);
        }
        let ty = self.locals.first().map_or(Type::Broken, |(_, ty)| ty.clone());
        make(ExprKind::Local(SUBJECT), ty, span)
    }

    /// A name, in this order: a local, a member of the expected enumeration, a field of the subject, a definition.
    fn name(&mut self, name: &ast::Ident, expected: Option<&Type>) -> Expr {
        let span = name.span;
        if let Some(local) = self.local(&name.name) {
            let ty = self.locals[local.index()].1.clone();
            return make(ExprKind::Local(local), ty, span);
        }
        if let Some(member) = self.expected_member(&name.name, expected) {
            return make(ExprKind::Const(member.0), member.1, span);
        }
        if let Some(field) = self.subject_field(name) {
            return field;
        }
        if let Some(id) = self.cx.names.defines.find(&name.name, &self.scope.sees) {
            return self.call_of(id, name, &[], span);
        }
        // Its subject or the other side of its comparison has had a diagnostic: what it means cannot be told.
        let broken_subject = self.has_subject && matches!(self.locals.first(), Some((_, Type::Broken)));
        let broken_side = expected == Some(&Type::Broken);
        if !(broken_subject || broken_side || self.cx.names.broken.contains(&name.name)) {
            self.report_unknown(name, expected);
        }
        broken(span)
    }

    /// Whether a bare name means something by itself, without an expected type.
    pub(super) fn means_something(&self, expr: &ast::Expr) -> bool {
        let ast::ExprKind::Name(name) = &expr.kind else { return true };
        self.local(&name.name).is_some()
            || self.subject_fields().iter().any(|f| *f.name == *name.name)
            || self.cx.names.defines.find(&name.name, &self.scope.sees).is_some()
    }

    fn report_unknown(&mut self, name: &ast::Ident, expected: Option<&Type>) {
        if let Some(Type::Enum(id)) = expected.map(Type::required) {
            let members = self.cx.model.enumeration(*id).members.iter().map(|m| &*m.name);
            let diagnostic = complaints::unknown(Unknown::Member, &name.name, name.span, members);
            self.cx.report(diagnostic);
            return;
        }
        let locals = self.locals.iter().filter_map(|(n, _)| n.as_deref());
        let fields = self.subject_fields().iter().map(|f| &*f.name);
        let known = locals.chain(fields).chain(self.cx.names.defines.names());
        let diagnostic = complaints::unknown(Unknown::Name, &name.name, name.span, known);
        self.cx.report(diagnostic);
    }

    fn local(&self, name: &str) -> Option<LocalId> {
        self.locals.iter().rposition(|(n, _)| n.as_deref() == Some(name)).map(LocalId::from_index)
    }

    fn expected_member(&self, name: &str, expected: Option<&Type>) -> Option<(Value, Type)> {
        let Some(Type::Enum(id)) = expected.map(Type::required) else { return None };
        let position = self.cx.model.enumeration(*id).member(name)?;
        Some((Value::Member(*id, position), Type::Enum(*id)))
    }

    fn subject_fields(&self) -> &[Field] {
        match self.locals.first() {
            Some((_, Type::Subject(kind))) if self.has_subject => &self.cx.model.kind(*kind).fields,
            _ => &[],
        }
    }

    fn subject_field(&self, name: &ast::Ident) -> Option<Expr> {
        let fields = self.subject_fields();
        let index = fields.iter().position(|f| *f.name == *name.name)?;
        let subject = make(ExprKind::Local(SUBJECT), self.locals.first()?.1.clone(), name.span);
        Some(select(subject, index, &fields[index].ty, name.span))
    }

    /// `base.field`, `enum.member`, `period.start`.
    fn field(&mut self, base: &ast::Expr, field: &ast::Ident, span: Span) -> Expr {
        if let ast::ExprKind::Name(name) = &base.kind
            && !self.has_fields(base)
            && let Some(special) = self.qualified(name, field, span)
        {
            return special;
        }
        let base = self.infer(base, None);
        self.select_named(base, field, span)
    }

    fn select_named(&mut self, base: Expr, field: &ast::Ident, span: Span) -> Expr {
        let fields: &[Field] = match base.ty.required() {
            Type::Record(id) => &self.cx.model.record(*id).fields,
            Type::Subject(id) => &self.cx.model.kind(*id).fields,
            Type::Broken => return broken(span),
            Type::Ref(kind) => {
                let kind = self.cx.model.kind(*kind).name.clone();
                self.cx.report(complaints::reference_field(&field.name, &kind, field.span));
                return broken(span);
            }
            _ => &[],
        };
        if let Some(index) = fields.iter().position(|f| *f.name == *field.name) {
            let ty = fields[index].ty.clone();
            return select(base, index, &ty, span);
        }
        let owner = self.cx.model.show_type(base.ty.required());
        let known = fields.iter().map(|f| &*f.name);
        let diagnostic = complaints::unknown_field(&field.name, &owner, field.span, known);
        self.cx.report(diagnostic);
        broken(span)
    }

    /// Whether a bare name means something that may have fields. A field that is called as its enumeration has none, and
    /// leaves `exposure.internet` to the enumeration.
    fn has_fields(&self, expr: &ast::Expr) -> bool {
        let ast::ExprKind::Name(name) = &expr.kind else { return true };
        if let Some(local) = self.local(&name.name) {
            return self
                .locals
                .get(local.index())
                .is_some_and(|(_, ty)| !matches!(ty.required(), Type::Enum(_)));
        }
        let field = self.subject_fields().iter().find(|f| *f.name == *name.name);
        field.map_or_else(|| self.means_something(expr), |f| !matches!(f.ty.required(), Type::Enum(_)))
    }

    fn qualified(&mut self, base: &ast::Ident, field: &ast::Ident, span: Span) -> Option<Expr> {
        match (base.name.as_str(), field.name.as_str()) {
            ("period", "start") => return Some(day(Day::PeriodStart, span)),
            ("period", "end") => return Some(day(Day::PeriodEnd, span)),
            _ => {}
        }
        let TypeName::Enum(id) = self.cx.names.types.get(base.name.as_str())?.what else { return None };
        if let Some(position) = self.cx.model.enumeration(id).member(&field.name) {
            return Some(make(ExprKind::Const(Value::Member(id, position)), Type::Enum(id), span));
        }
        let members = self.cx.model.enumeration(id).members.iter().map(|m| &*m.name);
        let diagnostic = complaints::unknown(Unknown::Member, &field.name, field.span, members);
        self.cx.report(diagnostic);
        Some(broken(span))
    }

    fn parameter(&mut self, name: &ast::Ident, span: Span) -> Expr {
        match self.cx.names.parameters.find(&name.name, &self.scope.sees) {
            Some(id) => {
                let ty = self.cx.model.parameter(id).ty.clone();
                make(ExprKind::Parameter(id), ty, span)
            }
            None => {
                let known = self.cx.names.parameters.names();
                let diagnostic = complaints::unknown(Unknown::Parameter, &name.name, name.span, known);
                self.cx.report(diagnostic);
                broken(span)
            }
        }
    }

    pub(super) fn show(&self, ty: &Type) -> String {
        self.cx.model.show_type(ty)
    }
}

/// `base.field`; what stands in something optional may rightly be absent too.
fn select(base: Expr, index: usize, ty: &Type, span: Span) -> Expr {
    let ty = match ty {
        Type::Optional(_) | Type::Broken => ty.clone(),
        required if base.ty.is_optional() => Type::Optional(Box::new(required.clone())),
        required => required.clone(),
    };
    make(ExprKind::Field(Box::new(base), u32::try_from(index).unwrap_or(u32::MAX)), ty, span)
}

pub(super) fn make(kind: ExprKind, ty: Type, span: Span) -> Expr {
    Expr { kind, ty, span }
}

pub(super) fn broken(span: Span) -> Expr {
    make(ExprKind::Broken, Type::Broken, span)
}

fn day(day: Day, span: Span) -> Expr {
    make(ExprKind::Day(day), Type::Date, span)
}

/// Whether a type is compared as one value.
pub(super) fn is_scalar(ty: &Type) -> bool {
    !matches!(ty.required(), Type::Record(_) | Type::Subject(_) | Type::List(_) | Type::Map(_) | Type::Broken)
}

/// Whether a value of `found` may stand where `expected` is asked.
pub(super) fn fits(expected: &Type, found: &Type) -> bool {
    expected == found
        || matches!(
            (expected, found),
            (Type::Number, Type::Int) | (Type::Text, Type::Ref(_)) | (Type::Ref(_), Type::Text)
        )
        || *expected == Type::Broken
        || *found == Type::Broken
}

/// The value of a constant; a negative number is one.
pub(super) fn constant(expr: &Expr) -> Option<Value> {
    match &expr.kind {
        ExprKind::Const(value) => Some(value.clone()),
        ExprKind::Negate(inner) => match constant(inner)? {
            Value::Number(n) => Some(Value::Number(-n)),
            Value::Percent(n) => Some(Value::Percent(-n)),
            _ => None,
        },
        _ => None,
    }
}

/// A path of names as `a.b`; `None` for anything else.
pub(super) fn dotted(expr: &ast::Expr) -> Option<Arc<str>> {
    match &expr.kind {
        ast::ExprKind::Name(name) => Some(name.name.as_str().into()),
        ast::ExprKind::Field(base, field) => Some(format!("{}.{}", dotted(base)?, field.name).into()),
        _ => None,
    }
}
