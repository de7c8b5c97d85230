//! Blocks as Markdown, and the whole tidied.

use super::block::{Block, Table};
use super::escape::BLOCK;

/// A block as Markdown, with an empty line after it.
pub(super) fn block(block: &Block) -> String {
    let text = match block {
        Block::Heading { level, id, number, text } => heading(*level, id.as_deref(), number, text),
        Block::Paragraph(text) => text.clone(),
        Block::Note(text) => format!("> {text}"),
        Block::Gap(text) => format!("> **⚠ {text}**"),
        Block::List { ordered, items } => {
            let mark = if *ordered { "1." } else { "-" };
            items.iter().map(|item| format!("{mark} {item}")).collect::<Vec<_>>().join("\n")
        }
        Block::Terms(pairs) => {
            let pair = |(term, text): &(String, String)| format!("- **{term}**: {text}");
            pairs.iter().map(pair).collect::<Vec<_>>().join("\n")
        }
        Block::Verbatim(text) => verbatim(text),
        Block::Table(table) | Block::Figure { table, .. } => self::table(table),
        Block::Group(_) => return String::new(),
    };
    format!("{BLOCK}{text}\n\n")
}

fn heading(level: usize, id: Option<&str>, number: &str, text: &str) -> String {
    let id = id.map(|id| format!("<a id=\"{id}\"></a>\n\n")).unwrap_or_default();
    let space = if number.is_empty() { "" } else { " " };
    format!("{id}{} {number}{space}{text}", "#".repeat(level + 1))
}

/// A fence longer than any inside.
fn verbatim(text: &str) -> String {
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest.max(2) + 1);
    format!("{fence}\n{}\n{fence}", text.trim_end())
}

fn table(table: &Table) -> String {
    if table.rows.is_empty() {
        return format!("**{}**: {}", table.caption, table.empty);
    }
    let is_number = |i: usize| table.rows.iter().all(|row| row.get(i).is_none_or(|cell| cell.number));
    let rule = |i: usize| if is_number(i) { "---:" } else { "---" };
    let line = |cells: Vec<&str>| format!("| {} |", cells.join(" | "));
    let mut lines = vec![format!("**{}**", table.caption), String::new()];
    lines.push(line(table.head.iter().map(String::as_str).collect()));
    lines.push(line((0..table.head.len()).map(rule).collect()));
    lines.extend(table.rows.iter().map(|row| line(row.iter().map(|cell| &*cell.text).collect())));
    lines.join("\n")
}

/// The whole: nothing before a block on its line, one empty line between blocks, a newline at the end.
pub(super) fn tidy(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (i, part) in text.split(BLOCK).enumerate() {
        if i > 0 {
            out.truncate(out.trim_end().len());
            out.push_str(if out.is_empty() { "" } else { "\n\n" });
        }
        out.push_str(part);
    }
    out.truncate(out.trim_end().len());
    out.push('\n');
    out
}
