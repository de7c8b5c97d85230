//! What stays the same while subjects are judged.

use kijun_model::StatementId;
use kijun_standards::Effective;

use crate::levels::Table;
use crate::load::Loaded;
use crate::words::Words;

/// What stays the same while subjects are judged.
pub(crate) struct Context<'a> {
    pub(crate) loaded: &'a Loaded,
    pub(crate) effective: &'a Effective,
    pub(crate) words: &'a Words,
    pub(crate) levels: Table,
    /// The field that names the unit that answers.
    pub(crate) unit_field: &'a str,
}

impl Context<'_> {
    /// The tier of a statement's document; empty where it has none.
    pub(crate) fn tier(&self, statement: StatementId) -> &str {
        let model = &self.loaded.model;
        let edition = model.clause(model.statement(statement).clause).edition;
        model.edition(edition).tier.as_deref().unwrap_or("")
    }

    /// The statements above one that are about the same evidence; of a clause of which none is, all.
    pub(crate) fn related(&self, statement: StatementId, above: &[StatementId]) -> Vec<StatementId> {
        let model = &self.loaded.model;
        let reads = model.reads(statement);
        let same = |s: &StatementId| !model.reads(*s).is_disjoint(&reads);
        let of_clause = |s: &StatementId| model.statement(*s).clause;
        let speaks = |s: &StatementId| above.iter().any(|t| of_clause(t) == of_clause(s) && same(t));
        above.iter().copied().filter(|s| same(s) || !speaks(s)).collect()
    }

    /// The rank of that tier; 0 is the highest.
    pub(crate) fn rank(&self, statement: StatementId) -> usize {
        self.loaded.standards.tier_rank(self.tier(statement)).unwrap_or(usize::MAX)
    }
}
