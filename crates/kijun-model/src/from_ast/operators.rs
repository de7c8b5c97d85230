//! Operators: what may stand on either side, and what comes out.

use kijun_diag::Span;
use kijun_syntax::ast::{self, BinaryOp, Direction};

use super::complaints;
use super::expr::{Typer, broken, constant, fits, is_scalar, make};
use super::quantified::both;
use crate::{Arithmetic, Comparison, Expr, ExprKind, Logic, TextTest, Type, Value};

impl Typer<'_> {
    pub(super) fn binary(&mut self, op: BinaryOp, left: &ast::Expr, right: &ast::Expr, span: Span) -> Expr {
        match op {
            BinaryOp::And => self.logic(Logic::And, left, right, span),
            BinaryOp::Or => self.logic(Logic::Or, left, right, span),
            BinaryOp::Implies => self.logic(Logic::Implies, left, right, span),
            BinaryOp::Contains => self.contains(left, right, span),
            BinaryOp::StartsWith => self.text_test(TextTest::StartsWith, left, right, span),
            BinaryOp::EndsWith => self.text_test(TextTest::EndsWith, left, right, span),
            BinaryOp::Add => self.arithmetic(Arithmetic::Add, left, right, span),
            BinaryOp::Sub => self.arithmetic(Arithmetic::Sub, left, right, span),
            BinaryOp::Mul => self.arithmetic(Arithmetic::Mul, left, right, span),
            BinaryOp::Div => self.arithmetic(Arithmetic::Div, left, right, span),
            op => match comparison(op) {
                Some(comparison) => self.compare(comparison, left, right, span),
                None => broken(span),
            },
        }
    }

    fn logic(&mut self, logic: Logic, left: &ast::Expr, right: &ast::Expr, span: Span) -> Expr {
        let left = self.condition(left);
        let right = self.condition(right);
        make(ExprKind::Logic(logic, Box::new(left), Box::new(right)), Type::Bool, span)
    }

    fn compare(&mut self, op: Comparison, left: &ast::Expr, right: &ast::Expr, span: Span) -> Expr {
        let (left, right) = self.pair(left, right);
        let (Some(left), Some(right)) = (self.comparable(left), self.comparable(right)) else {
            return broken(span);
        };
        if !self.same_sort(&left, &right, span) {
            return broken(span);
        }
        let equality = matches!(op, Comparison::Eq | Comparison::Ne);
        if !equality && !self.ordered(left.ty.required()) {
            let shown = self.show(left.ty.required());
            self.cx.report(complaints::not_ordered(&shown, span));
            return broken(span);
        }
        if let Some(network) = [&left, &right].into_iter().find(|side| is_network(side)) {
            self.cx.report(complaints::network_equality(network.span));
            return broken(span);
        }
        make(ExprKind::Compare(op, Box::new(left), Box::new(right)), Type::Bool, span)
    }

    /// Both sides, each with the other's type as its expectation where it needs one.
    pub(super) fn pair(&mut self, left: &ast::Expr, right: &ast::Expr) -> (Expr, Expr) {
        if self.means_something(left) || !self.means_something(right) {
            let left = self.infer(left, None);
            let right = self.infer(right, Some(&left.ty));
            (left, right)
        } else {
            let right = self.infer(right, None);
            let left = self.infer(left, Some(&right.ty));
            (left, right)
        }
    }

    /// A side of a comparison: a scalar; a subject stands for its key.
    fn comparable(&mut self, side: Expr) -> Option<Expr> {
        if let Type::Subject(kind) = side.ty {
            let mut keys = self.cx.model.kind(kind).key();
            if let (Some(key), None) = (keys.next(), keys.next()) {
                let span = side.span;
                let index = u32::try_from(key).unwrap_or(u32::MAX);
                return Some(make(ExprKind::Field(Box::new(side), index), Type::Ref(kind), span));
            }
        }
        let side = self.check_scalar(side);
        (side.ty != Type::Broken).then_some(side)
    }

    fn same_sort(&mut self, left: &Expr, right: &Expr, span: Span) -> bool {
        let (l, r) = (left.ty.required(), right.ty.required());
        if self.alike(l, r) {
            return true;
        }
        if matches!((l, r), (Type::Duration, Type::BusinessDays) | (Type::BusinessDays, Type::Duration)) {
            self.cx.report(complaints::mixed_days(span));
        } else {
            let meant = self.meant(left, right).or_else(|| self.meant(right, left));
            let (l, r) = (self.show(l), self.show(r));
            self.cx.report(complaints::mismatch((&l, left.span), (&r, right.span)).suggest(meant));
        }
        false
    }

    /// What was probably meant by a constant that does not fit the other side: a number of days, or a member in quotes.
    fn meant(&self, side: &Expr, other: &Expr) -> Option<String> {
        match (side.ty.required(), constant(other)?) {
            (Type::Duration, Value::Number(n)) => Some(format!("{} days", n.normalize())),
            (Type::BusinessDays, Value::Number(n)) => Some(format!("{} business days", n.normalize())),
            (Type::Percent, Value::Number(n)) => Some(format!("{}%", n.normalize())),
            (Type::Enum(id), Value::Text(text)) => {
                let members = &self.cx.model.enumeration(*id).members;
                members.iter().find(|m| m.name == text).map(|m| m.name.to_string())
            }
            _ => None,
        }
    }

    /// Whether values of two types can be equal. A reference compares with a key of the kind, and with a reference to a
    /// kind above or below.
    fn alike(&self, left: &Type, right: &Type) -> bool {
        match (left, right) {
            (Type::Ref(a), Type::Ref(b)) => self.cx.model.is_a(*a, *b) || self.cx.model.is_a(*b, *a),
            (a, b) => fits(a, b) || fits(b, a),
        }
    }

    pub(super) fn ordered(&self, ty: &Type) -> bool {
        match ty {
            Type::Enum(id) => self.cx.model.enumeration(*id).ordered,
            Type::Bool | Type::Text | Type::Ref(_) | Type::Ip => false,
            _ => true,
        }
    }

    pub(super) fn in_set(&mut self, negated: bool, item: &ast::Expr, set: &[ast::Expr], span: Span) -> Expr {
        let item = self.scalar(item);
        if item.ty == Type::Broken {
            return broken(span);
        }
        if set.is_empty() {
            self.cx.report(complaints::empty_set(span));
            return broken(span);
        }
        let expected = item.ty.required().clone();
        let values: Vec<Value> = set.iter().filter_map(|member| self.constant(member, &expected)).collect();
        if values.len() < set.len() {
            return broken(span);
        }
        let tested = match expected {
            Type::Ip => inside_one_of(&item, values, span),
            _ => make(ExprKind::InSet(Box::new(item), values), Type::Bool, span),
        };
        negate_if(negated, tested)
    }

    pub(super) fn in_list(&mut self, negated: bool, item: &ast::Expr, list: &ast::Expr, span: Span) -> Expr {
        if let ast::ExprKind::List(set) = &list.kind {
            return self.in_set(negated, item, set, span);
        }
        let list = self.infer(list, None);
        let tested = match list.ty.required().clone() {
            Type::List(element) | Type::Map(element) => self.member_of(item, list, &element, span),
            Type::Ip => {
                let item = self.of_type(item, &Type::Ip);
                make(ExprKind::Within(Box::new(item), Box::new(list)), Type::Bool, span)
            }
            Type::Ref(_) | Type::Subject(_) | Type::Text => self.under(item, list, span),
            Type::Broken => return broken(span),
            other => {
                let shown = self.show(&other);
                self.cx.report(complaints::not_a_list(&shown, list.span));
                return broken(span);
            }
        };
        negate_if(negated, tested)
    }

    /// `a in b` on references to a kind that is a tree; one side may be a key as text.
    fn under(&mut self, item: &ast::Expr, top: Expr, span: Span) -> Expr {
        let item = self.infer(item, None);
        let (Some(item), Some(top)) = (self.comparable(item), self.comparable(top)) else {
            return broken(span);
        };
        let kind = match (item.ty.required(), top.ty.required()) {
            (Type::Ref(a), Type::Ref(b)) if self.cx.model.is_a(*a, *b) => *b,
            (Type::Ref(a), Type::Ref(b)) if self.cx.model.is_a(*b, *a) => *a,
            (Type::Ref(kind), Type::Text) | (Type::Text, Type::Ref(kind)) => *kind,
            (left, Type::Ref(right)) => {
                let (left, right) = (self.show(left), self.show(&Type::Ref(*right)));
                self.cx.report(complaints::mismatch((&left, item.span), (&right, top.span)));
                return broken(span);
            }
            (_, other) => {
                let shown = self.show(other);
                self.cx.report(complaints::not_a_list(&shown, top.span));
                return broken(span);
            }
        };
        let Some((root, _)) = self.cx.model.tree(kind) else {
            let name = self.cx.model.kind(kind).name.clone();
            self.cx.report(complaints::not_a_tree(&name, span));
            return broken(span);
        };
        make(ExprKind::Under(Box::new(item), Box::new(top), root), Type::Bool, span)
    }

    fn member_of(&mut self, item: &ast::Expr, list: Expr, element: &Type, span: Span) -> Expr {
        let item = self.infer(item, Some(element));
        let Some(item) = self.comparable(item) else { return broken(span) };
        if !self.alike(item.ty.required(), element.required()) {
            let (left, right) = (self.show(&item.ty), self.show(element));
            self.cx.report(complaints::mismatch((&left, item.span), (&right, list.span)));
            return broken(span);
        }
        make(ExprKind::InList(Box::new(item), Box::new(list)), Type::Bool, span)
    }

    fn contains(&mut self, whole: &ast::Expr, part: &ast::Expr, span: Span) -> Expr {
        let typed = self.infer(whole, None);
        match typed.ty.required().clone() {
            Type::List(element) | Type::Map(element) => self.member_of(part, typed, &element, span),
            Type::Text => {
                let part = self.of_type(part, &Type::Text);
                make(ExprKind::Text(TextTest::Contains, Box::new(typed), Box::new(part)), Type::Bool, span)
            }
            Type::Broken => broken(span),
            other => {
                let shown = self.show(&other);
                self.cx.report(complaints::not_a_list(&shown, typed.span));
                broken(span)
            }
        }
    }

    /// An expression of one type; another is reported.
    pub(super) fn of_type(&mut self, expr: &ast::Expr, expected: &Type) -> Expr {
        let typed = self.infer(expr, Some(expected));
        if fits(expected, typed.ty.required()) {
            return typed;
        }
        let (found, wanted) = (self.show(&typed.ty), self.show(expected));
        self.cx.report(complaints::wrong_type(&found, &wanted, expr.span));
        broken(expr.span)
    }

    fn text_test(&mut self, test: TextTest, text: &ast::Expr, part: &ast::Expr, span: Span) -> Expr {
        let text = self.of_type(text, &Type::Text);
        let part = self.of_type(part, &Type::Text);
        make(ExprKind::Text(test, Box::new(text), Box::new(part)), Type::Bool, span)
    }

    pub(super) fn matches(&mut self, text: &ast::Expr, regex: &ast::Text, span: Span) -> Expr {
        let text = self.of_type(text, &Type::Text);
        self.cx.regex(regex);
        make(ExprKind::Matches(Box::new(text), regex.value.as_str().into()), Type::Bool, span)
    }

    pub(super) fn is_present(&mut self, inner: &ast::Expr, present: bool, span: Span) -> Expr {
        let typed = self.infer(inner, None);
        if typed.ty == Type::Broken {
            return broken(span);
        }
        if !typed.ty.is_optional() {
            let path = super::expr::dotted(inner).unwrap_or_default();
            self.cx.report(complaints::not_optional(&path, span));
            return broken(span);
        }
        negate_if(!present, make(ExprKind::IsPresent(Box::new(typed)), Type::Bool, span))
    }

    /// `date within D after anchor` is `anchor <= date and date <= anchor + D`.
    pub(super) fn within(
        &mut self,
        date: &ast::Expr,
        duration: &ast::Expr,
        direction: Direction,
        anchor: &ast::Expr,
        span: Span,
    ) -> Expr {
        let date = self.infer(date, Some(&Type::Date));
        let anchor = self.infer(anchor, Some(&Type::Date));
        let duration = self.infer(duration, Some(&Type::Duration));
        let sides = [(&date, "date"), (&anchor, "date")];
        for (side, wanted) in sides {
            if !matches!(side.ty.required(), Type::Date | Type::DateTime | Type::Broken) {
                let found = self.show(&side.ty);
                self.cx.report(complaints::wrong_type(&found, wanted, side.span));
                return broken(span);
            }
        }
        if !self.same_sort(&date, &anchor, span) {
            return broken(span);
        }
        let moved = |typer: &mut Self, op| typer.calculate(op, anchor.clone(), duration.clone(), span);
        let at_most = |a: Expr, b: Expr| compared(Comparison::Le, a, b, span);
        match direction {
            Direction::After => {
                let latest = moved(self, Arithmetic::Add);
                both(at_most(anchor.clone(), date.clone()), at_most(date, latest))
            }
            Direction::Before => {
                let earliest = moved(self, Arithmetic::Sub);
                both(at_most(earliest, date.clone()), at_most(date, anchor.clone()))
            }
            Direction::Of => {
                let earliest = moved(self, Arithmetic::Sub);
                let latest = moved(self, Arithmetic::Add);
                both(at_most(earliest, date.clone()), at_most(date, latest))
            }
        }
    }

    fn arithmetic(&mut self, op: Arithmetic, left: &ast::Expr, right: &ast::Expr, span: Span) -> Expr {
        let (left, right) = (self.scalar(left), self.scalar(right));
        self.calculate(op, left, right, span)
    }

    fn calculate(&mut self, op: Arithmetic, left: Expr, right: Expr, span: Span) -> Expr {
        let (l, r) = (left.ty.required(), right.ty.required());
        if *l == Type::Broken || *r == Type::Broken {
            return broken(span);
        }
        if let Some(ty) = result(op, l, r) {
            return make(ExprKind::Arithmetic(op, Box::new(left), Box::new(right)), ty, span);
        }
        if matches!((l, r), (Type::Duration, Type::BusinessDays) | (Type::BusinessDays, Type::Duration)) {
            self.cx.report(complaints::mixed_days(span));
        } else {
            let (l, r) = (self.show(l), self.show(r));
            self.cx.report(complaints::operands(sign(op), &l, &r, span));
        }
        broken(span)
    }

    pub(super) fn negate(&mut self, inner: &ast::Expr, span: Span) -> Expr {
        let inner = self.scalar(inner);
        let ty = inner.ty.required().clone();
        if matches!(ty, Type::Int | Type::Number | Type::Percent) {
            let negated = make(ExprKind::Negate(Box::new(inner)), ty.clone(), span);
            return match constant(&negated) {
                Some(value) => make(ExprKind::Const(value), ty, span),
                None => negated,
            };
        }
        if ty != Type::Broken {
            let found = self.show(&ty);
            self.cx.report(complaints::wrong_type(&found, "number", span));
        }
        broken(span)
    }

    pub(super) fn age(&mut self, date: &ast::Expr, span: Span) -> Expr {
        let date = self.of_type(date, &Type::Date);
        make(ExprKind::Age(Box::new(date)), Type::Duration, span)
    }

    pub(super) fn if_then_else(
        &mut self,
        condition: &ast::Expr,
        then: &ast::Expr,
        otherwise: &ast::Expr,
        expected: Option<&Type>,
        span: Span,
    ) -> Expr {
        let condition = self.condition(condition);
        let then = self.infer(then, expected);
        let otherwise = self.infer(otherwise, Some(&then.ty));
        if then.ty == Type::Broken || otherwise.ty == Type::Broken {
            return broken(span);
        }
        let (then, otherwise) = (self.check_scalar(then), self.check_scalar(otherwise));
        if !is_scalar(&then.ty) || !is_scalar(&otherwise.ty) || !self.same_sort(&then, &otherwise, span) {
            return broken(span);
        }
        let optional = then.ty.is_optional() || otherwise.ty.is_optional();
        let wider = if fits(then.ty.required(), otherwise.ty.required()) { &then.ty } else { &otherwise.ty };
        let ty = wider.required().clone();
        let ty = if optional { Type::Optional(Box::new(ty)) } else { ty };
        make(ExprKind::If(Box::new(condition), Box::new(then), Box::new(otherwise)), ty, span)
    }
}

