//! What made a finding change that is about no statement and subject: about documents, an exception, a measure, a person's duties,
//! what is said of an earlier finding.

use std::collections::BTreeSet;

use kijun_findings::{Cause, Change, Factor, Matter, RuleEvent, SubjectRef};
use kijun_standards::cite_edition;

use super::Between;
use super::cells::leaves;
use super::opened::Opened;
use super::values::{Sides, value};
use super::waivers::{began, ended, find, holds, need, problem};
use super::{dates, measured};
use crate::exceptions::status;
use crate::sheets::Sheet;
use crate::words::location;

/// What made it change.
pub(super) fn causes(between: &Between<'_>, change: &Change) -> Vec<Cause> {
    match (change.matter, between.factor) {
        (Matter::Exception, _) => exception(between, change),
        (Matter::Measure, _) => {
            let name = change.lineage.split_once(':').map_or("", |(_, name)| name);
            let part = name.rsplit_once('/').map(|(_, key)| key);
            measured::causes(between, name.split('/').next().unwrap_or_default(), part)
        }
        (_, Factor::Date) => vec![dates::cause(between.old, between.new, None)],
        (Matter::Conformance, Factor::Rules) => documents(between, change),
        (Matter::Citation, Factor::Rules) => {
            editions(between, &change.lineage.split(':').skip(1).collect::<Vec<_>>())
        }
        (Matter::Independence, Factor::Evidence) => duties(between, change),
        (Matter::Independence, Factor::Rules) => roles(between, change),
        _ => Vec::new(),
    }
}

/// An exception's own change.
fn exception(between: &Between<'_>, change: &Change) -> Vec<Cause> {
    let Some(id) = change.lineage.split(':').nth(1) else { return Vec::new() };
    let (old, new) = (between.old, between.new);
    let own = change.lineage.rsplit(':').next().unwrap_or_default();
    let stood = |opened: &Opened<'_>, is_told: bool| match problem(opened, id) {
        _ if is_told => own.to_owned(),
        Some(problem) => status(problem).to_owned(),
        None => "holds".to_owned(),
    };
    if between.factor == Factor::Evidence {
        let sides = Sides { old: between.was, new: between.is, aged: between.aged };
        return need(new, sides, id);
    }
    let exception = id.to_owned();
    vec![match (find(old, id), find(new, id)) {
        (None, Some(now)) => Cause::ExceptionBegan { exception, from: now.from.map(|day| day.to_string()) },
        (_, None) => Cause::ExceptionWithdrawn { exception },
        _ => match (holds(old, id), holds(new, id)) {
            (true, false) => ended(new, id, own),
            (false, true) => began(old, new, id, own),
            _ => Cause::ExceptionChanged {
                exception,
                before: stood(old, change.before.told.is_some()),
                after: stood(new, change.after.told.is_some()),
            },
        },
    }]
}

/// The provisions that a finding about documents speaks of, as far as they changed; and defined terms.
fn documents(between: &Between<'_>, change: &Change) -> Vec<Cause> {
    let names = change.lineage.split_once(':').map_or("", |(_, names)| names);
    let names: Vec<&str> = names.split('+').collect();
    let causes = names.iter().flat_map(|name| provisions(between, name));
    let mut causes = by_clause(causes.collect());
    causes.extend(names.iter().filter_map(|name| term(between.new, name)));
    if causes.is_empty() { editions(between, &names) } else { causes }
}

fn provisions(between: &Between<'_>, name: &str) -> Vec<Cause> {
    let meant = |sheet: &&Sheet| {
        let rest = sheet.lineage.strip_prefix(name);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('#'))
    };
    let olds: Vec<&Sheet> = between.old.cx.sheets.iter().filter(meant).collect();
    let news: Vec<&Sheet> = between.new.cx.sheets.iter().filter(meant).collect();
    let causes = differing(between, &olds, &news);
    if !causes.is_empty() {
        return causes;
    }
    // Where what is meant says the same, what stands below it may not.
    let below = |opened: &'_ Opened<'_>, above: &[&Sheet]| -> Vec<usize> {
        let sheets = opened.cx.sheets.iter().enumerate();
        let is_below = |sheet: &Sheet| {
            sheet
                .above
                .iter()
                .any(|&i| above.iter().any(|one| one.statement == opened.cx.sheets[i].statement))
        };
        sheets.filter(|(_, sheet)| is_below(sheet)).map(|(i, _)| i).collect()
    };
    let (was, is) = (below(between.old, &olds), below(between.new, &news));
    let was: Vec<&Sheet> = was.into_iter().map(|i| &between.old.cx.sheets[i]).collect();
    let is: Vec<&Sheet> = is.into_iter().map(|i| &between.new.cx.sheets[i]).collect();
    differing(between, &was, &is)
}

