//! Bare conditions about a subject, without the statements around them.

use std::collections::BTreeMap;

use kijun_model::{Expr, KindId, Model, ParameterId, SUBJECT, Subject, Value};

use crate::arena::{Arena, NodeId};
use crate::calendar::Days;
use crate::compile::Compiler;
use crate::population::{Coverage, Population, Wanted, is_a};
use crate::program::named_kinds;
use crate::run::{Bound, Frame, Run, Scratch};
use crate::truth::Truth;

/// Conditions about a subject, ready to run: what a statement would see, where there is no statement.
#[derive(Clone, Debug)]
pub struct Conditions {
    arena: Arena,
    nodes: Vec<NodeId>,
    named: Vec<KindId>,
    parents: Vec<Option<KindId>>,
}

impl Conditions {
    /// Compiles conditions whose local 0 is the subject.
    #[must_use]
    pub fn compile<'e>(
        model: &Model,
        parameters: &BTreeMap<ParameterId, Value>,
        days: &Days,
        conditions: impl IntoIterator<Item = &'e Expr>,
    ) -> Conditions {
        let mut compiler = Compiler::new(model, parameters, days);
        let compile = |condition: &Expr| {
            compiler.begin();
            compiler.about_subject(condition).node
        };
        let nodes = conditions.into_iter().map(compile).collect();
        let named = named_kinds(&compiler.arena);
        let parents = model.kinds.iter().map(|kind| kind.is).collect();
        Conditions { arena: compiler.arena, nodes, named, parents }
    }

    /// Gathers the subjects that `all KIND` asks for. They are all there are.
    #[must_use]
    pub fn population(&self, subjects: Vec<Subject>) -> Population {
        self.population_of(subjects, |_| Coverage::Whole)
    }

    /// Gathers the subjects that `all KIND` asks for, with what their sources could tell.
    #[must_use]
    pub fn population_of(&self, subjects: Vec<Subject>, coverage: impl Fn(KindId) -> Coverage) -> Population {
        let wanted = Wanted { arena: &self.arena, named: &self.named, parents: &self.parents };
        Population::new(&wanted, subjects, coverage)
    }

    /// Whether `all KIND` asks for subjects of this kind.
    #[must_use]
    pub fn joins(&self, kind: KindId) -> bool {
        self.named.iter().any(|&named| is_a(&self.parents, kind, named))
    }

    /// What each condition comes to for a subject, in the order in which they were given.
    #[must_use]
    pub fn truths(&self, population: &Population, subject: &Subject) -> Vec<Truth> {
        let all: Vec<usize> = (0..self.nodes.len()).collect();
        self.some_truths(population, subject, &mut Scratch::default(), &all)
    }

    /// What some of the conditions come to for a subject: those with these numbers, counted in the order in which they were given.
    #[must_use]
    pub fn some_truths(
        &self,
        population: &Population,
        subject: &Subject,
        scratch: &mut Scratch,
        numbers: &[usize],
    ) -> Vec<Truth> {
        scratch.begin(self.arena.n_subject, 0);
        let frame = Frame { slot: SUBJECT.0, bound: Bound::Subject(subject), outer: None };
        let mut run = Run { arena: &self.arena, population, scratch };
        numbers.iter().map(|&number| run.truth(self.nodes[number], Some(&frame))).collect()
    }
}
