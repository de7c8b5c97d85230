//! What statements demand beyond others that continue them, or that they continue: both ways.

use std::collections::BTreeSet;

use kijun_model::{Model, StatementId};

use crate::compare::{same_demand, same_guards, same_question};
use crate::{Dimension, Gap, Solver, Verdict, Why, compare, demand};

/// What became of demands between two sets of statements. What both demand alike is not in it.
#[derive(Clone, Debug, Default)]
pub struct Movement {
    /// Older statements that the newer ones together do not keep up, or of which that is not decided.
    pub lost: Vec<Judged>,
    /// Newer statements that the older ones together did not come up to.
    pub gained: Vec<Judged>,
}

/// A statement, and what the other side comes to beside it.
#[derive(Clone, Debug, PartialEq)]
pub struct Judged {
    /// The statement.
    pub statement: StatementId,
    /// What the statements of the other side come to, together.
    pub verdict: Verdict,
}

impl Judged {
    /// The gaps that the other side leaves.
    #[must_use]
    pub fn gaps(&self) -> &[Gap] {
        match &self.verdict {
            Verdict::Weaker(gaps) | Verdict::Incomparable(gaps) | Verdict::Partial(gaps) => gaps,
            _ => &[],
        }
    }

    /// The dimensions in which the other side demands less.
    #[must_use]
    pub fn dimensions(&self) -> BTreeSet<Dimension> {
        match &self.verdict {
            Verdict::Permission => BTreeSet::from([Dimension::Force]),
            Verdict::Undecided(_) => BTreeSet::new(),
            _ if self.gaps().is_empty() => BTreeSet::from([Dimension::Strength]),
            _ => self.gaps().iter().map(|gap| gap.dimension).collect(),
        }
    }

    fn is_decided(&self) -> bool {
        !matches!(self.verdict, Verdict::Undecided(_))
    }

    fn is_permission(&self) -> bool {
        self.verdict == Verdict::Permission
    }
}

impl Movement {
    /// Whether something is demanded no more, or permitted now.
    #[must_use]
    pub fn loosens(&self) -> bool {
        let less = |judged: &Judged| judged.is_decided() && !judged.is_permission();
        self.lost.iter().any(less) || self.gained.iter().any(Judged::is_permission)
    }

    /// Whether something is demanded now, or permitted no more.
    #[must_use]
    pub fn tightens(&self) -> bool {
        let more = |judged: &Judged| judged.is_decided() && !judged.is_permission();
        self.gained.iter().any(more) || self.lost.iter().any(Judged::is_permission)
    }

    /// Why something was not decided, if so.
    #[must_use]
    pub fn undecided(&self) -> Option<Why> {
        self.all().find_map(|judged| match judged.verdict {
            Verdict::Undecided(why) => Some(why),
            _ => None,
        })
    }

    /// Whether it is proved that nothing moved.
    #[must_use]
    pub fn is_nothing(&self) -> bool {
        self.lost.is_empty() && self.gained.is_empty()
    }

    /// The dimensions in which something moved.
    #[must_use]
    pub fn dimensions(&self) -> BTreeSet<Dimension> {
        self.all().flat_map(Judged::dimensions).collect()
    }

    /// The same, seen from the other side.
    #[must_use]
    pub fn mirrored(self) -> Movement {
        Movement { lost: self.gained, gained: self.lost }
    }

    fn all(&self) -> impl Iterator<Item = &Judged> {
        self.lost.iter().chain(&self.gained)
    }
}

/// What became of demands between older statements and newer ones. Each side is taken together: what was one statement and is
/// two now moved only where the two together demand something else.
#[must_use]
pub fn movement(solver: &Solver<'_>, old: &[StatementId], new: &[StatementId]) -> Movement {
    Movement { lost: beyond(solver, old, new), gained: beyond(solver, new, old) }
}

/// The statements that others do not come up to.
fn beyond(solver: &Solver<'_>, statements: &[StatementId], others: &[StatementId]) -> Vec<Judged> {
    let has_twin = |id: StatementId| others.iter().any(|&other| is_twin(solver.model, id, other));
    let judged = |statement| Judged { statement, verdict: verdict(solver, statement, others) };
    let kept = |judged: &Judged| matches!(judged.verdict, Verdict::Stricter | Verdict::Equal);
    let own = statements.iter().copied().filter(|&id| !has_twin(id));
    own.map(judged).filter(|judged| !kept(judged)).collect()
}

/// What lacks a value is true of nothing, which proves nothing.
fn verdict(solver: &Solver<'_>, statement: StatementId, others: &[StatementId]) -> Verdict {
    let verdict = compare(solver, statement, others);
    let open = others.iter().chain([&statement]).copied().find(|&id| demand::lacks_value(solver, id));
    match (open, &verdict) {
        (Some(id), Verdict::Stricter | Verdict::Equal) => {
            Verdict::Undecided(Why::Fragment { span: solver.model.statement(id).requirement.span })
        }
        _ => verdict,
    }
}

/// Whether two statements are written alike. Of questions that a person answers the words count.
fn is_twin(model: &Model, one: StatementId, other: StatementId) -> bool {
    let [a, b] = [one, other].map(|id| model.statement(id));
    let required = match (&a.attest, &b.attest) {
        (Some(a), Some(b)) => same_question(a, b) && a.every == b.every,
        (None, None) => same_demand(model, one, other),
        _ => false,
    };
    let kind = demand::kind(model, one);
    let bound = kind.is_some() && kind == demand::kind(model, other);
    required && a.force == b.force && bound && same_guards(model, one, other)
}
