//! Comma-separated values for a spreadsheet: UTF-8 with its mark, RFC 4180, and nothing that would be run as a formula.

/// The mark by which a spreadsheet knows that the text is UTF-8; without it Japanese comes out as rubbish.
pub const BYTE_ORDER_MARK: char = '\u{feff}';

/// What makes a spreadsheet take a cell for a formula when it stands first. Full-width signs do where Japanese is set.
const FORMULA: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// A row with its line end.
#[must_use]
pub fn row<C: AsRef<str>>(cells: impl IntoIterator<Item = C>) -> String {
    let cells: Vec<String> = cells.into_iter().map(|cell| quoted(&unarmed(cell.as_ref()))).collect();
    format!("{}\r\n", cells.join(","))
}

/// A row for people alone, that is never read as evidence again: nothing in it drives a terminal.
#[must_use]
pub fn shown<C: AsRef<str>>(cells: impl IntoIterator<Item = C>) -> String {
    row(cells.into_iter().map(|cell| crate::harmless(&cell.as_ref().replace("\r\n", "\n"))))
}

/// A cell that a spreadsheet takes for a text, whatever it begins with: an apostrophe comes before what would begin a formula. So that
/// the reader of evidence can take it off again and nothing else, a text that looks as if that had been done gets one more.
fn unarmed(cell: &str) -> String {
    match cell.trim_start_matches('\'').starts_with(FORMULA) {
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
        let cells = ["=1+1", "+1", "-1", "@a", "＝a", "'=a", "it's", "a,\"b\"", "基準"];
        assert_eq!(row(cells), "'=1+1,'+1,'-1,'@a,'＝a,''=a,it's,\"a,\"\"b\"\"\",基準\r\n");
    }

    #[test]
    fn what_is_shown_drives_no_terminal() {
        assert_eq!(shown(["a\r\nb", "\u{1b}[2J\r\u{7}", "\u{9b}\u{202e}"]), "\"a\nb\",?[2J??,¿\u{fffd}\r\n");
    }
}
