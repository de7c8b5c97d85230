//! What is coming: the project's own audit, the audit of a later day, and for all that stands otherwise then the first day.
//!
//! The evidence stays as it is; only days pass. A first day is found by halving, and every day that is told was judged.

mod search;
mod why;

use jiff::civil::Date;
use kijun_findings::{Change, Class, Coming, Diff, OUTLOOK_SCHEMA, Outlook, RunRecord};

use crate::load::Loaded;
use crate::{Options, audit};
use search::{Calendar, Search, Sought};

/// Days that are judged at most, beside the first and the last.
const MOST_AUDITS: u64 = 128;

/// What is coming until the day of a record, which was audited with `as_of` of the options; `None` if that is not later than the
/// project's own audit, or if nothing could be judged on the project's own day.
#[must_use]
pub fn outlook(loaded: &Loaded, until: &RunRecord, options: Options) -> Option<Outlook> {
    let (_, today) = loaded.days()?;
    let day = options.as_of.filter(|day| *day > today)?;
    let own = audit(loaded, Options { as_of: None, ..options })?.record;
    let diff = kijun_findings::diff(&own, until);
    let judge = |day: Date| Some(audit(loaded, Options { as_of: Some(day), ..options })?.record);
    let calendar = Calendar { today, until: day };
    let mut search = Search::new(calendar, &own, until, MOST_AUDITS, &judge);
    let sought: Vec<Sought> = diff.changes.iter().filter_map(sought).collect();
    let found = search.first_days(sought);
    let coming = found.iter().filter_map(|sought| search.coming(sought));
    let (mut worse, mut better): (Vec<Coming>, Vec<Coming>) = coming.partition(|one| is_worse(one.class));
    // The search keeps the order of the changes, in which what presses most is first.
    worse.sort_by(|a, b| a.from.cmp(&b.from));
    better.sort_by(|a, b| a.from.cmp(&b.from));
    Some(Outlook {
        schema: OUTLOOK_SCHEMA.to_owned(),
        project: own.project.clone(),
        as_of: own.as_of.clone(),
        today: own.today.clone(),
        until: until.today.clone(),
        audits: search.audits(),
        worse,
        better,
    })
}

/// What is told on the later day and was not, or presses more; and the reverse. What only moves is neither.
fn sought(change: &Change) -> Option<Sought> {
    let level = change.after.told.as_ref().map(|told| told.level);
    let class = match (change.class, level) {
        (Class::Moved, _) => return None,
        (Class::NotComparable, Some(_)) => Class::New,
        (Class::NotComparable, None) => Class::Resolved,
        (class, _) => class,
    };
    Some(Sought::new(change.id.clone(), class, level))
}

fn is_worse(class: Class) -> bool {
    matches!(class, Class::New | Class::Worse)
}

/// The change of a finding.
fn change_of<'d>(diff: &'d Diff, id: &str) -> Option<&'d Change> {
    diff.changes.iter().find(|change| change.id == id)
}
