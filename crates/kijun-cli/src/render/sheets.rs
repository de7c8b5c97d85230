//! What was written, and how a sample was drawn, as tables on a screen.

use kijun::{Draw, RoleSheet};
use kijun_diag::Catalogue;
use kijun_findings::Rate;
use kijun_report::sample::CHECK;

use crate::screen::{one_line, pad, width};

/// The sheets that were written.
pub(crate) fn written<'a>(
    catalogue: &Catalogue,
    sheets: impl Iterator<Item = (&'a RoleSheet, String)>,
) -> String {
    let head = ["role", "file", "questions", "rows"].map(|key| word(catalogue, &format!("sheets-{key}")));
    let rows = sheets.map(|(of, path)| {
        let n_rows = of.sheet.rows.len().to_string();
        [of.role.clone(), path, of.n_questions.to_string(), n_rows]
    });
    table(std::iter::once(head).chain(rows).collect(), 2)
}

/// A sample by its strata, and how it can be checked.
pub(crate) fn sample(catalogue: &Catalogue, draw: &Draw) -> String {
    let sheet = &draw.sheet;
    let (n, n_drawn) = (sheet.rows.len(), sheet.n_drawn());
    let args = [("name", sheet.name.as_str().into()), ("n", n.into()), ("drawn", n_drawn.into())];
    let title = one_line(&catalogue.text("sample-title", &args));
    let seed = one_line(&catalogue.text("sample-seed", &[("seed", sheet.seed.as_str().into())]));
    let head = ["stratum", "size", "drawn", "rate"].map(|key| word(catalogue, &format!("sample-{key}")));
    let line = |name: &str, size: u64, drawn: u64| {
        [name.to_owned(), size.to_string(), drawn.to_string(), rate(drawn, size)]
    };
    let strata = draw.strata.iter().map(|stratum| line(&stratum.name, stratum.size, stratum.drawn));
    let total = line(&word(catalogue, "sample-total"), n as u64, n_drawn as u64);
    let rows = std::iter::once(head).chain(strata).chain([total]).collect();
    let check = catalogue.text("sample-check", &[("command", CHECK.into())]);
    format!("{title}\n{seed}\n{}{check}\n", table(rows, 1))
}

fn rate(numerator: u64, denominator: u64) -> String {
    let tenths = Rate { numerator, denominator }.per_mille();
    format!("{}.{}%", tenths / 10, tenths % 10)
}

fn word(catalogue: &Catalogue, key: &str) -> String {
    catalogue.text(key, &[])
}

/// Rows of one line each; the columns from `numbers` on are aligned to the right.
fn table<const N: usize>(rows: Vec<[String; N]>, numbers: usize) -> String {
    let rows: Vec<[String; N]> = rows.into_iter().map(|row| row.map(|cell| one_line(&cell))).collect();
    let mut widths = [0; N];
    for row in &rows {
        for (widest, cell) in widths.iter_mut().zip(row) {
            *widest = (*widest).max(width(cell));
        }
    }
    let line = |row: &[String; N]| {
        let cell = |(i, (cell, &to)): (usize, (&String, &usize))| match i < numbers {
            true => pad(cell, to),
            false => format!("{}{cell}", " ".repeat(to - width(cell))),
        };
        let cells: Vec<String> = row.iter().zip(&widths).enumerate().map(cell).collect();
        format!("{}\n", cells.join("  ").trim_end())
    };
    rows.iter().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_differ_in_a_line_end_are_printed_as_two() {
        let lines = table(["a b", "a\nb", "a\r\nb", "a\tb"].map(|name| [name.to_owned()]).into(), 1);
        assert_eq!(lines, "a b\na␊b\na␍␊b\na␉b\n");
    }
}
