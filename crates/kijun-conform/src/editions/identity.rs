//! What links clauses of an earlier edition to those of a later one: `was`, the number, the words.

use std::collections::{BTreeMap, BTreeSet};

use kijun_model::{ClauseId, EditionId, Model, Titles};
use kijun_standards::Standards;

use super::Known;
use super::groups::unique;
use crate::continued::continued_by;
use crate::words::Words;

/// What became of what, both ways.
#[derive(Default)]
pub(super) struct Links {
    pub(super) forward: BTreeMap<ClauseId, BTreeSet<ClauseId>>,
    pub(super) backward: BTreeMap<ClauseId, BTreeSet<ClauseId>>,
    /// How that is known, of each earlier clause.
    pub(super) known: BTreeMap<ClauseId, Known>,
}

impl Links {
    fn add(&mut self, earlier: ClauseId, later: ClauseId, known: Known) {
        self.forward.entry(earlier).or_default().insert(later);
        self.backward.entry(later).or_default().insert(earlier);
        let best = self.known.entry(earlier).or_insert(known);
        *best = known.max(*best);
    }

    fn cut(&mut self, clause: ClauseId) {
        for later in self.forward.remove(&clause).unwrap_or_default() {
            self.backward.remove(&later);
        }
        for earlier in self.backward.remove(&clause).unwrap_or_default() {
            self.forward.remove(&earlier);
            self.known.remove(&earlier);
        }
        self.known.remove(&clause);
    }
}

/// The links between two editions.
pub(super) fn links(model: &Model, standards: &Standards, old: &[EditionId], new: &[EditionId]) -> Links {
    let mut links = Links::default();
    let numbers = numbers(model, new);
    // Two documents that say nothing of each other may be one under another name.
    let renamed = match (old, new) {
        (&[older], &[newer]) if !standards.replaces(newer, older) => Some(&*model.edition(newer).name),
        _ => None,
    };
    let date = new.iter().map(|&e| model.edition(e).date).max();
    let own: BTreeSet<&str> = old.iter().chain(new).map(|&e| &*model.edition(e).name).collect();
    let clauses = |editions: &[EditionId]| -> Vec<ClauseId> {
        editions.iter().flat_map(|&e| model.edition(e).clauses.iter().copied()).collect()
    };
    let (earlier, later) = (clauses(old), clauses(new));
    for &clause in &earlier {
        let within = |c: ClauseId| new.contains(&model.clause(c).edition);
        // Another document that has taken it over by then.
        let foreign = |c: ClauseId| {
            let edition = model.edition(model.clause(c).edition);
            !own.contains(&*edition.name) && Some(edition.date) <= date
        };
        let continuing = continued_by(model, standards, clause, |c| within(c) || foreign(c));
        for &next in &continuing {
            let same =
                model.clause(next).was.is_empty() && model.clause(next).number == model.clause(clause).number;
            links.add(clause, next, if same { Known::Number } else { Known::Declared });
        }
        if continuing.is_empty() && standards.continued_by(clause).is_empty() {
            let own = model.clause(clause);
            let name = renamed.unwrap_or(&model.edition(own.edition).name);
            if let Some(&next) = numbers.get(&(name, &*own.number)) {
                links.add(clause, next, Known::Number);
            }
        }
    }
    by_text(model, &mut links, &earlier, &later);
    links
}

/// Clauses that do not say what they continue, by standard and number.
fn numbers<'m>(model: &'m Model, editions: &[EditionId]) -> BTreeMap<(&'m str, &'m str), ClauseId> {
    let mut numbers = BTreeMap::new();
    for &edition in editions {
        let edition = model.edition(edition);
        for &clause in &edition.clauses {
            if model.clause(clause).was.is_empty() {
                numbers.insert((&*edition.name, &*model.clause(clause).number), clause);
            }
        }
    }
    numbers
}

/// Links what nobody has said to be one, and alone has the same words. A number that both editions have gives way, unless the words
/// under it are the same.
fn by_text(model: &Model, links: &mut Links, earlier: &[ClauseId], later: &[ClauseId]) {
    let keys: [fn(&Model, ClauseId) -> Option<String>; 2] = [said, titled];
    for key in keys {
        let [old, new] = [earlier, later].map(|clauses| unique(clauses, |clause| key(model, clause)));
        let pairs: Vec<(ClauseId, ClauseId)> =
            old.iter().filter_map(|(key, &clause)| Some((clause, *new.get(key)?))).collect();
        let (open, rest): (Vec<_>, Vec<_>) =
            pairs.into_iter().partition(|&(old, new)| !is_linked(links, old, new));
        let settled: BTreeSet<ClauseId> = rest.into_iter().flat_map(|(a, b)| [a, b]).collect();
        for (old, new) in open {
            let free = |clause: ClauseId| is_free(model, links, clause) && !settled.contains(&clause);
            if free(old) && free(new) {
                links.cut(old);
                links.cut(new);
                links.add(old, new, Known::Text);
            }
        }
    }
}

fn is_linked(links: &Links, old: ClauseId, new: ClauseId) -> bool {
    links.forward.get(&old).is_some_and(|all| all.contains(&new))
}

/// Whether nothing but a number, with other words under it, links a clause.
fn is_free(model: &Model, links: &Links, clause: ClauseId) -> bool {
    let others = [&links.forward, &links.backward].map(|side| side.get(&clause));
    let by_number = |other: &ClauseId| {
        let earlier = if links.known.contains_key(&clause) { clause } else { *other };
        links.known.get(&earlier) == Some(&Known::Number) && said(model, clause) != said(model, *other)
    };
    others.into_iter().flatten().flatten().all(by_number)
}

/// Fewer characters than these say too little to know a clause by.
const LEAST: usize = 8;

/// What a clause says: its text; without one, its questions.
fn said(model: &Model, clause: ClauseId) -> Option<String> {
    let own = model.clause(clause);
    let asked = || {
        let attests = own.statements.iter().filter_map(|&s| model.statement(s).attest.as_ref());
        attests.filter_map(|attest| folded(&attest.question)).collect::<Vec<_>>().join("\n")
    };
    let said = folded(&own.text).unwrap_or_else(asked);
    (said.chars().count() >= LEAST).then_some(said)
}

/// What a clause says under its title, where several say the same; without a text, its title.
fn titled(model: &Model, clause: ClauseId) -> Option<String> {
    let title = folded(&model.clause(clause).titles)?;
    match said(model, clause) {
        Some(said) => Some(format!("{title}\n{said}")),
        None => {
            (title.chars().count() >= LEAST && model.clause(clause).statements.is_empty()).then_some(title)
        }
    }
}

fn folded(titles: &Titles) -> Option<String> {
    let text = titles.plain.as_ref().or(titles.tagged.first().map(|(_, text)| text))?;
    Some(Words::of(text).iter().collect::<Vec<_>>().join(" "))
}
