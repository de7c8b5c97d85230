//! The two sides of a comparison, and the name for what was found.

use std::sync::Arc;

use kijun_findings::Outcome;
use kijun_model::{KindId, Model, StatementId};

use super::copied::repeats;
use super::questions::Reply;
use super::{share_evidence, weight};
use crate::confirm::Trial;
use crate::kinds::{distinguishing, representatives};
use crate::{Case, Dimension, Gap, Solver, Verdict, Why, demand};

/// A higher statement and the lower ones that count beside it.
pub(crate) struct Sides<'a> {
    pub(crate) solver: &'a Solver<'a>,
    pub(crate) higher: StatementId,
    /// Lower statements that evidence decides.
    pub(crate) plain: Vec<StatementId>,
    /// Lower statements that a person answers.
    pub(crate) attested: Vec<StatementId>,
    /// The kinds that tell subjects apart here.
    pub(super) distinguishing: Vec<KindId>,
    /// The kinds that stand for all which the higher statement binds.
    pub(super) kinds: Vec<KindId>,
}

impl<'a> Sides<'a> {
    pub(crate) fn new(solver: &'a Solver<'a>, higher: StatementId, lower: &[StatementId]) -> Sides<'a> {
        let model = solver.model;
        let (attested, plain) = lower.iter().copied().partition(|&s| model.statement(s).attest.is_some());
        let distinguishing = distinguishing(model, lower.iter().copied().chain([higher]));
        let kinds = demand::kind(model, higher).map(|kind| representatives(model, kind, &distinguishing));
        Sides { solver, higher, plain, attested, distinguishing, kinds: kinds.unwrap_or_default() }
    }

    pub(super) fn model(&self) -> &'a Model {
        self.solver.model
    }

    /// What the lower statements come to beside a higher one that evidence decides.
    pub(crate) fn demanded(&self) -> Verdict {
        if self.plain.is_empty() {
            return Verdict::Undecided(self.unanswerable());
        }
        if self.plain.iter().any(|&lower| repeats(self.model(), lower, self.higher)) {
            return self.proved();
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
        let akin: Vec<StatementId> = self.akin().filter(|s| passed.contains(s)).collect();
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

    /// Lower statements about the same evidence, but for those that answer to another statement of the higher clause: they have
    /// its label.
    fn akin(&self) -> impl Iterator<Item = StatementId> {
        let model = self.model();
        let clause = model.clause(model.statement(self.higher).clause);
        let label = |s: StatementId| model.statement(s).label.as_ref();
        let others = clause.statements.iter().copied().filter(|&s| s != self.higher);
        let taken: Vec<_> = others.filter_map(label).collect();
        let answers_to_another = move |s: StatementId| {
            let own = label(s);
            own.is_some_and(|own| Some(own) != label(self.higher) && taken.contains(&own))
        };
        let akin = move |s: &StatementId| share_evidence(model, self.higher, *s) && !answers_to_another(*s);
        self.plain.iter().copied().filter(akin)
    }

    /// That a person would have to judge.
    pub(crate) fn unanswerable(&self) -> Why {
        let asked = self.attested.first().copied().unwrap_or(self.higher);
        Why::Attested { span: self.model().statement(asked).span }
    }
}
