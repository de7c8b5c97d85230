//! Why an outcome is what it is. The slow path: for what has become a finding.

mod blame;
mod chain;
mod elements;
mod observe;
mod tree;

use std::sync::Arc;

use kijun_diag::{Place, Span};
use kijun_findings::Outcome;
use kijun_model::{KindId, Model, Subject, Value};
use rust_decimal::Decimal;

use crate::judge::{Ground, Judge};
use crate::population::Population;
use crate::program::{Compiled, Program};
use crate::run::{Run, Scratch};
use crate::trail::{Name, Trail};
use crate::truth::{Doubt, Truth};
use crate::written::{Form, Written};

/// How many observations are given.
const MAX_OBSERVATIONS: usize = 100;
/// How many steps are taken before an explanation stops; definitions that call each other can repeat themselves.
const MAX_STEPS: usize = 20_000;

/// Why a statement came to its outcome for a subject.
#[derive(Clone, Debug)]
pub struct Explanation {
    /// The outcome.
    pub outcome: Outcome,
    /// The outcome if there were no exceptions.
    pub before_exceptions: Outcome,
    /// The `where` of the clause, the `when` of the statement, each if there is one.
    pub guards: Vec<Step>,
    /// What is required or forbidden; absent where a guard or the age of the evidence has settled the matter.
    pub requirement: Option<Step>,
    /// The evidence that made it so, and no more: of an `and` that is false only what is false, of an `every` only the
    /// elements that fail, of what is unknown only what is missing. In the order of the rule, then of the evidence.
    pub deciding: Vec<Observation>,
    /// How many more there are, at least.
    pub omitted: usize,
}

/// An expression with what it came to.
#[derive(Clone, Debug)]
pub struct Step {
    /// Where it was written.
    pub span: Span,
    /// What it is.
    pub form: Form,
    /// The path in the evidence, if it is one; of an element, its label's path.
    pub path: Option<String>,
    /// What it came to.
    pub found: Found,
    /// Where its value stands, if it is a path in the evidence; of what is absent, the nearest parent.
    pub place: Option<Place>,
    /// What it is made of; of a range: its list, then each element with its filter and condition.
    pub children: Vec<Step>,
    /// How many elements were left out.
    pub omitted: usize,
}

/// A piece of evidence.
#[derive(Clone, Debug, PartialEq)]
pub struct Observation {
    /// Its path: `password.min_length`, `accounts[backup].mfa`, `ports[2]` (elements are counted from 1), `$limit`. Empty for
    /// the subject as a whole; `all KIND` for the subjects of a kind.
    pub path: String,
    /// Where it is; of what is absent, the nearest parent.
    pub place: Place,
    /// What is there.
    pub found: Found,
    /// The subject it belongs to, where it is another than the one judged.
    pub subject: Option<(KindId, Arc<str>)>,
}

/// What was found.
#[derive(Clone, Debug, PartialEq)]
pub enum Found {
    /// A value.
    Value(Value),
    /// A number somewhere between two, ends included.
    Between(Option<Decimal>, Option<Decimal>),
    /// A record or a subject.
    Record,
    /// A list, a map or the subjects of a kind: so many.
    Elements(usize),
    /// Nothing.
    Absent,
    /// A name with nothing.
    Null,
    /// Something of the wrong type.
    Malformed,
    /// Nothing that could be computed.
    Unknown(Doubt),
    /// Evidence that is older than the clause permits, or from after the audit date.
    Stale,
    /// Evidence of which nobody knows when it was taken.
    Undated,
    /// No subject whose field, by its name, has this value.
    Unmatched(Arc<str>, Value),
    /// Subjects of which a source could not tell all.
    Unread,
    /// Subjects for which no source is named.
    Unsourced,
}

