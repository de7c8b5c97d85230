//! What a provision is called for ever: its number in the oldest edition that had it.
//!
//! A clause continues the first clause that its `was` names, else the clause with its number in the latest earlier edition of
//! its standard, unless a clause of its own time says with `was` that it took that one over. The oldest of the line gives
//! the name, `standard:number`, without a date. Where that would not be unique, more is said:
//!
//! - several clauses of the same time that continue one (a split) add their own: `standard:number>number`;
//! - a new clause under a number that an older provision had first names the edition that it began in:
//!   `standard@edition:number`.
//!
//! A merged clause follows the first of its `was`. A name never changes when a later edition is added.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil::Date;
use kijun_model::{ClauseId, EditionId, Model, StatementId};

use crate::Standards;
use crate::dag::Dag;
use crate::target::clauses_of;

impl Standards {
    /// The lasting name of a clause.
    #[must_use]
    pub fn clause_lineage(&self, clause: ClauseId) -> &Arc<str> {
        &self.lineages[clause.index()]
    }

    /// The lasting name of a statement: its clause's, `#`, its label or ordinal.
    #[must_use]
    pub fn lineage(&self, model: &Model, statement: StatementId) -> String {
        let found = model.statement(statement);
        let clause = self.clause_lineage(found.clause);
        match &found.label {
            Some(label) => format!("{clause}#{label}"),
            None => format!("{clause}#{}", found.ordinal),
        }
    }
}

impl Standards {
    /// The clauses that every line of clauses was merged out of, by lasting names, beside the one that gave it its name; each with the
    /// date of the edition that merged it.
    #[must_use]
    pub fn merged(&self, model: &Model) -> BTreeMap<Arc<str>, BTreeSet<(Date, Arc<str>)>> {
        let mut merged: BTreeMap<Arc<str>, BTreeSet<(Date, Arc<str>)>> = BTreeMap::new();
        for (clause, own) in self.lineages.iter().enumerate() {
            let taken = model.clauses[clause].was.iter().flat_map(|was| clauses_of(model, was.to));
            let others =
                taken.map(|taken| self.clause_lineage(taken)).filter(|other| !is_of_line(own, other));
            let dated: BTreeSet<(Date, Arc<str>)> =
                others.map(|other| (date(model, clause), other.clone())).collect();
            if !dated.is_empty() {
                merged.entry(own.clone()).or_default().extend(dated);
            }
        }
        merged
    }
}

/// Whether a name is another one, or that of a part that was split from it.
fn is_of_line(name: &str, other: &str) -> bool {
    name.strip_prefix(other).is_some_and(|rest| rest.is_empty() || rest.starts_with('>'))
}

/// The lasting name of every clause.
pub(crate) fn of_clauses(model: &Model, was: &Dag, supersedes: &Dag) -> Vec<Arc<str>> {
    let numbers = numbers(model);
    let parents = parents(model, was, &numbers);
    let families = families(model, &parents);
    let mut names: Vec<Option<Arc<str>>> = vec![None; model.clauses.len()];
    for start in 0..model.clauses.len() {
        // From the clause up to the first ancestor that has its name, then down again.
        let up = std::iter::successors(Some(start), |&c| parents[c]).take_while(|&c| names[c].is_none());
        let line: Vec<usize> = up.collect();
        for &clause in line.iter().rev() {
            let name = match parents[clause].and_then(|p| Some((p, names[p].clone()?))) {
                None => root(model, clause, &numbers).into(),
                Some((parent, name)) if is_split(model, clause, &families[&parent], supersedes) => {
                    with_own_number(model, clause, parent, &name)
                }
                Some((_, name)) => name,
            };
            names[clause] = Some(name);
        }
    }
    unique(model, names.into_iter().map(Option::unwrap_or_default).collect())
}

/// The clauses that have a number in a standard, by date of edition.
type Numbers<'a> = BTreeMap<(&'a str, &'a str), Vec<(Date, usize)>>;

fn numbers(model: &Model) -> Numbers<'_> {
    let mut numbers = Numbers::new();
    for (index, clause) in model.clauses.iter().enumerate() {
        let edition = model.edition(clause.edition);
        numbers.entry((&edition.name, &clause.number)).or_default().push((edition.date, index));
    }
    numbers.values_mut().for_each(|clauses| clauses.sort());
    numbers
}

