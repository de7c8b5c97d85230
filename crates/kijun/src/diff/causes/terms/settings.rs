//! What a key of the manifest said and says, where rules depend on it: the table of levels, the documents that bind, as of which day.

use kijun_evidence::Manifest;
use kijun_findings::{Cause, Location};

use crate::diff::causes::aspects::{folded, without};
use crate::diff::causes::opened::Opened;
use crate::words::{location, one_line};

/// A key that the manifests of two worlds have otherwise.
pub(in crate::diff) fn cause(old: &Opened<'_>, new: &Opened<'_>, key: &str) -> Cause {
    let [before, after] = [old, new].map(|opened| written(opened, key));
    let whole = |parts: &[String]| Some(parts.join("; ")).filter(|text| !text.is_empty());
    // Rows that only changed places are all told.
    let (was, is) = match (without(&before, &after), without(&after, &before)) {
        (None, None) => (whole(&before), whole(&after)),
        differing => differing,
    };
    Cause::Manifest {
        key: key.to_owned(),
        before: was,
        after: is,
        at_before: at(old, key),
        at_after: at(new, key),
    }
}

/// What a key says, part by part.
fn written(opened: &Opened<'_>, key: &str) -> Vec<String> {
    let Some(manifest) = &opened.loaded.manifest else { return Vec::new() };
    match key {
        // Where it is not written, it is the first day of the period.
        "as_of" => vec![manifest.as_of().to_string()],
        _ => rows(opened, manifest, key),
    }
}

fn rows(opened: &Opened<'_>, manifest: &Manifest, key: &str) -> Vec<String> {
    let spans = (0..).map_while(|row: usize| manifest.places.exactly(&format!("{key}.{row}")));
    spans.map(|span| folded(&one_line(opened.loaded.sources.slice(span)))).collect()
}

fn at(opened: &Opened<'_>, key: &str) -> Option<Location> {
    let manifest = opened.loaded.manifest.as_ref()?;
    Some(location(&opened.loaded.sources, manifest.places.exactly(key)?))
}
