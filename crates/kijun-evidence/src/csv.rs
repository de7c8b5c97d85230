//! Comma-separated values as a table.

use std::io::{self, BufRead};

use kijun_diag::{FileId, Place};

use crate::build::Stop;
use crate::decoding::Undecodable;
use crate::encoding;
use crate::report::Report;
use crate::rows::{CellAt, Fault, Row, Rows, unarmed};
use crate::table::{self, Cell, Grid, Region};
use crate::wrong;

/// A table of comma-separated values.
pub(crate) struct Csv<'a, R> {
    file: FileId,
    path: &'a str,
    rows: Rows<R>,
    row: Row,
    most: u64,
}

impl<'a, R: BufRead> Csv<'a, R> {
    /// A table whose rows have at most so many bytes.
    pub(crate) fn new(file: FileId, path: &'a str, input: R, most: u64) -> Csv<'a, R> {
        Csv { file, path, rows: Rows::new(input, most), row: Row::default(), most }
    }

    fn at(&self, cell: &CellAt) -> Place {
        Place { file: self.file, line: cell.line, column: cell.column, width: cell.width }
    }

    fn row(&self) -> table::Row {
        let cells = self.row.cells.iter().enumerate().map(|(i, cell)| Cell {
            column: u32::try_from(i).unwrap_or(u32::MAX),
            node: table::written(unarmed(&String::from_utf8_lossy(self.row.cell(i)))),
            place: self.at(cell),
        });
        table::Row {
            number: self.row.number,
            place: self.place(self.row.line, 0),
            cells: cells.collect(),
            width: self.row.cells.len(),
            bytes: self.row.bytes.len() as u64,
        }
    }

    fn fault(&self, fault: Fault, report: &mut Report) -> Stop {
        report.push(match fault {
            Fault::Io(error) => unreadable(self.file, self.path, &error),
            Fault::TooLong(line) => wrong::limit(self.place(line, 0), "line_bytes", self.most),
            Fault::Unclosed(line, column) => wrong::unclosed_quote(Place { column, ..self.place(line, 0) }),
        });
        Stop
    }
}

impl<R: BufRead> Grid for Csv<'_, R> {
    fn next(&mut self, report: &mut Report) -> Result<Option<table::Row>, Stop> {
        loop {
            let more = self.rows.next(&mut self.row).map_err(|fault| self.fault(fault, report))?;
            if !more {
                return Ok(None);
            }
            encoding::text(&self.row.bytes).map_err(|fault| {
                report.push(fault.of_evidence(self.file, self.row.line));
                Stop
            })?;
            let row = self.row();
            if !row.is_empty() {
                return Ok(Some(row));
            }
        }
    }

    fn region(&self, _: u32, _: u32) -> Option<Region<'_>> {
        None
    }

    /// Every cell of a row is there, and none is asked for its place by its number.
    fn place(&self, line: u32, _: u32) -> Place {
        Place { file: self.file, line, column: 1, width: 0 }
    }

    fn is_even(&self) -> bool {
        true
    }
}

/// Why a file could not be read on: the system refused, or its bytes are not of the encoding.
pub(crate) fn unreadable(file: FileId, path: &str, error: &io::Error) -> kijun_diag::Diagnostic {
    match Undecodable::of(error) {
        Some(fault) => {
            let place = Place { file, line: fault.line, column: fault.column, width: 1 };
            wrong::undecodable(place, fault.encoding)
        }
        None => wrong::unreadable(Place { file, line: 1, column: 1, width: 0 }, path, error),
    }
}
