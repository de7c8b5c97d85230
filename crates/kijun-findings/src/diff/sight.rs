//! What a run saw of a finding that another run tells.

use super::Seen;
use crate::follow_up::{EARLIER, Reason, Status, Trace, Tracing};
use crate::matrix::{Matrix, is_bad};
use crate::{Finding, Matter, Outcome, SubjectRef};

/// One run as it sees what another tells.
pub(super) struct Sight<'r> {
    tracing: Tracing<'r>,
}

impl<'r> Sight<'r> {
    /// How `run` sees what `teller` tells.
    pub(super) fn of(teller: &'r Matrix<'r>, run: &'r Matrix<'r>) -> Sight<'r> {
        Sight { tracing: Tracing::of(teller, run) }
    }

    /// What the run saw of a finding that it does not tell.
    pub(super) fn seen(&self, finding: &Finding) -> Seen {
        self.matter(&Trace::of(finding))
    }

    fn matter(&self, trace: &Trace<'_>) -> Seen {
        match (trace.matter, trace.subject) {
            (Matter::FollowUp, Some(subject)) => self.earlier(subject),
            (Matter::Statement, Some(subject)) => self.statement(trace, subject),
            _ => {
                let fate = self.tracing.matter(trace);
                seen(fate.status, fate.reason)
            }
        }
    }

    /// Of what a statement comes to: its own lineage, else what it was split into or from.
    fn statement(&self, trace: &Trace<'_>, subject: &SubjectRef) -> Seen {
        let run = self.tracing.new;
        if let Some(outcome) = run.judged(trace.lineage, subject) {
            return Seen::Outcome(outcome);
        }
        let is_in_force = !run.statements(trace.lineage).is_empty();
        let relatives = if is_in_force { Vec::new() } else { run.relatives(trace.lineage) };
        let outcomes = relatives.iter().filter_map(|lineage| run.judged(lineage, subject));
        if let Some(outcome) = outcomes.reduce(Outcome::and) {
            return Seen::Outcome(outcome);
        }
        if !is_in_force && relatives.is_empty() {
            return seen(Status::NotComparable, Some(self.tracing.provision_gone(trace)));
        }
        match run.has_subject(subject) {
            true => Seen::NotBound,
            false if subject.kind == EARLIER => self.earlier(subject),
            false => seen(Status::LostFromSight, Some(self.tracing.unseen(subject))),
        }
    }

    /// Of what is said of a still earlier finding: the run followed that one up and does not say so, or that one is settled; else
    /// there was no such earlier finding.
    fn earlier(&self, subject: &SubjectRef) -> Seen {
        let run = self.tracing.new;
        if run.followed(&subject.key).is_some() {
            return Seen::Clean;
        }
        let followed = self.tracing.old.followed(&subject.key).map(Trace::of_followed);
        let followed = followed.filter(|trace| run.finding(trace.id).is_none());
        let about_it = followed.filter(|trace| trace.subject.is_none_or(|about| about.kind != EARLIER));
        match about_it.map(|trace| self.matter(&trace)) {
            Some(Seen::Outcome(outcome)) if !is_bad(outcome) => Seen::Clean,
            Some(Seen::Clean) => Seen::Clean,
            _ if run.record.previous.is_some() => Seen::NoSubject,
            _ => Seen::NoKind,
        }
    }
}

/// What following up calls it, as a run sees it. What the rules do not have is no provision of theirs.
fn seen(status: Status, reason: Option<Reason>) -> Seen {
    match (status, reason) {
        (_, Some(Reason::DocumentGone)) => Seen::NoDocument,
        (_, Some(Reason::SubjectGone)) => Seen::NoSubject,
        (_, Some(Reason::KindGone)) => Seen::NoKind,
        (_, Some(Reason::EvidenceIncomplete)) => Seen::Unread,
        (_, Some(Reason::ExceptionNotYet)) | (Status::Fixed | Status::Accepted, _) => Seen::Clean,
        (Status::Persisting, _) => Seen::Found,
        (Status::NotComparable, _) => Seen::NoProvision,
        (Status::LostFromSight, _) => Seen::NotLooked,
    }
}
