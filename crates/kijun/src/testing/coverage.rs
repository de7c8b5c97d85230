//! What tests have seen of the rules, put together.

mod points;
mod possible;
mod seen;

use std::collections::{BTreeMap, BTreeSet};

use kijun_diag::Span;
use kijun_findings::{ConditionSeen, Outcome, ResultSeen, SharedCoverage, StatementCoverage, TestCoverage};
use kijun_model::{ClauseId, DefineId, Force, StatementId};

use super::documents::Documents;
use crate::load::Loaded;
use crate::words::{location, one_line};
use points::{Point, Points};
pub(super) use seen::Seen;

/// The coverage of the statements of some documents.
pub(super) fn coverage(loaded: &Loaded, documents: &Documents, seen: &Seen) -> TestCoverage {
    let model = &loaded.model;
    let owed = |id: &StatementId| {
        let statement = model.statement(*id);
        statement.force != Force::May && documents.hold(model.clause(statement.clause).edition)
    };
    let statements = (0..model.statements.len()).map(StatementId::from_index).filter(owed);
    let mut cx = Cx { loaded, seen, clauses: BTreeMap::new(), defines: BTreeSet::new() };
    let statements = statements.map(|id| cx.statement(id)).collect();
    let shared = cx.shared();
    TestCoverage::of(statements, shared)
}

struct Cx<'a> {
    loaded: &'a Loaded,
    seen: &'a Seen,
    /// The conditions of clauses whose statements were met.
    clauses: BTreeMap<ClauseId, Vec<Point>>,
    /// Definitions that were met.
    defines: BTreeSet<DefineId>,
}

impl Cx<'_> {
    fn statement(&mut self, id: StatementId) -> StatementCoverage {
        let model = &self.loaded.model;
        let statement = model.statement(id);
        let subjects = model.clause(statement.clause).subjects.as_ref();
        let mut points = Points::default();
        statement.when.iter().for_each(|when| points.guard(kijun_findings::ConditionRole::When, when));
        // The expression of a question was not written by anybody.
        if statement.attest.is_none() {
            points.inside(&statement.requirement);
        }
        let mut of_clause = Points::default();
        let filter = subjects.and_then(|subjects| subjects.filter.as_ref());
        filter.iter().for_each(|filter| of_clause.guard(kijun_findings::ConditionRole::Where, filter));
        self.defines.extend(points.called.iter().chain(&of_clause.called));
        self.clauses.insert(statement.clause, of_clause.found);
        StatementCoverage {
            statement: model.cite(id),
            at: location(&self.loaded.sources, statement.span),
            expectations: self.seen.expectations(id),
            results: possible::results(model, id).into_iter().map(|result| self.result(id, result)).collect(),
            conditions: points.found.iter().map(|point| self.condition(point)).collect(),
        }
    }

    fn result(&self, id: StatementId, result: Outcome) -> ResultSeen {
        ResultSeen { result, times: self.seen.results(id, result) }
    }

    fn condition(&self, point: &Point) -> ConditionSeen {
        let (when_true, when_false) = self.seen.sides(point.key);
        ConditionSeen {
            role: point.role,
            text: self.text(point.span),
            at: location(&self.loaded.sources, point.span),
            when_true,
            when_false,
        }
    }

    fn text(&self, span: Span) -> String {
        one_line(self.loaded.sources.slice(span))
    }

    fn shared(&self) -> Vec<SharedCoverage> {
        let model = &self.loaded.model;
        let clauses = self
            .clauses
            .iter()
            .map(|(id, points)| (model.cite_clause(*id), model.clause(*id).span, points.clone()));
        let defines = points::below(model, &self.defines).into_iter().map(|id| {
            let define = model.define(id);
            let mut points = Points::default();
            points.inside(&define.body);
            (define.name.to_string(), define.span, points.found)
        });
        let conditional = clauses.chain(defines).filter(|(_, _, points)| !points.is_empty());
        let shared = conditional.map(|(name, span, points)| SharedCoverage {
            name,
            at: location(&self.loaded.sources, span),
            conditions: points.iter().map(|point| self.condition(point)).collect(),
        });
        shared.collect()
    }
}
