//! A table as texts, for those who compare a file with what they would write: no types, no header, no diagnostics.

use std::io::BufReader;

use crate::rows::{Fault, Row, Rows, unarmed};

/// The rows of a table, comma-separated or a workbook's first sheet, each cell as a text.
///
/// # Errors
///
/// Where it cannot be read; the words are for a person.
pub fn cells(bytes: &[u8]) -> Result<Vec<Vec<String>>, String> {
    // Archives begin so, and no text does.
    if bytes.starts_with(b"PK\x03\x04") {
        return crate::workbook::texts(bytes);
    }
    let text = crate::encoding::text(bytes).map_err(|_| "not UTF-8".to_owned())?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut rows = Rows::new(BufReader::new(text.as_bytes()), u64::MAX);
    let (mut row, mut table) = (Row::default(), Vec::new());
    while rows.next(&mut row).map_err(why)? {
        let cell = |i: usize| unarmed(&String::from_utf8_lossy(row.cell(i))).to_owned();
        table.push((0..row.cells.len()).map(cell).collect());
    }
    Ok(table)
}

fn why(fault: Fault) -> String {
    match fault {
        Fault::Io(error) => error.to_string(),
        Fault::TooLong(line) => format!("line {line}"),
        Fault::Unclosed(line, column) => format!("{line}:{column}: \""),
    }
}
