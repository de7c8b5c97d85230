//! Random expressions of scalar type.

use kijun_model::{Arithmetic, Day, Expr, ExprKind, Fold, ParameterId, Type};

use super::super::subjects;
use super::{Writer, make};

impl Writer<'_, '_> {
    pub(super) fn scalar(&mut self, ty: &Type, depth: usize, scope: &[Type]) -> Box<Expr> {
        Box::new(self.of_type(ty, depth, scope))
    }

    pub(super) fn constant(&mut self, ty: &Type) -> Expr {
        make(ExprKind::Const(subjects::value(self.dice, ty)), ty.clone())
    }

    /// A scalar other than a condition.
    pub(super) fn value(&mut self, ty: &Type, depth: usize, scope: &[Type]) -> Expr {
        let inner = depth.saturating_sub(1);
        match self.dice.below(if depth == 0 { 4 } else { 9 }) {
            0..=2 => self.path(scope, |t| same(t.required(), ty)).unwrap_or_else(|| self.constant(ty)),
            3 => self.constant(ty),
            4 => {
                let (yes, no) = (self.scalar(ty, inner, scope), self.scalar(ty, inner, scope));
                make(ExprKind::If(Box::new(self.condition(inner, scope)), yes, no), ty.clone())
            }
            _ => match ty {
                Type::Int => self.int(inner, scope),
                Type::Date => self.date(inner, scope),
                Type::Duration => self.duration(inner, scope),
                Type::Size | Type::Percent => self.quantity(ty, inner, scope),
                _ => self.constant(ty),
            },
        }
    }

    fn int(&mut self, depth: usize, scope: &[Type]) -> Expr {
        let kind = match self.dice.below(8) {
            0..=2 => ExprKind::Count(self.range(depth, scope).0),
            3 => {
                let fold = *self.dice.pick(&[Fold::Sum, Fold::Min, Fold::Max]);
                return self.fold(fold, &Type::Int, depth, scope);
            }
            4 => ExprKind::Negate(self.scalar(&Type::Int, depth, scope)),
            5 => ExprKind::Parameter(ParameterId(0)),
            6 => return self.call(1, depth, scope).unwrap_or_else(|| self.constant(&Type::Int)),
            _ => {
                let ops = [Arithmetic::Add, Arithmetic::Sub, Arithmetic::Mul, Arithmetic::Div];
                let op = *self.dice.pick(&ops);
                return self.arithmetic(op, &Type::Int, &Type::Int, &Type::Int, depth, scope);
            }
        };
        make(kind, Type::Int)
    }

    fn date(&mut self, depth: usize, scope: &[Type]) -> Expr {
        let op = *self.dice.pick(&[Arithmetic::Add, Arithmetic::Sub]);
        match self.dice.below(5) {
            0 => make(
                ExprKind::Day(*self.dice.pick(&[Day::Today, Day::PeriodStart, Day::PeriodEnd])),
                Type::Date,
            ),
            1 => self.arithmetic(op, &Type::Date, &Type::BusinessDays, &Type::Date, depth, scope),
            2 => self.fold(
                *[Fold::Min, Fold::Max].get(depth % 2).unwrap_or(&Fold::Min),
                &Type::Date,
                depth,
                scope,
            ),
            _ => self.arithmetic(op, &Type::Date, &Type::Duration, &Type::Date, depth, scope),
        }
    }

    fn duration(&mut self, depth: usize, scope: &[Type]) -> Expr {
        let op = *self.dice.pick(&[Arithmetic::Add, Arithmetic::Sub]);
        match self.dice.below(7) {
            0 => make(ExprKind::Age(self.scalar(&Type::Date, depth, scope)), Type::Duration),
            1 => self.arithmetic(Arithmetic::Sub, &Type::Date, &Type::Date, &Type::Duration, depth, scope),
            2 => self.arithmetic(
                Arithmetic::Sub,
                &Type::DateTime,
                &Type::DateTime,
                &Type::Duration,
                depth,
                scope,
            ),
            3 => self.arithmetic(Arithmetic::Mul, &Type::Duration, &Type::Int, &Type::Duration, depth, scope),
            4 => make(ExprKind::Parameter(ParameterId(1)), Type::Duration),
            5 => self.fold(Fold::Sum, &Type::Duration, depth, scope),
            _ => self.arithmetic(op, &Type::Duration, &Type::Duration, &Type::Duration, depth, scope),
        }
    }

    fn quantity(&mut self, ty: &Type, depth: usize, scope: &[Type]) -> Expr {
        match self.dice.below(3) {
            0 => self.arithmetic(Arithmetic::Add, ty, ty, ty, depth, scope),
            1 => self.arithmetic(Arithmetic::Mul, ty, &Type::Int, ty, depth, scope),
            _ => self.fold(Fold::Sum, ty, depth, scope),
        }
    }

    fn fold(&mut self, fold: Fold, ty: &Type, depth: usize, scope: &[Type]) -> Expr {
        let (range, inside) = self.range(depth, scope);
        make(ExprKind::Fold(fold, self.scalar(ty, depth, &inside), range), ty.clone())
    }

    fn arithmetic(
        &mut self,
        op: Arithmetic,
        left: &Type,
        right: &Type,
        result: &Type,
        depth: usize,
        scope: &[Type],
    ) -> Expr {
        let (left, right) = (self.scalar(left, depth, scope), self.scalar(right, depth, scope));
        make(ExprKind::Arithmetic(op, left, right), result.clone())
    }
}

/// A reference is text.
fn same(found: &Type, wanted: &Type) -> bool {
    found == wanted || (matches!(found, Type::Ref(_)) && *wanted == Type::Text)
}
