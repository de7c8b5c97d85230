//! Pieces of Markdown.

use crate::screen::harmless;

/// A row of a table.
pub(crate) fn row(cells: &[String]) -> String {
    format!("| {} |", cells.join(" | "))
}

/// A citation. A backtick cannot stand in one.
pub(crate) fn code(text: &str) -> String {
    format!("`{}`", harmless(&text.replace(['\n', '\r', '`'], " ")))
}

/// The same in a row of a table, where a bar would end the cell. Elsewhere the backslash would be shown.
pub(crate) fn code_in_row(text: &str) -> String {
    code(&text.replace('|', "\\|"))
}

/// Words that a person wrote, with nothing in them that Markdown would act on.
pub(crate) fn plain(text: &str) -> String {
    let mut out = String::new();
    for c in harmless(&text.replace('\r', "\n")).chars() {
        match c {
            '\n' => out.push(' '),
            '|' | '*' | '_' | '`' | '<' | '>' | '[' | ']' | '\\' | '#' => out.extend(['\\', c]),
            c => out.push(c),
        }
    }
    out
}

/// The same in a comment of a pull request, where a name after `@` calls somebody, a number after `#` leads somewhere, an address becomes
/// a link, and `&`, `~` and `$` begin something: an invisible space stands between what would work together.
pub(crate) fn comment(text: &str) -> String {
    let text = plain(text).replace('&', "&amp;").replace('~', "\\~").replace('$', "\\$");
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

    #[test]
    fn a_row_is_one_line_and_drives_nothing() {
        let evil = "a\r\u{1b}[2J\u{7}\u{9b}\u{202e}\u{2028}b";
        assert_eq!(plain(evil), "a ?\\[2J?¿\u{fffd}\u{fffd}b");
        assert_eq!(code(evil), "`a ?[2J?¿\u{fffd}\u{fffd}b`");
    }

    #[test]
    fn a_bar_in_a_citation_is_escaped_in_a_row_and_nowhere_else() {
        assert_eq!(code("/RC4|DES/"), "`/RC4|DES/`");
        assert_eq!(code_in_row("/RC4|DES/"), "`/RC4\\|DES/`");
    }
}
