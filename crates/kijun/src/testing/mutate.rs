//! Small changes to tested statements: whether the tests notice. Of each only the changed statements are compiled again.

mod changes;
mod equal;
mod mutant;
pub(super) mod steps;

use std::collections::BTreeMap;

use kijun_findings::{MutantFigures, Mutants, Survivor};
use kijun_model::{Expectation, Model, StatementId, Test};
use kijun_standards::EffectiveSet;
use rayon::prelude::*;

use super::bench::Bench;
use super::days::{Judge, Judges};
use super::documents::Documents;
use super::hearing::Hearing;
use crate::audit::days;
use crate::load::Loaded;
use crate::words::{location, one_line};
use mutant::Mutant;

/// An expectation that is met by the rules as they are.
pub(super) struct Met<'l> {
    pub(super) test: &'l Test,
    pub(super) expectation: &'l Expectation,
    pub(super) statement: StatementId,
}

/// Tries the mutants of the statements of which something was met, no more than `most`.
pub(super) fn mutate(
    loaded: &Loaded,
    judges: &Judges,
    met: &[Met<'_>],
    documents: &Documents,
    most: usize,
) -> Mutants {
    let lab = Lab::of(loaded, judges, met, documents);
    let tested = lab.cases.keys().copied().collect();
    let mutants = mutant::mutants(&loaded.model, &loaded.sources, &tested);
    let found = mutants.len();
    let bare = || Model { tests: Vec::new(), measures: Vec::new(), ..loaded.model.clone() };
    let tried = mutants.par_iter().take(most).map_init(bare, |model, mutant| lab.fate(model, mutant));
    let fates: Vec<Fate> = tried.collect();
    let count = |wanted: Fate| fates.iter().filter(|fate| **fate == wanted).count();
    let figures = MutantFigures {
        found,
        tried: fates.len(),
        killed: count(Fate::Killed),
        equal: count(Fate::Equal),
        survived: count(Fate::Survived),
        undecided: count(Fate::Undecided),
    };
    let left =
        mutants.iter().zip(&fates).filter(|(_, fate)| matches!(fate, Fate::Survived | Fate::Undecided));
    Mutants { figures, survivors: left.map(|(mutant, fate)| lab.survivor(mutant, *fate)).collect() }
}

/// What became of a mutant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fate {
    Killed,
    Equal,
    Survived,
    Undecided,
}

/// What mutants are tried on.
struct Lab<'l> {
    loaded: &'l Loaded,
    /// By statement: whoever judges it, the test's subjects, what is expected.
    cases: BTreeMap<StatementId, Vec<Case<'l>>>,
}

struct Case<'l> {
    judge: &'l Judge,
    bench: std::sync::Arc<Bench<'l>>,
    expectation: &'l Expectation,
}

impl<'l> Lab<'l> {
    fn of(loaded: &'l Loaded, judges: &'l Judges, met: &[Met<'l>], documents: &Documents) -> Lab<'l> {
        let mut cases: BTreeMap<StatementId, Vec<Case<'l>>> = BTreeMap::new();
        let mut last: Option<(&Test, std::sync::Arc<Bench<'l>>)> = None;
        for Met { test, expectation, statement } in met {
            let edition = loaded.model.clause(loaded.model.statement(*statement).clause).edition;
            let Some(judge) = judges.judge(test, *statement).filter(|_| documents.hold(edition)) else {
                continue;
            };
            let same = last.as_ref().filter(|(before, _)| std::ptr::eq(*before, *test));
            let bench = same.map_or_else(|| Bench::of(loaded, test).0.into(), |(_, bench)| bench.clone());
            last = Some((test, std::sync::Arc::clone(&bench)));
            cases.entry(*statement).or_default().push(Case { judge, bench, expectation });
        }
        Lab { loaded, cases }
    }

    fn fate(&self, model: &mut Model, mutant: &Mutant) -> Fate {
        mutant.apply(model);
        let killed = mutant.statements.iter().any(|id| self.kills(model, *id));
        mutant.undo(model, &self.loaded.model);
        if killed {
            return Fate::Killed;
        }
        let answers: Vec<Option<bool>> =
            mutant.statements.iter().map(|id| self.differs(mutant, *id)).collect();
        match answers.contains(&Some(true)) {
            true => Fate::Survived,
            false if answers.iter().all(|answer| *answer == Some(false)) => Fate::Equal,
            false => Fate::Undecided,
        }
    }

    /// Whether an expectation of a statement is no longer met by changed rules.
    fn kills(&self, model: &Model, id: StatementId) -> bool {
        let mut judges: Vec<(&Judge, Judge)> = Vec::new();
        self.cases.get(&id).into_iter().flatten().any(|case| {
            if !judges.iter().any(|(original, _)| std::ptr::eq(*original, case.judge)) {
                judges.push((case.judge, again(self.loaded, model, case.judge, id)));
            }
            let judge = judges.iter().find(|(original, _)| std::ptr::eq(*original, case.judge));
            judge.is_some_and(|(_, judge)| {
                let hearing = Hearing::new(judge, case.bench.subjects());
                !case.bench.trial(case.expectation, id).is_met(&hearing)
            })
        })
    }

    /// Whether a mutant can be told from the rules by a statement, on every day on which it is judged.
    fn differs(&self, mutant: &Mutant, id: StatementId) -> Option<bool> {
        let judge = self.cases.get(&id)?.first()?.judge;
        equal::differs(self.loaded, judge, mutant, id)
    }

    fn survivor(&self, mutant: &Mutant, fate: Fate) -> Survivor {
        let Loaded { model, sources, .. } = self.loaded;
        Survivor {
            statements: mutant.statements.iter().map(|id| model.cite(*id)).collect(),
            at: location(sources, mutant.span),
            old: one_line(sources.slice(mutant.span)).trim().to_owned(),
            new: mutant.new.as_ref().map(|new| new.trim().to_owned()),
            decided: fate == Fate::Survived,
        }
    }
}

/// A judge of one statement alone, by changed rules.
fn again(loaded: &Loaded, model: &Model, judge: &Judge, id: StatementId) -> Judge {
    let set = &judge.set;
    let set = EffectiveSet {
        as_of: set.as_of,
        editions: Vec::new(),
        statements: set.statements.iter().filter(|bound| bound.statement == id).cloned().collect(),
        parameters: set.parameters.clone(),
        exceptions: set.exceptions.iter().filter(|e| e.covers.contains(&id)).cloned().collect(),
    };
    Judge::new(kijun_eval::compile(model, &set, &days(loaded, judge.today)), set, judge.today)
}
