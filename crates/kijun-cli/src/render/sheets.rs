//! What was written, and how a sample was drawn, as tables on a screen.

use kijun::RoleSheet;
use kijun_diag::Catalogue;

use crate::screen::{harmless, pad, width};

/// The sheets that were written.
pub(crate) fn written<'a>(
    catalogue: &Catalogue,
    sheets: impl Iterator<Item = (&'a RoleSheet, String)>,
) -> String {
    let head = ["role", "file", "questions", "rows"].map(|key| word(catalogue, key));
    let rows = sheets.map(|(of, path)| {
        let n_rows = of.sheet.rows.len().to_string();
        [of.role.clone(), path, of.n_questions.to_string(), n_rows]
    });
    table(std::iter::once(head).chain(rows).collect(), 2)
}

fn word(catalogue: &Catalogue, key: &str) -> String {
    catalogue.text(&format!("sheets-{key}"), &[])
}

/// Rows of one line each; the columns from `numbers` on are aligned to the right.
fn table<const N: usize>(rows: Vec<[String; N]>, numbers: usize) -> String {
    let rows: Vec<[String; N]> =
        rows.into_iter().map(|row| row.map(|cell| harmless(&one_line(&cell)))).collect();
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

/// A key may hold line ends; a table may not.
fn one_line(text: &str) -> String {
    text.replace(['\n', '\r', '\t'], " ")
}
