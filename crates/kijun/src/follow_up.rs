//! The run before, followed up within an audit: what those who answer say, what became of each finding, and the findings that
//! come of holding the one against the other.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use kijun_diag::{Catalogue, Diagnostic, Diagnostics, Sources};
use kijun_findings::{
    Claim, Doubt, Finding, FollowUp, Followed, Found, Location, Matter, Objection, Observation,
    ResponseRecord, RunRecord, Status, SubjectRef, Texts, finding_id, follow_up,
};
use kijun_model::{Cell, Content, Model, Subject, Value};

use crate::complaints;
use crate::context::Context;
use crate::previous::Previous;
use crate::sheets::Sheet;
use crate::supplied::{EARLIER_FINDING, FINDING_RESPONSE};
use crate::words::location;

/// A response as it was read.
pub(crate) struct Response<'s> {
    subject: &'s Subject,
    model: &'s Model,
}

impl<'s> Response<'s> {
    /// The responses among what was read.
    pub(crate) fn all(model: &'s Model, subjects: &'s [Subject]) -> Vec<Response<'s>> {
        subjects.iter().map(|subject| Response { subject, model }).collect()
    }

    fn cell(&self, name: &str) -> Option<&'s Cell> {
        let fields = &self.model.kind(self.subject.kind).fields;
        self.subject.cells.get(fields.iter().position(|field| *field.name == *name)?)
    }

    fn value(&self, name: &str) -> Option<&'s Value> {
        match &self.cell(name)?.content {
            Content::Value(value) => Some(value),
            _ => None,
        }
    }

    fn text(&self, name: &str) -> Option<String> {
        self.value(name).map(|value| self.model.show_value(value))
    }

    /// For the record.
    pub(crate) fn record(&self, sources: &Sources) -> ResponseRecord {
        let claim = self.text("claim");
        ResponseRecord {
            finding: self.text("finding").unwrap_or_default(),
            claim: claim.and_then(|name| Claim::ALL.into_iter().find(|claim| claim.name() == name)),
            stated_on: self.text("stated_on"),
            due_on: self.text("due_on"),
            evidence: self.text("evidence"),
            at: location(sources, self.subject.place),
        }
    }

    /// What is said about a finding that the earlier run does not have.
    fn wrong(&self, previous: &RunRecord, known: &BTreeSet<&str>) -> Option<Diagnostic> {
        let cell = self.cell("finding")?;
        let id = self.text("finding")?;
        (!known.contains(id.as_str())).then(|| {
            let near = kijun_diag::nearest(&id, known.iter().copied());
            complaints::unknown_finding(cell.place, &id, &previous.project, near)
        })
    }
}

/// Follows the run before into a record whose results and findings are all there otherwise. What is wrong with the responses, or
/// with following up that run at all, is reported.
pub(crate) fn follow(
    cx: &Context<'_>,
    previous: &Previous,
    responses: &[Response<'_>],
    record: &mut RunRecord,
    diagnostics: &mut Diagnostics,
) {
    record.previous = Some(previous.reference());
    let known = previous.record.findings.iter().map(|finding| finding.id.as_str()).collect();
    diagnostics.extend(responses.iter().filter_map(|response| response.wrong(&previous.record, &known)));
    let followed = follow_up(&previous.record, record);
    for doubt in &followed.doubts {
        match doubt {
            Doubt::NotLater => diagnostics.push(complaints::previous_not_earlier(previous)),
            Doubt::NoCommonDocument => diagnostics.push(complaints::previous_no_common_document(previous)),
            // That not all could be read has been told by the run that could not.
            Doubt::OldIncomplete | Doubt::NewIncomplete => {}
        }
    }
    let by_id = record.findings.iter().map(|finding| (finding.id.as_str(), &finding.message)).collect();
    let sheets = cx.sheets.iter().rev().map(|sheet| (&*sheet.lineage, sheet)).collect();
    let told = Told { cx, previous, by_id, sheets }.findings(&followed);
    record.findings.extend(told);
}

/// What findings about responses are told with.
struct Told<'a> {
    cx: &'a Context<'a>,
    previous: &'a Previous,
    /// What each finding of this run says.
    by_id: BTreeMap<&'a str, &'a Texts>,
    /// The statements in force by lineage.
    sheets: BTreeMap<&'a str, &'a Sheet>,
}

