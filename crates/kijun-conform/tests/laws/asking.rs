//! A pair's question put to the solver, and what it answers held against both evaluators.

use std::collections::BTreeMap;

use jiff::civil::{Date, date};
use kijun_conform::{Answer, Case, Limits, Solver, Wish};
use kijun_eval::{Calendar, Coverage, Days, Scratch, compile};
use kijun_findings::Outcome;
use kijun_model::{KindId, Model, ParameterId, StatementId, Subject, Value};
use kijun_standards::{EffectiveSet, EffectiveStatement};
use kijun_testkit::pairs::{Asked, bytes, complete};
use kijun_testkit::{Dice, Reference};

pub(crate) const TODAY: Date = date(2012, 3, 31);

/// A number from the environment.
pub(crate) fn number(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}

/// So many of a thing, and ten times as many where many pairs are asked for.
pub(crate) fn up_to(usual: u64) -> std::ops::Range<u64> {
    let many = number("KIJUN_PAIRS").is_some_and(|n| n >= 10_000);
    0..if many { usual * 10 } else { usual }
}

/// The audit date and the audited period.
pub(crate) fn days(today: Date, (period_start, period_end): (Date, Date)) -> Days {
    Days { today, period_start, period_end, calendar: Calendar::default() }
}

/// What a question is about.
pub(crate) struct About<'a> {
    pub(crate) model: &'a Model,
    pub(crate) parameters: &'a BTreeMap<ParameterId, Value>,
    pub(crate) higher: StatementId,
    pub(crate) lowers: &'a [StatementId],
}

impl<'a> About<'a> {
    pub(crate) fn pair(asked: &'a Asked) -> About<'a> {
        let (model, parameters) = (&asked.model, &asked.parameters);
        About { model, parameters, higher: asked.higher, lowers: &asked.lowers }
    }

    /// Is there a subject that breaks what stands above and keeps all that stands below?
    pub(crate) fn answer(&self, kind: KindId, limits: Limits) -> Answer {
        let days = days(TODAY, (date(2011, 4, 1), TODAY));
        let solver = Solver { model: self.model, parameters: self.parameters, days: &days, limits };
        let keeps = self.lowers.iter().map(|l| Wish::keeps(self.model, *l, kind));
        let breaks = Wish::breaks(self.model, self.higher, kind);
        solver.find(kind, &Wish::All(std::iter::once(breaks).chain(keeps).collect()))
    }

    /// Whether a case is one, however the evidence that it leaves out is filled in.
    pub(crate) fn confirmed(&self, case: &Case) -> Result<(), String> {
        self.judged(case)?;
        for seed in 0..3 {
            let bytes = bytes(seed, 600);
            let mut dice = Dice::new(&bytes);
            let mut whole = |s: &Subject| complete(&mut dice, self.model, s);
            let subject = whole(&case.subject);
            let others = case.others.iter().map(&mut whole).collect();
            let whole = Case { subject, others, ..case.clone() };
            self.judged(&whole).map_err(|e| format!("{e} when filled in"))?;
        }
        Ok(())
    }

    fn judged(&self, case: &Case) -> Result<(), String> {
        let population: Vec<Subject> = std::iter::once(&case.subject).chain(&case.others).cloned().collect();
        if !self.shows(&population, 0, case.today, case.period) {
            return Err("the reference does not see it break what stands above and keep the rest".to_owned());
        }
        match self.evaluated(&population, case)[..] {
            [Outcome::Fail | Outcome::Unknown | Outcome::Error, ref lowers @ ..] => {
                let keeps = |outcome: &Outcome| matches!(outcome, Outcome::Pass | Outcome::NotApplicable);
                lowers.iter().all(keeps).then_some(()).ok_or_else(|| format!("the evaluator says {lowers:?}"))
            }
            ref outcomes => Err(format!("the evaluator says {outcomes:?}")),
        }
    }

    /// Whether the reference sees one of several subjects break what stands above and keep what stands below.
    pub(crate) fn shows(&self, population: &[Subject], at: usize, today: Date, period: (Date, Date)) -> bool {
        self.with_reference(population, today, period, |reference| {
            reference.breaks(self.higher, &population[at]) && self.keeps(reference, &population[at])
        })
    }

    /// Whether the reference sees the first of several subjects keep what stands below.
    pub(crate) fn all_kept(&self, population: &[Subject], today: Date, period: (Date, Date)) -> bool {
        self.with_reference(population, today, period, |reference| self.keeps(reference, &population[0]))
    }

    fn keeps<'s>(&self, reference: &Reference<'s>, subject: &'s Subject) -> bool {
        self.lowers.iter().all(|l| reference.keeps(*l, subject))
    }

    fn with_reference<'s>(
        &self,
        population: &'s [Subject],
        today: Date,
        period: (Date, Date),
        ask: impl for<'r> FnOnce(&Reference<'r>) -> bool,
    ) -> bool {
        let effective = self.in_force();
        let calendar = Calendar::default();
        ask(&Reference {
            model: self.model,
            effective: &effective,
            today,
            period,
            weekend: calendar.weekend,
            holidays: calendar.holidays,
            population,
            incomplete: Vec::new(),
        })
    }

    /// The first subject, each taken alone, that shows it.
    pub(crate) fn first_that_shows(&self, subjects: &[Subject]) -> Option<usize> {
        let alone = |subject: &Subject| self.shows(std::slice::from_ref(subject), 0, TODAY, (TODAY, TODAY));
        subjects.iter().position(alone)
    }

    /// What the evaluator says of the statements for the first of several subjects, the one above first.
    fn evaluated(&self, population: &[Subject], case: &Case) -> Vec<Outcome> {
        let effective = self.in_force();
        let program = compile(self.model, &effective, &days(case.today, case.period));
        let population: Vec<Subject> =
            population.iter().map(|s| Subject { taken_on: Some(case.today), ..s.clone() }).collect();
        let all = program.population(population.clone(), |_| Coverage::Whole);
        let mut found = Vec::new();
        program.evaluate(&all, &population[0], &mut Scratch::default(), &mut found);
        let bound = program.bound(population[0].kind);
        let mut outcomes = vec![Outcome::NotApplicable; effective.statements.len()];
        bound.iter().zip(found).for_each(|(at, outcome)| outcomes[*at] = outcome);
        outcomes
    }

    fn in_force(&self) -> EffectiveSet {
        let all = std::iter::once(self.higher).chain(self.lowers.iter().copied());
        EffectiveSet {
            as_of: TODAY,
            editions: Vec::new(),
            statements: all.map(|statement| EffectiveStatement { statement, above: Vec::new() }).collect(),
            parameters: self.parameters.clone(),
            exceptions: Vec::new(),
        }
    }
}
