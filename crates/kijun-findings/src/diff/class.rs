//! What has become of a finding, told by its two sides and by nothing else.
//!
//! | older run | newer run | class |
//! |---|---|---|
//! | told, and it was seen to fail | told, and it cannot be told any more whether it does | not comparable, or worse if it presses more |
//! | told | told | the first difference of: level, outcome, reach, what it is about; else moved if it is cited otherwise; else the same |
//! | told | not told, and still not fulfilled | moved: another finding tells it |
//! | told | judged, and right or not asked any more | resolved |
//! | told | could not see | not comparable |
//! | could not see | told | not comparable |
//! | anything else | told | new |
//!
//! The two halves are not alike on purpose. That there is no such subject, or nothing of the kind, resolves nothing; a finding
//! about a subject that was not there is new. So what was never looked at because there was nothing to look at is never taken for
//! something known.

use std::cmp::Ordering;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::about::{is_about, is_listed};
use super::{Seen, Side, Telling};
use crate::Outcome;
use crate::matrix::{is_bad, is_same_place};

/// What has become of a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Class {
    /// It is told now, and was not.
    New,
    /// It presses more, or is about more.
    Worse,
    /// It is told in one run, and the other could not see what it is about.
    NotComparable,
    /// It presses less, or is about less.
    Better,
    /// It was told, what it is about was judged again, and it is not told any more.
    Resolved,
    /// It is told as before, in another provision, or with another place in the documents.
    Moved,
}

impl Class {
    /// Every class, in the order in which they are counted.
    pub const ALL: [Class; 6] =
        [Class::New, Class::Worse, Class::NotComparable, Class::Better, Class::Resolved, Class::Moved];

    /// Its name, as every output writes it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Class::New => "new",
            Class::Worse => "worse",
            Class::NotComparable => "not-comparable",
            Class::Better => "better",
            Class::Resolved => "resolved",
            Class::Moved => "moved",
        }
    }

    /// The place of those that are read together: what is new or worse, what is not comparable, what is better or resolved, what moved.
    pub(super) fn reading(self) -> u8 {
        match self {
            Class::New | Class::Worse => 0,
            Class::NotComparable => 1,
            Class::Better | Class::Resolved => 2,
            Class::Moved => 3,
        }
    }

    /// What has become of a finding that stood thus and stands thus; `None` where that is the same, or it is told in neither run.
    #[must_use]
    pub fn of(before: &Side, after: &Side) -> Option<Class> {
        match (&before.told, &after.told) {
            (Some(old), Some(new)) => between(old, new),
            (Some(_), None) if is_still_bad(after.seen) => Some(Class::Moved),
            (Some(_), None) if after.seen.is_judged() => Some(Class::Resolved),
            (None, Some(_)) if !is_blind(before.seen) => Some(Class::New),
            (Some(_), None) | (None, Some(_)) => Some(Class::NotComparable),
            (None, None) => None,
        }
    }
}

/// Whether the matter is as bad as a finding is, though this one does not tell it.
fn is_still_bad(seen: Seen) -> bool {
    match seen {
        Seen::Outcome(outcome) => is_bad(outcome),
        seen => seen == Seen::Found,
    }
}

/// Whether the run could not have told the finding, had there been reason for it.
fn is_blind(seen: Seen) -> bool {
    matches!(seen, Seen::Unread | Seen::NotLooked)
}

fn between(old: &Telling, new: &Telling) -> Option<Class> {
    let pressing = old.level.cmp(&new.level);
    // Evidence that is gone is no improvement, however much less it presses.
    if is_lost(old.outcome, new.outcome) && pressing != Ordering::Greater {
        return Some(Class::NotComparable);
    }
    let outcome = new.outcome.cmp(&old.outcome);
    let by_order = pressing.then(outcome).then(reach(old, new));
    let about = abouts(old, new);
    match by_order.then_with(|| is_about(&about[1], &about[0]).unwrap_or(Ordering::Equal)) {
        Ordering::Greater => Some(Class::Worse),
        Ordering::Less => Some(Class::Better),
        Ordering::Equal => (about[0] != about[1] || !is_cited_alike(old, new)).then_some(Class::Moved),
    }
}

/// Whether what was seen to fail cannot be judged any more.
fn is_lost(old: Option<Outcome>, new: Option<Outcome>) -> bool {
    old == Some(Outcome::Fail) && matches!(new, Some(Outcome::Unknown | Outcome::Error))
}

/// What the two are about. Another edition of a provision may ask after other fields of the subject without asking for more, so that
/// between two editions only elements and subjects that are joined are held against each other.
fn abouts(old: &Telling, new: &Telling) -> [Vec<String>; 2] {
    let is_same_edition = old.provision == new.provision;
    [old, new].map(|telling| {
        let names = telling.about.iter().filter(|name| is_same_edition || is_listed(name));
        names.cloned().collect()
    })
}

/// Whether the newer telling reaches higher documents. Rank 0 is the highest.
fn reach(old: &Telling, new: &Telling) -> Ordering {
    match (old.rank, new.rank) {
        (Some(old), Some(new)) => old.cmp(&new),
        _ => Ordering::Equal,
    }
}

/// Whether nothing is different in how they are cited but editions.
fn is_cited_alike(old: &Telling, new: &Telling) -> bool {
    let altitude = match (&old.altitude, &new.altitude) {
        (Some(old), Some(new)) => old.tier == new.tier && is_same_place(&old.statement, &new.statement),
        (old, new) => old.is_none() && new.is_none(),
    };
    altitude && old.finding == new.finding && is_same_place(&old.provision, &new.provision)
}