pub(super) fn compared(op: Comparison, left: Expr, right: Expr, span: Span) -> Expr {
    make(ExprKind::Compare(op, Box::new(left), Box::new(right)), Type::Bool, span)
}

/// An address lies in a set of networks if it lies in one of them.
fn inside_one_of(item: &Expr, networks: Vec<Value>, span: Span) -> Expr {
    let within = |network: Value| {
        let network = make(ExprKind::Const(network), Type::Ip, span);
        make(ExprKind::Within(Box::new(item.clone()), Box::new(network)), Type::Bool, span)
    };
    let either = |a, b| make(ExprKind::Logic(Logic::Or, Box::new(a), Box::new(b)), Type::Bool, span);
    networks.into_iter().map(within).reduce(either).unwrap_or_else(|| broken(span))
}

/// A constant that is a network of more than one address: nothing but itself equals it.
fn is_network(expr: &Expr) -> bool {
    matches!(constant(expr), Some(Value::Ip(net)) if net.prefix_len() < net.max_prefix_len())
}

fn negate_if(negated: bool, expr: Expr) -> Expr {
    if !negated || expr.ty == Type::Broken {
        return expr;
    }
    let span = expr.span;
    make(ExprKind::Not(Box::new(expr)), Type::Bool, span)
}

/// The comparison of an operator.
pub(super) fn comparison(op: BinaryOp) -> Option<Comparison> {
    Some(match op {
        BinaryOp::Eq => Comparison::Eq,
        BinaryOp::Ne => Comparison::Ne,
        BinaryOp::Lt => Comparison::Lt,
        BinaryOp::Le => Comparison::Le,
        BinaryOp::Gt => Comparison::Gt,
        BinaryOp::Ge => Comparison::Ge,
        _ => return None,
    })
}

