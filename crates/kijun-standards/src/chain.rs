//! What a provision puts into effect above it, and what puts it into effect below.

use std::collections::{BTreeSet, VecDeque};

use kijun_model::{ClauseId, EditionId, Link, Model, StatementId, Target};

use crate::Standards;
use crate::target::{clauses_of, statements_of};

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
}

fn links(model: &Model, found: Vec<(usize, usize)>) -> Vec<ChainLink> {
    let link = |(clause, distance): (usize, usize)| {
        let clause = ClauseId::from_index(clause);
        ChainLink { clause, edition: model.clause(clause).edition, distance }
    };
    found.into_iter().map(link).collect()
}
