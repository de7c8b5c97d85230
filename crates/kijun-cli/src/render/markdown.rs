//! Pieces of Markdown.

use crate::screen::harmless;

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

/// The same in a comment of a pull request, where a name after `@` calls somebody, a number after `#` leads somewhere, an address becomes
/// a link, and `&`, `~` and `$` begin something: an invisible space stands between what would work together.
pub(crate) fn comment(text: &str) -> String {
    let text = plain(&harmless(text)).replace('&', "&amp;").replace('~', "\\~").replace('$', "\\$");
    text.replace('@', "@\u{200b}")
        .replace("\\#", "\\#\u{200b}")
        .replace("://", ":\u{200b}//")
        .replace("www.", "www\u{200b}.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_comment_calls_nobody_and_leads_nowhere() {
        assert_eq!(comment("<b>|@all #1 `x`"), "\\<b\\>\\|@\u{200b}all \\#\u{200b}1 \\`x\\`");
        assert_eq!(
            comment("https://a ~~b~~ &lt; \u{1b}[2J"),
            "https:\u{200b}//a \\~\\~b\\~\\~ &amp;lt; ?\\[2J"
        );
    }
}
