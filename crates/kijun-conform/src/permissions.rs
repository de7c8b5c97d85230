//! Permissions against what stands above them: a lower document cannot permit what a higher one forbids.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use kijun_findings::Outcome;
use kijun_model::{EditionId, Expr, ExprKind, Force, KindId, Logic, Read, StatementId};
use kijun_standards::Standards;

use crate::confirm::{Trial, holds, with_outcomes};
use crate::kinds::{distinguishing, representatives};
use crate::links::Links;
use crate::{Answer, Case, Objection, Rail, Solver, Wish};

/// Every permission that can be used only by breaking something above it.
///
/// It is held against binding statements of documents above it that look at the same evidence; they are found by that evidence.
/// A statement of several parts, joined by `and`, is asked about part by part: what a permission does not speak of, it
/// does not permit to neglect.
pub(crate) fn check(solver: &Solver<'_>, standards: &Standards, links: &Links<'_>) -> Vec<Objection> {
    let by_evidence = by_evidence(links);
    let statements = links.statements_of(&links.clauses).into_iter();
    let permissions = statements.filter(|&s| links.model.statement(s).force == Force::May);
    let mut found = Vec::new();
    for permission in permissions {
        let above = documents_above(standards, links, links.edition_of(permission));
        let reads = links.model.reads(permission);
        let met = reads.iter().filter_map(|read| by_evidence.get(read)).flatten().copied();
        let met: BTreeSet<StatementId> = met.filter(|&s| above.contains(&links.edition_of(s))).collect();
        let broken = met.into_iter().filter_map(|s| conflict(solver, permission, s, &reads)).collect();
        found.extend(furthest_up(links, broken));
    }
    found
}

/// Of conflicts with a statement and with what that puts into effect, the one that reaches furthest up.
fn furthest_up(links: &Links<'_>, broken: Vec<Objection>) -> Vec<Objection> {
    let forbidden = |objection: &Objection| match objection {
        Objection::PermitsForbidden { forbidden, .. } => Some(*forbidden),
        _ => None,
    };
    let all: BTreeSet<StatementId> = broken.iter().filter_map(forbidden).collect();
    let above =
        |s: StatementId| links.effective.statements.iter().find(|e| e.statement == s).map(|e| &e.above);
    let is_top = |objection: &Objection| {
        let chain = forbidden(objection).and_then(above);
        chain.is_none_or(|chain| chain.iter().all(|s| !all.contains(s)))
    };
    broken.into_iter().filter(is_top).collect()
}

/// Binding statements of higher documents by the evidence that they look at.
fn by_evidence(links: &Links<'_>) -> BTreeMap<Read, Vec<StatementId>> {
    let mut index: BTreeMap<Read, Vec<StatementId>> = BTreeMap::new();
    for &statement in &links.in_force {
        let binds = matches!(links.model.statement(statement).force, Force::Must | Force::MustNot);
        if binds && links.is_higher(links.edition_of(statement)) {
            for read in links.model.reads(statement) {
                index.entry(read).or_default().push(statement);
            }
        }
    }
    index
}

/// The documents in force above one; for a superseded one, those that replace it.
fn documents_above(standards: &Standards, links: &Links<'_>, edition: EditionId) -> BTreeSet<EditionId> {
    let cited = standards.above(edition);
    let stands = |e: &EditionId| cited.iter().any(|&c| c == *e || standards.replaces(*e, c));
    links.effective.editions.iter().copied().filter(stands).collect()
}

/// A subject that makes use of a permission and thereby breaks a statement.
fn conflict(
    solver: &Solver<'_>,
    permission: StatementId,
    forbidden: StatementId,
    reads: &BTreeSet<Read>,
) -> Option<Objection> {
    let model = solver.model;
    let kind = model.clause(model.statement(permission).clause).subjects.as_ref()?.kind;
    let of = model.clause(model.statement(forbidden).clause).subjects.as_ref()?.kind;
    let distinguishing = distinguishing(model, [permission, forbidden]);
    // A subject of both kinds is of the lower of the two; where neither is below the other, there is none.
    let lower = if model.is_a(kind, of) { kind } else { of };
    let kinds = representatives(model, lower, &distinguishing);
    let part = |part: &Expr| !model.reads_of(part).is_disjoint(reads);
    for missed in missed_parts(solver, forbidden).into_iter().filter(|(expr, _)| part(expr)) {
        let case = kinds.iter().find_map(|&k| using(solver, (permission, forbidden), missed, k));
        if let Some(case) = case {
            return Some(Objection::PermitsForbidden { permission, forbidden, case });
        }
    }
    None
}

/// The parts of a requirement that each have to be met, with what missing one means.
fn missed_parts<'a>(solver: &Solver<'a>, statement: StatementId) -> Vec<(&'a Expr, Rail)> {
    let stated = solver.model.statement(statement);
    let (joined, missed) = match stated.force {
        Force::MustNot => (Logic::Or, Rail::NotFalse),
        _ => (Logic::And, Rail::NotTrue),
    };
    let mut parts = Vec::new();
    let mut stack = vec![&stated.requirement];
    while let Some(expr) = stack.pop() {
        match &expr.kind {
            ExprKind::Logic(logic, a, b) if *logic == joined => stack.extend([&**b, &**a]),
            _ => parts.push((expr, missed)),
        }
    }
    parts
}

fn using(
    solver: &Solver<'_>,
    (permission, forbidden): (StatementId, StatementId),
    (part, missed): (&Expr, Rail),
    kind: KindId,
) -> Option<Arc<Case>> {
    let model = solver.model;
    let wish = Wish::All(vec![
        Wish::passes(model, permission, kind),
        Wish::bound(model, forbidden, kind),
        Wish::Is(part, missed),
    ]);
    let Answer::Possible(case) = solver.find(kind, &wish) else { return None };
    let used = model.statement(permission);
    let filter = model.clause(used.clause).subjects.iter().filter_map(|s| s.filter.as_ref());
    let conditions = filter.chain(&used.when).chain([&used.requirement]);
    let trial = Trial::new(solver, &case, &[forbidden]);
    let broken = matches!(trial.outcomes()[0].1, Outcome::Fail | Outcome::Unknown);
    (broken && holds(solver, &case, conditions)).then(|| with_outcomes(*case, &trial))
}
