//! What is noted of every subject as it passes by, so that no subject need be kept for it.

use std::collections::BTreeMap;
use std::sync::Arc;

use kijun_diag::Diagnostics;
use kijun_evidence::{Directory, Known, Plan, Questions, References};
use kijun_findings::Partition;
use kijun_model::{KindId, Subject};

use crate::context::Context;
use crate::judge::{Draft, Judged};
use crate::organisation::{self, Seats};
use crate::{independence, provisions};

/// What has been noted so far.
pub(crate) struct Passing<'m> {
    directory: Directory<'m>,
    references: References<'m>,
    questions: Questions<'m>,
    seats: Seats,
    by_unit: BTreeMap<Arc<str>, Partition>,
    independence: Vec<Draft>,
}

/// What was noted of all subjects.
#[derive(Default)]
pub(crate) struct Passed {
    /// Units, and who holds which role.
    pub(crate) known: Known,
    /// Which unit holds a role alone.
    pub(crate) seats: Seats,
    /// Results by the unit that answers.
    pub(crate) by_unit: BTreeMap<Arc<str>, Partition>,
    /// Findings about duties that do not go together.
    pub(crate) independence: Vec<Draft>,
    /// What is wrong with the organisation, with references, with answers.
    pub(crate) diagnostics: Diagnostics,
}

impl<'m> Passing<'m> {
    pub(crate) fn new(cx: &Context<'m>, plan: &Plan) -> Passing<'m> {
        let model = &cx.loaded.model;
        let editions = &cx.effective.set.editions;
        let binds = |name: &str| editions.iter().any(|&id| *model.edition(id).name == *name);
        let questions = Questions::new(model, plan, &binds);
        Passing {
            directory: Directory::new(model, &plan.organised),
            references: References::new(model, plan, &questions.kinds()),
            questions,
            seats: Seats::default(),
            by_unit: BTreeMap::new(),
            independence: Vec::new(),
        }
    }

    /// Notes subjects with what they came to.
    pub(crate) fn look(&mut self, cx: &Context<'_>, subjects: &[Subject], judged: &[Judged]) {
        for (subject, judged) in subjects.iter().zip(judged) {
            let unit = organisation::unit(cx, subject);
            if let Some(unit) = unit.clone().filter(|_| !judged.outcomes.is_empty()) {
                self.by_unit.entry(unit).or_default().merge(judged.outcomes.iter().copied().collect());
            }
            self.references.look(subject);
            self.questions.look(subject, &mut self.references);
            let held = self.directory.look(subject);
            if !held.is_empty() {
                self.seats.add(&cx.loaded.model, &held, unit);
                self.independence.extend(independence::findings(cx, subject, &held));
            }
        }
    }

    /// All of it. `whole`: whether all subjects of a kind are known.
    pub(crate) fn finish(self, cx: &Context<'_>, whole: &dyn Fn(KindId) -> bool) -> Passed {
        let most = cx.loaded.manifest.as_ref().map_or(0, |manifest| manifest.limits.diagnostics);
        let set = &cx.effective.set;
        let spelt = |kind, key: &str| provisions::is_one(&cx.loaded.model, set, kind, key);
        let (known, mut diagnostics) = self.directory.finish(most);
        diagnostics.append(self.references.finish(most, whole, &spelt));
        diagnostics.append(self.questions.finish(most));
        let Passing { seats, by_unit, independence, .. } = self;
        Passed { known, seats, by_unit, independence, diagnostics }
    }
}
