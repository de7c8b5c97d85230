//! Names of cells in the parts of a workbook, such as `r="B7"`: none may be longer than a sheet is large, and
//! no region may end before it begins.
//!
//! The reader of workbooks counts columns and rows without a bound, and takes the beginning of a region from its end.

use std::io::{self, Write};

/// `XFD`
const MOST_LETTERS: usize = 3;

/// `1048576`
const MOST_DIGITS: usize = 7;

/// Takes the bytes of a part and refuses it at the first such name.
#[derive(Debug, Default)]
pub(super) struct References {
    /// The name of an attribute, or what may be one: its last bytes.
    name: Vec<u8>,
    /// Whether its `=` has been.
    assigned: bool,
    /// The quote that ends the value, inside the value of such an attribute.
    inside: Option<u8>,
    /// The cell that is being named.
    cell: Cell,
    /// The one before the `:` of a region.
    first: Option<Cell>,
}

/// A cell's name as far as it was read.
#[derive(Clone, Copy, Debug, Default)]
struct Cell {
    letters: usize,
    digits: usize,
    column: u32,
    row: u32,
}

impl Cell {
    fn byte(&mut self, byte: u8) {
        match byte {
            b'0'..=b'9' => {
                self.digits += 1;
                self.row = self.row.saturating_mul(10).saturating_add(u32::from(byte - b'0'));
            }
            byte if byte.is_ascii_alphabetic() => {
                self.letters += 1;
                let letter = u32::from(byte.to_ascii_uppercase() - b'A') + 1;
                self.column = self.column.saturating_mul(26).saturating_add(letter);
            }
            _ => *self = Cell::default(),
        }
    }

    fn fits(&self) -> bool {
        self.letters <= MOST_LETTERS && self.digits <= MOST_DIGITS
    }
}

impl References {
    /// Takes one byte; `false`: a cell's name is too long, or a region ends before it begins.
    fn byte(&mut self, byte: u8) -> bool {
        match (self.inside, byte) {
            // Every other byte of UTF-16.
            (_, 0) => {}
            (Some(quote), byte) if byte == quote => {
                let References { cell, first, .. } = std::mem::take(self);
                return first.is_none_or(|first| first.row <= cell.row && first.column <= cell.column);
            }
            (Some(_), b':') => self.first = Some(std::mem::take(&mut self.cell)),
            (Some(_), byte) => self.cell.byte(byte),
            (None, b'"' | b'\'') if self.assigned => {
                let cells = matches!(&self.name[..], b"r" | b"ref");
                *self = References { inside: cells.then_some(byte), ..References::default() };
            }
            (None, b'=') => self.assigned = true,
            (None, byte) if byte.is_ascii_whitespace() => {
                if !self.assigned {
                    self.name.clear();
                }
            }
            (None, byte) => {
                self.assigned = false;
                if self.name.len() < 4 {
                    self.name.push(byte);
                }
            }
        }
        self.cell.fits()
    }
}

impl Write for References {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match bytes.iter().all(|&byte| self.byte(byte)) {
            true => Ok(bytes.len()),
            false => Err(io::Error::other("a cell or region that no sheet has")),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fits(text: &str) -> bool {
        let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let narrow = References::default().write(text.as_bytes()).is_ok();
        assert_eq!(narrow, References::default().write(&wide).is_ok());
        narrow
    }

    #[test]
    fn names_of_cells_are_bounded_and_other_values_are_not() {
        assert!(fits("<row r=\"1048576\"><c  r = 'XFD1048576' t=\"inlineStr\"/></row><x ref=\"A1:XFD9\"/>"));
        assert!(fits("<Relationship Id=\"rId123456789\" Target='worksheets/sheet1.xml'/>AAAA99999999"));
        assert!(!fits("<c r=\"AAAA1\"/>"));
        assert!(!fits("<row r='99999999'/>"));
        assert!(!fits("<mergeCell ref=\"A1:ABCDEF1\"/>"));
        assert!(!fits("<mergeCell ref=\"D3:C4\"/>"));
        assert!(!fits("<mergeCell ref=\"D3:E2\"/>"));
    }
}
