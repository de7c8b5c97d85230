//! Which exceptions made a finding change: those that covered it in one world only.

mod parts;

use std::collections::BTreeSet;
use std::sync::Arc;

use kijun_eval::Scratch;
use kijun_findings::{Cause, Location, SubjectRef};
use kijun_model::Exception;
use kijun_standards::ExceptionProblem;

use super::opened::{Evidence, Opened, named};
use super::standing::Matter;
use super::values::{self, Sides};
use crate::exceptions::status;
use crate::words::location;

/// How an exception stands that holds for others alone.
const FOR_OTHERS: &str = "for-others";

/// The exceptions that cover a matter of a subject in one of two worlds.
pub(super) fn causes(
    (old, was): (&Matter<'_>, &Evidence),
    (new, is): (&Matter<'_>, &Evidence),
    subject: &SubjectRef,
) -> Vec<Cause> {
    let (before, after) = (covering(old, was, subject), covering(new, is, subject));
    let ended = before.difference(&after).map(|id| ended(old.opened, new.opened, id, FOR_OTHERS));
    let began = after.difference(&before).map(|id| began(old.opened, new.opened, id, FOR_OTHERS));
    ended.chain(began).collect()
}

/// What became of an exception that held before. `otherwise`: how it stands where nothing is wrong with it.
pub(super) fn ended(old: &Opened<'_>, new: &Opened<'_>, id: &str, otherwise: &str) -> Cause {
    let exception = id.to_owned();
    if find(new, id).is_none() {
        let from = find(old, id).and_then(first_day);
        return Cause::ExceptionWithdrawn { exception, from, at: at(old, id) };
    }
    let problem = problem(new, id);
    match by_day(old, new, id, problem) {
        Some((from, until)) => Cause::ExceptionLapsed { exception, from, until },
        None => {
            let after = problem.map_or_else(|| otherwise.to_owned(), |problem| status(problem).to_owned());
            changed(old, new, id, ["holds".to_owned(), after])
        }
    }
}

/// How it came about that an exception holds.
pub(super) fn began(old: &Opened<'_>, new: &Opened<'_>, id: &str, otherwise: &str) -> Cause {
    let exception = id.to_owned();
    if find(old, id).is_none() {
        let from = find(new, id).and_then(first_day);
        return Cause::ExceptionGranted { exception, from, at: at(new, id) };
    }
    let problem = problem(old, id);
    match by_day(old, new, id, problem) {
        Some((from, until)) => Cause::ExceptionBegan { exception, from, until },
        None => {
            let before = problem.map_or_else(|| otherwise.to_owned(), |problem| status(problem).to_owned());
            changed(old, new, id, [before, "holds".to_owned()])
        }
    }
}

/// The first or the last day of an exception that says the same in both worlds, where it does not hold because of that day.
fn by_day(
    old: &Opened<'_>,
    new: &Opened<'_>,
    id: &str,
    problem: Option<&ExceptionProblem>,
) -> Option<(Option<String>, Option<String>)> {
    let exception = find(new, id).filter(|_| parts::differing(old, new, id).is_empty())?;
    match problem? {
        ExceptionProblem::Expired { until } => Some((None, Some(until.to_string()))),
        ExceptionProblem::NotYet { .. } | ExceptionProblem::ApprovedLater { .. } => {
            Some((first_day(exception), None))
        }
        _ => None,
    }
}

/// An exception holds from its first day, and not before it is approved.
fn first_day(exception: &Exception) -> Option<String> {
    let approved = exception.approved.map(|(_, on)| on);
    exception.from.max(approved).map(|day| day.to_string())
}

/// An exception that stands otherwise, with what it says otherwise.
pub(super) fn changed(old: &Opened<'_>, new: &Opened<'_>, id: &str, [before, after]: [String; 2]) -> Cause {
    Cause::ExceptionChanged {
        exception: id.to_owned(),
        before,
        after,
        parts: parts::differing(old, new, id),
        at_before: at(old, id),
        at_after: at(new, id),
    }
}

/// Where an exception was written.
pub(super) fn at(opened: &Opened<'_>, id: &str) -> Option<Location> {
    find(opened, id).map(|exception| location(&opened.loaded.sources, exception.span))
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
