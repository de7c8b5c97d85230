//! A look at the text before and beside the grammar: quotes and brackets only.
//!
//! It answers what a grammar answers badly: how deep the text nests, and which bracket or quote was
//! opened and never closed. It is approximate (a label's `#` and a comment's are told apart by what
//! stands before them); the grammar guards its own depth exactly.

use crate::from_pairs::is_blank;

/// A piece that matters here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Token {
    /// `(`, `[`, `{` and their full-width forms.
    Open(char),
    /// `)`, `]`, `}`
    Close(char),
    /// A word, keyword or not.
    Word,
    /// Quotes that close.
    Closed,
    /// `"` without another on its line.
    OpenText,
    /// `"""` without another.
    OpenBlock,
    /// A backquote without another on its line.
    OpenName,
    /// Any other character.
    Other(char),
}

/// A token with its place in the text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Piece<'t> {
    pub(crate) token: Token,
    pub(crate) text: &'t str,
    pub(crate) start: usize,
    /// Whether only blanks stand before it on its line.
    pub(crate) begins_line: bool,
}

/// The pieces of a text, in order; comments and blanks are left out.
pub(crate) fn pieces(text: &str) -> impl Iterator<Item = Piece<'_>> {
    Scanner { text, at: 0, begins_line: true, before: ' ', after_matches: false }
}

struct Scanner<'t> {
    text: &'t str,
    at: usize,
    begins_line: bool,
    /// The character before.
    before: char,
    /// Whether the last word was `matches`, behind which a `/` begins a regular expression.
    after_matches: bool,
}

impl<'t> Iterator for Scanner<'t> {
    type Item = Piece<'t>;

    fn next(&mut self) -> Option<Piece<'t>> {
        loop {
            let rest = self.text.get(self.at..)?;
            let c = rest.chars().next()?;
            if is_blank(c) {
                self.begins_line |= c == '\n';
                self.step(c.len_utf8());
            } else if c == '#' && !self.is_label(rest) {
                self.step(line_length(rest));
            } else {
                return Some(self.piece(rest, c));
            }
        }
    }
}

impl<'t> Scanner<'t> {
    fn step(&mut self, length: usize) {
        self.before = self.text[self.at..self.at + length].chars().next_back().unwrap_or(' ');
        self.at += length;
    }

    fn is_label(&self, rest: &str) -> bool {
        let behind = rest[1..].chars().next().is_some_and(unicode_ident::is_xid_continue);
        behind && !is_blank(self.before) && !matches!(self.before, '{' | '}' | ',' | '"')
    }

    fn piece(&mut self, rest: &'t str, c: char) -> Piece<'t> {
        let (token, length) = token(rest, c, self.after_matches);
        let piece = Piece { token, text: &rest[..length], start: self.at, begins_line: self.begins_line };
        self.after_matches = piece.text == "matches" && self.before != '.';
        self.begins_line = false;
        self.step(length);
        piece
    }
}

fn token(rest: &str, c: char, after_matches: bool) -> (Token, usize) {
    match c {
        '(' | '[' | '{' | '（' => (Token::Open(c), c.len_utf8()),
        ')' | ']' | '}' | '）' => (Token::Close(c), c.len_utf8()),
        '"' if rest.starts_with("\"\"\"") => match quoted(&rest[3..], "\"\"\"", false) {
            Some(length) => (Token::Closed, length + 6),
            None => (Token::OpenBlock, rest.len()),
        },
        '"' => in_line(rest, "\"", Token::OpenText),
        '`' => in_line(rest, "`", Token::OpenName),
        '/' if after_matches => in_line(rest, "/", Token::Other('/')),
        c if unicode_ident::is_xid_continue(c) => {
            let end = rest.find(|c| !unicode_ident::is_xid_continue(c));
            (Token::Word, end.unwrap_or(rest.len()))
        }
        c => (Token::Other(c), c.len_utf8()),
    }
}

fn in_line(rest: &str, quote: &str, open: Token) -> (Token, usize) {
    match quoted(&rest[1..], quote, true) {
        Some(length) => (Token::Closed, length + 2),
        None if matches!(open, Token::Other(_)) => (open, 1),
        // The brace at the line's end opens the block, rather than being the text's last sign.
        None => (open, rest[..line_length(rest)].trim_end_matches('{').len()),
    }
}

/// How many bytes stand before the closing quote.
fn quoted(text: &str, quote: &str, in_line: bool) -> Option<usize> {
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        if text[at..].starts_with(quote) {
            return Some(at);
        }
        if in_line && c == '\n' {
            return None;
        }
        at += c.len_utf8();
        if c == '\\' && quote != "`" {
            at += text[at..].chars().next().filter(|c| !in_line || *c != '\n').map_or(0, char::len_utf8);
        }
    }
    None
}

fn line_length(rest: &str) -> usize {
    rest.find('\n').map_or(rest.len(), |n| rest[..n].trim_end_matches('\r').len())
}

/// Nesting that goes beyond `most`: where it does.
///
/// What nests is what the grammar calls itself for: brackets, `if` up to its `else`, and a
/// quantifier up to its `:`.
pub(crate) fn too_deep(text: &str, most: usize) -> Option<usize> {
    let mut open: Vec<char> = Vec::new();
    let mut before = Token::Other(' ');
    for piece in pieces(text) {
        match piece.token {
            Token::Open(c) => open.push(c),
            Token::Close(c) => close(&mut open, c),
            Token::Word if before != Token::Other('.') => match piece.text {
                "if" => open.push('i'),
                "else" => drop(open.pop_if(|c| *c == 'i')),
                "every" | "some" | "no" | "all" | "any" | "each" | "exists" | "forall"
                    if ranges(&text[piece.start + piece.text.len()..]) =>
                {
                    open.push('q');
                }
                _ => {}
            },
            Token::Other(':') => drop(open.pop_if(|c| *c == 'q')),
            _ => {}
        }
        before = piece.token;
        if open.len() > most {
            return Some(piece.start);
        }
    }
    None
}

/// Closes the nearest bracket that this one can close, and what stands open inside of it.
fn close(open: &mut Vec<char>, closing: char) {
    if let Some(at) = open.iter().rposition(|c| closes(*c, closing)) {
        open.truncate(at);
    }
}

pub(crate) fn closes(opening: char, closing: char) -> bool {
    match opening {
        '(' => closing == ')',
        '（' => matches!(closing, ')' | '）'),
        '[' => closing == ']',
        '{' => closing == '}',
        _ => false,
    }
}

/// Whether `NAME in` follows, as behind a quantifier.
fn ranges(rest: &str) -> bool {
    let mut words = rest.split(is_blank).filter(|word| !word.is_empty());
    words.next().is_some() && words.next() == Some("in")
}
