//! One part of a workbook, byte by byte: names of cells that fit, and the cells of a sheet in one place.
//!
//! The reader of workbooks stops at the end of the first `sheetData`: what a second one holds would be lost.

use std::io::{self, Write};

use super::references::References;

/// The element that is a sheet. What a workbook keeps of other workbooks has rows too, of one sheet after another, and is not read.
const SHEET: &[u8] = b"worksheet";

/// The element that holds the rows of a sheet.
const ROWS: &[u8] = b"sheetData";

/// Takes the bytes of a part and refuses it where some of it would be lost.
#[derive(Debug, Default)]
pub(super) struct Part {
    references: References,
    /// Inside the name of an element that begins, the name as far as it was read.
    element: Option<Vec<u8>>,
    /// Whether the part is a sheet.
    sheet: bool,
    /// Whether its rows have begun.
    rows: bool,
}

impl Part {
    /// Takes one byte; `false`: rows begin a second time.
    fn byte(&mut self, byte: u8) -> bool {
        match (&mut self.element, byte) {
            // Every other byte of UTF-16.
            (_, 0) => {}
            (_, b'<') => self.element = Some(Vec::new()),
            (Some(name), b':') => name.clear(),
            (Some(name), byte) if byte.is_ascii_alphanumeric() => {
                if name.len() <= ROWS.len() {
                    name.push(byte);
                }
            }
            (Some(name), _) => {
                let (sheet, rows) = (name == SHEET, self.sheet && name == ROWS);
                let again = rows && self.rows;
                self.sheet |= sheet;
                self.rows |= rows;
                self.element = None;
                return !again;
            }
            (None, _) => {}
        }
        true
    }
}

impl Write for Part {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.references.write_all(bytes)?;
        match bytes.iter().all(|&byte| self.byte(byte)) {
            true => Ok(bytes.len()),
            false => Err(io::Error::other("the rows of a sheet begin twice")),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
