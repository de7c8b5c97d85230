//! The evaluator's word on a case: nothing is shown that it does not confirm.

use std::sync::Arc;

use kijun_eval::{
    Conditions, Coverage, Days, Found, Observation, Population, Program, Scratch, Truth, compile,
};
use kijun_findings::Outcome;
use kijun_model::{Expr, ExprKind, Model, StatementId, Subject, Type, Value};
use kijun_standards::{EffectiveSet, EffectiveStatement};

use crate::{Case, Solver};

/// A case before the evaluator: some statements, no exceptions, evidence of the same day.
pub(crate) struct Trial {
    program: Program,
    population: Population,
    subject: Subject,
    outcomes: Vec<(StatementId, Outcome)>,
}

impl Trial {
    /// Evaluates statements for a case.
    pub(crate) fn new(solver: &Solver<'_>, case: &Case, statements: &[StatementId]) -> Trial {
        let program = compile(solver.model, &effective(solver, case, statements), &days(solver, case));
        let subject = Subject { taken_on: Some(case.today), ..case.subject.clone() };
        let all = std::iter::once(&subject).chain(&case.others).cloned().collect();
        let population = program.population(all, |_| Coverage::Whole);
        let mut found = Vec::new();
        program.evaluate(&population, &subject, &mut Scratch::default(), &mut found);
        let mut outcomes: Vec<_> = statements.iter().map(|&s| (s, Outcome::NotApplicable)).collect();
        for (&index, outcome) in program.bound(subject.kind).iter().zip(found) {
            outcomes[index].1 = outcome;
        }
        Trial { program, population, subject, outcomes }
    }

    /// What became of the statements, in their order.
    pub(crate) fn outcomes(&self) -> &[(StatementId, Outcome)] {
        &self.outcomes
    }

    /// Whether the statement at a place sets a time, and what decided it are days and lengths of time only.
    pub(crate) fn is_about_time(&self, solver: &Solver<'_>, place: usize) -> bool {
        let model = solver.model;
        let sets_a_time = self
            .outcomes
            .get(place)
            .is_some_and(|(statement, _)| sets_a_time(model, &model.statement(*statement).requirement));
        let deciding = self.program.deciding(model, &self.population, &self.subject, place);
        let values: Vec<&Value> = deciding.iter().filter_map(value).collect();
        let time = |value: &&Value| {
            let calendar = matches!(value, Value::Duration(_) | Value::BusinessDays(_));
            calendar || matches!(value, Value::Date(_) | Value::DateTime(_))
        };
        sets_a_time && !values.is_empty() && values.iter().all(time)
    }
}

/// Whether an expression names a length of time, a day, or an age. That days follow each other is an order, not a time.
fn sets_a_time(model: &Model, expr: &Expr) -> bool {
    let named = match &expr.kind {
        ExprKind::Age(_) | ExprKind::Day(_) => true,
        ExprKind::Const(_) | ExprKind::Parameter(_) => {
            let ty = expr.ty.required();
            matches!(ty, Type::Duration | Type::BusinessDays | Type::Date | Type::DateTime)
        }
        ExprKind::Call(define, _) => sets_a_time(model, &model.define(*define).body),
        _ => false,
    };
    named || expr.children().into_iter().any(|child| sets_a_time(model, child))
}

fn value(observation: &Observation) -> Option<&Value> {
    match &observation.found {
        Found::Value(value) => Some(value),
        _ => None,
    }
}

/// Whether conditions are all true of a case.
pub(crate) fn holds<'e>(
    solver: &Solver<'_>,
    case: &Case,
    conditions: impl IntoIterator<Item = &'e Expr>,
) -> bool {
    let conditions = Conditions::compile(solver.model, solver.parameters, &days(solver, case), conditions);
    let all = std::iter::once(&case.subject).chain(&case.others).cloned().collect();
    let population = conditions.population(all);
    conditions.truths(&population, &case.subject).iter().all(|&truth| truth == Truth::True)
}

/// A case with what became of statements for it.
pub(crate) fn with_outcomes(case: Case, trial: &Trial) -> Arc<Case> {
    Arc::new(Case { outcomes: trial.outcomes.clone(), ..case })
}

fn effective(solver: &Solver<'_>, case: &Case, statements: &[StatementId]) -> EffectiveSet {
    let alone = |&statement: &StatementId| EffectiveStatement { statement, above: Vec::new() };
    EffectiveSet {
        as_of: case.today,
        editions: Vec::new(),
        statements: statements.iter().map(alone).collect(),
        parameters: solver.parameters.clone(),
        exceptions: Vec::new(),
    }
}

fn days(solver: &Solver<'_>, case: &Case) -> Days {
    Days {
        today: case.today,
        period_start: case.period.0,
        period_end: case.period.1,
        calendar: solver.days.calendar.clone(),
    }
}
