//! What time alone brought about: of what the age matters.

use kijun_eval::{Found, Observation};
use kijun_findings::{Cause, SubjectRef};
use kijun_model::Value;

use super::cells::{Leaf, leaves};
use super::opened::{Evidence, Opened};
use super::standing::Matter;
use super::values::{taken, value};

/// A matter in a world, and the world's evidence.
pub(super) type Aged<'a> = (&'a Matter<'a>, &'a Evidence);

/// A day has passed; with the path of the date that decides, where there is one.
pub(super) fn cause(
    (old, was): (&Opened<'_>, Option<Aged<'_>>),
    (new, is): (&Opened<'_>, Option<Aged<'_>>),
    subject: Option<&SubjectRef>,
) -> Cause {
    let path = |side: Option<Aged<'_>>| subject.and_then(|subject| path(side?, subject));
    let today = |opened: &Opened<'_>| opened.prepared.days().today;
    let mut days = [today(old), today(new)];
    days.sort();
    let [before, after] = days.map(|day| day.to_string());
    Cause::Date { before, after, path: path(is).or_else(|| path(was)) }
}

/// Where the age matters of something that the newer run has anew, and that is as old there: that. The older one on the later day is
/// nothing that the newer run looked at.
pub(super) fn anew(old: Aged<'_>, new: Aged<'_>, later: Aged<'_>, subject: &SubjectRef) -> Option<Cause> {
    let path = path(new, subject)?;
    let [was, kept, is] = [old, new, later].map(|(_, evidence)| evidence.subject(subject));
    let (was, kept, is) = (was?, kept?, is?);
    let model = later.0.opened.model();
    let leaf = leaves(model, was, is).into_iter().find(|leaf| leaf.path == path)?;
    let stands =
        |(matter, evidence): Aged<'_>, subject| matter.standing(&matter.opened.population(evidence), subject);
    if stands(new, kept) != stands(later, is) {
        return None;
    }
    let days =
        |leaf: &Leaf| [taken(old.0, old.1, was, &leaf.before), taken(later.0, later.1, is, &leaf.after)];
    let [before, after] =
        if path.is_empty() { days(&leaf) } else { [leaf.before.clone(), leaf.after.clone()] };
    Some(value(&Leaf { before, after, ..leaf }, None, old.1, later.1))
}

/// The path of the date that decides.
fn path((matter, evidence): Aged<'_>, subject: &SubjectRef) -> Option<String> {
    let deciding = matter.deciding(&matter.opened.population(evidence), evidence.subject(subject)?);
    deciding.into_iter().find(is_of_time).map(|seen| seen.path)
}

fn is_of_time(seen: &Observation) -> bool {
    matches!(seen.found, Found::Stale | Found::Value(Value::Date(_) | Value::DateTime(_)))
}
