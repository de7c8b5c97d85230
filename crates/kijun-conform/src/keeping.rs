//! A subject that keeps many statements, found without asking for all of them at once.
//!
//! A few are asked together. Of many, most do not matter to a question: a subject is sought that keeps none of them in
//! particular, the evaluator says which it breaks, and some of these join the question until nothing is broken. What the
//! question left open in that subject is filled in from one that meets as much as can be.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use kijun_eval::{Conditions, Days, Truth};
use kijun_model::{Content, Force, KindId, StatementId, Subject, Value};

use crate::{Answer, Case, Solver, Why, Wish, demand};

/// As many are asked together.
pub(crate) const TOGETHER: usize = 24;
/// As many join a question that was not settled without them.
const STEP: usize = 8;
/// With as many the search ends.
const AT_MOST: usize = 32;

/// Seeks subjects that keep statements.
pub(crate) struct Keeping<'a> {
    solver: &'a Solver<'a>,
    statements: Vec<StatementId>,
    compiled: BTreeMap<[Date; 3], Conditions>,
    /// For each kind, a subject that meets as much as can be.
    models: BTreeMap<KindId, Option<Subject>>,
}

/// Another value of one field.
pub(crate) type Instead = (u32, Value);

impl<'a> Keeping<'a> {
    /// Of subjects that are to keep some of these statements.
    pub(crate) fn new(solver: &'a Solver<'a>, statements: Vec<StatementId>) -> Keeping<'a> {
        Keeping { solver, statements, compiled: BTreeMap::new(), models: BTreeMap::new() }
    }

    /// A subject for which a wish holds, that a statement be broken among else, and that keeps all the others, with another
    /// value of a field if one is given; and which of the others were asked for. If there is no such subject, these alone keep
    /// it from being.
    pub(crate) fn find(
        &mut self,
        (wish, broken): (&Wish<'_>, StatementId),
        kind: KindId,
        others: &[StatementId],
        instead: Option<&Instead>,
    ) -> (Answer, Vec<StatementId>) {
        let mut asked = if others.len() <= TOGETHER { others.to_vec() } else { Vec::new() };
        loop {
            let answer = self.solver.find(kind, &self.wish(kind, wish, &asked, instead));
            let Answer::Possible(case) = &answer else { return (answer, asked) };
            if asked.len() == others.len() {
                return (answer, asked);
            }
            let subject = self.filled(case, kind, broken);
            let kept = self.kept(case, subject, instead);
            let mut open =
                others.iter().copied().filter(|s| !asked.contains(s) && !kept.contains(s)).peekable();
            if open.peek().is_none() {
                return (answer, asked);
            }
            if asked.len() >= AT_MOST {
                return (Answer::Undecided(Why::Effort), asked);
            }
            let more: Vec<StatementId> = open.take(STEP).collect();
            asked.extend(more);
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

    /// The statements that a subject like the case keeps.
    fn kept(
        &mut self,
        case: &Case,
        mut subject: Subject,
        instead: Option<&Instead>,
    ) -> BTreeSet<StatementId> {
        if let Some((field, value)) = instead
            && let Some(cell) = subject.cells.get_mut(*field as usize)
        {
            cell.content = Content::Value(value.clone());
        }
        let mut truths = self.truths(case, &subject).into_iter();
        let mut kept = BTreeSet::new();
        for &statement in &self.statements {
            let n = demand::conditions(self.solver.model, statement).count();
            let of_statement: Vec<Truth> = truths.by_ref().take(n).collect();
            if self.keeps(statement, subject.kind, &of_statement) {
                kept.insert(statement);
            }
        }
        kept
    }

    /// The case's subject, with what it left open of what is required, unless a statement is then not broken any more.
    fn filled(&mut self, case: &Case, kind: KindId, broken: StatementId) -> Subject {
        let Some(model) = self.model_of(kind) else { return case.subject.clone() };
        let mut filled = case.subject.clone();
        let fields = &self.solver.model.kind(kind).fields;
        for ((cell, from), field) in filled.cells.iter_mut().zip(&model.cells).zip(fields) {
            if cell.content == Content::Absent && !field.ty.is_optional() {
                cell.clone_from(from);
            }
        }
        let kept = self.kept(case, filled.clone(), None);
        if kept.contains(&broken) { case.subject.clone() } else { filled }
    }

    fn model_of(&mut self, kind: KindId) -> Option<Subject> {
        if !self.models.contains_key(&kind) {
            let mut model = None;
            let bound = self.statements.iter().copied();
            let bound: Vec<StatementId> =
                bound.filter(|&s| demand::reaches(self.solver.model, s, kind)).collect();
            bound.chunks(TOGETHER).for_each(|some| self.meet(kind, some, &mut model));
            self.models.insert(kind, model);
        }
        self.models.get(&kind).cloned().flatten()
    }

    /// Fills in what these statements demand, whether they apply or not: all together, else in halves.
    fn meet(&self, kind: KindId, statements: &[StatementId], model: &mut Option<Subject>) {
        let met = Wish::All(statements.iter().map(|&s| Wish::meets(self.solver.model, s)).collect());
        match self.solver.find(kind, &met) {
            Answer::Possible(case) => match model {
                None => *model = Some(case.subject),
                Some(model) => {
                    for (cell, from) in model.cells.iter_mut().zip(case.subject.cells) {
                        if cell.content == Content::Absent {
                            *cell = from;
                        }
                    }
                }
            },
            _ if statements.len() > 1 => {
                let (some, others) = statements.split_at(statements.len() / 2);
                self.meet(kind, some, model);
                self.meet(kind, others, model);
            }
            _ => {}
        }
    }

    fn truths(&mut self, case: &Case, subject: &Subject) -> Vec<Truth> {
        let Solver { model, parameters, days, .. } = *self.solver;
        let key = [case.today, case.period.0, case.period.1];
        let statements = &self.statements;
        let conditions = self.compiled.entry(key).or_insert_with(|| {
            let [today, period_start, period_end] = key;
            let days = Days { today, period_start, period_end, calendar: days.calendar.clone() };
            let all = statements.iter().flat_map(|&s| demand::conditions(model, s));
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
