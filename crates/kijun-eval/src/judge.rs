//! Conditions to outcomes: guards, force, age of evidence, exceptions.

use kijun_findings::Outcome;
use kijun_model::{SUBJECT, Subject};

use crate::population::{Population, is_a};
use crate::program::{Compiled, Program, Waiver};
use crate::run::{Bound, Frame, Run, Scratch};
use crate::truth::{Doubt, Truth};

/// What decided an outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ground {
    /// A guard that is false or unknown.
    Guard,
    /// The age of the evidence.
    Age,
    /// What is required or forbidden.
    Requirement,
}

impl Program {
    /// The outcomes of the statements that bind a subject, in the order of [`Program::bound`].
    ///
    /// Appends to `out`. Depends on nothing but the arguments; what `scratch` held before does not matter, except that it
    /// gathers the exceptions used and met.
    pub fn evaluate(
        &self,
        population: &Population,
        subject: &Subject,
        scratch: &mut Scratch,
        out: &mut Vec<Outcome>,
    ) {
        let mut judge = Judge::new(self, population, subject, scratch);
        for &index in self.bound(subject.kind) {
            judge.meet(&self.statements[index]);
            let (outcome, _) = judge.outcome(&self.statements[index]);
            out.push(outcome);
        }
    }

    /// The outcome of one statement as it would be if no exception held. `index` is its place in the effective set.
    #[must_use]
    pub fn before_exceptions(
        &self,
        population: &Population,
        subject: &Subject,
        scratch: &mut Scratch,
        index: usize,
    ) -> Outcome {
        Judge::new(self, population, subject, scratch).plain(&self.statements[index]).0
    }

    /// The exceptions that name a subject by saying for whom they are, of those to statements that bind it: their places in the
    /// effective set, in order.
    #[must_use]
    pub fn excepting(&self, population: &Population, subject: &Subject, scratch: &mut Scratch) -> Vec<usize> {
        let bound = self.bound(subject.kind).iter();
        let mut places: Vec<usize> =
            bound.flat_map(|&index| &self.statements[index].exceptions).copied().collect();
        places.sort_unstable();
        places.dedup();
        places.retain(|&place| self.exceptions[place].subjects.is_some());
        if !places.is_empty() {
            let mut judge = Judge::new(self, population, subject, scratch);
            places.retain(|&place| judge.holds(&self.exceptions[place]));
        }
        places
    }
}

/// Judges one subject.
pub(crate) struct Judge<'a, 's> {
    pub(crate) program: &'a Program,
    pub(crate) subject: &'a Subject,
    pub(crate) run: Run<'a, 's>,
}

impl<'a, 's> Judge<'a, 's> {
    pub(crate) fn new(
        program: &'a Program,
        population: &'a Population,
        subject: &'a Subject,
        scratch: &'s mut Scratch,
    ) -> Judge<'a, 's> {
        scratch.begin(program.arena.n_subject, program.exceptions.len());
        Judge { program, subject, run: Run { arena: &program.arena, population, scratch } }
    }

    pub(crate) fn frame(&self) -> Frame<'a, 'a> {
        Frame { slot: SUBJECT.0, bound: Bound::Subject(self.subject), outer: None }
    }

    /// The outcome, exceptions considered, and what decided it.
    pub(crate) fn outcome(&mut self, compiled: &Compiled) -> (Outcome, Ground) {
        let (outcome, ground) = self.plain(compiled);
        let open = matches!(outcome, Outcome::Fail | Outcome::Unknown | Outcome::Error);
        if open && self.waived(compiled) { (Outcome::Waived, ground) } else { (outcome, ground) }
    }

    /// The outcome before exceptions.
    pub(crate) fn plain(&mut self, compiled: &Compiled) -> (Outcome, Ground) {
        let frame = self.frame();
        match self.run.truth(compiled.guard, Some(&frame)) {
            Truth::False => return (Outcome::NotApplicable, Ground::Guard),
            Truth::Unknown(doubt) => return (undecided(doubt), Ground::Guard),
            Truth::True => {}
        }
        if !self.evidence_is_young(compiled) {
            return (Outcome::Unknown, Ground::Age);
        }
        let truth = self.run.truth(compiled.requirement.node, Some(&frame));
        let outcome = match truth {
            Truth::Unknown(doubt) => undecided(doubt),
            truth if (truth == Truth::True) != compiled.forbids => Outcome::Pass,
            _ => Outcome::Fail,
        };
        (outcome, Ground::Requirement)
    }

    /// Evidence without a date, or from after the audit date, is not young.
    fn evidence_is_young(&self, compiled: &Compiled) -> bool {
        let Some(from) = compiled.evidence_from else { return true };
        self.subject.taken_on.is_some_and(|day| from <= day && day <= self.program.today)
    }

    /// Whether an exception covers the subject. All that do are noted as used.
    fn waived(&mut self, compiled: &Compiled) -> bool {
        let mut waived = false;
        for &index in &compiled.exceptions {
            if self.holds(&self.program.exceptions[index]) {
                self.run.scratch.used[index] = true;
                waived = true;
            }
        }
        waived
    }

    /// Notes the exceptions to a statement that are for the subject, or may be, as met.
    fn meet(&mut self, compiled: &Compiled) {
        for &index in &compiled.exceptions {
            if !self.run.scratch.met[index] {
                self.run.scratch.met[index] = self.is_for(&self.program.exceptions[index]) != Truth::False;
            }
        }
    }

    fn holds(&mut self, waiver: &Waiver) -> bool {
        self.is_for(waiver) == Truth::True
    }

    /// Whether an exception is for the subject.
    fn is_for(&mut self, waiver: &Waiver) -> Truth {
        let Some((kind, filter)) = waiver.subjects else { return Truth::True };
        if !is_a(&self.program.parents, self.subject.kind, kind) {
            return Truth::False;
        }
        let frame = self.frame();
        filter.map_or(Truth::True, |filter| self.run.truth(filter, Some(&frame)))
    }
}

pub(crate) fn undecided(doubt: Doubt) -> Outcome {
    match doubt {
        Doubt::Missing => Outcome::Unknown,
        Doubt::Malformed => Outcome::Error,
    }
}
