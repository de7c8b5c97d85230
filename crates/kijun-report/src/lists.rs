//! Lists of words as a workbook, for what has no figures to calculate with.

use crate::book::{self, Cell, Sheet, WorkbookError};

/// A list: its name, the names of its columns, its rows.
#[derive(Clone, Debug)]
pub struct List {
    /// Its name.
    pub name: String,
    /// The names of its columns.
    pub head: Vec<String>,
    /// Its rows, a text for each column.
    pub rows: Vec<Vec<String>>,
}

/// The bytes of a workbook with a sheet for each list; the same lists give the same. `day`, `YYYY-MM-DD`, stands for when it was made.
///
/// # Errors
///
/// If there is more than a workbook can hold.
pub fn lists(title: &str, day: &str, lists: Vec<List>) -> Result<Vec<u8>, WorkbookError> {
    let sheet = |list: List| Sheet {
        name: list.name,
        head: list.head,
        rows: list.rows.into_iter().map(|row| row.into_iter().map(Cell::from).collect()).collect(),
    };
    book::workbook(title, day, &lists.into_iter().map(sheet).collect::<Vec<_>>())
}
