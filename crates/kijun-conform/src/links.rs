//! What puts what into effect on the day, from both ends. It is worked out once, and grows with the links that were written.

use std::collections::{BTreeMap, BTreeSet};

use kijun_model::{ClauseId, EditionId, Model, StatementId};
use kijun_standards::{EffectiveSet, Standards};

use crate::Scope;

/// The links between documents in force, within a scope.
pub(crate) struct Links<'a> {
    pub(crate) model: &'a Model,
    pub(crate) effective: &'a EffectiveSet,
    /// The statements in force.
    pub(crate) in_force: BTreeSet<StatementId>,
    /// Clauses in force of lower documents, in the order of the documents.
    pub(crate) clauses: Vec<ClauseId>,
    /// The documents right below each document, higher ones first, then by name.
    documents: BTreeMap<EditionId, Vec<EditionId>>,
    /// Documents with others below them that the scope leaves out.
    in_part: BTreeSet<EditionId>,
    /// What each clause directly puts into effect.
    above: BTreeMap<ClauseId, Vec<StatementId>>,
    /// The clauses that directly put each statement into effect, in the order of the documents.
    below: BTreeMap<StatementId, Vec<ClauseId>>,
    /// The documents that take a statement over whole.
    adopted: BTreeMap<StatementId, BTreeSet<EditionId>>,
    /// The documents that exclude a statement, each with the place of its reason.
    excluded: BTreeMap<StatementId, BTreeMap<EditionId, usize>>,
    to: Option<BTreeSet<EditionId>>,
}

impl<'a> Links<'a> {
    pub(crate) fn new(
        model: &'a Model,
        standards: &Standards,
        effective: &'a EffectiveSet,
        scope: &Scope,
    ) -> Links<'a> {
        let mut links = Links {
            model,
            effective,
            in_force: effective.statements.iter().map(|s| s.statement).collect(),
            clauses: Vec::new(),
            documents: BTreeMap::new(),
            in_part: BTreeSet::new(),
            above: BTreeMap::new(),
            below: BTreeMap::new(),
            adopted: BTreeMap::new(),
            excluded: BTreeMap::new(),
            to: scope.to.as_ref().map(|to| to.iter().copied().collect()),
        };
        links.find_documents(standards, scope);
        let within = |e: &EditionId| scope.from.as_ref().is_none_or(|from| from.contains(e));
        for &edition in effective.editions.iter().filter(|e| within(e)) {
            links.read_head(standards, edition);
            links.read_clauses(standards, edition);
        }
        links
    }

    fn find_documents(&mut self, standards: &Standards, scope: &Scope) {
        let within = |e: &EditionId| scope.from.as_ref().is_none_or(|from| from.contains(e));
        for &higher in &self.effective.editions {
            if self.is_higher(higher) {
                let conforming: BTreeSet<EditionId> = standards.conforming(higher).into_iter().collect();
                let below = self.effective.editions.iter().copied().filter(|e| conforming.contains(e));
                let (below, left_out): (Vec<_>, Vec<_>) = below.partition(within);
                self.documents.insert(higher, below);
                self.in_part.extend((!left_out.is_empty()).then_some(higher));
            }
        }
    }

    fn read_head(&mut self, standards: &Standards, edition: EditionId) {
        for statement in standards.adopts(self.model, edition, &self.in_force) {
            self.adopted.entry(statement).or_default().insert(edition);
        }
        for (statement, place) in standards.excludes(self.model, edition, &self.in_force) {
            self.excluded.entry(statement).or_default().entry(edition).or_insert(place);
        }
    }

    fn read_clauses(&mut self, standards: &Standards, edition: EditionId) {
        for &clause in &self.model.edition(edition).clauses {
            if !self.clause_is_in_force(clause) {
                continue;
            }
            self.clauses.push(clause);
            let above = standards.puts_into_effect(self.model, clause, &self.in_force);
            for &statement in &above {
                self.below.entry(statement).or_default().push(clause);
            }
            self.above.insert(clause, above);
        }
    }

    fn clause_is_in_force(&self, id: ClauseId) -> bool {
        let (clause, day) = (self.model.clause(id), self.effective.as_of);
        clause.from.is_none_or(|from| from <= day) && clause.until.is_none_or(|until| day <= until)
    }

    /// Whether documents are to be held against this one.
    pub(crate) fn is_higher(&self, edition: EditionId) -> bool {
        self.to.as_ref().is_none_or(|to| to.contains(&edition))
    }

    /// The documents right below one.
    pub(crate) fn documents_below(&self, edition: EditionId) -> &[EditionId] {
        self.documents.get(&edition).map_or(&[], Vec::as_slice)
    }

    /// Whether the scope leaves out some of the documents right below one: what the rest does not cover, those may.
    pub(crate) fn is_seen_in_part(&self, edition: EditionId) -> bool {
        self.in_part.contains(&edition)
    }

    /// The clauses that directly put a statement into effect.
    pub(crate) fn clauses_below(&self, statement: StatementId) -> &[ClauseId] {
        self.below.get(&statement).map_or(&[], Vec::as_slice)
    }

    /// The statements that a clause directly puts into effect.
    pub(crate) fn statements_above(&self, clause: ClauseId) -> &[StatementId] {
        self.above.get(&clause).map_or(&[], Vec::as_slice)
    }

    /// The clauses that a clause directly puts into effect, by their statements in force, within the scope.
    pub(crate) fn clauses_above(&self, clause: ClauseId) -> BTreeSet<ClauseId> {
        let clauses = self.statements_above(clause).iter().map(|&s| self.model.statement(s).clause);
        clauses.filter(|&c| self.is_higher(self.model.clause(c).edition)).collect()
    }

    pub(crate) fn adopts(&self, edition: EditionId, statement: StatementId) -> bool {
        self.adopted.get(&statement).is_some_and(|by| by.contains(&edition))
    }

    /// The place of the reason for which a document excludes a statement.
    pub(crate) fn excludes(&self, edition: EditionId, statement: StatementId) -> Option<usize> {
        self.excluded.get(&statement)?.get(&edition).copied()
    }

    /// The statements in force of clauses.
    pub(crate) fn statements_of(&self, clauses: &[ClauseId]) -> Vec<StatementId> {
        let all = clauses.iter().flat_map(|&c| self.model.clause(c).statements.iter().copied());
        all.filter(|s| self.in_force.contains(s)).collect()
    }

    /// The edition of a statement.
    pub(crate) fn edition_of(&self, statement: StatementId) -> EditionId {
        self.model.clause(self.model.statement(statement).clause).edition
    }
}
