//! The questions about two sides, each with what the evaluator has to confirm.

use std::sync::Arc;

use kijun_findings::Outcome;
use kijun_model::{KindId, StatementId};

use super::copied::{same_demand, same_guards};
use super::sides::Sides;
use crate::confirm::{Trial, with_outcomes};
use crate::kinds::representatives;
use crate::{Answer, Case, Why, Wish, demand};

/// What a question came to.
#[derive(Clone)]
pub(super) enum Reply {
    /// Proved.
    Never,
    /// For example so.
    Such(Arc<Case>),
    /// Not decided.
    Open(Why),
}

/// What became of each statement.
type Outcomes<'f> = dyn Fn(StatementId) -> Outcome + 'f;

impl<'a> Sides<'a> {
    /// Whether a lower statement binds only what the higher one binds.
    pub(super) fn binds_no_other(&self, lower: StatementId) -> bool {
        let model = self.model();
        let Some(kind) = demand::kind(model, lower) else { return true };
        let narrow = demand::kind(model, self.higher).is_some_and(|higher| model.is_a(kind, higher));
        if narrow && same_guards(model, lower, self.higher) {
            return true;
        }
        let other = |kind: KindId| {
            let wish =
                Wish::All(vec![Wish::bound(model, lower, kind), Wish::unbound(model, self.higher, kind)]);
            self.solver.find(kind, &wish)
        };
        let kinds = representatives(model, kind, &self.distinguishing);
        kinds.into_iter().all(|kind| other(kind) == Answer::Impossible)
    }

    /// A subject that both bind, that meets the higher one and misses the lower.
    pub(super) fn ask_beyond(&self, lower: StatementId) -> Reply {
        let model = self.model();
        if same_demand(model, lower, self.higher) {
            return Reply::Never;
        }
        let wish =
            |kind| Wish::All(vec![Wish::passes(model, self.higher, kind), Wish::breaks(model, lower, kind)]);
        self.ask(wish, |of| of(self.higher) == Outcome::Pass && is_missed(of(lower)))
    }

    /// A subject that breaks the higher statement and keeps the lower ones; if `silent`, no person has to answer about it.
    pub(super) fn ask_slipping(&self, silent: bool) -> Reply {
        let wish = |kind| self.slipping(kind, silent);
        self.ask(wish, |of| self.slipped(of, silent))
    }

    /// One that no lower statement binds.
    pub(super) fn ask_free(&self) -> Reply {
        let all = || self.plain.iter().chain(&self.attested);
        let wish = |kind| {
            let free = all().map(|&s| Wish::free(self.model(), s, kind));
            Wish::All(std::iter::once(Wish::breaks(self.model(), self.higher, kind)).chain(free).collect())
        };
        self.ask(wish, |of| is_missed(of(self.higher)) && all().all(|&s| of(s) == Outcome::NotApplicable))
    }

    /// One that a lower statement binds.
    pub(super) fn ask_bound(&self) -> Reply {
        let wish = |kind| {
            let bound = self.plain.iter().map(|&s| Wish::bound(self.model(), s, kind)).collect();
            Wish::All(vec![self.slipping(kind, true), Wish::Any(bound)])
        };
        let bound = |of: &Outcomes<'_>| self.plain.iter().any(|&s| of(s) == Outcome::Pass);
        self.ask(wish, |of| self.slipped(of, true) && bound(of))
    }

    fn slipping(&self, kind: KindId, silent: bool) -> Wish<'a> {
        let model = self.model();
        let keeps = self.plain.iter().map(|&s| Wish::keeps(model, s, kind));
        let quiet = self.attested.iter().filter(|_| silent).map(|&s| Wish::free(model, s, kind));
        let broken = Wish::breaks(model, self.higher, kind);
        Wish::All(std::iter::once(broken).chain(keeps).chain(quiet).collect())
    }

    fn slipped(&self, of: &Outcomes<'_>, silent: bool) -> bool {
        let kept = |&s: &StatementId| matches!(of(s), Outcome::Pass | Outcome::NotApplicable);
        let quiet = |&s: &StatementId| !silent || of(s) == Outcome::NotApplicable;
        is_missed(of(self.higher)) && self.plain.iter().all(kept) && self.attested.iter().all(quiet)
    }

    /// Whether no lower statement applies to a case.
    pub(super) fn is_free(&self, case: &Case) -> bool {
        case.outcomes.iter().all(|&(s, outcome)| s == self.higher || outcome == Outcome::NotApplicable)
    }

    /// Asks of every kind that the higher statement binds. A case that the evaluator does not confirm is none, and leaves the
    /// question open.
    pub(super) fn ask(
        &self,
        wish: impl Fn(KindId) -> Wish<'a>,
        fits: impl Fn(&Outcomes<'_>) -> bool,
    ) -> Reply {
        let mut reply = Reply::Never;
        for &kind in &self.kinds {
            match self.solver.find(kind, &wish(kind)) {
                Answer::Impossible => {}
                Answer::Undecided(why) => reply = Reply::Open(why),
                Answer::Possible(case) => match self.tried(*case, &fits) {
                    Some(case) => return Reply::Such(case),
                    None => reply = Reply::Open(self.unexplained()),
                },
            }
        }
        reply
    }

    /// The case with its outcomes, if the evaluator says that they fit.
    fn tried(&self, case: Case, fits: impl Fn(&Outcomes<'_>) -> bool) -> Option<Arc<Case>> {
        let lower = self.plain.iter().chain(&self.attested).copied();
        let all: Vec<StatementId> = std::iter::once(self.higher).chain(lower).collect();
        let trial = Trial::new(self.solver, &case, &all);
        let of = |statement| {
            let found = trial.outcomes().iter().find(|(s, _)| *s == statement);
            found.map_or(Outcome::NotApplicable, |(_, outcome)| *outcome)
        };
        fits(&of).then(|| with_outcomes(case, &trial))
    }

    fn unexplained(&self) -> Why {
        Why::Fragment { span: self.model().statement(self.higher).requirement.span }
    }
}

fn is_missed(outcome: Outcome) -> bool {
    matches!(outcome, Outcome::Fail | Outcome::Unknown)
}
