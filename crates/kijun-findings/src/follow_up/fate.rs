//! What became of a finding against a statement: what the statement comes to for the subject now.
//!
//! That the finding is not among the later ones says nothing by itself: a lower provision may speak for it now, its provision or
//! its subject may be gone. So the results are asked, by lineage and subject.

use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Followed;
use super::matters::clauses;
use crate::matrix::{Matrix, document, is_bad};
use crate::{ChainLink, Finding, Matter, Objected, Outcome, ResponseRecord, RunRecord, SubjectRef};

/// The built-in kind of earlier findings.
pub(crate) const EARLIER: &str = "earlier_finding";

/// What became of an earlier finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// The same thing was judged, and it is right now.
    Fixed,
    /// It is still not right, or that can still not be told.
    Persisting,
    /// A valid exception covers it.
    Accepted,
    /// What it was held against does not ask it of this subject any more.
    NotComparable,
    /// What it is about was not seen.
    LostFromSight,
}

impl Status {
    /// Every status.
    pub const ALL: [Status; 5] =
        [Status::Fixed, Status::Persisting, Status::Accepted, Status::NotComparable, Status::LostFromSight];

    /// Its name, as every output writes it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Status::Fixed => "fixed",
            Status::Persisting => "persisting",
            Status::Accepted => "accepted",
            Status::NotComparable => "not-comparable",
            Status::LostFromSight => "lost-from-sight",
        }
    }
}

