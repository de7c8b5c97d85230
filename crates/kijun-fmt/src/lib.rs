//! One layout for every text of the rule language.
//!
//! Only blanks change, and backquotes that nothing needs: tokens and comments stay as they are and in their order. What
//! was laid out is read again, and given away only if it says the same. What does not parse stays as it stands.

mod blocks;
mod check;
mod columns;
mod expressions;
mod formatted;
mod items;
mod kept_lines;
mod layout;
mod margin;
mod members;
mod spelling;
mod statements;
mod texts;
mod vocabularies;

pub use check::{Refusal, What};
pub use formatted::{Formatted, format_file};

/// The columns that a line should not go beyond.
pub const WIDTH: usize = 120;

/// Lays out a text.
///
/// # Errors
///
/// If the result would not say the same. That is a fault of this crate; the text is better left alone.
pub fn format(text: &str) -> Result<String, Refusal> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text).replace("\r\n", "\n");
    let laid_out = lay_out(&text);
    check::same(&text, &laid_out)?;
    Ok(laid_out)
}

fn lay_out(text: &str) -> String {
    let Some(file) = kijun_syntax::concrete::concrete(text) else { return text.to_owned() };
    margin::apart(&layout::render(&file, text))
}
