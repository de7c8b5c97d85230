//! What time alone brought about: of what the age matters.

use jiff::civil::Date;
use kijun_eval::{Found, Observation};
use kijun_findings::{Cause, SubjectRef};
use kijun_model::Value;

use super::cells::{Leaf, day_taken, leaves};
use super::opened::{Evidence, Opened};
use super::standing::Matter;
use super::values::{Seen, Sides, Values, value};

/// A matter in a world, and the world's evidence.
pub(super) type Aged<'a> = (&'a Matter<'a>, &'a Evidence);

/// A day has passed.
pub(super) fn cause(old: &Opened<'_>, new: &Opened<'_>, path: Option<String>) -> Cause {
    let mut days = [today(old), today(new)];
    days.sort();
    let [before, after] = days.map(|day| day.to_string());
    Cause::Date { before, after, path }
}

fn today(opened: &Opened<'_>) -> Date {
    opened.prepared.days().today
}

/// The evidence of the newer of two worlds, with every day as old there as it is in the older.
pub(super) fn as_young(old: &Opened<'_>, new: &Opened<'_>, evidence: &Evidence) -> Evidence {
    evidence.moved(today(old).until(today(new)).map_or(0, |span| span.get_days()))
}

/// Where the age matters of something that the newer run has anew, and that is as old there: that. The older one on the later day is
/// nothing that the newer run looked at.
pub(super) fn anew(
    [old, new, later]: [Aged<'_>; 3],
    young: &Evidence,
    subject: &SubjectRef,
) -> Option<Vec<Cause>> {
    let aged = grown_old(new, young, subject).filter(|aged| !aged.is_empty())?;
    let [was, kept, is] = [old, new, later].map(|(_, evidence)| evidence.subject(subject));
    let (was, kept, is) = (was?, kept?, is?);
    let stands =
        |(matter, evidence): Aged<'_>, subject| matter.standing(&matter.opened.population(evidence), subject);
    if stands(new, kept) != stands(later, is) {
        return None;
    }
    let differing = leaves(later.0.opened.model(), was, is);
    let stale = [(old, was), (later, is)].map(|(side, subject)| Seen::of(side.0, side.1, subject).is_stale);
    let renewed = |one: &Leaf| {
        let leaf = differing.iter().find(|leaf| (&leaf.path, leaf.sort) == (&one.path, one.sort))?;
        Some(value(&leaf.of_age(stale), None, old.1, later.1))
    };
    aged.iter().map(renewed).collect()
}

/// The paths of the days whose age it was; where that cannot be said, of the first day that decides.
pub(super) fn paths(
    was: Option<Aged<'_>>,
    is: Option<Aged<'_>>,
    young: &Evidence,
    subject: &SubjectRef,
) -> Vec<String> {
    match is.and_then(|is| grown_old(is, young, subject)) {
        Some(aged) => aged.into_iter().map(|leaf| leaf.path).collect(),
        None => [is, was].into_iter().flatten().find_map(|side| first(side, subject)).into_iter().collect(),
    }
}

/// The days whose age it was: the least that have to be as old as they are, where all others stay as old as they were. Of two of which
/// each would do, the earlier. None where it is the age of nothing.
fn grown_old((matter, evidence): Aged<'_>, young: &Evidence, subject: &SubjectRef) -> Option<Vec<Leaf>> {
    let sides = Sides { old: young, new: evidence, aged: false };
    Values::new(matter, sides, young.subject(subject)?, evidence.subject(subject)?).by_day().leaves()
}

/// The path of the first day that decides.
fn first((matter, evidence): Aged<'_>, subject: &SubjectRef) -> Option<String> {
    let subject = evidence.subject(subject)?;
    let deciding = matter.deciding(&matter.opened.population(evidence), subject);
    let seen = deciding.into_iter().find(is_of_time)?;
    Some(if seen.found == Found::Stale {
        day_taken(subject).unwrap_or_default().to_owned()
    } else {
        seen.path
    })
}

fn is_of_time(seen: &Observation) -> bool {
    matches!(seen.found, Found::Stale | Found::Value(Value::Date(_) | Value::DateTime(_)))
}
