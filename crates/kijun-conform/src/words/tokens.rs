//! A text to its words: what sets them apart, and what leads a line, is left out.

use super::fold::{Folded, characters, is_east_asian};

/// A word as it is compared, and where it begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) key: Box<str>,
    pub(super) start: usize,
}

pub(super) fn of(text: &str) -> Vec<Token> {
    let chars = characters(text);
    let mut tokens = Vec::new();
    let mut at = 0;
    let mut leads = true;
    while at < chars.len() {
        if leads || chars[at].leads {
            at = after_lead(&chars, at);
            leads = false;
            if at >= chars.len() {
                break;
            }
        }
        let end = word_end(&chars, at);
        if end > at {
            let key: String = chars[at..end].iter().map(|f| f.c).filter(|c| !is_silent(*c)).collect();
            tokens.push(Token { key: key.into(), start: chars[at].start });
            at = end;
        } else {
            // A list may go on within a line: `…; (b) …`.
            leads =
                matches!(chars[at].c, ';' | ':') && chars.get(at + 1).is_some_and(|f| f.c.is_whitespace());
            at += 1;
        }
    }
    tokens
}

/// Where the word ends that begins here; here, if none does.
fn word_end(chars: &[Folded], at: usize) -> usize {
    let c = chars[at].c;
    if is_east_asian(c) || is_sign(c) {
        return at + 1;
    }
    let minus = c == '-'
        && is_digit(chars.get(at + 1))
        && at.checked_sub(1).is_none_or(|i| chars[i].c.is_whitespace());
    if !c.is_alphanumeric() && !minus {
        return at;
    }
    let mut end = at + 1;
    while chars.get(end).is_some_and(|f| goes_on(chars, end, f.c)) {
        end += 1;
    }
    end
}

fn goes_on(chars: &[Folded], at: usize, c: char) -> bool {
    let between = |test: fn(Option<&Folded>) -> bool| {
        test(at.checked_sub(1).and_then(|i| chars.get(i))) && test(chars.get(at + 1))
    };
    match c {
        '.' | ',' | ':' | '/' | '-' => between(is_digit),
        '\'' => between(is_letter),
        '_' => true,
        c => c.is_alphanumeric() && !is_east_asian(c),
    }
}

fn is_digit(folded: Option<&Folded>) -> bool {
    folded.is_some_and(|f| f.c.is_ascii_digit())
}

fn is_letter(folded: Option<&Folded>) -> bool {
    folded.is_some_and(|f| f.c.is_alphabetic())
}

/// Left out of a word: thousands are set apart in many ways.
fn is_silent(c: char) -> bool {
    matches!(c, ',' | '\'')
}

/// A mark that says something.
fn is_sign(c: char) -> bool {
    matches!(
        c,
        '%' | '‰'
            | '<'
            | '>'
            | '='
            | '≤'
            | '≥'
            | '≠'
            | '+'
            | '±'
            | '×'
            | '÷'
            | '~'
            | '°'
            | '§'
            | '&'
            | '@'
            | '#'
            | '$'
            | '€'
            | '£'
            | '¥'
            | '^'
    )
}

/// Past bullets and numbers that lead a line.
fn after_lead(chars: &[Folded], mut at: usize) -> usize {
    loop {
        while chars.get(at).is_some_and(|f| f.c.is_whitespace() || is_bullet(chars, at)) {
            at += 1;
        }
        match after_number(chars, at) {
            Some(end) => at = end,
            None => return at,
        }
    }
}

fn is_bullet(chars: &[Folded], at: usize) -> bool {
    let set_off = || chars.get(at + 1).is_none_or(|f| f.c.is_whitespace());
    match chars[at].c {
        '•' | '‣' | '◦' | '・' | '·' | '●' | '○' | '◎' | '■' | '□' | '◆' | '◇' | '▪' | '▫' | '▶' | '►'
        | '※' => true,
        '-' | '*' | '+' => set_off(),
        _ => false,
    }
}

/// Past `(a)`, `1.`, `ア `, `イ)`, `iv)` and the like, if one stands here.
fn after_number(chars: &[Folded], at: usize) -> Option<usize> {
    let open = matches!(chars.get(at)?.c, '(' | '[');
    let first = at + usize::from(open);
    let length = chars[first..].iter().take_while(|f| is_numeral(f.c)).count();
    let close = first + length;
    let numeral: String = chars[first..close].iter().map(|f| f.c).collect();
    if !is_number(&numeral) {
        return None;
    }
    let mark = chars.get(close)?.c;
    let set_off = || chars.get(close + 1).is_none_or(|f| f.c.is_whitespace() || is_east_asian(f.c));
    let kana = numeral.chars().count() == 1 && numeral.chars().all(is_east_asian);
    match mark {
        ')' | ']' if open || set_off() => Some(close + 1),
        '.' | '、' if !open && set_off() => Some(close + 1),
        '\u{3000}' if !open => Some(close + 1),
        c if !open && kana && c.is_whitespace() => Some(close + 1),
        _ => None,
    }
}

fn is_numeral(c: char) -> bool {
    c.is_ascii_alphanumeric() || is_ordinal_kana(c) || is_kanji_digit(c)
}

fn is_number(numeral: &str) -> bool {
    let all = |test: fn(char) -> bool| !numeral.is_empty() && numeral.chars().all(test);
    let n = numeral.chars().count();
    all(|c| c.is_ascii_digit()) && n <= 3
        || n == 1 && all(|c| c.is_ascii_alphabetic() || is_ordinal_kana(c))
        || n <= 5 && all(|c| "ivxIVX".contains(c))
        || n <= 3 && all(is_kanji_digit)
}

/// Katakana count lists: アイウ, イロハ.
fn is_ordinal_kana(c: char) -> bool {
    matches!(c, '\u{30a2}'..='\u{30f3}')
}

fn is_kanji_digit(c: char) -> bool {
    "一二三四五六七八九十".contains(c)
}
