//! What a case depends on beside its own fields: the days of the audit, and that there are no other subjects.

use std::collections::BTreeSet;

use kijun_model::{Day, Domain, Expr, ExprKind, KindId, Model, Range, StatementId};

/// What some statements look at, beside the fields of a subject.
#[derive(Clone, Debug, Default)]
pub(super) struct Around {
    /// The audit date.
    pub(super) today: bool,
    /// The audited period.
    pub(super) period: bool,
    /// Kinds of which they look at every subject.
    pub(super) kinds: BTreeSet<KindId>,
}

impl Around {
    /// What statements look at: in their guards, in what they demand, and in the definitions that these call.
    pub(super) fn of(model: &Model, statements: impl Iterator<Item = StatementId>) -> Around {
        let mut around = Around::default();
        for statement in statements {
            let stated = model.statement(statement);
            let subjects = model.clause(stated.clause).subjects.as_ref();
            let filter = subjects.and_then(|subjects| subjects.filter.as_ref());
            let exprs = filter.into_iter().chain(&stated.when).chain([&stated.requirement]);
            exprs.for_each(|expr| around.look(model, expr));
        }
        around
    }

    fn look(&mut self, model: &Model, expr: &Expr) {
        match &expr.kind {
            ExprKind::Day(Day::Today) | ExprKind::Age(_) => self.today = true,
            ExprKind::Day(Day::PeriodStart | Day::PeriodEnd) => self.period = true,
            ExprKind::Quantified(_, range, _) | ExprKind::Count(range) | ExprKind::Fold(_, _, range) => {
                self.kinds.extend(kind(range));
            }
            ExprKind::Call(define, _) => self.look(model, &model.define(*define).body),
            _ => {}
        }
        expr.children().into_iter().for_each(|child| self.look(model, child));
    }
}

fn kind(range: &Range) -> Option<KindId> {
    match range.domain {
        Domain::All(kind) => Some(kind),
        Domain::Elements(_) => None,
    }
}
