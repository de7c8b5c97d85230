//! What stays the same while subjects are judged.

use kijun_standards::Effective;

use crate::kept::Kept;
use crate::levels::Table;
use crate::load::Loaded;
use crate::sheets::Sheet;
use crate::words::Words;

/// What stays the same while subjects are judged.
pub(crate) struct Context<'a> {
    pub(crate) loaded: &'a Loaded,
    pub(crate) effective: &'a Effective,
    pub(crate) words: &'a Words,
    pub(crate) levels: Table,
    /// One for each statement in force, in their order.
    pub(crate) sheets: Vec<Sheet>,
    /// The field that names the unit that answers.
    pub(crate) unit_field: &'a str,
    /// What other audits of the project with the same evidence have left, where there are any.
    pub(crate) kept: Option<&'a Kept>,
}
