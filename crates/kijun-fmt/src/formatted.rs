//! A file laid out, with all that is to be said about it.

use kijun_diag::{Diagnostic, Diagnostics, FileId, Span, ids};

use crate::format;

/// A file's text as it should stand.
#[derive(Clone, Debug)]
pub struct Formatted {
    /// The text. What could not be read, and all of it where the layout would not say the same, stands as it stood.
    pub text: String,
    /// What is wrong with the file.
    pub diagnostics: Diagnostics,
}

/// Lays out a file and says what is wrong with it.
#[must_use]
pub fn format_file(file: FileId, text: &str) -> Formatted {
    let (_, mut diagnostics) = kijun_syntax::parse(file, text);
    match format(text) {
        Ok(text) => Formatted { text, diagnostics },
        Err(_) => {
            diagnostics.push(would_change(file));
            Formatted { text: text.to_owned(), diagnostics }
        }
    }
}

/// The layout would have said something else.
fn would_change(file: FileId) -> Diagnostic {
    Diagnostic::new(ids::WOULD_CHANGE_MEANING, Span { file, start: 0, end: 0 })
}
