//! Rows of comma-separated values, one at a time, each cell with its exact place.
//!
//! The rules are RFC 4180's: cells in quotes may hold commas, line ends and doubled quotes.

use std::io::{self, BufRead};

/// A row. Cells are ranges of its text.
#[derive(Debug, Default)]
pub(crate) struct Row {
    /// The number of the line on which it begins.
    pub(crate) line: u32,
    /// Its number, from 1; empty rows are counted.
    pub(crate) number: u32,
    /// The cells' contents, one after another.
    pub(crate) bytes: Vec<u8>,
    /// The cells.
    pub(crate) cells: Vec<CellAt>,
}

/// A cell of a row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct CellAt {
    /// One past its last byte in the row's text.
    pub(crate) end: usize,
    /// Its line, from 1.
    pub(crate) line: u32,
    /// Its column in characters, from 1.
    pub(crate) column: u32,
    /// Its width in characters, its quotes included; 0 if it spans lines.
    pub(crate) width: u32,
}

/// What makes a spreadsheet take a cell for a formula when it stands first.
const FORMULA: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// A cell without the apostrophe that keeps a spreadsheet from taking it for a formula. Of several, one was put before a text that had the
/// others.
pub(crate) fn unarmed(cell: &str) -> &str {
    let bare = cell.trim_start_matches('\'');
    match cell.strip_prefix('\'') {
        Some(text) if bare.starts_with(FORMULA) => text,
        _ => cell,
    }
}

/// Why there is no row.
#[derive(Debug)]
pub(crate) enum Fault {
    /// The system could not read.
    Io(io::Error),
    /// The row that begins on this line is longer than the limit.
    TooLong(u32),
    /// A quote at this line and column does not end.
    Unclosed(u32, u32),
}

/// Reads rows.
pub(crate) struct Rows<R> {
    input: R,
    most: u64,
    scan: Scan,
}

/// How far reading has come.
struct Scan {
    row: u32,
    line: u32,
    column: u32,
    /// Whether the last byte was a carriage return that ended a row.
    after_return: bool,
    state: State,
    /// The cell being read.
    cell: CellAt,
    /// Bytes of the row so far.
    length: u64,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Start,
    Plain,
    Quoted,
    /// After a quote inside a quoted cell: its end, or the first half of a doubled quote.
    Quote,
}

impl<R: BufRead> Rows<R> {
    /// Rows of at most so many bytes.
    pub(crate) fn new(input: R, most: u64) -> Rows<R> {
        let cell = CellAt::default();
        let scan =
            Scan { row: 0, line: 1, column: 1, after_return: false, state: State::Start, cell, length: 0 };
        Rows { input, most, scan }
    }

    /// The next row that is not empty.
    pub(crate) fn next(&mut self, row: &mut Row) -> Result<bool, Fault> {
        loop {
            let more = self.row(row)?;
            if !more || !row.is_blank() {
                return Ok(more);
            }
        }
    }

    fn row(&mut self, row: &mut Row) -> Result<bool, Fault> {
        let scan = &mut self.scan;
        scan.begin(row);
        loop {
            let buffer = self.input.fill_buf().map_err(Fault::Io)?;
            if buffer.is_empty() {
                return scan.end_of_file(row);
            }
            let end = buffer.iter().position(|&byte| scan.byte(row, byte) || scan.length > self.most);
            let used = end.map_or(buffer.len(), |i| i + 1);
            self.input.consume(used);
            match end {
                Some(_) if scan.length > self.most => return Err(Fault::TooLong(row.line)),
                Some(_) => return Ok(true),
                None => {}
            }
        }
    }
}

impl Scan {
    fn begin(&mut self, row: &mut Row) {
        row.bytes.clear();
        row.cells.clear();
        row.line = self.line;
        self.row = self.row.saturating_add(1);
        row.number = self.row;
        self.begin_cell();
        self.length = 0;
    }

    fn begin_cell(&mut self) {
        self.cell = CellAt { end: 0, line: self.line, column: self.column, width: 0 };
        self.state = State::Start;
    }

