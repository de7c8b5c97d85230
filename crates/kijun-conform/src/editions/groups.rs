//! Which clauses of one edition became which of another.

use std::collections::{BTreeMap, BTreeSet};

use kijun_model::{ClauseId, EditionId, Model};
use kijun_standards::Standards;

use super::identity::{Links, links};
use super::{Identity, Known};

/// Clauses that became of each other.
pub(super) struct Group {
    pub(super) before: Vec<ClauseId>,
    pub(super) after: Vec<ClauseId>,
    pub(super) identity: Identity,
    pub(super) known: Known,
}

/// Every clause of both editions in exactly one group. What became of what is looked for forward in time, whichever edition is
/// asked about first.
pub(super) fn groups(
    model: &Model,
    standards: &Standards,
    old: &[EditionId],
    new: &[EditionId],
) -> Vec<Group> {
    let date = |editions: &[EditionId]| editions.iter().map(|&e| model.edition(e).date).max();
    if date(old) <= date(new) {
        return forward(model, standards, old, new);
    }
    forward(model, standards, new, old).into_iter().map(|group| group.mirrored()).collect()
}

fn forward(model: &Model, standards: &Standards, old: &[EditionId], new: &[EditionId]) -> Vec<Group> {
    let links = links(model, standards, old, new);
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    for &clause in old.iter().chain(new).flat_map(|&e| &model.edition(e).clauses) {
        if seen.insert(clause) {
            let whole = connected(&links, clause);
            seen.extend(&whole);
            found.push(group(model, &links, whole, old, new));
        }
    }
    found.retain(|group| !group.is_nothing(model));
    found
}

fn connected(links: &Links, start: ClauseId) -> BTreeSet<ClauseId> {
    let mut whole = BTreeSet::from([start]);
    let mut open = vec![start];
    while let Some(clause) = open.pop() {
        let sides = [&links.forward, &links.backward].map(|side| side.get(&clause));
        for &next in sides.into_iter().flatten().flatten() {
            if whole.insert(next) {
                open.push(next);
            }
        }
    }
    whole
}

fn group(
    model: &Model,
    links: &Links,
    whole: BTreeSet<ClauseId>,
    old: &[EditionId],
    new: &[EditionId],
) -> Group {
    let is_old = |clause: &ClauseId| old.contains(&model.clause(*clause).edition);
    let (before, after): (Vec<ClauseId>, Vec<ClauseId>) = whole.into_iter().partition(is_old);
    let lives = |clauses: &[ClauseId]| clauses.iter().any(|&clause| !is_vacant(model, clause));
    let foreign = |clause: &ClauseId| !new.contains(&model.clause(*clause).edition);
    let identity = match (lives(&before), lives(&after)) {
        (false, _) => Identity::New,
        (true, false) => Identity::Repealed,
        _ if after.iter().all(foreign) => Identity::TakenOver,
        _ => match (before.len(), after.len()) {
            (1, 1) if is_same(model, links, before[0], after[0]) => Identity::Same,
            (1, 1) => Identity::Renumbered,
            (1, _) => Identity::Split,
            (_, 1) => Identity::Merged,
            _ => Identity::Regrouped,
        },
    };
    let known = before.iter().flat_map(|clause| links.known.get(clause)).min();
    Group { before, after, identity, known: known.copied().unwrap_or(Known::Number) }
}

/// Whether a clause has its number still, in the document that it stood in.
fn is_same(model: &Model, links: &Links, earlier: ClauseId, later: ClauseId) -> bool {
    let [a, b] = [earlier, later].map(|clause| model.clause(clause));
    let one_document = model.edition(a.edition).name == model.edition(b.edition).name;
    a.number == b.number && (one_document || links.known.get(&earlier) == Some(&Known::Number))
}

impl Group {
    fn mirrored(self) -> Group {
        let identity = match self.identity {
            Identity::Split => Identity::Merged,
            Identity::Merged => Identity::Split,
            Identity::New => Identity::Repealed,
            Identity::Repealed => Identity::New,
            other => other,
        };
        Group { before: self.after, after: self.before, identity, known: self.known }
    }

    /// Numbers that were vacant and still are.
    fn is_nothing(&self, model: &Model) -> bool {
        self.before.iter().chain(&self.after).all(|&clause| is_vacant(model, clause))
    }
}

/// Words of a number that is kept and says nothing any more.
const VACANT: [&str; 8] =
    ["削除", "欠番", "withdrawn", "deleted", "reserved", "rescinded", "repealed", "revoked"];

/// Whether only the number is left of a clause: `第3条 削除`, `[Withdrawn: Incorporated into AC-2.]`.
pub(super) fn is_vacant(model: &Model, clause: ClauseId) -> bool {
    let clause = model.clause(clause);
    let said = clause.text.plain.as_ref().or(clause.titles.plain.as_ref());
    let Some(said) = said.filter(|_| clause.statements.is_empty()) else { return false };
    let said = said.trim().trim_start_matches(['[', '(', '（', '［', '〔']).to_lowercase();
    let Some(rest) = VACANT.iter().find_map(|word| said.strip_prefix(word)) else { return false };
    let marks = |c: char| matches!(c, ']' | ')' | '）' | '］' | '〕' | '.' | '。') || c.is_whitespace();
    rest.chars().all(marks) || rest.starts_with([':', '：'])
}

/// Clauses by the words that stand for them, where these are the clause's alone.
pub(super) fn unique(
    clauses: &[ClauseId],
    key: impl Fn(ClauseId) -> Option<String>,
) -> BTreeMap<String, ClauseId> {
    let mut all: BTreeMap<String, Vec<ClauseId>> = BTreeMap::new();
    for &clause in clauses {
        if let Some(key) = key(clause) {
            all.entry(key).or_default().push(clause);
        }
    }
    all.into_iter()
        .filter(|(_, clauses)| clauses.len() == 1)
        .map(|(key, clauses)| (key, clauses[0]))
        .collect()
}
