//! One sheet as a table, row by row. Rows that are hidden or filtered out are rows.

use std::io::{Read, Seek};

use calamine::{DataRef, XlsxCellReader, XlsxError};
use kijun_diag::{FileId, Place};

use super::merged::Merged;
use super::value;
use crate::build::Stop;
use crate::raw::Node;
use crate::report::Report;
use crate::table::{Cell, Grid, Region, Row};
use crate::wrong;

/// A sheet that is being read.
pub(super) struct Sheet<'a, R: Read + Seek> {
    file: FileId,
    cells: XlsxCellReader<'a, R>,
    merged: Merged,
    /// The first cell of the next row.
    ahead: Option<(u32, Cell)>,
    ended: bool,
    /// The last row that was read.
    line: u32,
    /// So many bytes has a row at most.
    most: u64,
}

/// What a cell takes beside its text, about.
const CELL: u64 = 16;

impl<'a, R: Read + Seek> Sheet<'a, R> {
    pub(super) fn new(file: FileId, cells: XlsxCellReader<'a, R>, merged: Merged, most: u64) -> Sheet<'a, R> {
        Sheet { file, cells, merged, ahead: None, ended: false, line: 0, most }
    }

    /// The next cell that holds something, with its row.
    fn cell(&mut self) -> Result<Option<(u32, Cell)>, XlsxError> {
        while let Some((cell, style)) = self.cells.next_cell_with_style_id()? {
            if matches!(cell.get_value(), DataRef::Empty) {
                continue;
            }
            let (row, column) = cell.get_position();
            let styles = self.cells.styles();
            let format = styles.get(style).and_then(|style| style.number_format.as_ref());
            let node = value::node(cell.get_value(), format.map(|format| format.format_code.as_str()));
            let line = row.saturating_add(1);
            self.merged.note(line, column, &node);
            return Ok(Some((line, Cell { column, node, place: self.place(line, column) })));
        }
        Ok(None)
    }

    /// All cells of the next row.
    fn row(&mut self, report: &mut Report) -> Result<Option<Row>, Stop> {
        let Some((line, first)) = self.next_cell(report)? else { return Ok(None) };
        if line <= self.line {
            return Err(self.syntax("rows out of order".to_owned(), report));
        }
        self.line = line;
        let (mut bytes, mut cells) = (weight(&first.node), vec![first]);
        while let Some((at, cell)) = self.next_cell(report)? {
            if at != line {
                self.ahead = Some((at, cell));
                break;
            }
            bytes += weight(&cell.node);
            if bytes > self.most {
                report.push(wrong::limit(self.place(line, 0), "line_bytes", self.most));
                return Err(Stop);
            }
            cells.push(cell);
        }
        cells.sort_by_key(|cell| cell.column);
        // Two rows with one number come here as one row too; neither may take the place of the other.
        if let Some(twice) = cells.windows(2).find(|pair| pair[0].column == pair[1].column) {
            let detail = "a cell that is there twice".to_owned();
            report.push(wrong::syntax(twice[0].place, "XLSX", detail));
            return Err(Stop);
        }
        Ok(Some(Row { number: line, place: self.place(line, 0), width: cells.len(), cells, bytes }))
    }

    fn next_cell(&mut self, report: &mut Report) -> Result<Option<(u32, Cell)>, Stop> {
        if self.ahead.is_some() {
            return Ok(self.ahead.take());
        }
        if self.ended {
            return Ok(None);
        }
        let cell = self.cell().map_err(|error| self.syntax(error.to_string(), report))?;
        self.ended = cell.is_none();
        Ok(cell)
    }

    fn syntax(&self, detail: String, report: &mut Report) -> Stop {
        report.push(wrong::syntax(self.place(self.line.max(1), 0), "XLSX", detail));
        Stop
    }
}

impl<R: Read + Seek> Grid for Sheet<'_, R> {
    fn next(&mut self, report: &mut Report) -> Result<Option<Row>, Stop> {
        loop {
            match self.row(report)? {
                Some(row) if row.is_empty() => {}
                row => return Ok(row),
            }
        }
    }

    fn region(&self, row: u32, column: u32) -> Option<Region<'_>> {
        self.merged.region(row, column)
    }

    fn place(&self, line: u32, column: u32) -> Place {
        Place { file: self.file, line, column: column.saturating_add(1), width: 0 }
    }

    fn is_even(&self) -> bool {
        false
    }
}

fn weight(node: &Node) -> u64 {
    CELL + node.written().map_or(0, str::len) as u64
}
