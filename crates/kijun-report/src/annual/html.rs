//! Blocks as HTML: headings in order, tables with captions and scopes, wide ones in a region that scrolls.

use super::block::{Block, Table};

/// A block as HTML.
pub(super) fn block(block: &Block) -> String {
    match block {
        Block::Heading { level, id, number, text } => heading(*level, id.as_deref(), number, text),
        Block::Paragraph(text) => format!("<p>{text}</p>\n"),
        Block::Note(text) => format!("<p class=\"note\">{text}</p>\n"),
        Block::Gap(text) => format!("<p class=\"gap\" role=\"note\"><strong>{text}</strong></p>\n"),
        Block::List { ordered, items } => {
            let tag = if *ordered { "ol" } else { "ul" };
            let items: String = items.iter().map(|item| format!("<li>{item}</li>\n")).collect();
            format!("<{tag}>\n{items}</{tag}>\n")
        }
        Block::Terms(pairs) => {
            let pair =
                |(term, text): &(String, String)| format!("<div><dt>{term}</dt><dd>{text}</dd></div>\n");
            format!("<dl>\n{}</dl>\n", pairs.iter().map(pair).collect::<String>())
        }
        Block::Verbatim(text) => format!("<pre tabindex=\"0\"><code>{text}</code></pre>\n"),
        Block::Table(table) => self::table(table),
        Block::Figure { svg, caption, summary, table, whole } => figure(svg, caption, summary, table, *whole),
        Block::Group(Some(class)) => format!("<div class=\"{class}\">\n"),
        Block::Group(None) => "</div>\n".to_owned(),
    }
}

fn heading(level: usize, id: Option<&str>, number: &str, text: &str) -> String {
    let tag = level + 1;
    let id = id.map(|id| format!(" id=\"{id}\"")).unwrap_or_default();
    let number =
        if number.is_empty() { String::new() } else { format!("<span class=\"number\">{number}</span> ") };
    format!("<h{tag}{id}>{number}{text}</h{tag}>\n")
}

fn figure(svg: &str, caption: &str, summary: &str, table: &Table, whole: bool) -> String {
    let data = self::table(table);
    // On paper a picture that shows all its data needs no table.
    let class = if whole { "shown" } else { "more" };
    format!(
        "<figure>\n<figcaption>{caption}</figcaption>\n{svg}\n</figure>\n<details class=\"{class}\">\n<summary>{summary}</summary>\n{data}</details>\n"
    )
}

fn table(table: &Table) -> String {
    if table.rows.is_empty() {
        return format!("<p class=\"none\">{}: {}</p>\n", table.caption, table.empty);
    }
    let head: String = table
        .head
        .iter()
        .map(|cell| {
            format!("<th scope=\"col\"{}>{cell}</th>", if is_short(cell) { " class=\"short\"" } else { "" })
        })
        .collect();
    let rows: String = table.rows.iter().map(|row| format!("<tr>{}</tr>\n", self::row(row))).collect();
    let caption = &table.caption;
    // A region that scrolls is reached by the keyboard and has a name; a caption may hold no markup there.
    let label = plain(caption);
    format!(
        "<div class=\"scroll\" role=\"region\" aria-label=\"{label}\" tabindex=\"0\">\n<table>\n<caption>{caption}</caption>\n\
         <thead><tr>{head}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n</div>\n"
    )
}

fn row(cells: &[super::block::Cell]) -> String {
    let cell = |(i, cell): (usize, &super::block::Cell)| {
        let class = match cell.number {
            true => " class=\"num\"",
            false if is_short(&cell.text) => " class=\"short\"",
            false => "",
        };
        match i {
            0 => format!("<th scope=\"row\"{class}>{}</th>", cell.text),
            _ => format!("<td{class}>{}</td>", cell.text),
        }
    };
    cells.iter().enumerate().map(cell).collect()
}

/// Whether a text is better not broken: a date, a number, a word.
fn is_short(text: &str) -> bool {
    plain(text).chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum::<usize>() <= 16
}

/// Escaped HTML without its elements.
fn plain(html: &str) -> String {
    let mut inside = false;
    let keep = |c: &char| {
        inside = *c == '<' || inside && *c != '>';
        !inside && *c != '>'
    };
    html.chars().filter(keep).collect()
}
