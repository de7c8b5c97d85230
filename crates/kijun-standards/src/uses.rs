//! Which parameters expressions use, through definitions too.

use std::collections::{BTreeMap, BTreeSet};

use kijun_diag::Span;
use kijun_model::{
    ClauseId, DefineId, Expr, ExprKind, Measure, MessagePart, Model, ParameterId, StatementId, Subjects,
};

/// A search for parameters. Each clause and definition is looked through once.
pub(crate) struct Uses<'m> {
    model: &'m Model,
    clauses: BTreeSet<ClauseId>,
    defines: BTreeSet<DefineId>,
    found: BTreeMap<ParameterId, Span>,
}

impl<'m> Uses<'m> {
    pub(crate) fn new(model: &'m Model) -> Uses<'m> {
        Uses { model, clauses: BTreeSet::new(), defines: BTreeSet::new(), found: BTreeMap::new() }
    }

    /// Each parameter met, and where first.
    pub(crate) fn parameters(self) -> BTreeMap<ParameterId, Span> {
        self.found
    }

    pub(crate) fn statement(&mut self, id: StatementId) {
        let statement = self.model.statement(id);
        if self.clauses.insert(statement.clause)
            && let Some(subjects) = &self.model.clause(statement.clause).subjects
        {
            self.subjects(subjects);
        }
        let in_messages =
            statement.messages.iter().flat_map(|(_, parts)| parts).filter_map(|part| match part {
                MessagePart::Expr(expr) => Some(expr),
                MessagePart::Text(_) => None,
            });
        self.all([&statement.requirement].into_iter().chain(&statement.when).chain(in_messages));
    }

    pub(crate) fn measure(&mut self, measure: &'m Measure) {
        self.all(measure.expressions());
    }

    fn subjects(&mut self, subjects: &'m Subjects) {
        self.all(&subjects.filter);
    }

    /// Looks through expressions without recursion: depth is the input's.
    fn all(&mut self, exprs: impl IntoIterator<Item = &'m Expr>) {
        let mut stack: Vec<&'m Expr> = exprs.into_iter().collect();
        while let Some(expr) = stack.pop() {
            match &expr.kind {
                ExprKind::Parameter(id) => _ = self.found.entry(*id).or_insert(expr.span),
                ExprKind::Call(define, _) if self.defines.insert(*define) => {
                    stack.push(&self.model.define(*define).body);
                }
                _ => {}
            }
            stack.extend(expr.children());
        }
    }
}
