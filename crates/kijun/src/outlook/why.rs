//! Why a finding stands otherwise from one day to another when nothing but days has passed: a provision, an exception, or age.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use kijun_findings::{
    Cause, Change, DimensionChange, ExceptionRecord, Finding, Found, Matter, RuleEvent, RunRecord, Seen,
    Telling, without_edition,
};
use kijun_model::StatementId;

use super::{change_of, grace};
use crate::diff::dimensions_between;
use crate::load::Loaded;

/// The lineage of findings about what was to be done by a day that is past.
const OVERDUE: &str = "follow-up:overdue";

/// The rules, and what was found out about them.
pub(super) struct Reasons<'a> {
    loaded: &'a Loaded,
    /// In what two forms of a provision differ, by how they are cited.
    dimensions: RefCell<BTreeMap<(String, String), Vec<DimensionChange>>>,
}

impl<'a> Reasons<'a> {
    pub(super) fn new(loaded: &'a Loaded) -> Reasons<'a> {
        Reasons { loaded, dimensions: RefCell::default() }
    }

    /// The causes, those of rules first; at least one.
    pub(super) fn why(&self, good: &RunRecord, bad: &RunRecord, change: &Change) -> Vec<Cause> {
        let mut causes = rules(good, bad, change);
        causes.iter_mut().for_each(|cause| self.tell(cause));
        causes.extend(exceptions(good, bad, change));
        if causes.is_empty() {
            causes.extend(self.graces(good, bad, change));
        }
        if causes.is_empty() && change.matter == Matter::FollowUp {
            causes.extend(self.of_followed(good, bad, change));
        }
        if causes.is_empty() {
            causes.push(date(good, bad, change));
        }
        causes.sort();
        causes.dedup();
        causes
    }

    /// Of a response that is not borne out any more: why the finding that it answers stands otherwise.
    fn of_followed(&self, good: &RunRecord, bad: &RunRecord, change: &Change) -> Vec<Cause> {
        let Some(answered) = change.subject.as_ref().map(|subject| &subject.key) else { return Vec::new() };
        let diff = kijun_findings::diff(good, bad);
        change_of(&diff, answered).map_or_else(Vec::new, |change| self.why(good, bad, change))
    }

    /// The provisions about the matter whose grace is over.
    fn graces(&self, good: &RunRecord, bad: &RunRecord, change: &Change) -> Vec<Cause> {
        let lineages = lineages(good, bad, change);
        let Ok(day) = bad.today.parse() else { return Vec::new() };
        let cited = cited(bad, &lineages).into_values();
        let over = cited.filter_map(|cited| grace::over(self.loaded, self.statement(cited)?, cited, day));
        over.collect()
    }

    fn statement(&self, cited: &str) -> Option<StatementId> {
        self.loaded.model.statements_cited(cited).first().copied()
    }

    /// Says of a provision in what it was changed.
    fn tell(&self, cause: &mut Cause) {
        let Cause::Rule { before: Some(before), after: Some(after), dimensions, .. } = cause else { return };
        let mut known = self.dimensions.borrow_mut();
        let told = known.entry((before.clone(), after.clone())).or_insert_with(|| {
            let both = (self.statement(before), self.statement(after));
            let (Some(old), Some(new)) = both else { return Vec::new() };
            dimensions_between(self.loaded, old, new)
        });
        dimensions.clone_from(told);
    }
}

/// Days alone; of what the age matters.
fn date(good: &RunRecord, bad: &RunRecord, change: &Change) -> Cause {
    let told = change.after.told.as_ref().or(change.before.told.as_ref());
    let is_due = change.matter == Matter::FollowUp && told.is_some_and(|told| &*told.lineage == OVERDUE);
    let path = if is_due { Some("due_on".to_owned()) } else { told.and_then(aged) };
    Cause::Date { before: good.today.clone(), after: bad.today.clone(), path }
}

/// The provisions that speak of the finding and are not in force on both days as they are on one.
fn rules(good: &RunRecord, bad: &RunRecord, change: &Change) -> Vec<Cause> {
    match change.matter {
        Matter::Exception | Matter::FollowUp => Vec::new(),
        Matter::Conformance | Matter::Citation => of_documents(good, bad, change),
        Matter::Statement | Matter::Measure | Matter::Independence => provisions(good, bad, change),
    }
}

/// Of a finding about documents: the documents that it names, else its provisions, else whatever document changed.
fn of_documents(good: &RunRecord, bad: &RunRecord, change: &Change) -> Vec<Cause> {
    let named: BTreeSet<String> =
        named(good, bad, change).iter().map(|citation| document(citation)).collect();
    let of_named = documents(good, bad, |name| named.contains(name));
    let of_provisions = || Some(provisions(good, bad, change)).filter(|causes| !causes.is_empty());
    let any = || of_provisions().unwrap_or_else(|| documents(good, bad, |_| true));
    if of_named.is_empty() { any() } else { of_named }
}

fn provisions(good: &RunRecord, bad: &RunRecord, change: &Change) -> Vec<Cause> {
    let lineages = lineages(good, bad, change);
    let (was, is) = (cited(good, &lineages), cited(bad, &lineages));
    let rule = |lineage: &String| {
        let cited = |by: &BTreeMap<&str, &'_ str>| by.get(lineage.as_str()).map(|cited| (*cited).to_owned());
        rule(cited(&was), cited(&is), change)
    };
    lineages.iter().filter_map(rule).collect()
}

/// What became of a provision; `None` where it is cited as before.
fn rule(before: Option<String>, after: Option<String>, change: &Change) -> Option<Cause> {
    let event = event(before.as_deref(), after.as_deref())?;
    let at = |cited: Option<&str>| {
        let sides = [&change.after.told, &change.before.told].into_iter().flatten();
        let mut told = sides.filter(|told| Some(&*told.provision) == cited);
        told.next().map(|told| (*told.rule).clone())
    };
    let (at_before, at_after) = (at(before.as_deref()), at(after.as_deref()));
    Some(Cause::Rule { event, before, after, dimensions: Vec::new(), at_before, at_after })
}

fn event(before: Option<&str>, after: Option<&str>) -> Option<RuleEvent> {
    match (before, after) {
        (None, None) => None,
        (None, Some(_)) => Some(RuleEvent::Issued),
        (Some(_), None) => Some(RuleEvent::Repealed),
        (Some(before), Some(after)) => (before != after).then_some(RuleEvent::Changed),
    }
}

/// The lineages of the statements that a finding speaks of, or spoke of.
fn lineages(good: &RunRecord, bad: &RunRecord, change: &Change) -> BTreeSet<String> {
    let sides = [&change.before.told, &change.after.told];
    let told = sides.into_iter().flatten().map(|told| told.lineage.to_string());
    let named = named(good, bad, change);
    let is_named = |cited: &str| {
        let clause = cited.split('#').next().unwrap_or(cited);
        named.iter().any(|name| name == cited || name == clause)
    };
    let statements = good.statements.iter().chain(&bad.statements);
    let statements = statements.filter(|statement| is_named(&statement.statement));
    let statements = statements.map(|statement| statement.lineage.clone());
    std::iter::once(change.lineage.to_string()).chain(told).chain(statements).collect()
}

/// How the statements of lineages are cited, by lineage.
fn cited<'r>(record: &'r RunRecord, lineages: &BTreeSet<String>) -> BTreeMap<&'r str, &'r str> {
    let statements = record.statements.iter().filter(|statement| lineages.contains(&statement.lineage));
    statements.map(|statement| (statement.lineage.as_str(), statement.statement.as_str())).collect()
}