fn sign(op: Arithmetic) -> &'static str {
    match op {
        Arithmetic::Add => "+",
        Arithmetic::Sub => "-",
        Arithmetic::Mul => "*",
        Arithmetic::Div => "/",
    }
}

/// The type of `left op right`; `None` where the two do not go together.
fn result(op: Arithmetic, left: &Type, right: &Type) -> Option<Type> {
    use Arithmetic::{Add, Div, Mul, Sub};
    use Type::{BusinessDays, Date, DateTime, Duration, Int, Number, Percent, Size};
    Some(match (op, left, right) {
        (Add | Sub | Mul, Int, Int) => Int,
        (Add | Sub | Mul | Div, Int | Number, Int | Number) => Number,
        (Add | Sub, Date, Duration | BusinessDays) | (Add, Duration | BusinessDays, Date) => Date,
        (Add | Sub, DateTime, Duration) | (Add, Duration, DateTime) => DateTime,
        (Sub, Date, Date) | (Sub, DateTime, DateTime) | (Add | Sub, Duration, Duration) => Duration,
        (Mul, Duration, Int) | (Mul, Int, Duration) => Duration,
        (Add | Sub, BusinessDays, BusinessDays) => BusinessDays,
        (Mul, BusinessDays, Int) | (Mul, Int, BusinessDays) => BusinessDays,
        (Add | Sub, Size, Size) | (Mul | Div, Size, Int | Number) | (Mul, Int | Number, Size) => Size,
        (Add | Sub, Percent, Percent) | (Mul | Div, Percent, Int | Number) => Percent,
        (Mul, Int | Number, Percent) => Percent,
        (Div, Size, Size) | (Div, Percent, Percent) => Number,
        _ => return None,
    })
}
