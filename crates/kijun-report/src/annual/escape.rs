//! Text as text, in HTML and in Markdown: nothing that evidence says becomes markup.

use minijinja::Value;

use super::Format;

/// Stands before a block of Markdown; what a template leaves before it on the line is taken away with it, so that no block is
/// indented by accident. Texts never contain it.
pub(super) const BLOCK: char = '\u{e000}';

/// A value within a line: markup of ours as it is, anything else escaped, nothing for what is not there.
pub(super) fn inline(value: &Value, format: Format) -> String {
    if value.is_undefined() || value.is_none() {
        return String::new();
    }
    let text = value.to_string();
    if value.is_safe() { text } else { escaped(&text, format) }
}

/// A text escaped.
pub(super) fn escaped(text: &str, format: Format) -> String {
    match format {
        Format::Html => html(text),
        Format::Markdown => markdown(text),
    }
}

/// For HTML, in elements and in quoted attributes.
pub(crate) fn html(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in harmless(text) {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    out
}

/// For Markdown, in paragraphs, headings, lists and cells of tables.
pub(crate) fn markdown(text: &str) -> String {
    let chars: Vec<char> = harmless(text).collect();
    let is_word = |at: Option<usize>| at.and_then(|at| chars.get(at)).is_some_and(|c| c.is_alphanumeric());
    let mut out = String::with_capacity(text.len());
    for (i, &c) in chars.iter().enumerate() {
        let before = i.checked_sub(1);
        let escape = match c {
            '\\' | '`' | '*' | '[' | ']' | '<' | '>' | '|' | '~' | '&' | '$' => true,
            '_' => !(is_word(before) && is_word(Some(i + 1))),
            // Only at the start of a line do these mean anything.
            '#' | '-' | '+' | '=' => i == 0,
            '.' | ')' => {
                let ends = chars.get(i + 1).is_none_or(|c| c.is_whitespace());
                ends && i > 0 && i < 10 && chars[..i].iter().all(char::is_ascii_digit)
            }
            _ => false,
        };
        match c {
            '\n' | '\r' => out.push(' '),
            c if escape => out.extend(['\\', c]),
            c => out.push(c),
        }
    }
    out
}

/// Without what no reader sees: control characters but line breaks and tabs, marks that turn the direction of text, and our own.
fn harmless(text: &str) -> impl Iterator<Item = char> + '_ {
    text.chars().map(|c| match c {
        '\n' | '\t' => c,
        BLOCK | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => '\u{fffd}',
        c if c.is_control() => '\u{fffd}',
        c => c,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_in_evidence_is_text() {
        assert_eq!(html("<script>alert('x')</script>"), "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;");
        assert_eq!(markdown("<b>|*x*|"), "\\<b\\>\\|\\*x\\*\\|");
        assert_eq!(markdown("- a_b _c_"), "\\- a_b \\_c\\_");
        assert_eq!(markdown("98.9%"), "98.9%");
        assert_eq!(markdown("1. a\n# b"), "1\\. a # b");
    }
}
