//! Which exceptions made a finding change: those that covered it in one world only.

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::civil::Date;
use kijun_eval::Scratch;
use kijun_findings::{Cause, SubjectRef};
use kijun_model::Exception;
use kijun_standards::ExceptionProblem;

use super::opened::{Evidence, Opened, named};
use super::standing::Matter;
use super::values::{self, Sides};
use crate::exceptions::status;

/// How an exception stands that holds for others alone.
const FOR_OTHERS: &str = "for-others";

/// The exceptions that cover a matter of a subject in one of two worlds.
pub(super) fn causes(
    (old, was): (&Matter<'_>, &Evidence),
    (new, is): (&Matter<'_>, &Evidence),
    subject: &SubjectRef,
) -> Vec<Cause> {
    let (before, after) = (covering(old, was, subject), covering(new, is, subject));
    let ended = before.difference(&after).map(|id| ended(new.opened, id, FOR_OTHERS));
    let began = after.difference(&before).map(|id| began(old.opened, new.opened, id, FOR_OTHERS));
    ended.chain(began).collect()
}

/// What became of an exception that held before.
pub(super) fn ended(new: &Opened<'_>, id: &str, otherwise: &str) -> Cause {
    let exception = id.to_owned();
    match problem(new, id) {
        _ if find(new, id).is_none() => Cause::ExceptionWithdrawn { exception },
        Some(ExceptionProblem::Expired { until }) => {
            Cause::ExceptionLapsed { exception, until: Some(until.to_string()) }
        }
        other => Cause::ExceptionChanged {
            exception,
            before: "holds".to_owned(),
            after: other.map_or_else(|| otherwise.to_owned(), |problem| status(problem).to_owned()),
        },
    }
}

/// How it came about that an exception holds.
pub(super) fn began(old: &Opened<'_>, new: &Opened<'_>, id: &str, otherwise: &str) -> Cause {
    let exception = id.to_owned();
    let day = |day: Date| day.to_string();
    match problem(old, id) {
        None if find(old, id).is_some() => {
            let (before, after) = (otherwise.to_owned(), "holds".to_owned());
            Cause::ExceptionChanged { exception, before, after }
        }
        None | Some(ExceptionProblem::NotYet { .. } | ExceptionProblem::ApprovedLater { .. }) => {
            Cause::ExceptionBegan { exception, from: find(new, id).and_then(|e| e.from).map(day) }
        }
        Some(problem) => {
            let (before, after) = (status(problem).to_owned(), "holds".to_owned());
            Cause::ExceptionChanged { exception, before, after }
        }
    }
}

/// What of the evidence made an exception needed, or idle: of the subjects that it covers in one body of evidence only.
pub(super) fn need(opened: &Opened<'_>, sides: Sides<'_>, id: &str) -> Vec<Cause> {
    let model = opened.model();
    let mut causes = Vec::new();
    for held in &opened.prepared.effective.set.exceptions {
        if *model.exceptions[held.exception.index()].id != *id {
            continue;
        }
        let places = opened.cx.sheets.iter().enumerate();
        for (index, _) in places.filter(|(_, sheet)| held.covers.contains(&sheet.statement)) {
            let matter = Matter::of_statement(opened, index);
            let covered = |evidence: &Evidence| -> BTreeSet<SubjectRef> {
                let subjects: BTreeSet<SubjectRef> = evidence.all().map(|s| named(model, s)).collect();
                let is_covered =
                    |s: &SubjectRef| covering(&matter, evidence, s).iter().any(|other| **other == *id);
                subjects.into_iter().filter(is_covered).collect()
            };
            let (before, after) = (covered(sides.old), covered(sides.new));
            let differing = before.symmetric_difference(&after);
            causes.extend(differing.flat_map(|subject| values::causes(&matter, sides, subject)));
        }
    }
    causes
}

pub(super) fn find<'a>(opened: &Opened<'a>, id: &str) -> Option<&'a Exception> {
    opened.model().exceptions.iter().find(|exception| *exception.id == *id)
}

/// Why an exception does not hold, or not for all that it names.
pub(super) fn problem<'a>(opened: &Opened<'a>, id: &str) -> Option<&'a ExceptionProblem> {
    let named = |exception: kijun_model::ExceptionId| &opened.model().exceptions[exception.index()];
    let mut refused = opened.prepared.effective.refused.iter();
    refused.find(|refused| *named(refused.exception).id == *id).map(|refused| &refused.problem)
}

/// Whether an exception holds.
pub(super) fn holds(opened: &Opened<'_>, id: &str) -> bool {
    let named = |exception: kijun_model::ExceptionId| &opened.model().exceptions[exception.index()];
    opened.prepared.effective.set.exceptions.iter().any(|held| *named(held.exception).id == *id)
}

/// The exceptions that turn the statement's result for a subject, or that of one beside it.
fn covering(matter: &Matter<'_>, evidence: &Evidence, subject: &SubjectRef) -> BTreeSet<Arc<str>> {
    let (opened, Some(subject)) = (matter.opened, evidence.subject(subject)) else { return BTreeSet::new() };
    if !opened.program().bound(subject.kind).contains(&matter.index) {
        return BTreeSet::new();
    }
    let population = opened.population(evidence);
    let mut scratch = Scratch::default();
    opened.program().evaluate(&population, subject, &mut scratch, &mut Vec::new());
    let statements: Vec<_> =
        matter.relatives.iter().map(|&relative| opened.cx.sheets[relative].statement).collect();
    let used = opened.prepared.effective.set.exceptions.iter().zip(scratch.exceptions_used());
    let used = used.filter(|(held, used)| **used && held.covers.iter().any(|s| statements.contains(s)));
    used.map(|(held, _)| Arc::clone(&opened.model().exceptions[held.exception.index()].id)).collect()
}
