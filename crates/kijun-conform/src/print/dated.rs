//! Whether a case depends on the days of the audit.

use kijun_model::{Day, Expr, ExprKind, Model, StatementId};

/// Which days some statements look at.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Dated {
    /// The audit date.
    pub(super) today: bool,
    /// The audited period.
    pub(super) period: bool,
}

impl Dated {
    /// What statements look at: in their guards, in what they demand, and in the definitions that these call.
    pub(super) fn of(model: &Model, statements: impl Iterator<Item = StatementId>) -> Dated {
        let mut dated = Dated::default();
        for statement in statements {
            let stated = model.statement(statement);
            let subjects = model.clause(stated.clause).subjects.as_ref();
            let filter = subjects.and_then(|subjects| subjects.filter.as_ref());
            let exprs = filter.into_iter().chain(&stated.when).chain([&stated.requirement]);
            exprs.for_each(|expr| dated.look(model, expr));
        }
        dated
    }

    fn look(&mut self, model: &Model, expr: &Expr) {
        match &expr.kind {
            ExprKind::Day(Day::Today) | ExprKind::Age(_) => self.today = true,
            ExprKind::Day(Day::PeriodStart | Day::PeriodEnd) => self.period = true,
            ExprKind::Call(define, _) => self.look(model, &model.define(*define).body),
            _ => {}
        }
        expr.children().into_iter().for_each(|child| self.look(model, child));
    }
}
