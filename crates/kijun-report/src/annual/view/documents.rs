//! Documents, statements and listings in one language.

use kijun_findings::{ListingRecord, StandardRecord, StatementRecord};
use serde::Serialize;

use super::PartitionView;
use crate::annual::words::Words;

/// A document in force.
#[derive(Debug, Serialize)]
pub(crate) struct DocumentView {
    pub(crate) standard: String,
    pub(crate) name: String,
    pub(crate) edition: String,
    pub(crate) title: String,
    pub(crate) tier: String,
    pub(crate) tier_title: String,
    pub(crate) conforms_to: Vec<String>,
}

impl DocumentView {
    pub(super) fn of(document: &StandardRecord, words: &Words) -> DocumentView {
        let (name, edition) = document.standard.rsplit_once('@').unwrap_or((&document.standard, ""));
        DocumentView {
            name: name.to_owned(),
            edition: edition.to_owned(),
            standard: document.standard.clone(),
            title: words.pick(&document.title),
            tier_title: words.tier(&document.tier),
            tier: document.tier.clone(),
            conforms_to: document.conforms_to.clone(),
        }
    }
}

/// A statement in force.
#[derive(Debug, Serialize)]
pub(crate) struct StatementView {
    pub(crate) statement: String,
    pub(crate) document: String,
    pub(crate) title: String,
    pub(crate) tier: String,
    pub(crate) tier_title: String,
    pub(crate) force: String,
    pub(crate) above: Vec<String>,
    pub(crate) figures: PartitionView,
}

impl StatementView {
    pub(super) fn of(statement: &StatementRecord, words: &Words) -> StatementView {
        StatementView {
            document: statement.statement.split(':').next().unwrap_or("").to_owned(),
            statement: statement.statement.clone(),
            title: words.pick(&statement.title),
            tier_title: words.tier(&statement.tier),
            tier: statement.tier.clone(),
            force: statement.force.clone(),
            above: statement.above.clone(),
            figures: PartitionView::of(&statement.figures, words),
        }
    }
}

/// Evidence shown as it is.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct ListingView {
    pub(crate) name: String,
    pub(crate) kind: String,
    pub(crate) title: String,
    pub(crate) columns: Vec<ColumnView>,
    pub(crate) rows: Vec<RowView>,
}

#[derive(Clone, Debug, Serialize)]
pub(crate) struct ColumnView {
    pub(crate) path: String,
    pub(crate) title: String,
}

#[derive(Clone, Debug, Serialize)]
pub(crate) struct RowView {
    pub(crate) key: String,
    /// A text for each column; absent where there is none.
    pub(crate) cells: Vec<Option<String>>,
    /// The same by the column's path.
    pub(crate) by: std::collections::BTreeMap<String, Option<String>>,
}

impl ListingView {
    pub(super) fn of(listing: &ListingRecord, words: &Words) -> ListingView {
        let column = |c: &kijun_findings::ListingColumn| ColumnView {
            path: c.path.clone(),
            title: words.pick(&c.title),
        };
        let paths = || listing.columns.iter().map(|c| c.path.clone());
        let row = |row: &kijun_findings::ListingRow| {
            let cells: Vec<Option<String>> =
                row.cells.iter().map(|cell| cell.as_ref().map(|texts| words.pick(texts))).collect();
            RowView { key: row.key.clone(), by: paths().zip(cells.iter().cloned()).collect(), cells }
        };
        ListingView {
            name: listing.name.clone(),
            kind: listing.kind.clone(),
            title: words.pick(&listing.title),
            columns: listing.columns.iter().map(column).collect(),
            rows: listing.rows.iter().map(row).collect(),
        }
    }
}