impl Told<'_> {
    fn findings(&self, follow_up: &FollowUp) -> Vec<Finding> {
        let objected = follow_up.findings.iter().filter_map(|followed| Some((followed, followed.objection?)));
        objected.map(|(followed, objection)| self.finding(followed, objection)).collect()
    }

    fn finding(&self, followed: &Followed, objection: Objection) -> Finding {
        let lineage: Arc<str> = format!("follow-up:{}", objection.name()).into();
        let subject = SubjectRef { kind: EARLIER_FINDING.to_owned(), key: followed.id.clone() };
        Finding {
            id: finding_id(&lineage, Some(&subject)),
            level: objection.level(),
            matter: Matter::FollowUp,
            outcome: None,
            provision: followed.provision.clone(),
            lineage,
            title: followed.title.clone(),
            subject: Some(subject),
            altitude: None,
            chain: Vec::new(),
            role: followed.role.clone(),
            unit: followed.unit.clone(),
            message: self.message(followed, objection),
            fix: None,
            rule: self.rule(followed),
            evidence: vec![self.evidence(followed)],
            concerns: Vec::new(),
            unseen: false,
            documents: None,
        }
    }

    fn message(&self, followed: &Followed, objection: Objection) -> Texts {
        let response = followed.response.as_ref();
        let day = |day: Option<&String>| day.map_or("?", String::as_str).to_owned();
        let (on, due) =
            (day(response.and_then(|r| r.stated_on.as_ref())), day(response.and_then(|r| r.due_on.as_ref())));
        self.cx.words.each(|catalogue| {
            let args = [
                ("on", on.as_str().into()),
                ("due", due.as_str().into()),
                ("how", self.how(followed, catalogue).into()),
            ];
            let text = catalogue.text(&format!("follow-up-finding-{}", objection.name()), &args);
            match &followed.subject {
                Some(SubjectRef { kind, key }) => {
                    let args = [("subject", format!("{kind}/{key}").into()), ("text", text.into())];
                    catalogue.text("follow-up-about", &args)
                }
                None => text,
            }
        })
    }

    /// How the earlier finding stands: the status, and what tells it.
    fn how(&self, followed: &Followed, catalogue: &Catalogue) -> String {
        let status = catalogue.text(&format!("follow-up-status-{}", followed.status.name()), &[]);
        let reason = followed.reason.filter(|_| followed.status != Status::Persisting);
        let reason = reason.map(|reason| catalogue.text(&format!("follow-up-reason-{}", reason.name()), &[]));
        let now = followed.now.as_ref().and_then(|now| self.by_id.get(now.finding.as_str()));
        let told = now.and_then(|message| message.get(catalogue.lang().tag()).cloned());
        match reason.or(told) {
            Some(why) => {
                let args = [("status", status.into()), ("why", why.into())];
                catalogue.text("follow-up-how", &args)
            }
            None => status,
        }
    }

    /// Where the provision is written now; of one that is gone, where the manifest names the record that knew it.
    fn rule(&self, followed: &Followed) -> Arc<Location> {
        let sheet = self.sheets.get(&*followed.lineage);
        let here = || Arc::new(self.named());
        sheet.map_or_else(here, |sheet| sheet.rule.clone())
    }

    /// Where the manifest names the run before.
    fn named(&self) -> Location {
        location(&self.cx.loaded.sources, self.previous.span)
    }

    /// The response; or that there is none.
    fn evidence(&self, followed: &Followed) -> Observation {
        match &followed.response {
            Some(response) => Observation {
                path: "claim".to_owned(),
                subject: Some(SubjectRef { kind: FINDING_RESPONSE.to_owned(), key: followed.id.clone() }),
                found: response.claim.map_or(Found::Absent, |claim| Found::Value(claim.name().to_owned())),
                at: response.at.clone(),
            },
            None => Observation {
                path: format!("all {FINDING_RESPONSE}"),
                subject: None,
                found: Found::Unmatched { field: "finding".to_owned(), value: followed.id.clone() },
                at: self.named(),
            },
        }
    }
}
