//! What a statement is apart from what it says: whom it binds, how firmly, about which evidence.

use std::collections::{BTreeMap, BTreeSet};

use kijun_model::{EditionId, ExceptionRule, Expr, ExprKind, Force, KindId, Model, Read, StatementId};

use crate::Solver;

/// Whether it demands: `must`, `must not`.
pub(crate) fn binds(model: &Model, id: StatementId) -> bool {
    matches!(model.statement(id).force, Force::Must | Force::MustNot)
}

/// Whether it demands or recommends.
pub(crate) fn asks(model: &Model, id: StatementId) -> bool {
    model.statement(id).force != Force::May
}

/// Whether one statement is no weaker in force than another: nothing below `must` makes up for a `must`.
pub(crate) fn as_firm(model: &Model, one: StatementId, than: StatementId) -> bool {
    asks(model, one) && (binds(model, one) || !binds(model, than))
}

/// Whether a person answers it.
pub(crate) fn is_attested(model: &Model, id: StatementId) -> bool {
    model.statement(id).attest.is_some()
}

/// The kind that it binds.
pub(crate) fn kind(model: &Model, id: StatementId) -> Option<KindId> {
    model.clause(model.statement(id).clause).subjects.as_ref().map(|s| s.kind)
}

/// The document that it stands in.
pub(crate) fn edition(model: &Model, id: StatementId) -> EditionId {
    model.clause(model.statement(id).clause).edition
}

/// Whether a statement binds every subject of a kind that its guards do not let go.
pub(crate) fn reaches(model: &Model, id: StatementId, subjects: KindId) -> bool {
    kind(model, id).is_some_and(|k| model.is_a(subjects, k))
}

/// Whether who keeps one statement may not be excused, nor show older evidence, where another would not allow it.
pub(crate) fn as_unyielding(model: &Model, one: StatementId, than: StatementId) -> bool {
    let [one, than] = [one, than].map(|id| model.clause(model.statement(id).clause));
    let excepts =
        one.exceptions != Some(ExceptionRule::Never) && than.exceptions == Some(ExceptionRule::Never);
    let age = |at_most: kijun_model::Duration| at_most.length();
    let older = than
        .evidence_at_most
        .is_some_and(|allowed| one.evidence_at_most.is_none_or(|accepted| age(accepted) > age(allowed)));
    !excepts && !older
}

/// Whether it uses a parameter that nobody has set. What does is unknown of every subject, which is told by the parameter.
pub(crate) fn lacks_value(solver: &Solver<'_>, id: StatementId) -> bool {
    let (model, mut called) = (solver.model, BTreeSet::new());
    let mut open: Vec<&Expr> = conditions(model, id).collect();
    while let Some(expr) = open.pop() {
        match &expr.kind {
            ExprKind::Parameter(parameter) if !solver.parameters.contains_key(parameter) => return true,
            ExprKind::Call(define, _) if called.insert(*define) => open.push(&model.define(*define).body),
            _ => {}
        }
        open.extend(expr.children());
    }
    false
}

/// The guards of a statement, then its requirement.
pub(crate) fn conditions(model: &Model, id: StatementId) -> impl Iterator<Item = &Expr> {
    let statement = model.statement(id);
    let filter = model.clause(statement.clause).subjects.as_ref().and_then(|s| s.filter.as_ref());
    filter.into_iter().chain(&statement.when).chain([&statement.requirement])
}

/// Which statements look at the same evidence.
pub(crate) struct Shared {
    reads: BTreeMap<StatementId, BTreeSet<Read>>,
    readers: BTreeMap<Read, Vec<StatementId>>,
}

impl Shared {
    /// Of these statements.
    pub(crate) fn new(model: &Model, statements: &[StatementId]) -> Shared {
        let reads: BTreeMap<_, _> = statements.iter().map(|&s| (s, model.reads(s))).collect();
        let mut readers: BTreeMap<Read, Vec<StatementId>> = BTreeMap::new();
        for &statement in statements {
            for &read in &reads[&statement] {
                readers.entry(read).or_default().push(statement);
            }
        }
        Shared { reads, readers }
    }

    /// The readers of each piece of evidence, in the order of the statements.
    pub(crate) fn readers(&self) -> impl Iterator<Item = &[StatementId]> {
        self.readers.values().map(Vec::as_slice)
    }

    /// The others that share evidence with a statement.
    pub(crate) fn beside(&self, statement: StatementId) -> BTreeSet<StatementId> {
        let reads = self.reads.get(&statement).into_iter().flatten();
        let all = reads.flat_map(|read| self.readers.get(read).into_iter().flatten().copied());
        all.filter(|&other| other != statement).collect()
    }

    /// The others that hang together with a statement through evidence shared by one after another, if they are no more than
    /// so many; else those that share evidence with it.
    pub(crate) fn around(&self, statement: StatementId, at_most: usize) -> BTreeSet<StatementId> {
        let direct = self.beside(statement);
        let (mut all, mut open) = (direct.clone(), direct.clone());
        while let Some(next) = open.pop_first() {
            let more: Vec<_> = self.beside(next).into_iter().filter(|&s| s != statement).collect();
            open.extend(more.into_iter().filter(|&s| all.insert(s)));
            if all.len() > at_most {
                return direct;
            }
        }
        all
    }
}
