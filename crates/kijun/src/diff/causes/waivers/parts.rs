//! What an exception says: from what, for whom, approved by whom, from when, until when, why.

use kijun_diag::Span;
use kijun_findings::{ExceptionPart, PartChange};
use kijun_model::{Exception, Link, Target};

use super::find;
use crate::diff::causes::aspects::{folded, without};
use crate::diff::causes::opened::Opened;
use crate::words::one_line;

/// What an exception says otherwise in two worlds; nothing where one of them does not have it.
pub(super) fn differing(old: &Opened<'_>, new: &Opened<'_>, id: &str) -> Vec<PartChange> {
    let (Some(was), Some(is)) = (find(old, id), find(new, id)) else { return Vec::new() };
    let changes = ExceptionPart::ALL.into_iter().filter_map(|part| {
        let (before, after) = (written(old, was, part), written(new, is, part));
        let (before, after) = (without(&before, &after), without(&after, &before));
        let differs = before.is_some() || after.is_some();
        differs.then_some(PartChange { part, before, after })
    });
    changes.collect()
}

/// A part as it was written; of a list each.
fn written(opened: &Opened<'_>, exception: &Exception, part: ExceptionPart) -> Vec<String> {
    let text = |span: Span| folded(&one_line(opened.loaded.sources.slice(span)));
    let links = |links: &[Link<Target>]| links.iter().map(|link| text(link.span)).collect();
    let one = |said: Option<String>| said.into_iter().collect();
    match part {
        ExceptionPart::To => links(&exception.to),
        ExceptionPart::For => one(exception.subjects.as_ref().map(|subjects| text(subjects.span))),
        ExceptionPart::Approved => {
            let role = |role| &opened.model().role(role).name;
            one(exception.approved.map(|(by, on)| format!("by {} on {on}", role(by))))
        }
        ExceptionPart::From => one(exception.from.map(|day| day.to_string())),
        ExceptionPart::Until => one(exception.until.map(|day| day.to_string())),
        ExceptionPart::Because => one(exception.because.as_ref().map(|why| one_line(why))),
        ExceptionPart::Compensated => links(&exception.compensated_by),
    }
}
