//! What time alone brought about: of what the age matters.

use kijun_eval::{Found, Observation};
use kijun_findings::{Cause, SubjectRef};
use kijun_model::Value;

use super::opened::{Evidence, Opened};
use super::standing::Matter;

/// A day has passed; with the path of the date that decides, where there is one.
pub(super) fn cause(
    (old, was): (&Opened<'_>, Option<(&Matter<'_>, &Evidence)>),
    (new, is): (&Opened<'_>, Option<(&Matter<'_>, &Evidence)>),
    subject: Option<&SubjectRef>,
) -> Cause {
    let path = |side: Option<(&Matter<'_>, &Evidence)>| {
        let (matter, evidence) = side?;
        let subject = evidence.subject(subject?)?;
        let population = evidence.population(matter.opened.program());
        let deciding = matter.deciding(&population, subject);
        deciding.into_iter().find(is_of_time).map(|seen| seen.path)
    };
    let today = |opened: &Opened<'_>| opened.prepared.days().today;
    let mut days = [today(old), today(new)];
    days.sort();
    let [before, after] = days.map(|day| day.to_string());
    Cause::Date { before, after, path: path(is).or_else(|| path(was)) }
}

fn is_of_time(seen: &Observation) -> bool {
    matches!(seen.found, Found::Stale | Found::Value(Value::Date(_) | Value::DateTime(_)))
}
