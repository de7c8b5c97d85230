//! Comma-separated values for a spreadsheet.
//!
//! They begin with the mark that tells a spreadsheet that the text is UTF-8: without it Japanese comes out as rubbish.

const BYTE_ORDER_MARK: char = '\u{feff}';

/// Rows of cells, the first of them the head.
pub(crate) fn table(rows: impl Iterator<Item = Vec<String>>) -> String {
    let lines: String = rows.map(|cells| line(cells.into_iter())).collect();
    format!("{BYTE_ORDER_MARK}{lines}")
}

fn line(cells: impl Iterator<Item = String>) -> String {
    let cells: Vec<String> = cells.map(|cell| quoted(&unarmed(&cell))).collect();
    format!("{}\r\n", cells.join(","))
}

/// A cell that a spreadsheet takes for a text, whatever it begins with: a formula in a title would be run.
fn unarmed(cell: &str) -> String {
    match cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        true => format!("'{cell}"),
        false => cell.to_owned(),
    }
}

fn quoted(cell: &str) -> String {
    match cell.contains([',', '"', '\n', '\r']) {
        true => format!("\"{}\"", cell.replace('"', "\"\"")),
        false => cell.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_spreadsheet_would_run_is_a_text() {
        let cells = ["=1+1", "+1", "-1", "@a", "a,\"b\"", "基準"].map(str::to_owned).into_iter();
        assert_eq!(line(cells), "'=1+1,'+1,'-1,'@a,\"a,\"\"b\"\"\",基準\r\n");
    }
}
