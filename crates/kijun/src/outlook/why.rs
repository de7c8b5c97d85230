//! Why a finding stands otherwise from one day to another when nothing but days has passed: a provision, an exception, or age.

use std::collections::{BTreeMap, BTreeSet};

use kijun_findings::{
    Cause, Change, ExceptionRecord, Found, Matter, RuleEvent, RunRecord, Seen, Telling, without_edition,
};

/// The causes, those of rules first; at least one.
pub(super) fn why(good: &RunRecord, bad: &RunRecord, change: &Change) -> Vec<Cause> {
    let mut causes = rules(good, bad, change);
    causes.extend(exceptions(good, bad, change));
    if causes.is_empty() {
        causes.push(Cause::Date {
            before: good.today.clone(),
            after: bad.today.clone(),
            path: change.after.told.as_ref().or(change.before.told.as_ref()).and_then(aged),
        });
    }
    causes.sort();
    causes.dedup();
    causes
}

/// The provisions that speak of the finding and are not in force on both days as they are on one.
fn rules(good: &RunRecord, bad: &RunRecord, change: &Change) -> Vec<Cause> {
    match change.matter {
        Matter::Conformance | Matter::Citation => documents(good, bad, change),
        Matter::Exception | Matter::FollowUp => Vec::new(),
        Matter::Statement | Matter::Measure | Matter::Independence => {
            let (was, is) = (cited(good, change), cited(bad, change));
            let lineages = was.keys().chain(is.keys().filter(|lineage| !was.contains_key(*lineage)));
            let rule = |lineage: &&str| rule(was.get(lineage).copied(), is.get(lineage).copied(), change);
            lineages.copied().collect::<Vec<_>>().iter().filter_map(rule).collect()
        }
    }
}

/// What became of a provision; `None` where it is cited as before.
fn rule(before: Option<&str>, after: Option<&str>, change: &Change) -> Option<Cause> {
    let event = match (before, after) {
        (None, None) => return None,
        (None, Some(_)) => RuleEvent::Issued,
        (Some(_), None) => RuleEvent::Repealed,
        (Some(before), Some(after)) if before == after => return None,
        (Some(_), Some(_)) => RuleEvent::Changed,
    };
    let cited = after.or(before);
    let sides = [&change.after.told, &change.before.told];
    let told = sides.into_iter().flatten().find(|told| Some(&*told.provision) == cited);
    Some(Cause::Rule {
        event,
        before: before.map(str::to_owned),
        after: after.map(str::to_owned),
        dimensions: Vec::new(),
        at: told.map(|told| (*told.rule).clone()),
    })
}

/// The statements in force that a finding speaks of, or spoke of: its own, and those of its chain. By lineage, as they are cited.
fn cited<'r>(record: &'r RunRecord, change: &Change) -> BTreeMap<&'r str, &'r str> {
    let sides = [&change.before.told, &change.after.told];
    let telling: Vec<&Telling> = sides.into_iter().flatten().collect();
    let of = |lineage: &str| *lineage == *change.lineage || telling.iter().any(|t| *t.lineage == *lineage);
    let statements = record.statements.iter().filter(|statement| of(&statement.lineage));
    statements.map(|statement| (statement.lineage.as_str(), statement.statement.as_str())).collect()
}

/// The documents whose edition is another, or that bind on one of the days only: those that the finding names, if any of them does.
fn documents(good: &RunRecord, bad: &RunRecord, change: &Change) -> Vec<Cause> {
    let (was, is) = (editions(good), editions(bad));
    let all: BTreeSet<&String> = was.keys().chain(is.keys()).collect();
    let named: BTreeSet<String> = [good, bad].iter().flat_map(|record| named(record, change)).collect();
    let cause = |name: &&String| {
        let (before, after) = (was.get(*name).cloned(), is.get(*name).cloned());
        let event = match (&before, &after) {
            (None, _) => RuleEvent::Issued,
            (_, None) => RuleEvent::Repealed,
            _ => RuleEvent::Changed,
        };
        (before != after).then_some(Cause::Rule { event, before, after, dimensions: Vec::new(), at: None })
    };
    let of_named: Vec<Cause> = all.iter().filter(|name| named.contains(**name)).filter_map(cause).collect();
    if of_named.is_empty() { all.iter().filter_map(cause).collect() } else { of_named }
}

/// The editions that bind, by the name of the document.
fn editions(record: &RunRecord) -> BTreeMap<String, String> {
    let standards = record.standards.iter().map(|standard| &standard.standard);
    standards.map(|cited| (without_edition(cited), cited.clone())).collect()
}

/// The documents that a finding about documents names: that of its provision, and those of the others.
fn named(record: &RunRecord, change: &Change) -> Vec<String> {
    let name = |citation: &str| {
        let cited = without_edition(citation);
        cited.split(':').next().unwrap_or_default().to_owned()
    };
    let Some(finding) = record.findings.iter().find(|finding| finding.id == change.id) else {
        return Vec::new();
    };
    let others = finding.documents.iter().flat_map(|objected| &objected.others);
    let others = others.map(|other| name(&other.provision));
    std::iter::once(name(&finding.provision)).chain(others).collect()
}

/// The exceptions to the provision that hold on one of the days only, or the one that the finding is about.
fn exceptions(good: &RunRecord, bad: &RunRecord, change: &Change) -> Vec<Cause> {
    let waived =
        [change.before.seen, change.after.seen].contains(&Seen::Outcome(kijun_findings::Outcome::Waived));
    let is_about = |exception: &ExceptionRecord| match change.matter {
        Matter::Exception => exceptions_name(change) == Some(exception.id.as_str()),
        _ => {
            waived && covers(good, exception, &change.lineage)
                || waived && covers(bad, exception, &change.lineage)
        }
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
        ("not-yet", "holds") => Cause::ExceptionBegan { exception, from: None },
        (_, "expired") => Cause::ExceptionLapsed { exception, until: is.until.clone() },
        (before, after) => {
            Cause::ExceptionChanged { exception, before: before.to_owned(), after: after.to_owned() }
        }
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

/// The path whose age matters: of evidence that is too old, else the first that decided.
fn aged(told: &Telling) -> Option<String> {
    let stale = told.evidence.iter().find(|seen| matches!(seen.found, Found::Stale(_)));
    stale.or(told.evidence.first()).map(|seen| seen.path.clone())
}