impl Program {
    /// What decided the statement at a place of the effective set for a subject that it binds: the evidence that
    /// [`Explanation::deciding`] holds, without the evaluation around it.
    ///
    /// # Panics
    ///
    /// If there is no statement at that place.
    #[must_use]
    pub fn deciding(
        &self,
        model: &Model,
        population: &Population,
        subject: &Subject,
        index: usize,
    ) -> Vec<Observation> {
        let compiled = &self.statements[index];
        let mut scratch = Scratch::default();
        let mut judge = Judge::new(self, population, subject, &mut scratch);
        let (_, ground) = judge.plain(compiled);
        let root = Trail { frame: judge.frame(), name: Name::default(), outer: None };
        let mut explainer = Explainer::new(judge.run, model, subject);
        explainer.decide(compiled, ground, &root);
        explainer.deciding
    }

    /// Why the statement at a place of the effective set comes to its outcome for a subject that it binds.
    ///
    /// # Panics
    ///
    /// If there is no statement at that place.
    #[must_use]
    pub fn explain(
        &self,
        model: &Model,
        population: &Population,
        subject: &Subject,
        index: usize,
    ) -> Explanation {
        let compiled = &self.statements[index];
        let mut scratch = Scratch::default();
        let mut judge = Judge::new(self, population, subject, &mut scratch);
        let (before_exceptions, ground) = judge.plain(compiled);
        let (outcome, _) = judge.outcome(compiled);
        let root = Trail { frame: judge.frame(), name: Name::default(), outer: None };
        let mut explainer = Explainer::new(judge.run, model, subject);
        explainer.decide(compiled, ground, &root);
        let guards = compiled.guards().map(|guard| explainer.step(guard, &root)).collect();
        let requirement =
            (ground == Ground::Requirement).then(|| explainer.step(&compiled.requirement, &root));
        let Explainer { deciding, omitted, .. } = explainer;
        Explanation { outcome, before_exceptions, guards, requirement, deciding, omitted }
    }
}

/// An explanation under way.
struct Explainer<'a, 's> {
    run: Run<'a, 's>,
    model: &'a Model,
    subject: &'a Subject,
    deciding: Vec<Observation>,
    omitted: usize,
    /// How often something was observed, the same again included.
    n_observed: usize,
    steps_left: usize,
    /// Whether what is undecided did not matter.
    only_certain: bool,
}

impl<'a, 's> Explainer<'a, 's> {
    fn new(run: Run<'a, 's>, model: &'a Model, subject: &'a Subject) -> Explainer<'a, 's> {
        Explainer {
            run,
            model,
            subject,
            deciding: Vec::new(),
            omitted: 0,
            n_observed: 0,
            steps_left: MAX_STEPS,
            only_certain: false,
        }
    }

    /// Gathers what decided.
    fn decide(&mut self, compiled: &Compiled, ground: Ground, root: &Trail<'a, '_>) {
        match ground {
            Ground::Requirement => self.blame(&compiled.requirement, root),
            Ground::Guard => {
                let guards: Vec<&Arc<Written>> = compiled.guards().collect();
                self.blame_alike(&guards, Truth::and, root);
            }
            Ground::Age => {
                let found = if self.subject.taken_on.is_some() { Found::Stale } else { Found::Undated };
                self.observe(Name::default(), self.subject.place, found);
            }
        }
        if self.steps_left == 0 {
            self.omitted += 1;
        }
        self.steps_left = MAX_STEPS;
    }

    fn observe(&mut self, name: Name, place: Place, found: Found) {
        self.n_observed += 1;
        let observation = Observation { path: name.path, place, found, subject: name.subject };
        if self.deciding.contains(&observation) {
            return;
        }
        if self.deciding.len() < MAX_OBSERVATIONS {
            self.deciding.push(observation);
        } else {
            self.omitted += 1;
        }
    }

    /// Takes a step, if any is left.
    fn go_on(&mut self) -> bool {
        self.steps_left = self.steps_left.saturating_sub(1);
        self.steps_left > 0
    }
}
