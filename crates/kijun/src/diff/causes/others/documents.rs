//! What made a finding about documents change: the least of what their provisions say otherwise that, left in the newer rules, makes the
//! comparison come to the same.

mod pieces;
mod terms;
mod trial;

use std::collections::BTreeSet;

use kijun_findings::{Cause, Change, RuleEvent};
use kijun_standards::cite_edition;

use super::super::Between;
use super::super::opened::Opened;
use crate::sheets::Sheet;
use crate::words::location;
use pieces::Pieces;

/// The provisions that a finding about documents speaks of, as far as it took their change; and defined terms. Where these did not
/// make it, that the edition of their documents is another.
pub(super) fn causes(between: &Between<'_>, change: &Change) -> Vec<Cause> {
    let names = change.lineage.split_once(':').map_or("", |(_, names)| names);
    let names: Vec<&str> = names.split('+').collect();
    let named = least(between, change, &names);
    let terms: Vec<Cause> = names.iter().filter_map(|name| terms::cause(between, name)).collect();
    let causes: Vec<Cause> = named.into_iter().chain(terms).collect();
    if causes.is_empty() { editions(between, &names) } else { causes }
}

/// Of the provisions that some names mean: the least that it took; all where that cannot be found out.
fn least(between: &Between<'_>, change: &Change, names: &[&str]) -> Vec<Cause> {
    let meant = |name: &&str| provisions(between, name);
    let pieces = Pieces::new(&between.rules, names.iter().flat_map(meant).collect());
    let chosen = match pieces.len() {
        0 => return Vec::new(),
        1 => None,
        _ => {
            let documents = names.iter().map(|name| document(name)).collect();
            trial::least(&between.rules, change, &pieces, &documents)
        }
    };
    pieces.tell(chosen.as_ref(), &between.new.loaded.sources)
}

/// A statement as the older rules have it, and as the newer ones do.
type Pair<'a> = [Option<&'a Sheet>; 2];

/// The statements that a name means, as far as they differ; else those below them.
fn provisions<'a>(between: &Between<'a>, name: &str) -> Vec<Pair<'a>> {
    let meant = |opened: &'a Opened<'a>| -> Vec<&'a Sheet> {
        opened.cx.sheets.iter().filter(|sheet| is_of(sheet, name)).collect()
    };
    let (was, is) = (meant(between.old), meant(between.new));
    let pairs = differing(between, &was, &is);
    if !pairs.is_empty() {
        return pairs;
    }
    differing(between, &below(between.old, &was), &below(between.new, &is))
}

/// Whether a statement is what a name means: it, or one of the clause.
fn is_of(sheet: &Sheet, name: &str) -> bool {
    let rest = sheet.lineage.strip_prefix(name);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('#'))
}

/// The name of the document that something is of.
fn document(name: &str) -> &str {
    name.split([':', '@', '>']).next().unwrap_or_default()
}

/// The statements that some stand above.
fn below<'a>(opened: &'a Opened<'a>, above: &[&Sheet]) -> Vec<&'a Sheet> {
    let is_above = |i: usize| above.iter().any(|one| one.statement == opened.cx.sheets[i].statement);
    opened.cx.sheets.iter().filter(|sheet| sheet.above.iter().any(|&i| is_above(i))).collect()
}

/// What is different between some statements of the older rules and some of the newer ones.
fn differing<'a>(between: &Between<'a>, olds: &[&'a Sheet], news: &[&'a Sheet]) -> Vec<Pair<'a>> {
    let find =
        |all: &[&'a Sheet], one: &Sheet| all.iter().find(|other| other.lineage == one.lineage).copied();
    let gone = olds.iter().filter(|old| find(news, old).is_none()).map(|old| [Some(*old), None]);
    let here = news.iter().map(|new| [find(olds, new), Some(*new)]);
    let differs = |pair: &Pair<'a>| match pair {
        [Some(old), Some(new)] => between.rules.changed(old, new).is_some(),
        _ => true,
    };
    here.filter(differs).chain(gone).collect()
}

/// The documents that are meant, as far as another edition of them binds.
pub(super) fn editions(between: &Between<'_>, names: &[&str]) -> Vec<Cause> {
    let documents: BTreeSet<&str> = names.iter().map(|name| document(name)).collect();
    let find = |opened: &Opened<'_>, name: &str| {
        let mut editions = opened.prepared.effective.set.editions.iter();
        let id = *editions.find(|&&id| *opened.model().edition(id).name == *name)?;
        let at = location(&opened.loaded.sources, opened.model().edition(id).span);
        Some((cite_edition(opened.model(), id), at))
    };
    let cause = |name: &str| {
        let (before, after) = (find(between.old, name), find(between.new, name));
        let event = match (&before, &after) {
            (None, Some(_)) => RuleEvent::Issued,
            (Some(_), None) => RuleEvent::Repealed,
            (Some(before), Some(after)) if before.0 != after.0 => RuleEvent::Changed,
            _ => return None,
        };
        let (before, at_before) = before.unzip();
        let (after, at_after) = after.unzip();
        Some(Cause::Rule { event, before, after, dimensions: Vec::new(), at_before, at_after })
    };
    documents.into_iter().filter_map(cause).collect()
}
