//! Pieces of Markdown.

/// A row of a table.
pub(crate) fn row(cells: &[String]) -> String {
    format!("| {} |", cells.join(" | "))
}

/// A citation. A backtick cannot stand in one.
pub(crate) fn code(text: &str) -> String {
    format!("`{}`", text.replace('|', "\\|").replace(['\n', '`'], " "))
}

/// Words that a person wrote, with nothing in them that Markdown would act on.
pub(crate) fn plain(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        match c {
            '\n' | '\r' => out.push(' '),
            '|' | '*' | '_' | '`' | '<' | '>' | '[' | ']' | '\\' | '#' => out.extend(['\\', c]),
            c => out.push(c),
        }
    }
    out
}
