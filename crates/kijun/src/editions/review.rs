//! What becomes of the documents below when the newer edition binds: each is held against what it was to put into effect and against
//! what it is to now.

use std::collections::{BTreeMap, BTreeSet};

use kijun_conform::{EditionDiff, Identity, Judged, Provision, Solver, Substance, Verdict, compare};
use kijun_findings::BelowStatus;
use kijun_model::{ClauseId, EditionId, Force, Model, StatementId};
use kijun_standards::{EffectiveSet, Standards, clauses_of};

/// The documents in force below two editions, and what they cite of them.
pub(super) struct Review<'a> {
    solver: &'a Solver<'a>,
    in_force: BTreeSet<StatementId>,
    /// The documents right below, higher ones first.
    documents: Vec<EditionId>,
    cited: BTreeMap<ClauseId, Vec<Citation>>,
}

/// A document that cites a clause.
#[derive(Clone, Copy)]
struct Citation {
    document: EditionId,
    how: How,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum How {
    Implements(ClauseId),
    Adopts,
    Excludes,
}

/// What becomes of a document.
pub(super) struct Becomes {
    pub(super) document: EditionId,
    pub(super) clauses: Vec<ClauseId>,
    pub(super) status: BelowStatus,
    pub(super) short_of: Vec<Judged>,
}

impl<'a> Review<'a> {
    pub(super) fn new(
        solver: &'a Solver<'a>,
        standards: &Standards,
        set: &EffectiveSet,
        diff: &EditionDiff,
    ) -> Review<'a> {
        let model = solver.model;
        let compared: Vec<EditionId> = diff.old.iter().chain(&diff.new).copied().collect();
        let conforming: BTreeSet<EditionId> =
            compared.iter().flat_map(|&edition| standards.conforming(edition)).collect();
        let lower = set.editions.iter().copied().filter(|e| !compared.contains(e));
        let lower: Vec<EditionId> = lower.collect();
        let mut cited: BTreeMap<ClauseId, Vec<Citation>> = BTreeMap::new();
        for &document in &lower {
            for (how, clause) in citations(model, set, document) {
                if compared.contains(&model.clause(clause).edition) {
                    cited.entry(clause).or_default().push(Citation { document, how });
                }
            }
        }
        Review {
            solver,
            in_force: set.statements.iter().map(|s| s.statement).collect(),
            documents: lower.into_iter().filter(|e| conforming.contains(e)).collect(),
            cited,
        }
    }

    /// What becomes of each document that cites a provision, or should.
    pub(super) fn of(&self, provision: &Provision) -> Vec<Becomes> {
        if provision.identity == Identity::TakenOver {
            return Vec::new();
        }
        let all = || provision.before.iter().chain(&provision.after);
        let covered = all().any(|clause| self.cited.contains_key(clause));
        if !covered && provision.identity != Identity::New {
            return Vec::new();
        }
        let citing = |document: EditionId| {
            let of = all().flat_map(|clause| self.cited.get(clause).into_iter().flatten());
            of.filter(move |citation| citation.document == document).map(|c| c.how).collect::<Vec<_>>()
        };
        let mut documents: BTreeSet<EditionId> = self.documents.iter().copied().collect();
        documents.extend(all().flat_map(|clause| self.cited.get(clause)).flatten().map(|c| c.document));
        let becomes = |document| self.becomes((provision, covered), document, &citing(document));
        let found: Vec<Becomes> = documents.into_iter().filter_map(becomes).collect();
        self.together(provision, found)
    }

    /// Several documents may share the work: none of them falls short of what all of them together come up to.
    fn together(&self, provision: &Provision, mut found: Vec<Becomes>) -> Vec<Becomes> {
        let all: Vec<ClauseId> = found.iter().flat_map(|becomes| becomes.clauses.iter().copied()).collect();
        let lower = self.stated(&all);
        let short =
            |becomes: &Becomes| matches!(becomes.status, BelowStatus::FallsShort | BelowStatus::FellShort);
        if found.iter().filter(|becomes| !becomes.clauses.is_empty()).count() < 2 || !found.iter().any(short)
        {
            return found;
        }
        let kept = |judged: &Judged| is_kept(&self.verdict(judged.statement, &lower));
        for becomes in found.iter_mut().filter(|becomes| short(becomes)) {
            becomes.short_of.retain(|judged| !kept(judged));
            if becomes.short_of.is_empty() {
                becomes.status = self.cited_as(provision, becomes.document);
            }
        }
        found
    }

