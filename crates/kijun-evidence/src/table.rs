//! The rows of a table to records: finds the header, names the columns, and gives each cell to its column.
//!
//! What the table is written in (comma-separated text, a sheet of a workbook) is behind [`Grid`].

mod columns;
mod search;

use kijun_diag::Place;

use crate::build::{Output, Record, Stop};
use crate::header::Expected;
use crate::raw::{Entry, Node, Raw};
use crate::report::Report;
use crate::wrong;

use columns::Column;

/// A table, row by row.
pub(crate) trait Grid {
    /// The next row that holds anything.
    fn next(&mut self, report: &mut Report) -> Result<Option<Row>, Stop>;

    /// The merged region around a cell, where cells can be merged.
    fn region(&self, row: u32, column: u32) -> Option<Region<'_>>;

    /// Where a cell stands.
    fn place(&self, row: u32, column: u32) -> Place;

    /// Whether every row must have as many cells as the header.
    fn is_even(&self) -> bool;
}

/// A row of a table.
#[derive(Debug)]
pub(crate) struct Row {
    /// Its number, from 1; rows that hold nothing are counted.
    pub(crate) number: u32,
    /// Where it begins.
    pub(crate) place: Place,
    /// Its cells, from left to right; empty ones may be left out.
    pub(crate) cells: Vec<Cell>,
    /// How many cells it has.
    pub(crate) width: usize,
    /// Its length in bytes, about.
    pub(crate) bytes: u64,
}

/// A cell.
#[derive(Clone, Debug)]
pub(crate) struct Cell {
    /// The number of its column, from 0.
    pub(crate) column: u32,
    /// What it holds; an empty one holds an empty text.
    pub(crate) node: Node,
    /// Where it stands.
    pub(crate) place: Place,
}

/// Cells that were merged into one.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Region<'a> {
    /// Its number among the regions of the table.
    pub(crate) number: usize,
    /// Its last row.
    pub(crate) last_row: u32,
    /// Its last column.
    pub(crate) last_column: u32,
    /// What its first cell holds.
    pub(crate) node: Option<&'a Node>,
}

/// Where the header is, and what it is known by.
pub(crate) struct Wanted<'a> {
    /// The number of its row, from 1.
    pub(crate) row: Option<u32>,
    /// The names that something takes.
    pub(crate) expected: &'a Expected,
    /// So many bytes of rows are held while it is sought.
    pub(crate) most: u64,
}

/// Looks at the columns of a file before its rows are read, and at where its header stands.
pub(crate) type Check<'a> = dyn FnMut(&[&str], Place, &mut Report) -> Result<(), Stop> + 'a;

/// Reads all records of a table. `Err`: some could not be read, and why has been reported.
pub(crate) fn read<G: Grid>(
    grid: &mut G,
    wanted: &Wanted<'_>,
    start: Place,
    check: &mut Check<'_>,
    out: &mut Output<'_>,
) -> Result<(), Stop> {
    let Some(header) = search::header(grid, wanted, start, out.report)? else {
        out.report.push(wrong::no_records(start, "", "csv"));
        return Err(Stop);
    };
    let columns = columns::named(grid, &header.rows, wanted.expected, out.report);
    let names: Vec<&str> = columns.iter().flat_map(|column| &column.names).map(|name| &**name).collect();
    check(&names, header.place, out.report)?;
    let width = header.rows.last().map_or(0, |row| row.width);
    let (mut result, mut held) = (Ok(()), header.held.into_iter());
    loop {
        let row = match held.next() {
            Some(row) => row,
            None => match grid.next(out.report)? {
                Some(row) => row,
                None => return result,
            },
        };
        if grid.is_even() && row.width != width {
            out.report.push(wrong::ragged_row(row.place, row.width, width));
            result = Err(Stop);
            continue;
        }
        let raw = record(grid, &columns, &row, out.report);
        (out.sink)(Record { entry: None, raw }, out.report);
    }
}

fn record<G: Grid>(grid: &G, columns: &[Column], row: &Row, report: &mut Report) -> Raw {
    let mut entries = Vec::with_capacity(columns.len());
    for column in columns {
        let value = match column.repeated {
            true => Raw::new(Node::Bad, cell(grid, row, column.index).place),
            false => value(grid, column, row, report),
        };
        let entry = |name| Entry { name, place: column.place, value: value.clone() };
        entries.extend(column.names.iter().cloned().map(entry));
    }
    Raw::new(Node::Map(entries), row.place)
}

/// What a row says in a column. Where the header was merged over several columns, one of them may hold something.
fn value<G: Grid>(grid: &G, column: &Column, row: &Row, report: &mut Report) -> Raw {
    let mut found = cell(grid, row, column.index);
    for &index in &column.further {
        let other = cell(grid, row, index);
        let same = other.region.is_some() && other.region == found.region;
        if other.is_empty() || same {
            continue;
        }
        if !found.is_empty() {
            let name = column.names.first().map_or("", |name| &**name);
            report.push(wrong::duplicate_column(other.place, name, found.place));
            return Raw::new(Node::Bad, found.place);
        }
        found = other;
    }
    Raw::new(found.node, found.place)
}

/// What a cell reads as.
struct Found {
    node: Node,
    place: Place,
    region: Option<usize>,
}

impl Found {
    fn is_empty(&self) -> bool {
        matches!(&self.node, Node::Written(text) if text.is_empty())
    }
}

/// A cell; one of a merged region reads as the region's first one.
fn cell<G: Grid>(grid: &G, row: &Row, column: u32) -> Found {
    let own = row.cells.binary_search_by_key(&column, |cell| cell.column).ok().map(|i| &row.cells[i]);
    let region = grid.region(row.number, column);
    let place = own.map_or_else(|| grid.place(row.number, column), |cell| cell.place);
    let merged = region.and_then(|region| region.node);
    let node = merged.or(own.map(|cell| &cell.node)).cloned().unwrap_or_else(|| Node::Written("".into()));
    Found { node, place, region: region.map(|region| region.number) }
}

impl Row {
    /// Whether none of its own cells says anything.
    pub(crate) fn is_empty(&self) -> bool {
        self.cells.iter().all(|cell| matches!(&cell.node, Node::Written(text) if text.is_empty()))
    }
}

/// A cell's text. One that holds blanks only is seen as empty, and so it is.
pub(crate) fn written(text: &str) -> Node {
    Node::Written(if text.chars().all(char::is_whitespace) { "".into() } else { text.into() })
}
