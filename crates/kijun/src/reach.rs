//! Whom statements bind, by their guards alone: evidence that only their requirements look at is not opened.

use kijun_diag::{Diagnostics, Sources};
use kijun_eval::{Conditions, Days, Population, Scratch, Truth};
use kijun_evidence::{Plan, Reading};
use kijun_model::{Expr, KindId, StatementId, Subject};
use kijun_standards::EffectiveSet;

use crate::load::Loaded;
use crate::supplied;

/// Some statements, with their guards ready to run.
pub(crate) struct Reach<'a> {
    loaded: &'a Loaded,
    set: &'a EffectiveSet,
    plan: &'a Plan,
    statements: Vec<Guarded>,
    conditions: Conditions,
}

/// A statement that binds a kind.
struct Guarded {
    kind: Option<KindId>,
    /// Its guards, by their numbers among the conditions.
    guards: std::ops::Range<usize>,
}

/// What was read before subjects are looked at one by one.
pub(crate) struct Held {
    /// The subjects of kinds that guards ask about, and of those that were asked for.
    population: Population,
    held: Vec<KindId>,
    reading: Reading,
}

/// What reading left behind.
#[derive(Default)]
pub(crate) struct Reached {
    /// What is wrong with the evidence that was read.
    pub(crate) diagnostics: Diagnostics,
    /// Whether some subjects could not be read.
    pub(crate) lost: bool,
}

impl<'a> Reach<'a> {
    /// The guards of some statements in force. `None`: the project has no plan for its evidence.
    pub(crate) fn of(
        loaded: &'a Loaded,
        set: &'a EffectiveSet,
        days: &Days,
        wanted: &[StatementId],
    ) -> Option<Reach<'a>> {
        let model = &loaded.model;
        let mut exprs: Vec<&Expr> = Vec::new();
        let mut statements = Vec::new();
        for &id in wanted {
            let statement = model.statement(id);
            let subjects = model.clause(statement.clause).subjects.as_ref();
            let start = exprs.len();
            exprs.extend(subjects.and_then(|subjects| subjects.filter.as_ref()));
            exprs.extend(&statement.when);
            statements.push(Guarded { kind: subjects.map(|s| s.kind), guards: start..exprs.len() });
        }
        let conditions = Conditions::compile(model, &set.parameters, days, exprs);
        Some(Reach { loaded, set, plan: loaded.plan.as_ref()?, statements, conditions })
    }

    /// Reads the kinds that guards ask about, and `also` these.
    pub(crate) fn hold(&self, sources: &mut Sources, also: &[KindId]) -> Held {
        let model = &self.loaded.model;
        let kinds = (0..model.kinds.len()).map(KindId::from_index);
        let asked = |kind: &KindId| also.iter().any(|&other| model.is_a(*kind, other));
        let held: Vec<KindId> = kinds.filter(|kind| self.conditions.joins(*kind) || asked(kind)).collect();
        let mut subjects = self.supplied(|kind| held.contains(&kind));
        let plan = self.plan.only(|kind| held.contains(&kind));
        let reading =
            kijun_evidence::read(model, &plan, &self.loaded.root, sources, &mut |s| subjects.push(s));
        let coverage = |kind| crate::audit::coverage(self.loaded, &reading, kind);
        Held { population: self.conditions.population_of(subjects, coverage), held, reading }
    }

    /// Hands over each subject that one of the statements binds, or may bind where that cannot be told, with the places of those
    /// statements among the wanted ones.
    pub(crate) fn each(
        &self,
        held: Held,
        sources: &mut Sources,
        sink: &mut dyn FnMut(&Subject, &[usize]),
    ) -> Reached {
        let mut scratch = Scratch::default();
        let mut look = |subject: &Subject| {
            let bound = self.bound(&held.population, subject, &mut scratch);
            if !bound.is_empty() {
                sink(subject, &bound);
            }
        };
        held.population.subjects().iter().for_each(&mut look);
        let rest = |kind: KindId| self.binds(kind) && !held.held.contains(&kind);
        self.supplied(rest).iter().for_each(&mut look);
        let plan = self.plan.only(rest);
        let model = &self.loaded.model;
        let own = kijun_evidence::read(model, &plan, &self.loaded.root, sources, &mut |s| look(&s));
        let lost = |reading: &Reading| (0..model.kinds.len()).any(|i| reading.lost(KindId::from_index(i)));
        let lost = lost(&own) || lost(&held.reading);
        let mut diagnostics = held.reading.diagnostics;
        diagnostics.append(own.diagnostics);
        diagnostics.sort();
        Reached { diagnostics, lost }
    }

    /// The statements that bind a subject: every guard is true, or cannot be told.
    fn bound(&self, population: &Population, subject: &Subject, scratch: &mut Scratch) -> Vec<usize> {
        let of_kind =
            |guarded: &Guarded| guarded.kind.is_some_and(|kind| self.loaded.model.is_a(subject.kind, kind));
        let of_kind: Vec<usize> =
            self.statements.iter().enumerate().filter(|(_, g)| of_kind(g)).map(|(i, _)| i).collect();
        let numbers: Vec<usize> = of_kind.iter().flat_map(|&i| self.statements[i].guards.clone()).collect();
        let truths = self.conditions.some_truths(population, subject, scratch, &numbers);
        let mut truths = truths.into_iter();
        let mut applies = |i: &usize| {
            let n = self.statements[*i].guards.len();
            // All of them are taken, so that the next statement's come next.
            truths.by_ref().take(n).fold(true, |applies, truth| applies & (truth != Truth::False))
        };
        of_kind.into_iter().filter(|i| applies(i)).collect()
    }

    fn binds(&self, kind: KindId) -> bool {
        let model = &self.loaded.model;
        self.statements.iter().filter_map(|guarded| guarded.kind).any(|bound| model.is_a(kind, bound))
    }

    fn supplied(&self, kinds: impl Fn(KindId) -> bool) -> Vec<Subject> {
        let mut subjects = supplied::subjects(self.loaded, self.set);
        subjects.retain(|subject| kinds(subject.kind));
        subjects
    }
}

impl Held {
    /// The subjects of a kind and of those below it that were read. The kind must be one that was asked for.
    pub(crate) fn subjects<'h>(
        &'h self,
        loaded: &'h Loaded,
        kind: KindId,
    ) -> impl Iterator<Item = &'h Subject> {
        let subjects = self.population.subjects().iter();
        subjects.filter(move |subject| loaded.model.is_a(subject.kind, kind))
    }
}
