//! What became of findings that are not about what a statement comes to: of documents, exceptions, measures, duties, and of
//! what was said of earlier findings.
//!
//! They have no row among the results. Where one is gone, it is settled only if what it was about was looked at again.

use super::fate::{EARLIER, Fate, Reason, Status, Trace, Tracing};
use crate::matrix::{document, without_edition};
use crate::{Finding, Matter, MeasureRecord, Measured, SubjectRef, TargetReached};

impl<'r> Tracing<'r> {
    /// What became of a finding that the later run does not have, and that is about no statement's result.
    pub(crate) fn matter(&self, trace: &Trace<'_>) -> Fate<'r> {
        match trace.matter {
            Matter::Conformance | Matter::Citation => self.documents(trace),
            Matter::Exception => self.exception_of(trace),
            Matter::Measure => self.measure(trace),
            Matter::Independence => self.person(trace),
            // What has no subject was written by hand: nothing tells what it was about.
            Matter::Statement | Matter::FollowUp => {
                Fate::of(Status::NotComparable, self.provision_gone(trace))
            }
        }
    }

    /// Of documents: fixed where all of them still bind, and nothing else is objected to in the same provisions.
    fn documents(&self, trace: &Trace<'_>) -> Fate<'r> {
        let others = self.objections.get(&clauses(trace.lineage)).into_iter().flatten();
        let mut others = others.filter(|other| same_parts(&other.lineage, trace.lineage));
        if let Some(other) = others.next().filter(|_| trace.matter == Matter::Conformance) {
            return Fate::persisting(Some(other), Reason::OtherCheck);
        }
        let chain = trace.chain.iter().map(|link| &*link.statement);
        let cited = trace.documents.iter().flat_map(|objected| &objected.others);
        let cited = cited.map(|other| other.provision.as_str()).filter(|cited| self.is_citation(cited));
        let mut all = std::iter::once(trace.provision).chain(chain).chain(cited);
        match all.all(|citation| self.new.has_document(document(citation))) {
            true => Fate::of(Status::Fixed, None),
            false => Fate::of(Status::NotComparable, Reason::DocumentGone),
        }
    }

    /// Whether a text cites something of a document that bound in the earlier run; what could not be decided is quoted as written.
    fn is_citation(&self, text: &str) -> bool {
        text.contains(['@', ':']) && self.old.has_document(document(text))
    }

    /// Of an exception: fixed where it still exists and holds now, or is needed now.
    fn exception_of(&self, trace: &Trace<'_>) -> Fate<'r> {
        let about = |finding: &&Finding| {
            finding.matter == Matter::Exception && *finding.provision == *trace.provision
        };
        let unused = trace.lineage.ends_with(":unused");
        let Some(exception) = self.new.exception(trace.provision) else {
            return Fate::of(Status::NotComparable, Reason::ExceptionGone);
        };
        match exception.status.as_str() {
            // One that was refused and holds now is settled, needed or not.
            "holds" if exception.used || !unused => Fate::of(Status::Fixed, None),
            "not-yet" => Fate::of(Status::NotComparable, Reason::ExceptionNotYet),
            _ => {
                let now = self.new.record.findings.iter().filter(about).min_by_key(|f| (f.level, &f.id));
                Fate::persisting(now, Reason::OtherProblem)
            }
        }
    }

    /// Of a measure, or of a part of one: as its target is reached now.
    fn measure(&self, trace: &Trace<'_>) -> Fate<'r> {
        let name = without_edition(trace.provision);
        let cited = |measure: &str| without_edition(measure) == name || format!("measure:{measure}") == name;
        let mut measures = self.new.record.measures.iter();
        let Some(measure) = measures.find(|measure| cited(&measure.measure)) else {
            return Fate::of(Status::NotComparable, Reason::MeasureGone);
        };
        let parts = parts(measure, trace);
        let has = |target: Option<TargetReached>| parts.iter().any(|measured| measured.target == target);
        // One that still misses its target would be told by the same finding; so where one reaches it, that is the one.
        if has(Some(TargetReached::Reached)) {
            Fate::of(Status::Fixed, None)
        } else if has(Some(TargetReached::Missed)) || has(Some(TargetReached::Undecided)) {
            Fate::persisting(None, None)
        } else if has(Some(TargetReached::NothingAssessed)) {
            Fate::of(Status::LostFromSight, Reason::NothingAssessed)
        } else if has(None) {
            Fate::of(Status::NotComparable, Reason::TargetGone)
        } else {
            Fate::of(Status::LostFromSight, Reason::SubjectGone)
        }
    }

    /// Of a person's duties: fixed where they still do not go together and the person is still known.
    fn person(&self, trace: &Trace<'_>) -> Fate<'r> {
        let Some(subject) = trace.subject else {
            return Fate::of(Status::NotComparable, self.provision_gone(trace));
        };
        let roles = &self.new.record.roles;
        let together = |a: &str, b: &str| {
            let mut named = roles.iter().filter(|role| role.name == a);
            named.any(|role| role.incompatible_with.iter().any(|other| other == b))
        };
        let pair = trace.lineage.strip_prefix("role:").and_then(|pair| pair.split_once('/'));
        if pair.is_some_and(|(a, b)| !together(a, b) && !together(b, a)) {
            return Fate::of(Status::NotComparable, Reason::RolesCompatible);
        }
        let holds = |key: &str| roles.iter().any(|role| role.held_by.iter().any(|k| k == key));
        match self.new.has_subject(subject) || holds(&subject.key) {
            true => Fate::of(Status::Fixed, None),
            false => Fate::of(Status::LostFromSight, self.unseen(subject)),
        }
    }

    /// Of what was said about an earlier finding: settled with that finding; and, where that one is followed up by itself, settled by
    /// not being said again.
    pub(super) fn about_earlier(&self, subject: &SubjectRef) -> Fate<'r> {
        let followed = self.old.followed(&subject.key);
        let still_found = self.old.finding(&subject.key);
        let trace = still_found.map(Trace::of).or_else(|| followed.map(Trace::of_followed));
        let Some(trace) = trace.filter(|trace| !is_about_earlier(trace)) else {
            return Fate::of(Status::NotComparable, Reason::EarlierSettled);
        };
        let fate = self.fate(&trace);
        match fate.status {
            Status::Fixed | Status::Accepted => {
                Fate { reason: Some(Reason::EarlierSettled), now: None, ..fate }
            }
            _ if still_found.is_none() => fate,
            _ if self.new.record.previous.is_some() => Fate::of(Status::Fixed, Reason::ClaimSettled),
            _ => Fate::of(Status::LostFromSight, Reason::NotFollowedUp),
        }
    }
}

/// Whether a finding is itself about an earlier finding.
fn is_about_earlier(trace: &Trace<'_>) -> bool {
    trace.subject.is_some_and(|subject| subject.kind == EARLIER)
}

/// Whether two findings about documents concern the same provisions, whatever the check: name by name the same, where a clause
/// stands for each of its statements.
pub(crate) fn same_parts(one: &str, other: &str) -> bool {
    let within =
        |a: &str, b: &str| b.strip_prefix(a).is_some_and(|rest| rest.is_empty() || rest.starts_with('#'));
    let (one, other): (Vec<&str>, Vec<&str>) = (names(one).collect(), names(other).collect());
    let same = |(a, b): (&&str, &&str)| within(a, b) || within(b, a);
    one.len() == other.len() && one.iter().zip(&other).all(same)
}

/// The clauses that a finding about documents concerns. Those of the same provisions concern the same clauses.
pub(crate) fn clauses(lineage: &str) -> String {
    let clauses: Vec<&str> = names(lineage).map(|name| name.split('#').next().unwrap_or(name)).collect();
    clauses.join("+")
}

fn names(lineage: &str) -> impl Iterator<Item = &str> {
    lineage.split_once(':').map_or("", |(_, names)| names).split('+')
}

/// What a measure came to as a whole, or for the parts that a finding may be about: those of its subject, else those whose key ends
/// its lineage.
fn parts<'m>(measure: &'m MeasureRecord, trace: &Trace<'_>) -> Vec<&'m Measured> {
    let name = without_edition(&measure.measure);
    let name = name.split_once(':').map_or(name.as_str(), |(_, name)| name);
    let of_part = trace.lineage.split_once(':').is_some_and(|(_, rest)| rest != name);
    if trace.subject.is_none() && !of_part {
        return vec![&measure.whole];
    }
    let of_kind = measure.breakdowns.iter().filter(|breakdown| match trace.subject {
        Some(subject) => breakdown.kind.as_ref().is_none_or(|kind| *kind == subject.kind),
        None => true,
    });
    let meant = |key: &str| match trace.subject {
        Some(subject) => subject.key == key,
        None => trace.lineage.ends_with(&format!("/{key}")),
    };
    let all = of_kind.flat_map(|breakdown| &breakdown.parts);
    let some = all.filter(|part| meant(part.key.as_deref().unwrap_or("")));
    some.map(|part| &part.measured).collect()
}
