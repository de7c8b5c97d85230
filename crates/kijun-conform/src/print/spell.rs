//! Values and names in the spelling that evidence has, quoted wherever some reader of YAML would take them for something else.

use kijun_model::{Model, Value};

/// A value.
pub(super) fn value(model: &Model, value: &Value) -> String {
    match value {
        // A version is quoted even where it is no number, so that `1.10` and `1.9` beside it look alike.
        Value::Version(version) => quoted(version.as_str()),
        Value::Text(text) => name(text),
        Value::Ip(_) | Value::Member(..) => name(&model.show_value(value)),
        _ => model.show_value(value),
    }
}

/// A text or a name, in quotes where it needs them.
pub(super) fn name(text: &str) -> String {
    if is_plain(text) { text.to_owned() } else { quoted(text) }
}

/// Whether every reader of YAML, of version 1.1 too, takes the bare text for that text.
fn is_plain(text: &str) -> bool {
    let begins = text.starts_with(|c: char| c.is_alphabetic() || c == '_');
    let tame = |c: char| c.is_alphanumeric() || "_-./@+ ()（）・、。「」".contains(c);
    begins && text.chars().all(tame) && !text.ends_with(' ') && !is_word(text)
}

/// Words that are a value of another type somewhere.
fn is_word(text: &str) -> bool {
    let words = ["null", "true", "false", "yes", "no", "on", "off", "y", "n"];
    words.iter().any(|word| text.eq_ignore_ascii_case(word))
}

fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            c if hides(c) => out.push_str(&escape(c)),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// What cannot be seen, or turns the direction of writing.
fn hides(c: char) -> bool {
    let invisible = matches!(c, '\u{ad}' | '\u{feff}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{fffe}' | '\u{ffff}');
    c.is_control() || invisible || c.is_whitespace() && !matches!(c, ' ' | '\u{3000}')
}

fn escape(c: char) -> String {
    let code = u32::from(c);
    match code {
        ..=0xff => format!("\\x{code:02x}"),
        0x100..=0xffff => format!("\\u{code:04x}"),
        _ => format!("\\U{code:08x}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_be_misread_is_quoted() {
        for text in ["web1", "C2", "旧登記端末", "ops@example.jp", "a b"] {
            assert_eq!(name(text), text);
        }
        for text in
            ["", "1.10", "no", "Null", "2011-04-21", "- a", "a: b", "a #b", "*x", "a ", "10.0.0.1", "true"]
        {
            assert_eq!(name(text), format!("\"{text}\""));
        }
        assert_eq!(name("a\"b\\\n\u{202e}"), r#""a\"b\\\n\u202e""#);
    }
}
