//! A defined term of a document that came, went or means something else.

use kijun_diag::Span;
use kijun_findings::{Cause, Location};

use crate::diff::causes::Between;
use crate::diff::causes::aspects::folded;
use crate::diff::causes::opened::Opened;
use crate::words::{location, one_line};

/// A term as a world has it: what it means, as it was written, and where.
struct Found {
    means: String,
    at: Location,
}

/// The term that a name means, `document:words`; `None` if it is none, or both runs have it alike.
pub(super) fn cause(between: &Between<'_>, name: &str) -> Option<Cause> {
    let (document, words) = name.split_once(':')?;
    let [was, is] = [between.old, between.new].map(|opened| find(opened, document, words));
    let means = |found: &Option<Found>| found.as_ref().map(|found| found.means.clone());
    if means(&was) == means(&is) {
        return None;
    }
    Some(Cause::Term {
        sort: "term".to_owned(),
        name: words.to_owned(),
        before: means(&was),
        after: means(&is),
        at_before: was.map(|found| found.at),
        at_after: is.map(|found| found.at),
    })
}

fn find(opened: &Opened<'_>, document: &str, words: &str) -> Option<Found> {
    let model = opened.model();
    let is_of = |edition| *model.edition(edition).name == *document;
    let edition = *opened.prepared.effective.set.editions.iter().find(|&&edition| is_of(edition))?;
    let term = model.terms.iter().find(|term| term.edition == Some(edition) && *term.words == *words)?;
    let text = |span: Span| folded(&one_line(opened.loaded.sources.slice(span)));
    let body = text(model.define(term.means).body.span);
    Some(Found { means: body, at: location(&opened.loaded.sources, term.span) })
}