/// The documents whose edition is another, or that bind on one of the days only.
fn documents(good: &RunRecord, bad: &RunRecord, is_asked: impl Fn(&str) -> bool) -> Vec<Cause> {
    let (was, is) = (editions(good), editions(bad));
    let all: BTreeSet<&String> = was.keys().chain(is.keys()).collect();
    let cause = |name: &String| {
        let (before, after) = (was.get(name).cloned(), is.get(name).cloned());
        let event = event(before.as_deref(), after.as_deref())?;
        Some(Cause::Rule { event, before, after, dimensions: Vec::new(), at_before: None, at_after: None })
    };
    all.into_iter().filter(|name| is_asked(name)).filter_map(cause).collect()
}

/// The editions that bind, by the name of the document.
fn editions(record: &RunRecord) -> BTreeMap<String, String> {
    let standards = record.standards.iter().map(|standard| &standard.standard);
    standards.map(|cited| (document(cited), cited.clone())).collect()
}

/// The name of the document in a citation.
fn document(citation: &str) -> String {
    without_edition(citation).split(':').next().unwrap_or_default().to_owned()
}

/// What a finding about documents cites: its provision, and the others.
fn named(good: &RunRecord, bad: &RunRecord, change: &Change) -> Vec<String> {
    let findings = good.findings.iter().chain(&bad.findings).filter(|finding| finding.id == change.id);
    let cited = |finding: &Finding| {
        let others = finding.documents.iter().flat_map(|objected| &objected.others);
        let others = others.map(|other| other.provision.to_string());
        std::iter::once(finding.provision.to_string()).chain(others).collect::<Vec<_>>()
    };
    findings.flat_map(cited).collect()
}

