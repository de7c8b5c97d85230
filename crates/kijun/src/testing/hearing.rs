//! The subjects of one test before the program of one day: gathered once, and each judged once.

use std::cell::OnceCell;

use kijun_eval::{Coverage, Explanation, Observation, Population, Scratch};
use kijun_findings::Outcome;
use kijun_model::{KindId, Model, StatementId, Subject};

use super::days::Judge;

/// The subjects of a test before a judge.
pub(super) struct Hearing<'a> {
    judge: &'a Judge,
    subjects: &'a [Subject],
    population: Population,
    /// By subject, the outcomes of what binds it.
    outcomes: Vec<OnceCell<Vec<Outcome>>>,
}

impl<'a> Hearing<'a> {
    pub(super) fn new(judge: &'a Judge, subjects: &'a [Subject]) -> Hearing<'a> {
        let population = judge.program.population(subjects.to_vec(), all_there_is);
        Hearing { judge, subjects, population, outcomes: vec![OnceCell::new(); subjects.len()] }
    }

    /// Whether this is before that judge.
    pub(super) fn is_before(&self, judge: &Judge) -> bool {
        std::ptr::eq(self.judge, judge)
    }

    /// What a statement comes to for a subject. One that does not bind the kind asks nothing of it.
    pub(super) fn outcome(&self, statement: StatementId, subject: usize) -> Outcome {
        let at = self.judge.bound(statement, self.subjects[subject].kind);
        at.map_or(Outcome::NotApplicable, |at| self.outcomes(subject)[at])
    }

    fn outcomes(&self, subject: usize) -> &[Outcome] {
        self.outcomes[subject].get_or_init(|| {
            let mut outcomes = Vec::new();
            let (program, scratch) = (&self.judge.program, &mut Scratch::default());
            program.evaluate(&self.population, &self.subjects[subject], scratch, &mut outcomes);
            outcomes
        })
    }

    /// The evidence that made it so.
    pub(super) fn deciding(&self, model: &Model, statement: StatementId, subject: usize) -> Vec<Observation> {
        let place = self.place(statement, subject);
        let program = &self.judge.program;
        let deciding = |place| program.deciding(model, &self.population, &self.subjects[subject], place);
        place.map_or_else(Vec::new, deciding)
    }

    /// What every part of the statement comes to; `None` where it does not bind the subject.
    pub(super) fn explain(
        &self,
        model: &Model,
        statement: StatementId,
        subject: usize,
    ) -> Option<Explanation> {
        let place = self.place(statement, subject)?;
        Some(self.judge.program.explain(model, &self.population, &self.subjects[subject], place))
    }

    fn place(&self, statement: StatementId, subject: usize) -> Option<usize> {
        self.judge.bound(statement, self.subjects[subject].kind)?;
        self.judge.place(statement)
    }
}

/// How much of a kind a test tells: all.
fn all_there_is(_: KindId) -> Coverage {
    Coverage::Whole
}