    fn becomes(
        &self,
        (provision, covered): (&Provision, bool),
        document: EditionId,
        how: &[How],
    ) -> Option<Becomes> {
        let mut clauses: Vec<ClauseId> = how.iter().filter_map(|how| how.clause()).collect();
        clauses.sort_unstable();
        clauses.dedup();
        let (status, short_of) = match provision.identity {
            Identity::Repealed if how.is_empty() => return None,
            Identity::Repealed => (BelowStatus::CitesGone, Vec::new()),
            Identity::New if how.is_empty() && !covered => {
                let demands = self.demands(&provision.after).next().is_some();
                (demands.then_some(BelowStatus::NotCovered)?, Vec::new())
            }
            _ if how.is_empty() => return None,
            _ if clauses.is_empty() && how.contains(&How::Excludes) => (BelowStatus::Excludes, Vec::new()),
            _ if clauses.is_empty() => (self.cited_as(provision, document), Vec::new()),
            _ => self.held(provision, document, &clauses),
        };
        Some(Becomes { document, clauses, status, short_of })
    }

    /// Clauses of a document against the provision as it was and as it is.
    fn held(
        &self,
        provision: &Provision,
        document: EditionId,
        clauses: &[ClauseId],
    ) -> (BelowStatus, Vec<Judged>) {
        let lower = self.stated(clauses);
        let judged = |clauses: &[ClauseId]| -> Vec<Judged> {
            let judged = |statement| Judged { statement, verdict: self.verdict(statement, &lower) };
            self.demands(clauses).map(judged).filter(|judged| !is_kept(&judged.verdict)).collect()
        };
        let (then, now) = (judged(&provision.before), judged(&provision.after));
        let (undecided, short): (Vec<Judged>, Vec<Judged>) =
            now.into_iter().partition(|judged| matches!(judged.verdict, Verdict::Undecided(_)));
        let fell_short = then.iter().any(|judged| !matches!(judged.verdict, Verdict::Undecided(_)));
        let moved =
            |judged: &Judged| provision.movement.gained.iter().any(|g| g.statement == judged.statement);
        if short.iter().any(moved) || !short.is_empty() && !fell_short {
            (BelowStatus::FallsShort, short)
        } else if !short.is_empty() {
            (BelowStatus::FellShort, short)
        } else if !undecided.is_empty() || self.is_words_only(provision) {
            (BelowStatus::Undecided, undecided)
        } else if fell_short {
            (BelowStatus::ConformsNow, Vec::new())
        } else {
            (self.cited_as(provision, document), Vec::new())
        }
    }

    /// Whether only a person can say what a change means.
    fn is_words_only(&self, provision: &Provision) -> bool {
        provision.substance == Substance::TextOnly && self.demands(&provision.after).next().is_none()
    }

    /// What conforms as it did: whether its citation still leads to the provision.
    fn cited_as(&self, provision: &Provision, document: EditionId) -> BelowStatus {
        let cites = |clause: &ClauseId| {
            self.cited.get(clause).into_iter().flatten().any(|citation| citation.document == document)
        };
        let is_current = provision.identity == Identity::Same || provision.after.iter().any(cites);
        if is_current { BelowStatus::StillConforms } else { BelowStatus::Recite }
    }

    fn verdict(&self, statement: StatementId, lower: &[StatementId]) -> Verdict {
        match lower.is_empty() {
            true => Verdict::Undeclared,
            false => compare(self.solver, statement, lower),
        }
    }

    /// What clauses demand.
    fn demands<'s>(&'s self, clauses: &'s [ClauseId]) -> impl Iterator<Item = StatementId> + 's {
        let model = self.solver.model;
        let all = clauses.iter().flat_map(|&clause| model.clause(clause).statements.iter().copied());
        all.filter(|&s| matches!(model.statement(s).force, Force::Must | Force::MustNot))
    }

    fn stated(&self, clauses: &[ClauseId]) -> Vec<StatementId> {
        let all =
            clauses.iter().flat_map(|&clause| self.solver.model.clause(clause).statements.iter().copied());
        all.filter(|s| self.in_force.contains(s)).collect()
    }
}

impl How {
    fn clause(self) -> Option<ClauseId> {
        match self {
            How::Implements(clause) => Some(clause),
            How::Adopts | How::Excludes => None,
        }
    }
}

fn is_kept(verdict: &Verdict) -> bool {
    matches!(verdict, Verdict::Stricter | Verdict::Equal | Verdict::Permission)
}

/// What a document cites of those above it: from its head, and from its clauses in force.
fn citations(model: &Model, set: &EffectiveSet, document: EditionId) -> Vec<(How, ClauseId)> {
    let edition = model.edition(document);
    let adopted = edition.adopts.iter().map(|link| (How::Adopts, link.to));
    let excluded = edition.excludes.iter().map(|(link, _)| (How::Excludes, link.to));
    let in_force = |id: &ClauseId| {
        let clause = model.clause(*id);
        clause.from.is_none_or(|from| from <= set.as_of)
            && clause.until.is_none_or(|until| set.as_of <= until)
    };
    let implemented = edition.clauses.iter().copied().filter(in_force).flat_map(|clause| {
        model.clause(clause).implements.iter().map(move |link| (How::Implements(clause), link.to))
    });
    let all = adopted.chain(excluded).chain(implemented);
    all.flat_map(|(how, to)| clauses_of(model, to).into_iter().map(move |clause| (how, clause))).collect()
}
