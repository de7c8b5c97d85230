//! JSON to records. Numbers keep their text; names that stand twice are seen; nesting cannot exhaust the stack.

use jsonc_parser::tokens::Token;
use jsonc_parser::{Scanner, ScannerOptions};
use kijun_diag::{FileId, Place};

use crate::build::{Bounds, Builder, Output, Select, Stop};
use crate::raw::Node;
use crate::wrong;

/// Reads one value, which is all of the text. `line` is the number of the text's first line.
pub(crate) fn read(
    file: FileId,
    line: u32,
    text: &str,
    select: Select<'_>,
    bounds: Bounds,
    out: &mut Output<'_>,
) -> Result<(), Stop> {
    let mut reader = Reader {
        scanner: Scanner::new(text, &STRICT),
        cursor: Cursor { text, file, offset: 0, line, column: 1 },
        builder: Builder::new(select, bounds, out),
    };
    reader.document()
}

const STRICT: ScannerOptions = ScannerOptions {
    allow_single_quoted_strings: false,
    allow_hexadecimal_numbers: false,
    allow_unary_plus_numbers: false,
    allow_bare_decimal_point_numbers: false,
    allow_non_finite_numbers: false,
    allow_extended_string_escapes: false,
};

struct Reader<'t, 'a, 'o, 'w> {
    scanner: Scanner<'t>,
    cursor: Cursor<'t>,
    builder: Builder<'a, 'o, 'w>,
}

/// What may come next.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Next {
    Value,
    ValueOrClose,
    Key,
    KeyOrClose,
    Colon,
    CommaOrClose,
    End,
}

impl<'t> Reader<'t, '_, '_, '_> {
    fn document(&mut self) -> Result<(), Stop> {
        let mut next = Next::Value;
        loop {
            let token = self.scanner.scan().map_err(|error| self.broken(&error.kind().to_string()))?;
            let place = self.cursor.place(self.scanner.token_start(), self.scanner.token_end());
            let Some(token) = token else {
                return if next == Next::End {
                    self.builder.end_document(place);
                    Ok(())
                } else {
                    Err(self.syntax(place, "unexpected end"))
                };
            };
            next = self.token(next, token, place)?;
        }
    }

    fn token(&mut self, next: Next, token: Token<'t>, place: Place) -> Result<Next, Stop> {
        match (next, token) {
            (Next::Value | Next::ValueOrClose, token) if begins_value(&token) => self.value(token, place),
            (Next::ValueOrClose, Token::CloseBracket) => Ok(self.close()),
            (Next::KeyOrClose, Token::CloseBrace) => Ok(self.close()),
            (Next::Key | Next::KeyOrClose, Token::String(name)) => {
                self.no_control(place)?;
                self.builder.key(&name, place, false);
                Ok(Next::Colon)
            }
            (Next::Colon, Token::Colon) => Ok(Next::Value),
            (Next::CommaOrClose, Token::Comma) => {
                Ok(if self.builder.in_list() == Some(true) { Next::Value } else { Next::Key })
            }
            (Next::CommaOrClose, Token::CloseBracket) if self.builder.in_list() == Some(true) => {
                Ok(self.close())
            }
            (Next::CommaOrClose, Token::CloseBrace) if self.builder.in_list() == Some(false) => {
                Ok(self.close())
            }
            _ => Err(self.syntax(place, "unexpected token")),
        }
    }

    fn value(&mut self, token: Token<'t>, place: Place) -> Result<Next, Stop> {
        let node = match token {
            Token::OpenBracket => return self.builder.open(true, 0, place).map(|()| Next::ValueOrClose),
            Token::OpenBrace => return self.builder.open(false, 0, place).map(|()| Next::KeyOrClose),
            Token::String(text) => {
                self.no_control(place)?;
                Node::Text(text.into())
            }
            Token::Number(text) => Node::Number(text.into()),
            Token::Boolean(value) => Node::Bool(value),
            _ => Node::Null,
        };
        self.builder.scalar(node, 0, place);
        Ok(self.after_value())
    }

    fn close(&mut self) -> Next {
        self.builder.close();
        self.after_value()
    }

    fn after_value(&self) -> Next {
        if self.builder.in_list().is_none() { Next::End } else { Next::CommaOrClose }
    }

    /// The scanner lets control characters stand in texts; JSON does not.
    fn no_control(&mut self, place: Place) -> Result<(), Stop> {
        let text = &self.cursor.text[self.scanner.token_start()..self.scanner.token_end()];
        match text.bytes().any(|b| b < 0x20) {
            true => Err(self.syntax(place, "control character in a string")),
            false => Ok(()),
        }
    }

    fn broken(&mut self, detail: &str) -> Stop {
        let place = self.cursor.place(self.scanner.token_start(), self.scanner.token_start());
        self.syntax(place, detail)
    }

    fn syntax(&mut self, place: Place, detail: &str) -> Stop {
        self.builder.report().push(wrong::syntax(place, "JSON", detail.to_owned()));
        Stop
    }
}

fn begins_value(token: &Token<'_>) -> bool {
    matches!(
        token,
        Token::OpenBrace
            | Token::OpenBracket
            | Token::String(_)
            | Token::Boolean(_)
            | Token::Number(_)
            | Token::Null
    )
}

/// Counts lines and characters as the scanner goes forward.
struct Cursor<'t> {
    text: &'t str,
    file: FileId,
    offset: usize,
    line: u32,
    column: u32,
}

impl Cursor<'_> {
    fn place(&mut self, start: usize, end: usize) -> Place {
        for c in self.text.get(self.offset..start).unwrap_or("").chars() {
            if c == '\n' {
                self.line = self.line.saturating_add(1);
                self.column = 1;
            } else {
                self.column = self.column.saturating_add(1);
            }
        }
        self.offset = start.max(self.offset);
        let token = self.text.get(start..end).unwrap_or("");
        let width = if token.contains('\n') { 0 } else { token.chars().count() };
        Place {
            file: self.file,
            line: self.line,
            column: self.column,
            width: u32::try_from(width).unwrap_or(u32::MAX),
        }
    }
}
