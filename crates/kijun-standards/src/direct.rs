//! One step up or down on a day: what a document's and a clause's own links come to, where a superseded provision counts for
//! what continues it.

use std::collections::BTreeSet;

use kijun_model::{ClauseId, EditionId, Link, Model, StatementId, Target};

use crate::Standards;
use crate::binding::or_continued;
use crate::target::{edition_of, statements_of};

impl Standards {
    /// The editions that directly conform to one, or to an edition that it replaces; each once.
    #[must_use]
    pub fn conforming(&self, edition: EditionId) -> Vec<EditionId> {
        let replaced = self.supersedes.all_above(edition.index()).into_iter().map(|(earlier, _)| earlier);
        let mut seen = BTreeSet::from([edition.index()]);
        let below = std::iter::once(edition.index()).chain(replaced).flat_map(|e| self.conforms_to.below(e));
        below.filter(|&e| seen.insert(e)).map(EditionId::from_index).collect()
    }

    /// The statements in force that a clause directly puts into effect, as written, each once. For one of a superseded edition,
    /// those that continue it.
    #[must_use]
    pub fn puts_into_effect(
        &self,
        model: &Model,
        clause: ClauseId,
        in_force: &BTreeSet<StatementId>,
    ) -> Vec<StatementId> {
        let named = self.links_up(model, clause).flat_map(|link| statements_of(model, link.to));
        self.today(model, named, in_force)
    }

    /// The statements in force that a document takes over whole (`adopts`).
    #[must_use]
    pub fn adopts(
        &self,
        model: &Model,
        edition: EditionId,
        in_force: &BTreeSet<StatementId>,
    ) -> Vec<StatementId> {
        let links = model.edition(edition).adopts.iter().filter(|link| self.may_name(model, edition, link));
        self.today(model, links.flat_map(|link| statements_of(model, link.to)), in_force)
    }

    /// The statements in force that a document excludes, each with the place of its reason in
    /// [`Edition::excludes`](kijun_model::Edition::excludes).
    #[must_use]
    pub fn excludes(
        &self,
        model: &Model,
        edition: EditionId,
        in_force: &BTreeSet<StatementId>,
    ) -> Vec<(StatementId, usize)> {
        let mut found = Vec::new();
        for (place, (link, _)) in model.edition(edition).excludes.iter().enumerate() {
            if self.may_name(model, edition, link) {
                let named = statements_of(model, link.to).into_iter();
                found.extend(self.today(model, named, in_force).into_iter().map(|s| (s, place)));
            }
        }
        found
    }

    /// The clauses that continue one in later editions, directly: those that say so (`was`); where none does, the one with its
    /// number in the next edition that has the number, if it does not say that it continues another.
    #[must_use]
    pub fn continuations(&self, model: &Model, clause: ClauseId) -> Vec<ClauseId> {
        let explicit = self.continued_by(clause);
        if explicit.is_empty() {
            self.same_number_later(model, clause).into_iter().collect()
        } else {
            explicit
        }
    }

    fn same_number_later(&self, model: &Model, clause: ClauseId) -> Option<ClauseId> {
        let own = model.clause(clause);
        let replacing = self.supersedes.all_below(own.edition.index()).into_iter().map(|(later, _)| later);
        let named =
            |later: usize| self.numbers.get(&(EditionId::from_index(later), own.number.clone())).copied();
        let date = |c: &ClauseId| model.edition(model.clause(*c).edition).date;
        replacing.filter_map(named).min_by_key(date).filter(|&c| model.clause(c).was.is_empty())
    }

    fn may_name(&self, model: &Model, edition: EditionId, link: &Link<Target>) -> bool {
        self.conforms(edition, edition_of(model, link.to))
    }

    fn today(
        &self,
        model: &Model,
        named: impl Iterator<Item = StatementId>,
        in_force: &BTreeSet<StatementId>,
    ) -> Vec<StatementId> {
        let mut seen = BTreeSet::new();
        let standing = named.flat_map(|s| or_continued(model, s, in_force, |c| self.continuations(model, c)));
        standing.filter(|&s| seen.insert(s)).collect()
    }
}
