//! The rows of a file of a draw, by the names of their columns.

use kijun_model::Model;

use crate::words::Words;

/// A row of the file.
#[derive(Clone, Debug, Default)]
pub(super) struct Line {
    pub(super) row: usize,
    pub(super) sample: String,
    pub(super) stratum: String,
    pub(super) subject: String,
    pub(super) drawn: String,
    pub(super) rank: String,
    pub(super) digest: String,
    pub(super) unit: String,
}

/// The place of the header, and the rows below it; `None`: there is no header.
pub(super) fn lines(model: &Model, words: &Words, table: &[Vec<String>]) -> Option<(usize, Vec<Line>)> {
    let fields = model.kind_named("sample_member").map(|kind| &model.kind(kind).fields)?;
    let column = |row: &[String], name: &str| {
        let field = fields.iter().find(|field| *field.name == *name)?;
        row.iter().position(|cell| field.from.iter().any(|from| **from == **cell))
    };
    let ours = |row: &[String], key: &str| {
        let names = words.each(|catalogue| catalogue.text(key, &[]));
        row.iter().position(|cell| names.values().any(|name| name == cell))
    };
    let at = |row: &Vec<String>| {
        Some([
            column(row, "sample")?,
            column(row, "subject")?,
            column(row, "stratum")?,
            column(row, "drawn")?,
        ])
    };
    let (header, [sample, subject, stratum, drawn]) =
        table.iter().enumerate().find_map(|(i, row)| Some((i, at(row)?)))?;
    let [rank, digest, unit] =
        ["rank", "digest", "unit"].map(|key| ours(&table[header], &format!("sample-{key}")));
    let line = |(i, row): (usize, &Vec<String>)| {
        let cell = |at: Option<usize>| at.and_then(|at| row.get(at)).cloned().unwrap_or_default();
        Line {
            row: header + i + 2,
            sample: cell(Some(sample)),
            subject: cell(Some(subject)),
            stratum: cell(Some(stratum)),
            drawn: cell(Some(drawn)),
            rank: cell(rank),
            digest: cell(digest),
            unit: cell(unit),
        }
    };
    let filled = |(_, row): &(usize, &Vec<String>)| row.iter().any(|cell| !cell.is_empty());
    Some((header, table[header + 1..].iter().enumerate().filter(filled).map(line).collect()))
}
