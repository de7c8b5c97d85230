//! Words that people and evidence wrote, without what drives a terminal or turns a text around.

/// The text without control characters, each replaced by a character of the same length in bytes, so that places
/// in it stay where they are. Escape sequences and text direction in evidence never reach the terminal.
#[must_use]
pub fn harmless(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\n' | '\t' => c,
            c if c.is_ascii_control() => '?',
            '\u{80}'..='\u{9f}' => '¿',
            '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' => {
                '\u{fffd}'
            }
            c => c,
        })
        .collect()
}