fn date(model: &Model, clause: usize) -> Date {
    model.edition(model.clauses[clause].edition).date
}

/// The clause of this number in the latest earlier edition of the standard.
fn same_number(model: &Model, clause: usize, numbers: &Numbers<'_>) -> Option<usize> {
    let own = &model.clauses[clause];
    let all = numbers.get(&(&*model.edition(own.edition).name, &*own.number))?;
    all.iter().rev().find(|(then, _)| *then < date(model, clause)).map(|&(_, earlier)| earlier)
}

/// The clause that each one continues. Time never runs forward from a clause to its parent, so there is no circle.
fn parents(model: &Model, was: &Dag, numbers: &Numbers<'_>) -> Vec<Option<usize>> {
    let mut takers: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for clause in 0..model.clauses.len() {
        for taken in was.above(clause) {
            takers.entry(taken).or_default().push(clause);
        }
    }
    let explicit = |clause: usize| {
        let named = model.clauses[clause].was.first()?;
        let earlier = clauses_of(model, named.to).first()?.index();
        (!was.was_cut(clause, earlier) && date(model, earlier) <= date(model, clause)).then_some(earlier)
    };
    let taken_over = |earlier: usize, clause: usize| {
        let takers = takers.get(&earlier).into_iter().flatten();
        takers.clone().any(|&taker| taker != clause && date(model, taker) <= date(model, clause))
    };
    let implicit = |clause: usize| {
        let silent = model.clauses[clause].was.is_empty();
        same_number(model, clause, numbers).filter(|&earlier| silent && !taken_over(earlier, clause))
    };
    (0..model.clauses.len()).map(|clause| explicit(clause).or_else(|| implicit(clause))).collect()
}

/// The editions in which a parent is continued, and in how many clauses of each.
type Family = BTreeMap<EditionId, usize>;

fn families(model: &Model, parents: &[Option<usize>]) -> BTreeMap<usize, Family> {
    let mut families: BTreeMap<usize, Family> = BTreeMap::new();
    for (clause, parent) in parents.iter().enumerate() {
        if let Some(parent) = parent {
            *families.entry(*parent).or_default().entry(model.clauses[clause].edition).or_default() += 1;
        }
    }
    families
}

/// Whether the parent is continued by another clause too: in the same edition, or in one of the same time or before that
/// this edition does not supersede.
fn is_split(model: &Model, clause: usize, family: &Family, supersedes: &Dag) -> bool {
    let own = model.clauses[clause].edition;
    let beside = |&other: &EditionId| {
        let before = model.edition(other).date <= model.edition(own).date;
        other != own && before && !supersedes.reaches(own.index(), other.index())
    };
    family.get(&own).is_some_and(|&n| n > 1) || family.keys().any(beside)
}

fn root(model: &Model, clause: usize, numbers: &Numbers<'_>) -> String {
    let own = &model.clauses[clause];
    let edition = model.edition(own.edition);
    match same_number(model, clause, numbers) {
        Some(_) => format!("{}@{}:{}", edition.name, edition.date, own.number),
        None => format!("{}:{}", edition.name, own.number),
    }
}

fn with_own_number(model: &Model, clause: usize, parent: usize, name: &str) -> Arc<str> {
    let (own, parent) = (&model.clauses[clause], &model.clauses[parent]);
    let (standard, before) = (&model.edition(own.edition).name, &model.edition(parent.edition).name);
    if standard == before {
        format!("{name}>{}", own.number).into()
    } else {
        format!("{name}>{standard}:{}", own.number).into()
    }
}

/// Lines that grew together by other ways than one parent are told apart by their own numbers within an edition.
fn unique(model: &Model, mut names: Vec<Arc<str>>) -> Vec<Arc<str>> {
    let mut count: BTreeMap<(EditionId, Arc<str>), usize> = BTreeMap::new();
    for (clause, name) in names.iter().enumerate() {
        *count.entry((model.clauses[clause].edition, name.clone())).or_default() += 1;
    }
    for (clause, name) in names.iter_mut().enumerate() {
        let own = &model.clauses[clause];
        if count.get(&(own.edition, name.clone())).is_some_and(|&n| n > 1) {
            *name = format!("{name}>{}", own.number).into();
        }
    }
    names
}
