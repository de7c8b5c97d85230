//! The two sides of a comparison, and the questions about them.

use std::sync::Arc;

use kijun_findings::Outcome;
use kijun_model::{KindId, Model, StatementId};

use super::{share_evidence, weight};
use crate::confirm::{Trial, with_outcomes};
use crate::kinds::{distinguishing, representatives};
use crate::{Answer, Case, Dimension, Gap, Solver, Verdict, Why, Wish};

/// A higher statement and the lower ones that count beside it.
pub(crate) struct Sides<'a> {
    pub(crate) solver: &'a Solver<'a>,
    pub(crate) higher: StatementId,
    /// Lower statements that evidence decides.
    pub(crate) plain: Vec<StatementId>,
    /// Lower statements that a person answers.
    pub(crate) attested: Vec<StatementId>,
    /// The kinds that tell subjects apart here.
    distinguishing: Vec<KindId>,
    /// The kinds that stand for all which the higher statement binds.
    kinds: Vec<KindId>,
}

/// What a question came to.
#[derive(Clone)]
pub(crate) enum Reply {
    /// Proved.
    Never,
    /// For example so.
    Such(Arc<Case>),
    /// Not decided.
    Open(Why),
}

impl<'a> Sides<'a> {
    pub(crate) fn new(solver: &'a Solver<'a>, higher: StatementId, lower: &[StatementId]) -> Sides<'a> {
        let model = solver.model;
        let (attested, plain) = lower.iter().copied().partition(|&s| model.statement(s).attest.is_some());
        let distinguishing = distinguishing(model, lower.iter().copied().chain([higher]));
        let kinds = kind_of(model, higher).map(|kind| representatives(model, kind, &distinguishing));
        Sides { solver, higher, plain, attested, distinguishing, kinds: kinds.unwrap_or_default() }
    }

    fn model(&self) -> &'a Model {
        self.solver.model
    }

    /// What the lower statements come to beside a higher one that evidence decides.
    pub(crate) fn demanded(&self) -> Verdict {
        if self.plain.is_empty() {
            return Verdict::Undecided(self.unanswerable());
        }
        // One question settles what is proved; only what is not is asked about in parts.
        let whole = self.ask_slipping(true);
        let (scope, strength) = match &whole {
            Reply::Never => return self.but_for_answers(),
            Reply::Such(case) if self.is_free(case) => (whole, self.ask_bound()),
            Reply::Such(_) => (self.ask_free(), whole),
            Reply::Open(_) => (self.ask_free(), self.ask_bound()),
        };
        self.fallen_short(scope, strength)
    }

    /// Nothing slips through where no person has to answer; perhaps something does that a person would have to judge.
    fn but_for_answers(&self) -> Verdict {
        if self.attested.is_empty() {
            return self.proved();
        }
        match self.ask_slipping(false) {
            Reply::Never => self.proved(),
            Reply::Such(_) => Verdict::Undecided(self.unanswerable()),
            Reply::Open(why) => Verdict::Undecided(why),
        }
    }

    fn fallen_short(&self, scope: Reply, strength: Reply) -> Verdict {
        let scope_gap =
            |case: Arc<Case>| Gap { dimension: Dimension::Scope, case: Some(case), lower: Vec::new() };
        match (scope, strength) {
            (Reply::Such(scope), Reply::Such(strength)) => {
                self.weaker(vec![self.strength_gap(strength), scope_gap(scope)])
            }
            (_, Reply::Such(strength)) => self.weaker(vec![self.strength_gap(strength)]),
            (Reply::Such(scope), _) => Verdict::Partial(vec![scope_gap(scope)]),
            (Reply::Open(why), _) | (_, Reply::Open(why)) => Verdict::Undecided(why),
            (Reply::Never, Reply::Never) => self.but_for_answers(),
        }
    }

    fn weaker(&self, gaps: Vec<Gap>) -> Verdict {
        let more = self.akin().any(|lower| matches!(self.ask_beyond(lower), Reply::Such(_)));
        if more { Verdict::Incomparable(gaps) } else { Verdict::Weaker(gaps) }
    }

    /// Which lower statements let the subject pass, and whether it was a matter of time.
    fn strength_gap(&self, case: Arc<Case>) -> Gap {
        let passed = case.outcomes.iter().filter(|(_, outcome)| *outcome == Outcome::Pass).map(|(s, _)| *s);
        let passed: Vec<StatementId> = passed.filter(|&s| s != self.higher).collect();
        let akin: Vec<StatementId> =
            passed.iter().copied().filter(|&s| share_evidence(self.model(), self.higher, s)).collect();
        let late = Trial::new(self.solver, &case, &[self.higher]).is_about_time(self.solver, 0);
        let dimension = if late { Dimension::Timeframe } else { Dimension::Strength };
        Gap { dimension, case: Some(case), lower: if akin.is_empty() { passed } else { akin } }
    }

    /// Stricter, or equal if the higher statement demands all of what the lower ones ask about the same evidence, of the same
    /// subjects, with the same force.
    fn proved(&self) -> Verdict {
        let (model, mut akin) = (self.model(), self.akin().peekable());
        let force = |s: StatementId| weight(model.statement(s).force);
        let equal = akin.peek().is_some()
            && akin.all(|lower| {
                force(lower) == force(self.higher)
                    && matches!(self.ask_beyond(lower), Reply::Never)
                    && self.binds_no_other(lower)
            });
        if equal { Verdict::Equal } else { Verdict::Stricter }
    }

    /// Lower statements about the same evidence.
    fn akin(&self) -> impl Iterator<Item = StatementId> {
        self.plain.iter().copied().filter(|&s| share_evidence(self.model(), self.higher, s))
    }

    /// Whether a lower statement binds only what the higher one binds.
    pub(crate) fn binds_no_other(&self, lower: StatementId) -> bool {
        let model = self.model();
        let Some(kind) = kind_of(model, lower) else { return true };
        let other = |kind: KindId| {
            let wish =
                Wish::All(vec![Wish::bound(model, lower, kind), Wish::unbound(model, self.higher, kind)]);
            self.solver.find(kind, &wish)
        };
        let kinds = representatives(model, kind, &self.distinguishing);
        kinds.into_iter().all(|kind| other(kind) == Answer::Impossible)
    }

    /// A subject that both bind, that meets the higher one and misses the lower.
    fn ask_beyond(&self, lower: StatementId) -> Reply {
        let model = self.model();
        let wish =
            |kind| Wish::All(vec![Wish::passes(model, self.higher, kind), Wish::breaks(model, lower, kind)]);
        self.ask(wish, |of| of(self.higher) == Outcome::Pass && is_missed(of(lower)))
    }

    /// A subject that breaks the higher statement and keeps the lower ones; if `silent`, no person has to answer about it.
    fn ask_slipping(&self, silent: bool) -> Reply {
        let wish = |kind| self.slipping(kind, silent);
        self.ask(wish, |of| self.slipped(of, silent))
    }

    /// One that no lower statement binds.
    fn ask_free(&self) -> Reply {
        let all = || self.plain.iter().chain(&self.attested);
        let wish = |kind| {
            let free = all().map(|&s| Wish::free(self.model(), s, kind));
            Wish::All(std::iter::once(Wish::breaks(self.model(), self.higher, kind)).chain(free).collect())
        };
        self.ask(wish, |of| is_missed(of(self.higher)) && all().all(|&s| of(s) == Outcome::NotApplicable))
    }

    /// One that a lower statement binds.
    fn ask_bound(&self) -> Reply {
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
    fn is_free(&self, case: &Case) -> bool {
        case.outcomes.iter().all(|&(s, outcome)| s == self.higher || outcome == Outcome::NotApplicable)
    }

    /// Asks of every kind that the higher statement binds. A case that the evaluator does not confirm is none, and leaves the
    /// question open.
    pub(crate) fn ask(
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

    /// That a person would have to judge.
    pub(crate) fn unanswerable(&self) -> Why {
        let asked = self.attested.first().copied().unwrap_or(self.higher);
        Why::Attested { span: self.model().statement(asked).span }
    }
}

/// What became of each statement.
type Outcomes<'f> = dyn Fn(StatementId) -> Outcome + 'f;

fn is_missed(outcome: Outcome) -> bool {
    matches!(outcome, Outcome::Fail | Outcome::Unknown)
}

/// The kind that a statement binds.
fn kind_of(model: &Model, statement: StatementId) -> Option<KindId> {
    model.clause(model.statement(statement).clause).subjects.as_ref().map(|s| s.kind)
}
