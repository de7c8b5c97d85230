//! A subject that keeps many statements, found without asking for all of them at once.
//!
//! A few are asked together. Of many, most do not matter to a question: a subject is sought that keeps none of them in
//! particular, the evaluator says which it breaks, and some of these join the question until nothing is broken.

use std::collections::BTreeMap;

use jiff::civil::Date;
use kijun_eval::{Conditions, Days, Truth};
use kijun_model::{Content, Expr, Force, KindId, StatementId, Subject, Value};

use crate::{Answer, Case, Solver, Why, Wish, demand};

/// As many are asked together.
pub(crate) const TOGETHER: usize = 24;
/// As many join a question that was not settled without them.
const STEP: usize = 8;
/// With as many the search ends.
const AT_MOST: usize = 64;

/// Seeks subjects that keep statements.
pub(crate) struct Keeping<'a> {
    solver: &'a Solver<'a>,
    statements: Vec<StatementId>,
    compiled: BTreeMap<[Date; 3], Conditions>,
}

/// Another value of one field.
pub(crate) type Instead = (u32, Value);

impl<'a> Keeping<'a> {
    /// Of subjects that are to keep some of these statements.
    pub(crate) fn new(solver: &'a Solver<'a>, statements: Vec<StatementId>) -> Keeping<'a> {
        Keeping { solver, statements, compiled: BTreeMap::new() }
    }

    /// A subject for which a wish holds and that keeps all the others, with another value of a field if one is given; and
    /// which of the others were asked for. If there is no such subject, these alone keep it from being.
    pub(crate) fn find(
        &mut self,
        kind: KindId,
        wish: &Wish<'_>,
        others: &[StatementId],
        instead: Option<&Instead>,
    ) -> (Answer, Vec<StatementId>) {
        let mut asked = if others.len() <= TOGETHER { others.to_vec() } else { Vec::new() };
        loop {
            let answer = self.solver.find(kind, &self.wish(kind, wish, &asked, instead));
            let Answer::Possible(case) = &answer else { return (answer, asked) };
            let broken = if asked.len() == others.len() {
                Vec::new()
            } else {
                self.broken(case, others, &asked, instead)
            };
            if broken.is_empty() {
                return (answer, asked);
            }
            if asked.len() >= AT_MOST {
                return (Answer::Undecided(Why::Effort), asked);
            }
            asked.extend(broken.into_iter().take(STEP));
        }
    }

    /// The wish, and that the others are kept.
    fn wish<'w>(
        &self,
        kind: KindId,
        wish: &Wish<'w>,
        others: &[StatementId],
        instead: Option<&Instead>,
    ) -> Wish<'w>
    where
        'a: 'w,
    {
        let model = self.solver.model;
        let kept = Wish::All(others.iter().map(|&s| Wish::keeps(model, s, kind)).collect());
        let kept = match instead {
            Some((field, value)) => Wish::With(*field, value.clone(), Box::new(kept)),
            None => kept,
        };
        Wish::All(vec![wish.clone(), kept])
    }

    /// Which of the others, beside those asked for, the case does not keep.
    fn broken(
        &mut self,
        case: &Case,
        others: &[StatementId],
        asked: &[StatementId],
        instead: Option<&Instead>,
    ) -> Vec<StatementId> {
        let kept = self.kept(case, instead);
        let open = others.iter().copied().filter(|s| !asked.contains(s));
        open.filter(|s| !kept.get(s).copied().unwrap_or(false)).collect()
    }

    /// Whether the case keeps each of the statements.
    fn kept(&mut self, case: &Case, instead: Option<&Instead>) -> BTreeMap<StatementId, bool> {
        let mut subject = case.subject.clone();
        if let Some((field, value)) = instead
            && let Some(cell) = subject.cells.get_mut(*field as usize)
        {
            cell.content = Content::Value(value.clone());
        }
        let truths = self.truths(case, &subject);
        let mut truths = truths.into_iter();
        let mut kept = BTreeMap::new();
        for &statement in &self.statements {
            let n = conditions(self.solver.model, statement).count();
            let of_statement: Vec<Truth> = truths.by_ref().take(n).collect();
            kept.insert(statement, self.keeps(statement, subject.kind, &of_statement));
        }
        kept
    }

    fn truths(&mut self, case: &Case, subject: &Subject) -> Vec<Truth> {
        let Solver { model, parameters, days, .. } = *self.solver;
        let key = [case.today, case.period.0, case.period.1];
        let statements = &self.statements;
        let conditions = self.compiled.entry(key).or_insert_with(|| {
            let [today, period_start, period_end] = key;
            let days = Days { today, period_start, period_end, calendar: days.calendar.clone() };
            let all = statements.iter().flat_map(|&s| conditions(model, s));
            Conditions::compile(model, parameters, &days, all)
        });
        let all = std::iter::once(subject).chain(&case.others).cloned().collect();
        conditions.truths(&conditions.population(all), subject)
    }

    /// Guards first, the requirement last.
    fn keeps(&self, statement: StatementId, kind: KindId, truths: &[Truth]) -> bool {
        let model = self.solver.model;
        let Some((requirement, guards)) = truths.split_last() else { return false };
        let forbids = matches!(model.statement(statement).force, Force::MustNot | Force::ShouldNot);
        let met = if forbids { Truth::False } else { Truth::True };
        !demand::reaches(model, statement, kind)
            || guards.contains(&Truth::False)
            || (guards.iter().all(|&g| g == Truth::True) && *requirement == met)
    }
}

/// The guards of a statement, then its requirement.
fn conditions(model: &kijun_model::Model, id: StatementId) -> impl Iterator<Item = &Expr> {
    let statement = model.statement(id);
    let filter = model.clause(statement.clause).subjects.as_ref().and_then(|s| s.filter.as_ref());
    filter.into_iter().chain(&statement.when).chain([&statement.requirement])
}
