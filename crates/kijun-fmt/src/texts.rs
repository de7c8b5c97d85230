//! Block texts at another indentation, with the same value.

/// How far the lines of a text stand to the right of its member.
const STEP: usize = 2;

/// A block text whose member is indented so far. The reader takes away what all lines share, so that the value stays.
pub(crate) fn indented(text: &str, indent: usize) -> String {
    let mut lines = text.split('\n');
    let head = lines.next().unwrap_or("").to_owned();
    let lines: Vec<&str> = lines.collect();
    let body = lines.len().saturating_sub(1);
    let closing = lines.last().copied().unwrap_or("");
    let margin = margin(&lines);
    let margins = " ".repeat(indent + STEP);
    let mut moved = vec![head];
    for line in &lines[..body] {
        moved.push(if is_blank(line) { String::new() } else { format!("{margins}{}", cut(line, margin)) });
    }
    if !lines.is_empty() {
        let closing = if is_closing(closing) { "\"\"\"" } else { cut(closing, margin) };
        moved.push(format!("{margins}{closing}"));
    }
    moved.join("\n")
}

/// What all lines that hold something share, in bytes, as the reader counts it.
fn margin(lines: &[&str]) -> usize {
    let filled = lines.iter().filter(|line| !is_blank(line) && !is_closing(line));
    filled.map(|line| line.len() - line.trim_start_matches([' ', '\t', '\u{3000}']).len()).min().unwrap_or(0)
}

fn cut(line: &str, margin: usize) -> &str {
    line.get(margin..).unwrap_or(line)
}

fn is_blank(line: &str) -> bool {
    line.trim_matches([' ', '\t', '\r', '\u{3000}', '\u{A0}']).is_empty()
}

fn is_closing(line: &str) -> bool {
    line.strip_suffix("\"\"\"").is_some_and(is_blank)
}