macro_rules! reasons {
    ($($(#[$doc:meta])* $variant:ident = $name:literal,)*) => {
        /// Why an earlier finding has its status.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
        #[serde(rename_all = "kebab-case")]
        pub enum Reason {
            $($(#[$doc])* $variant,)*
        }

        impl Reason {
            /// Every reason.
            pub const ALL: &[Reason] = &[$(Reason::$variant),*];

            /// Its name, as every output writes it.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Reason::$variant => $name,)* }
            }
        }
    };
}

reasons! {
    /// A statement above, for which the finding spoke, is still not fulfilled.
    ThroughHigher = "through-higher",
    /// The same provisions are objected to in another way.
    OtherCheck = "other-check",
    /// The same exception is objected to in another way.
    OtherProblem = "other-problem",
    /// The earlier finding that it is about has come to this.
    EarlierSettled = "earlier-settled",
    /// The earlier finding that it is about is followed up by itself, and this is not said of it any more.
    ClaimSettled = "claim-settled",
    /// Its document does not bind any more.
    DocumentGone = "document-gone",
    /// Its provision is not in force any more, and none continues it.
    ProvisionGone = "provision-gone",
    /// Its provision was split, and none of the parts is the whole.
    ProvisionSplit = "provision-split",
    /// Its provision does not bind this kind of subject any more.
    NotBound = "not-bound",
    /// Its provision asks nothing of the subject any more.
    NotApplicable = "not-applicable",
    /// The rules do not have the exception any more.
    ExceptionGone = "exception-gone",
    /// The exception does not hold yet.
    ExceptionNotYet = "exception-not-yet",
    /// The rules do not have the measure any more.
    MeasureGone = "measure-gone",
    /// The measure has no target any more.
    TargetGone = "target-gone",
    /// The rules let one person hold both duties now.
    RolesCompatible = "roles-compatible",
    /// The evidence has no subject of this kind.
    KindGone = "kind-gone",
    /// The evidence does not have the subject.
    SubjectGone = "subject-gone",
    /// The evidence does not have the subject, and not all evidence could be read.
    EvidenceIncomplete = "evidence-incomplete",
    /// There was nothing to take the measure of.
    NothingAssessed = "nothing-assessed",
    /// The later run followed up nothing.
    NotFollowedUp = "not-followed-up",
}

/// What became of a finding.
#[derive(Clone)]
pub(crate) struct Fate<'r> {
    pub(crate) status: Status,
    pub(crate) reason: Option<Reason>,
    pub(super) exception: Option<String>,
    /// The finding that goes on telling it.
    pub(super) now: Option<&'r Finding>,
}

impl<'r> Fate<'r> {
    pub(super) fn of(status: Status, reason: impl Into<Option<Reason>>) -> Fate<'r> {
        Fate { status, reason: reason.into(), exception: None, now: None }
    }

    pub(super) fn persisting(now: Option<&'r Finding>, reason: impl Into<Option<Reason>>) -> Fate<'r> {
        Fate { now, ..Fate::of(Status::Persisting, reason) }
    }
}

/// What is followed: a finding, or what an earlier follow-up kept of one.
pub(crate) struct Trace<'f> {
    pub(crate) id: &'f str,
    pub(crate) matter: Matter,
    pub(crate) lineage: &'f str,
    pub(crate) provision: &'f str,
    pub(crate) subject: Option<&'f SubjectRef>,
    outcome: Option<Outcome>,
    pub(super) chain: &'f [ChainLink],
    pub(super) documents: Option<&'f Objected>,
}

impl<'f> Trace<'f> {
    pub(crate) fn of(finding: &'f Finding) -> Trace<'f> {
        Trace {
            id: &finding.id,
            matter: finding.matter,
            lineage: &finding.lineage,
            provision: &finding.provision,
            subject: finding.subject.as_ref(),
            outcome: finding.outcome,
            chain: &finding.chain,
            documents: finding.documents.as_deref(),
        }
    }

    /// Of what a follow-up kept: without the chain.
    pub(crate) fn of_followed(followed: &'f Followed) -> Trace<'f> {
        Trace {
            id: &followed.id,
            matter: followed.matter,
            lineage: &followed.lineage,
            provision: &followed.provision,
            subject: followed.subject.as_ref(),
            outcome: followed.outcome,
            chain: &[],
            documents: None,
        }
    }
}

/// The two runs, and what they know of findings before.
pub(crate) struct Tracing<'r> {
    pub(crate) old: &'r Matrix<'r>,
    pub(crate) new: &'r Matrix<'r>,
    /// By the finding: what those who answer for it say.
    responses: BTreeMap<&'r str, &'r ResponseRecord>,
    /// Earlier findings to which rules of the later run object.
    objected: BTreeSet<&'r str>,
    /// What the earlier run knew of findings before it that persisted, by its own finding that tells them.
    persisted: BTreeMap<&'r str, &'r Followed>,
    /// What the later run objects to in documents, most pressing first, by the clauses that it concerns.
    pub(super) objections: BTreeMap<String, Vec<&'r Finding>>,
}

impl<'r> Tracing<'r> {
    pub(crate) fn of(old: &'r Matrix<'r>, new: &'r Matrix<'r>) -> Tracing<'r> {
        let mut tracing = Tracing {
            old,
            new,
            responses: BTreeMap::new(),
            objected: objected(new.record),
            persisted: BTreeMap::new(),
            objections: objections(new.record),
        };
        for response in &new.record.responses {
            let first = tracing.responses.entry(&response.finding).or_insert(response);
            *first = (*first).min(response);
        }
        for followed in old.record.follow_up.iter().flat_map(|follow_up| &follow_up.findings) {
            if followed.status == Status::Persisting {
                let now = followed.now.as_ref().map_or(&followed.id, |now| &now.finding);
                let longest = tracing.persisted.entry(now).or_insert(followed);
                if followed.runs > longest.runs {
                    *longest = followed;
                }
            }
        }
        tracing
    }

    /// What became of a finding.
    pub(crate) fn fate(&self, trace: &Trace<'_>) -> Fate<'r> {
        if let Some(now) = self.new.finding(trace.id) {
            return Fate::persisting(Some(now), None);
        }
        match (trace.matter, trace.subject) {
            (Matter::FollowUp, Some(subject)) => self.about_earlier(subject),
            (Matter::Statement, Some(subject)) => self.statement(trace, subject),
            _ => self.matter(trace),
        }
    }

    fn statement(&self, trace: &Trace<'_>, subject: &SubjectRef) -> Fate<'r> {
        let own = self.new.statements(trace.lineage);
        let outcomes = own.iter().filter_map(|&s| Some((s, self.new.outcome(s, subject)?)));
        let outcomes: Vec<(usize, Outcome)> = outcomes.collect();
        if let Some(&(bad, _)) = outcomes.iter().find(|(_, outcome)| is_bad(*outcome)) {
            return Fate::persisting(self.telling(bad, subject), None);
        }
        if let Some(bad) = self.spoken_for(trace, subject).find(|&s| self.is_bad(s, subject)) {
            return Fate::persisting(self.telling(bad, subject), Reason::ThroughHigher);
        }
        match outcomes.iter().map(|(_, outcome)| *outcome).reduce(Outcome::and) {
            Some(Outcome::Pass) => Fate::of(Status::Fixed, None),
            Some(Outcome::NotApplicable) => Fate::of(Status::NotComparable, Reason::NotApplicable),
            Some(_) => {
                Fate { exception: self.exception(&outcomes, subject), ..Fate::of(Status::Accepted, None) }
            }
            None if own.is_empty() => Fate::of(Status::NotComparable, self.provision_gone(trace)),
            None if self.new.has_subject(subject) => Fate::of(Status::NotComparable, Reason::NotBound),
            None if subject.kind == EARLIER => self.about_earlier(subject),
            None => Fate::of(Status::LostFromSight, self.unseen(subject)),
        }
    }

    fn is_bad(&self, statement: usize, subject: &SubjectRef) -> bool {
        self.new.outcome(statement, subject).is_some_and(is_bad)
    }

    /// The statements above, as far as they are still in force, that the finding spoke for: those with the same result that had
    /// no finding of their own.
    fn spoken_for<'t>(
        &'t self,
        trace: &'t Trace<'_>,
        subject: &'t SubjectRef,
    ) -> impl Iterator<Item = usize> + 't {
        let above = trace.chain.iter().filter(|link| *link.statement != *trace.provision);
        let same = above.filter(|link| link.outcome.is_some() && link.outcome == trace.outcome);
        let silent = move |link: &&ChainLink| {
            let about = self.old.about(subject).iter();
            !about.clone().any(|finding| finding.provision == link.statement)
        };
        let lineages = same.filter(silent).filter_map(|link| self.old.lineage(&link.statement));
        lineages.flat_map(|lineage| self.new.statements(lineage).iter().copied())
    }

    /// The finding that tells that a statement is not fulfilled: its own, else one that speaks for it.
    fn telling(&self, statement: usize, subject: &SubjectRef) -> Option<&'r Finding> {
        let cited = self.new.citation(statement);
        let outcome = self.new.outcome(statement, subject);
        let about = self.new.about(subject).iter().copied();
        let own = about.clone().find(|finding| *finding.provision == *cited);
        let speaks = |link: &ChainLink| *link.statement == *cited && link.outcome == outcome;
        own.or_else(|| about.clone().find(|f| f.outcome == outcome && f.chain.iter().any(speaks)))
    }

    /// The exception that covers the waived statements.
    fn exception(&self, outcomes: &[(usize, Outcome)], subject: &SubjectRef) -> Option<String> {
        let waived = outcomes.iter().filter(|(_, outcome)| *outcome == Outcome::Waived);
        let cited: Vec<&str> = waived.map(|(statement, _)| self.new.citation(*statement)).collect();
        Some(self.new.record.waived_by(&cited, subject)?.id.clone())
    }

    /// Why no statement of a lineage is in force.
    pub(crate) fn provision_gone(&self, trace: &Trace<'_>) -> Reason {
        let clause = trace.lineage.split('#').next().unwrap_or(trace.lineage);
        if self.new.has_lineage(&format!("{clause}>")) {
            Reason::ProvisionSplit
        } else if self.new.has_document(document(trace.provision)) {
            Reason::ProvisionGone
        } else {
            Reason::DocumentGone
        }
    }

    /// Why there is no such subject.
    pub(crate) fn unseen(&self, subject: &SubjectRef) -> Reason {
        if self.new.is_unread() {
            Reason::EvidenceIncomplete
        } else if self.new.has_kind(&subject.kind) {
            Reason::SubjectGone
        } else {
            Reason::KindGone
        }
    }

    /// What those who answer for a finding say.
    pub(super) fn response(&self, id: &str) -> Option<&'r ResponseRecord> {
        self.responses.get(id).copied()
    }

    /// Whether rules of the later run object to how an earlier finding was answered.
    pub(super) fn is_objected_by_rules(&self, id: &str) -> bool {
        self.objected.contains(id)
    }

    /// The first day of the period in which a finding of the earlier run was first found, and in how many runs in a row by then.
    pub(super) fn found_before(&self, finding: &Finding) -> (&'r str, u32) {
        let longest = self.persisted.get(finding.id.as_str());
        longest.map_or((&self.old.record.period.start, 1), |followed| (&followed.since, followed.runs))
    }
}

fn objections(new: &RunRecord) -> BTreeMap<String, Vec<&Finding>> {
    let mut objections: BTreeMap<String, Vec<&Finding>> = BTreeMap::new();
    for finding in new.findings.iter().filter(|finding| finding.matter == Matter::Conformance) {
        objections.entry(clauses(&finding.lineage)).or_default().push(finding);
    }
    objections.values_mut().for_each(|findings| findings.sort_by_key(|finding| finding.level));
    objections
}

/// The keys of earlier findings of which a statement is not fulfilled.
fn objected(new: &RunRecord) -> BTreeSet<&str> {
    let mut objected = BTreeSet::new();
    for results in new.results.iter().filter(|results| results.kind == EARLIER) {
        for row in &results.rows {
            let subjects = results.subjects.iter().zip(row.outcomes.chars());
            let bad = subjects.filter(|(_, letter)| Outcome::from_letter(*letter).is_some_and(is_bad));
            objected.extend(bad.map(|(key, _)| key.as_str()));
        }
    }
    objected
}
