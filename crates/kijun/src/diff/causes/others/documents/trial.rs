//! Mixtures of the older and the newer rules, compared document with document.

use std::collections::BTreeSet;

use kijun_findings::{Altitude, Change, Level, Side};

use super::pieces::Pieces;
use crate::conform;
use crate::diff::causes::opened::Opened;
use crate::diff::causes::rules::Rules;
use crate::diff::causes::search;

/// How many mixtures are compared for one change: each is a comparison of the documents that it names.
const MAX_TRIED: u32 = 40;

/// How a finding about documents is told, where it is.
type Standing = Vec<(String, Level, Option<Altitude>)>;

/// The least of some pieces that have to be the newer rules' for the finding to stand as it does by these; `None` where the newer
/// rules themselves do not come to that.
pub(super) fn least(
    rules: &Rules<'_>,
    change: &Change,
    pieces: &Pieces<'_>,
    documents: &BTreeSet<&str>,
) -> Option<BTreeSet<usize>> {
    let told = |side: &Side| side.told.as_ref().map(|told| told.finding.clone());
    let [was, is] = [&change.before, &change.after].map(told);
    let standing = |older: &BTreeSet<usize>| {
        standing(rules, (&[&was, &is], documents, is_together(change)), pieces, older)
    };
    let goal = standing(&BTreeSet::new())?;
    if goal.iter().any(|(id, ..)| Some(id) == is.as_ref()) != is.is_some() {
        return None;
    }
    let mut tried = 0;
    search::least(pieces.len(), &mut |chosen| {
        tried += 1;
        let older: BTreeSet<usize> = (0..pieces.len()).filter(|piece| !chosen.contains(piece)).collect();
        let stands = || standing(&older).as_ref() == Some(&goal);
        older.is_empty() || tried <= MAX_TRIED && stands()
    })
}

/// Whether a finding is about what binds together, or about levels.
fn is_together(change: &Change) -> bool {
    const CHECKS: [&str; 7] = [
        "contradiction",
        "impossible",
        "applies-to-nothing",
        "demands-nothing",
        "redundant",
        "not-monotone",
        "level-without-text",
    ];
    let check = change.lineage.split(':').next().unwrap_or_default();
    CHECKS.iter().any(|together| check.ends_with(together))
}

/// How a finding stands if some pieces are the older rules'; `None` where that is not sound.
fn standing(
    rules: &Rules<'_>,
    (findings, documents, together): (&[&Option<String>], &BTreeSet<&str>, bool),
    pieces: &Pieces<'_>,
    older: &BTreeSet<usize>,
) -> Option<Standing> {
    let loaded = rules.worlds.edited(rules.taken, &mut |written| {
        older.iter().for_each(|&piece| pieces.revert(piece, &mut written.trees));
    });
    let prepared = Opened::prepare(&loaded, rules.worlds.options(rules.taken))?;
    let cx = prepared.context(&loaded)?;
    let told = conform::findings_among(&cx, prepared.days(), documents, together).into_iter();
    let told = told.filter(|finding| findings.iter().any(|id| id.as_ref() == Some(&finding.id)));
    Some(told.map(|finding| (finding.id, finding.level, finding.altitude)).collect())
}
