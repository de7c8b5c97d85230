//! Quotes and brackets that were opened and never closed, or closed and never opened.
//!
//! Asked only about a text that did not parse. Where a bracket ought to have been closed is a guess
//! from the lines that begin items and from their indentation.

use kijun_diag::{At, Diagnostic, Span};

use crate::from_pairs::{Cx, Unread};
use crate::keywords::ITEM_WORDS;
use crate::problem;
use crate::scan::{Piece, Token, closes, pieces};

/// So many are named; each is compared with each account of the grammar.
const MOST_FAULTS: usize = 200;

/// A bracket that waits for its other half.
struct Opener<'t> {
    bracket: char,
    at: usize,
    /// The first word of its line, which is what the block is.
    head: &'t str,
    indent: usize,
}

/// The grammar's accounts, with what is unbalanced in the place of those that follow from it.
pub(crate) fn explain(cx: &Cx<'_>, mut unread: Vec<Unread>) -> Vec<Diagnostic> {
    if unread.is_empty() {
        return Vec::new();
    }
    let mut faults = Faults { cx, open: Vec::new(), found: Vec::new(), line: ("", 0) };
    for piece in pieces(cx.text) {
        faults.piece(&piece);
    }
    faults.finish();
    let mut found = faults.found;
    found.truncate(MOST_FAULTS);
    unread.retain(|u| !found.iter().any(|fault| fault.explains(&u.diagnostic)));
    if unread.len() + found.len() > 1 {
        // What is left of a block that another fault took apart; that fault has been named.
        unread.retain(|u| under(cx, &u.diagnostic) != Some("}"));
        unread
            .retain(|u| !(cx.text[u.start..].starts_with("section") && under(cx, &u.diagnostic) == Some("")));
    }
    let unread = unread.into_iter().map(|u| u.diagnostic);
    unread.chain(found.into_iter().map(|fault| fault.diagnostic)).collect()
}

/// The text under a diagnostic.
fn under<'t>(cx: &Cx<'t>, diagnostic: &Diagnostic) -> Option<&'t str> {
    let Some(At::Span(span)) = diagnostic.at else { return None };
    cx.text.get(span.start as usize..span.end as usize)
}

struct Fault {
    diagnostic: Diagnostic,
    /// Where the damage may show.
    from: u32,
    to: u32,
    /// Whether everything in there follows from it, or only what ended too early.
    all: bool,
}

impl Fault {
    fn explains(&self, other: &Diagnostic) -> bool {
        let Some(At::Span(Span { start, end, .. })) = other.at else { return false };
        // A piece that ended too early has nothing under its diagnostic.
        let follows = self.all || start == end || start == self.to;
        follows && (self.from..=self.to).contains(&start)
    }
}

struct Faults<'c, 't> {
    cx: &'c Cx<'t>,
    open: Vec<Opener<'t>>,
    found: Vec<Fault>,
    /// The first word of the present line, and its indentation.
    line: (&'t str, usize),
}

impl<'t> Faults<'_, 't> {
    fn piece(&mut self, piece: &Piece<'t>) {
        if piece.begins_line {
            let line_start = self.cx.text[..piece.start].rfind('\n').map_or(0, |n| n + 1);
            self.line = (piece.text, piece.start - line_start);
            if self.is_item(piece) {
                self.item(piece);
            }
        }
        let end = piece.start + piece.text.len();
        match piece.token {
            Token::Open(bracket) => {
                let (head, indent) = self.line;
                self.open.push(Opener { bracket, at: piece.start, head, indent });
            }
            Token::Close(bracket) => self.close(bracket, piece),
            Token::OpenText => {
                self.quote(problem::unclosed_text(self.span(piece.start, 1), "\""), piece, end)
            }
            Token::OpenBlock => {
                // The ends of what is open are inside the text.
                self.open.clear();
                self.quote(problem::unclosed_text(self.span(piece.start, 3), "\"\"\""), piece, end)
            }
            Token::OpenName => self.quote(problem::unclosed_name(self.span(piece.start, 1)), piece, end),
            Token::Word | Token::Closed | Token::Other(_) => {}
        }
    }

    fn is_item(&self, piece: &Piece<'t>) -> bool {
        let behind =
            self.cx.text[piece.start + piece.text.len()..].trim_start_matches(crate::from_pairs::is_blank);
        ITEM_WORDS.contains(&piece.text) && !behind.starts_with([':', '='])
    }

    /// An item begins: only sections may be open around it, and it stands further to the right.
    fn item(&mut self, piece: &Piece<'t>) {
        let indent = self.line.1;
        while let Some(opener) = self.open.pop_if(|o| o.head != "section" || o.indent >= indent) {
            self.unclosed(&opener, piece.start);
        }
    }

    fn close(&mut self, bracket: char, piece: &Piece<'t>) {
        match self.open.iter().rposition(|o| closes(o.bracket, bracket)) {
            Some(at) => {
                for opener in self.open.split_off(at).iter().skip(1) {
                    self.unclosed(opener, piece.start);
                }
            }
            None => {
                let span = self.span(piece.start, piece.text.len());
                self.fault(problem::stray_brace(span, piece.text), piece.start, piece.start, true);
            }
        }
    }

    fn finish(&mut self) {
        while let Some(opener) = self.open.pop() {
            self.unclosed(&opener, self.cx.text.len());
        }
    }

    fn unclosed(&mut self, opener: &Opener<'t>, end: usize) {
        let bracket = opener.bracket.to_string();
        let span = self.span(opener.at, bracket.len());
        let all = opener.bracket != '{';
        self.fault(problem::unclosed_block(span, &bracket), opener.at, end, all);
    }

    fn quote(&mut self, diagnostic: Diagnostic, piece: &Piece<'t>, end: usize) {
        self.fault(diagnostic, piece.start, end, true);
    }

    fn fault(&mut self, diagnostic: Diagnostic, from: usize, to: usize, all: bool) {
        let span = self.cx.span_at(from, to);
        self.found.push(Fault { diagnostic, from: span.start, to: span.end, all });
    }

    fn span(&self, start: usize, length: usize) -> Span {
        self.cx.span_at(start, start + length)
    }
}
