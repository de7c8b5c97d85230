//! What made a finding change that is about no statement and subject: about documents, an exception, a measure, a person's duties,
//! what is said of an earlier finding.

mod documents;
mod roles;

use kijun_findings::{Cause, Change, Factor, Matter};

use super::Between;
use super::cells::leaves;
use super::opened::Opened;
use super::values::{Sides, value};
use super::waivers::{began, changed, ended, find, holds, need, problem};
use super::{dates, measured};
use crate::exceptions::status;

/// What made it change.
pub(super) fn causes(between: &Between<'_>, change: &Change) -> Vec<Cause> {
    match (change.matter, between.factor) {
        (Matter::Exception, _) => exception(between, change),
        (Matter::Measure, _) => {
            let name = change.lineage.split_once(':').map_or("", |(_, name)| name);
            let part = name.rsplit_once('/').map(|(_, key)| key);
            measured::causes(between, name.split('/').next().unwrap_or_default(), part)
        }
        // What is said of an earlier finding follows from the records.
        (Matter::FollowUp, _) => Vec::new(),
        (_, Factor::Date) => vec![dates::cause(between.old, between.new, None)],
        (Matter::Conformance, Factor::Rules) => documents::causes(between, change),
        (Matter::Citation, Factor::Rules) => {
            documents::editions(between, &change.lineage.split(':').skip(1).collect::<Vec<_>>())
        }
        (Matter::Independence, Factor::Evidence) => duties(between, change),
        (Matter::Independence, Factor::Rules) => roles::causes(between, change),
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
    let sides = [stood(old, change.before.told.is_some()), stood(new, change.after.told.is_some())];
    vec![match (find(old, id).is_some(), find(new, id).is_some()) {
        (false, _) => began(old, new, id, own),
        (_, false) => ended(old, new, id, own),
        _ => match (holds(old, id), holds(new, id)) {
            (true, false) => ended(old, new, id, own),
            (false, true) => began(old, new, id, own),
            _ => changed(old, new, id, sides),
        },
    }]
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
