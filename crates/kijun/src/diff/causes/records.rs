//! What two records alone prove of why a finding changed, where nothing can be judged again.

use kijun_findings::{
    Aspect, Cause, Change, Diff, DimensionChange, ExceptionRecord, Matter, Outcome, RuleEvent, RunRecord,
    Seen, StatementRecord, SubjectRef, Why,
};

use super::others::built_in;
use crate::supplied::{EARLIER_FINDING, FINDING_RESPONSE};

/// Tells of the changes of which nothing is known yet what the records say.
pub(crate) fn explain_from_records(old: &RunRecord, new: &RunRecord, diff: &mut Diff) {
    for change in diff.changes.iter_mut().filter(|change| change.why.is_none()) {
        let causes = causes(old, new, change);
        if !causes.is_empty() {
            change.why = Some(Why { causes, ..Why::default() });
        }
    }
}

/// What the records say of a change.
pub(super) fn causes(old: &RunRecord, new: &RunRecord, change: &Change) -> Vec<Cause> {
    if change.matter == Matter::FollowUp {
        return follow_up(old, new, change);
    }
    match (change.before.seen, change.after.seen) {
        (Seen::Unread | Seen::NoKind, _) => source(change, [false, true]),
        (_, Seen::Unread | Seen::NoKind) => source(change, [true, false]),
        (Seen::NoSubject, _) => subject(change, |subject| match of_other_kind(old, new, &subject) {
            Some(before) => Cause::KindChanged { before, after: subject },
            None => Cause::SubjectAppeared { subject },
        }),
        (_, Seen::NoSubject) => subject(change, |subject| match of_other_kind(new, old, &subject) {
            Some(after) => Cause::KindChanged { before: subject, after },
            None => Cause::SubjectLeft { subject },
        }),
        (Seen::NoProvision | Seen::NoDocument, _) => rule(RuleEvent::Issued, old, new, change, Vec::new()),
        (_, Seen::NoProvision | Seen::NoDocument) => rule(RuleEvent::Repealed, old, new, change, Vec::new()),
        (Seen::NotBound, _) | (_, Seen::NotBound) => {
            let scope = DimensionChange { dimension: Aspect::Scope, before: None, after: None };
            rule(RuleEvent::Changed, old, new, change, vec![scope])
        }
        (Seen::Outcome(Outcome::Waived), _) | (_, Seen::Outcome(Outcome::Waived)) => {
            exceptions(old, new, change)
        }
        _ => Vec::new(),
    }
}

fn source(change: &Change, [before, after]: [bool; 2]) -> Vec<Cause> {
    subject(change, |subject| Cause::Source { kind: subject.kind, before, after })
}

fn subject(change: &Change, cause: impl Fn(SubjectRef) -> Cause) -> Vec<Cause> {
    change.subject.clone().map(cause).into_iter().collect()
}

/// The subject of this key that only `record` has, under another kind.
fn of_other_kind(record: &RunRecord, other: &RunRecord, subject: &SubjectRef) -> Option<SubjectRef> {
    let has = |record: &RunRecord, kind: &str| {
        let kinds = record.results.iter().filter(|results| results.kind == kind);
        kinds.flat_map(|results| &results.subjects).any(|key| *key == subject.key)
    };
    let kinds = record.results.iter().map(|results| &results.kind).filter(|kind| **kind != subject.kind);
    let mut kinds = kinds.filter(|kind| has(record, kind) && !has(other, kind));
    kinds.next().map(|kind| SubjectRef { kind: kind.clone(), key: subject.key.clone() })
}

fn statement<'r>(record: &'r RunRecord, change: &Change) -> Option<&'r StatementRecord> {
    record.statements.iter().find(|statement| *statement.lineage == *change.lineage)
}

fn rule(
    event: RuleEvent,
    old: &RunRecord,
    new: &RunRecord,
    change: &Change,
    dimensions: Vec<DimensionChange>,
) -> Vec<Cause> {
    let cited = |record| statement(record, change).map(|statement| statement.statement.clone());
    let told = change.after.told.as_ref().or(change.before.told.as_ref());
    let at = told.map(|told| (*told.rule).clone());
    vec![Cause::Rule { event, before: cited(old), after: cited(new), dimensions, at }]
}

/// The exceptions that covered the statement in one run only; nothing where several may have.
fn exceptions(old: &RunRecord, new: &RunRecord, change: &Change) -> Vec<Cause> {
    let covering = |record: &'_ RunRecord| -> Vec<ExceptionRecord> {
        let Some(statement) = statement(record, change) else { return Vec::new() };
        let covers = |exception: &&ExceptionRecord| {
            exception.used && exception.status == "holds" && exception.covers.contains(&statement.statement)
        };
        record.exceptions.iter().filter(covers).cloned().collect()
    };
    let find = |record: &'_ RunRecord, id: &str| record.exceptions.iter().find(|e| e.id == id).cloned();
    let was_waived = change.before.seen == Seen::Outcome(Outcome::Waived);
    let side = if was_waived { old } else { new };
    let other = if was_waived { new } else { old };
    let [only] = &covering(side)[..] else { return Vec::new() };
    let exception = only.id.clone();
    vec![match (was_waived, find(other, &only.id).map(|e| (e.status, e.until))) {
        (true, None) => Cause::ExceptionWithdrawn { exception },
        (true, Some((status, until))) if status == "expired" => Cause::ExceptionLapsed { exception, until },
        (true, Some((after, _))) if after != "holds" => {
            Cause::ExceptionChanged { exception, before: only.status.clone(), after }
        }
        (false, None) => Cause::ExceptionBegan { exception, from: only.from.clone() },
        (false, Some((status, _))) if status == "not-yet" || status == "nothing" => {
            Cause::ExceptionBegan { exception, from: only.from.clone() }
        }
        (false, Some((before, _))) if before != "holds" => {
            Cause::ExceptionChanged { exception, before, after: only.status.clone() }
        }
        _ => return Vec::new(),
    }]
}

/// What is said of an earlier finding; else that it is one.
fn follow_up(old: &RunRecord, new: &RunRecord, change: &Change) -> Vec<Cause> {
    let Some(key) = change.subject.as_ref().map(|subject| subject.key.as_str()) else { return Vec::new() };
    let responds = |record: &RunRecord| record.responses.iter().any(|response| response.finding == key);
    let follows = |record: &RunRecord| {
        let followed = record.follow_up.iter().flat_map(|follow_up| &follow_up.findings);
        followed.into_iter().any(|followed| followed.id == key)
    };
    let (response, earlier) = (built_in(FINDING_RESPONSE, key), built_in(EARLIER_FINDING, key));
    match ((responds(old), responds(new)), (follows(old), follows(new))) {
        (_, (false, true)) => vec![Cause::SubjectAppeared { subject: earlier }],
        (_, (true, false)) => vec![Cause::SubjectLeft { subject: earlier }],
        ((false, true), _) => vec![Cause::SubjectAppeared { subject: response }],
        ((true, false), _) => vec![Cause::SubjectLeft { subject: response }],
        _ => Vec::new(),
    }
}
