//! A pair's question put to the solver, and what it answers held against the reference evaluator.

use std::collections::BTreeMap;

use jiff::civil::date;
use kijun_conform::{Answer, Case, Limits, Solver, Wish};
use kijun_eval::{Calendar, Days};
use kijun_model::{Model, ParameterId, StatementId, Subject, Value};
use kijun_standards::EffectiveSet;
use kijun_testkit::pairs::{Asked, bytes, complete};
use kijun_testkit::{Dice, Reference};

pub(crate) fn days() -> Days {
    Days {
        today: date(2012, 3, 31),
        period_start: date(2011, 4, 1),
        period_end: date(2012, 3, 31),
        calendar: Calendar::default(),
    }
}

/// What a question is about, with a kind by its name.
pub(crate) struct About<'a> {
    pub(crate) model: &'a Model,
    pub(crate) parameters: &'a BTreeMap<ParameterId, Value>,
    pub(crate) higher: StatementId,
    pub(crate) lowers: &'a [StatementId],
}

impl<'a> About<'a> {
    pub(crate) fn pair(asked: &'a Asked) -> About<'a> {
        About {
            model: &asked.model,
            parameters: &asked.parameters,
            higher: asked.higher,
            lowers: &asked.lowers,
        }
    }

    /// Is there a subject that breaks what stands above and keeps all that stands below?
    pub(crate) fn answer(&self, kind: kijun_model::KindId, limits: Limits) -> Answer {
        let days = days();
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
            self.judged(&Case { subject, others, ..case.clone() })
                .map_err(|e| format!("{e} when filled in"))?;
        }
        Ok(())
    }

    fn judged(&self, case: &Case) -> Result<(), String> {
        let population: Vec<Subject> = std::iter::once(&case.subject).chain(&case.others).cloned().collect();
        let effective = EffectiveSet {
            as_of: case.today,
            editions: Vec::new(),
            statements: Vec::new(),
            parameters: self.parameters.clone(),
            exceptions: Vec::new(),
        };
        let reference = Reference {
            model: self.model,
            effective: &effective,
            today: case.today,
            period: case.period,
            weekend: days().calendar.weekend,
            holidays: days().calendar.holidays,
            population: &population,
            incomplete: Vec::new(),
        };
        if !reference.breaks(self.higher, &population[0]) {
            return Err("the reference does not see it break what stands above".to_owned());
        }
        match self.lowers.iter().position(|l| !reference.keeps(*l, &population[0])) {
            Some(at) => Err(format!("the reference does not see it keep number {} below", at + 1)),
            None => Ok(()),
        }
    }
}
