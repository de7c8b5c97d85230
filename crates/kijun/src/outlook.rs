//! What is coming: the project's own audit, the audit of a later day, and for all that stands otherwise then the first day.
//!
//! The evidence stays as it is; only days pass. Every day between is judged, and all that is told of one was seen on it. What does not
//! change from day to day is not done again.

mod grace;
mod search;
mod why;

use jiff::civil::Date;
use kijun_findings::{Change, Class, Coming, Diff, OUTLOOK_SCHEMA, Outlook, RunRecord};

use crate::Options;
use crate::audit::audit_with;
use crate::kept::Kept;
use crate::load::Loaded;
use search::{Calendar, Search, Sought};
use why::Reasons;

/// What is coming until the day of a record, which was audited with `as_of` of the options; `None` if that is not later than the
/// project's own audit, or if nothing could be judged on the project's own day.
#[must_use]
pub fn outlook(loaded: &Loaded, until: &RunRecord, options: Options) -> Option<Outlook> {
    let (_, today) = loaded.days()?;
    let day = options.as_of.filter(|day| *day > today)?;
    let kept = Kept::default();
    let judge = |as_of| Some(audit_with(loaded, Options { as_of, ..options }, &kept)?.record);
    let own = judge(None)?;
    let diff = kijun_findings::diff(&own, until);
    let (calendar, reasons) = (Calendar { today, until: day }, Reasons::new(loaded));
    let judge = |day: Date| judge(Some(day));
    let mut search = Search { calendar, judge: &judge, own: &own, until, reasons, audits: 2 };
    let coming = search.first_days(diff.changes.iter().filter_map(sought).collect())?;
    let audits = search.audits;
    let (mut worse, mut better): (Vec<Coming>, Vec<Coming>) =
        coming.into_iter().partition(|one| is_worse(one.class));
    // The search keeps the order of the changes, in which what presses most is first.
    worse.sort_by(|a, b| a.from.cmp(&b.from));
    better.sort_by(|a, b| a.from.cmp(&b.from));
    Some(Outlook {
        schema: OUTLOOK_SCHEMA.to_owned(),
        project: own.project.clone(),
        as_of: own.as_of.clone(),
        today: own.today.clone(),
        until: until.today.clone(),
        audits,
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
