//! What clauses say beside their statements: who is responsible, how bad a violation is, who may derogate, how old evidence may be,
//! from when to when they bind.

use std::collections::BTreeSet;

use jiff::civil::Date;
use kijun_model::{Clause, ClauseId, Model, RoleId, Severity};

use super::{Head, HeadChange, Way};
use crate::duties::{is_as_high, is_laxer, is_longer};

/// What changed between clauses that became of each other. Of several, each older one is held against each newer one, and what holds
/// of some pair is told once.
pub(super) fn changes(model: &Model, before: &[ClauseId], after: &[ClauseId]) -> Vec<HeadChange> {
    let pairs = before.iter().flat_map(|&old| after.iter().map(move |&new| (old, new)));
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    for (before, after) in pairs {
        for (head, way) in between(model, model.clause(before), model.clause(after)) {
            if seen.insert((head, way)) {
                found.push(HeadChange { head, way, before, after });
            }
        }
    }
    found.sort();
    found
}

fn between(model: &Model, old: &Clause, new: &Clause) -> Vec<(Head, Way)> {
    let responsible = way(&answering(model, old), &answering(model, new), |one, than| {
        one.iter().all(|role| than.iter().all(|other| as_high(model, *role, *other)))
    });
    let severity = way(&old.severity, &new.severity, |one, than| rank(*one) >= rank(*than));
    let exceptions = way(&old.exceptions, &new.exceptions, |one, than| match (one, than) {
        (Some(one), Some(than)) => !is_laxer(model, one, than),
        // Where nothing is said, nothing is permitted.
        (one, than) => one.is_none() || *than == *one,
    });
    let evidence = way(&old.evidence_at_most, &new.evidence_at_most, |one, than| !is_longer(*one, *than));
    let in_force = way(&days(old), &days(new), |one, than| one.0 <= than.0 && one.1 >= than.1);
    [
        (Head::Responsible, responsible),
        (Head::Severity, severity),
        (Head::Exceptions, exceptions),
        (Head::Evidence, evidence),
        (Head::InForce, in_force),
    ]
    .into_iter()
    .filter_map(|(head, way)| Some((head, way?)))
    .collect()
}

/// Which way something moved, where one value may be at least as strict as another.
fn way<T: PartialEq>(old: &T, new: &T, as_strict: impl Fn(&T, &T) -> bool) -> Option<Way> {
    match (as_strict(new, old), as_strict(old, new)) {
        _ if old == new => None,
        (true, false) => Some(Way::Stricter),
        (false, true) => Some(Way::Weaker),
        _ => Some(Way::Other),
    }
}

/// Who answers for a clause: its role, and those whom its questions name.
fn answering(model: &Model, clause: &Clause) -> BTreeSet<Option<RoleId>> {
    let attests = clause.statements.iter().filter_map(|&s| model.statement(s).attest.as_ref());
    let asked = attests.filter_map(|attest| attest.by).map(Some);
    std::iter::once(clause.by).chain(asked).collect()
}

fn as_high(model: &Model, role: Option<RoleId>, than: Option<RoleId>) -> bool {
    match (role, than) {
        (_, None) => true,
        (None, Some(_)) => false,
        (Some(role), Some(than)) => is_as_high(model, role, than),
    }
}

fn rank(severity: Severity) -> u8 {
    match severity {
        Severity::Low => 0,
        Severity::Medium => 1,
        Severity::High => 2,
        Severity::Critical => 3,
    }
}

/// A clause's own first and last day.
fn days(clause: &Clause) -> (Date, Date) {
    (clause.from.unwrap_or(Date::MIN), clause.until.unwrap_or(Date::MAX))
}
