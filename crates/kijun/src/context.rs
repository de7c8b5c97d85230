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
    pub(crate) levels: Table<'a>,
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

    /// The rank of that tier; 0 is the highest.
    pub(crate) fn rank(&self, statement: StatementId) -> usize {
        self.loaded.standards.tier_rank(self.tier(statement)).unwrap_or(usize::MAX)
    }
}
