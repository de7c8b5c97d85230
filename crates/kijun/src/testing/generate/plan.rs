//! Which subjects a statement should be tested with: for each, the conditions that make it.

use kijun_conform::Rail;
use kijun_diag::Catalogue;
use kijun_model::{Comparison, Expr, ExprKind, Force, KindId, Logic, StatementId, Type, Value};

use crate::load::Loaded;
use crate::testing::mutate::steps::neighbours;
use crate::words::one_line;

/// A subject that is wanted.
#[derive(Debug)]
pub(super) struct Plan {
    pub(super) kind: KindId,
    /// What it shows, in words.
    pub(super) what: String,
    pub(super) conditions: Vec<(Expr, Rail)>,
}

/// The subjects that are wanted for a statement; none for a permission.
pub(super) fn plans(loaded: &Loaded, catalogue: &Catalogue, id: StatementId) -> Vec<Plan> {
    let statement = loaded.model.statement(id);
    let subjects = loaded.model.clause(statement.clause).subjects.as_ref();
    let Some(subjects) = subjects.filter(|_| statement.force != Force::May) else { return Vec::new() };
    let guards: Vec<&Expr> = subjects.filter.iter().chain(&statement.when).collect();
    let forbids = matches!(statement.force, Force::MustNot | Force::ShouldNot);
    let mut planner = Planner { loaded, catalogue, kind: subjects.kind, guards, plans: Vec::new() };
    // The expression of a question was not written by anybody.
    if statement.attest.is_none() {
        planner.bounds(&statement.requirement, forbids);
        planner.branches(&statement.requirement);
    }
    planner.whole(&statement.requirement, forbids);
    planner.free();
    planner.plans
}

struct Planner<'a> {
    loaded: &'a Loaded,
    catalogue: &'a Catalogue,
    kind: KindId,
    guards: Vec<&'a Expr>,
    plans: Vec<Plan>,
}

impl Planner<'_> {
    fn whole(&mut self, requirement: &Expr, forbids: bool) {
        let (met, missed) = if forbids { (Rail::False, Rail::True) } else { (Rail::True, Rail::False) };
        let [pass, fail] = ["generate-pass", "generate-fail"].map(|key| self.catalogue.text(key, &[]));
        self.bound(pass, vec![(requirement.clone(), met)]);
        self.bound(fail, vec![(requirement.clone(), missed)]);
    }

    /// Of each comparison with a value: exactly that value, and the next one on the other side.
    fn bounds(&mut self, requirement: &Expr, forbids: bool) {
        let mut found = Vec::new();
        comparisons(requirement, &mut found);
        for (comparison, op, path, bound) in found {
            let holds = |value: &Value| value.order(bound).is_some_and(|order| op.holds(order));
            let beyond = neighbours(&self.loaded.model, bound).into_iter().find(|v| holds(v) != holds(bound));
            for value in std::iter::once(bound.clone()).chain(beyond) {
                let what = self.said("generate-bound", comparison, Some(&value));
                let exactly = equal(path, &value);
                let rail = if holds(&value) == forbids { Rail::False } else { Rail::True };
                self.bound(what, vec![(exactly, Rail::True), (requirement.clone(), rail)]);
            }
        }
    }

    /// Each operand of `and` alone false, of `or` alone true; of `implies` what follows without the rest.
    fn branches(&mut self, requirement: &Expr) {
        let ExprKind::Logic(logic, ..) = &requirement.kind else { return };
        let mut operands = Vec::new();
        flatten(*logic, requirement, &mut operands);
        let (alone, others, key) = match logic {
            Logic::And => (Rail::False, Rail::True, "generate-alone-false"),
            Logic::Or => (Rail::True, Rail::False, "generate-alone-true"),
            Logic::Implies => (Rail::False, Rail::False, "generate-alone-false"),
        };
        for (place, operand) in operands.iter().enumerate() {
            let rail = |other: usize| if other == place { alone } else { others };
            let conditions = operands.iter().enumerate().map(|(other, o)| ((*o).clone(), rail(other)));
            let what = self.said(key, operand, None);
            self.bound(what, conditions.collect());
        }
    }

    /// Each guard alone false.
    fn free(&mut self) {
        for place in 0..self.guards.len() {
            let rail = |other: usize| if other == place { Rail::False } else { Rail::True };
            let conditions = self.guards.iter().enumerate().map(|(other, g)| ((*g).clone(), rail(other)));
            let conditions = conditions.collect();
            let what = self.said("generate-free", self.guards[place], None);
            self.plans.push(Plan { kind: self.kind, what, conditions });
        }
    }

    fn bound(&mut self, what: String, conditions: Vec<(Expr, Rail)>) {
        let guards = self.guards.iter().map(|guard| ((*guard).clone(), Rail::True));
        let conditions = guards.chain(conditions).collect();
        self.plans.push(Plan { kind: self.kind, what, conditions });
    }

    fn said(&self, key: &str, condition: &Expr, value: Option<&Value>) -> String {
        let text = one_line(self.loaded.sources.slice(condition.span));
        let value = value.map_or_else(String::new, |value| self.loaded.model.show_value(value));
        self.catalogue.text(key, &[("text", text.into()), ("value", value.into())])
    }
}

/// The comparisons of the subject's own values with a known one.
fn comparisons<'e>(expr: &'e Expr, found: &mut Vec<(&'e Expr, Comparison, &'e Expr, &'e Value)>) {
    match &expr.kind {
        ExprKind::Compare(op, a, b) => match (&a.kind, &b.kind) {
            (_, ExprKind::Const(value)) => found.push((expr, *op, a, value)),
            (ExprKind::Const(value), _) => found.push((expr, op.turned(), b, value)),
            _ => {}
        },
        ExprKind::Logic(_, a, b) => [a, b].into_iter().for_each(|part| comparisons(part, found)),
        ExprKind::Not(a) => comparisons(a, found),
        _ => {}
    }
}

fn equal(path: &Expr, value: &Value) -> Expr {
    let constant =
        Expr { kind: ExprKind::Const(value.clone()), ty: path.ty.required().clone(), span: path.span };
    let kind = ExprKind::Compare(Comparison::Eq, Box::new(path.clone()), Box::new(constant));
    Expr { kind, ty: Type::Bool, span: path.span }
}

fn flatten<'e>(logic: Logic, expr: &'e Expr, operands: &mut Vec<&'e Expr>) {
    match &expr.kind {
        ExprKind::Logic(same, a, b) if *same == logic => {
            flatten(logic, a, operands);
            // `a implies (b implies c)` has two operands.
            if logic == Logic::Implies { operands.push(b) } else { flatten(logic, b, operands) }
        }
        _ => operands.push(expr),
    }
}