    /// Takes one byte; `true`: the row ends.
    fn byte(&mut self, row: &mut Row, byte: u8) -> bool {
        if std::mem::take(&mut self.after_return) && byte == b'\n' {
            return false;
        }
        self.length += 1;
        match (self.state, byte) {
            (State::Quoted, b'"') => self.state = State::Quote,
            (State::Quoted, b'\n') => {
                row.bytes.push(byte);
                self.next_line();
                return false;
            }
            (State::Quoted, _) => row.bytes.push(byte),
            (State::Start, b'"') => self.state = State::Quoted,
            (State::Quote, b'"') => {
                row.bytes.push(byte);
                self.state = State::Quoted;
            }
            (_, b',') => {
                self.end_cell(row);
                self.advance(byte);
                self.begin_cell();
                return false;
            }
            (_, b'\n' | b'\r') => {
                self.end_cell(row);
                self.after_return = byte == b'\r';
                self.next_line();
                return true;
            }
            _ => {
                row.bytes.push(byte);
                self.state = State::Plain;
            }
        }
        self.advance(byte);
        false
    }

    fn end_of_file(&mut self, row: &mut Row) -> Result<bool, Fault> {
        if self.state == State::Quoted {
            return Err(Fault::Unclosed(self.cell.line, self.cell.column));
        }
        if self.length > 0 {
            self.end_cell(row);
        }
        Ok(self.length > 0)
    }

    fn end_cell(&self, row: &mut Row) {
        let width =
            if self.cell.line == self.line { self.column.saturating_sub(self.cell.column) } else { 0 };
        row.cells.push(CellAt { end: row.bytes.len(), width, ..self.cell });
    }

    /// Bytes that go on a character of UTF-8 are not counted.
    fn advance(&mut self, byte: u8) {
        if byte & 0xC0 != 0x80 {
            self.column = self.column.saturating_add(1);
        }
    }

    fn next_line(&mut self) {
        self.line = self.line.saturating_add(1);
        self.column = 1;
    }
}

impl Row {
    /// The content of a cell.
    pub(crate) fn cell(&self, i: usize) -> &[u8] {
        let start = if i == 0 { 0 } else { self.cells.get(i - 1).map_or(0, |cell| cell.end) };
        self.cells.get(i).and_then(|cell| self.bytes.get(start..cell.end)).unwrap_or(&[])
    }

    fn is_blank(&self) -> bool {
        self.cells.len() == 1 && self.bytes.is_empty() && self.cells[0].width == 0
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn split(text: &str) -> Result<Vec<Vec<String>>, Fault> {
        let mut rows = Rows::new(text.as_bytes(), 1 << 20);
        let (mut row, mut all) = (Row::default(), Vec::new());
        while rows.next(&mut row)? {
            let cell = |i| String::from_utf8(row.cell(i).to_vec()).unwrap();
            all.push((0..row.cells.len()).map(cell).collect());
        }
        Ok(all)
    }

    fn places(text: &str) -> Vec<(u32, u32, u32)> {
        let mut rows = Rows::new(text.as_bytes(), 1 << 20);
        let (mut row, mut all) = (Row::default(), Vec::new());
        while rows.next(&mut row).unwrap() {
            all.extend(row.cells.iter().map(|cell| (cell.line, cell.column, cell.width)));
        }
        all
    }

    #[test]
    fn cells_know_their_places_in_characters() {
        let text = "名,b\r\n\"a,\"\"\",あい\n\n\"x\ny\",z";
        let expected = [(1, 1, 1), (1, 3, 1), (2, 1, 6), (2, 8, 2), (4, 1, 0), (5, 4, 1)];
        assert_eq!(places(text), expected);
    }

    #[test]
    fn a_quote_that_does_not_end_is_a_fault() {
        assert!(matches!(split("a,b\n1,\"x\n"), Err(Fault::Unclosed(2, 3))));
        assert!(matches!(Rows::new(&b"aaaa"[..], 3).next(&mut Row::default()), Err(Fault::TooLong(1))));
    }

    proptest! {
        #[test]
        fn rows_are_split_as_another_reader_splits_them(text in "[ab,\"\n\r]{0,40}") {
            let mut reader = csv::ReaderBuilder::new();
            let mut reader = reader.has_headers(false).flexible(true).from_reader(text.as_bytes());
            let theirs = reader.records().map(|r| r.unwrap().iter().map(str::to_owned).collect::<Vec<_>>());
            match split(&text) {
                Ok(ours) => prop_assert_eq!(ours, theirs.collect::<Vec<_>>()),
                Err(fault) => prop_assert!(matches!(fault, Fault::Unclosed(..))),
            }
        }
    }
}
