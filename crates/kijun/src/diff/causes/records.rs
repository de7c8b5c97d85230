//! What two records alone prove of why a finding changed, where nothing can be judged again.

mod follow_up;

use kijun_findings::{
    Aspect, Cause, Change, Diff, DimensionChange, ExceptionPart, ExceptionRecord, Matter, Outcome,
    PartChange, RuleEvent, RunRecord, Seen, Side, StatementRecord, SubjectRef, Why,
};

/// Tells of the changes of which nothing is known yet what the records say.
pub(crate) fn explain_from_records(old: &RunRecord, new: &RunRecord, diff: &mut Diff) {
    for change in diff.changes.iter_mut().filter(|change| change.why.is_none()) {
        let causes = causes(old, new, change);
        if !causes.is_empty() {
            change.why = Some(Why { causes, ..Why::default() });
        }
    }
    follow_up::inherit(old, new, diff);
}

/// What the records say of a change.
pub(super) fn causes(old: &RunRecord, new: &RunRecord, change: &Change) -> Vec<Cause> {
    if change.matter == Matter::FollowUp {
        return follow_up::causes(old, new, change);
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
    let at = |side: &Side| side.told.as_ref().map(|told| (*told.rule).clone());
    vec![Cause::Rule {
        event,
        before: cited(old),
        after: cited(new),
        dimensions,
        at_before: at(&change.before),
        at_after: at(&change.after),
    }]
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
    vec![became(only, find(other, &only.id).as_ref(), was_waived)]
}

/// What became of an exception that covers in one run only, the newer one if it did not before.
fn became(covering: &ExceptionRecord, other: Option<&ExceptionRecord>, was_waived: bool) -> Cause {
    let exception = covering.id.clone();
    let from = covering.from.clone().max(covering.approved_on.clone());
    let Some(other) = other else {
        return match was_waived {
            true => Cause::ExceptionWithdrawn { exception, from, at: None },
            false => Cause::ExceptionGranted { exception, from, at: None },
        };
    };
    let (was, is) = if was_waived { (covering, other) } else { (other, covering) };
    let parts = parts(was, is);
    let day = match other.status.as_str() {
        _ if !parts.is_empty() => None,
        "expired" => Some((None, covering.until.clone())),
        "not-yet" => Some((from, None)),
        _ => None,
    };
    match (day, was_waived) {
        (Some((from, until)), true) => Cause::ExceptionLapsed { exception, from, until },
        (Some((from, until)), false) => Cause::ExceptionBegan { exception, from, until },
        (None, _) => Cause::ExceptionChanged {
            exception,
            before: was.status.clone(),
            after: is.status.clone(),
            parts,
            at_before: None,
            at_after: None,
        },
    }
}

/// What a record keeps of an exception, as far as it differs.
fn parts(was: &ExceptionRecord, is: &ExceptionRecord) -> Vec<PartChange> {
    let approved = |exception: &ExceptionRecord| {
        let by = exception.approved_by.as_ref()?;
        Some(format!("by {by} on {}", exception.approved_on.as_ref()?))
    };
    let all = [
        (ExceptionPart::Approved, approved(was), approved(is)),
        (ExceptionPart::From, was.from.clone(), is.from.clone()),
        (ExceptionPart::Until, was.until.clone(), is.until.clone()),
    ];
    let differing = all.into_iter().filter(|(_, before, after)| before != after);
    differing.map(|(part, before, after)| PartChange { part, before, after }).collect()
}