/// The exceptions to the provision that hold on one of the days only, or the one that the finding is about.
fn exceptions(good: &RunRecord, bad: &RunRecord, change: &Change) -> Vec<Cause> {
    let waived =
        [change.before.seen, change.after.seen].contains(&Seen::Outcome(kijun_findings::Outcome::Waived));
    let is_about = |exception: &ExceptionRecord| match change.matter {
        Matter::Exception => exceptions_name(change) == Some(exception.id.as_str()),
        _ => waived && [good, bad].iter().any(|run| covers(run, exception, &change.lineage)),
    };
    let after: BTreeMap<&str, &ExceptionRecord> = bad.exceptions.iter().map(|e| (e.id.as_str(), e)).collect();
    let cause = |was: &ExceptionRecord| {
        let is = after.get(was.id.as_str())?;
        let relevant = is_about(was) || is_about(is);
        (relevant && was.status != is.status).then(|| exception(was, is))
    };
    good.exceptions.iter().filter_map(cause).collect()
}

fn exception(was: &ExceptionRecord, is: &ExceptionRecord) -> Cause {
    let exception = was.id.clone();
    match (was.status.as_str(), is.status.as_str()) {
        ("not-yet", "holds") => Cause::ExceptionBegan { exception, from: is.from.clone(), until: None },
        (_, "expired") => Cause::ExceptionLapsed { exception, from: None, until: is.until.clone() },
        (before, after) => Cause::ExceptionChanged {
            exception,
            before: before.to_owned(),
            after: after.to_owned(),
            parts: Vec::new(),
            at_before: None,
            at_after: None,
        },
    }
}

/// Whether an exception covers the statement of a lineage.
fn covers(record: &RunRecord, exception: &ExceptionRecord, lineage: &str) -> bool {
    let mut of = record.statements.iter().filter(|statement| statement.lineage == lineage);
    of.any(|statement| exception.covers.contains(&statement.statement))
}

/// The exception that a finding is about.
fn exceptions_name(change: &Change) -> Option<&str> {
    let sides = [&change.after.told, &change.before.told];
    sides.into_iter().flatten().next().map(|told| &*told.provision)
}

/// The path whose age matters: of evidence that is too old, else of a date that decided, else of whatever decided.
fn aged(told: &Telling) -> Option<String> {
    let find = |is: fn(&Found) -> bool| told.evidence.iter().find(|seen| is(&seen.found));
    let stale = find(|found| matches!(found, Found::Stale(_)));
    let date = || find(|found| matches!(found, Found::Value(value) if value.parse::<Date>().is_ok()));
    stale.or_else(date).or(told.evidence.first()).map(|seen| seen.path.clone())
}
