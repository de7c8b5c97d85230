//! What a provision puts into effect above it, and what puts it into effect below.

use std::collections::{BTreeSet, VecDeque};

use kijun_model::{ClauseId, EditionId, Link, Model, StatementId, Target};

use crate::Standards;
use crate::target::{clauses_of, edition_of, statements_of};

/// A link of a chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ChainLink {
    /// The clause.
    pub clause: ClauseId,
    /// Its document.
    pub edition: EditionId,
    /// How many links away it is, from 1.
    pub distance: usize,
}

impl Standards {
    /// The higher clauses that a clause implements, directly or through others, nearest first, each once.
    #[must_use]
    pub fn chain_up(&self, model: &Model, clause: ClauseId) -> Vec<ChainLink> {
        links(model, self.implements.all_above(clause.index()))
    }

    /// The lower clauses that implement a clause, directly or through others, nearest first, each once.
    #[must_use]
    pub fn chain_down(&self, model: &Model, clause: ClauseId) -> Vec<ChainLink> {
        links(model, self.implements.all_below(clause.index()))
    }

    /// The higher statements that a statement's clause puts into effect, directly or through others, nearest first, each
    /// once, in force or not. A link to a clause means all its statements, a link to a `#label` that one.
    #[must_use]
    pub fn statements_above(&self, model: &Model, statement: StatementId) -> Vec<StatementId> {
        let start = model.statement(statement).clause;
        let mut clauses = BTreeSet::from([start]);
        let mut queue = VecDeque::from([start]);
        let mut seen = BTreeSet::new();
        let mut above = Vec::new();
        while let Some(clause) = queue.pop_front() {
            for link in self.links_up(model, clause) {
                above.extend(statements_of(model, link.to).into_iter().filter(|&s| seen.insert(s)));
                queue.extend(clauses_of(model, link.to).into_iter().filter(|&c| clauses.insert(c)));
            }
        }
        above
    }

    /// What a clause implements, without links that closed a circle.
    pub(crate) fn links_up<'m>(
        &self,
        model: &'m Model,
        clause: ClauseId,
    ) -> impl Iterator<Item = &'m Link<Target>> {
        let sound = move |link: &&Link<Target>| {
            clauses_of(model, link.to).iter().all(|to| !self.implements.was_cut(clause.index(), to.index()))
        };
        model.clause(clause).implements.iter().filter(sound)
    }

    /// The lower clauses that directly implement a statement, alone or with its clause or section.
    #[must_use]
    pub fn implemented_by(&self, model: &Model, statement: StatementId) -> Vec<ClauseId> {
        let below = self.implements.below(model.statement(statement).clause.index());
        let names = |clause: &ClauseId| {
            self.links_up(model, *clause).any(|link| statements_of(model, link.to).contains(&statement))
        };
        below.into_iter().map(ClauseId::from_index).filter(names).collect()
    }

    /// The documents that adopt a statement whole.
    #[must_use]
    pub fn adopted_by(&self, model: &Model, statement: StatementId) -> Vec<EditionId> {
        let names =
            |e: &EditionId| model.edition(*e).adopts.iter().any(|l| self.covers(model, *e, l, statement));
        editions(model).filter(names).collect()
    }

    /// The documents that exclude a statement, each with the place of its reason in
    /// [`Edition::excludes`](kijun_model::Edition::excludes).
    #[must_use]
    pub fn excluded_by(&self, model: &Model, statement: StatementId) -> Vec<(EditionId, usize)> {
        let place = |e: EditionId| {
            let reason =
                model.edition(e).excludes.iter().position(|(l, _)| self.covers(model, e, l, statement));
            reason.map(|index| (e, index))
        };
        editions(model).filter_map(place).collect()
    }

    fn covers(&self, model: &Model, by: EditionId, link: &Link<Target>, statement: StatementId) -> bool {
        self.conforms(by, edition_of(model, link.to)) && statements_of(model, link.to).contains(&statement)
    }
}

fn editions(model: &Model) -> impl Iterator<Item = EditionId> {
    (0..model.editions.len()).map(EditionId::from_index)
}

fn links(model: &Model, found: Vec<(usize, usize)>) -> Vec<ChainLink> {
    let link = |(clause, distance): (usize, usize)| {
        let clause = ClauseId::from_index(clause);
        ChainLink { clause, edition: model.clause(clause).edition, distance }
    };
    found.into_iter().map(link).collect()
}
