//! Where the header of a table is: where the manifest says, or in the first row that names what the key is read from.

use std::collections::VecDeque;

use kijun_diag::Place;

use super::{Grid, Row, Wanted, columns};
use crate::build::Stop;
use crate::report::Report;
use crate::wrong;

/// A header that was found.
pub(super) struct Header {
    /// Its rows, the one that names the columns last. Those above it name groups of columns.
    pub(super) rows: Vec<Row>,
    /// Where it begins.
    pub(super) place: Place,
    /// Rows below it that were read already.
    pub(super) held: VecDeque<Row>,
}

/// The header is sought in so many rows.
const MOST_ROWS: u32 = 20;

/// The names of columns span so many rows at most.
const MOST_HIGH: u32 = 10;

/// Finds the header. `None`: the table holds nothing.
pub(super) fn header<G: Grid>(
    grid: &mut G,
    wanted: &Wanted<'_>,
    start: Place,
    report: &mut Report,
) -> Result<Option<Header>, Stop> {
    let mut search = Search { grid, most: wanted.most, rows: VecDeque::new(), bytes: 0, ended: false };
    let found = match wanted.row {
        Some(number) => Some(search.given(number, start, report)?),
        None => search.naming(wanted, report)?,
    };
    Ok(found.map(|at| search.take(at)))
}

struct Search<'a, G> {
    grid: &'a mut G,
    most: u64,
    rows: VecDeque<Row>,
    bytes: u64,
    ended: bool,
}

impl<G: Grid> Search<'_, G> {
    /// The row of a number that the manifest gives.
    fn given(&mut self, number: u32, start: Place, report: &mut Report) -> Result<usize, Stop> {
        loop {
            while self.rows.len() > 1 && self.rows.back().is_some_and(|row| row.number < number) {
                self.forget();
            }
            if self.rows.back().is_some_and(|row| row.number >= number) || !self.more(report)? {
                break;
            }
        }
        let Some(at) = self.rows.iter().position(|row| row.number == number) else {
            report.push(wrong::no_header(start, number));
            return Err(Stop);
        };
        self.down_to(at, report)?;
        Ok(at)
    }

    /// The first row whose cells name what the key is read from; where there is none, the first row.
    fn naming(&mut self, wanted: &Wanted<'_>, report: &mut Report) -> Result<Option<usize>, Stop> {
        let mut at = 0;
        while self.rows.len() > at || self.more(report)? {
            if self.rows[at].number > MOST_ROWS || self.bytes > self.most {
                break;
            }
            self.down_to(at, report)?;
            let first = at.saturating_sub(1);
            let rows: Vec<&Row> = self.rows.range(first..self.end(at)).collect();
            if wanted.expected.is_header(&columns::all_names(self.grid, &rows)) {
                return Ok(Some(at));
            }
            at += 1;
        }
        if !self.rows.is_empty() {
            self.down_to(0, report)?;
        }
        Ok((!self.rows.is_empty()).then_some(0))
    }

    /// The last row of a header that begins with this one: cells that are merged downwards name what is below.
    fn last_row(&self, at: usize) -> u32 {
        let Some(row) = self.rows.get(at) else { return 0 };
        let lasts = row.cells.iter().filter_map(|cell| self.grid.region(row.number, cell.column));
        let last = lasts.map(|region| region.last_row).max().unwrap_or(row.number);
        last.clamp(row.number, row.number.saturating_add(MOST_HIGH))
    }

    /// Reads on until all rows of a header are there.
    fn down_to(&mut self, at: usize, report: &mut Report) -> Result<(), Stop> {
        let last = self.last_row(at);
        while self.rows.back().is_some_and(|row| row.number < last) && self.more(report)? {}
        Ok(())
    }

    /// One past the last row of a header that begins with this one.
    fn end(&self, at: usize) -> usize {
        let last = self.last_row(at);
        self.rows.iter().position(|row| row.number > last).unwrap_or(self.rows.len()).max(at + 1)
    }

    /// Reads one row more.
    fn more(&mut self, report: &mut Report) -> Result<bool, Stop> {
        if self.ended {
            return Ok(false);
        }
        let row = self.grid.next(report)?;
        self.ended = row.is_none();
        self.bytes += row.as_ref().map_or(0, |row| row.bytes);
        self.rows.extend(row);
        Ok(!self.ended)
    }

    fn forget(&mut self) {
        self.bytes -= self.rows.pop_front().map_or(0, |row| row.bytes);
    }

    /// The header that begins with this row, with the row right above it, which may name groups.
    fn take(mut self, at: usize) -> Header {
        let end = self.end(at);
        let held = self.rows.split_off(end);
        let place = self.rows[at].place;
        let rows = self.rows.into_iter().skip(at.saturating_sub(1)).collect();
        Header { rows, place, held }
    }
}