/// What is different between some statements of the older rules and some of the newer ones.
fn differing(between: &Between<'_>, olds: &[&Sheet], news: &[&Sheet]) -> Vec<Cause> {
    let same = |one: &Sheet, other: &Sheet| one.lineage == other.lineage;
    let gone = olds.iter().filter(|old| !news.iter().any(|new| same(old, new)));
    let gone = gone.map(|old| super::rules::rule(RuleEvent::Repealed, Some(old), None, Vec::new()));
    let here = news.iter().filter_map(|new| match olds.iter().find(|old| same(old, new)) {
        None => Some(super::rules::rule(RuleEvent::Issued, None, Some(new), Vec::new())),
        Some(old) => between.rules.changed(old, new),
    });
    here.chain(gone).collect()
}

/// What is the same of several statements of a clause is told of the clause.
fn by_clause(causes: Vec<Cause>) -> Vec<Cause> {
    let clause = |cited: &Option<String>| {
        let cited = cited.as_ref()?;
        Some(cited.rsplit_once('#').map_or(cited.as_str(), |(clause, _)| clause).to_owned())
    };
    let of_clause = |cause: &Cause| match cause {
        Cause::Rule { event, before, after, dimensions, .. } => {
            Some((*event, clause(before), clause(after), dimensions.clone()))
        }
        _ => None,
    };
    let mut told: Vec<Cause> = Vec::new();
    for cause in causes {
        let alike = of_clause(&cause)
            .and_then(|key| told.iter_mut().find(|other| of_clause(other).as_ref() == Some(&key)));
        match alike {
            Some(Cause::Rule { before, after, .. }) => {
                (*before, *after) = (clause(before), clause(after));
            }
            _ => told.push(cause),
        }
    }
    told
}

/// A term of the text, by its words.
fn term(opened: &Opened<'_>, name: &str) -> Option<Cause> {
    let model = opened.model();
    let words = name.split_once(':').map_or(name, |(_, words)| words);
    let mut terms = model.terms.iter().filter(|term| *term.words == *words);
    let define = model.define(terms.next_back()?.means);
    let at = Some(location(&opened.loaded.sources, define.span));
    Some(Cause::Term { sort: "define".to_owned(), name: define.name.to_string(), at })
}

/// The documents that are meant, as far as another edition of them binds.
fn editions(between: &Between<'_>, names: &[&str]) -> Vec<Cause> {
    let documents = names.iter().map(|name| name.split([':', '@', '>']).next().unwrap_or_default());
    let documents: BTreeSet<&str> = documents.collect();
    let find = |opened: &Opened<'_>, name: &str| {
        let mut editions = opened.prepared.effective.set.editions.iter();
        let id = *editions.find(|&&id| *opened.model().edition(id).name == *name)?;
        let at = location(&opened.loaded.sources, opened.model().edition(id).span);
        Some((cite_edition(opened.model(), id), at))
    };
    let cause = |name: &str| {
        let (before, after) = (find(between.old, name), find(between.new, name));
        let event = match (&before, &after) {
            (None, Some(_)) => RuleEvent::Issued,
            (Some(_), None) => RuleEvent::Repealed,
            (Some(before), Some(after)) if before.0 != after.0 => RuleEvent::Changed,
            _ => return None,
        };
        let at = after.as_ref().or(before.as_ref()).map(|(_, at)| at.clone());
        let [before, after] = [before, after].map(|found| found.map(|(cited, _)| cited));
        Some(Cause::Rule { event, before, after, dimensions: Vec::new(), at })
    };
    documents.into_iter().filter_map(cause).collect()
}

/// The values that say which roles a person holds.
fn duties(between: &Between<'_>, change: &Change) -> Vec<Cause> {
    let Some(subject) = change.subject.clone() else { return Vec::new() };
    match (between.was.subject(&subject), between.is.subject(&subject)) {
        (Some(was), Some(is)) => {
            let sides = [&change.before, &change.after].into_iter().filter_map(|side| side.told.as_ref());
            let seen: Vec<&str> = sides.flat_map(|told| &told.evidence).map(|o| o.path.as_str()).collect();
            let leaves = leaves(between.new.model(), was, is);
            let decided = leaves.iter().filter(|leaf| seen.contains(&leaf.path.as_str()));
            decided.map(|leaf| value(leaf, None, between.was, between.is)).collect()
        }
        (None, Some(_)) => vec![Cause::SubjectAppeared { subject }],
        _ => vec![Cause::SubjectLeft { subject }],
    }
}

/// The roles that are declared not to go together, or were.
fn roles(between: &Between<'_>, change: &Change) -> Vec<Cause> {
    let names = change.lineage.split_once(':').map_or("", |(_, names)| names);
    let told = |name: &str| {
        let find = |opened: &Opened<'_>| {
            let role = opened.model().roles.iter().find(|role| *role.name == *name)?;
            Some(location(&opened.loaded.sources, role.span))
        };
        let at = find(between.new).or_else(|| find(between.old));
        Cause::Term { sort: "role".to_owned(), name: name.to_owned(), at }
    };
    names.split('/').map(told).collect()
}

/// A subject by the name of a built-in kind.
pub(super) fn built_in(kind: &str, key: &str) -> SubjectRef {
    SubjectRef { kind: kind.to_owned(), key: key.to_owned() }
}
